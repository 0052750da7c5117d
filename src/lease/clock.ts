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

/**
 * A deadline `duration` milliseconds from now. Its timers do not keep the process alive.
 *
 * @param elapsed milliseconds since some moment, by a clock that nobody sets
 */
export function createDeadline(elapsed: () => Milliseconds, duration: Milliseconds): Deadline {
  let endsAt = elapsed() + duration;
  const waiting = new Map<() => void, NodeJS.Timeout | undefined>();

  const remaining = () => endsAt - elapsed();
  const arm = (callback: () => void) => {
    clearTimeout(waiting.get(callback));
    const timer = setTimeout(
      () => {
        if (waiting.delete(callback)) callback();
      },
      Math.max(0, remaining()),
    );
    timer.unref();
    waiting.set(callback, timer);
  };

  return {
    remaining,
    onPassed(callback) {
      // A function of its own for each call: the same callback may wait twice.
      const entry = () => callback();
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
