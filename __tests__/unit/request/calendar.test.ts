import fc from '../../properties.js';
import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../../src/request/calendar.js';
import type { Problem } from '../../../src/request/problem.js';

function instantOf(text: string, zone?: string): number {
  const result = parseInstant(text, zone);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join());
  return result.value;
}

function problemsOf(text: string, zone?: string): readonly Problem[] {
  const result = parseInstant(text, zone);
  if (result.ok) throw new Error(`${text} was read as ${new Date(result.value).toISOString()}`);
  return result.problems;
}

const iso = (text: string, zone?: string): string => new Date(instantOf(text, zone)).toISOString();

describe('a date or a time is an instant', () => {
  test.for([
    ['2026-10-30', undefined, '2026-10-30T00:00:00.000Z'],
    ['2026-10-30T12:45', undefined, '2026-10-30T12:45:00.000Z'],
    ['2026-10-30 12:45', undefined, '2026-10-30T12:45:00.000Z'],
    ['2026-10-30T12:45:59', 'UTC', '2026-10-30T12:45:59.000Z'],
    ['2026-10-30T12:45:59Z', undefined, '2026-10-30T12:45:59.000Z'],
    ['2026-10-30T12:45:59.601Z', undefined, '2026-10-30T12:45:59.000Z'],
    ['2026-10-30T12:45:59.999999999', '+01:00', '2026-10-30T11:45:59.000Z'],
    ['2026-10-30T12:45Z', undefined, '2026-10-30T12:45:00.000Z'],
    ['2026-10-30T12:45+13:00', undefined, '2026-10-29T23:45:00.000Z'],
    ['2026-10-30T12:45-05:30', undefined, '2026-10-30T18:15:00.000Z'],
    ['2026-10-30T12:45+18:00', undefined, '2026-10-29T18:45:00.000Z'],
    ['2026-10-30', 'Pacific/Auckland', '2026-10-29T11:00:00.000Z'],
    ['2026-10-30', '-05:00', '2026-10-30T05:00:00.000Z'],
    ['2026-10-30', '+05:45', '2026-10-29T18:15:00.000Z'],
    ['2026-10-30', 'Z', '2026-10-30T00:00:00.000Z'],
    ['2026-07-01T12:00', 'America/Argentina/Buenos_Aires', '2026-07-01T15:00:00.000Z'],
    ['2026-07-01T12:00', 'Etc/GMT+5', '2026-07-01T17:00:00.000Z'],
    ['2026-07-01T12:00', 'America/Port-au-Prince', '2026-07-01T16:00:00.000Z'],
    ['2026-07-01T12:00', 'US/Eastern', '2026-07-01T16:00:00.000Z'],
    ['2026-07-01T12:00', 'Europe/Kyiv', '2026-07-01T09:00:00.000Z'],
    ['2028-02-29', undefined, '2028-02-29T00:00:00.000Z'],
  ] as const)('%s in %s', ([text, zone, expected]) => expect(iso(text, zone)).toBe(expected));

  // Made by Java's time rules, which SolarNetwork's own command follows; where the clocks do not change they are ours too.
  test.for([
    ['2025-09-30T00:00', 'Pacific/Auckland', 1759143600000],
    ['2020-10-30T12:45', '-05:00', 1604079900000],
  ] as const)('%s in %s is the instant of the other clients', ([text, zone, expected]) =>
    expect(instantOf(text, zone)).toBe(expected),
  );

  test.for([
    ['2025-04-06T02:30', 'Pacific/Auckland', 1743859800000],
    ['2026-10-25T01:30', 'Europe/London', 1792888200000],
    ['2026-11-01T01:30', 'America/New_York', 1793511000000],
    // The clocks go back by half an hour.
    ['2026-04-05T01:45', 'Australia/Lord_Howe', Date.UTC(2026, 3, 4, 14, 45)],
  ] as const)('%s in %s comes twice, and the earlier counts', ([text, zone, expected]) =>
    expect(instantOf(text, zone)).toBe(expected),
  );

  test.for([
    ['2025-09-28T02:30', 'Pacific/Auckland'],
    ['2026-03-29T01:30', 'Europe/London'],
    ['2026-03-29T01:00:00', 'Europe/London'],
    ['2026-03-29T01:59:59', 'Europe/London'],
    ['2026-03-08T02:30', 'America/New_York'],
    ['2018-11-04T00:00', 'America/Sao_Paulo'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe'],
    ['2011-12-30T12:00', 'Pacific/Apia'],
    ['2011-12-30', 'Pacific/Apia'],
  ] as const)('%s in %s does not exist', ([text, zone]) =>
    expect(problemsOf(text, zone)).toEqual([
      {
        input: 'expires_at',
        message: `"${text}" does not exist in ${zone}: the clocks are put forward over it. Name a time before or after the change`,
      },
    ]),
  );

  test.for([
    ['2026-03-29T00:59:59', 'Europe/London', Date.UTC(2026, 2, 29, 0, 59, 59)],
    ['2026-03-29T02:00', 'Europe/London', Date.UTC(2026, 2, 29, 1)],
    ['2026-10-25T00:59:59', 'Europe/London', Date.UTC(2026, 9, 24, 23, 59, 59)],
    ['2026-10-25T02:00', 'Europe/London', Date.UTC(2026, 9, 25, 2)],
  ] as const)('%s in %s is the last or first clear instant beside a change', ([text, zone, expected]) =>
    expect(instantOf(text, zone)).toBe(expected),
  );

  test('a date alone is the start of that day, also of a day that begins at one o’clock or twice', () => {
    expect(instantOf('2018-11-04', 'America/Sao_Paulo')).toBe(1541300400000);
    expect(iso('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
    // In Havana the clocks go back from one o'clock to midnight.
    expect(iso('2026-11-01', 'America/Havana')).toBe('2026-11-01T04:00:00.000Z');
  });

  test('every whole second of UTC comes back, in any offset', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1970, 0) / 1000, max: Date.UTC(9999, 0) / 1000 }),
        fc.integer({ min: -18 * 60, max: 18 * 60 }),
        (second, minutes) => {
          const local = new Date((second + minutes * 60) * 1000).toISOString().slice(0, 19);
          const two = (number: number) => String(number).padStart(2, '0');
          const size = Math.abs(minutes);
          const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
          expect(instantOf(`${local}${offset}`)).toBe(second * 1000);
          expect(instantOf(local, offset)).toBe(second * 1000);
        },
      ),
    );
  });

  test('in zones that change their clocks an instant comes back as itself or the earlier one that looks the same', () => {
    const zones = ['Europe/London', 'America/New_York', 'Pacific/Auckland', 'Australia/Lord_Howe', 'Africa/Cairo'];
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 0) / 1000, max: Date.UTC(2030, 0) / 1000 }),
        fc.constantFrom(...zones),
        (second, zone) => {
          // The Swedish form is 2026-10-30 12:45:00.
          const show = (instant: number) => new Date(instant).toLocaleString('sv-SE', { timeZone: zone });
          const found = instantOf(show(second * 1000), zone);
          expect(show(found)).toBe(show(second * 1000));
          expect([0, 1800, 3600]).toContain(second - found / 1000);
        },
      ),
    );
  });
});

