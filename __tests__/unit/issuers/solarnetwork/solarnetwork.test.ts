import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { AuthorizationV2Builder } from 'solarnetwork-api-core/lib/net';
import { DEFAULT_ENDPOINT } from '../../../../src/issuers/solarnetwork/api.js';
import type { AnsweredToken } from '../../../../src/issuers/solarnetwork/token.js';
import { describe as describeAttempt, newAttempt, type Attempt } from '../../../../src/lease/attempt.js';
import type { Difference } from '../../../../src/lease/difference.js';
import { Refused, type MintedToken } from '../../../../src/lease/issuer.js';
import {
  always,
  first,
  inTurn,
  oneOf,
  rewriteJson,
  type FakeAnswer,
  type Fault,
  type OnRequest,
} from '../../../fakes/faults.js';
import { FOREIGN_NODE, type SolarNetworkFakeOptions } from '../../../fakes/solarnetwork.js';
import { createTestPorts, type TestPorts } from '../../http/test-ports.js';
import {
  BASE,
  changeData,
  changePolicy,
  GENERATE,
  ID,
  NOT_A_SECRET,
  openSession,
  rejection,
  startFake,
  type SessionOptions,
} from './session.js';
import { findIn, openTokens } from '../../../../src/issuers/solarnetwork/tokens.js';
import { policyHash } from '../../../../src/issuers/solarnetwork/compare.js';
import { readNodeData, user } from '../../../../src/issuers/solarnetwork/issuer.js';

