import { afterEach, describe, expect, it } from 'vitest';
import type { Prepared } from '../../../../src/lease/issuer.js';
import { invalid, type Result } from '../../../../src/request/problem.js';
import { parseRequest } from '../../../../src/request/request.js';
import { always, first, rewriteJson } from '../../../fakes/faults.js';
import { createIdentityProvider, type IdentityProvider } from '../../../fakes/identity-provider.js';
import {
  BEARERS,
  CREATOR_ONLY,
  createNamespaceFake,
  WORKSPACE,
  type NamespaceFake,
  type NamespaceFakeOptions,
} from '../../../fakes/namespace.js';
import { createStep, messageOfRejection, problemsOf, type Inputs, type World } from './lease.js';
import { namespaceToken } from '../../../../src/issuers/namespace/issuer.js';
import type { Surroundings } from '../../../../src/lease/surroundings.js';
import { runnerWords } from '../../../../src/runner/words.js';

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
const LINES =
  'add "permissions: { contents: read, id-token: write }" to the job (with a reusable workflow, to the calling job too)';
const WORKLOAD_FILE = '/var/run/nsc/token.json';
const bearerFile = (bearer: string) => JSON.stringify({ bearer_token: bearer });

async function sourcesOf(inputs: Inputs, world: World = {}): Promise<string> {
  const prepared = await createStep({ ...GRANTS, ...inputs }, world).prepare();
  if (!prepared.ok) throw new Error(problemsOf(prepared).join('; '));
  return prepared.value.sources.join('\n');
}

/** What is said besides that the grant is on all of the workspace. */
async function noticesOf(inputs: Inputs, world: World = {}): Promise<readonly string[]> {
  const prepared = await createStep({ grants: 'builder b1: ensure', ...inputs }, world).prepare();
  if (!prepared.ok) throw new Error(problemsOf(prepared).join('; '));
  return prepared.value.notices.map(({ level, message }) => `${level}: ${message}`);
}

async function problemOf(inputs: Inputs, world: World = {}): Promise<string> {
  return problemsOf(await createStep({ ...GRANTS, ...inputs }, world).prepare()).join('\n');
}

/** Where nothing is found, not even a runner. */
const NOWHERE: Surroundings = {
  variable: () => undefined,
  secretVariable: () => undefined,
  exported: () => false,
  mask: () => undefined,
  secretFile: () => undefined,
  platform: 'linux',
  identityTokens: false,
  emptyCredentialHint: '',
};

/** Prepared at an instant that stands still, in milliseconds since 1970. */
async function prepareAt(now: number, inputs: Inputs, surroundings: Surroundings): Promise<Result<Prepared>> {
  const { request, problems } = await parseRequest(
    'namespace',
    namespaceToken,
    (name) => inputs[name],
    now,
    runnerWords,
  );
  return problems.length > 0 ? invalid(...problems) : namespaceToken.prepare(request, surroundings, runnerWords);
}

