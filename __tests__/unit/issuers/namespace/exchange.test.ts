import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Refused, type Plan } from '../../../../src/lease/issuer.js';
import { Stopped, type Ports } from '../../../../src/lease/ports.js';
import { always, first } from '../../../fakes/faults.js';
import { createIdentityProvider } from '../../../fakes/identity-provider.js';
import { BEARERS, createNamespaceFake, WORKSPACE, type NamespaceFakeOptions } from '../../../fakes/namespace.js';
import { networkOf } from '../../../fakes/network.js';
import { createStep, problemsOf, type Inputs, type Step } from './lease.js';
import { withoutTries } from '../../http/test-ports.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const EXCHANGE = /Exchange|IssueTenantToken/;
const REQUEST = 'POST URL/nsl.signin.SigninService/IssueTenantTokenFromSession';

async function startFake(options: NamespaceFakeOptions = {}) {
  const fake = await createNamespaceFake(options);
  closing.push(() => fake.close());
  return fake;
}

async function startProvider() {
  const provider = await createIdentityProvider();
  closing.push(() => provider.close());
  return provider;
}

/** What the step does before it mints: the exchange is a part of it. */
async function planOf(step: Step, ports: Partial<Ports> = {}): Promise<Plan> {
  const prepared = await step.prepare();
  if (!prepared.ok) throw new Error(problemsOf(prepared).join('; '));
  return prepared.value.plan({ ...step.ports, ...ports });
}

async function errorOf(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  throw new Error('expected a failure');
}

const answering = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  always('POST', EXCHANGE, { kind: 'status', status, body: JSON.stringify(body), headers, act: false });

describe('a session token that is not exchanged', () => {
  const FAILED = 'the credential (the input credential) could not be exchanged:';
  const ADVICE =
    'To be done: log in again with nsc login, or let the job authenticate with an identity token (permissions: { id-token: write })';

  it.each<[string, NamespaceFakeOptions['onRequest'], string]>([
    [
      'because it ended',
      answering(401, { code: 16, message: 'the session is over' }),
      `${FAILED} ${REQUEST} answered 401 Unauthorized: unauthenticated: the session is over. ${ADVICE}`,
    ],
    [
      'with the lowest status of a refusal',
      answering(400, { code: 3, message: 'bad' }),
      `${FAILED} ${REQUEST} answered 400 Bad Request: invalid_argument: bad. ${ADVICE}`,
    ],
    [
      'by a server in trouble',
      answering(500, {}),
      `${FAILED} ${REQUEST} answered 500 Internal Server Error. The server, or a proxy in front of it, failed; see its log, and try again later`,
    ],
    [
      'in words that stand in a header',
      answering(200, {}, { 'grpc-message': 'no%20trust' }),
      `${FAILED} ${REQUEST} answered 200 OK, without a usable token in the answer`,
    ],
    [
      'by another success, even with a token',
      answering(202, { tenant_token: BEARERS.administrator }),
      `${FAILED} ${REQUEST} answered 202 Accepted`,
    ],
    [
      'for an empty token',
      answering(200, { tenant_token: '' }),
      `${FAILED} ${REQUEST} answered 200 OK, without a usable token in the answer`,
    ],
    [
      'for a token that is no text',
      answering(200, { tenant_token: 12_345_678 }),
      `${FAILED} ${REQUEST} answered 200 OK, without a usable token in the answer`,
    ],
    [
      'for a token that no header can carry',
      answering(200, { tenant_token: 'nsct_not-a-real\nsecret' }),
      `${FAILED} ${REQUEST} answered 200 OK, without a usable token in the answer`,
    ],
    [
      'by an answer that is a list',
      answering(200, []),
      `${FAILED} ${REQUEST} answered 200 OK, without a usable token in the answer`,
    ],
  ])('%s is refused, with what to do, before anything is minted', async (_what, onRequest, message) => {
    const fake = await startFake({ onRequest });
    const step = createStep({ url: fake.url, credential: BEARERS.session, grants: 'builder b1: ensure' });
    const error = await errorOf(planOf(step));
    expect(withoutTries(error.message)).toBe(message.replace('URL', fake.url));
    expect(error).toBeInstanceOf(Refused);
    expect(fake.tokens).toEqual([]);
  });

  it('because no answer comes is refused too, with the cause', async () => {
    const fake = await startFake({ onRequest: always('POST', EXCHANGE, { kind: 'refuse-before' }) });
    const step = createStep({ url: fake.url, credential: BEARERS.session, grants: 'builder b1: ensure' });
    const error = await errorOf(planOf(step));
    expect(error).toBeInstanceOf(Refused);
    expect(error.cause).toBeInstanceOf(Error);
    expect(error.message).toBe(`${FAILED} ${(error.cause as Error).message}`);
  });

  it('because the job is cancelled is no refusal', async () => {
    const fake = await startFake();
    const step = createStep({ url: fake.url, credential: BEARERS.session, grants: 'builder b1: ensure' });
    const stop = { ...step.ports.stop, signal: 'SIGTERM' as const };
    expect(await errorOf(planOf(step, { stop }))).toBeInstanceOf(Stopped);
    expect(fake.requests).toEqual([]);
  });
});