describe('a mint', () => {
  test('makes a token of the type, the policy and the end that were asked for, and names it', async () => {
    const fake = await startFake();
    const session = await openSession(fake, {
      inputs: {
        grants: 'node-id: 101, 100\nsource-id: /REGION1/**\nmin-aggregation: Hour',
        name: "Student access: (a+b) *'!~ & = 100%",
        description: 'Café, 日本',
      },
    });
    const granted = await session.mint();
    const [token] = fake.living();
    expect(token).toMatchObject({
      type: 'ReadNodeData',
      name: "Student access: (a+b) *'!~ & = 100%",
      description: describeAttempt(session.attempt),
      policy: {
        nodeIds: [100, 101],
        sourceIds: ['/REGION1/**'],
        minAggregation: 'Hour',
        notAfter: session.attempt.expiresAt,
      },
    });
    expect(session.born).toEqual([{ id: token?.id, secret: token?.secret }]);
    expect(session.masked.filter((masked) => masked === token?.secret)).toHaveLength(1);
    // The signatures of both requests, before either was sent.
    expect(session.masked.filter((masked) => /^[0-9a-f]{64}$/.test(masked))).toHaveLength(2);
    expect(granted).toEqual({
      expiresAt: session.attempt.expiresAt,
      told: { createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string, userId: '42' },
      grants: session.plan.grants,
      differences: [],
      unconfirmed: [],
      notices: [],
    });
    expect(session.plan.grants).toBe('{"nodeIds":[100,101],"sourceIds":["/REGION1/**"],"minAggregation":"Hour"}');
    expect(
      fake.requests.map(({ method, path, body, headers }) => [method, path, body, headers['content-type']]),
    ).toEqual([
      [
        'POST',
        GENERATE,
        `{"nodeIds":[100,101],"sourceIds":["/REGION1/**"],"minAggregation":"Hour","notAfter":${session.attempt.expiresAt}}`,
        'application/json',
      ],
      // Its parameters stand in the URL: there is no body, and so no content type.
      ['POST', `${BASE}/info`, '', undefined],
    ]);
    expect(fake.requests[0]?.target).toBe(GENERATE);
  });

  test('is planned with what it asks for, what it leaves open and what is surprising', async () => {
    const { plan } = await openSession(await startFake(), {
      inputs: { grants: 'api-path: /**\nnode-id: 101, 100' },
    });
    expect(plan.grants).toBe('{"nodeIds":[100,101],"apiPaths":["/**"]}');
    expect(plan.shownGrants).toEqual(['node-id: 100, 101', 'api-path: /**']);
    expect(plan.leftOpen).toEqual([
      'all sources',
      'every aggregation, down to single readings',
      'every location precision, up to coordinates',
      'all metadata of nodes',
      'all metadata of the account',
      'renewing its signing key without its secret',
    ]);
    expect(plan.notices).toEqual([
      {
        level: 'notice',
        message:
          'The end is up to 10 s earlier, at a millisecond of its own: by it the token is found again when the answer to the mint is lost.',
      },
      { level: 'notice', message: 'api-path: /** fits nearly everything.' },
    ]);
  });

  test('keeps an emoji in the name and the description', async () => {
    const fake = await startFake();
    const session = await openSession(fake, {
      inputs: { name: 'sun \u{1F31E}', description: '\u{1F44D}\u{1F3FD} ok' },
    });
    await session.mint();
    expect(fake.living()[0]).toMatchObject({ name: 'sun \u{1F31E}', description: describeAttempt(session.attempt) });
  });

  test('without a restriction asks for an end alone', async () => {
    const fake = await startFake();
    const session = await openSession(fake, { inputs: { grants: 'unrestricted' }, issuer: user });
    await expect(session.mint()).resolves.toMatchObject({ differences: [] });
    expect(session.plan.grants).toBe('unrestricted');
    expect(fake.living()).toMatchObject([{ type: 'User', policy: { notAfter: session.attempt.expiresAt } }]);
  });

  test('goes below a path prefix, which is signed as it is sent', async () => {
    const fake = await startFake({ prefix: '/gate%20way/api' });
    const session = await openSession(fake, { inputs: { url: `${fake.url}/gate way/api/`.replace(' ', '%20') } });
    await session.mint();
    expect(fake.living()).toHaveLength(1);
  });

  test('announces the token before it sends another request', async () => {
    const seen: number[] = [];
    const fake = await startFake({
      onRequest: first('POST', `${BASE}/info`, {
        kind: 'callback',
        beforeActing: () => void seen.push(session.born.length),
      }),
    });
    const session = await openSession(fake);
    await session.mint();
    expect(seen).toEqual([1]);
  });

  test('tells why the name cannot be set', async () => {
    const fault: Fault = {
      kind: 'status',
      status: 422,
      act: false,
      body: '{"success":false,"message":"Data value too long","code":"DAO.00103"}',
    };
    const fake = await startFake({ onRequest: always('POST', `${BASE}/info`, fault) });
    const session = await openSession(fake);
    expect((await rejection(session.mint())).message).toBe(
      `the token ${session.born[0]?.id ?? ''} was minted, but its name and description could not be set. POST ${fake.url}${BASE}/info answered 422 Unprocessable Entity: Data value too long (DAO.00103)`,
    );
  });

  test('fails when the name cannot be set, with the token announced', async () => {
    const fault: Fault = {
      kind: 'status',
      status: 403,
      act: false,
      body: '{"success":false,"message":"UNKNOWN_OBJECT"}',
    };
    const fake = await startFake({ onRequest: always('POST', `${BASE}/info`, fault) });
    const session = await openSession(fake);
    const error = await rejection(session.mint());
    expect(error).not.toBeInstanceOf(Refused);
    expect(error.message).toContain('its name and description could not be set');
    expect(session.born).toHaveLength(1);
  });

  test('sends the name again when the first answer to it was lost', async () => {
    const fake = await startFake({ onRequest: first('POST', `${BASE}/info`, { kind: 'act-then-reset' }) });
    const session = await openSession(fake);
    await expect(session.mint()).resolves.toMatchObject({ differences: [] });
  });

  test('waits for the rate limit as long as the server says, and goes on', async () => {
    const session: { ports?: TestPorts } = {};
    const fake = await startFake({
      rateLimit: { burst: 1, perSecond: 1 },
      now: () => session.ports?.clock.now() ?? Date.now(),
    });
    const opened = await openSession(fake);
    session.ports = opened.ports;
    await opened.mint();
    await expect(opened.tokens().revoke(fake.living()[0]?.id ?? '')).resolves.toBe('revoked');
    expect(opened.ports.waits.length).toBeGreaterThan(0);
    for (const wait of opened.ports.waits) expect(wait).toBeLessThan(2000);
    expect(fake.living()).toEqual([]);
  });

  const limited = (headers: Readonly<Record<string, string>>): Fault => ({
    kind: 'status',
    status: 429,
    act: false,
    headers,
    body: '{"success":false,"code":"WEB.10000"}',
  });

  test.each(['soon', 'in 99999999999999', '99999999999999 ms', '9'.repeat(16), '-1', ''])(
    'waits for a time of its own when the server does not say a time: %j',
    async (text) => {
      const fault = limited({ 'x-sn-rate-limit-retry-after': text });
      const fake = await startFake({ onRequest: first('POST', GENERATE, fault) });
      const session = await openSession(fake);
      await session.mint();
      expect(fake.living()).toHaveLength(1);
      expect(session.ports.waits).toHaveLength(1);
      for (const wait of session.ports.waits) expect(wait).toBeLessThanOrEqual(500);
    },
  );

  test('reads the end of the rate limit by its own clock when the server does not tell the time', async () => {
    const fault = limited({
      date: 'some day',
      'x-sn-rate-limit-retry-after': String(Date.now() + 40_000),
    });
    const fake = await startFake({ onRequest: first('POST', GENERATE, fault) });
    const session = await openSession(fake);
    await session.mint();
    expect(session.ports.waits).toHaveLength(1);
    for (const wait of session.ports.waits) {
      expect(wait).toBeGreaterThan(20_000);
      expect(wait).toBeLessThanOrEqual(40_000);
    }
  });

  test('reads the end of the rate limit by the clock of the server', async () => {
    const tenMinutes = 600_000;
    const session: { ports?: TestPorts } = {};
    const fake = await startFake({
      rateLimit: { burst: 1, perSecond: 1 },
      now: () => (session.ports?.clock.now() ?? Date.now()) + tenMinutes,
    });
    const opened = await openSession(fake);
    session.ports = opened.ports;
    await opened.mint();
    expect(opened.ports.waits).not.toEqual([]);
    for (const wait of opened.ports.waits) expect(wait).toBeLessThan(3000);
  });
});

