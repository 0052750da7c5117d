import type { Milliseconds } from '../request/lifetime.js';
import type { Clock, Deadline } from './ports.js';

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep(duration, stop) {
    if (stop.signal !== undefined) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        forget();
        resolve();
      };
      const timer = setTimeout(wake, duration);
      const forget = stop.onRequest(wake);
    });
  },
};

interface Waiting {
  readonly callback: () => void;
  readonly ahead: Milliseconds;
}

/**
 * A deadline `duration` milliseconds from now. Its timers do not keep the process alive.
 *
 * @param elapsed milliseconds since some moment, by a clock that nobody sets
 */
export function createDeadline(elapsed: () => Milliseconds, duration: Milliseconds): Deadline {
  let endsAt = elapsed() + duration;
  const waiting = new Map<Waiting, NodeJS.Timeout | undefined>();

  const remaining = () => endsAt - elapsed();
  const arm = (entry: Waiting) => {
    clearTimeout(waiting.get(entry));
    const timer = setTimeout(
      () => {
        if (waiting.delete(entry)) entry.callback();
      },
      Math.max(0, remaining() - entry.ahead),
    );
    timer.unref();
    waiting.set(entry, timer);
  };

  return {
    remaining,
    onPassed(callback, ahead = 0) {
      // An entry of its own for each call: the same callback may wait twice.
      const entry = { callback, ahead };
      arm(entry);
      return () => {
        clearTimeout(waiting.get(entry));
        waiting.delete(entry);
      };
    },
    leave(left) {
      endsAt = elapsed() + left;
      for (const entry of [...waiting.keys()]) arm(entry);
    },
  };
}

/** The same deadline, `by` milliseconds earlier: for a part of the work, so that time is left for the rest. */
export function endEarlier(deadline: Deadline, by: Milliseconds): Deadline {
  return {
    remaining: () => deadline.remaining() - by,
    onPassed: (callback, ahead = 0) => deadline.onPassed(callback, ahead + by),
    leave: (duration) => deadline.leave(duration),
  };
}
