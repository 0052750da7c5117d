import { invalid, valid, type Result } from './problem.js';
import { quote } from './shown-text.js';

export type Seconds = number;
/** A duration, or an instant since 1970-01-01T00:00:00Z. */
export type Milliseconds = number;

/** How long the token shall live: from the moment of the mint, or until a fixed instant (whole seconds). */
export type Lifetime =
  { readonly kind: 'in'; readonly seconds: Seconds } | { readonly kind: 'at'; readonly instant: Milliseconds };

/** How a token of a type ends without being revoked. */
export type Expiry =
  /** It does not: the system knows no expiry, and the token lives until it is revoked. */
  | { readonly kind: 'none' }
  /** So many whole minutes after the moment at which the issuer made it. */
  | { readonly kind: 'minute'; readonly longest: Seconds }
  /** At the second that was asked for; an answer up to one second later counts as equal. */
  | { readonly kind: 'second'; readonly longest: Seconds }
  /**
   * At the very millisecond that was asked for. Each attempt asks for an end of its own, up to 9,999 ms before the
   * wanted one, by which its token is recognised while it has no marker yet.
   */
  | { readonly kind: 'millisecond'; readonly longest: Seconds };

export const MINUTE: Seconds = 60;
export const HOUR: Seconds = 60 * MINUTE;
export const DAY: Seconds = 24 * HOUR;
export const YEAR: Seconds = 365 * DAY;

export const DEFAULT_LIFE: Seconds = HOUR;
export const SHORTEST_LIFE: Seconds = MINUTE;
/** No token is minted for longer, whatever its issuer allows: one that nobody revokes has to end by itself. */
export const LONGEST_LIFE: Seconds = YEAR;

/** Whether a text asks for a token that does not end. */
export function isEndless(text: string): boolean {
  return /^(?:never|none|no|endless|infinite|infinity|inf|unlimited|forever|permanent)$/i.test(text);
}

export const NO_ENDLESS = 'endless tokens are not minted: one that nobody revokes has to end by itself';

const UNITS = { y: YEAR, w: 7 * DAY, d: DAY, h: HOUR, m: MINUTE, s: 1 } as const;
const UNIT_FORM = /^(?:(?<y>\d+)y)?(?:(?<w>\d+)w)?(?:(?<d>\d+)d)?(?:(?<h>\d+)h)?(?:(?<m>\d+)m)?(?:(?<s>\d+)s)?$/;
const ISO_FORM = /^P(?=.)(?:(?<w>\d+)W)?(?:(?<d>\d+)D)?(?:T(?=.)(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+)S)?)?$/;

/**
 * Reads `90s`, `30m`, `1h30m`, `7d`, `1w`, `1y` (365 days), a bare number of seconds, or ISO 8601 with weeks, days, hours,
 * minutes and seconds (`PT1H`). The units of the short form go from large to small.
 */
export function parseDuration(input: string, text: string): Result<Seconds> {
  const problem = (message: string) => invalid({ input, message });
  if (text.startsWith('-'))
    return problem(`found ${quote(text)}, which is negative; expected a duration such as 30m, 1h30m or 7d`);
  if (/[.,]\d/.test(text)) {
    return problem(`found ${quote(text)}; a duration has no fractions: write 1h30m or 90m instead of 1.5h`);
  }
  if (/^\d+$/.test(text)) return bounded(Number(text));
  const match = UNIT_FORM.exec(text) ?? ISO_FORM.exec(text);
  if (text === '' || match?.groups === undefined) {
    return problem(
      `found ${quote(text)}; expected a duration such as 90s, 30m, 1h30m, 7d, 1w, 1y, PT1H, or a number of seconds.${hintFor(text)}`,
    );
  }
  let seconds = 0;
  for (const [unit, length] of Object.entries(UNITS)) seconds += Number(match.groups[unit] ?? 0) * length;
  return bounded(seconds);

  function bounded(seconds: Seconds): Result<Seconds> {
    if (seconds === 0)
      return problem(`found ${quote(text)}, which is no time at all; expected a duration such as 30m, 1h30m or 7d`);
    return Number.isSafeInteger(seconds * 1000)
      ? valid(seconds)
      : problem(`found ${quote(text)}, which is too long to count`);
  }
}

function hintFor(text: string): string {
  if (/^(?:\d+[ywdhms])+$/.test(text)) return ' Units go from large to small, each at most once, as in 1h30m.';
  const joined = text.replace(/\s+/g, '');
  const [lower, upper] = [joined.toLowerCase(), joined.toUpperCase()];
  if (text === '') return '';
  if (UNIT_FORM.test(lower)) return ` Did you mean ${quote(lower)}?`;
  return ISO_FORM.test(upper) ? ` Did you mean ${quote(upper)}?` : '';
}

/** A duration as people write it, by its two largest units: `1h 30m`, `365d`. */
export function formatDuration(seconds: Seconds): string {
  const parts: string[] = [];
  let rest = Math.max(0, Math.round(seconds));
  for (const [unit, length] of [
    ['d', DAY],
    ['h', HOUR],
    ['m', MINUTE],
    ['s', 1],
  ] as const) {
    const count = Math.floor(rest / length);
    if (count > 0) parts.push(`${count}${unit}`);
    rest -= count * length;
  }
  return parts.length === 0 ? '0s' : parts.slice(0, 2).join(' ');
}

/** RFC 3339 in UTC, without a fraction where there is none: `2026-10-30T12:45:00Z`. */
export function formatInstant(instant: Milliseconds): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** How long the issuer may take to make a token whose life it counts from then on, and that is to end at an instant. */
const MINTING: Seconds = 10;

/** What an issuer makes of a life that is asked for: never more. */
export function lifeWithin(expiry: Expiry, seconds: Seconds): Seconds {
  return expiry.kind === 'minute' ? seconds - (seconds % MINUTE) : seconds;
}

/** The instant at which a token minted now shall end, whole seconds; as late as the issuer can make it, and no later. */
export function endOf(lifetime: Lifetime, now: Milliseconds, expiry?: Expiry): Milliseconds {
  const start = Math.floor(now / 1000);
  if (lifetime.kind === 'in') {
    return (start + (expiry === undefined ? lifetime.seconds : lifeWithin(expiry, lifetime.seconds))) * 1000;
  }
  if (expiry?.kind !== 'minute') return lifetime.instant;
  const left = lifetime.instant / 1000 - start;
  // Of one minute none could be taken.
  return (start + Math.max(lifeWithin(expiry, left - MINTING), lifeWithin(expiry, Math.min(left, MINUTE)))) * 1000;
}