describe('an answer that is not what was asked for', () => {
  const nodes = (granted: string): Difference => ({ what: 'policy member "nodeIds"', asked: '[100,101]', granted });
  const end = (granted: string): Difference => ({ what: 'notAfter', asked: 'an instant in milliseconds', granted });
  const cases: readonly (readonly [string, Fault, Difference])[] = [
    [
      'of another type',
      changeData((data) => ({ ...data, type: 'User' })),
      { what: 'type', asked: 'ReadNodeData', granted: '"User"' },
    ],
    [
      'of no type',
      changeData((data) => ({ ...data, type: undefined })),
      { what: 'type', asked: 'ReadNodeData', granted: 'nothing' },
    ],
    [
      'whose type is no text',
      changeData((data) => ({ ...data, type: ['User'] })),
      { what: 'type', asked: 'ReadNodeData', granted: 'a list' },
    ],
    [
      'that is disabled',
      changeData((data) => ({ ...data, status: 'Disabled' })),
      { what: 'status', asked: 'Active', granted: '"Disabled"' },
    ],
    [
      'of no status',
      changeData((data) => ({ ...data, status: undefined })),
      { what: 'status', asked: 'Active', granted: 'nothing' },
    ],
    [
      'that has expired',
      changeData((data) => ({ ...data, expired: true })),
      { what: 'state', asked: 'a valid token', granted: "one that has expired by the server's clock" },
    ],
    ['with a node more', changePolicy({ nodeIds: [100, 101, 102] }), nodes('[100,101,102]')],
    ['with no nodes', changePolicy({ nodeIds: [] }), nodes('an empty one, which restricts nothing')],
    [
      'with a member more',
      changePolicy({ apiPaths: ['/**'] }),
      { what: 'policy member "apiPaths"', asked: 'no restriction', granted: '["/**"]' },
    ],
    ['with an end that is no number', changePolicy({ notAfter: '4102444800000' }), end('"4102444800000"')],
    ['with an end that is no whole number', changePolicy({ notAfter: 1.5 }), end('1.5')],
    ['with an end that is no date', changePolicy({ notAfter: 1e300 }), end('1e+300')],
    ['with an end that is a list', changePolicy({ notAfter: [4_102_444_800_000] }), end('a list')],
  ];

  test.each(cases)('is told: a token %s', async (_what, fault, difference) => {
    const fake = await startFake({ onRequest: first('POST', GENERATE, fault) });
    const session = await openSession(fake, { inputs: { grants: 'node-id: 100, 101' } });
    const granted = await session.mint();
    expect(granted.differences).toEqual([difference]);
    // It is going to be revoked, so it is not named first.
    expect(fake.requests).toHaveLength(1);
    expect(session.born).toHaveLength(1);
  });

  test('is told when its policy is nested 20,000 deep: by then the token is known', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const fault: Fault = {
      kind: 'rewrite',
      rewrite: (answer) => ({ ...answer, body: answer.body.replace('"policy":{', `"policy":{"quota":${deep},`) }),
    };
    const fake = await startFake({ onRequest: first('POST', GENERATE, fault) });
    const session = await openSession(fake);
    const granted = await session.mint();
    expect(granted.differences).toEqual([
      { what: 'policy member "quota"', asked: 'no restriction', granted: 'an object' },
    ]);
    expect(session.born).toEqual([{ id: fake.living()[0]?.id, secret: fake.living()[0]?.secret }]);
  });

  test('is told when its policy is none', async () => {
    const fake = await startFake({
      onRequest: first(
        'POST',
        GENERATE,
        changeData((data) => ({ ...data, policy: 'all' })),
      ),
    });
    const session = await openSession(fake);
    const granted = await session.mint();
    expect(granted.differences).toEqual([
      {
        what: 'answer',
        asked: 'one that can be compared',
        granted: 'one that cannot be (its policy is none)',
      },
    ]);
    expect(session.born).toHaveLength(1);
  });

  test('is told in all that differs', async () => {
    const fault = changeData((data) => ({ ...data, type: 'User', status: 'Disabled', expired: true, policy: {} }));
    const fake = await startFake({ onRequest: first('POST', GENERATE, fault) });
    const granted = await (await openSession(fake)).mint();
    expect(granted.differences.map(({ what }) => what)).toEqual(['type', 'status', 'state', 'policy member "nodeIds"']);
    expect(granted).toMatchObject({ expiresAt: undefined, unconfirmed: [] });
  });

  test('has no end when that is null', async () => {
    const fake = await startFake({ onRequest: first('POST', GENERATE, changePolicy({ notAfter: null })) });
    await expect((await openSession(fake)).mint()).resolves.toMatchObject({ expiresAt: undefined, differences: [] });
  });

  const expired = changeData((data) => ({ ...data, expired: true }));
  const stateOf = async (ahead: number, fault: Fault) => {
    const fake = await startFake({ onRequest: first('POST', GENERATE, fault) });
    return (await (await openSession(fake, { ahead })).mint()).differences.map(({ granted }) => granted).join('\n');
  };

  test('has expired at once because the clock of this machine is behind', async () => {
    await expect(stateOf(-600_000, expired)).resolves.toMatch(
      /^one that has expired by the server's clock; the clock of this machine is (?:599|600|601) s behind$/,
    );
  });

  test('has expired although the clock of this machine is ahead, or nobody knows', async () => {
    const told = "one that has expired by the server's clock";
    await expect(stateOf(600_000, expired)).resolves.toBe(told);
    const undated: Fault = {
      kind: 'rewrite',
      rewrite: (answer) => ({
        ...(expired.kind === 'rewrite' ? expired.rewrite(answer) : answer),
        headers: { date: 'some day' },
      }),
    };
    await expect(stateOf(-600_000, undated)).resolves.toBe(told);
  });

  test('tells the end to the millisecond', async () => {
    const fake = await startFake({ onRequest: first('POST', GENERATE, changePolicy({ notAfter: 4_102_444_800_001 })) });
    await expect((await openSession(fake)).mint()).resolves.toMatchObject({
      expiresAt: 4_102_444_800_001,
      differences: [],
    });
  });

  test('has no end when the policy is gone', async () => {
    const fake = await startFake({
      onRequest: first(
        'POST',
        GENERATE,
        changeData((data) => ({ ...data, policy: undefined })),
      ),
    });
    await expect((await openSession(fake)).mint()).resolves.toMatchObject({
      expiresAt: undefined,
      differences: [{ what: 'policy member "nodeIds"', asked: '[100]', granted: 'no restriction' }],
    });
  });
});

