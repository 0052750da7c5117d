import fc from '../../properties.js';
import { describe, expect, test } from 'vitest';
import { inputsOf, isOfEveryType, type InputName } from '../../../src/request/inputs.js';
import { HOUR, YEAR } from '../../../src/request/lifetime.js';
import { formatProblem } from '../../../src/request/problem.js';
import { parseRequest, type KnownOfIssuer } from '../../../src/request/request.js';
import { runnerWords } from '../../../src/runner/words.js';

// Half a second past, as it usually is.
const NOW = Date.UTC(2026, 9, 30, 12, 45, 0, 500);

type Given = Partial<Record<InputName, string>>;

const CLOUD: KnownOfIssuer = {
  title: 'Cloud',
  grantExample: 'everything: all',
  exportsTokenFile: false,
  inputs: ['url', 'credential'],
  expiry: { kind: 'second', longest: YEAR },
};
const EVERLASTING: KnownOfIssuer = {
  title: 'Ever',
  grantExample: 'everything: all',
  exportsTokenFile: false,
  inputs: ['org'],
  expiry: { kind: 'none' },
};

function read(given: Given, issuer: KnownOfIssuer = CLOUD) {
  const inputs: Given = { type: 'cloud', grants: 'mydb: read', ...given };
  return parseRequest('cloud', issuer, (name) => inputs[name], NOW, runnerWords);
}

/** What is wrong with inputs, a line each. */
async function problemsOf(given: Given, issuer?: KnownOfIssuer): Promise<readonly string[]> {
  return (await read(given, issuer)).problems.map(formatProblem);
}

async function understood(given: Given, issuer?: KnownOfIssuer) {
  const { request, options, problems } = await read(given, issuer);
  expect(problems).toEqual([]);
  return { request, options };
}

test('a type and grants are enough, for an hour, revoked when the job ends', async () => {
  const { request, options } = await understood({});
  expect(request).toMatchObject({
    type: 'cloud',
    grants: { form: 'lines', lines: [{ at: { line: 1, column: 1 } }] },
    lifetime: { kind: 'in', seconds: HOUR },
    name: undefined,
    description: undefined,
    now: NOW,
  });
  expect(options).toEqual({
    tokenFile: undefined,
    tokenFileFormat: undefined,
    exportEnvironment: false,
    revoke: true,
    onRevokeFailure: undefined,
    timeout: 120_000,
    summary: true,
    dryRun: false,
  });
});

test('every option can be given', async () => {
  const { request, options } = await understood({
    expires_in: ' 30m ',
    name: ' nightly ',
    description: 'Nightly sync\n',
    url: 'https://host.example',
    token_file: 'token.json',
    token_file_format: ' env ',
    export_env: 'true',
    revoke: 'false',
    on_revoke_failure: 'fail',
    timeout: '90s',
    summary: 'False',
    dry_run: 'TRUE',
  });
  expect(request).toMatchObject({
    lifetime: { kind: 'in', seconds: 1800 },
    name: 'nightly',
    description: 'Nightly sync',
  });
  expect(request.given('url')).toBe('https://host.example');
  expect(options).toEqual({
    tokenFile: 'token.json',
    tokenFileFormat: 'env',
    exportEnvironment: true,
    revoke: false,
    onRevokeFailure: 'fail',
    timeout: 90_000,
    summary: false,
    dryRun: true,
  });
});

describe('grants are required', () => {
  test('none is a problem with an example', async () => {
    expect(await problemsOf({ grants: undefined as never })).toEqual([
      'grants: no grant is given; a grant is one line, RESOURCE: ACTION[, ACTION...]. A token is never minted without saying what it may do. An example: "everything: all"',
    ]);
    expect(await problemsOf({ grants: '# nothing yet' })).toHaveLength(1);
  });

  test('and what cannot be read is told with its place', async () => {
    expect(await problemsOf({ grants: 'a: b\nc' })).toEqual([
      'grants, line 2, column 2: the line ends without a colon and actions; a grant is one line, RESOURCE: ACTION[, ACTION...]',
    ]);
  });
});