describe('the credential for Namespace is found in this order', () => {
  it('the input credential, the workspace, NSC_TOKEN_FILE, the token file of the runner, an identity token', async () => {
    const identityProvider = await startProvider();
    const variables = { NSC_TOKEN_FILE: '/home/me/token.json' };
    const files = { '/home/me/token.json': bearerFile('nsct_a'), [WORKLOAD_FILE]: bearerFile('nscw_b') };
    const all = { variables, files, identityProvider };
    const first = async (inputs: Inputs, world: World) => (await sourcesOf(inputs, world)).split('\n')[0];
    expect(await first({ credential: 'nsct_c', workspace: 'tenant_1' }, all)).toBe('credential: the input credential');
    expect(await first({ workspace: 'tenant_1' }, all)).toBe(
      'credential: an identity token of this job, exchanged in the workspace tenant_1',
    );
    expect(await first({}, all)).toBe('credential: the token file /home/me/token.json of NSC_TOKEN_FILE');
    expect(await first({}, { files, identityProvider })).toBe(
      'credential: the token file /var/run/nsc/token.json of this runner',
    );
    expect(await first({}, { identityProvider })).toBe(
      'credential: an identity token of this job, exchanged in the workspace that its GitHub organisation is connected to',
    );
  });

  it('and says what is not used because another one comes first', async () => {
    expect(await noticesOf({ credential: 'nsct_c', workspace: 'tenant_1', audience: 'x' })).toEqual([
      'notice: the input workspace is not used: it is about identity tokens, and the input credential comes first.',
      'notice: the input audience is not used: it is about identity tokens, and the input credential comes first.',
    ]);
    expect(await noticesOf({ audience: 'x' }, { files: { [WORKLOAD_FILE]: bearerFile('nscw_b') } })).toEqual([
      'notice: the input audience is not used: it is about identity tokens, and the token file /var/run/nsc/token.json of this runner comes first.',
    ]);
    const named = { variables: { NSC_TOKEN_FILE: '/token.json' }, files: { '/token.json': bearerFile('nsct_b') } };
    expect(await noticesOf({ audience: 'x' }, named)).toEqual([
      'notice: the input audience is not used: it is about identity tokens, and the token file /token.json of NSC_TOKEN_FILE comes first.',
    ]);
    expect(
      await noticesOf({ workspace: 'tenant_1', audience: 'x' }, { identityProvider: await startProvider() }),
    ).toEqual([]);
    expect(await noticesOf({ credential: 'nsct_c' })).toEqual([]);
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

  const EXPECTED = 'expected {"bearer_token": "..."}, as nsc writes it';
  it.each<[string, string | Error, string]>([
    ['that is no JSON', 'nsct_not-a-real-secret', `is not valid JSON; ${EXPECTED}`],
    ['that is empty', '', `is not valid JSON; ${EXPECTED}`],
    ['that is a list', '[]', `holds no JSON object; ${EXPECTED}`],
    ['that is a text', '"nsct_not-a-real-secret"', `holds no JSON object; ${EXPECTED}`],
    ['with two objects', `${bearerFile('nsct_not-a-real-secret')}\n{}`, `holds no JSON object; ${EXPECTED}`],
    ['without a bearer', '{"token":"nsct_not-a-real-secret"}', `has no bearer_token; ${EXPECTED}`],
    ['with an empty bearer', '{"bearer_token":""}', `has no bearer_token; ${EXPECTED}`],
    ['with null as bearer', '{"bearer_token":null}', `has no bearer_token; ${EXPECTED}`],
    ['with a number as bearer', '{"bearer_token":7}', `has a bearer_token that is not a text; ${EXPECTED}`],
    [
      'with a number as session token',
      '{"bearer_token":"nsct_not-a-real-secret","session_token":7}',
      `has a session_token that is not a text; ${EXPECTED}`,
    ],
    ['that may not be read', new Error('EACCES: permission denied'), 'cannot be read: EACCES: permission denied'],
  ])('%s is refused, and not shown', async (_what, content, words) => {
    expect(await reading(content)).toBe(`NSC_TOKEN_FILE: the token file "/token.json" ${words}`);
  });

  it('with a bearer that has a blank inside is refused by the name of the variable, and not shown', async () => {
    expect(await reading(bearerFile('nsct_not-a-real secret'))).toBe(
      'NSC_TOKEN_FILE: the value holds a blank, which no token of Namespace has; copy it again',
    );
  });

  it('of the runner that cannot be used is refused by the name of the input', async () => {
    expect(await problemOf({}, { files: { [WORKLOAD_FILE]: '{}' } })).toBe(
      `credential: the token file "/var/run/nsc/token.json" has no bearer_token; ${EXPECTED}`,
    );
  });

  it.each([
    ['null', '{"session_token":null,"bearer_token":"nsct_not-a-real-secret"}'],
    ['empty', '{"session_token":"","bearer_token":"nsct_not-a-real-secret"}'],
  ])('with a session token that is %s has a bearer all the same', async (_what, content) => {
    const world = { variables: { NSC_TOKEN_FILE: '/token.json' }, files: { '/token.json': content } };
    expect(await noticesOf({}, world)).toEqual([]);
    expect(await sourcesOf({}, world)).toMatch(/^credential: the token file \/token\.json of NSC_TOKEN_FILE$/m);
  });

  it('is no fault of the user when the mask cannot be set', async () => {
    const broken = new Error('the log is gone');
    const mask = () => {
      throw broken;
    };
    const surroundings = { ...NOWHERE, secretFile: () => bearerFile('nsct_a'), mask };
    await expect(prepareAt(0, GRANTS, surroundings)).rejects.toThrow(broken);
  });

  it('that is missing is an error, not a reason to take another credential', async () => {
    const world = { variables: { NSC_TOKEN_FILE: '/token.json' }, files: { [WORKLOAD_FILE]: bearerFile('nscw_b') } };
    expect(await problemOf({}, world)).toBe('NSC_TOKEN_FILE: it names "/token.json", and there is no such file');
  });

  it.each(['nsrt_', 'nsct_', 'nscw_', 'st_'])(
    'that holds a token %s… itself is told so, and the token is not shown',
    async (prefix) => {
      const token = `${prefix}not-a-real-secret`;
      const masked: string[] = [];
      const secretFile = () => {
        throw new Error(`ENAMETOOLONG: name too long, open '${token}'`);
      };
      const surroundings = {
        ...NOWHERE,
        variable: () => token,
        secretFile,
        mask: (secret: string) => void masked.push(secret),
      };
      const result = await prepareAt(0, GRANTS, surroundings);
      expect(problemsOf(result)).toEqual([
        'NSC_TOKEN_FILE: it holds a token; expected the path of a file with one. Give the token in the input credential',
      ]);
      expect(masked).toEqual([token]);
    },
  );

  it('that an earlier mint of the job exported is refused as a parent', async () => {
    const world = {
      variables: { NSC_TOKEN_FILE: '/token.json' },
      files: { '/token.json': bearerFile('nsrt_child') },
      exported: ['NSC_TOKEN_FILE'],
    };
    expect(await problemOf({}, world)).toBe(
      'NSC_TOKEN_FILE: an earlier mint of this job exported this variable, so its file holds a minted token and not the parent. Give the parent in the input credential, set the input workspace for an identity token, or mint without export_env',
    );
    expect(await problemOf({}, { exported: ['NSC_TOKEN_FILE'] })).toMatch(/^credential: nothing is found/);
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
    expect(step.notices).toContain(
      'the token file /token.json of NSC_TOKEN_FILE holds a session token; a token for one hour is issued from it to work with.',
    );
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

  it.each([
    ['the exchange and the token', true, true, []],
    ['the exchange alone', true, false, []],
    ['the token alone', false, true, []],
    ['neither exchange nor token', false, false, ['workspace']],
  ] as const)(
    'is known to be in the workspace when that is named by %s',
    async (_, byExchange, byToken, unconfirmed) => {
      const identityProvider = await startProvider();
      const rewrite = rewriteJson((body) => ({ ...body, ...(byExchange ? {} : { tenant: undefined }) }));
      const fake = await startFake({
        identityProvider,
        trusts,
        onRequest: always('POST', /ExchangeOIDCToken$/, { kind: 'rewrite', rewrite }),
        tell: (token) => (byToken ? token : { ...token, tenantId: '' }),
      });
      const step = createStep({ ...GRANTS, url: fake.url, workspace: WORKSPACE }, { identityProvider });
      expect((await step.mint()).unconfirmed).toEqual(unconfirmed);
    },
  );

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
    expect(await problemOf({ workspace: 'tenant_1' })).toBe(
      `workspace: a workspace means that the job authenticates with an identity token of GitHub's, and this job may not ask for one: ${LINES}. Pull requests from forks never get one.`,
    );
  });
});

describe('without any credential', () => {
  const nothing = (file: string) =>
    `credential: nothing is found to authenticate at Namespace with. Looked for: the input credential (empty), the input workspace (empty), the variable NSC_TOKEN_FILE (not set), the runner's token file ${file} (absent), and an identity token of GitHub's (this job may not ask for one). The shortest way without a secret: ${LINES} and set the input workspace to the id of your workspace. Pull requests from forks never get one.`;

  it('every place that was looked at is named', async () => {
    expect(await problemOf({})).toBe(nothing(WORKLOAD_FILE));
    expect(await problemOf({}, { variables: { NSC_METADATA_DIR: '/run/other' } })).toBe(
      nothing('/run/other/token.json'),
    );
  });

  it('the likely cause in this run is told, where it is known', async () => {
    expect(await problemOf({}, { emptyCredentialHint: 'This is a pull request from a fork.' })).toBe(
      `${nothing(WORKLOAD_FILE)} This is a pull request from a fork.`,
    );
  });
});

describe('a credential that cannot be one', () => {
  it.each([
    ['is empty', '   ', 'the value is empty'],
    [
      'is the content of a token file',
      '{"bearer_token": "nsct_not-a-real-secret"}',
      'the value is JSON, probably the content of a token file; expected its bearer_token alone, or the path of the file in the variable NSC_TOKEN_FILE',
    ],
    [
      'has a blank inside',
      'nsct_not-a-real secret',
      'the value holds a blank, which no token of Namespace has; copy it again',
    ],
    [
      'begins with the word of the header',
      'Bearer nsct_not-a-real-secret',
      'the value begins with "Bearer "; expected the credential alone, without the word of the header',
    ],
    [
      'has two lines',
      'nsct_not-a-real-secret\nnsct_b',
      'the value has more than one line; expected one credential on one line',
    ],
  ])('is refused, and not shown: it %s', async (_what, credential, message) => {
    expect(await problemOf({ credential })).toBe(`credential: ${message}`);
  });

  it.each([
    ['workspace', 'tenant_1a2b3c'],
    ['audience', 'federation.namespaceapis.com'],
  ] as const)('has no %s but one word', async (input, example) => {
    const world = { identityProvider: await startProvider() };
    const found = (text: string) => problemOf({ workspace: 'tenant_1', [input]: text }, world);
    const expected = `expected one word of at most 255 characters, as in ${input}: ${example}`;
    expect(await found('a b')).toBe(`${input}: found "a b"; ${expected}`);
    expect(await found('x'.repeat(256))).toBe(`${input}: found "${'x'.repeat(20)}…"; ${expected}`);
    expect(await found('x'.repeat(255))).toBe('');
    expect(await found(' x\n')).toBe('');
  });

  it('is told all that is wrong with it at once', async () => {
    expect(await problemOf({ workspace: 'a b', audience: 'c d' })).toMatch(
      /^audience: found "c d".*\nworkspace: found "a b".*\nworkspace: a workspace means/,
    );
    expect(await problemOf({ audience: 'c d' }, { variables: { NSC_TOKEN_FILE: '/none' } })).toMatch(
      /^audience: found "c d".*\nNSC_TOKEN_FILE: it names "\/none"/,
    );
  });

  it('has the blanks at the ends of its workspace and its audience dropped', async () => {
    const world = { identityProvider: await startProvider() };
    const prepared = await createStep({ ...GRANTS, workspace: ' tenant_1 ', audience: ' x ' }, world).prepare();
    expect(prepared.ok ? prepared.value.access.authentication : undefined).toEqual({
      kind: 'identity-token',
      audience: 'x',
      workspace: 'tenant_1',
    });
  });

  it.each([
    ['st_not-a-real-secret', true],
    ['nsct_not-a-real-secret-st_', false],
    ['nsrt_not-a-real-secret', false],
  ])('is a session token by what it begins with: %s: %s', async (credential, session) => {
    expect(await noticesOf({ credential })).toEqual(
      session
        ? ['notice: the input credential holds a session token; a token for one hour is issued from it to work with.']
        : [],
    );
  });
});

describe('a credential that ends before the token', () => {
  const NOW = Date.parse('2026-11-24T10:00:00Z');
  const END = NOW / 1000 + 60;
  const encoded = (claims: unknown) => Buffer.from(JSON.stringify(claims)).toString('base64url');
  const noticesWith = (credential: string) => noticesOf({ credential, expires_in: '10m' }, { startedAt: NOW });
  const told = (source = 'the input credential') =>
    `notice: ${source} ends at 2026-11-24T10:01:00Z, before the token that is asked for: a job that runs until then cannot revoke it any more.`;

  it.each([
    ['of a runner', `nscw_aa.${encoded({ exp: END })}.bb`],
    ['of a workspace', `nsct_aa.${encoded({ exp: END })}.bb`],
    ['with a fraction of a second', `nscw_aa.${encoded({ exp: END + 0.75 })}.bb`],
  ])('is told apart: a token %s', async (_what, credential) => {
    expect(await noticesWith(credential)).toEqual([told()]);
  });

  it('is told apart: a session', async () => {
    expect(await noticesWith(`st_aa.${encoded({ exp: END })}.bb`)).toContain(told());
  });

  it('may end at the beginning of the era', async () => {
    expect(await noticesWith(`nscw_aa.${encoded({ exp: 1 })}.bb`)).toEqual([
      'notice: the input credential ends at 1970-01-01T00:00:01Z, before the token that is asked for: a job that runs until then cannot revoke it any more.',
    ]);
  });

  it.each<[string, string]>([
    ['that ends later', `nscw_aa.${encoded({ exp: END + 3600 })}.bb`],
    ['that never ends', `nscw_aa.${encoded({})}.bb`],
    ['whose end is no number', `nscw_aa.${encoded({ exp: String(END) })}.bb`],
    ['whose end is null', `nscw_aa.${encoded({ exp: null })}.bb`],
    ['whose end is no time: 0', `nscw_aa.${encoded({ exp: 0 })}.bb`],
    ['whose end is no time: a negative number', `nscw_aa.${encoded({ exp: -1 })}.bb`],
    ['whose end is a number of milliseconds', `nscw_aa.${encoded({ exp: 1e11 })}.bb`],
    ['whose claims are null', `nscw_aa.${encoded(null)}.bb`],
    ['whose claims are a number', `nscw_aa.${encoded(7)}.bb`],
    ['whose claims are a text', `nscw_aa.${encoded('exp')}.bb`],
    ['whose claims are no JSON', 'nscw_aa.not-a-real-secret.bb'],
    ['of another kind', `nsrt_aa.${encoded({ exp: END })}.bb`],
    ['with more in front', `x-nscw_aa.${encoded({ exp: END })}.bb`],
    ['with more behind', `nscw_aa.${encoded({ exp: END })}.bb.cc`],
    ['without a signature', `nscw_aa.${encoded({ exp: END })}`],
  ])('is not guessed at: a token %s', async (_what, credential) => {
    expect(await noticesWith(credential)).toEqual([]);
  });

  it.each([
    ['is none when it ends with it', 600, []],
    ['is one when it ends a second earlier', 599, ['the input credential ends at 2026-11-24T10:09:59Z']],
  ])('%s', async (_what, seconds, expected) => {
    const credential = `nscw_aa.${encoded({ exp: NOW / 1000 + seconds })}.bb`;
    const prepared = await prepareAt(NOW, { grants: 'builder b1: ensure', credential, expires_in: '10m' }, NOWHERE);
    if (!prepared.ok) throw new Error(problemsOf(prepared).join());
    expect(prepared.value.notices.map(({ message }) => message.split(',')[0])).toEqual(expected);
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
