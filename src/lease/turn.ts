import type { Milliseconds } from '../request/lifetime.js';
import type { Deadline } from './ports.js';

/** Lets whatever else waits have its turn, when it is time to: a signal, the end of the time. */
export type Turn = () => Promise<void>;

/** How long work may go on that waits for nothing, before a signal is heard. */
const LONGEST: Milliseconds = 50;

/**
 * For work on what a server answered, which may be much.
 *
 * @param timeIsUp the error to end the work with when the deadline has passed
 */
export function createTurn(deadline: Pick<Deadline, 'remaining'>, timeIsUp: () => Error): Turn {
  let begunAt = performance.now();
  return async () => {
    if (performance.now() - begunAt < LONGEST) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (deadline.remaining() <= 0) throw timeIsUp();
    begunAt = performance.now();
  };
}
