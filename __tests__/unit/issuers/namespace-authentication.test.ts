import { afterEach, describe, expect, it } from 'vitest';
import { always, first } from '../../fakes/faults.js';
import { createIdentityProvider, type IdentityProvider } from '../../fakes/identity-provider.js';
import {
  BEARERS,
  CREATOR_ONLY,
  createNamespaceFake,
  WORKSPACE,
  type NamespaceFake,
  type NamespaceFakeOptions,
} from '../../fakes/namespace.js';
import { createStep, messageOfRejection, problemsOf, type Inputs, type World } from './namespace-lease.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function startFake(options: NamespaceFakeOptions = {}): Promise<NamespaceFake> {
  const fake = await createNamespaceFake(options);
  closing.push(() => fake.close());
  return fake;
}

async function startProvider(): Promise<IdentityProvider> {
  const provider = await createIdentityProvider();
  closing.push(() => provider.close());
  return provider;
}

const GRANTS = { grants: 'builder *: ensure' };
const WORKLOAD_FILE = '/var/run/nsc/token.json';
const bearerFile = (bearer: string) => JSON.stringify({ bearer_token: bearer });

async function sourcesOf(inputs: Inputs, world: World = {}): Promise<string> {
  const prepared = await createStep({ ...GRANTS, ...inputs }, world).prepare();
  if (!prepared.ok) throw new Error(problemsOf(prepared).join('; '));
  return prepared.value.sources.join('\n');
}

async function problemOf(inputs: Inputs, world: World = {}): Promise<string> {
  return problemsOf(await createStep({ ...GRANTS, ...inputs }, world).prepare()).join('\n');
}

describe('the credential for Namespace is found in this order', () => {
  it('the input credential, the workspace, NSC_TOKEN_FILE, the token file of the runner, an identity token', async () => {
    const identityProvider = await startProvider();
    const variables = { NSC_TOKEN_FILE: '/home/me/token.json' };
    const files = { '/home/me/token.json': bearerFile('nsct_a'), [WORKLOAD_FILE]: bearerFile('nscw_b') };
    const all = { variables, files, identityProvider };
    expect(await sourcesOf({ credential: 'nsct_c', workspace: 'tenant_1' }, all)).toMatch(
      /^credential: the input credential/,
    );
    expect(await sourcesOf({ workspace: 'tenant_1' }, all)).toMatch(/identity token of this job.* workspace tenant_1/);
    expect(await sourcesOf({}, all)).toMatch(/the token file \/home\/me\/token\.json of NSC_TOKEN_FILE/);
    expect(await sourcesOf({}, { files, identityProvider })).toMatch(/\/var\/run\/nsc\/token\.json of this runner/);
    expect(await sourcesOf({}, { identityProvider })).toMatch(/identity token of this job/);
  });

  it('and says what is not used because another one comes first', async () => {
    const step = createStep({ ...GRANTS, credential: 'nsct_c', workspace: 'tenant_1', audience: 'x' });
    const prepared = await step.prepare();
    const notices = prepared.ok ? prepared.value.notices.map(({ message }) => message) : [];
    expect(notices).toEqual([
      expect.stringMatching(/^builder \*: all of the workspace/),
      expect.stringMatching(/workspace is not used.*the input credential comes first/),
      expect.stringMatching(/audience is not used/),
    ]);
  });

  it('and its text is shown nowhere', async () => {
    const sources = await sourcesOf({}, { files: { [WORKLOAD_FILE]: bearerFile('nscw_not-a-real-secret') } });
    expect(sources).not.toContain('not-a-real-secret');
  });

  it.each<[NodeJS.Platform, Readonly<Record<string, string>>, string]>([
    ['linux', {}, '/var/run/nsc/token.json'],
    ['darwin', {}, '/var/run/nsc/token.json'],
    ['win32', { ProgramData: 'D:\\Data' }, 'D:\\Data\\Namespace\\GuestAgent\\metadata\\token.json'],
    ['win32', {}, 'C:\\ProgramData\\Namespace\\GuestAgent\\metadata\\token.json'],
    ['linux', { NSC_METADATA_DIR: '/run/other' }, '/run/other/token.json'],
  ])('with the token file of a runner on %s with %j at %s', async (platform, variables, path) => {
    const files = { [path]: bearerFile('nscw_b') };
    expect(await sourcesOf({}, { platform, variables, files })).toContain(path);
  });
});

