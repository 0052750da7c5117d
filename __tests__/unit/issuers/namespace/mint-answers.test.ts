import { create, toBinary } from '@bufbuild/protobuf';
import { afterEach, describe, expect, it } from 'vitest';
import { Refused } from '../../../../src/lease/issuer.js';
import { LostAnswer } from '../../../../src/lease/mint.js';
import { always, oneOf, rewriteJson, type Fault } from '../../../fakes/faults.js';
import { createIdentityProvider } from '../../../fakes/identity-provider.js';
import {
  BEARERS,
  createNamespaceFake,
  WORKSPACE,
  type NamespaceFake,
  type NamespaceFakeOptions,
} from '../../../fakes/namespace.js';
import { PermissionDeniedErrorSchema } from '../../../fakes/namespace-schema/tokens_pb.js';
import { createStep, problemsOf, type Inputs, type Step } from './lease.js';
import { withoutTries } from '../../http/test-ports.js';
import { namespaceToken, namespaceUserToken } from '../../../../src/issuers/namespace/issuer.js';

const CREATE = '/namespace.cloud.iam.v1beta.TokenService/CreateRevokableToken';
const LIST = '/namespace.cloud.iam.v1beta.TokenService/ListRevokableTokens';

let fake: NamespaceFake;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function start(options: NamespaceFakeOptions = {}, inputs: Inputs = {}): Promise<Step> {
  fake = await createNamespaceFake(options);
  closing.push(() => fake.close());
  return createStep({
    url: fake.url,
    credential: BEARERS.administrator,
    grants: 'builder b1: ensure',
    name: 'deploy',
    ...inputs,
  });
}

async function errorOf(promise: Promise<unknown>): Promise<Error> {
  const [outcome] = await Promise.allSettled([promise]);
  if (outcome.status === 'rejected' && outcome.reason instanceof Error) return outcome.reason;
  throw new Error('expected a failure');
}

