import { describe, expect, test } from 'vitest';
import type { HttpAnswer } from '../../../../src/http/client.js';
import { explain, isRefusal, openTokenApi, successOf } from '../../../../src/issuers/solarnetwork/api.js';
import { endOfPolicy, isTokenId, readToken, readPair, readTokens } from '../../../../src/issuers/solarnetwork/token.js';
import { createTestPorts } from '../../http/test-ports.js';
import { runnerWords } from '../../../../src/runner/words.js';

const ID = 'Lqc8Z_KzpD8.L0_em0Au';
const NOT_A_SECRET = 'not-a-real-secret-of-a-user-token';
const MINUTE = 60_000;
const WHAT = 'POST https://sun.example/x answered';
const JSON_TYPE = { 'content-type': 'application/json' };

function answer(status: number, json?: unknown, more: Partial<HttpAnswer> = {}): HttpAnswer {
  const headers = { ...JSON_TYPE, ...more.headers };
  return { status, text: json === undefined ? '' : JSON.stringify(json), json, what: WHAT, ...more, headers };
}

describe('an answer says success', () => {
  test('by status 200 and its envelope together, with its data', () => {
    expect(successOf(answer(200, { success: true, data: [1] }))).toEqual({ data: [1] });
    expect(successOf(answer(200, { success: true }))).toEqual({ data: undefined });
  });

  test.each<readonly [number, unknown]>([
    [201, { success: true, data: [1] }],
    [202, { success: true }],
    [403, { success: true, data: [1] }],
    [200, { success: false, data: [1] }],
    [200, { success: 'true', data: [1] }],
    [200, { data: [1] }],
    [200, []],
    [200, null],
    [200, undefined],
  ])('and not by status %i with %j', (status, json) => {
    expect(successOf(answer(status, json))).toBeUndefined();
  });
});

describe("an answer is the server's own no", () => {
  const envelope = { success: false, message: 'no' };
  const page = (status: number) => ({ timestamp: 'now', status, error: 'Some Error', path: '/solaruser' });

  test.each<readonly [number, unknown]>([
    [400, envelope],
    [401, envelope],
    [403, envelope],
    [422, envelope],
    [499, envelope],
    [404, { ...page(404), success: false }],
    [429, { ...envelope, code: 'WEB.10000' }],
    [400, page(400)],
    [404, page(404)],
    [405, page(405)],
    [415, page(415)],
  ])('by status %i with %j', (status, json) => {
    expect(isRefusal(answer(status, json))).toBe(true);
  });

  test.each<readonly [string, number, unknown]>([
    ['has no JSON', 403, undefined],
    ['is no object', 403, [envelope]],
    ['says success', 403, { success: true }],
    ['has another envelope', 403, { message: 'Forbidden' }],
    ['is a success', 200, envelope],
    ['is a redirect', 399, envelope],
    ['is a failure of the server', 500, envelope],
    ['tells of trouble with the database', 429, { ...envelope, code: 'DAO.00300' }],
    ['tells of a limit without a code', 429, envelope],
    ['tells of a limit with the code alone', 429, { code: 'WEB.10000' }],
    ['says success and a limit', 429, { success: true, code: 'WEB.10000' }],
    ['is a page with a status that Spring answers otherwise', 403, page(403)],
    ['is a page that tells another status', 404, page(400)],
    ['is a page without an error', 404, { ...page(404), error: undefined }],
    ['is a page whose error is none', 404, { ...page(404), error: 5 }],
    ['is a page without a path', 404, { ...page(404), path: undefined }],
  ])('but not when it %s', (_what, status, json) => {
    expect(isRefusal(answer(status, json))).toBe(false);
  });
});