describe('what names no instant is refused', () => {
  const FORMS =
    'expected a date or a time such as 2026-10-30, 2026-10-30T12:45, 2026-10-30T12:45:00Z or 2026-10-30T12:45+13:00';
  test.for([
    '',
    'tomorrow',
    '2026-10',
    '2026-1-1',
    '30.10.2026',
    '10/30/2026',
    '20261030',
    '26-10-30',
    '2026-10-30T',
    '2026-10-30T12',
    '2026-10-30T1245',
    '2026-10-30t12:45',
    '2026-10-30T12:45z',
    '2026-10-30T12:45+13',
    '2026-10-30T12:45+1300',
    '2026-10-30T12:45 +13:00',
    '2026-10-30Z',
    '2026-10-30T12:45[Pacific/Auckland]',
    '2026-10-30T12:45 UTC',
    '2026-10-30  12:45',
    '+2026-10-30',
    '1793364300',
    '2026-10-30T12:45\n',
    '２０２６-10-30',
  ])('of another form: %j', (text) =>
    expect(problemsOf(text)).toEqual([{ input: 'expires_at', message: `found ${JSON.stringify(text)}; ${FORMS}` }]),
  );

  test.for([
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-10-00',
    '2026-10-32',
    '2026-10-30T24:00',
    '2026-10-30T24:00Z',
    '2026-10-30T25:00',
    '2026-10-30T12:60',
    '2026-12-31T23:59:60Z',
  ])('not in the calendar: %s', (text) =>
    expect(problemsOf(text)).toEqual([
      { input: 'expires_at', message: `${JSON.stringify(text)} is not a date and time of the calendar` },
    ]),
  );

  test.for(['+18:01', '-19:00', '+99:00', '+05:60'])('an offset that no place has: %s', (offset) => {
    expect(problemsOf(`2026-10-30T12:45${offset}`)).toEqual([
      { input: 'expires_at', message: `found the offset ${offset}; expected one from -18:00 to +18:00` },
    ]);
    expect(problemsOf('2026-10-30T12:45', offset)).toMatchObject([{ input: 'time_zone' }]);
  });
});

