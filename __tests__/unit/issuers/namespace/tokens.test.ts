import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { always, first, inTurn, rewriteJson, type OnRequest } from '../../../fakes/faults.js';
import {
  BEARERS,
  createNamespaceFake,
  type NamespaceFake,
  type NamespaceFakeOptions,
} from '../../../fakes/namespace.js';
import { RevokableToken_State as State } from '../../../fakes/namespace-schema/tokens_pb.js';
import { createStep, type Step } from './lease.js';
import { openTokens } from '../../../../src/issuers/namespace/tokens.js';
import type { Attempt } from '../../../../src/lease/attempt.js';
import type { Found } from '../../../../src/lease/tokens.js';
import { withoutTries } from '../../http/test-ports.js';

const CREATE = '/namespace.cloud.iam.v1beta.TokenService/CreateRevokableToken';
const LIST = '/namespace.cloud.iam.v1beta.TokenService/ListRevokableTokens';
const REVOKE = '/namespace.cloud.iam.v1beta.TokenService/RevokeRevokableToken';

let fake: NamespaceFake;
afterEach(() => fake.close());

const stepOn = () => createStep({ url: fake.url, credential: BEARERS.administrator, grants: 'builder *: ensure' });

async function minted(options: NamespaceFakeOptions = {}): Promise<Step> {
  fake = await createNamespaceFake(options);
  const step = stepOn();
  await step.mint();
  return step;
}

const reasonOf = async (step: Step): Promise<string> => {
  const [ending] = await step.end();
  if (ending?.kind !== 'failed') throw new Error(`expected a failure, got ${ending?.kind}`);
  return ending.reason;
};

describe('the end of a lease at Namespace', () => {
  it('revokes the token by its id', async () => {
    const step = await minted();
    expect(await step.end()).toMatchObject([{ kind: 'revoked' }]);
    expect(fake.living()).toEqual([]);
  });

  it('takes a token that someone else revoked for gone', async () => {
    const step = await minted();
    await step.end();
    expect(await step.end()).toMatchObject([{ kind: 'already-gone' }]);
  });

  it('takes it for revoked or gone when the answer was lost after the deed', async () => {
    const step = await minted({ onRequest: first('POST', REVOKE, { kind: 'act-then-reset' }) });
    expect(await step.end()).toMatchObject([{ kind: 'already-gone' }]);
    expect(fake.living()).toEqual([]);
  });

  it.each<[string, OnRequest, string]>([
    [
      'a 404 of a proxy',
      always('POST', REVOKE, { kind: 'html', status: 404, act: false }),
      'POST 404 Not Found, which is no answer of Namespace',
    ],
    [
      'a 404 in JSON that is not of the service',
      always('POST', REVOKE, { kind: 'status', status: 404, body: '{"error":"not found"}', act: false }),
      'POST 404 Not Found, which is no answer of Namespace',
    ],
    [
      'another error of the service with 404',
      always('POST', REVOKE, { kind: 'status', status: 404, body: '{"code":"unimplemented"}', act: false }),
      'POST 404 Not Found: unimplemented. Check the endpoint: it does not know revokable tokens',
    ],
    [
      'a refusal that does not tell the missing right',
      always('POST', REVOKE, { kind: 'status', status: 403, body: '{"code":"permission_denied"}', act: false }),
      'POST 403 Forbidden: permission_denied. Probably the credential (the input credential) lacks the permission token/revokable: revoke',
    ],
    [
      'a page of a proxy',
      always('POST', REVOKE, { kind: 'html', act: false }),
      'POST 200 OK, which is no answer of Namespace',
    ],
    [
      'a redirect',
      always('POST', REVOKE, { kind: 'redirect', location: 'https://login.example/', act: false }),
      'POST 307 Temporary Redirect (to https://login.example, not followed), which is no answer of Namespace',
    ],
    [
      'not_found with the status of a server in trouble',
      always('POST', REVOKE, { kind: 'status', status: 503, body: '{"code":"not_found"}', act: false }),
      'POST 503 Service Unavailable: not_found',
    ],
  ])('is not believed of %s', async (_what, onRequest, reason) => {
    const step = await minted({ onRequest });
    const { id } = step.record().attempts[0]?.outcome as { readonly id: string };
    const endings = (await step.end()).map((ending) =>
      ending.kind === 'failed' ? { ...ending, reason: withoutTries(ending.reason) } : ending,
    );
    expect(endings).toMatchObject([
      {
        kind: 'failed',
        byHand: `NSC_IAM_ENDPOINT=${fake.url} nsc token revoke --token_id ${id}`,
        reason: reason.replace('POST', `POST ${fake.url}${REVOKE} answered`),
      },
    ]);
    expect(fake.living()).toHaveLength(1);
  });

  it('is not asked for with an id that is none', async () => {
    const step = await minted();
    const { endpoint, context } = step.record();
    const secret = { kind: 'secret', secret: BEARERS.administrator } as const;
    const tokens = openTokens({ endpoint, authentication: secret }, context, step.ports);
    await expect(tokens.revoke('../x')).rejects.toThrow(new Error('"../x" is no id of a token'));
    expect(fake.requests.filter(({ path }) => path === REVOKE)).toEqual([]);
  });

  it('tells which right is missing', async () => {
    fake = await createNamespaceFake();
    const step = createStep({ url: fake.url, credential: BEARERS.creatorOnly, grants: 'builder *: ensure' });
    await step.mint();
    expect(await reasonOf(step)).toMatch(
      /missing permission token\/revokable: revoke.*Give the credential \(the input credential\)/,
    );
  });
});