describe('a session token', () => {
  it('is sent as the bearer of the exchange, for a token of one hour', async () => {
    const fake = await startFake();
    await planOf(createStep({ url: fake.url, credential: BEARERS.session, grants: 'builder b1: ensure' }));
    const [exchange, list] = fake.requests;
    expect(exchange?.headers).toMatchObject({
      authorization: `Bearer ${BEARERS.session}`,
      'content-type': 'application/json',
      'ns-internal-version': '162',
    });
    expect(JSON.parse(exchange?.body ?? '')).toEqual({ token_duration_secs: 3600 });
    expect(list?.headers.authorization).toBe(`Bearer ${fake.exchanged[0] ?? ''}`);
  });
});

describe('the service for tokens', () => {
  it('is spoken to in JSON by the Connect protocol', async () => {
    const fake = await startFake();
    const step = createStep({ url: fake.url, credential: BEARERS.administrator, grants: 'builder b1: ensure' });
    await step.mint();
    await step.end();
    expect(fake.requests.map(({ method, path }) => `${method} ${path.split('/').at(-1) ?? ''}`)).toEqual([
      'POST ListRevokableTokens',
      'POST CreateRevokableToken',
      'POST RevokeRevokableToken',
    ]);
    for (const { headers } of fake.requests) {
      expect(headers).toMatchObject({
        authorization: `Bearer ${BEARERS.administrator}`,
        'content-type': 'application/json',
        'connect-protocol-version': '1',
      });
    }
  });

  it.each(['ListRevokableTokens', 'RevokeRevokableToken'])(
    'is asked again when the answer of %s was lost',
    async (method) => {
      const fake = await startFake({ onRequest: first('POST', new RegExp(`${method}$`), { kind: 'act-then-reset' }) });
      const step = createStep({ url: fake.url, credential: BEARERS.administrator, grants: 'builder b1: ensure' });
      await step.mint();
      await step.end();
      expect(fake.requests.filter(({ path }) => path.endsWith(method))).toHaveLength(2);
      expect(fake.living()).toEqual([]);
    },
  );
});

describe('an identity token that is not exchanged', () => {
  const inWorkspace = { workspace: WORKSPACE };

  async function errorWith(inputs: Inputs, options: NamespaceFakeOptions, ports: Partial<Ports> = {}) {
    const identityProvider = await startProvider();
    const fake = await startFake({ identityProvider, ...options });
    const step = createStep({ url: fake.url, grants: 'builder b1: ensure', ...inputs }, { identityProvider });
    const error = await errorOf(planOf(step, ports));
    expect(fake.tokens).toEqual([]);
    return { error, message: error.message.replaceAll(fake.url, 'URL') };
  }

  it('in a workspace without a trust relationship is refused with the command that adds one', async () => {
    const { error, message } = await errorWith({ ...inWorkspace, audience: 'namespace.so' }, {});
    expect(error).toBeInstanceOf(Refused);
    expect(message).toBe(
      `the credential (an identity token of this job, exchanged in the workspace tenant_octo1) could not be exchanged: POST URL/nsl.tenants.TenantsService/ExchangeOIDCToken answered 403 Forbidden: permission_denied: no trust relationship of tenant_octo1 matches the token. The identity token says iss "https://token.actions.githubusercontent.com", sub "repo:octo-org/octo-repo:ref:refs/heads/main", aud "namespace.so". To be done: the workspace "tenant_octo1" needs a trust relationship that matches them, such as nsc auth trust-relationships add --issuer https://token.actions.githubusercontent.com --subject-match repo:octo-org/octo-repo:ref:refs/heads/main --audience namespace.so --grant '{"resource_type":"token/revokable","resource_id":"*","actions":["create","list","revoke"]}'`,
    );
  });

  it('of an organisation that is not connected is refused with the App to install', async () => {
    const { error, message } = await errorWith({}, {});
    expect(error).toBeInstanceOf(Refused);
    expect(message).toBe(
      `the credential (an identity token of this job, exchanged in the workspace that its GitHub organisation is connected to) could not be exchanged: POST URL/nsl.tenants.TenantsService/ExchangeGithubToken answered 403 Forbidden: permission_denied: the organisation "octo-org" is not connected to a workspace. The identity token says iss "https://token.actions.githubusercontent.com", sub "repo:octo-org/octo-repo:ref:refs/heads/main", aud "nscloud.dev/inline-token". To be done: Namespace's GitHub App must be installed for the organisation that owns this repository; for any other trust relationship set the input workspace`,
    );
  });

  it('because GitHub gives none is refused, with what GitHub said', async () => {
    const cause = new Error('GitHub answered 500');
    const { error, message } = await errorWith(inWorkspace, {}, { identityToken: () => Promise.reject(cause) });
    expect(error).toBeInstanceOf(Refused);
    expect(error.cause).toBe(cause);
    expect(message).toBe('no identity token for audience "federation.namespaceapis.com": GitHub answered 500');
  });

  it('because the job is cancelled is no refusal', async () => {
    const stopped = new Stopped('SIGTERM');
    const { error } = await errorWith(inWorkspace, {}, { identityToken: () => Promise.reject(stopped) });
    expect(error).toBe(stopped);
  });

  it('by an answer whose workspace cannot be read mints nothing', async () => {
    const { error, message } = await errorWith(inWorkspace, {
      onRequest: answering(200, { tenant_token: BEARERS.administrator, tenant: 'tenant_octo1' }),
    });
    expect(error).toBeInstanceOf(Refused);
    expect(message).toBe(
      'the credential (an identity token of this job, exchanged in the workspace tenant_octo1) could not be exchanged: POST URL/nsl.tenants.TenantsService/ExchangeOIDCToken answered 200 OK, but tenant is not an object',
    );
  });

  it('for the workspace that was named but for another mints nothing', async () => {
    const { error, message } = await errorWith(inWorkspace, {
      onRequest: answering(200, { tenant_token: BEARERS.administrator, tenant: { tenant_id: 'tenant_evil' } }),
    });
    expect(error).toBeInstanceOf(Refused);
    expect(message).toBe(
      'the identity token was exchanged for the workspace "tenant_evil" instead of "tenant_octo1"; nothing is minted there',
    );
  });
});

