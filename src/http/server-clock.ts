import type { Milliseconds } from '../request/lifetime.js';

/** A date in a header (RFC 9110, section 5.6.7), in any of its three forms; undefined when it is none. */
export function readHttpDate(text: string | undefined): Milliseconds | undefined {
  if (text === undefined || !/^[A-Z][a-z]{2,8},? /.test(text)) return undefined;
  // The form of C's asctime names no zone and means GMT; Date.parse would take it for local time.
  const date = Date.parse(/[A-Z]{3}$/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : date;
}

/** When, by our clock, a request was sent and its answer began to come. */
export interface Interval {
  readonly sentAt: Milliseconds;
  readonly answeredAt: Milliseconds;
}

/**
 * How far the clock of a server is ahead of ours, by the `Date` of its answer: the least that explains it, since the header
 * has whole seconds, and somewhere between its sending and the answer the server looked at its clock. Undefined when the
 * answer does not say, or comes out of a cache (`Age`), whose `Date` is that of another day.
 */
export function aheadByDate(
  headers: Readonly<Record<string, string>>,
  { sentAt, answeredAt }: Interval,
): Milliseconds | undefined {
  const date = headers['age'] === undefined ? readHttpDate(headers['date']) : undefined;
  if (date === undefined) return undefined;
  const least = Math.round(date - answeredAt);
  const most = Math.round(date + 1_000 - sentAt);
  if (least > 0) return least;
  return most < 0 ? most : 0;
}
