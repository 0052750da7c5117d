import fc from '../../properties.js';
import { describe, expect, test } from 'vitest';
import { newAttempt } from '../../../src/lease/attempt.js';
import {
  accessOf,
  parseRecord,
  serializeRecord,
  withoutSecret,
  withOutcome,
  type LeaseRecord,
  type Outcome,
} from '../../../src/lease/record.js';
import { runnerWords } from '../../../src/runner/words.js';

const RECORD: LeaseRecord = {
  version: 1,
  type: 'namespace',
  endpoint: 'https://iam.example',
  authentication: { kind: 'secret' },
  context: { policy: 'abc' },
  expires: true,
  revocable: true,
  revoke: true,
  timeout: 60_000,
  attempts: [
    {
      leaseId: 'first',
      name: 'nightly',
      description: '',
      marker: '[m1]',
      startedAt: 1,
      serverAhead: 0,
      expiresAt: 2,
      outcome: { kind: 'open', searched: false },
    },
    {
      leaseId: 'second',
      name: 'nightly',
      description: '',
      marker: '[m2]',
      startedAt: 3,
      serverAhead: 0,
      expiresAt: 4,
      outcome: { kind: 'nothing' },
    },
  ],
};

const text = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed());
const instant = fc.maxSafeNat();
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constantFrom<Outcome>({ kind: 'open', searched: false }, { kind: 'open', searched: true }, { kind: 'nothing' }),
  fc.record({ kind: fc.constantFrom('minted' as const, 'revoked' as const), id: text }),
  fc.record({ kind: fc.constant('delivered' as const), id: text, expiresAt: instant }),
);
const record: fc.Arbitrary<LeaseRecord> = fc.record({
  version: fc.constant(1 as const),
  type: text,
  endpoint: fc.option(text, { nil: undefined }),
  authentication: fc.oneof(
    fc.record({ kind: fc.constantFrom('none' as const, 'secret' as const) }),
    fc.record({ kind: fc.constant('identity-token' as const), audience: text }),
    fc.record({ kind: fc.constant('identity-token' as const), audience: text, workspace: text }),
  ),
  context: fc.dictionary(fc.oneof(text, fc.constantFrom('__proto__', '10', 'constructor')), text),
  expires: fc.boolean(),
  revocable: fc.boolean(),
  revoke: fc.boolean(),
  timeout: instant,
  attempts: fc.array(
    fc.record({
      leaseId: text,
      name: text,
      description: text,
      marker: text,
      startedAt: instant,
      serverAhead: fc.integer(),
      expiresAt: instant,
      outcome,
    }),
    { maxLength: 3 },
  ),
});

test('what main wrote down is what post reads', () => {
  fc.assert(
    fc.property(record, (record) => {
      const read = parseRecord(serializeRecord(record), runnerWords);
      expect(read).toEqual(record);
      expect(Object.entries(read.context)).toEqual(Object.entries(record.context));
    }),
  );
});

test('the record is one line, which no state file can misread', () => {
  fc.assert(
    fc.property(record, (record) => {
      expect(serializeRecord(record)).not.toMatch(/[\r\n]/);
    }),
  );
});

describe('what is no record of this version is refused, with what is wrong and what to do', () => {
  /** The serialised record with a member, named by its path, replaced; undefined takes it out. */
  function withMember(path: readonly (string | number)[], replacement: unknown): string {
    const root: unknown = JSON.parse(serializeRecord(RECORD));
    let inner: unknown = root;
    for (const step of path.slice(0, -1)) inner = Reflect.get(Object(inner), step);
    Reflect.set(Object(inner), path.at(-1) ?? '', replacement);
    return JSON.stringify(root);
  }

  const PREFIX = 'the record of the lease in the saved state cannot be read: ';
  const ADVICE = '. Revoke the token by hand: the log of the step that minted it names it';

  test.for([
    ['it is not JSON', ''],
    ['it is not JSON', '{'],
    ['the record is not an object', 'null'],
    ['the record is not an object', '[]'],
    ['the record is not an object', '"version"'],
    ['it has version undefined, and this code knows version 1 only', '{}'],
    ['it has version 2, and this code knows version 1 only', withMember(['version'], 2)],
    ['it has version "1", and this code knows version 1 only', withMember(['version'], '1')],
  ] as const)('%s', ([message, text]) =>
    expect(() => parseRecord(text, runnerWords)).toThrow(`${PREFIX}${message}${ADVICE}`),
  );

  test.for<readonly [readonly (string | number)[], unknown, string]>([
    [['type'], undefined, 'type is not a text'],
    [['type'], 1, 'type is not a text'],
    [['endpoint'], null, 'endpoint is not a text'],
    [['authentication'], 'secret', 'authentication is not an object'],
    [['authentication'], null, 'authentication is not an object'],
    [['authentication', 'kind'], 'password', 'password is no kind of authentication'],
    [['authentication'], { kind: 'identity-token' }, 'audience is not a text'],
    [['authentication'], { kind: 'identity-token', audience: 'a', workspace: 1 }, 'workspace is not a text'],
    [['context'], [], 'context is not an object'],
    [['context', 'policy'], null, 'policy is not a text'],
    [['revocable'], undefined, 'revocable is neither true nor false'],
    [['revoke'], 'false', 'revoke is neither true nor false'],
    [['timeout'], '60000', 'timeout is not a whole number'],
    [['timeout'], 0.5, 'timeout is not a whole number'],
    [['attempts'], {}, 'attempts is not a list'],
    [['attempts', 1], null, 'an attempt is not an object'],
    [['attempts', 1, 'leaseId'], undefined, 'leaseId is not a text'],
    [['attempts', 1, 'name'], 5, 'name is not a text'],
    [['attempts', 1, 'description'], undefined, 'description is not a text'],
    [['attempts', 1, 'marker'], {}, 'marker is not a text'],
    [['attempts', 1, 'startedAt'], null, 'startedAt is not a whole number'],
    [['attempts', 1, 'expiresAt'], '1', 'expiresAt is not a whole number'],
    [['attempts', 1, 'outcome'], undefined, 'outcome is not an object'],
    [['attempts', 1, 'outcome'], { kind: 'lost' }, 'lost is no outcome of an attempt'],
    [['attempts', 1, 'outcome'], { kind: 'minted' }, 'id is not a text'],
    [['attempts', 1, 'outcome'], { kind: 'revoked', id: 7 }, 'id is not a text'],
    [['attempts', 1, 'outcome'], { kind: 'delivered', expiresAt: 1 }, 'id is not a text'],
    [['attempts', 1, 'outcome'], { kind: 'delivered', id: 'x' }, 'expiresAt is not a whole number'],
  ])('%j as %j: %s', ([path, replacement, message]) =>
    expect(() => parseRecord(withMember(path, replacement), runnerWords)).toThrow(`${PREFIX}${message}${ADVICE}`),
  );

  test('a number beyond all numbers is none', () => {
    const text = serializeRecord(RECORD).replace('"timeout":60000', '"timeout":1e999');
    expect(() => parseRecord(text, runnerWords)).toThrow('timeout is not a whole number');
  });

  test('and never are other errors thrown, or others’ members kept', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseRecord(text, runnerWords)).toThrow(PREFIX);
      }),
    );
    expect(parseRecord(withMember(['later'], 'x'), runnerWords)).toEqual(RECORD);
  });
});