describe('a refusal of a mint', () => {
  const CREDENTIAL = 'the credential (the input credential)';
  const ADMINISTRATORS =
    'Only administrators of a workspace mint tokens for all of it; type: namespace/user mints one that is bound to the membership of the user behind the credential';

  const missing = (...rights: readonly (readonly [resourceType: string, action: string])[]) => ({
    code: 'permission_denied',
    message: 'no',
    details: [
      {
        type: 'namespace.cloud.iam.v1beta.PermissionDeniedError',
        value: Buffer.from(
          toBinary(
            PermissionDeniedErrorSchema,
            create(PermissionDeniedErrorSchema, {
              missingAccessPermissions: rights.map(([resourceType, action]) => ({ resourceType, action })),
            }),
          ),
        ).toString('base64'),
      },
    ],
  });

  it.each<[string, number, object, Inputs, string]>([
    [
      'of a name that is taken',
      409,
      { code: 'already_exists', message: 'taken' },
      {},
      '409 Conflict: already_exists: taken. Names are unique in a workspace, and "deploy" is taken. Remove the input name, so that each attempt gets a name of its own, or put the run and its attempt into it: name: deploy-${{ github.run_id }}-${{ github.run_attempt }}',
    ],
    [
      'without the right that is missing',
      403,
      { code: 'permission_denied', message: 'no' },
      {},
      `403 Forbidden: permission_denied: no. Probably ${CREDENTIAL} lacks the permission token/revokable: create. ${ADMINISTRATORS}`,
    ],
    [
      'for want of the right to create',
      403,
      missing(['token/revokable', 'create']),
      {},
      `403 Forbidden: permission_denied: no; missing permission token/revokable: create. Give ${CREDENTIAL} what it misses. ${ADMINISTRATORS}`,
    ],
    [
      'for want of the right that is granted',
      403,
      missing(['builder', 'ensure']),
      {},
      `403 Forbidden: permission_denied: no; missing permission builder: ensure. Give ${CREDENTIAL} what it misses`,
    ],
    [
      'for want of both',
      403,
      missing(['token/revokable', 'create'], ['builder', 'ensure']),
      {},
      `403 Forbidden: permission_denied: no; missing permission token/revokable: create, builder: ensure. Give ${CREDENTIAL} what it misses`,
    ],
    [
      "of a user's token",
      403,
      missing(['token/revokable', 'create']),
      { type: 'namespace/user' },
      `403 Forbidden: permission_denied: no; missing permission token/revokable: create. Give ${CREDENTIAL} what it misses`,
    ],
    [
      'of a wildcard among other actions',
      400,
      { code: 'invalid_argument', message: 'not allowed' },
      { grants: 'builder b1: ensure\ninstance i1: *' },
      '400 Bad Request: invalid_argument: not allowed. Namespace may refuse * as an action in a revokable token: list the actions instead',
    ],
    [
      'of something else that was asked for',
      400,
      { code: 'invalid_argument', message: 'not allowed' },
      {},
      '400 Bad Request: invalid_argument: not allowed',
    ],
    ['of another kind', 404, { code: 'not_found', message: 'what' }, {}, '404 Not Found: not_found: what'],
    [
      'of another kind, with a wildcard asked for',
      404,
      { code: 'not_found', message: 'what' },
      { grants: 'github/runner-profile b1: *' },
      '404 Not Found: not_found: what',
    ],
    [
      'of too many requests by the service',
      429,
      { code: 'resource_exhausted', message: 'slow down' },
      {},
      '429 Too Many Requests: resource_exhausted: slow down. Try again later, or mint less often',
    ],
    ['of too many requests by a proxy', 429, {}, {}, '429 Too Many Requests. Try again later, or mint less often'],
  ])('%s says what to do', async (_what, status, body, inputs, message) => {
    const step = await start(
      { onRequest: always('POST', CREATE, { kind: 'status', status, body: JSON.stringify(body), act: false }) },
      inputs,
    );
    const error = await errorOf(step.mint());
    expect(withoutTries(error.message)).toBe(`POST ${fake.url}${CREATE} answered ${message}`);
    expect(error).toBeInstanceOf(Refused);
    expect(step.outcomes()).toEqual(['nothing']);
  });
});

describe('an answer to a mint without what is handed on', () => {
  const answering = (body: unknown, headers: Readonly<Record<string, string>> = {}): Fault => ({
    kind: 'status',
    status: 200,
    body: JSON.stringify(body),
    headers,
    act: false,
  });
  const bearerToken = 'nsrt_not-a-real-secret-of-a-child';

  it.each<[string, Fault, string, string | undefined]>([
    ['an empty object', answering({}), ', without a usable token', undefined],
    ['null', answering(null), ', without a usable token', undefined],
    ['a list', answering([bearerToken]), ', without a usable token', undefined],
    ['an empty token', answering({ bearerToken: '', token: {} }), ', without a usable token', undefined],
    ['a number as token', answering({ bearerToken: 12_345_678 }), ', without a usable token', undefined],
    [
      'words in a header',
      answering({}, { 'grpc-message': 'out%20of%20tokens' }),
      ', without a usable token: out of tokens',
      undefined,
    ],
    [
      'no token behind the bearer',
      answering({ bearerToken }),
      ', without the id of the token',
      'the token is not an object',
    ],
    [
      'no id',
      answering({ bearerToken, token: {} }),
      ', without the id of the token',
      'the token has "" as its id, which is none',
    ],
    [
      'an id that is a number',
      answering({ bearerToken, token: { tokenId: 1 } }),
      ', without the id of the token',
      'tokenId is not a text',
    ],
  ])('counts as lost, and is told as it is: %s', async (_what, fault, found, because) => {
    const step = await start({ onRequest: always('POST', CREATE, fault) });
    const error = await errorOf(step.mint());
    expect(error).toBeInstanceOf(LostAnswer);
    const cause = error.cause as Error;
    expect(cause.message).toBe(`POST ${fake.url}${CREATE} answered 200 OK${found}`);
    expect((cause.cause as Error | undefined)?.message).toBe(because);
    expect(step.outcomes()).toEqual(['open', 'open']);
  });

  it.each([201, 400, 500])('has its token masked whatever its status is: %i', async (status) => {
    const answer = {
      ...answering({ bearerToken, token: { tokenId: 'tok_1' }, message: `made ${bearerToken}` }),
      status,
    };
    const step = await start({ onRequest: always('POST', CREATE, answer) });
    await expect(step.mint()).rejects.toThrow();
    expect(step.masked).toContain(bearerToken);
  });

  it('by both of its names counts as lost, and both are masked', async () => {
    const other = `${bearerToken}-2`;
    const step = await start({ onRequest: always('POST', CREATE, answering({ bearerToken, bearer_token: other })) });
    const error = await errorOf(step.mint());
    expect(error).toBeInstanceOf(LostAnswer);
    expect((error.cause as Error).message).toBe('bearerToken stands there twice, also as bearer_token');
    expect(step.masked).toEqual(expect.arrayContaining([bearerToken, other]));
  });
});