describe('a token file', () => {
  const reading = (content: string | Error) =>
    problemOf({}, { variables: { NSC_TOKEN_FILE: '/token.json' }, files: { '/token.json': content } });

  it.each<[string, string | Error, RegExp]>([
    [
      'that is no JSON',
      'nsct_not-a-real-secret',
      /"\/token\.json" is not valid JSON; expected \{"bearer_token": "\.\.\."\}/,
    ],
    ['that is a list', '[]', /holds no JSON object/],
    ['without a bearer', '{"token":"nsct_not-a-real-secret"}', /has no bearer_token/],
    ['with an empty bearer', '{"bearer_token":""}', /has no bearer_token/],
    ['with a number as bearer', '{"bearer_token":7}', /has a bearer_token that is not a text/],
    ['that may not be read', new Error('EACCES: permission denied'), /cannot be read: EACCES/],
  ])('%s is refused, and not shown', async (_what, content, words) => {
    const problem = await reading(content);
    expect(problem).toMatch(words);
    expect(problem).toMatch(/^NSC_TOKEN_FILE: /);
    expect(problem).not.toContain('not-a-real-secret');
  });

  it('that is missing is an error, not a reason to take another credential', async () => {
    const world = { variables: { NSC_TOKEN_FILE: '/token.json' }, files: { [WORKLOAD_FILE]: bearerFile('nscw_b') } };
    expect(await problemOf({}, world)).toMatch(/names "\/token\.json", and there is no such file/);
  });

  it('that an earlier mint of the job exported is refused as a parent', async () => {
    const world = {
      variables: { NSC_TOKEN_FILE: '/token.json' },
      files: { '/token.json': bearerFile('nsrt_child') },
      exported: ['NSC_TOKEN_FILE'],
    };
    expect(await problemOf({}, world)).toMatch(/an earlier mint of this job exported this variable/);
    expect(await sourcesOf({ credential: 'nsct_c' }, world)).toMatch(/the input credential/);
  });

  it('mints, and its bearer is masked apart from the text around it', async () => {
    const fake = await startFake();
    const step = createStep(
      { ...GRANTS, url: fake.url },
      { variables: { NSC_TOKEN_FILE: '/token.json' }, files: { '/token.json': bearerFile(BEARERS.administrator) } },
    );
    await step.prepare();
    expect(step.masked).toEqual([BEARERS.administrator]);
    await step.mint();
    expect(fake.living()).toHaveLength(1);
  });

  it('with a session token, as nsc login writes it, is exchanged for a token of one hour, now and in post', async () => {
    const fake = await startFake();
    const step = createStep(
      { ...GRANTS, url: fake.url },
      {
        variables: { NSC_TOKEN_FILE: '/token.json' },
        files: { '/token.json': JSON.stringify({ bearer_token: 'nsct_old', session_token: BEARERS.session }) },
      },
    );
    await step.mint();
    expect(step.notices.join()).toMatch(/session token/);
    expect(await step.end()).toMatchObject([{ kind: 'revoked' }]);
    expect(fake.exchanged).toHaveLength(2);
    expect(step.masked).toEqual(expect.arrayContaining([...fake.exchanged]));
    expect(fake.living()).toEqual([]);
    expect(JSON.stringify(step.record())).not.toContain('not-a-real-secret');
  });
});

