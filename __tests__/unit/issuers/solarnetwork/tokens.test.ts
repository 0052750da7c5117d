import { describe, expect, test } from 'vitest';
import { AuthorizationV2Builder } from 'solarnetwork-api-core/lib/net';
import { DEFAULT_ENDPOINT } from '../../../../src/issuers/solarnetwork/api.js';
import type { AnsweredToken } from '../../../../src/issuers/solarnetwork/token.js';
import { newAttempt, type Attempt } from '../../../../src/lease/attempt.js';
import type { MintedToken } from '../../../../src/lease/issuer.js';
import { always, first, inTurn, oneOf, rewriteJson, type Fault, type OnRequest } from '../../../fakes/faults.js';
import type { SolarNetworkFakeOptions } from '../../../fakes/solarnetwork.js';
import { createTestPorts } from '../../http/test-ports.js';
import { BASE, GENERATE, ID, NOT_A_SECRET, openSession, rejection, startFake, type SessionOptions } from './session.js';
import { findIn, openTokens } from '../../../../src/issuers/solarnetwork/tokens.js';
import { policyHash } from '../../../../src/issuers/solarnetwork/compare.js';
import { readNodeData, user } from '../../../../src/issuers/solarnetwork/issuer.js';

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
