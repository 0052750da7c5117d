import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { AuthorizationV2Builder } from 'solarnetwork-api-core/lib/net';
import { DEFAULT_ENDPOINT, findIn, readNodeData, user } from '../../../src/issuers/solarnetwork/solarnetwork.js';
import { describe as describeAttempt, newAttempt } from '../../../src/lease/attempt.js';
import { Refused, type Attempt } from '../../../src/lease/issuer.js';
import {
  always,
  first,
  inTurn,
  oneOf,
  rewriteJson,
  type FakeAnswer,
  type Fault,
  type OnRequest,
} from '../../fakes/faults.js';
import { FOREIGN_NODE, type SolarNetworkFakeOptions } from '../../fakes/solarnetwork.js';
import { createTestPorts, type TestPorts } from '../http/test-ports.js';
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
} from './solarnetwork-session.js';

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
    expect(session.masked).toEqual([token?.secret]);
    expect(granted).toEqual({
      expiresAt: session.attempt.expiresAt,
      grants: '{"nodeIds":[100,101],"sourceIds":["/REGION1/**"],"minAggregation":"Hour"}',
      differences: [],
      confirmed: true,
      notices: [],
    });
    expect(session.plan.grants).toBe(granted.grants);
    expect(fake.requests.map(({ method, path, body }) => [method, path, body === ''])).toEqual([
      ['POST', GENERATE, false],
      ['POST', `${BASE}/info`, true],
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
    await expect(session.mint()).resolves.toMatchObject({ grants: 'unrestricted', differences: [] });
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
    await expect(opened.revocation().revoke(fake.living()[0]?.id ?? '')).resolves.toBe('revoked');
    expect(opened.ports.waits.length).toBeGreaterThan(0);
    for (const wait of opened.ports.waits) expect(wait).toBeLessThan(2000);
    expect(fake.living()).toEqual([]);
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
  const cases: readonly (readonly [string, Fault, string])[] = [
    ['of another type', changeData((data) => ({ ...data, type: 'User' })), 'type'],
    ['that is disabled', changeData((data) => ({ ...data, status: 'Disabled' })), 'status'],
    ['that has expired', changeData((data) => ({ ...data, expired: true })), 'state'],
    ['with a node more', changePolicy({ nodeIds: [100, 101, 102] }), 'policy member "nodeIds"'],
    ['with no nodes', changePolicy({ nodeIds: [] }), 'policy member "nodeIds"'],
    ['with a member more', changePolicy({ apiPaths: ['/**'] }), 'policy member "apiPaths"'],
    ['with an end that is no number', changePolicy({ notAfter: '4102444800000' }), 'notAfter'],
    ['with an end that is no whole number', changePolicy({ notAfter: 1.5 }), 'notAfter'],
    ['with an end that is no date', changePolicy({ notAfter: 1e300 }), 'notAfter'],
  ];

  test.each(cases)('is told: a token %s', async (_what, fault, difference) => {
    const fake = await startFake({ onRequest: first('POST', GENERATE, fault) });
    const session = await openSession(fake, { inputs: { grants: 'node-id: 100, 101' } });
    const granted = await session.mint();
    expect(granted.differences.map(({ what }) => what)).toEqual([difference]);
    // It is going to be revoked, so it is not named first.
    expect(fake.requests).toHaveLength(1);
    expect(session.born).toHaveLength(1);
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
  const cases: readonly (readonly [string, Fault])[] = [
    ['when the connection ends', { kind: 'act-then-reset' }],
    ['when half of it comes', { kind: 'act-then-half-answer' }],
    ['when it is a page of a proxy', { kind: 'html', act: true }],
    ['when a proxy says 403', { kind: 'html', status: 403, act: true }],
    ['when a proxy says 404 without a body', { kind: 'status', status: 404, act: true }],
    [
      'when a proxy says 404 in JSON of its own',
      { kind: 'status', status: 404, act: true, body: '{"status":404,"error":"Not Found"}' },
    ],
    ['when it is a redirect', { kind: 'redirect', location: 'http://127.0.0.1:1/', act: true }],
    [
      'when the server fails',
      { kind: 'status', status: 500, act: true, body: '{"success":false,"message":"Internal error"}' },
    ],
    ['when it is empty', { kind: 'status', status: 200, act: true, body: '' }],
    ['when it says success without a token', { kind: 'status', status: 200, act: true, body: '{"success":true}' }],
    [
      'when it says that it failed, under status 200',
      withSecret((answer) => ({ ...answer, body: answer.body.replace('true', 'false') })),
    ],
    ['when its id is none', changeData((data) => ({ ...data, id: '../../etc' }))],
    ['when its id is missing', changeData((data) => ({ ...data, id: undefined }))],
    ['when its secret is missing', changeData((data) => ({ ...data, authSecret: undefined }))],
    ['when its secret is blank', changeData((data) => ({ ...data, authSecret: '' }))],
    [
      'when it ends within its secret',
      withSecret(({ status, body }) => ({ status, headers: {}, body: /^.*"authSecret":".{20}/.exec(body)?.[0] ?? '' })),
    ],
    [
      'when a key stands twice in it',
      withSecret((answer) => ({ ...answer, body: answer.body.replace('"policy":', '"policy":{},"policy":') })),
    ],
    ['when it is not whole JSON', withSecret((answer) => ({ ...answer, body: answer.body.slice(0, -2) }))],
  ];

  test.each(cases)('%s', async (_when, fault) => {
    const fake = await startFake({ onRequest: first('POST', GENERATE, fault) });
    const session = await openSession(fake);
    expect(await rejection(session.mint())).not.toBeInstanceOf(Refused);
    expect(session.born).toEqual([]);
    const [token] = fake.living();
    if (token === undefined) throw new Error('the server made no token');
    await expect(session.revocation().find(session.attempt)).resolves.toEqual({
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
      expect(session.masked.map((masked) => masked.slice(0, 20))).toEqual([secret.slice(0, 20)]);
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

  test('when the database was in trouble to the end, which 429 says too', async () => {
    const body = '{"success":false,"code":"DAO.00300","message":"Transaction error"}';
    const fake = await startFake({
      onRequest: always('POST', GENERATE, { kind: 'status', status: 429, act: false, body }),
    });
    const error = await rejection((await openSession(fake)).mint());
    expect(error).not.toBeInstanceOf(Refused);
    expect(error.message).toContain('Transaction error (DAO.00300)');
  });
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
    return { fake, session, token, find: () => session.revocation().find(session.attempt) };
  }

  test('is found by its marker once it has one, whatever became of its policy', async () => {
    const fake = await startFake();
    const session = await openSession(fake);
    await session.mint();
    const [token] = fake.living();
    await expect(session.revocation().find(session.attempt)).resolves.toEqual({
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
    await session.revocation().revoke(token.id);
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
    await expect(session.revocation().find(session.attempt)).resolves.toMatchObject({ ids: [], complete: true });
    late.resolve(undefined);
    await made.promise;
    await expect(session.revocation().find(session.attempt)).resolves.toMatchObject({ ids: [fake.living()[0]?.id] });
  });

  test('is not called gone when the list is not one', async () => {
    const { fake, session } = await loseToken({
      onRequest: oneOf(
        losing(),
        always('GET', BASE, { kind: 'rewrite', rewrite: rewriteJson(() => ({ success: true, data: {} })) }),
      ),
    });
    expect((await rejection(session.revocation().find(session.attempt))).message).toContain(
      'but not with a list of tokens',
    );
    expect(fake.living()).toHaveLength(1);
  });

  test('is not called gone when the list is refused', async () => {
    const body = '{"success":false,"message":"Bad credentials"}';
    const { session } = await loseToken({
      onRequest: oneOf(losing(), always('GET', BASE, { kind: 'status', status: 403, act: false, body })),
    });
    const error = await rejection(session.revocation().find(session.attempt));
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
    await expect(session.revocation().find(session.attempt)).resolves.toEqual({
      kind: 'found',
      ids: [],
      complete: false,
    });
  });

  test('is not called gone by a restricted credential, which sees itself only', async () => {
    const fake = await startFake({ parent: { policy: { nodeIds: [100] } } });
    const session = await openSession(fake);
    await expect(session.revocation().find(session.attempt)).resolves.toEqual({
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
        run: { repository: 'o/r', runId: '1', runAttempt: '1', job: 'j' },
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

  test('may be as old as a wrong clock makes it when the server does not tell the time', async () => {
    const { fake, token, session } = await loseToken();
    const listed = {
      id: token.id,
      type: token.type,
      status: 'Active',
      expired: false,
      name: undefined,
      description: undefined,
    };
    const policy = session.plan.context['policy'];
    const seen = (created: number) =>
      findIn([{ ...listed, created, policy: { ...token.policy } }], {
        type: 'ReadNodeData',
        attempt: session.attempt,
        policy,
        signingId: fake.parent.id,
        skew: undefined,
      });
    expect(seen(session.attempt.startedAt - 14 * 60_000)).toMatchObject({ ids: [token.id] });
    expect(seen(session.attempt.startedAt - 16 * 60_000)).toMatchObject({ ids: [] });
  });
});

describe('revoking', () => {
  test('deletes the token, and a token that is gone is no failure', async () => {
    const fake = await startFake();
    const session = await openSession(fake);
    await session.mint();
    const id = fake.living()[0]?.id ?? '';
    await expect(session.revocation().revoke(id)).resolves.toBe('revoked');
    expect(fake.living()).toEqual([]);
    await expect(session.revocation().revoke(id)).resolves.toBe('revoked');
  });

  test('never deletes the credential', async () => {
    const fake = await startFake();
    const session = await openSession(fake);
    expect((await rejection(session.revocation().revoke(fake.parent.id))).message).toContain('never revoked');
    expect(fake.requests).toEqual([]);
  });

  test('fails with the reason of the server', async () => {
    const fake = await startFake();
    const foreign = fake.add({ userId: 7 });
    const session = await openSession(fake);
    expect((await rejection(session.revocation().revoke(foreign.id))).message).toContain('ACCESS_DENIED');
  });

  test.each<Fault>([
    { kind: 'html', act: false },
    { kind: 'status', status: 200, body: '', act: false },
    { kind: 'status', status: 404, act: false },
  ])('is not done because something answers: $kind $status', async (fault) => {
    const fake = await startFake({ onRequest: always('DELETE', BASE, fault) });
    const session = await openSession(fake);
    await session.mint();
    expect((await rejection(session.revocation().revoke(fake.living()[0]?.id ?? ''))).message).toContain('DELETE');
  });

  test('by hand is a command of s10k, with or without an id', () => {
    const byHand = (endpoint: string, token: { id: string } | { attempt: Attempt }) =>
      user
        .revocation?.(
          { endpoint, authentication: { kind: 'secret', secret: NOT_A_SECRET, id: ID } },
          {},
          createTestPorts(),
        )
        .byHand(token);
    expect(byHand(DEFAULT_ENDPOINT, { id: 'ABC;D12,34' })).toBe("s10k sec-tokens delete --identifier='ABC;D12,34'");
    expect(byHand('https://sun.example', { id: 'ABC' })).toBe(
      `s10k sec-tokens delete --identifier='ABC'  # with solaruser = "https://sun.example" under [service-urls] in ~/.s10k/config`,
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
  const handedOn = user.exportedVariables({
    type: 'solarnetwork/User',
    id: token.id,
    secret: token.secret,
    name: 'n',
    expiresAt: session.attempt.expiresAt,
    grants: 'unrestricted',
    confirmed: true,
    access: { endpoint: fake.url, authentication: { kind: 'none' } },
    context: {},
    tokenFile: undefined,
  });
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
          run: { repository: 'o/r', runId: '1', runAttempt: '1', job: 'j' },
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
  await session.revocation().revoke(fake.living()[0]?.id ?? '');
  const deletes = fake.requests.filter(({ method }) => method === 'DELETE');
  expect(deletes).toHaveLength(2);
  for (const { headers } of fake.requests) expect(headers.authorization).toMatch(/^SNWS2 Credential=/);
});
