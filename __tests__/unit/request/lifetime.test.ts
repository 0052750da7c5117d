import fc from '../../properties.js';
import { describe, expect, test } from 'vitest';
import {
  DAY,
  endOf,
  formatDuration,
  formatInstant,
  HOUR,
  lifeWithin,
  MINUTE,
  parseDuration,
  YEAR,
} from '../../../src/request/lifetime.js';

function secondsOf(text: string): number {
  const result = parseDuration('expires_in', text);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join());
  return result.value;
}

function problemOf(text: string): string {
  const result = parseDuration('expires_in', text);
  if (result.ok) throw new Error(`${text} was read as ${result.value} s`);
  expect(result.problems).toHaveLength(1);
  expect(result.problems[0]?.input).toBe('expires_in');
  expect(result.problems[0]?.at).toBeUndefined();
  return result.problems[0]?.message ?? '';
}

describe('a duration is read', () => {
  test.for([
    ['90s', 90],
    ['30m', 30 * MINUTE],
    ['1h30m', 90 * MINUTE],
    ['1h', HOUR],
    ['7d', 7 * DAY],
    ['1w', 7 * DAY],
    ['1y', 365 * DAY],
    ['1y2w3d4h5m6s', YEAR + 17 * DAY + 4 * HOUR + 5 * MINUTE + 6],
    ['1d30s', DAY + 30],
    ['90m', 90 * MINUTE],
    ['0h30m', 30 * MINUTE],
    ['007m', 7 * MINUTE],
    ['3600', 3600],
    ['0060', 60],
    ['1', 1],
    ['PT1H', HOUR],
    ['PT90S', 90],
    ['PT1H30M', 90 * MINUTE],
    ['P1D', DAY],
    ['P1DT12H', 36 * HOUR],
    ['P2W', 14 * DAY],
    ['P1W2DT3H4M5S', 9 * DAY + 3 * HOUR + 4 * MINUTE + 5],
    ['9999y', 9999 * YEAR],
  ] as const)('%s is %i seconds', ([text, seconds]) => expect(secondsOf(text)).toBe(seconds));

  test('in every combination of units, from large to small', () => {
    const count = fc.option(fc.nat({ max: 10_000 }), { nil: undefined });
    fc.assert(
      fc.property(fc.tuple(count, count, count, count, count, count), (counts) => {
        const units = ['y', 'w', 'd', 'h', 'm', 's'];
        const lengths = [31_536_000, 604_800, 86_400, 3_600, 60, 1];
        const text = counts
          .map((count, index) => (count === undefined ? '' : `${count}${units[index] ?? ''}`))
          .join('');
        const seconds = counts.reduce<number>((sum, count, index) => sum + (count ?? 0) * (lengths[index] ?? 0), 0);
        fc.pre(seconds > 0);
        expect(secondsOf(text)).toBe(seconds);
        const [years, weeks, days, hours, minutes, rest] = counts;
        if (years !== undefined) return;
        const part = (count: number | undefined, unit: string) => (count === undefined ? '' : `${count}${unit}`);
        const time = part(hours, 'H') + part(minutes, 'M') + part(rest, 'S');
        expect(secondsOf(`P${part(weeks, 'W')}${part(days, 'D')}${time === '' ? '' : `T${time}`}`)).toBe(seconds);
      }),
    );
  });
});