describe('a record holds no secret', () => {
  const SECRET = 'not-a-real-secret-of-a-record';

  test('when the credential is one', () => {
    const authentication = withoutSecret({ kind: 'secret', secret: SECRET, id: 'not-a-real-id' });
    expect(authentication).toEqual({ kind: 'secret' });
    const serialized = serializeRecord({ ...RECORD, authentication });
    expect(serialized).not.toContain(SECRET);
    expect(serialized).not.toContain('not-a-real-id');
  });

  test('and what else tells how to authenticate is kept', () => {
    expect(withoutSecret({ kind: 'none' })).toEqual({ kind: 'none' });
    const identity = { kind: 'identity-token', audience: 'a', workspace: 'w' } as const;
    expect(withoutSecret(identity)).toEqual(identity);
  });

  test('the secret that was kept beside it is put back for the end of the lease', () => {
    expect(accessOf(RECORD, { secret: SECRET, id: 'not-a-real-id' }, runnerWords)).toEqual({
      endpoint: 'https://iam.example',
      authentication: { kind: 'secret', secret: SECRET, id: 'not-a-real-id' },
    });
    expect(accessOf(RECORD, { secret: SECRET, id: '' }, runnerWords).authentication).toStrictEqual({
      kind: 'secret',
      secret: SECRET,
    });
    const identity = { kind: 'identity-token', audience: 'a' } as const;
    expect(
      accessOf({ ...RECORD, authentication: identity }, { secret: SECRET, id: 'x' }, runnerWords).authentication,
    ).toEqual(identity);
  });
});

test('an outcome is that of its attempt alone, and the record before it stays as it was', () => {
  const before = structuredClone(RECORD);
  const after = withOutcome(RECORD, 'first', { kind: 'minted', id: 'x' });
  expect(after.attempts.map(({ outcome }) => outcome)).toEqual([{ kind: 'minted', id: 'x' }, { kind: 'nothing' }]);
  expect(after).toEqual({ ...RECORD, attempts: after.attempts });
  expect(RECORD).toEqual(before);
  expect(withOutcome(RECORD, 'third', { kind: 'revoked', id: 'x' })).toEqual(RECORD);
});

test('two attempts with the longest texts stay far below the 32 KiB that a variable may have on Windows', () => {
  const attempts = Array.from({ length: 2 }, () => ({
    ...newAttempt(
      {
        // A control character is the longest in JSON, with six characters.
        name: '\u0001'.repeat(128),
        description: '\u0001'.repeat(200),
        lifetime: { kind: 'in', seconds: 60 },
        expiry: { kind: 'millisecond', longest: 60 },
        origin: {
          repository: 'r'.repeat(500),
          run: '9'.repeat(500),
          attempt: '9'.repeat(500),
          job: 'j'.repeat(500),
        },
        revoke: true,
      },
      Date.UTC(2026, 0),
    ),
    outcome: { kind: 'delivered', id: 'i'.repeat(512), expiresAt: Date.UTC(2026, 0) } as const,
  }));
  const record = serializeRecord({
    ...RECORD,
    endpoint: `https://host.example/${'p'.repeat(2000)}`,
    authentication: { kind: 'identity-token', audience: 'a'.repeat(255), workspace: 'w'.repeat(255) },
    context: { policy: 'f'.repeat(64), owner: '0'.repeat(16), organisation: '0'.repeat(16) },
    attempts,
  });
  expect(Buffer.byteLength(record)).toBeLessThan(12 * 1024);
});

describe('the credential that was kept beside a record', () => {
  test('is an error when it is missing: an empty one would be refused by the server without a word of the cause', () => {
    const record: LeaseRecord = {
      version: 1,
      type: 'influxdb',
      endpoint: 'https://issuer.example',
      authentication: { kind: 'secret' },
      context: {},
      expires: true,
      revocable: true,
      revoke: true,
      timeout: 1,
      attempts: [],
    };
    expect(() => accessOf(record, { secret: '', id: '' }, runnerWords)).toThrow(
      'the credential is missing in the saved state',
    );
  });
});