describe('the life of a token', () => {
  test.for([
    ['0', 'found "0", which is no time at all; expected a duration such as 30m, 1h30m or 7d'],
    ['-1h', 'found "-1h", which is negative; expected a duration such as 30m, 1h30m or 7d'],
    [
      '1 fortnight',
      'found "1 fortnight"; expected a duration such as 90s, 30m, 1h30m, 7d, 1w, 1y, PT1H, or a number of seconds.',
    ],
    [
      '9999y',
      'a life of 3649635d is longer than mint-token asks for, whatever the system allows, since a token that nobody revokes has to end by itself; expected at most 365d',
    ],
    ['1.5h', 'found "1.5h"; a duration has no fractions: write 1h30m or 90m instead of 1.5h'],
    ['59', 'a life of 59s is too short to be used; expected at least 1m'],
    ['1s', 'a life of 1s is too short to be used; expected at least 1m'],
    [
      '366d',
      'a life of 366d is longer than mint-token asks for, whatever the system allows, since a token that nobody revokes has to end by itself; expected at most 365d',
    ],
    [
      '1y1s',
      'a life of 365d 1s is longer than mint-token asks for, whatever the system allows, since a token that nobody revokes has to end by itself; expected at most 365d',
    ],
  ] as const)('of %s is refused', async ([text, message]) => {
    expect(await problemsOf({ expires_in: text })).toEqual([`expires_in: ${message}`]);
  });

  test.for(['never', 'Never', 'none', 'infinite', 'unlimited', 'forever'])(
    'without an end (%s) is refused, with the reason, where it is asked for',
    async (text) => {
      const reason = `found "${text}", and endless tokens are not minted: one that nobody revokes has to end by itself; expected`;
      expect(await problemsOf({ expires_in: text })).toEqual([
        `expires_in: ${reason} a duration such as 30m, 1h30m or 7d, at most 365d`,
      ]);
      expect(await problemsOf({ expires_at: text })).toEqual([
        `expires_at: ${reason} a date or a time such as 2026-10-30 or 2026-10-30T12:45, at most 365d from now`,
      ]);
      expect(await problemsOf({ timeout: text })).toEqual([
        expect.stringMatching(/^timeout: found ".*"; expected a dur/),
      ]);
    },
  );

  test.for(['60', '1m', '1y', '365d'])('of %s is allowed', async (text) => {
    await understood({ expires_in: text });
  });

  test('is at most what the issuer allows, or a year where it knows no expiry', async () => {
    const short: KnownOfIssuer = {
      title: 'Brief',
      grantExample: 'everything: all',
      exportsTokenFile: false,
      inputs: [],
      expiry: { kind: 'millisecond', longest: 2 * HOUR },
    };
    await understood({ expires_in: '2h' }, short);
    expect(await problemsOf({ expires_in: '2h1s' }, short)).toEqual([
      'expires_in: a life of 2h 1s is longer than Brief allows here; expected at most 2h',
    ]);
    await understood({ expires_in: '1y' }, EVERLASTING);
    expect(await problemsOf({ expires_in: '366d' }, EVERLASTING)).toHaveLength(1);
  });

  test('is held against the limit in the same words as the limit', async () => {
    // 365 days and 400 ms from now, then 59.6 s.
    const at = (milliseconds: number) =>
      parseRequest(
        'cloud',
        CLOUD,
        (name) => (name === 'expires_at' ? '2027-10-30T12:45:01Z' : name === 'grants' ? 'a: b' : undefined),
        milliseconds,
        runnerWords,
      );
    const end = Date.UTC(2027, 9, 30, 12, 45, 1);
    expect((await at(end - YEAR * 1000 - 400)).problems.map(formatProblem)).toEqual([
      'expires_at: a life of 365d 1s is longer than mint-token asks for, whatever the system allows, since a token that nobody revokes has to end by itself; expected at most 365d',
    ]);
    expect((await at(end - 59_600)).problems.map(formatProblem)).toEqual([
      'expires_at: a life of 59s is too short to be used; expected at least 1m',
    ]);
    expect((await at(end - YEAR * 1000)).problems).toEqual([]);
    expect((await at(end - 60_000)).problems).toEqual([]);
  });

  test.for([
    ['2026-10-31', undefined, Date.UTC(2026, 9, 31)],
    [' 2026-10-30T13:00Z\n', undefined, Date.UTC(2026, 9, 30, 13)],
    ['2026-10-31T12:00', ' Pacific/Auckland ', Date.UTC(2026, 9, 30, 23)],
    // The clocks go back at this time; of its two instants the earlier is meant.
    ['2026-11-01T01:30', 'America/New_York', 1793511000000],
  ] as const)('until %j in %j is counted to that instant', async ([expires_at, time_zone, instant]) => {
    const given = time_zone === undefined ? { expires_at } : { expires_at, time_zone };
    expect((await understood(given)).request.lifetime).toEqual({ kind: 'at', instant });
  });

  test.for<[Given, readonly string[]]>([
    [
      { expires_at: '2026-10-30' },
      [
        'expires_at: "2026-10-30" is 2026-10-30T00:00:00Z, which is past; the clock of this machine shows 2026-10-30T12:45:00Z',
      ],
    ],
    [
      { expires_at: '2026-10-30T12:45:00Z' },
      [
        'expires_at: "2026-10-30T12:45:00Z" is 2026-10-30T12:45:00Z, which is past; the clock of this machine shows 2026-10-30T12:45:00Z',
      ],
    ],
    [
      { expires_at: '2026-10-30T12:45:30Z' },
      ['expires_at: a life of 29s is too short to be used; expected at least 1m'],
    ],
    [
      { expires_at: '2027-03-28T01:30', time_zone: 'Europe/London' },
      [
        'expires_at: "2027-03-28T01:30" does not exist in Europe/London: the clocks are put forward over it. Name a time before or after the change',
      ],
    ],
    [
      { expires_at: '2026-12-01', time_zone: 'Mars/Base' },
      ['time_zone: found "Mars/Base"; expected a region such as Pacific/Auckland, UTC, or an offset such as -05:00.'],
    ],
    [
      { expires_at: '2026-12-01T00:00Z', time_zone: 'UTC' },
      ['time_zone: expires_at says its own offset (Z); leave out one of the two'],
    ],
    [{ expires_at: '2026-12-01', expires_in: '1h' }, ['expires_at: expires_in is given too; keep one of the two']],
    [{ time_zone: 'UTC' }, ['time_zone: it says how to read expires_at, which is not given; remove it']],
  ])('%j is refused', async ([given, problems]) => expect(await problemsOf(given)).toEqual(problems));

  test('is checked in both of its inputs, and in the zone, at once', async () => {
    expect(await problemsOf({ expires_at: '2026-02-30', expires_in: '1.5h', time_zone: 'EST' })).toEqual([
      'expires_at: expires_in is given too; keep one of the two',
      'expires_in: found "1.5h"; a duration has no fractions: write 1h30m or 90m instead of 1.5h',
      'expires_at: "2026-02-30" is not a date and time of the calendar',
      'time_zone: found "EST"; expected a region such as Pacific/Auckland, UTC, or an offset such as -05:00.',
    ]);
    expect(await problemsOf({ expires_in: '0', time_zone: 'UTC' })).toEqual([
      'time_zone: it says how to read expires_at, which is not given; remove it',
      'expires_in: found "0", which is no time at all; expected a duration such as 30m, 1h30m or 7d',
    ]);
  });
});

