import { request as sendRequest } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createFakeServer, type FakeAnswer, type FakeRequest, type OnRequest } from '../../fakes/faults.js';
import { createIdentityProvider } from '../../fakes/identity-provider.js';
import {
  createFakeManagedDatasette,
  type FakeManagedDatasette,
  type FakeManagedDatasetteOptions,
} from '../../fakes/datasette-managed.js';
import { allAccessPermissions, createFakeInfluxdb } from '../../fakes/influxdb.js';
import { BEARERS, createNamespaceFake, MACHINE, WORKSPACE } from '../../fakes/namespace.js';
import { createSolarNetworkFake } from '../../fakes/solarnetwork.js';
import { createRealActor } from './real-datasette.js';
import { createRealInfluxdb } from './real-influxdb.js';

export const ACTION_DIRECTORY = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * One way to mint over a network, for scenarios that must hold for every issuer: the same files run against each of them,
 * and against a real InfluxDB and a real Datasette where they are installed (MINT_TOKEN_INFLUXD and MINT_TOKEN_DATASETTE name
 * their programs).
 */
export interface IssuerUnderTest {
  readonly name: string;
  /** The requests of main, in order, when nothing goes wrong: the budget of the issuer. */
  readonly mainRequests: readonly RequestRole[];
  /** The requests of post, in order, when nothing goes wrong. */
  readonly postRequests: readonly RequestRole[];
  /** @param onIdentityRequest asked for each request to the identity provider, where there is one */
  start(onRequest?: OnRequest, onIdentityRequest?: OnRequest): Promise<RunningIssuer>;
  /** Answers to a mint that grant something else than was asked for, by what is said of them. */
  readonly otherAnswers: ChangedAnswers;
  /** Answers to a mint of which it cannot be known what they grant, by what is odd about them. */
  readonly unclearAnswers: ChangedAnswers;
  /** The request of main in whose answer it stands what was granted; the one that mints unless given. */
  readonly grantsToldBy?: RequestRole;
  /** Where those of its members stand that nobody may have to choose between. */
  readonly answerKeys: { readonly id: string; readonly secret?: string; readonly rights: string };
  /** The new token in the answer to a mint, in quotes, with what stands before it as its first group. */
  readonly tokenInAnswer: RegExp;
  /** What names the owner of a token in the step, and an answer with a token of somebody else. */
  readonly owner?: {
    readonly inputs: Readonly<Record<string, string>>;
    readonly change: (answer: Json) => Json;
    /** An answer names the owner in two places, of which `change` changes one. */
    readonly namedTwice?: true;
  };
}

type ChangedAnswers = Readonly<Record<string, (answer: Json) => Json>>;

export type Json = Readonly<Record<string, unknown>>;

/** `prepare`: changes nothing at the server. `complete`: belongs to a token that exists already. */
export type RequestRole = 'prepare' | 'mint' | 'complete' | 'revoke';

export interface RunningIssuer {
  /** For `with:` of the step. */
  readonly inputs: Readonly<Record<string, string>>;
  /** For the context of the job: what an identity provider needs. */
  readonly context: Readonly<Record<string, string>>;
  /** For the environment of the job. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly credentials: readonly string[];
  /** Those of the job, in order. */
  requests(): readonly FakeRequest[];
  /** The ids of the tokens that this job made and that still work at the server. */
  left(): Promise<readonly string[]>;
  /** Whether the tokens that others made are all still there. */
  othersIntact(): Promise<boolean>;
  close(): Promise<void>;
}

const OTHERS_MARKER =
  '[mint-token lease=00000000000000000000000000000000 repo=octo/spoon-knife run=1/1 job=build expires=2030-01-01T00:00:00Z]';

const changed = (value: unknown, changes: Json): Json => ({ ...(value as Json), ...changes });
const listOf = (value: unknown): readonly Json[] => value as readonly Json[];

