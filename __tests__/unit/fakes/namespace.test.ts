import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { Code, ConnectError, createClient } from '@connectrpc/connect';
import { createConnectTransport } from '@connectrpc/connect-node';
import { afterEach, describe, expect, it } from 'vitest';
import {
  BEARERS,
  createNamespaceFake,
  WORKSPACE,
  type NamespaceFake,
  type NamespaceFakeOptions,
} from '../../fakes/namespace.js';
import { RequestIDSchema } from '../../fakes/namespace-schema/logging_pb.js';
import {
  PermissionDeniedErrorSchema,
  RevokableToken_Scope as Scope,
  RevokableToken_State as State,
  TokenService,
} from '../../fakes/namespace-schema/tokens_pb.js';

// A client that is not ours, connect-es with its own JSON and its own reading of errors: what it understands is Connect.

const HOUR = 3600_000;
const builder = { resourceType: 'builder', resourceId: '*', actions: ['ensure', 'access'] };

let fake: NamespaceFake;
afterEach(() => fake.close());

async function start(options: NamespaceFakeOptions = {}, bearer: string = BEARERS.administrator) {
  fake = await createNamespaceFake(options);
  return clientOf(bearer);
}

function clientOf(bearer: string) {
  return createClient(
    TokenService,
    createConnectTransport({
      baseUrl: fake.url,
      httpVersion: '1.1',
      useBinaryFormat: false,
      interceptors: [
        (next) => (request) => {
          request.header.set('authorization', `Bearer ${bearer}`);
          return next(request);
        },
      ],
    }),
  );
}

const wish = (name: string) => ({
  name,
  description: 'a token of a test',
  expiresAt: timestampFromMs(Date.now() + HOUR),
  access: { grants: [builder] },
});

async function errorOf(promise: Promise<unknown>): Promise<ConnectError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ConnectError)) throw new Error('expected an error of Connect', { cause: error });
  return error;
}

