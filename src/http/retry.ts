import type { Milliseconds } from '../request/lifetime.js';
import type { HttpAnswer, HttpRequest } from './client.js';
import type { HttpFailure } from './failure.js';

/** How often a request is sent at most, the first time included. */
export const MOST_TRIES = 5;

const FIRST_BACKOFF: Milliseconds = 500;
const LONGEST_BACKOFF: Milliseconds = 8_000;

/**
 * Whether the same request may be sent again after what came of it.
 *
 * @param acted whether the server may have acted on it
 */
export function mayRepeat({ repeat }: HttpRequest, outcome: HttpAnswer | HttpFailure, acted: boolean): boolean {
  if (repeat === 'mints' && acted) return false;
  if (!('status' in outcome)) return !outcome.lasting;
  const { status } = outcome;
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** Exponential with full jitter, so that the legs of a matrix do not all come back at once. `tries` were made so far. */
export function backoff(tries: number): Milliseconds {
  return Math.random() * Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (tries - 1));
}

/** `Retry-After` of RFC 9110 section 10.2.3, seconds or a date, as the time to wait; undefined when there is none that can be read. */
export function readRetryAfter(text: string | undefined, now: Milliseconds): Milliseconds | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text.trim())) return Number(text) * 1000;
  // The form of C's asctime names no zone and means GMT; Date.parse would take it for local time.
  const zoned = /[A-Z]{3}$/.test(text) ? text : `${text} GMT`;
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(zoned) : Number.NaN;
  return Number.isNaN(date) ? undefined : date - now;
}
