import { describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../../../src/http/client.js';
import { listTokens, tryToList } from '../../../../src/issuers/namespace/token-list.js';
import { messageOfRejection } from './lease.js';
import type { Api } from '../../../../src/issuers/namespace/api.js';

/** A session whose service answers with one page after the other, by the number of the request. */
function sessionOf(answerTo: (request: number) => { readonly status?: number; readonly json: unknown }) {
  const asked: unknown[] = [];
  const session: Api = {
    credentialName: 'the credential (the input credential)',
    serverAhead: () => undefined,
    authenticate: () =>
      Promise.resolve({ token: 'nsct_not-a-real-secret', workspace: undefined, workspaceTold: false }),
    turn: () => Promise.resolve(),
    call(method, message) {
      asked.push([method, message]);
      const { status = 200, json } = answerTo(asked.length);
      const answer: HttpAnswer = {
        status,
        headers: { 'content-type': 'application/json' },
        text: JSON.stringify(json),
        json,
        what: `POST x answered ${status}`,
      };
      return Promise.resolve(answer);
    },
  };
  return { session, asked };
}

async function readAll(session: Api): Promise<readonly unknown[]> {
  const tokens: unknown[] = [];
  for await (const token of listTokens(session)) tokens.push(token);
  return tokens;
}

describe('the list of tokens', () => {
  it('is asked for page by page, each with the cursor of the one before', async () => {
    const pages = [
      { tokens: [{ tokenId: 'tok_1' }, { tokenId: 'tok_2' }], paginationCursor: 'YQ==' },
      { tokens: [{ tokenId: 'tok_3' }], pagination_cursor: 'Yg==' },
      {},
    ];
    const { session, asked } = sessionOf((request) => ({ json: pages[request - 1] }));
    expect(await readAll(session)).toEqual([{ tokenId: 'tok_1' }, { tokenId: 'tok_2' }, { tokenId: 'tok_3' }]);
    expect(asked).toEqual([
      ['ListRevokableTokens', {}],
      ['ListRevokableTokens', { paginationCursor: 'YQ==' }],
      ['ListRevokableTokens', { paginationCursor: 'Yg==' }],
    ]);
  });

  it('ends at a page with an empty cursor', async () => {
    const { session, asked } = sessionOf(() => ({ json: { tokens: [], paginationCursor: '' } }));
    expect(await readAll(session)).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('is read to its end with 1,000 pages, and given up with more', async () => {
    const pages = (last: number) => (request: number) => ({
      json: { tokens: [{ tokenId: `tok_${request}` }], paginationCursor: request === last ? '' : `page${request}` },
    });
    expect(await readAll(sessionOf(pages(1_000)).session)).toHaveLength(1_000);
    const { session, asked } = sessionOf(pages(1_001));
    expect(await messageOfRejection(readAll(session))).toBe('the list of tokens has more than 1000 pages');
    expect(asked).toHaveLength(1_000);
  });

  it('has no end when a cursor comes again', async () => {
    const { session, asked } = sessionOf((request) => ({ json: { paginationCursor: request % 2 === 0 ? 'a' : 'b' } }));
    expect(await messageOfRejection(readAll(session))).toBe(
      'POST x answered 200, with the cursor of a page that was read before: the list has no end',
    );
    expect(asked).toHaveLength(3);
  });

  it('is read as far as it can be', async () => {
    const { session } = sessionOf(() => ({ json: { tokens: [{ tokenId: 'tok_1' }, 'tok_2'], paginationCursor: 7 } }));
    const list = listTokens(session);
    expect(await list.next()).toEqual({ done: false, value: { tokenId: 'tok_1' } });
    await expect(list.next()).rejects.toThrow('a listed token is not an object');
  });

  it.each<[string, number, unknown, string]>([
    ['text', 200, 'nothing', 'POST x answered 200, which is no answer of Namespace'],
    ['null', 200, null, 'POST x answered 200, which is no answer of Namespace'],
    ['a list', 200, [], 'POST x answered 200, which is no answer of Namespace'],
    ['a list of texts', 200, { tokens: ['tok_1'] }, 'POST x answered 200, but a listed token is not an object'],
    ['one token for a list', 200, { tokens: { tokenId: 'tok_1' } }, 'POST x answered 200, but tokens is not a list'],
    ['a number as cursor', 200, { paginationCursor: 7 }, 'POST x answered 200, but paginationCursor is not a text'],
    ['tokens with another status', 206, { tokens: [] }, 'POST x answered 206, which is no answer of Namespace'],
    [
      'a refusal',
      403,
      { code: 'permission_denied', message: 'no' },
      'POST x answered 403: permission_denied: no. Probably the credential (the input credential) lacks the permission token/revokable: list',
    ],
  ])('is not to be had from %s', async (_what, status, json, message) => {
    expect(await messageOfRejection(readAll(sessionOf(() => ({ status, json })).session))).toBe(message);
  });
});

describe('whether tokens may be listed', () => {
  it('is tried with one entry', async () => {
    const { session, asked } = sessionOf(() => ({ json: {} }));
    expect(await tryToList(session)).toBeUndefined();
    expect(asked).toEqual([['ListRevokableTokens', { maxEntries: 1 }]]);
  });

  const NO_ANSWER = 'which is no answer of Namespace';
  it.each<[string, number, unknown, string | undefined, string]>([
    ['text', 200, 'nothing', undefined, `POST x answered 200, ${NO_ANSWER}`],
    ['null', 200, null, undefined, `POST x answered 200, ${NO_ANSWER}`],
    ['tokens with another status', 206, {}, undefined, `POST x answered 206, ${NO_ANSWER}`],
    ['an error of a proxy', 403, { message: 'blocked' }, undefined, `POST x answered 403, ${NO_ANSWER}: blocked`],
    [
      'a missing right',
      403,
      { code: 'permission_denied', message: 'no' },
      'permission_denied',
      'POST x answered 403: permission_denied: no. Probably the credential (the input credential) lacks the permission token/revokable: list',
    ],
    [
      'a credential that is not accepted',
      401,
      { code: 'unauthenticated', message: 'who are you' },
      'unauthenticated',
      'POST x answered 401: unauthenticated: who are you. Namespace does not accept the credential (the input credential): it may have expired or been revoked',
    ],
    [
      'a service without revokable tokens',
      501,
      { code: 'unimplemented' },
      'unimplemented',
      'POST x answered 501: unimplemented. Check the endpoint: it does not know revokable tokens',
    ],
    ['a service in trouble', 500, { code: 'internal', message: 'oh' }, 'internal', 'POST x answered 500: internal: oh'],
  ])('is denied by %s', async (_what, status, json, code, message) => {
    const denial = await tryToList(sessionOf(() => ({ status, json })).session);
    expect(denial?.code).toBe(code);
    expect(denial?.error.message).toBe(message);
  });
});