describe('an input that the type does not use is an error that names it and what is used', () => {
  test('of another type', async () => {
    expect(await problemsOf({ actor: 'root', org: 'acme' })).toEqual([
      'actor: type cloud does not use this input; remove it. It uses: url, credential',
      'org: type cloud does not use this input; remove it. It uses: url, credential',
    ]);
    expect(await problemsOf({ status: 'active' }, { ...CLOUD, inputs: [] })).toEqual([
      'status: type cloud does not use this input; remove it. It uses: no inputs of its own',
    ]);
  });

  test('for every input that not every type uses', async () => {
    for (const input of inputsOf('create')) {
      const used = isOfEveryType(input) || CLOUD.inputs.includes(input);
      const unused = (await problemsOf({ [input]: 'x' })).filter((line) => line.includes('does not use this input'));
      expect([input, unused.length]).toEqual([input, used ? 0 : 1]);
    }
  });
});

describe('options', () => {
  test.for(['export_env', 'revoke', 'summary', 'dry_run'] as const)('%s is true or false', async (input) => {
    for (const text of ['true', 'True', 'TRUE', ' true\n', 'false', 'False', 'FALSE'])
      await understood({ [input]: text });
    for (const text of [
      'yes',
      'no',
      '1',
      '0',
      'on',
      'tRUE',
      '"true"',
      'true false',
      'null',
      'untrue',
      'falsey',
      'xfalse',
      'truer',
    ]) {
      expect(await problemsOf({ [input]: text })).toEqual([
        `${input}: found ${JSON.stringify(text)}; expected true or false`,
      ]);
    }
  });

  test.for([
    ['10s', 10_000],
    ['10', 10_000],
    ['1h', 3_600_000],
    [' PT1M ', 60_000],
  ] as const)('timeout may be %j', async ([timeout, milliseconds]) =>
    expect((await understood({ timeout })).options.timeout).toBe(milliseconds),
  );

  test.for([
    ['3601', 'found "3601"; expected at most 1h'],
    ['1d', 'found "1d"; expected at most 1h'],
    ['-1m', 'found "-1m", which is negative; expected a duration such as 30m, 1h30m or 7d'],
    ['0', 'found "0", which is no time at all; expected a duration such as 30m, 1h30m or 7d'],
    ['never', 'found "never"; expected a duration such as 90s, 30m, 1h30m, 7d, 1w, 1y, PT1H, or a number of seconds.'],
  ] as const)('timeout may not be %s', async ([timeout, message]) =>
    expect(await problemsOf({ timeout })).toEqual([`timeout: ${message}`]),
  );

  test('one of a few words is checked, and the nearest proposed', async () => {
    expect(await problemsOf({ on_revoke_failure: 'wran', token_file: 'x', token_file_format: 'yaml' })).toEqual([
      'token_file_format: found "yaml"; expected token or json or env.',
      'on_revoke_failure: found "wran"; expected fail or warn. Did you mean "warn"?',
    ]);
    expect(await problemsOf({ on_revoke_failure: 'Fail' })).toEqual([
      'on_revoke_failure: found "Fail"; expected fail or warn. Did you mean "fail"?',
    ]);
  });

  test('a token that never ends by itself is not left alone', async () => {
    expect(await problemsOf({ revoke: 'false' }, EVERLASTING)).toEqual([
      'revoke: Ever knows no expiry, so a token that is not revoked would live for ever; remove "revoke: false"',
    ]);
    await understood({ revoke: 'true' }, EVERLASTING);
  });
});