describe('an answer is explained', () => {
  const api = {
    endpoint: 'https://solarnetwork.example',
    hostWords: runnerWords,
    signingToken: { id: ID, secret: NOT_A_SECRET },
    serverAhead: () => undefined,
    send: () => Promise.reject(new Error('nothing is sent')),
  };
  const said = (given: HttpAnswer, nodeIds?: readonly number[]) =>
    nodeIds === undefined ? explain(given, api) : explain(given, api, nodeIds);
  const NEEDED = 'a User token whose policy holds nothing but an end and refreshAllowed is needed to mint';
  const CHANGED = 'Something on the way may have changed the request; what was signed is not what arrived';
  const SET_RIGHT = 'and SolarNetwork allows less than 15 minutes; set it right';
  const UNSIGNED =
    'The request arrived without its signature; see whether a proxy on the way removes the Authorization header';
  const LIMIT =
    'SolarNetwork limits how fast a token may ask, two requests at once and then one a second; run it again later, or give it more time with the input timeout';
  const UNKNOWN = `The token ${ID} is unknown or disabled, or the secret is not its secret: the server does not say which. Behind a proxy of your own, the server may also check the signature against another host name than that of the url`;

  test.each<readonly [number, string, string]>([
    [
      401,
      'Expired token',
      `The credential ${ID} has expired; make a new User token and store it in place of the old one`,
    ],
    [401, 'Full authentication is required', UNSIGNED],
    [403, 'Bad credentials', UNKNOWN],
    [403, 'UNKNOWN_OBJECT', 'One of the node ids is not known to SolarNetwork: 7, 100'],
    [
      403,
      'ACCESS_DENIED',
      `The policy of the credential ${ID} restricts it (${NEEDED}), or one of the nodes belongs to another account: 7, 100`,
    ],
    [
      403,
      'Access Denied',
      `The credential ${ID} is a ReadNodeData token, or its apiPaths leave out /user/auth-tokens: ${NEEDED}`,
    ],
    [
      403,
      'access is denied',
      `The credential ${ID} is a ReadNodeData token, or its apiPaths leave out /user/auth-tokens: ${NEEDED}`,
    ],
    [403, 'Content sha-256 digest value mismatch', CHANGED],
    [404, 'Not Found', 'Check the url: it is the part before /solaruser/api/v1'],
    [429, 'Rate limit exceeded.', LIMIT],
  ])('%i %s: with its words, and with what to do', (status, message, hint) => {
    expect(said(answer(status, { success: false, message }), [7, 100])).toBe(`${WHAT}: ${message}. ${hint}`);
  });

  test('a token that is gone is not said to be a node', () => {
    expect(said(answer(403, { success: false, message: 'UNKNOWN_OBJECT' }))).toBe(
      `${WHAT}: UNKNOWN_OBJECT. The token is not known to SolarNetwork any more: somebody else may have deleted it`,
    );
  });

  test('with its words alone when nothing is known of the cause', () => {
    expect(said(answer(422, { success: false, message: 'Illegal argument: x' }))).toBe(`${WHAT}: Illegal argument: x`);
    expect(said(answer(500, { success: false, message: 'Expired token' }))).toBe(`${WHAT}: Expired token`);
    expect(said(answer(501))).toBe(WHAT);
  });

  test('as unavailable when the trouble is not told in its own words', () => {
    expect(said(answer(503))).toBe(
      `${WHAT}. The server is unavailable, or a proxy in front of it is; see whether it runs, and try again later`,
    );
    expect(said(answer(503, { success: false, message: 'Down' }))).toBe(`${WHAT}: Down`);
  });

  test('without words when it has none', () => {
    expect(said(answer(401))).toBe(`${WHAT}. ${UNSIGNED}`);
    expect(said(answer(403))).toBe(`${WHAT}. ${CHANGED}`);
  });

  test('without nodes when none were asked for', () => {
    const refused = answer(403, { success: false, message: 'ACCESS_DENIED' });
    expect(said(refused)).toBe(`${WHAT}: ACCESS_DENIED. The policy of the credential ${ID} restricts it (${NEEDED})`);
    expect(said(refused, [])).toBe(said(refused));
  });

  test.each<readonly [string, unknown, string | undefined]>([
    ['a message', { message: 'one' }, 'one'],
    ['a message and a code', { message: 'one', code: 'X.1' }, 'one (X.1)'],
    ['a code', { code: 'X.1' }, '(X.1)'],
    ['the error of Spring', { error: 'Bad Request' }, 'Bad Request'],
    ['a message before an error', { message: 'one', error: 'Bad Request' }, 'one'],
    ['details', { message: 'one', errors: [{ message: 'two' }, { message: 'three' }] }, 'one two three'],
    ['details without a message', { errors: [{ message: 'two' }], code: 'X.1' }, 'two (X.1)'],
    ['details that are none', { message: 'one', errors: ['two', null, {}, { message: 5 }, { message: '' }] }, 'one'],
    ['details that are no list', { message: 'one', errors: { message: 'two' } }, 'one'],
    ['a message that is a number, and a code that is one', { message: 5, code: 6 }, undefined],
    ['a message that is empty', { message: '' }, undefined],
    ['nothing', {}, undefined],
    ['a list', ['one'], undefined],
  ])('in the words of its JSON: %s', (_what, json, words) => {
    expect(said(answer(422, json))).toBe(words === undefined ? WHAT : `${WHAT}: ${words}`);
  });

  test.each<readonly [string, number, string]>([
    ['15m behind', 15 * MINUTE, 'is 15m behind that of the server'],
    ['15m ahead', -15 * MINUTE, 'is 15m ahead of that of the server'],
    ['hours behind', 3 * 60 * MINUTE, 'is 3h behind that of the server'],
  ])('by a clock that is %s, whatever else the server says', (_what, ahead, off) => {
    for (const status of [401, 403]) {
      const refused = answer(status, { success: false, message: 'Bad credentials' }, { serverAhead: ahead });
      expect(said(refused)).toBe(`${WHAT}: Bad credentials. The clock of this machine ${off}, ${SET_RIGHT}`);
    }
  });

  test('by a clock that is off, as the server says, when its own is not known', () => {
    const refused = answer(403, { success: false, message: 'Date skew too large' });
    expect(said(refused)).toBe(`${WHAT}: Date skew too large. The clock of this machine is off, ${SET_RIGHT}`);
  });

  test('not by a clock that is less than 15 minutes off, nor where a signature is not the matter', () => {
    for (const ahead of [15 * MINUTE - 1000, 1000 - 15 * MINUTE]) {
      const refused = answer(403, { success: false, message: 'Bad credentials' }, { serverAhead: ahead });
      expect(said(refused)).toBe(`${WHAT}: Bad credentials. ${UNKNOWN}`);
    }
    const failed = answer(500, { success: false, message: 'no' }, { serverAhead: 60 * MINUTE });
    expect(said(failed)).toBe(`${WHAT}: no`);
    const skewed = answer(422, { success: false, message: 'Date skew too large' });
    expect(said(skewed)).toBe(`${WHAT}: Date skew too large`);
  });
});