/** The server tells a member neither in the answer nor in the list, or only in the one that is named. */
type Member = 'expiresAt' | 'scope' | 'permissions' | 'tenantId' | 'state';
type Change = Readonly<Partial<Record<Member, unknown>>>;

const changing = (change: Change) => ({
  create: rewriteJson((body) => ({ ...body, token: { ...(body['token'] as object), ...change } })),
  list: rewriteJson((body) => ({
    ...body,
    tokens: ((body['tokens'] ?? []) as readonly object[]).map((token) => ({ ...token, ...change })),
  })),
});

const telling = (inAnswer: Change, inList: Change = {}) =>
  oneOf(
    always('POST', CREATE, { kind: 'rewrite', rewrite: changing(inAnswer).create }),
    always('POST', LIST, { kind: 'rewrite', rewrite: changing(inList).list }),
  );

const listsOf = ({ requests }: NamespaceFake) => requests.filter(({ path }) => path === LIST);

describe('what the answer to a mint leaves out', () => {
  it('is nothing as a rule, and then the list is not read', async () => {
    const step = await start();
    expect((await step.mint()).unconfirmed).toEqual([]);
    // The one before the mint, which tries the right to list.
    expect(listsOf(fake)).toHaveLength(1);
  });

  it.each<Member>(['expiresAt', 'scope', 'permissions'])('is read from the list when it is %s', async (member) => {
    const step = await start({ onRequest: telling({ [member]: undefined }) });
    const token = await step.mint();
    expect(token.unconfirmed).toEqual([]);
    expect(token.expiresAt).toBe(Number(fake.tokens[0]?.expiresAt?.seconds) * 1000);
    expect(listsOf(fake)).toHaveLength(2);
  });

  it.each<[Member, boolean]>([
    ['scope', false],
    ['permissions', false],
    ['state', true],
    ['tenantId', true],
  ])('and what the list leaves out too stays unknown: %s; the grants are confirmed: %s', async (member, confirmed) => {
    const step = await start({ onRequest: telling({ [member]: undefined }, { [member]: undefined }) });
    expect((await step.mint()).unconfirmed).toEqual(confirmed ? [] : ['grants']);
    expect(fake.living()).toHaveLength(1);
  });

  it.each<Member>(['scope', 'permissions'])('stays open where the list does not have the token: %s', async (member) => {
    const empty: Fault = { kind: 'rewrite', rewrite: rewriteJson(() => ({})) };
    const step = await start({
      onRequest: oneOf(
        always('POST', CREATE, { kind: 'rewrite', rewrite: changing({ [member]: undefined }).create }),
        always('POST', LIST, empty),
      ),
    });
    expect((await step.mint()).unconfirmed).toEqual(['grants']);
  });

  it('counts as no end where the list does not have the token', async () => {
    const empty: Fault = { kind: 'rewrite', rewrite: rewriteJson(() => ({})) };
    const step = await start({
      onRequest: oneOf(
        always('POST', CREATE, { kind: 'rewrite', rewrite: changing({ expiresAt: undefined }).create }),
        always('POST', LIST, empty),
      ),
    });
    await expect(step.mint()).rejects.toThrow(/end: asked for .*, granted no end at all/);
    expect(fake.living()).toEqual([]);
  });

  it('is warned of where the credential may not list', async () => {
    const step = await start({ onRequest: telling({ permissions: undefined }) }, { credential: BEARERS.creatorOnly });
    expect((await step.mint()).unconfirmed).toEqual(['grants']);
    expect(step.notices.at(-1)?.replace(/req-\d+/, 'req-1')).toBe(
      `The answer leaves out what was granted, and it could not be read back. POST ${fake.url}${LIST} answered 403 Forbidden: permission_denied: permission denied; missing permission token/revokable: list; request id req-1. Give the credential (the input credential) what it misses.`,
    );
  });
});

