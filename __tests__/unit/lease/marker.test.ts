import { describe, expect, test } from 'vitest';
import {
  bearsLease,
  describeWith,
  fitMarker,
  isChanged,
  isPrintedAs,
  LONGEST_MARKER,
  markerOf,
  printMarker,
  readDescription,
  splitDescription,
  type Marker,
} from '../../../src/lease/marker.js';
import { MINTERS, type Origin } from '../../../src/lease/origin.js';
import { formatInstant } from '../../../src/request/lifetime.js';
import fc from '../../properties.js';

const LEASE = '0123456789abcdef0123456789abcdef';
const END = Date.UTC(2026, 9, 30, 12, 45);
const ORIGIN: Origin = { repository: 'octo-org/octo-repo', run: '1658821493', attempt: '2', job: 'deploy' };
const MARKER: Marker = { leaseId: LEASE, origin: ORIGIN, expiresAt: END, untilExpiry: false };

/** Any text, as a CI could name something and as it could not. */
const hostile = fc.oneof(
  fc.string({ maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.stringMatching(/^[A-Za-z0-9._/-]{0,200}$/),
  fc.constantFrom(
    '',
    ' ',
    '[mint-token lease=',
    ']',
    '\n::warning::x',
    '🚀'.repeat(300),
    'a'.repeat(1000),
    'a~01234567',
  ),
);
const lease: fc.Arbitrary<Marker> = fc.record({
  leaseId: fc.stringMatching(/^[0-9a-f]{32}$/),
  origin: fc.record(
    { at: hostile, by: fc.constantFrom(...MINTERS), repository: hostile, run: hostile, attempt: hostile, job: hostile },
    { requiredKeys: ['repository', 'run', 'attempt', 'job'] },
  ),
  expiresAt: fc.integer({ min: 0, max: Date.UTC(2999, 0) }),
  untilExpiry: fc.boolean(),
});
const LONGEST_ORIGIN: Origin = {
  at: `${'h'.repeat(90)}.example`,
  by: 'woodpecker',
  repository: `o/${'r'.repeat(300)}`,
  run: '9'.repeat(99),
  attempt: '9'.repeat(99),
  job: 'j'.repeat(99),
};
const longest = { ...MARKER, origin: LONGEST_ORIGIN, expiresAt: END + 250, untilExpiry: true };

/** A marker with some of its origin in other words. */
function printed(origin: Partial<Origin>): string {
  return printMarker(markerOf({ ...MARKER, origin: { ...ORIGIN, ...origin } }));
}

/** What a marker says for `job` when that is printed of `text`. */
function printedJob(text: string): string | undefined {
  return / job=(\S*) /.exec(printed({ job: text }))?.[1];
}

describe('a marker', () => {
  test('tells the lease, the run and the end', () => {
    expect(printMarker(markerOf(MARKER))).toBe(
      `[mint-token lease=${LEASE} repo=octo-org/octo-repo run=1658821493/2 job=deploy expires=2026-10-30T12:45:00Z]`,
    );
  });

  test('tells the forge, what minted and that the token is left to its end only where they say something', () => {
    const origin: Origin = { ...ORIGIN, at: 'gitlab.example:8443', by: 'gitlab' };
    expect(printMarker(markerOf({ ...MARKER, origin, untilExpiry: true }))).toBe(
      `[mint-token lease=${LEASE} repo=octo-org/octo-repo run=1658821493/2 job=deploy expires=2026-10-30T12:45:00Z at=gitlab.example:8443 by=gitlab until=expiry]`,
    );
  });

  test('has no job where none is known, and empty texts for what else is not known', () => {
    expect(printed({ repository: '', run: '', attempt: '', job: '' })).toBe(
      `[mint-token lease=${LEASE} repo= run=/ expires=2026-10-30T12:45:00Z]`,
    );
  });

  test('says of a text that it could not hold as it is what became of it, and by what it is known again', () => {
    // printf 'build (ubuntu, 20)' | sha256sum
    expect(printedJob('build (ubuntu, 20)')).toBe('build_ubuntu_20_~532869c8');
    expect(printedJob('build  ubuntu 20 ')).not.toBe(printedJob('build (ubuntu, 20)'));
    expect(printedJob('j'.repeat(64))).toBe('j'.repeat(64));
    const cut = printedJob('j'.repeat(65));
    expect(cut).toMatch(/^j{55}~[0-9a-f]{8}$/);
    expect(printedJob('j'.repeat(66))).not.toBe(cut);
    // Nobody's job can pass for the printed form of another.
    expect(printedJob('build_ubuntu_20_~532869c8')).not.toBe('build_ubuntu_20_~8fc0d5b9');
  });

  test('keeps the whole name of the longest repository, and the id of a run of 40 characters', () => {
    const repository = `${'o'.repeat(39)}/${'r'.repeat(100)}`;
    const run = 'c'.repeat(40);
    expect(printed({ repository, run })).toContain(` repo=${repository} run=${run}/2 job=deploy `);
  });

  test('is never longer than allowed, and has no blank or bracket within a field, whatever the run is called', () => {
    fc.assert(
      fc.property(lease, fc.integer({ min: 300, max: LONGEST_MARKER }), (lease, room) => {
        const marker = printMarker(markerOf(lease, room));
        expect(marker.length).toBeLessThanOrEqual(room);
        expect(marker).toMatch(/^\[mint-token(?: [a-z]+=[\w./:~-]*)+\]$/);
      }),
      { examples: [[longest, 300]] },
    );
  });

  test('has everything in 500 characters', () => {
    const { origin } = markerOf(longest);
    expect(origin.job).not.toBe('');
    expect(origin.repository).toHaveLength(140);
  });

  test('loses its job where there is no room for it, then a part of its repository, and nothing else', () => {
    const whole = markerOf(longest);
    const length = printMarker(whole).length;
    expect(fitMarker(whole, length)).toEqual(whole);

    const withoutJob = { ...whole, origin: { ...whole.origin, job: '' } };
    expect(fitMarker(whole, length - 1)).toEqual(withoutJob);
    expect(fitMarker(whole, printMarker(withoutJob).length)).toEqual(withoutJob);

    const cut = fitMarker(whole, 300);
    expect(cut).toEqual({ ...withoutJob, origin: { ...withoutJob.origin, repository: cut.origin.repository } });
    // It is still known which repository that was.
    expect(cut.origin.repository.slice(-9)).toBe(whole.origin.repository.slice(-9));
    expect(printMarker(cut)).toHaveLength(300);
  });
});

describe('a description', () => {
  test('is read as it was written, whatever stands before the marker', () => {
    const text = fc.oneof(hostile, fc.constantFrom(printMarker(MARKER), `${printMarker(MARKER)} `, '[mint-token '));
    fc.assert(
      fc.property(text, lease, fc.integer({ min: 300, max: LONGEST_MARKER }), (text, lease, room) => {
        const marker = markerOf(lease, room);
        expect(readDescription(describeWith(text, printMarker(marker)))).toEqual({ kind: 'marked', text, marker });
      }),
      { examples: [['', longest, 300]] },
    );
  });

  test('has a marker too when somebody wrote the text before it anew, without the blank', () => {
    expect(readDescription(`Renamed:${printMarker(MARKER)}`)).toEqual({
      kind: 'marked',
      text: 'Renamed:',
      marker: MARKER,
    });
  });

  test('of a token that was minted before markers told the forge is read all the same', () => {
    const field = (longest: number) => fc.stringMatching(/^[A-Za-z0-9._-]+$/, { maxLength: longest });
    fc.assert(
      fc.property(field(140), field(20), field(6), field(32), fc.integer({ min: 0, max: END }), (...values) => {
        const [repository, run, attempt, job, expiresAt] = values;
        const marker = `[mint-token lease=${LEASE} repo=${repository} run=${run}/${attempt} job=${job} expires=${formatInstant(expiresAt)}]`;
        const origin = { repository, run, attempt, job };
        expect(readDescription(marker)).toEqual({
          kind: 'marked',
          text: '',
          marker: { leaseId: LEASE, origin, expiresAt, untilExpiry: false },
        });
      }),
    );
  });

  test.each([
    ['a field that is not known', ' zone=eu'],
    ['a field that is not known, of signs that markers do not have today', ' note="ä"'],
    ['something else that minted', ' by=drone'],
    ['another rule for its end', ' until=merge'],
  ])('with %s is of a later version', (_, addition) => {
    expect(readDescription(`Text ${printMarker(MARKER).slice(0, -1)}${addition}]`)).toEqual({
      kind: 'of-later-version',
    });
  });

  const marker = printMarker({ ...MARKER, origin: { ...ORIGIN, at: 'git.example', by: 'gitlab' }, untilExpiry: true });

  test.each([
    ['', 'nothing'],
    ['Nightly import', 'no marker'],
    [`${marker} and more`, 'text behind the marker'],
    [`${marker}\n`, 'a line end behind the marker'],
    [`${marker}]`, 'a bracket behind the marker'],
    [marker.slice(1), 'no beginning'],
    [marker.slice(0, -1), 'no end'],
    [marker.replace(LEASE, LEASE.toUpperCase()), 'capital letters in the id of the lease'],
    [marker.replace(LEASE, LEASE.slice(1)), 'a short id of the lease'],
    [marker.replace('run=1658821493/2', 'run=1658821493'), 'a run without attempt'],
    [marker.replace('run=1658821493/2', 'run=1/658821493/2'), 'a run of three parts'],
    [marker.replace('job=deploy', 'job='), 'an empty job'],
    [marker.replace('job=deploy', 'job=de+ploy'), 'a sign that is never printed'],
    [marker.replace('job=deploy', 'job=deploy~0123456'), 'a hash of seven digits'],
    [marker.replace('job=deploy', 'job=de~01234567ploy'), 'a hash in the middle'],
    [marker.replace('job=deploy', `job=${'j'.repeat(65)}`), 'a job that is too long'],
    [marker.replace('job=deploy ', 'job=deploy  '), 'two blanks'],
    [marker.replace('job=deploy ', 'job=deploy\t'), 'a tab for a blank'],
    [marker.replace('job=deploy ', 'job=deploy deploy '), 'a word without a name'],
    [marker.replace('job=deploy ', 'job=deploy job=deploy '), 'a field twice'],
    [marker.replace(/( job=\S*)( expires=\S*)/, '$2$1'), 'another order'],
    [marker.replace(/ expires=\S*/, ''), 'no end of the token'],
    [marker.replace('2026-10-30T', '2026-02-30T'), 'an end that is not in the calendar'],
    [marker.replace('12:45:00Z', '12:45:00'), 'an end without a zone'],
    [marker.replace('12:45:00Z', '12:45:00.000Z'), 'an end as it is never printed'],
    [marker.replace('at=git.example', 'at='), 'an empty forge'],
    [marker.replace('by=gitlab', 'by=GitLab'), 'a name that no version has'],
    [marker.replace('until=expiry', 'until='), 'an empty rule for its end'],
    [marker.replace(']', `${' x=y'.repeat(600)}]`), 'more than any marker'],
  ])('%j is foreign: %s', (description) => {
    expect(readDescription(description)).toEqual({ kind: 'foreign' });
  });

  test('that nearly ends with a marker is never read as one', () => {
    const sign = fc.constantFrom('\n', '\t', '[', ']', '~', '=', '  ', '+', 'é', '\u0000', '\u00a0');
    fc.assert(
      fc.property(
        lease,
        fc.nat(),
        sign,
        fc.constantFrom('insert', 'cut', 'behind', 'twice', 'swap', 'case', 'without'),
        (lease, seed, sign, way) => {
          const marker = printMarker(markerOf(lease));
          const at = 2 + (seed % (marker.length - 2));
          const fields = marker.slice(1, -1).split(' ');
          const other = (seed % (fields.length - 1)) + 1;
          const near = {
            insert: () => `${marker.slice(0, at)}${sign}${marker.slice(at)}`,
            cut: () => marker.slice(0, -at),
            behind: () => `${marker}${sign}`,
            twice: () => `[${fields.flatMap((field, index) => (index === other ? [field, field] : field)).join(' ')}]`,
            swap: () =>
              `[${fields
                .with(other, fields[other - 1] ?? '')
                .with(other - 1, fields[other] ?? '')
                .join(' ')}]`,
            case: () => marker.replace(/ lease=(\S+)/, (text) => text.toUpperCase()),
            without: () =>
              `[${fields.filter((field) => !/^(?:mint-token|lease|repo|run|expires)/.test(field)).join(' ')}]`,
          }[way]();
          expect(readDescription(near).kind).not.toBe('marked');
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('costs no more time to read the more beginnings of markers it holds', () => {
    const started = performance.now();
    readDescription(`[mint-token lease=${LEASE}${' a=b'.repeat(100)}`.repeat(10_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('a token', () => {
  const marker = printMarker(MARKER);

  test.each([
    marker,
    `Nightly ${marker}`,
    // What an update writes.
    marker.replace('2026-10-30', '2027-01-01'),
    // Of another version.
    `[mint-token lease=${LEASE} repo=a/b run=x/y/z job= expires=never zone=eu]`,
  ])('is known as that of a lease by the id at the end of its description: %s', (description) => {
    expect(bearsLease(description, LEASE)).toBe(true);
  });

  test.each([
    '',
    LEASE,
    `lease=${LEASE}`,
    `${marker} and more`,
    `${marker}]`,
    marker.slice(1),
    marker.replace(LEASE, `${LEASE.slice(1)}0`),
    marker.replace(LEASE, `${LEASE}0`),
    `[mint-token lease=${LEASE} ${printMarker({ ...MARKER, leaseId: 'f'.repeat(32) })}`,
    `[mint-token lease=${'f'.repeat(32)} lease=${LEASE} repo=a/b]`,
  ])('is not known as that of a lease by any other description: %s', (description) => {
    expect(bearsLease(description, LEASE)).toBe(false);
  });
});

describe('a text of a marker', () => {
  test('is compared as it is printed, also where it was cut once more for the want of room', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.integer({ min: 10, max: 140 }), (text, other, room) => {
        const { repository } = markerOf({ ...MARKER, origin: { ...ORIGIN, repository: text } }).origin;
        expect(isPrintedAs(repository, 'repository', text)).toBe(true);
        const cut = fitMarker(
          { ...MARKER, origin: { ...ORIGIN, repository, job: '' } },
          printMarker({ ...MARKER, origin: { ...ORIGIN, repository, job: '' } }).length - repository.length + room,
        );
        expect(isPrintedAs(cut.origin.repository, 'repository', text)).toBe(true);
        expect(isPrintedAs(repository, 'repository', other)).toBe(text === other);
      }),
    );
  });

  test('says whether it is the whole one', () => {
    expect(isChanged('octo-org/octo-repo')).toBe(false);
    expect(isChanged(printedJob('a b') ?? '')).toBe(true);
    expect(isChanged(printedJob('j'.repeat(100)) ?? '')).toBe(true);
  });
});

describe('a description', () => {
  test('is taken apart at its marker, and put together again', () => {
    fc.assert(
      fc.property(hostile, lease, (text, marker) => {
        const description = describeWith(text, printMarker(markerOf(marker)));
        const split = splitDescription(description);
        expect(split).toEqual({ text, marker: printMarker(markerOf(marker)) });
        expect(describeWith(split.text, split.marker)).toBe(description);
      }),
    );
  });

  test('is taken apart at a marker of a later version too, whose text stays', () => {
    const later = printMarker(MARKER).replace(']', ' colour=red]');
    expect(splitDescription(`text ${later}`)).toEqual({ text: 'text', marker: later });
  });

  test.each(['', 'made by hand', '[mint-token lease=short]', `${printMarker(MARKER)}.`])(
    'without a marker is all text: %s',
    (description) => {
      expect(splitDescription(description)).toEqual({ text: description, marker: '' });
    },
  );
});