describe('a token in an answer', () => {
  const token = {
    id: ID,
    created: '2025-09-29 04:13:52.673034405Z',
    userId: 1,
    name: 'a name',
    description: 'a description',
    status: 'Active',
    type: 'User',
    expired: false,
    policy: { nodeIds: [1] },
  };

  test('is read with all that it says', () => {
    expect(readToken(token)).toEqual({
      id: ID,
      type: 'User',
      status: 'Active',
      expired: false,
      name: 'a name',
      description: 'a description',
      created: Date.parse('2025-09-29T04:13:52.673Z'),
      policy: { nodeIds: [1] },
    });
  });

  test('needs an id and nothing else', () => {
    expect(readToken({ id: 'old;one', name: 5, description: null, created: 7, policy: null })).toEqual({
      id: 'old;one',
      type: undefined,
      status: undefined,
      expired: undefined,
      name: undefined,
      description: undefined,
      created: undefined,
      policy: {},
    });
  });

  test.each([undefined, null, 'text', [], [token], {}, { ...token, id: undefined }, { ...token, id: 5 }])(
    'is none when it is %j',
    (value) => {
      expect(readToken(value)).toBeUndefined();
      expect(readTokens(answer(200, { success: true, data: [token, value] }))).toBeUndefined();
    },
  );

  test('is one of a list when the answer is one', () => {
    expect(readTokens(answer(200, { success: true, data: [token] }))).toEqual([readToken(token)]);
    expect(readTokens(answer(200, { success: true, data: [] }))).toEqual([]);
    for (const data of [undefined, {}, token, 'text']) {
      expect(readTokens(answer(200, { success: true, data }))).toBeUndefined();
    }
    expect(readTokens(answer(403, { success: true, data: [token] }))).toBeUndefined();
  });

  test.each<readonly [unknown, string | undefined]>([
    ['2025-09-29 04:13:52.673034405Z', '2025-09-29T04:13:52.673Z'],
    ['2025-09-29 04:13:52.6739Z', '2025-09-29T04:13:52.673Z'],
    ['2025-09-29 04:13:52.46237Z', '2025-09-29T04:13:52.462Z'],
    ['2025-09-29 04:13:52.5Z', '2025-09-29T04:13:52.500Z'],
    ['2025-09-29 04:13:52Z', '2025-09-29T04:13:52.000Z'],
    ['2025-09-29T04:13:52Z', '2025-09-29T04:13:52.000Z'],
    ['2025-13-29 04:13:52Z', undefined],
    ['2025-09-29 04:13:52', undefined],
    ['2025-09-29', undefined],
    ['on 2025-09-29 04:13:52Z', undefined],
    ['2025-09-29 04:13:52Z or so', undefined],
    [1_759_119_232_673, undefined],
    [null, undefined],
  ])('was made at the time that it says: %j', (created, instant) => {
    expect(readToken({ ...token, created })?.created).toBe(instant === undefined ? undefined : Date.parse(instant));
  });

  test.each<readonly [unknown, number | undefined]>([
    [1_759_143_600_000, 1_759_143_600_000],
    [0, 0],
    [-1, -1],
    // The last instant that a date can be made of.
    [8.64e15, 8.64e15],
    [8.64e15 + 1, undefined],
    [1.5, undefined],
    ['1759143600000', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('ends at what its policy says in whole milliseconds: %j', (notAfter, end) => {
    expect(endOfPolicy({ notAfter })).toBe(end);
  });

  test.each<readonly [unknown, string | undefined]>([
    [{ id: ID, authSecret: NOT_A_SECRET }, NOT_A_SECRET],
    [{ id: ID, authSecret: NOT_A_SECRET, policy: 'none', type: 7 }, NOT_A_SECRET],
    [{ id: ID, authSecret: 'short' }, undefined],
    [{ id: ID, authSecret: 5 }, undefined],
    [{ id: 'short', authSecret: NOT_A_SECRET }, undefined],
    [{ authSecret: NOT_A_SECRET }, undefined],
    [{ id: ID }, undefined],
    [{}, undefined],
    [[NOT_A_SECRET], undefined],
    [undefined, undefined],
  ])('has the id and secret that the answer to its making holds, whatever else that says (%#)', (data, secret) => {
    expect(readPair(data)).toEqual(secret === undefined ? undefined : { id: ID, secret });
  });

  test.each([[[]], ['text'], [7], [true]])('is none when its policy is none: %j', (policy) => {
    expect(readToken({ id: ID, policy })).toBeUndefined();
    expect(readToken({ id: ID, policy: null })?.policy).toEqual({});
    expect(readToken({ id: ID })?.policy).toEqual({});
  });

  test.each<readonly [string, boolean]>([
    [ID, true],
    ['ABC;D12,34_567890123', true],
    ['-12345678901234567.9Z', false],
    ['-1234567890123456.9Z', true],
    ['Lqc8Z_KzpD8.L0_em0A', false],
    ['Lqc8Z_KzpD8.L0_em0A/', false],
    ['Lqc8Z KzpD8.L0_em0Au', false],
    [`${ID}\n`, false],
    ['', false],
  ])('has an id of 20 characters: %j', (id, is) => {
    expect(isTokenId(id)).toBe(is);
  });
});

test.each([
  ['no endpoint', { endpoint: undefined, authentication: { kind: 'secret', secret: NOT_A_SECRET, id: ID } }],
  ['no id', { endpoint: 'https://sun.example', authentication: { kind: 'secret', secret: NOT_A_SECRET } }],
  ['no secret', { endpoint: 'https://sun.example', authentication: { kind: 'none' } }],
] as const)('SolarNetwork is not reached with %s', (_what, access) => {
  expect(() => openTokenApi(access, createTestPorts())).toThrow(
    new Error('SolarNetwork is reached with an endpoint and the id and secret of a token'),
  );
});
