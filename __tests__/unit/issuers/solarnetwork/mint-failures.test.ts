import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { Refused } from '../../../../src/lease/issuer.js';
import { always, first, type FakeAnswer, type Fault, type OnRequest } from '../../../fakes/faults.js';
import { FOREIGN_NODE, type SolarNetworkFakeOptions } from '../../../fakes/solarnetwork.js';
import {
  changeData,
  GENERATE,
  ID,
  NOT_A_SECRET,
  openSession,
  rejection,
  startFake,
  type SessionOptions,
} from './session.js';

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