const influxdbOtherAnswers: ChangedAnswers = {
  'one permission more': (answer) =>
    changed(answer, {
      permissions: [
        ...listOf(answer['permissions']),
        { action: 'read', resource: { type: 'authorizations', orgID: answer['orgID'] } },
      ],
    }),
  'all buckets instead of one': (answer) => inResources(answer, { id: undefined }),
  'buckets of every organisation': (answer) => inResources(answer, { orgID: undefined }),
  'another kind of resource': (answer) => inResources(answer, { type: 'tasks' }),
  'the other action': (answer) =>
    changed(answer, {
      permissions: listOf(answer['permissions']).map((permission) => changed(permission, { action: 'read' })),
    }),
  'another organisation': (answer) => changed(answer, { orgID: 'f'.repeat(16) }),
  'an inactive token': (answer) => changed(answer, { status: 'inactive' }),
  'no status': (answer) => changed(answer, { status: undefined }),
  'no permissions': (answer) => changed(answer, { permissions: [] }),
  'no permissions told': (answer) => changed(answer, { permissions: undefined }),
  'a permission with a member that nobody knows': (answer) =>
    changed(answer, {
      permissions: listOf(answer['permissions']).map((permission) => changed(permission, { includes: ['*'] })),
    }),
  'a resource with a member that nobody knows': (answer) => inResources(answer, { ids: ['*'] }),
  'a bucket that it knows by another name': (answer) => inResources(answer, { name: 'production' }),
  '60,000 permissions more': (answer) =>
    changed(answer, {
      permissions: [
        ...listOf(answer['permissions']),
        ...Array.from({ length: 60_000 }, (_, index) => ({
          action: 'write',
          resource: { type: 'buckets', id: index.toString(16).padStart(16, 'f'), orgID: answer['orgID'] },
        })),
      ],
    }),
};

function inResources(answer: Json, changes: Json): Json {
  return changed(answer, {
    permissions: listOf(answer['permissions']).map((permission) =>
      changed(permission, { resource: changed(permission['resource'], changes) }),
    ),
  });
}

const influxdbUnclearAnswers: ChangedAnswers = {
  'no id': (answer) => changed(answer, { id: undefined }),
  'an id that is a path': (answer) => changed(answer, { id: '../../buckets/0123456789abcdef' }),
  'a list of ids': (answer) => changed(answer, { id: [answer['id']] }),
  'a list of secrets': (answer) => changed(answer, { token: [answer['token']] }),
};

const influxdbAnswerKeys = { id: 'id', secret: 'token', rights: 'permissions' };

const namespaceOtherAnswers: ChangedAnswers = {
  'one action more': (answer) =>
    inToken(answer, {
      permissions: [{ resourceType: 'builder', resourceId: '*', actions: ['ensure', 'access', 'destroy'] }],
    }),
  'another resource': (answer) =>
    inToken(answer, {
      permissions: [{ resourceType: 'instance', resourceId: '*', actions: ['ensure', 'access'] }],
    }),
  'a longer life': (answer) => inToken(answer, { expiresAt: new Date(Date.now() + 7_200_000).toISOString() }),
  'an end two seconds later': (answer) => inToken(answer, { expiresAt: secondsLater(answer, 2) }),
  'another scope': (answer) => inToken(answer, { scope: 'TENANT_MEMBERSHIP_SCOPE' }),
  'every action': (answer) =>
    inToken(answer, { permissions: [{ resourceType: 'builder', resourceId: '*', actions: ['*'] }] }),
  'a token that is revoked': (answer) => inToken(answer, { state: 'REVOKED' }),
  'a permission without actions beside the right one': (answer) =>
    inToken(answer, {
      permissions: [
        { resourceType: 'builder', resourceId: '*', actions: ['ensure', 'access'] },
        { resourceType: 'token/revokable', resourceId: '*' },
      ],
    }),
  '60,000 permissions more': (answer) =>
    inToken(answer, {
      permissions: [
        { resourceType: 'builder', resourceId: '*', actions: ['ensure', 'access'] },
        ...Array.from({ length: 60_000 }, (_, index) => ({
          resourceType: 'instance',
          resourceId: `i${index}`,
          actions: ['list'],
        })),
      ],
    }),
  'a token that has expired': (answer) => inToken(answer, { state: 'EXPIRED' }),
};