describe('a list that contradicts the answer, or itself', () => {
  it.each<[string, Change, Change, RegExp]>([
    [
      'a wider scope',
      { permissions: undefined },
      { scope: 'TENANT_MEMBERSHIP_SCOPE' },
      /scope: asked for TENANT_SCOPE, granted TENANT_MEMBERSHIP_SCOPE/,
    ],
    [
      'more',
      { scope: undefined },
      { permissions: [{ resourceType: 'builder', resourceId: '*', actions: ['ensure'] }] },
      /grants: asked for builder b1: ensure, granted builder \*: ensure/,
    ],
    [
      'a later end',
      { scope: undefined },
      { expiresAt: '2099-01-01T00:00:00Z' },
      /end: asked for .*, granted 2099-01-01/,
    ],
    ['another workspace', { scope: undefined }, { state: 'REVOKED' }, /state: asked for active, granted revoked/],
    [
      'a permission without actions',
      { scope: undefined },
      { permissions: [{ resourceType: 'builder', resourceId: '*' }] },
      /a permission names no action/,
    ],
  ])('is believed where it tells %s', async (_, inAnswer, inList, message) => {
    const step = await start({ onRequest: telling(inAnswer, inList) });
    await expect(step.mint()).rejects.toThrow(message);
    expect(fake.living()).toEqual([]);
  });

  it('has the id of the token twice: which of them is meant nobody can tell', async () => {
    const list = rewriteJson((body) => {
      const tokens = (body['tokens'] ?? []) as readonly object[];
      return { ...body, tokens: [...tokens, ...tokens] };
    });
    const step = await start({
      onRequest: oneOf(
        always('POST', CREATE, { kind: 'rewrite', rewrite: changing({ scope: undefined }).create }),
        always('POST', LIST, { kind: 'rewrite', rewrite: list }),
      ),
    });
    await expect(step.mint()).rejects.toThrow(/id: asked for one token, granted 2 with the id tok_\w+ in the list/);
    expect(fake.living()).toEqual([]);
  });
});

