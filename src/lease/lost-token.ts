import type { Attempt, Found, Revocation } from './issuer.js';
import type { Milliseconds } from '../request/lifetime.js';
import { throwIfStopped, type Ports } from './ports.js';

/** When the token of a lost answer is looked for, counted from the first look: a server may act late. */
export const LAST_LOOK: Milliseconds = 10_000;
export const LOOKS: readonly Milliseconds[] = [0, 2_000, 5_000, LAST_LOOK];

/** What a look brought: what was found, or why nothing can be said. */
type Look = Found | { readonly kind: 'failed'; readonly reason: unknown };

/** What the last look of a search brought. */
export type Search = Look & {
  /** Whether no look is left to do: a server that acts late may have a token for one that the end of the time cut off. */
  readonly finished: boolean;
};

/**
 * Looks for the token of an attempt whose answer was lost: until one is there, all looks are done, or the time is over.
 *
 * @throws Stopped when a stop is requested
 */
export async function searchLostToken(
  attempt: Attempt,
  looks: readonly Milliseconds[],
  revocation: Pick<Revocation, 'find'>,
  { clock, deadline, stop }: Pick<Ports, 'clock' | 'deadline' | 'stop'>,
): Promise<Search> {
  const begunAt = clock.now();
  let last: Look = { kind: 'failed', reason: new Error('there was no time left') };
  for (const look of looks) {
    const wait = begunAt + look - clock.now();
    if (wait > deadline.remaining()) return { ...last, finished: false };
    if (wait > 0) await clock.sleep(wait, stop);
    throwIfStopped(stop);
    try {
      last = await revocation.find(attempt);
    } catch (error) {
      throwIfStopped(stop);
      // A look that the end of the time cut short takes nothing from those before it, no more than one that was not begun.
      if (last.kind === 'found' && deadline.remaining() <= 0) return { ...last, finished: false };
      last = { kind: 'failed', reason: error };
    }
    if (last.kind === 'ambiguous' || (last.kind === 'found' && last.ids.length > 0)) break;
  }
  return { ...last, finished: true };
}
