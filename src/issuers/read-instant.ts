import type { Milliseconds } from '../request/lifetime.js';

const LONGEST_INSTANT = 40;

/**
 * An instant in UTC as servers write it: RFC 3339, with a blank for the T at some, and up to nine digits of a fraction, of which
 * three are read. Undefined for anything else.
 */
export function readInstant(value: unknown): Milliseconds | undefined {
  const match =
    typeof value === 'string' && value.length <= LONGEST_INSTANT
      ? /^(\S+)[ T](\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/.exec(value)
      : null;
  if (match === null) return undefined;
  const [, day, time, fraction = ''] = match;
  const instant = Date.parse(`${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  return Number.isNaN(instant) ? undefined : instant;
}