const namespaceUserOtherAnswers: ChangedAnswers = {
  ...namespaceOtherAnswers,
  'another scope': (answer) => inToken(answer, { scope: 'TENANT_SCOPE' }),
};

const namespaceUnclearAnswers: ChangedAnswers = {
  'no token': (answer) => changed(answer, { token: undefined }),
  'no id': (answer) => inToken(answer, { tokenId: undefined }),
  'an id of two lines': (answer) => inToken(answer, { tokenId: 'tok_1\n::add-mask::x' }),
  'an id by both of its names': (answer) => inToken(answer, { token_id: 'tok_of_another' }),
  'a secret by both of its names': (answer) => changed(answer, { bearer_token: 'nsct_not-a-real-secret-of-another' }),
  'permissions by both of their names': (answer) =>
    inToken(answer, {
      permissions: [{ resourceType: 'builder', resourceId: '*', resource_id: 'b1', actions: ['ensure', 'access'] }],
    }),
  'a permission with a member that nobody knows': (answer) =>
    inToken(answer, {
      permissions: [{ resourceType: 'builder', resourceId: '*', actions: ['ensure', 'access'], includes: ['*'] }],
    }),
  'a scope that nobody knows': (answer) => inToken(answer, { scope: 'GLOBAL_SCOPE' }),
  'an end that is no time': (answer) => inToken(answer, { expiresAt: 'never' }),
};

const namespaceAnswerKeys = { id: 'tokenId', secret: 'bearerToken', rights: 'permissions' };

function secondsLater(answer: Json, seconds: number): string {
  const { expiresAt } = answer['token'] as { readonly expiresAt: string };
  return new Date(Date.parse(expiresAt) + seconds * 1000).toISOString();
}

function inToken(answer: Json, changes: Json): Json {
  return changed(answer, { token: changed(answer['token'], changes) });
}

const solarNetworkOtherAnswers: ChangedAnswers = {
  'no policy': (answer) => inData(answer, { policy: undefined }),
  'a policy without its restriction': (answer) => inPolicy(answer, { nodeIds: undefined, apiPaths: undefined }),
  'one node and one path more': (answer) =>
    inPolicy(answer, { nodeIds: [100, 101, 102], apiPaths: ['/datum/**', '/user/**'] }),
  'an end one millisecond later': (answer) =>
    inPolicy(answer, { notAfter: (policyOf(answer)['notAfter'] as number) + 1 }),
  'no end': (answer) => inPolicy(answer, { notAfter: undefined }),
  'an end that is a text': (answer) => inPolicy(answer, { notAfter: String(policyOf(answer)['notAfter']) }),
  'another type': (answer) => inData(answer, { type: 'Other' }),
  'a disabled token': (answer) => inData(answer, { status: 'Disabled' }),
  'an expired token': (answer) => inData(answer, { expired: true }),
  'a policy with a member that nobody knows': (answer) => inPolicy(answer, { includes: ['*'] }),
  'an empty restriction that nobody asked for': (answer) => inPolicy(answer, { userMetadataPaths: [] }),
  '60,000 nodes more': (answer) =>
    inPolicy(answer, { nodeIds: Array.from({ length: 60_000 }, (_, index) => index + 1) }),
};

const solarNetworkUnclearAnswers: ChangedAnswers = {
  'no data': (answer) => changed(answer, { data: undefined }),
  'no success': (answer) => changed(answer, { success: false }),
  'no id': (answer) => inData(answer, { id: undefined }),
  'an id that is a path': (answer) => inData(answer, { id: '../../nodes/100' }),
  'a list of secrets': (answer) => inData(answer, { authSecret: [(answer['data'] as Json)['authSecret']] }),
};