describe('a zone is a region, UTC, or an offset', () => {
  const EXPECTED = 'expected a region such as Pacific/Auckland, UTC, or an offset such as -05:00';
  test.for([
    'EST',
    'PST8PDT',
    'CET',
    'GMT',
    'GMT+2',
    'UTC+01:00',
    'UTC+1',
    'Japan',
    '-0500',
    '-05',
    '+2',
    '5',
    'Mars/Olympus_Mons',
    'local',
    'system',
    '',
    '../../etc/passwd',
    'Etc/../UTC',
  ])('%j is none of these', (zone) => {
    const problems = problemsOf('2026-10-30', zone);
    expect(problems).toMatchObject([{ input: 'time_zone' }]);
    expect(problems[0]?.message.startsWith(`found ${JSON.stringify(zone)}; ${EXPECTED}`)).toBe(true);
  });

  test.for([
    ['pacific/auckland', 'Pacific/Auckland'],
    ['Pacific/auckland', 'Pacific/Auckland'],
    ['PACIFIC/AUCKLAND', 'Pacific/Auckland'],
    ['Pacific/Aukland', 'Pacific/Auckland'],
    ['America/New_york', 'America/New_York'],
    ['Europe/london', 'Europe/London'],
    ['utc', 'UTC'],
    ['z', 'Z'],
  ] as const)('%s is said to be meant as %s', ([zone, meant]) =>
    expect(problemsOf('2026-10-30', zone)).toEqual([
      {
        input: 'time_zone',
        message: `found "${zone}"; ${EXPECTED}.${meant === 'Z' ? '' : ` Did you mean "${meant}"?`}`,
      },
    ]),
  );

  test('an offset or Z in the time leaves no room for a zone', () => {
    for (const [text, offset] of [
      ['2026-10-30T12:45Z', 'Z'],
      ['2026-10-30T12:45+13:00', '+13:00'],
    ] as const) {
      expect(problemsOf(text, 'UTC')).toEqual([
        { input: 'time_zone', message: `expires_at says its own offset (${offset}); leave out one of the two` },
      ]);
    }
  });

  test('a bad time and a bad zone are told together', () => {
    expect(problemsOf('tomorrow', 'EST').map(({ input }) => input)).toEqual(['expires_at', 'time_zone']);
    expect(problemsOf('2026-02-30', 'EST').map(({ input }) => input)).toEqual(['expires_at', 'time_zone']);
  });

  test('whatever the texts, they are an instant or problems of these two inputs', () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^20\d\d-[01]\d-[0-3]\d([T ][0-2]\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/),
    );
    const zone = fc.oneof(
      fc.constant(undefined),
      fc.string(),
      fc.constantFrom('UTC', 'Europe/London', '-05:00', 'EST'),
    );
    fc.assert(
      fc.property(text, zone, (text, zone) => {
        const result = parseInstant(text, zone);
        if (result.ok) expect(result.value % 1000).toBe(0);
        else {
          expect(result.problems.length).toBeGreaterThan(0);
          for (const { input } of result.problems) expect(['expires_at', 'time_zone']).toContain(input);
        }
      }),
    );
  });
});