describe('texts', () => {
  test('a name has at most 128 characters and a description at most 200, whatever they are', async () => {
    await understood({ name: '🚀'.repeat(128), description: '🚀'.repeat(200) });
    expect(await problemsOf({ name: '🚀'.repeat(129), description: 'é'.repeat(201) })).toEqual([
      'name: the text is 129 characters long; expected at most 128',
      'description: the text is 201 characters long; expected at most 200',
    ]);
  });

  test('an input has at most 16 KiB and grants 64 KiB, in bytes', async () => {
    const comment = (bytes: number) => `mydb: read\n#${'x'.repeat(bytes - 12)}`;
    await understood({ grants: comment(65_536), url: 'x'.repeat(16_384) });
    expect(await problemsOf({ grants: comment(65_537), url: `${'x'.repeat(16_383)}é` })).toEqual([
      'grants: the value is 65537 bytes long; expected at most 65536',
      'url: the value is 16385 bytes long; expected at most 16384',
    ]);
  });

  test.for(['1.23E+15', '1E+15', '-1.2345678901234E+20', '9.9E+100'])(
    'a number that YAML has rounded (%s) is to be put in quotes',
    async (text) => {
      expect(await problemsOf({ url: text })).toEqual([
        `url: found ${text}: YAML read the value as a number and its digits are lost; put it in quotes, as in url: "1234567890123456"`,
      ]);
    },
  );

  test('a life or a form that YAML has rounded is told once, with an example of its own', async () => {
    expect(await problemsOf({ expires_in: '3.6E+03' })).toEqual([
      'expires_in: found 3.6E+03: YAML read the value as a number and its digits are lost; put it in quotes, as in expires_in: "3600"',
    ]);
    expect(await problemsOf({ timeout: '3.6E+03' })).toEqual([
      'timeout: found 3.6E+03: YAML read the value as a number and its digits are lost; put it in quotes, as in timeout: "3600"',
    ]);
    expect(await problemsOf({ grants: '1.23E+15' })).toHaveLength(1);
  });

  test('and nothing that is not one is taken for it', async () => {
    for (const url of ['1.23e+15', '12E+15', '1E15', 'x1E+15', '1E+15x', '1.E+15']) await understood({ url });
  });

  test('a credential is not shown even when YAML has rounded it', async () => {
    expect(await problemsOf({ credential: '9.87654321E+15' })).toEqual([
      'credential: YAML read the value as a number and its digits are lost; put it in quotes, as in credential: "1234567890123456"',
    ]);
  });

  test('half a surrogate pair is no character', async () => {
    expect(await problemsOf({ name: 'a\ud83d' })).toEqual([
      'name: the value holds half a surrogate pair, which is no character',
    ]);
  });
});

