import { describe, expect, test } from 'vitest';
import { describe as describeAttempt } from '../../../../src/lease/attempt.js';
import type { Difference } from '../../../../src/lease/difference.js';
import { Refused } from '../../../../src/lease/issuer.js';
import { always, first, type Fault } from '../../../fakes/faults.js';
import type { TestPorts } from '../../http/test-ports.js';
import { BASE, changeData, changePolicy, GENERATE, openSession, rejection, startFake } from './session.js';
import { user } from '../../../../src/issuers/solarnetwork/issuer.js';

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
