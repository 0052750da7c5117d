import { SHORTEST_TRY, type Ports, type Stop } from '../lease/ports.js';
import type { Milliseconds } from '../request/lifetime.js';
import type { HttpFailure } from './failure.js';
import { readHttpDate } from './server-clock.js';

/**
 * Whether a request may be sent more than once. `safe`: whatever happened (reads, deletes, full replacements). `mints`: only
 * when the server surely did nothing: connection refused, name not resolved, TLS not established, or 429. `never`: whoever sends
 * it decides by the first answer.
 */
export type Repeat = 'safe' | 'mints' | 'never';

/** What came of sending a request once. */
export type Outcome<Answer extends { readonly status: number }> =
  { readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: 'failed'; readonly failure: HttpFailure };

const FIRST_BACKOFF: Milliseconds = 500;
/** A job waits for the server that is back: it is asked often, and by full jitter not by all jobs at once. */
const LONGEST_BACKOFF: Milliseconds = 4_000;

/**
 * Whether the same request may be sent again after what came of it.
 *
 * @param acted whether the server may have acted on it
 */
export function mayRepeat(repeat: Repeat, outcome: Outcome<{ readonly status: number }>, acted: boolean): boolean {
  if (repeat === 'never' || (repeat === 'mints' && acted)) return false;
  switch (outcome.kind) {
    case 'failed':
      return !outcome.failure.lasting;
    case 'answered':
      return isTransient(outcome.answer.status);
  }
}

/**
 * Whether a status says that the request could not be dealt with just now, so that another try may end otherwise: too slow,
 * too early, too many, or trouble of the server or of what stands in front of it (RFC 9110, RFC 8470, RFC 6585). 501 and 505
 * are about what the server is, which no time changes.
 */
export function isTransient(status: number): boolean {
  return [408, 425, 429].includes(status) || (status >= 500 && status !== 501 && status !== 505);
}

/** Exponential to a cap with full jitter, so that the legs of a matrix do not all come back at once. `tries` were made so far. */
export function backoff(tries: number): Milliseconds {
  return Math.random() * Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (tries - 1));
}

/** Waits, but no longer than until a stop, or until just one more try has the time it needs, wherever the deadline moves meanwhile. */
export async function pause(duration: Milliseconds, { clock, deadline, stop }: Waiting): Promise<void> {
  const early: Stop = {
    get signal() {
      return stop.signal;
    },
    onRequest(callback) {
      const callOffs = [stop.onRequest(callback), deadline.onPassed(callback, SHORTEST_TRY)];
      return () => {
        for (const callOff of callOffs) callOff();
      };
    },
  };
  await clock.sleep(duration, early);
}

type Waiting = Pick<Ports, 'clock' | 'deadline' | 'stop'>;

/**
 * `Retry-After` of RFC 9110 section 10.2.3, seconds or a date, as the time to wait; undefined when there is none that can be
 * read.
 *
 * @param now by the clock of the server
 */
export function readRetryAfter(text: string | undefined, now: Milliseconds): Milliseconds | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text.trim())) return Number(text) * 1000;
  const date = readHttpDate(text);
  return date === undefined ? undefined : date - now;
}

/** `14 times in 58 s`, for messages; empty for a single try, of which the rest of the message says all. */
export function wordsOfTries(count: number, duration: Milliseconds): string {
  return count === 1 ? '' : `${count} times in ${inSeconds(duration)}`;
}

/** Rounded up, never below zero: `58 s`. */
export function inSeconds(duration: Milliseconds): string {
  return `${Math.max(0, Math.ceil(duration / 1000))} s`;
}