const solarNetworkAnswerKeys = { id: 'id', secret: 'authSecret', rights: 'policy' };

function inData(answer: Json, changes: Json): Json {
  return changed(answer, { data: changed(answer['data'], changes) });
}

function policyOf(answer: Json): Json {
  return (answer['data'] as Json)['policy'] as Json;
}

function inPolicy(answer: Json, changes: Json): Json {
  return inData(answer, { policy: changed(policyOf(answer), changes) });
}

const TOKEN_IN_JSON = /("(?:token|bearerToken|authSecret)":\s*)"[^"]*"/;

const managedOtherAnswers: ChangedAnswers = {
  'one action more': (answer) => inActor(answer, { _r: { r: { mydb: { mytable: ['ir', 'ur', 'dr'] } } } }),
  'another table': (answer) => inActor(answer, { _r: { r: { mydb: { other: ['ir', 'ur'] } } } }),
  'the whole database': (answer) => inActor(answer, { _r: { d: { mydb: ['ir', 'ur'] } } }),
  'no restrictions': (answer) => inActor(answer, { _r: undefined }),
  'restrictions that are null': (answer) => inActor(answer, { _r: null }),
  'restrictions that are empty': (answer) => inActor(answer, { _r: {} }),
  'restrictions with a member that nobody knows': (answer) =>
    inActor(answer, { _r: { r: { mydb: { mytable: ['ir', 'ur'] } }, x: ['*'] } }),
  'another actor': (answer) => inActor(answer, { id: 'root' }),
  'a signed token': (answer) => inActor(answer, { token: 'dstok' }),
  'the id of another token': (answer) => inActor(answer, { token_id: 1 }),
  'no id of a token': (answer) => inActor(answer, { token_id: undefined }),
};

const managedUnclearAnswers: ChangedAnswers = {
  'no actor': (answer) => changed(answer, { actor: undefined }),
  'an actor that is nobody': (answer) => changed(answer, { actor: null }),
  'a list of actors': (answer) => changed(answer, { actor: [answer['actor']] }),
};

function inActor(answer: Json, changes: Json): Json {
  return changed(answer, { actor: changed(answer['actor'], changes) });
}

const anyManagedDatasette: Omit<IssuerUnderTest, 'start'> = {
  name: 'datasette/managed',
  mainRequests: ['prepare', 'prepare', 'mint', 'complete'],
  postRequests: ['complete', 'revoke', 'complete'],
  otherAnswers: managedOtherAnswers,
  unclearAnswers: managedUnclearAnswers,
  grantsToldBy: 'complete',
  answerKeys: { id: 'token_id', rights: '_r' },
  tokenInAnswer: /(class="copyable"[^>]* value=)"[^"]*"/,
};

/** Its parent is one of the tokens that it keeps, as it is least safe. */
export const managedDatasette: IssuerUnderTest = {
  ...anyManagedDatasette,
  owner: { inputs: { actor: 'ci-bot' }, change: (answer) => inActor(answer, { id: 'root' }) },
  start: (onRequest) => startManagedDatasette(onRequest),
};

export async function startManagedDatasette(
  onRequest?: OnRequest,
  onTheWay?: FakeManagedDatasetteOptions['onTheWay'],
): Promise<RunningIssuer & { readonly fake: FakeManagedDatasette }> {
  const fake = await createFakeManagedDatasette({
    secret: 'not-a-real-secret-of-a-datasette-server',
    creators: ['ci-bot'],
    onRequest,
    onTheWay,
  });
  const parent = fake.add({ actor: 'ci-bot', life: null });
  const others = ['somebody', OTHERS_MARKER].map((description) => fake.add({ description, actor: 'ci-bot' }));
  const known = new Set([parent, ...others].map(({ id }) => id));
  const ids = () => fake.living().map(({ id }) => id);
  return {
    fake,
    inputs: {
      type: 'datasette/managed',
      url: fake.url,
      credential: fake.tokenOf(parent),
      grants: 'mydb mytable: insert-row, update-row',
    },
    context: {},
    credentials: [fake.tokenOf(parent)],
    requests: () => fake.requests,
    left: () =>
      Promise.resolve(
        ids()
          .filter((id) => !known.has(id))
          .map(String),
      ),
    othersIntact: () => Promise.resolve([...known].every((id) => ids().includes(id))),
    close: () => fake.close(),
  };
}