describe('what is no duration is refused, and it is said what is one', () => {
  const EXPECTED = 'expected a duration such as 90s, 30m, 1h30m, 7d, 1w, 1y, PT1H, or a number of seconds';
  test.for([
    '',
    '1 fortnight',
    'tomorrow',
    'h',
    '1x',
    '+1h',
    '1_000',
    '١h',
    'P',
    'PT',
    'P1DT',
    'P1Y',
    'P1M',
    'P1H',
    'PT1D',
    '1hPT1H',
    '0x10',
    '1e3',
    'Infinity',
    '${{ inputs.life }}',
  ])('%j', (text) => expect(problemOf(text)).toBe(`found ${JSON.stringify(text)}; ${EXPECTED}.`));

  test.for(['30m1h', '1s1y', '1h1h', '1d1w'])('units in another order, or twice: %s', (text) =>
    expect(problemOf(text)).toBe(
      `found "${text}"; ${EXPECTED}. Units go from large to small, each at most once, as in 1h30m.`,
    ),
  );

  test.for([
    ['1H', '1h'],
    ['1h30M', '1h30m'],
    ['7D', '7d'],
    ['pt1h', 'PT1H'],
    ['p1dT2h', 'P1DT2H'],
    ['1h 30m', '1h30m'],
    ['2 H', '2h'],
  ] as const)('units in the other case, or with blanks: %s', ([text, meant]) =>
    expect(problemOf(text)).toBe(`found "${text}"; ${EXPECTED}. Did you mean "${meant}"?`),
  );

  test.for(['1.5h', '1,5h', '.5h', '0.5', 'PT1.5H', 'PT0,5S', '1h0.5m'])('a fraction: %s', (text) =>
    expect(problemOf(text)).toBe(`found "${text}"; a duration has no fractions: write 1h30m or 90m instead of 1.5h`),
  );

  test.for(['-1h', '-60', '-PT1H', '-1.5h', '-'])('a negative one: %s', (text) =>
    expect(problemOf(text)).toBe(`found "${text}", which is negative; expected a duration such as 30m, 1h30m or 7d`),
  );

  test.for(['0', '00', '0s', '0h0m', 'PT0S', 'P0D'])('none at all: %s', (text) =>
    expect(problemOf(text)).toBe(
      `found "${text}", which is no time at all; expected a duration such as 30m, 1h30m or 7d`,
    ),
  );

  test.for(['9007199254741', '285617y', `${'9'.repeat(400)}s`, 'PT9999999999999S'])(
    'one too long to count: %s',
    (text) =>
      expect(problemOf(text)).toMatch(
        /^found "\d.*", which is too long to count$|^found "PT.*, which is too long to count$/,
      ),
  );

  test('the longest that can be counted is exact in milliseconds', () => {
    expect(secondsOf('9007199254740')).toBe(9_007_199_254_740);
  });

  test('whatever the text, it is a whole number of seconds or one problem', () => {
    const piece = fc.oneof(
      fc.constantFrom('P', 'T', 'h', 'm', 's', 'd', 'w', 'y', 'H', '-', '.', ' '),
      fc.nat().map(String),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const result = parseDuration('expires_in', text);
          if (result.ok) {
            expect(Number.isSafeInteger(result.value)).toBe(true);
            expect(result.value).toBeGreaterThan(0);
            expect(text).toMatch(/^[\dywdhmsPTWDHMS]+$/);
          } else expect(result.problems).toHaveLength(1);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a duration is shown', () => {
  test.for([
    [0, '0s'],
    [59, '59s'],
    [60, '1m'],
    [90, '1m 30s'],
    [HOUR, '1h'],
    [90 * MINUTE, '1h 30m'],
    [HOUR + 5, '1h 5s'],
    [DAY + HOUR + MINUTE + 1, '1d 1h'],
    [YEAR, '365d'],
    [59.6, '1m'],
    [-5, '0s'],
  ] as const)('%d s as %s', ([seconds, text]) => expect(formatDuration(seconds)).toBe(text));

  test('by its two largest units, which is never more and hardly less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 * DAY }), (seconds) => {
        const shown = secondsOf(formatDuration(seconds).replaceAll(' ', ''));
        expect(shown).toBeLessThanOrEqual(seconds);
        const tolerance = seconds >= DAY ? HOUR : seconds >= HOUR ? MINUTE : 1;
        expect(seconds - shown).toBeLessThan(tolerance);
      }),
    );
  });
});

describe('an instant', () => {
  test('is shown in UTC, with milliseconds only where there are some', () => {
    expect(formatInstant(Date.UTC(2026, 9, 30, 12, 45))).toBe('2026-10-30T12:45:00Z');
    expect(formatInstant(Date.UTC(2026, 9, 30, 12, 45, 6, 70))).toBe('2026-10-30T12:45:06.070Z');
  });

  test('at which a token ends is counted from the second of the mint, so never later than asked for', () => {
    const now = Date.UTC(2026, 0, 1, 0, 0, 0, 999);
    expect(endOf({ kind: 'in', seconds: 60 }, now)).toBe(Date.UTC(2026, 0, 1, 0, 1));
    expect(endOf({ kind: 'at', instant: 5_000 }, now)).toBe(5_000);
  });

  test('of which whole minutes can be asked for only is never later than asked for, and is the mint when that is too late', () => {
    const expiry = { kind: 'minute', longest: YEAR } as const;
    const left = fc.integer({ min: 0, max: 2 * YEAR });
    fc.assert(
      fc.property(fc.nat({ max: 2_000_000_000_000 }), left, (now, seconds) => {
        const second = Math.floor(now / 1000) * 1000;
        const instant = second + seconds * 1000;
        const end = endOf({ kind: 'at', instant }, now, expiry);
        expect(end).toBeLessThanOrEqual(instant);
        expect((end - second) % (MINUTE * 1000)).toBe(0);
        expect(end > second).toBe(seconds >= MINUTE);
        expect(endOf({ kind: 'in', seconds }, now, expiry)).toBe(second + lifeWithin(expiry, seconds) * 1000);
      }),
    );
  });
});