describe('an answer to a mint is lost', () => {
  const withSecret = (change: (answer: FakeAnswer) => FakeAnswer): Fault => ({ kind: 'rewrite', rewrite: change });
  const NO_TOKEN = ', but not with a token';
  const UNUSABLE = ', but without a usable id and secret of a new token';
  /** With what is told after the request, where that is not the client's own word. */
  const cases: readonly (readonly [string, Fault, string | undefined])[] = [
    ['when the connection ends', { kind: 'act-then-reset' }, undefined],
    ['when half of it comes', { kind: 'act-then-half-answer' }, undefined],
    ['when it is a page of a proxy', { kind: 'html', act: true }, `answered 200 OK${NO_TOKEN}`],
    [
      'when a proxy says 403',
      { kind: 'html', status: 403, act: true },
      'answered 403 Forbidden. Something on the way may have changed the request; what was signed is not what arrived',
    ],
    [
      'when a proxy says 404 without a body',
      { kind: 'status', status: 404, act: true },
      'answered 404 Not Found. Check the url: it is the part before /solaruser/api/v1',
    ],
    [
      'when a proxy says 404 in JSON of its own',
      { kind: 'status', status: 404, act: true, body: '{"status":404,"error":"Not Found"}' },
      'answered 404 Not Found: Not Found. Check the url: it is the part before /solaruser/api/v1',
    ],
    [
      'when it is a redirect',
      { kind: 'redirect', location: 'http://127.0.0.1:1/', act: true },
      'answered 307 Temporary Redirect (to http://127.0.0.1:1, not followed)',
    ],
    [
      'when it leaves a choice',
      { kind: 'status', status: 300, act: true, body: '{"message":"Choose one"}' },
      'answered 300 Multiple Choices',
    ],
    [
      'when the server fails',
      { kind: 'status', status: 500, act: true, body: '{"success":false,"message":"Internal error"}' },
      'answered 500 Internal Server Error: Internal error',
    ],
    ['when it is empty', { kind: 'status', status: 200, act: true, body: '' }, `answered 200 OK${NO_TOKEN}`],
    [
      'when it says success without a token',
      { kind: 'status', status: 200, act: true, body: '{"success":true}' },
      `answered 200 OK${UNUSABLE}`,
    ],
    [
      'when it says success under another status',
      withSecret((answer) => ({ ...answer, status: 201 })),
      `answered 201 Created${NO_TOKEN}`,
    ],
    [
      'when it says that it failed, under status 200',
      withSecret((answer) => ({ ...answer, body: answer.body.replace('true', 'false') })),
      `answered 200 OK${NO_TOKEN}`,
    ],
    ['when its id is none', changeData((data) => ({ ...data, id: '../../etc' })), `answered 200 OK${UNUSABLE}`],
    ['when its id is missing', changeData((data) => ({ ...data, id: undefined })), `answered 200 OK${UNUSABLE}`],
    [
      'when its secret is missing',
      changeData((data) => ({ ...data, authSecret: undefined })),
      `answered 200 OK${UNUSABLE}`,
    ],
    ['when its secret is blank', changeData((data) => ({ ...data, authSecret: '' })), `answered 200 OK${UNUSABLE}`],
    [
      'when it ends within its secret',
      withSecret(({ status, body }) => ({ status, headers: {}, body: /^.*"authSecret":".{20}/.exec(body)?.[0] ?? '' })),
      `answered 200 OK${NO_TOKEN}`,
    ],
    [
      'when a key stands twice in it',
      withSecret((answer) => ({ ...answer, body: answer.body.replace('"policy":', '"policy":{},"policy":') })),
      `answered 200 OK with a key that stands twice in its JSON${NO_TOKEN}`,
    ],
    [
      'when it is not whole JSON',
      withSecret((answer) => ({ ...answer, body: answer.body.slice(0, -2) })),
      `answered 200 OK${NO_TOKEN}`,
    ],
    [
      'when it is longer than any token',
      changeData((data) => ({ ...data, filling: 'x'.repeat(11_000_000) })),
      undefined,
    ],
  ];

  test.each(cases)('%s', async (_when, fault, said) => {
    const fake = await startFake({ onRequest: first('POST', GENERATE, fault) });
    const session = await openSession(fake);
    const error = await rejection(session.mint());
    expect(error).not.toBeInstanceOf(Refused);
    if (said !== undefined) expect(error.message).toBe(`POST ${fake.url}${GENERATE} ${said}`);
    expect(session.born).toEqual([]);
    const [token] = fake.living();
    if (token === undefined) throw new Error('the server made no token');
    await expect(session.tokens().find(session.attempt)).resolves.toEqual({
      kind: 'found',
      ids: [token.id],
      complete: true,
    });
  });

  test.each(cases.filter(([when]) => /id is|failed|within|twice|whole/.test(when)))(
    '%s, and what secret it holds is masked and not told',
    async (_when, fault) => {
      const fake = await startFake({ onRequest: first('POST', GENERATE, fault) });
      const session = await openSession(fake);
      const error = await rejection(session.mint());
      const secret = fake.living()[0]?.secret ?? '';
      expect(session.masked.slice(1).map((masked) => masked.slice(0, 20))).toEqual([secret.slice(0, 20)]);
      expect(error.message).not.toContain(secret.slice(0, 20));
    },
  );

  test('when its id is that of the credential, which is not revoked for it', async () => {
    const fake = await startFake({
      onRequest: first(
        'POST',
        GENERATE,
        changeData((data) => ({ ...data, id: fake.parent.id })),
      ),
    });
    const session = await openSession(fake);
    expect((await rejection(session.mint())).message).toContain('without a usable id and secret of a new token');
    expect(session.born).toEqual([]);
  });

  const tooMany = (body: string): OnRequest =>
    always('POST', GENERATE, { kind: 'status', status: 429, act: false, body });

  test('when the database was in trouble, which 429 says too: it is not asked for a second one', async () => {
    const fake = await startFake({
      onRequest: tooMany('{"success":false,"code":"DAO.00300","message":"Transaction error"}'),
    });
    const error = await rejection((await openSession(fake)).mint());
    expect(error).not.toBeInstanceOf(Refused);
    expect(error.message).toMatch(
      / answered 429 Too Many Requests: Transaction error \(DAO\.00300\)(?!\. SolarNetwork limits)/,
    );
    expect(fake.requests).toHaveLength(1);
  });

  test.each(['{"success":false,"code":"NO.DAO.","message":"Wait"}', '{"success":false,"code":300}', '[]', 'Wait'])(
    'when 429 is not the word of the database it is asked for again: %s',
    async (body) => {
      const fake = await startFake({ onRequest: tooMany(body) });
      const error = await rejection((await openSession(fake)).mint());
      expect(error).not.toBeInstanceOf(Refused);
      expect(error.message).toMatch(/ answered 429 Too Many Requests \(tried \d+ times in \d+ s\)/);
    },
  );
});

describe('the server refuses', () => {
  interface Case {
    readonly fake?: SolarNetworkFakeOptions;
    readonly session?: SessionOptions;
    readonly expected: readonly (string | RegExp)[];
  }
  const restricted = { nodeIds: [100] };
  const cases: Readonly<Record<string, Case>> = {
    'a wrong secret': {
      session: { inputs: { credential: NOT_A_SECRET } },
      expected: ['answered 403 Forbidden: Bad credentials', 'unknown or disabled, or the secret is not its secret'],
    },
    'an unknown id': {
      session: { inputs: { credential_id: ID } },
      expected: [`The token ${ID} is unknown or disabled`],
    },
    'a disabled credential': { fake: { parent: { status: 'Disabled' } }, expected: ['Bad credentials'] },
    'an expired credential': {
      fake: { parent: { policy: { notAfter: 1 } } },
      expected: ['answered 401 Unauthorized: Expired token', 'has expired; make a new User token'],
    },
    'a ReadNodeData credential': {
      fake: { parent: { type: 'ReadNodeData' } },
      expected: ['answered 403 Forbidden: Access Denied', 'is a ReadNodeData token'],
    },
    'a credential whose policy restricts it': {
      fake: { parent: { policy: restricted } },
      expected: ['ACCESS_DENIED', 'a User token whose policy holds nothing but an end and refreshAllowed is needed'],
    },
    'a credential that may not call this': {
      fake: { parent: { policy: { apiPaths: ['/datum/**'] } } },
      expected: ['Access denied', 'its apiPaths leave out /user/auth-tokens'],
    },
    'an unknown node': {
      session: { inputs: { grants: 'node-id: 100, 7' } },
      expected: ['UNKNOWN_OBJECT', 'One of the node ids is not known to SolarNetwork: 7, 100'],
    },
    "somebody else's node": {
      session: { inputs: { grants: `node-id: ${FOREIGN_NODE}` } },
      expected: ['ACCESS_DENIED', `one of the nodes belongs to another account: ${FOREIGN_NODE}`],
    },
    'a clock that is ahead': {
      session: { ahead: 17 * 60_000 },
      expected: ['Date skew too large', /The clock of this machine is 1[67]m(?: \d+s)? ahead of that of the server/],
    },
    'a wrong secret, which a wrong clock may explain': {
      session: { ahead: 20 * 60_000, inputs: { credential: NOT_A_SECRET } },
      expected: ['Bad credentials', 'ahead of that of the server'],
    },
    'a clock that is behind': {
      session: { ahead: -3 * 3_600_000 },
      expected: [
        /The clock of this machine is (?:3h|2h 59m) .*behind that of the server, and SolarNetwork allows less than 15 minutes/,
      ],
    },
    'too many requests, to the end': {
      fake: { rateLimit: { burst: 0, perSecond: 0.1 } },
      session: { timeout: 1000 },
      expected: ['asks to wait', 'only 1 s are left'],
    },
    'a path that is not there': {
      session: { inputs: { url: 'PREFIX' } },
      expected: ['answered 404 Not Found: Not Found', 'Check the url'],
    },
  };

  test.each(Object.entries(cases))('%s', async (_what, { fake: options, session: sessionOptions, expected }) => {
    const fake = await startFake(options);
    const inputs = sessionOptions?.inputs?.url === undefined ? sessionOptions?.inputs : { url: `${fake.url}/nowhere` };
    const session = await openSession(fake, { ...sessionOptions, ...(inputs === undefined ? {} : { inputs }) });
    const error = await rejection(session.mint());
    expect(error).toBeInstanceOf(Refused);
    for (const part of expected) expect(error.message).toMatch(part);
    for (const secret of [fake.parent.secret, NOT_A_SECRET]) expect(error.message).not.toContain(secret);
    expect(fake.living()).toEqual([]);
  });

  test('a request that lost its signature on the way', async () => {
    const body = '{"success":false,"message":"Full authentication is required to access this resource"}';
    const fake = await startFake({
      onRequest: first('POST', GENERATE, { kind: 'status', status: 401, act: false, body }),
    });
    const error = await rejection((await openSession(fake)).mint());
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toContain('removes the Authorization header');
  });

  test.each([400, 404, 405, 415])('with the page of Spring for %i', async (status) => {
    const page = { timestamp: '2026-11-22T00:00:00Z', status, error: 'Some Error', path: GENERATE };
    for (const body of [page, { ...page, success: false }]) {
      const fault: Fault = { kind: 'status', status, act: false, body: JSON.stringify(body) };
      const fake = await startFake({ onRequest: first('POST', GENERATE, fault) });
      const error = await rejection((await openSession(fake)).mint());
      expect(error).toBeInstanceOf(Refused);
      expect(error.message).toContain('Some Error');
    }
  });

  test('nothing when nothing listens, and surely nothing was made', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const session = await openSession({ url: `http://127.0.0.1:${port}`, parent: await parentOf() }, {});
    const error = await rejection(session.mint());
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toContain('refused the connection');
  });

  async function parentOf() {
    return (await startFake()).parent;
  }
});

describe('a lost token', () => {
  const losing = (): OnRequest => first('POST', GENERATE, { kind: 'act-then-reset' });

  async function loseToken(options: SolarNetworkFakeOptions = {}, sessionOptions: SessionOptions = {}) {
    const fake = await startFake({ onRequest: losing(), ...options });
    const session = await openSession(fake, sessionOptions);
    await rejection(session.mint());
    const [token] = fake.living();
    if (token === undefined) throw new Error('the server made no token');
    return { fake, session, token, find: () => session.tokens().find(session.attempt) };
  }

  test('is found by its marker once it has one, whatever became of its policy', async () => {
    const fake = await startFake();
    const session = await openSession(fake);
    await session.mint();
    const [token] = fake.living();
    await expect(session.tokens().find(session.attempt)).resolves.toEqual({
      kind: 'found',
      ids: [token?.id],
      complete: true,
    });
  });

  test('is found before it has a marker, by its type, policy and end', async () => {
    const { token, find } = await loseToken();
    await expect(find()).resolves.toEqual({ kind: 'found', ids: [token.id], complete: true });
  });

  test('is found when the clocks differ', async () => {
    const { token, find } = await loseToken({}, { ahead: 10 * 60_000 });
    await expect(find()).resolves.toMatchObject({ ids: [token.id] });
  });

  test("is not confused with somebody else's tokens", async () => {
    const { fake, token, session, find } = await loseToken();
    const alike = { ...token, name: undefined };
    const others = [
      { ...alike, id: 'named-token-of-others', name: 'a name' },
      { ...alike, description: 'a description' },
      { ...alike, type: 'User' as const },
      { ...alike, policy: { ...token.policy, notAfter: session.attempt.expiresAt + 1 } },
      { ...alike, policy: {} },
      // Made before the attempt, so it cannot be its token.
      { ...alike, created: session.attempt.startedAt - 120_000 },
    ];
    for (const [index, { name, ...other }] of others.entries()) {
      fake.add({ ...other, ...(name === undefined ? {} : { name }), id: `other-${String(index).padStart(14, '0')}` });
    }
    await expect(find()).resolves.toEqual({ kind: 'found', ids: [token.id], complete: true });
    await session.tokens().revoke(token.id);
    await expect(find()).resolves.toEqual({ kind: 'found', ids: [], complete: true });
  });

  test('is not guessed at when two look like it', async () => {
    const { fake, token, find } = await loseToken();
    const other = fake.add({ ...token, id: 'another-token-like-1' });
    await expect(find()).resolves.toEqual({ kind: 'ambiguous', ids: [token.id, other.id] });
  });

  test('is not touched, and not called gone, when it has its end but another policy', async () => {
    const { token, find } = await loseToken({
      grant: ({ policy, ...token }) => ({ ...token, policy: { ...policy, nodeIds: [100, 101] } }),
    });
    await expect(find()).resolves.toEqual({ kind: 'ambiguous', ids: [token.id] });
  });

  test('is looked for in the whole list, and not by a request that a cache answers', async () => {
    const { fake, find } = await loseToken();
    await find();
    expect(fake.requests.at(-1)).toMatchObject({ method: 'GET', path: BASE });
  });

  test('that was made late is found although the server caches its lists', async () => {
    const [late, made] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const afterActing = () => {
      made.resolve(undefined);
    };
    const fake = await startFake({
      queryCache: true,
      onRequest: first('POST', GENERATE, { kind: 'reset-then-act', until: late.promise, afterActing }),
    });
    const session = await openSession(fake);
    await rejection(session.mint());
    await expect(session.tokens().find(session.attempt)).resolves.toMatchObject({ ids: [], complete: true });
    late.resolve(undefined);
    await made.promise;
    await expect(session.tokens().find(session.attempt)).resolves.toMatchObject({ ids: [fake.living()[0]?.id] });
  });

  test('is not called gone when the list is not one', async () => {
    const { fake, session } = await loseToken({
      onRequest: oneOf(
        losing(),
        always('GET', BASE, { kind: 'rewrite', rewrite: rewriteJson(() => ({ success: true, data: {} })) }),
      ),
    });
    expect((await rejection(session.tokens().find(session.attempt))).message).toBe(
      `GET ${fake.url}${BASE} answered 200 OK, but not with a list of tokens`,
    );
    expect(fake.living()).toHaveLength(1);
  });

  test('is not called gone when the list is refused', async () => {
    const body = '{"success":false,"message":"Bad credentials"}';
    const { session } = await loseToken({
      onRequest: oneOf(losing(), always('GET', BASE, { kind: 'status', status: 403, act: false, body })),
    });
    const error = await rejection(session.tokens().find(session.attempt));
    expect(error.message).toContain('unknown or disabled, or the secret is not its secret');
  });

  test('is not called gone by a credential that does not see itself in the list', async () => {
    const { session, token } = await loseToken({
      onRequest: oneOf(
        losing(),
        always('GET', BASE, { kind: 'rewrite', rewrite: rewriteJson((body) => ({ ...body, data: [] })) }),
      ),
    });
    expect(token).toBeDefined();
    await expect(session.tokens().find(session.attempt)).resolves.toEqual({
      kind: 'found',
      ids: [],
      complete: false,
    });
  });

  test('is not called gone by a restricted credential, which sees itself only', async () => {
    const fake = await startFake({ parent: { policy: { nodeIds: [100] } } });
    const session = await openSession(fake);
    await expect(session.tokens().find(session.attempt)).resolves.toEqual({
      kind: 'found',
      ids: [],
      complete: false,
    });
  });

  test('is never the credential itself, even if that looks like it', () => {
    const attempt = newAttempt(
      {
        name: undefined,
        description: undefined,
        lifetime: { kind: 'in', seconds: 60 },
        expiry: readNodeData.expiry,
        origin: { repository: 'o/r', run: '1', attempt: '1', job: 'j' },
        revoke: true,
      },
      Date.now(),
    );
    const own = {
      id: ID,
      type: 'User',
      status: 'Active',
      expired: false,
      name: undefined,
      description: attempt.marker,
      created: attempt.startedAt,
      policy: {},
    };
    const sought = { type: 'User' as const, attempt, policy: '', signingId: ID, skew: 0 };
    expect(findIn([own], sought)).toEqual({ kind: 'found', ids: [], complete: true });
  });

  describe('in a list', () => {
    const attempt = newAttempt(
      {
        name: undefined,
        description: undefined,
        lifetime: { kind: 'in', seconds: 3600 },
        expiry: readNodeData.expiry,
        origin: { repository: 'o/r', run: '1', attempt: '1', job: 'j' },
        revoke: true,
      },
      Date.parse('2026-11-24T12:00:00Z'),
    );
    const policy = { nodeIds: [100] };
    const lost: AnsweredToken = {
      id: 'lost-token-without-1',
      type: 'ReadNodeData',
      status: 'Active',
      expired: false,
      name: undefined,
      description: undefined,
      created: attempt.startedAt,
      policy: { ...policy, notAfter: attempt.expiresAt },
    };
    const own: AnsweredToken = { ...lost, id: ID, type: 'User', name: 'parent', policy: {} };
    const foundBy = (skew: number | undefined, tokens: readonly AnsweredToken[]) =>
      findIn(tokens, { type: 'ReadNodeData', attempt, policy: policyHash(policy), signingId: ID, skew });
    const found = (tokens: readonly AnsweredToken[]) => foundBy(0, tokens);
    const nothing = { kind: 'found', ids: [], complete: true };
    const it = { kind: 'found', ids: [lost.id], complete: true };

    test('is found wherever the credential stands', () => {
      expect(found([own, lost])).toEqual(it);
      expect(found([lost, own])).toEqual(it);
    });

    test('is not proven to be gone where the credential is restricted or not there, and others are not', () => {
      const other = { ...own, id: 'another-token-like-1' };
      const restricted = { ...own, policy: { sourceIds: ['/A'] } };
      expect(found([other, restricted])).toEqual({ ...nothing, complete: false });
      expect(found([{ ...restricted, id: other.id }, own])).toEqual(nothing);
      expect(found([other])).toEqual({ ...nothing, complete: false });
    });

    test.each<readonly [string, Partial<AnsweredToken>]>([
      ['has a name', { name: '' }],
      ['has a description', { description: 'of its own' }],
      ['is of another type', { type: 'User' }],
      ['is of no type', { type: undefined }],
      ['ends a millisecond later', { policy: { ...policy, notAfter: attempt.expiresAt + 1 } }],
      ['does not end', { policy }],
      ['does not tell when it was made', { created: undefined }],
      ['has an id that is none', { id: '../../etc/passwd' }],
    ])('is not the one that %s', (_what, difference) => {
      expect(found([own, { ...lost, ...difference }])).toEqual(nothing);
    });

    test.each<readonly [number, number]>([
      [0, -60_000],
      [600_000, 540_000],
      [-600_000, -660_000],
    ])('is not older than its attempt by a clock that is %i ms ahead, a minute left over', (skew, earliest) => {
      expect(foundBy(skew, [own, { ...lost, created: attempt.startedAt + earliest }])).toEqual(it);
      expect(foundBy(skew, [own, { ...lost, created: attempt.startedAt + earliest - 1 }])).toEqual(nothing);
    });

    test('is not older than its attempt by more than a signature may be off, where the clock is not known', () => {
      expect(foundBy(undefined, [own, { ...lost, created: attempt.startedAt - 15 * 60_000 }])).toEqual(it);
      expect(foundBy(undefined, [own, { ...lost, created: attempt.startedAt - 15 * 60_000 - 1 }])).toEqual(nothing);
    });

    test('is known by its marker alone, at the end of its description', () => {
      const marked = {
        ...lost,
        type: 'User',
        created: undefined,
        policy: {},
        name: 'n',
        description: `mine ${attempt.marker}`,
      };
      expect(found([own, marked, { ...lost, id: 'another-token-like-1' }])).toEqual(it);
      expect(found([own, marked, { ...marked, id: 'another-token-like-1' }])).toEqual({
        kind: 'ambiguous',
        ids: [lost.id, 'another-token-like-1'],
      });
      expect(found([own, { ...marked, description: `${attempt.marker} mine` }])).toEqual(nothing);
    });

    test('is the one of its policy when another has its end', () => {
      const other = { ...lost, id: 'another-token-like-1', policy: { ...lost.policy, nodeIds: [101] } };
      expect(found([own, other, lost])).toEqual(it);
      expect(found([own, other])).toEqual({ kind: 'ambiguous', ids: [other.id] });
    });
  });
});

describe('revoking', () => {
  test('deletes the token, and a token that is gone is no failure', async () => {
    const fake = await startFake();
    const session = await openSession(fake);
    await session.mint();
    const id = fake.living()[0]?.id ?? '';
    await expect(session.tokens().revoke(id)).resolves.toBe('revoked');
    expect(fake.living()).toEqual([]);
    await expect(session.tokens().revoke(id)).resolves.toBe('revoked');
  });

  test('never deletes the credential', async () => {
    const fake = await startFake();
    const session = await openSession(fake);
    expect((await rejection(session.tokens().revoke(fake.parent.id))).message).toBe(
      `${fake.parent.id} is the credential itself, which is never revoked`,
    );
    expect(fake.requests).toEqual([]);
  });

  test('fails with the reason of the server', async () => {
    const fake = await startFake();
    const foreign = fake.add({ userId: 7 });
    const session = await openSession(fake);
    expect((await rejection(session.tokens().revoke(foreign.id))).message).toContain('ACCESS_DENIED');
  });

  test.each<Fault>([
    { kind: 'html', act: false },
    { kind: 'status', status: 200, body: '', act: false },
    { kind: 'status', status: 404, act: false },
  ])('is not done because something answers: $kind $status', async (fault) => {
    const fake = await startFake({ onRequest: always('DELETE', BASE, fault) });
    const session = await openSession(fake);
    await session.mint();
    expect((await rejection(session.tokens().revoke(fake.living()[0]?.id ?? ''))).message).toContain('DELETE');
  });

  test('by hand is a command of s10k, with or without an id', () => {
    const byHand = (endpoint: string, token: { id: string } | { attempt: Attempt }) =>
      openTokens(
        'User',
        { endpoint, authentication: { kind: 'secret', secret: NOT_A_SECRET, id: ID } },
        {},
        createTestPorts(),
      ).byHand(token);
    expect(byHand(DEFAULT_ENDPOINT, { id: 'ABC;D12,34' })).toBe("s10k sec-tokens delete --identifier='ABC;D12,34'");
    expect(byHand(DEFAULT_ENDPOINT, { id: "'; echo '" })).toBe(
      String.raw`s10k sec-tokens delete --identifier=''\''; echo '\'''`,
    );
    expect(byHand('https://sun.example', { id: 'ABC' })).toBe(
      `s10k sec-tokens delete --identifier=ABC  # with solaruser = "https://sun.example" under [service-urls] in ~/.s10k/config`,
    );
    const attempt = { leaseId: 'f00d', expiresAt: 1_759_143_600_000 } as Attempt;
    const steps =
      "(1) find it, with a User token that no policy restricts; an empty result from a restricted one proves nothing: s10k sec-tokens list --display-mode=JSON | grep -E 'f00d|1759143600000' (2) delete the token of each line that this prints, with the id that stands in it in the place of ID: s10k sec-tokens delete --identifier='ID'";
    expect(byHand(DEFAULT_ENDPOINT, { attempt })).toBe(steps);
    expect(byHand('https://sun.example', { attempt })).toBe(
      `with solaruser = "https://sun.example" under [service-urls] in ~/.s10k/config, ${steps}`,
    );
  });
});

test('the pair that is handed on signs requests', async () => {
  const fake = await startFake();
  const session = await openSession(fake, { inputs: { grants: 'unrestricted' }, issuer: user });
  await session.mint();
  const [token] = fake.living();
  if (token === undefined) throw new Error('the server made no token');
  const minted: MintedToken = {
    type: 'solarnetwork/User',
    id: token.id,
    secret: token.secret,
    name: 'n',
    expiresAt: session.attempt.expiresAt,
    grants: 'unrestricted',
    unconfirmed: [],
  };
  const handedOn = session.plan.exports(minted, undefined);
  const builder = new AuthorizationV2Builder(handedOn['SN_TOKEN_ID']);
  const now = new Date();
  builder.method('GET').host(new URL(fake.url).host).path(BASE).snDate(true).date(now);
  const answer = await fetch(`${fake.url}${BASE}`, {
    headers: { 'x-sn-date': now.toUTCString(), authorization: builder.build(handedOn['SN_TOKEN_SECRET'] ?? '') },
  });
  await expect(answer.json()).resolves.toMatchObject({
    success: true,
    data: [{ id: fake.parent.id }, { id: token.id }],
  });
});

test('what is lost at first is not lost twice: each attempt has an end of its own', () => {
  const ends = new Set(
    Array.from({ length: 20 }, () =>
      newAttempt(
        {
          name: undefined,
          description: undefined,
          lifetime: { kind: 'at', instant: 4_102_444_800_000 },
          expiry: readNodeData.expiry,
          origin: { repository: 'o/r', run: '1', attempt: '1', job: 'j' },
          revoke: true,
        },
        0,
      ),
    ).map(({ expiresAt }) => expiresAt),
  );
  expect(ends.size).toBeGreaterThan(15);
});

test('every request is signed, and so is each repetition, with the time of its own', async () => {
  const fake = await startFake({ onRequest: inTurn('DELETE', BASE, [{ kind: 'act-then-reset' }]) });
  const session = await openSession(fake);
  await session.mint();
  await session.tokens().revoke(fake.living()[0]?.id ?? '');
  const deletes = fake.requests.filter(({ method }) => method === 'DELETE');
  expect(deletes).toHaveLength(2);
  for (const { headers } of fake.requests) expect(headers.authorization).toMatch(/^SNWS2 Credential=/);
});