describe('a token whose answer was lost', () => {
  const attemptOf = (step: Step): Attempt => {
    const attempt = step.record().attempts.at(-1);
    if (attempt === undefined) throw new Error('nothing was attempted');
    return attempt;
  };

  function find(step: Step): Promise<Found> {
    const { ports } = step;
    const { endpoint, context } = step.record();
    const secret = { kind: 'secret', secret: BEARERS.administrator } as const;
    const tokens = openTokens({ endpoint, authentication: secret }, context, ports);
    return tokens.find(attemptOf(step));
  }

  it('is found by its marker on a later page, and no other token is', async () => {
    const step = await minted({ pageSize: 2 });
    for (let count = 0; count < 4; count++) await stepOn().mint();
    await step.mint();
    expect(await find(step)).toEqual({ kind: 'found', ids: [fake.tokens.at(-1)?.tokenId], complete: true });
  });

  it('is found by its marker, whatever the service made of its name', async () => {
    const step = await minted();
    const token = fake.tokens[0];
    if (token === undefined) throw new Error('no token');
    token.name = 'renamed';
    expect(await find(step)).toEqual({ kind: 'found', ids: [token.tokenId], complete: true });
  });

  it('is not taken for one whose description only mentions the marker', async () => {
    const step = await minted();
    fake.tokens.forEach((token) => (token.description += ' (copied)'));
    expect(await find(step)).toEqual({ kind: 'found', ids: [], complete: true });
  });

  it('is found no more once it is revoked', async () => {
    const step = await minted();
    await step.end();
    expect(await find(step)).toEqual({ kind: 'found', ids: [], complete: true });
  });

  it.each<[string, NonNullable<NamespaceFakeOptions['tell']>]>([
    ['by its state', (token) => ({ ...token, state: State.REVOKED })],
    [
      'by the time of its revocation',
      (token) => ({ ...token, state: State.STATE_UNKNOWN, revokedAt: timestampFromMs(1) }),
    ],
  ])('is left alone when the list tells %s that it was revoked', async (_what, tellRevoked) => {
    const step = await minted({ tell: (token, method) => (method === 'list' ? tellRevoked(token, method) : token) });
    expect(await find(step)).toEqual({ kind: 'found', ids: [], complete: true });
  });

  it.each([
    ['REVOKED', false],
    [2, false],
    ['ACTIVE', true],
    [1, true],
    ['EXPIRED', true],
    [3, true],
    [undefined, true],
  ])('with the state %j in the list is found: %s', async (state, expected) => {
    const withState = rewriteJson((body) => ({
      ...body,
      tokens: (body['tokens'] as readonly object[]).map((token) => ({ ...token, state })),
    }));
    const step = await minted({
      onRequest: inTurn('POST', LIST, [undefined, { kind: 'rewrite', rewrite: withState }]),
    });
    const ids = expected ? [fake.tokens[0]?.tokenId] : [];
    expect(await find(step)).toEqual({ kind: 'found', ids, complete: true });
  });

  it('is not said to be missing while a page is missing', async () => {
    const html = { kind: 'html', act: false } as const;
    const step = await minted({
      pageSize: 1,
      onRequest: inTurn('POST', LIST, [undefined, undefined, undefined, html]),
    });
    await stepOn().mint();
    // The newer token is on the second page, which does not come.
    fake.tokens.forEach((token) => (token.description = 'of somebody else'));
    await expect(find(step)).rejects.toThrow(/no answer of Namespace/);
  });

  it('is told when it was found before a page failed, but the list is not complete', async () => {
    const html = { kind: 'html', act: false } as const;
    const step = await minted({
      pageSize: 1,
      onRequest: inTurn('POST', LIST, [undefined, undefined, undefined, html]),
    });
    await stepOn().mint();
    expect(await find(step)).toEqual({ kind: 'found', ids: [fake.tokens[0]?.tokenId], complete: false });
  });

  it('is not looked for without end when the pages go in circles', async () => {
    const step = await minted({ pageSize: 1, endlessList: true });
    fake.tokens.forEach((token) => (token.description = 'of somebody else'));
    await expect(find(step)).rejects.toThrow(/the list has no end/);
  });

  it('is found by post when the process ended while it waited', async () => {
    fake = await createNamespaceFake({ onRequest: always('POST', CREATE, { kind: 'act-then-reset' }) });
    const step = stepOn();
    await expect(step.mint()).rejects.toThrow(/was lost/);
    expect(fake.tokens).toHaveLength(2);
    expect(fake.living()).toEqual([]);
    expect(step.outcomes()).toEqual(['open', 'open']);
    expect(await step.end()).toMatchObject([{ kind: 'nothing-minted' }, { kind: 'nothing-minted' }]);
  });

  it('is named in the advice, where no id is known', async () => {
    const step = await minted();
    const { endpoint, context } = step.record();
    const secret = { kind: 'secret', secret: BEARERS.administrator } as const;
    const byHand = openTokens({ endpoint, authentication: secret }, context, step.ports).byHand({
      attempt: attemptOf(step),
    });
    const nsc = `NSC_IAM_ENDPOINT=${fake.url} nsc`;
    expect(byHand).toBe(
      `${nsc} token list -o json, then ${nsc} token revoke --token_id with the token_id of "${attemptOf(step).name}" (nsc shows the first page of the list only; Namespace's dashboard shows all)`,
    );
    expect(byHand).not.toContain('not-a-real-secret');
  });
});