describe('the fake of Namespace, asked by a client that is not ours', () => {
  it('makes a token, lists it, and revokes it once', async () => {
    const client = await start();
    const { bearerToken, token } = await client.createRevokableToken(wish('ci'));
    expect(bearerToken).toMatch(/^nsrt_/);
    expect(token).toMatchObject({
      name: 'ci',
      tenantId: WORKSPACE,
      scope: Scope.TENANT_SCOPE,
      state: State.ACTIVE,
      permissions: [builder],
    });
    const tokenId = token?.tokenId ?? '';
    expect((await client.listRevokableTokens({})).tokens.map((listed) => listed.tokenId)).toEqual([tokenId]);

    await client.revokeRevokableToken({ tokenId });
    expect(fake.living()).toEqual([]);
    expect((await client.listRevokableTokens({})).tokens).toEqual([]);
    expect((await client.listRevokableTokens({ includeRevoked: true })).tokens[0]?.state).toBe(State.REVOKED);
    expect((await errorOf(client.revokeRevokableToken({ tokenId }))).code).toBe(Code.NotFound);
  });

  it('takes a minted token for who may do what it was granted, until it is revoked', async () => {
    const client = await start();
    const { bearerToken, token } = await client.createRevokableToken({
      ...wish('lister'),
      access: { grants: [{ resourceType: 'token/revokable', resourceId: '*', actions: ['list'] }] },
    });
    const child = clientOf(bearerToken);
    expect((await child.listRevokableTokens({})).tokens).toHaveLength(1);
    expect((await errorOf(child.revokeRevokableToken({ tokenId: token?.tokenId ?? '' }))).code).toBe(
      Code.PermissionDenied,
    );
    await client.revokeRevokableToken({ tokenId: token?.tokenId ?? '' });
    expect((await errorOf(child.listRevokableTokens({}))).code).toBe(Code.Unauthenticated);
  });

  it('tells in a detail which permission is missing', async () => {
    const client = await start({}, BEARERS.member);
    const error = await errorOf(client.createRevokableToken(wish('ci')));
    expect(error.code).toBe(Code.PermissionDenied);
    expect(error.findDetails(PermissionDeniedErrorSchema)[0]?.missingAccessPermissions).toMatchObject([
      { resourceType: 'token/revokable', action: 'create' },
    ]);
    expect(error.findDetails(RequestIDSchema)[0]?.id).toMatch(/^req-/);
  });

  it('lets a member make a token of their own, and a machine none', async () => {
    const client = await start({}, BEARERS.member);
    const own = { ...wish('own'), scope: Scope.TENANT_MEMBERSHIP_SCOPE };
    expect((await client.createRevokableToken(own)).token?.scope).toBe(Scope.TENANT_MEMBERSHIP_SCOPE);
    const error = await errorOf(clientOf(BEARERS.creatorOnly).createRevokableToken({ ...own, name: 'other' }));
    expect(error.code).toBe(Code.PermissionDenied);
  });

  it('pages through the list without leaving a token out', async () => {
    const client = await start({ pageSize: 2 });
    for (const name of ['a', 'b', 'c', 'd', 'e']) await client.createRevokableToken(wish(name));
    const names: string[] = [];
    let paginationCursor = new Uint8Array();
    do {
      const page = await client.listRevokableTokens({ paginationCursor });
      expect(page.tokens.length).toBeLessThanOrEqual(2);
      names.push(...page.tokens.map(({ name }) => name));
      paginationCursor = new Uint8Array(page.paginationCursor);
    } while (paginationCursor.length > 0);
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect((await client.listRevokableTokens({ maxEntries: 1n })).tokens).toHaveLength(1);
  });

  it.each([
    ['a name that is taken', { name: 'taken' }, Code.AlreadyExists],
    ['no name', { name: '' }, Code.InvalidArgument],
    ['no end', { expiresAt: undefined }, Code.InvalidArgument],
    ['an end in the past', { expiresAt: timestampFromMs(Date.now() - HOUR) }, Code.InvalidArgument],
    [
      'an end after more than a year',
      { expiresAt: timestampFromMs(Date.now() + 366 * 24 * HOUR) },
      Code.InvalidArgument,
    ],
    ['no grants', { access: { grants: [] } }, Code.InvalidArgument],
    ['a wildcard action', { access: { grants: [{ ...builder, actions: ['*'] }] } }, Code.InvalidArgument],
    ['an unknown action', { access: { grants: [{ ...builder, actions: ['acess'] }] } }, Code.InvalidArgument],
    ['a scope that does not exist', { scope: 7 }, Code.InvalidArgument],
  ])('refuses %s', async (_what, change, code) => {
    const client = await start();
    await client.createRevokableToken(wish('taken'));
    expect((await errorOf(client.createRevokableToken({ ...wish('ci'), ...change }))).code).toBe(code);
    expect(fake.tokens).toHaveLength(1);
  });

  it('moves an end to later by a refresh, and never to earlier', async () => {
    const client = await start();
    const { token } = await client.createRevokableToken(wish('ci'));
    const tokenId = token?.tokenId ?? '';
    const refresh = async (seconds: bigint) => {
      const answer = await client.refreshRevokableToken({ tokenId, minimumDuration: { seconds, nanos: 0 } });
      return Math.round(Number(answer.token?.expiresAt?.seconds ?? 0) - Date.now() / 1000);
    };
    expect(Math.abs((await refresh(7_200n)) - 7_200)).toBeLessThan(5);
    expect(Math.abs((await refresh(60n)) - 7_200)).toBeLessThan(5);
    expect((await errorOf(refresh(0n))).code).toBe(Code.InvalidArgument);
    expect((await errorOf(refresh(366n * 86_400n))).code).toBe(Code.InvalidArgument);
    await client.revokeRevokableToken({ tokenId });
    expect((await errorOf(refresh(7_200n))).code).toBe(Code.NotFound);
  });

  it('brings no token back by a refresh', async () => {
    let now = Date.now();
    const client = await start({ now: () => now });
    const { token } = await client.createRevokableToken(wish('ci'));
    now += 2 * HOUR;
    const refreshed = client.refreshRevokableToken({
      tokenId: token?.tokenId ?? '',
      minimumDuration: { seconds: 7_200n, nanos: 0 },
    });
    expect((await errorOf(refreshed)).code).toBe(Code.FailedPrecondition);
  });

  it.each([
    ['a member that is not in the schema', { name: 'x', grants: [] }],
    ['a scope that is not in the schema', { name: 'x', scope: 'GLOBAL_SCOPE' }],
    ['a time that is none', { name: 'x', expiresAt: 'tomorrow' }],
  ])('refuses %s', async (_what, body) => {
    fake = await createNamespaceFake();
    const answer = await fetch(`${fake.url}/namespace.cloud.iam.v1beta.TokenService/CreateRevokableToken`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${BEARERS.administrator}` },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid_argument' });
  });
});