/** A real Datasette with the real plugin; the parent is a signed token. */
const realManagedDatasette: IssuerUnderTest = {
  ...anyManagedDatasette,
  name: 'datasette/managed (real)',
  async start(onRequest) {
    const actor = await createRealActor(OTHERS_MARKER);
    const front = await createFakeServer((request) => passOn(actor.url, request), { onRequest });
    return {
      inputs: {
        type: 'datasette/managed',
        url: front.url,
        credential: actor.parent,
        grants: 'mydb mytable: insert-row, update-row',
      },
      context: {},
      credentials: [actor.parent],
      requests: () => front.requests,
      left: () => actor.mintedTokens(),
      othersIntact: () => actor.othersIntact(),
      close: () => front.close(),
    };
  },
};

const fakeInfluxdb: IssuerUnderTest = {
  name: 'influxdb',
  mainRequests: ['prepare', 'prepare', 'mint'],
  postRequests: ['revoke'],
  otherAnswers: influxdbOtherAnswers,
  unclearAnswers: influxdbUnclearAnswers,
  answerKeys: influxdbAnswerKeys,
  tokenInAnswer: TOKEN_IN_JSON,
  owner: {
    inputs: { user: 'ci' },
    change: (answer) => changed(answer, { userID: 'f'.repeat(16) }),
    namedTwice: true,
  },
  async start(onRequest) {
    const fake = await createFakeInfluxdb(onRequest === undefined ? {} : { onRequest });
    const orgID = fake.addOrganization('acme');
    const userID = fake.addUser('ci');
    fake.addBucket(orgID, 'iot-center');
    const parent = fake.addToken({ orgID, userID, permissions: allAccessPermissions(orgID, userID) });
    const others = ['somebody', OTHERS_MARKER].map((description) =>
      fake.addToken({ orgID, userID, permissions: allAccessPermissions(orgID, userID), description }),
    );
    const known = new Set([parent, ...others].map(({ id }) => id));
    return {
      inputs: {
        type: 'influxdb',
        url: fake.url,
        credential: parent.token,
        org: 'acme',
        grants: 'buckets iot-center: write',
      },
      context: {},
      credentials: [parent.token],
      requests: () => fake.requests,
      left: () =>
        Promise.resolve(
          fake
            .tokens()
            .map(({ id }) => id)
            .filter((id) => !known.has(id)),
        ),
      othersIntact: () => Promise.resolve(others.every(({ id }) => fake.tokens().some((token) => token.id === id))),
      close: () => fake.close(),
    };
  },
};

/** A real InfluxDB behind a server that only passes on, so that the same faults can happen on the way to it. */
const realInfluxdb: IssuerUnderTest = {
  name: 'influxdb (real)',
  mainRequests: fakeInfluxdb.mainRequests,
  postRequests: fakeInfluxdb.postRequests,
  otherAnswers: influxdbOtherAnswers,
  unclearAnswers: influxdbUnclearAnswers,
  answerKeys: influxdbAnswerKeys,
  tokenInAnswer: TOKEN_IN_JSON,
  owner: {
    inputs: { user: 'admin' },
    change: (answer) => changed(answer, { userID: 'f'.repeat(16) }),
    namedTwice: true,
  },
  async start(onRequest) {
    const organization = await createRealInfluxdb().then((server) => server.addOrganization(OTHERS_MARKER));
    const front = await createFakeServer((request) => passOn(organization.url, request), { onRequest });
    return {
      inputs: {
        type: 'influxdb',
        url: front.url,
        credential: organization.parent,
        org: organization.name,
        grants: 'buckets iot-center: write',
      },
      context: {},
      credentials: [organization.parent],
      requests: () => front.requests,
      left: () => organization.mintedTokens(),
      othersIntact: () => organization.othersIntact(),
      close: () => front.close(),
    };
  },
};