describe('an identity token', () => {
  const trusts = [{ subjectMatch: 'repo:octo-org/*', audience: 'federation.namespaceapis.com' }];

  it('is exchanged once in a workspace, and afresh in post', async () => {
    const identityProvider = await startProvider();
    const fake = await startFake({ identityProvider, trusts });
    const step = createStep({ ...GRANTS, url: fake.url, workspace: WORKSPACE }, { identityProvider });
    await step.mint();
    expect(identityProvider.audiences).toEqual(['federation.namespaceapis.com']);
    expect(fake.exchanged).toHaveLength(1);
    expect(step.masked).toContain(fake.exchanged[0]);

    expect(await step.end()).toMatchObject([{ kind: 'revoked' }]);
    expect(fake.exchanged).toHaveLength(2);
    expect(new Set(fake.exchanged).size).toBe(2);
    expect(step.record().authentication).toEqual({
      kind: 'identity-token',
      audience: 'federation.namespaceapis.com',
      workspace: WORKSPACE,
    });
  });

  it('is sent as nsc sends it: by the names of the older services, without authorization', async () => {
    const identityProvider = await startProvider();
    const fake = await startFake({ identityProvider, trusts });
    await createStep({ ...GRANTS, url: fake.url, workspace: WORKSPACE }, { identityProvider }).mint();
    const exchange = fake.requests.find(({ path }) => path === '/nsl.tenants.TenantsService/ExchangeOIDCToken');
    expect(Object.keys(JSON.parse(exchange?.body ?? '{}') as object)).toEqual(['tenant_id', 'oidc_token']);
    expect(exchange?.headers).toMatchObject({ 'content-type': 'application/json', 'ns-internal-version': '162' });
    expect(exchange?.headers.authorization).toBeUndefined();
  });

  it('has the audience that the step names', async () => {
    const identityProvider = await startProvider();
    const fake = await startFake({ identityProvider, trusts: [{ subjectMatch: '*', audience: 'namespace.so' }] });
    const inputs = { ...GRANTS, url: fake.url, workspace: WORKSPACE, audience: 'namespace.so' };
    await createStep(inputs, { identityProvider }).mint();
    expect(identityProvider.audiences).toEqual(['namespace.so']);
  });

  it('is exchanged by the organisation where no workspace is named', async () => {
    const identityProvider = await startProvider();
    const fake = await startFake({ identityProvider, organisation: 'octo-org' });
    await createStep({ ...GRANTS, url: fake.url }, { identityProvider }).mint();
    expect(identityProvider.audiences).toEqual(['nscloud.dev/inline-token']);
    expect(fake.living()).toHaveLength(1);
  });

  it.each<[string, Inputs, RegExp]>([
    [
      'in a workspace without a trust relationship',
      { workspace: WORKSPACE },
      /permission_denied: no trust relationship.*trust-relationships add --issuer/,
    ],
    [
      'of an organisation that is not connected',
      {},
      /permission_denied: the organisation "octo-org" is not connected.*GitHub App/,
    ],
  ])('%s is refused with what to do', async (_what, inputs, words) => {
    const identityProvider = await startProvider();
    const fake = await startFake({ identityProvider });
    const message = await messageOfRejection(
      createStep({ ...GRANTS, url: fake.url, ...inputs }, { identityProvider }).mint(),
    );
    expect(message).toMatch(words);
    expect(message).not.toMatch(/eyJ/);
    expect(fake.tokens).toEqual([]);
  });

  it('that is exchanged in another workspace than the one named mints nothing', async () => {
    const identityProvider = await startProvider();
    const fake = await startFake({
      identityProvider,
      onRequest: always('POST', /ExchangeOIDCToken$/, {
        kind: 'status',
        status: 200,
        body: JSON.stringify({ tenant_token: BEARERS.administrator, tenant: { tenant_id: 'tenant_evil' } }),
        act: false,
      }),
    });
    const step = createStep({ ...GRANTS, url: fake.url, workspace: WORKSPACE }, { identityProvider });
    await expect(step.mint()).rejects.toThrow(/workspace "tenant_evil" instead of "tenant_octo1"/);
    expect(fake.tokens).toEqual([]);
  });

  it('mints in the workspace that is named, else the token is revoked', async () => {
    const identityProvider = await startProvider();
    const fake = await startFake({
      identityProvider,
      trusts,
      grant: (token) => ({ ...token, tenantId: 'tenant_evil' }),
    });
    const step = createStep({ ...GRANTS, url: fake.url, workspace: WORKSPACE }, { identityProvider });
    await expect(step.mint()).rejects.toThrow(/workspace: asked for tenant_octo1, granted tenant_evil/);
    expect(fake.living()).toEqual([]);
  });

  it('is exchanged again when the answer was lost', async () => {
    const identityProvider = await startProvider();
    const fake = await startFake({
      identityProvider,
      trusts,
      onRequest: first('POST', /Exchange/, { kind: 'act-then-reset' }),
    });
    await createStep({ ...GRANTS, url: fake.url, workspace: WORKSPACE }, { identityProvider }).mint();
    expect(fake.living()).toHaveLength(1);
  });

  it('whose rights do not reach to revoke leaves a reason and a command to post', async () => {
    const identityProvider = await startProvider();
    const fake = await startFake({
      identityProvider,
      trusts: [{ subjectMatch: '*', audience: 'federation.namespaceapis.com', caller: CREATOR_ONLY }],
    });
    const step = createStep({ ...GRANTS, url: fake.url, workspace: WORKSPACE }, { identityProvider });
    const { id } = await step.mint();
    const [ending] = await step.end();
    expect(ending).toMatchObject({
      kind: 'failed',
      byHand: `NSC_IAM_ENDPOINT=${fake.url} nsc token revoke --token_id ${id}`,
    });
    expect(ending?.kind === 'failed' ? ending.reason : '').toMatch(/missing permission token\/revokable: revoke/);
  });

  it('that the job may not ask for is explained with the lines to add', async () => {
    const lines = /permissions: \{ contents: read, id-token: write \}/;
    expect(await problemOf({ workspace: WORKSPACE })).toMatch(lines);
    expect(await problemOf({ workspace: WORKSPACE })).toMatch(/^workspace: /);
    expect(await problemOf({})).toMatch(lines);
  });
});