describe('problems', () => {
  test('are all told at once', async () => {
    const inputs = (
      await read({
        grants: 'a',
        expires_in: '0',
        time_zone: 'UTC',
        name: 'x'.repeat(129),
        description: 'x'.repeat(201),
        actor: 'root',
        token_file_format: 'x',
        export_env: 'x',
        revoke: 'x',
        on_revoke_failure: 'x',
        timeout: 'x',
        summary: 'x',
        dry_run: 'x',
      })
    ).problems.map(({ input }) => input);
    expect(inputs.toSorted()).toEqual(
      [
        'grants',
        'expires_in',
        'time_zone',
        'name',
        'description',
        'actor',
        'token_file_format',
        'export_env',
        'revoke',
        'on_revoke_failure',
        'timeout',
        'summary',
        'dry_run',
      ].toSorted(),
    );
  });

  test('never show a credential, and name an input of the action, whatever is given', async () => {
    const SECRET = 'not-a-real-secret-of-a-request';
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      fc.constantFrom('1.2E+15', 'true', '1h', '2026-12-01', 'x'.repeat(17_000), '\ud83d', 'unrestricted', '{"a":'),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...inputsOf('create')), text), async (given) => {
        const { problems } = await read({ ...given, credential: SECRET });
        for (const problem of problems) {
          expect(inputsOf('create')).toContain(problem.input);
          expect(formatProblem(problem)).not.toContain(SECRET);
          expect(formatProblem(problem).length).toBeLessThan(1_000);
        }
      }),
    );
  });
});