describe('a command to revoke by hand', () => {
  it.each([
    ['tok_1', 'nsc token revoke --token_id tok_1'],
    ["tok';rm", `nsc token revoke --token_id 'tok'\\'';rm'`],
  ])('is safe to paste with the id %s', async (id, command) => {
    fake = await createNamespaceFake();
    const { ports } = stepOn();
    const tokens = openTokens(
      { endpoint: 'https://iam.namespaceapis.com', authentication: { kind: 'secret', secret: BEARERS.administrator } },
      { identityEndpoint: fake.url, credential: 'bearer', source: 'the input credential' },
      ports,
    );
    expect(tokens.byHand({ id })).toBe(command);
  });
});

describe('the record of a lease', () => {
  const context = { identityEndpoint: 'https://iam.example', credential: 'bearer', source: 'the input credential' };
  const access = {
    endpoint: 'https://iam.example',
    authentication: { kind: 'secret', secret: BEARERS.administrator },
  } as const;
  const without = (key: keyof typeof context) =>
    Object.fromEntries(Object.entries(context).filter(([name]) => name !== key));

  beforeEach(async () => {
    fake = await createNamespaceFake();
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['of no kind', {}],
    ['without the endpoint of exchanges', without('identityEndpoint')],
    ['without the kind of the credential', without('credential')],
    ['without the source of the credential', without('source')],
    ['with a kind of credential that there is not', { ...context, credential: 'password' }],
  ])('is not taken up again %s', (_what, recorded) => {
    const { ports } = stepOn();
    expect(() => openTokens(access, recorded, ports)).toThrow(
      new Error('the record of the lease does not say how to authenticate at Namespace'),
    );
  });

  it.each(['bearer', 'session', 'identity'])('is taken up again with a credential that is a %s', (credential) => {
    const { ports } = stepOn();
    expect(openTokens(access, { ...context, credential }, ports).byHand({ id: 'tok_1' })).toBe(
      'NSC_IAM_ENDPOINT=https://iam.example nsc token revoke --token_id tok_1',
    );
  });

  it('is not taken up again without an endpoint', () => {
    const { ports } = stepOn();
    expect(() => openTokens({ ...access, endpoint: undefined }, context, ports)).toThrow(
      new Error('there is no endpoint to open a session at'),
    );
  });

  it('revokes nothing without a credential', async () => {
    const { ports } = stepOn();
    const tokens = openTokens(
      { endpoint: fake.url, authentication: { kind: 'none' } },
      { ...context, identityEndpoint: fake.url },
      ports,
    );
    await expect(tokens.revoke('tok_1')).rejects.toThrow(new Error('Namespace needs a credential, and none was kept'));
    expect(fake.requests).toEqual([]);
  });
});