describe('what the answer to a mint tells', () => {
  it.each<[string, unknown]>([
    ['without actions', { resourceType: 'token/revokable', resourceId: '*' }],
    ['on every type', { resourceType: '*', resourceId: '*', actions: ['ensure'] }],
    ['with a blank action', { resourceType: 'builder', resourceId: 'b1', actions: ['ensure', ' '] }],
  ])('is refused when it has a permission that may not be asked for: one %s', async (_, permission) => {
    const asked = { resourceType: 'builder', resourceId: 'b1', actions: ['ensure'] };
    const step = await start({ onRequest: telling({ permissions: [asked, permission] }) });
    const failure = step.mint();
    await expect(failure).rejects.toThrow(/did not grant what was asked for, so it is not handed on but revoked/);
    await expect(failure).rejects.toThrow(/answer: asked for one that can be compared, granted one that cannot be/);
    expect(fake.living()).toEqual([]);
  });

  it('is refused when every action was asked for, and more of them are listed than may be asked for', async () => {
    const actions = Array.from({ length: 10_000 }, (_, index) => `action-${index}`);
    const step = await start(
      { onRequest: telling({ permissions: [{ resourceType: 'github/runner-profile', resourceId: 'b1', actions }] }) },
      { grants: 'github/runner-profile b1: *' },
    );
    await expect(step.mint()).rejects.toThrow(
      /grants: asked for github\/runner-profile b1: \*, granted a list that is too long/,
    );
    expect(fake.living()).toEqual([]);
  });

  it('is told by its first and their number when it has 60,000 permissions too many', async () => {
    const permissions = Array.from({ length: 60_000 }, (_, index) => ({
      resourceType: 'builder',
      resourceId: `b${index}`,
      actions: ['ensure'],
    }));
    const step = await start({ onRequest: telling({ permissions }) }, { grants: 'builder b1: ensure' });
    const { message } = await errorOf(step.mint());
    expect(message).toMatch(/granted builder b0: ensure; .* and 59990 more$/);
    expect(message.length).toBeLessThan(3_000);
    expect(fake.living()).toEqual([]);
  });

  it.each<[string, Change, Change, RegExp]>([
    [
      'another end',
      { scope: undefined, expiresAt: '2099-01-01T00:00:00Z' },
      {},
      /end: asked for .*, granted 2099-01-01T00:00:00Z/,
    ],
    [
      'another scope',
      { permissions: undefined, scope: 'TENANT_MEMBERSHIP_SCOPE' },
      {},
      /scope: asked for TENANT_SCOPE, granted TENANT_MEMBERSHIP_SCOPE$/,
    ],
    [
      'other grants',
      { scope: undefined, permissions: [{ resourceType: 'instance', resourceId: '*', actions: ['create'] }] },
      {},
      /grants: asked for builder b1: ensure, granted instance \*: create$/,
    ],
    ['another state', { scope: undefined, state: 'EXPIRED' }, {}, /state: asked for active, granted expired$/],
    [
      'another state, and only in the list',
      { scope: undefined, state: undefined },
      { state: 'EXPIRED' },
      /state: asked for active, granted expired$/,
    ],
  ])('counts, whatever the list says: %s', async (_what, inAnswer, inList, words) => {
    const step = await start({ onRequest: telling(inAnswer, inList) });
    await expect(step.mint()).rejects.toThrow(words);
    expect(fake.living()).toEqual([]);
  });

  async function startInWorkspace(onRequest: NonNullable<NamespaceFakeOptions['onRequest']>) {
    const identityProvider = await createIdentityProvider();
    closing.push(() => identityProvider.close());
    fake = await createNamespaceFake({
      identityProvider,
      trusts: [{ subjectMatch: '*', audience: 'federation.namespaceapis.com' }],
      onRequest,
    });
    closing.push(() => fake.close());
    return createStep({ url: fake.url, workspace: WORKSPACE, grants: 'builder b1: ensure' }, { identityProvider });
  }

  it.each<[string, Change, Change]>([
    ['only in the list', { tenantId: undefined }, { tenantId: 'tenant_evil' }],
    ['in the answer, with something else left out', { tenantId: 'tenant_evil', scope: undefined }, {}],
  ])('counts, of the workspace that was named: %s', async (_what, inAnswer, inList) => {
    const step = await startInWorkspace(telling(inAnswer, inList));
    await expect(step.mint()).rejects.toThrow(/workspace: asked for tenant_octo1, granted tenant_evil$/);
    expect(fake.living()).toEqual([]);
  });

  it('may leave out the workspace, which the list then does not have', async () => {
    const step = await startInWorkspace(
      oneOf(
        always('POST', CREATE, { kind: 'rewrite', rewrite: changing({ tenantId: undefined }).create }),
        always('POST', LIST, { kind: 'rewrite', rewrite: rewriteJson(() => ({})) }),
      ),
    );
    expect((await step.mint()).unconfirmed).toEqual([]);
  });
});