const namespace: IssuerUnderTest = {
  name: 'namespace',
  mainRequests: ['prepare', 'mint'],
  postRequests: ['revoke'],
  otherAnswers: namespaceOtherAnswers,
  unclearAnswers: namespaceUnclearAnswers,
  answerKeys: namespaceAnswerKeys,
  tokenInAnswer: TOKEN_IN_JSON,
  start: async (onRequest) =>
    runningNamespace(await createNamespaceFake({ onRequest }), {
      type: 'namespace',
      credential: BEARERS.administrator,
    }),
};

/** Bound to the membership of whoever is behind the credential, who could mint nothing for the whole workspace. */
const namespaceUser: IssuerUnderTest = {
  ...namespace,
  name: 'namespace/user',
  otherAnswers: namespaceUserOtherAnswers,
  start: async (onRequest) =>
    runningNamespace(await createNamespaceFake({ onRequest }), { type: 'namespace/user', credential: BEARERS.warden }),
};

/** No secret is stored: main and post each prove who they are. The identity provider's own requests are not counted. */
const namespaceByIdentity: IssuerUnderTest = {
  name: 'namespace by identity token',
  mainRequests: ['prepare', 'prepare', 'mint'],
  postRequests: ['prepare', 'revoke'],
  otherAnswers: namespaceOtherAnswers,
  unclearAnswers: namespaceUnclearAnswers,
  answerKeys: namespaceAnswerKeys,
  tokenInAnswer: TOKEN_IN_JSON,
  owner: { inputs: { workspace: WORKSPACE }, change: (answer) => inToken(answer, { tenantId: 'tenant_other' }) },
  async start(onRequest, onIdentityRequest) {
    const identityProvider = await createIdentityProvider({ onRequest: onIdentityRequest });
    const audience = 'federation.namespaceapis.com';
    const fake = await createNamespaceFake({
      onRequest,
      identityProvider,
      trusts: [{ subjectMatch: '*', audience, caller: MACHINE }],
    });
    const issuer = await runningNamespace(fake, { type: 'namespace', workspace: WORKSPACE, audience });
    return {
      ...issuer,
      context: {
        ACTIONS_ID_TOKEN_REQUEST_URL: identityProvider.requestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: identityProvider.requestToken,
      },
      close: () => Promise.all([fake.close(), identityProvider.close()]).then(() => undefined),
    };
  },
};

async function runningNamespace(
  fake: Awaited<ReturnType<typeof createNamespaceFake>>,
  inputs: { readonly type: string; readonly credential?: string } & Readonly<Record<string, string>>,
): Promise<RunningIssuer> {
  const others = await Promise.all(
    ['somebody', OTHERS_MARKER].map((description) => addNamespaceToken(fake.url, description)),
  );
  const seen = fake.requests.length;
  return {
    inputs: { url: fake.url, grants: 'builder *: ensure, access', ...inputs },
    context: {},
    credentials: inputs.credential === undefined ? [] : [inputs.credential],
    requests: () => fake.requests.slice(seen),
    left: () =>
      Promise.resolve(
        fake
          .living()
          .map(({ tokenId }) => tokenId)
          .filter((id) => !others.includes(id)),
      ),
    othersIntact: () => Promise.resolve(others.every((id) => fake.living().some(({ tokenId }) => tokenId === id))),
    close: () => fake.close(),
  };
}