describe('an exchange that does not tell its workspace', () => {
  it.each<[string, object]>([
    ['leaves it out', {}],
    ['leaves its id out', { tenant: {} }],
    ['tells an empty one', { tenant: { tenant_id: '' } }],
  ])('is held to the one that was named: it %s', async (_what, tenant) => {
    const identityProvider = await startProvider();
    const body = { tenant_token: BEARERS.administrator, ...tenant };
    const honest = await startFake({ onRequest: answering(200, body) });
    const inputs: Inputs = { workspace: WORKSPACE, grants: 'builder b1: ensure' };
    expect((await createStep({ ...inputs, url: honest.url }, { identityProvider }).mint()).id).toBe(
      honest.tokens[0]?.tokenId,
    );

    const other = await startFake({
      onRequest: answering(200, body),
      grant: (token) => ({ ...token, tenantId: 'tenant_evil' }),
    });
    await expect(createStep({ ...inputs, url: other.url }, { identityProvider }).mint()).rejects.toThrow(
      /workspace: asked for tenant_octo1, granted tenant_evil/,
    );
    expect(other.living()).toEqual([]);
  });
});

describe('an exchange by the organisation', () => {
  it('tells the workspace, and a token of another one is not handed on', async () => {
    const identityProvider = await startProvider();
    const fake = await startFake({
      identityProvider,
      organisation: 'octo-org',
      grant: (token) => ({ ...token, tenantId: 'tenant_evil' }),
    });
    const step = createStep({ url: fake.url, grants: 'builder b1: ensure' }, { identityProvider });
    await expect(step.mint()).rejects.toThrow(/workspace: asked for tenant_octo1, granted tenant_evil$/);
    expect(fake.living()).toEqual([]);
  });
});

describe('without an endpoint of its own', () => {
  /** A proxy that lets nothing through, and the places that it was asked to connect to. */
  async function startProxy() {
    const asked: string[] = [];
    const server = createServer().on('connect', ({ url }, socket) => {
      asked.push(url ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;
    return { asked, network: await networkOf({ https_proxy: `http://127.0.0.1:${port}` }) };
  }

  it.each<[string, string, Inputs]>([
    ['tokens are asked for at', 'iam.namespaceapis.com:443', { credential: BEARERS.administrator }],
    ['credentials are exchanged at', 'private-api.global.namespaceapis.com:443', { credential: BEARERS.session }],
  ])('%s Namespace: %s', async (_what, place, inputs) => {
    const { asked, network } = await startProxy();
    await errorOf(planOf(createStep({ grants: 'builder b1: ensure', ...inputs }, { network })));
    expect(new Set(asked)).toEqual(new Set([place]));
  });
});
