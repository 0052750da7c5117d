import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { neverStops } from '../../../src/lease/ports.js';
import { create } from '../../../src/verbs/create.js';
import { end } from '../../../src/verbs/end.js';
import { createFakeDatasette } from '../../fakes/datasette.js';
import type { Fault } from '../../fakes/faults.js';
import { createKiosk, type Kiosk, type KioskOptions } from '../../fakes/kiosk.js';
import { createTestStop } from '../../fakes/stop.js';
import { ISSUERS, roleOf, type IssuerUnderTest, type RequestRole, type RunningIssuer } from './issuer-under-test.js';

type Inputs = Readonly<Record<string, string>>;

const folder = mkdtempSync(join(tmpdir(), 'mint-token-kiosk-'));
const OF_A_RUNNER = /^(?:GITHUB|RUNNER|ACTIONS|INPUT|STATE)_/;

beforeAll(() => {
  // Those of the machine that runs the tests, which may be a runner.
  for (const name of Object.keys(process.env).filter((variable) => OF_A_RUNNER.test(variable)))
    Reflect.deleteProperty(process.env, name);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Words that mean something to who writes a workflow, and nothing to anybody else. */
const WORDS_OF_A_RUNNER = [
  /\bworkflows?\b/i,
  /\bsteps?\b/i,
  /\bjobs?\b/i,
  /\brunners?\b/i,
  // Not the method of HTTP, which is told with each request.
  /\b[Pp]ost\b/,
  /\bthe main\b|\bmain step\b|\bmain's\b/i,
  /\bsecrets\.|\bvars\.|\bgithub\.\w|\$\{\{/,
  /\bpermissions: ?\{|id-token/,
  /\b(?:GITHUB|RUNNER|ACTIONS|INPUT|STATE)_/,
  /\baction\.yml\b/,
  /^::/m,
];

function expectNoWordOfARunner({ told }: Kiosk): void {
  expect(told).not.toEqual([]);
  expect(told.filter((text) => WORDS_OF_A_RUNNER.some((word) => word.test(text)))).toEqual([]);
}

const asked = (inputs: Inputs) => ({ inputs: (name: string) => inputs[name], names: () => Object.keys(inputs) });

/** As the provider answers, without anything of ours on the way. */
function badgeOf({ context }: RunningIssuer): KioskOptions {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = context;
  if (url === undefined) return {};
  return {
    async identityToken(audience) {
      const answer = await fetch(`${url}&audience=${encodeURIComponent(audience)}`, {
        headers: { authorization: `Bearer ${token ?? ''}` },
      });
      return ((await answer.json()) as { readonly value: string }).value;
    },
  };
}

interface Visit {
  readonly inputs?: Inputs;
  readonly kiosk?: KioskOptions;
  readonly fault?: (role: RequestRole) => Fault | undefined;
}

/** Mints, and ends what was minted. */
async function visit(issuer: IssuerUnderTest, { inputs = {}, kiosk: options = {}, fault }: Visit) {
  let isSetUp = false;
  const running = await issuer.start((request) => (isSetUp ? fault?.(roleOf(issuer, request)) : undefined));
  isSetUp = true;
  try {
    const kiosk = createKiosk({ folder, ...badgeOf(running), ...options });
    const minted = await create(asked({ ...running.inputs, timeout: '10s', ...inputs }), kiosk.mintHost, neverStops);
    const livingThen = await running.left();
    const ended = await end(kiosk.endHost, neverStops);
    return {
      kiosk,
      minted,
      ended,
      livingThen,
      left: await running.left(),
      othersIntact: await running.othersIntact(),
      credentials: running.credentials,
    };
  } finally {
    await running.close();
  }
}

describe.each(ISSUERS)('$name: a host that is neither a runner nor a terminal', (issuer) => {
  it('mints a token, keeps its record and revokes it', async () => {
    const { kiosk, minted, ended, livingThen, left, othersIntact, credentials } = await visit(issuer, {});
    expect(kiosk.failures).toEqual([]);
    expect(minted).toEqual({ kind: 'done' });
    expect(livingThen).toEqual([kiosk.tokens[0]?.id]);
    expect(kiosk.masked).toContain(kiosk.tokens[0]?.secret);
    expect(ended).toBe(0);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
    for (const secret of [...credentials, kiosk.tokens[0]?.secret ?? ''])
      expect(kiosk.told.join('\n')).not.toContain(secret);
    expectNoWordOfARunner(kiosk);
  });

  it('makes a token file, and removes it', async () => {
    const file = join(folder, `of-${issuer.name.replace(/\W/g, '-')}`, 'token');
    let content = '';
    const { kiosk, minted, ended } = await visit(issuer, {
      inputs: { token_file: file },
      kiosk: {
        record(text) {
          content = readFileSync(file, 'utf8');
          return text;
        },
      },
    });
    expect(kiosk.failures).toEqual([]);
    expect([minted, ended]).toEqual([{ kind: 'done' }, 0]);
    expect(content).toContain(kiosk.tokens[0]?.secret);
    expect(existsSync(file)).toBe(false);
    expectNoWordOfARunner(kiosk);
  });

  const TROUBLES: Readonly<Record<string, Visit>> = {
    'the credential is refused': { fault: () => ({ kind: 'status', status: 401, act: false }) },
    'the credential may not': { fault: () => ({ kind: 'status', status: 403, act: false }) },
    'nothing is found': { fault: () => ({ kind: 'status', status: 404, act: false }) },
    'a sign-in page answers': { fault: () => ({ kind: 'html', act: false }) },
    'somebody redirects': { fault: () => ({ kind: 'redirect', location: 'https://sign-in.example/', act: false }) },
    'the answer to the mint is lost': { fault: (role) => (role === 'mint' ? { kind: 'act-then-reset' } : undefined) },
    'the revocation is forbidden': {
      fault: (role) => (role === 'revoke' ? { kind: 'status', status: 403, act: false } : undefined),
    },
    'the revocation meets nothing': {
      fault: (role) => (role === 'revoke' ? { kind: 'status', status: 404, act: false } : undefined),
    },
    'nothing was kept': { kiosk: { record: () => undefined } },
    'what was kept is no record': { kiosk: { record: () => '{"version":1}' } },
    'what was kept is of another version': { kiosk: { record: (text) => text.replace('"version":1', '"version":9') } },
  };
  it.each(Object.entries(TROUBLES))('tells in its own words what is wrong: %s', async (_, trouble) => {
    expectNoWordOfARunner((await visit(issuer, trouble)).kiosk);
  });

  it('tells in its own words that it was stopped', async () => {
    const running = await issuer.start();
    try {
      const kiosk = createKiosk({ folder, ...badgeOf(running) });
      const stop = createTestStop();
      stop.request('SIGTERM');
      expect(await create(asked(running.inputs), kiosk.mintHost, stop)).toEqual({ kind: 'stopped', signal: 'SIGTERM' });
      expect(kiosk.tokens).toEqual([]);
      expectNoWordOfARunner(kiosk);
    } finally {
      await running.close();
    }
  });

  const WRONG: Readonly<Record<string, Inputs>> = {
    'nothing but the type': {
      url: '',
      credential: '',
      credential_id: '',
      org: '',
      workspace: '',
      audience: '',
      grants: '',
    },
    'grants that nobody can read': { grants: '???\n=\na: ,\n{"a":' },
    'grants of no known name': { grants: 'bukets iot-center: wriet\nbilder *: ensur\nnod-id: 1' },
    'grants in JSON of the wrong shape': { grants: '[{"action":"rite"},{"resource":5},7]' },
    'grants in a JSON object of the wrong shape': { grants: '{"nodIds":["x"],"a":{"b":[1]}}' },
    'an address that is none': { url: 'not an address' },
    'an address with a secret': { url: 'https://not-a-real-user:not-a-real-secret@host.example' },
    'an address without encryption': { url: 'http://host.example' },
    'lives that are none': { expires_in: 'soon', expires_at: 'the end of time', time_zone: 'Nowhere/At_All' },
    'a life that is too long': { expires_in: '900d' },
    'a life that is too short': { expires_in: '1s' },
    'choices that are none': {
      revoke: 'perhaps',
      export_env: 'ja',
      summary: '1',
      dry_run: 'x',
      on_revoke_failure: 'cry',
      timeout: 'long',
      token_file_format: 'xml',
    },
    'a token file in the wrong place': { token_file: '../elsewhere' },
    'a token file where a folder is': { token_file: folder },
    'misspelt names': { credentail: 'not-a-real-secret-of-a-typo', grant: 'x', expires: '1h', nonsense: '1' },
    'a token that is never revoked': { revoke: 'false', expires_in: '30d' },
    'a name that is none': { name: 'a\nb', description: 'x'.repeat(300) },
    'what only others know': { actor: 'ci', org: 'acme', user: 'ci', workspace: 'w', audience: 'a', status: 'Active' },
    'secrets that are short': { credential: 'short' },
    'secrets in several lines': { credential: 'not-a-real\nsecret' },
  };
  it.each(Object.entries(WRONG))('tells in its own words what is wrong: %s', async (_, wrong) => {
    const { kiosk } = await visit(issuer, { inputs: wrong });
    expectNoWordOfARunner(kiosk);
  });
});

describe('Datasette on a host that is neither a runner nor a terminal', () => {
  const secret = 'not-a-real-secret-of-a-datasette-server/+=';
  const inputs = { type: 'datasette', actor: 'ci', credential: secret, grants: 'content releases: insert-row' };

  it('is signed and tried, and its end is told', async () => {
    const server = await createFakeDatasette({ secret });
    const kiosk = createKiosk({ folder });
    expect(await create(asked({ ...inputs, url: server.url }), kiosk.mintHost, neverStops)).toEqual({ kind: 'done' });
    expect(await end(kiosk.endHost, neverStops)).toBe(0);
    await server.close();
    expect(kiosk.tokens).toHaveLength(1);
    expect(kiosk.told.join('\n')).toMatch(/cannot be revoked and lives until/);
    expectNoWordOfARunner(kiosk);
  });

  it.each<readonly [string, Inputs]>([
    ['no actor and no credential', { actor: '', credential: '' }],
    ['an actor that is JSON', { actor: '{"id": "ci"}' }],
    ['the root of all', { actor: 'root' }],
    ['a token in the place of the secret', { credential: 'dstok_not-a-real-token' }],
    ['no grants', { grants: '' }],
    ['grants of no known action', { grants: 'content: insert-rwo' }],
    ['a table of the command line', { grants: 'datasette create-token ci --secret x --all ir' }],
    ['a long life', { expires_in: '30d' }],
    ['too long a life', { expires_in: '800d' }],
  ])('tells in its own words what is wrong: %s', async (_, wrong) => {
    const kiosk = createKiosk({ folder });
    await create(asked({ ...inputs, ...wrong }), kiosk.mintHost, neverStops);
    await end(kiosk.endHost, neverStops);
    expectNoWordOfARunner(kiosk);
  });
});

it.each([
  ['no type', {}],
  ['a type that nobody knows', { type: 'influx' }],
])(
  'a host that is neither a runner nor a terminal tells in its own words what is wrong: %s',
  async (_, inputs: Inputs) => {
    const kiosk = createKiosk({ folder });
    expect(await create(asked(inputs), kiosk.mintHost, neverStops)).toEqual({ kind: 'misused' });
    expect(kiosk.failures).not.toEqual([]);
    expectNoWordOfARunner(kiosk);
  },
);