async function addNamespaceToken(url: string, description: string): Promise<string> {
  const answer = await fetch(`${url}/namespace.cloud.iam.v1beta.TokenService/CreateRevokableToken`, {
    method: 'POST',
    headers: { authorization: `Bearer ${BEARERS.administrator}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: `of-others-${description.length}`,
      description,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      access: { grants: [{ resourceType: 'builder', resourceId: '*', actions: ['ensure'] }] },
    }),
  });
  const { token } = (await answer.json()) as { readonly token: { readonly tokenId: string } };
  return token.tokenId;
}

function solarNetwork(type: string, grants: string): IssuerUnderTest {
  return {
    name: type,
    mainRequests: ['mint', 'complete'],
    postRequests: ['revoke'],
    otherAnswers: solarNetworkOtherAnswers,
    unclearAnswers: solarNetworkUnclearAnswers,
    answerKeys: solarNetworkAnswerKeys,
    tokenInAnswer: TOKEN_IN_JSON,
    async start(onRequest) {
      const fake = await createSolarNetworkFake({ onRequest });
      const others = [{ description: 'somebody' }, { description: OTHERS_MARKER }, {}].map((token) => fake.add(token));
      return {
        inputs: { type, url: fake.url, credential_id: fake.parent.id, credential: fake.parent.secret, grants },
        context: {},
        credentials: [fake.parent.secret],
        requests: () => fake.requests,
        left: () => Promise.resolve(fake.living().map(({ id }) => id)),
        othersIntact: () => Promise.resolve(others.every(({ id }) => fake.tokens.some((token) => token.id === id))),
        close: () => fake.close(),
      };
    },
  };
}

export const ISSUERS: readonly IssuerUnderTest[] = [
  managedDatasette,
  ...(process.env['MINT_TOKEN_DATASETTE'] ? [realManagedDatasette] : []),
  fakeInfluxdb,
  ...(process.env['MINT_TOKEN_INFLUXD'] ? [realInfluxdb] : []),
  namespace,
  namespaceUser,
  namespaceByIdentity,
  solarNetwork('solarnetwork/ReadNodeData', 'node-id: 100, 101\nsource-id: /REGION1/**'),
  solarNetwork('solarnetwork/User', 'api-path: /datum/**'),
];

/** What a request is for, whatever went wrong before it. */
export function roleOf({ name }: IssuerUnderTest, { method, path, headers }: FakeRequest): RequestRole {
  if (name.startsWith('datasette')) {
    if (method === 'POST') return path.endsWith('/create') ? 'mint' : 'revoke';
    // The fake's parent is the first row; that of the real server is signed.
    return /^Bearer dsatok_(?!MQ\.)/.test(headers.authorization ?? '') ? 'complete' : 'prepare';
  }
  if (name.startsWith('influxdb')) {
    if (method === 'POST') return 'mint';
    return method === 'DELETE' ? 'revoke' : 'prepare';
  }
  if (name.startsWith('namespace')) {
    if (path.endsWith('/CreateRevokableToken')) return 'mint';
    return path.endsWith('/RevokeRevokableToken') ? 'revoke' : 'prepare';
  }
  if (path.includes('/generate/')) return 'mint';
  if (path.endsWith('/info')) return 'complete';
  return method === 'DELETE' ? 'revoke' : 'prepare';
}

/** Sends a request on as it came and gives back what came back, byte for byte. */
function passOn(url: string, { method, target, headers, body }: FakeRequest): Promise<FakeAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = sendRequest(
      url + target,
      { method, headers: { ...headers, host: new URL(url).host } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const received: Record<string, string> = {};
          for (const [name, value] of Object.entries(answer.headers)) {
            if (!['connection', 'transfer-encoding', 'content-length', 'keep-alive'].includes(name))
              received[name] = String(value);
          }
          resolve({ status: answer.statusCode ?? 0, headers: received, body: Buffer.concat(chunks).toString('utf8') });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