describe('before a mint', () => {
  it('each problem is told by itself too', async () => {
    const inputs = { credential: BEARERS.administrator, grants: 'builder b1: ensure' };
    const problems = async (changed: Inputs) => problemsOf(await createStep({ ...inputs, ...changed }).prepare());
    expect(await problems({})).toEqual([]);
    expect(await problems({ url: 'iam.example' })).toEqual([expect.stringMatching(/^url: /)]);
    expect(await problems({ grants: '*: ensure' })).toEqual([expect.stringMatching(/^grants, line 1, column 1: /)]);
    expect(await problems({ credential: 'a b' })).toEqual([expect.stringMatching(/^credential: /)]);
  });

  it('is shown exactly what will be asked for, with nothing left open', async () => {
    const step = await start({}, { grants: 'builder *: ensure' });
    const prepared = await step.prepare();
    if (!prepared.ok) throw new Error(problemsOf(prepared).join());
    expect(prepared.value.sources).toEqual(['credential: the input credential', `url: ${fake.url}, from the input`]);
    expect(await prepared.value.plan(step.ports)).toMatchObject({
      grants: '[{"resource_type":"builder","resource_id":"*","actions":["ensure"]}]',
      shownGrants: ['builder *: ensure'],
      leftOpen: [],
      notices: [],
      context: { identityEndpoint: fake.url, credential: 'bearer', source: 'the input credential' },
    });
  });

  it('is warned that a credential which may not list may not end the lease either', async () => {
    const step = await start({}, { credential: BEARERS.creatorOnly });
    const prepared = await step.prepare();
    if (!prepared.ok) throw new Error(problemsOf(prepared).join());
    const { notices } = await prepared.value.plan(step.ports);
    expect(notices.map(({ level, message }) => `${level}: ${message.replace(/req-\d+/, 'req-1')}`)).toEqual([
      `warning: It is doubtful whether this lease can be ended: the credential (the input credential) could not list tokens. POST ${fake.url}${LIST} answered 403 Forbidden: permission_denied: permission denied; missing permission token/revokable: list; request id req-1. Give the credential (the input credential) what it misses. Without the permission token/revokable: list, a token whose answer is lost is not found again; without token/revokable: revoke, a token lives until it expires. Use a credential that has both, or a short expires_in and revoke: false.`,
    ]);
  });

  it('is not told to do what it did: its tokens are left to their end', async () => {
    const step = await start({}, { credential: BEARERS.creatorOnly, revoke: 'false' });
    const prepared = await step.prepare();
    if (!prepared.ok) throw new Error(problemsOf(prepared).join());
    expect((await prepared.value.plan(step.ports)).notices).toEqual([]);
  });

  it.each([
    ['namespace', namespaceToken],
    ['namespace/user', namespaceUserToken],
  ])('of type %s, it is known what such a token takes and leaves', (_type, issuer) => {
    expect(issuer).toMatchObject({
      title: 'Namespace',
      grantExample: 'builder *: ensure, access',
      inputs: ['url', 'credential', 'workspace', 'audience'],
      // A year at most, by the schema of CreateRevokableToken; in seconds.
      expiry: { kind: 'second', longest: 365 * 24 * 3600 },
      tokenFileFormat: 'json',
      exportsTokenFile: true,
    });
  });

  it('names no token file that was not made', async () => {
    const step = await start();
    const token = await step.mint();
    const plan = await step.plan();
    expect(() => plan.exports(token, undefined)).toThrow(
      new Error('NSC_TOKEN_FILE names a token file, and none was made'),
    );
  });
});