describe('without any credential', () => {
  it('every place that was looked at is named', async () => {
    const problem = await problemOf({}, { emptyCredentialHint: 'This is a pull request from a fork.' });
    for (const place of [
      'input credential',
      'input workspace',
      'NSC_TOKEN_FILE',
      WORKLOAD_FILE,
      'identity token',
      'fork',
    ]) {
      expect(problem).toContain(place);
    }
  });
});

describe('a credential that cannot be one', () => {
  it.each([
    ['is empty', '   ', /the value is empty/],
    ['is the content of a token file', '{"bearer_token": "nsct_not-a-real-secret"}', /bearer_token alone/],
    ['has a blank inside', 'nsct_not-a-real secret', /holds a blank/],
    ['begins with the word of the header', 'Bearer nsct_not-a-real-secret', /without the word of the header/],
    ['has two lines', 'nsct_not-a-real-secret\nnsct_b', /more than one line/],
  ])('is refused, and not shown: it %s', async (_what, credential, words) => {
    const problem = await problemOf({ credential });
    expect(problem).toMatch(words);
    expect(problem).not.toContain('not-a-real');
  });

  it('is told apart by its own end, which is before that of the token', async () => {
    const claims = Buffer.from(JSON.stringify({ exp: Math.floor(Date.now() / 1000) + 60 })).toString('base64url');
    const prepared = await createStep({ ...GRANTS, credential: `nscw_aa.${claims}.bb` }).prepare();
    expect(prepared.ok ? prepared.value.notices.map(({ message }) => message).join() : '').toMatch(
      /cannot revoke it any more/,
    );
  });

  it.each(['workspace', 'audience'] as const)('has no %s with blanks', async (input) => {
    const world = { identityProvider: await startProvider() };
    expect(await problemOf({ workspace: 'tenant_1', [input]: 'a b' }, world)).toMatch(/expected one word/);
  });
});

describe('the endpoint', () => {
  const PUBLIC = /^url: https:\/\/iam\.namespaceapis\.com, Namespace's own$/m;
  it.each<[string, Inputs, Readonly<Record<string, string>>, RegExp]>([
    ['is that of Namespace', {}, {}, PUBLIC],
    [
      'is the input',
      { url: 'https://iam.example' },
      { NSC_IAM_ENDPOINT: 'https://b.example' },
      /^url: https:\/\/iam\.example, from the input$/m,
    ],
    [
      'is NSC_IAM_ENDPOINT',
      {},
      { NSC_IAM_ENDPOINT: 'https://b.example', NSC_GLOBAL_ENDPOINT: 'https://c.example' },
      /^url: https:\/\/b\.example, from the environment variable NSC_IAM_ENDPOINT$/m,
    ],
    [
      'is NSC_GLOBAL_ENDPOINT',
      {},
      { NSC_GLOBAL_ENDPOINT: 'c.example' },
      /^url: https:\/\/c\.example, from the environment variable NSC_GLOBAL_ENDPOINT$/m,
    ],
  ])('%s', async (_what, inputs, variables, words) => {
    expect(await sourcesOf({ credential: 'nsct_a', ...inputs }, { variables })).toMatch(words);
  });

  async function hostsOf(variables: Readonly<Record<string, string>>): Promise<readonly (string | undefined)[]> {
    const prepared = await createStep({ ...GRANTS, credential: 'nsct_a' }, { variables }).prepare();
    if (!prepared.ok) throw new Error(problemsOf(prepared).join());
    const { access } = prepared.value;
    return [access.endpoint];
  }

  it('may be a host alone in a variable, as nsc takes it', async () => {
    expect(await hostsOf({ NSC_IAM_ENDPOINT: 'iam.example:8443' })).toEqual(['https://iam.example:8443']);
  });

  it('of a variable serves the tokens and the exchange: nothing goes anywhere else', async () => {
    const identityProvider = await startProvider();
    const fake = await startFake({
      identityProvider,
      trusts: [{ subjectMatch: '*', audience: 'federation.namespaceapis.com' }],
    });
    const step = createStep(
      { ...GRANTS, workspace: WORKSPACE },
      { identityProvider, variables: { NSC_GLOBAL_ENDPOINT: fake.url } },
    );
    await step.mint();
    await step.end();
    expect(step.record().endpoint).toBe(fake.url);
    expect(step.record().context).toMatchObject({ identityEndpoint: fake.url });
    expect(fake.tokens).toHaveLength(1);
    expect(fake.living()).toEqual([]);
  });

  it('that is no URL is reported together with what else is wrong', async () => {
    const problem = await problemOf({ url: 'iam.example', grants: 'builder: ensure', expires_in: '366d' });
    expect(problem).toMatch(/^url: /m);
    expect(problem).toMatch(/^grants, line 1/m);
    expect(problem).toMatch(/^expires_in: .*at most 365d/m);
    expect(problem).toMatch(/^credential: /m);
  });
});
