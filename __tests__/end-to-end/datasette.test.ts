import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createAnswerMatrix, openedOf, refusalsOf } from './answer-matrix.js';
import { createJob } from '../runner/job.mjs';
import {
  actor,
  createTokenAt,
  type DatasetteOptions,
  type DatasetteServer,
  oddTable,
  startDatasette,
} from './datasette-server.js';
import { realProgram } from './real-program.js';

const program = realProgram('MINT_TOKEN_DATASETTE', '.ci/install-datasette.sh');
const actionDirectory = resolve(import.meta.dirname, '..', '..');
const secret = 'not-a-real-secret-of-the-datasette-under-test';

/** Runs the packaged action, main and post, as one job of its own. */
async function runAction(inputs: Readonly<Record<string, string>>) {
  const job = await createJob({ actionDirectory });
  try {
    const main = await job.runAction({ with: { type: 'datasette', actor, credential: secret, ...inputs } });
    const { conclusion, log } = await job.end();
    const errors = main.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
    return { outputs: main.outputs, errors, conclusion, log };
  } finally {
    await job.dispose();
  }
}

/** The token that the packaged action delivers. */
async function mint(inputs: Readonly<Record<string, string>>): Promise<string> {
  const { outputs, conclusion, log } = await runAction(inputs);
  expect(conclusion, log).toBe('success');
  const { token } = outputs;
  if (token === undefined) throw new Error(`no token among the outputs; the log says:\n${log}`);
  return token;
}

/** The payload's JSON text, as it was signed. */
function payloadOf(token: string): string {
  const body = token.slice('dstok_'.length, token.lastIndexOf('.'));
  return body.startsWith('.')
    ? inflateSync(Buffer.from(body.slice(1), 'base64url')).toString()
    : Buffer.from(body, 'base64url').toString();
}

interface TriedRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

/** Datasette's encoding of names in paths: `~` and the hexadecimal code for all but letters, digits, `_` and `-`. */
const inPath = (name: string): string =>
  name.replaceAll(/[^\w-]/g, (character) =>
    character === ' ' ? '+' : `~${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/** What is tried with every token. `unique` keeps one try from standing in the way of another. */
const requests = {
  'view instance': () => ({ method: 'GET', path: '/.json' }),
  'view content': () => ({ method: 'GET', path: '/content.json' }),
  'view archive': () => ({ method: 'GET', path: '/archive.json' }),
  'query content': () => ({ method: 'GET', path: '/content/-/query.json?sql=select+1' }),
  'query archive': () => ({ method: 'GET', path: '/archive/-/query.json?sql=select+1' }),
  'create table in content': (unique) => createTable('content', unique),
  'create table in archive': (unique) => createTable('archive', unique),
  'view articles': () => ({ method: 'GET', path: '/content/articles.json' }),
  'view drafts': () => ({ method: 'GET', path: '/content/drafts.json' }),
  'view letters': () => ({ method: 'GET', path: '/archive/letters.json' }),
  'view odd table': () => ({ method: 'GET', path: `/archive/${inPath(oddTable)}.json` }),
  'insert into articles': () => insertRow('content/articles'),
  'insert into drafts': () => insertRow('content/drafts'),
  'insert into letters': () => insertRow('archive/letters'),
  'update articles': () => updateRow('content/articles'),
  'update drafts': () => updateRow('content/drafts'),
  'delete from articles': (unique) => ({ method: 'POST', path: `/content/articles/${unique}/-/delete`, body: {} }),
  // Without "confirm" the server says what it would drop, and drops nothing.
  'drop articles': () => ({ method: 'POST', path: '/content/articles/-/drop', body: {} }),
} as const satisfies Record<string, (unique: number) => TriedRequest>;

type RequestName = keyof typeof requests;

function createTable(database: string, unique: number): TriedRequest {
  const columns = [{ name: 'id', type: 'integer' }];
  return { method: 'POST', path: `/${database}/-/create`, body: { table: `created_${unique}`, columns, pk: 'id' } };
}

function insertRow(table: string): TriedRequest {
  return { method: 'POST', path: `/${table}/-/insert`, body: { row: { title: 'inserted' } } };
}

function updateRow(table: string): TriedRequest {
  return { method: 'POST', path: `/${table}/1/-/update`, body: { update: { title: 'updated' } } };
}

const isRequestName = (name: string): name is RequestName => name in requests;
const requestNames = Object.keys(requests).filter(isRequestName);
let tries = 0;

/** Tries everything with a token, and tells the status of each answer. */
async function tryAll({ url }: DatasetteServer, token: string | undefined): Promise<ReadonlyMap<RequestName, number>> {
  const statuses = new Map<RequestName, number>();
  tries += 1;
  for (const name of requestNames) {
    const { method, path, body }: TriedRequest = requests[name](tries);
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    await response.arrayBuffer();
    statuses.set(name, response.status);
  }
  return statuses;
}

/** What is granted, and the requests that it opens. */
const GRANTED: readonly { readonly grants: string; readonly opens: readonly RequestName[] }[] = [
  { grants: '*: view-instance', opens: ['view instance'] },
  { grants: 'content: view-database', opens: ['view content'] },
  { grants: 'content: view-database, execute-sql', opens: ['view content', 'query content'] },
  { grants: 'content: create-table', opens: ['create table in content'] },
  { grants: 'content: insert-row', opens: ['insert into articles', 'insert into drafts'] },
  { grants: 'content articles: view-table', opens: ['view articles'] },
  { grants: 'content articles: insert-row', opens: ['insert into articles'] },
  {
    grants: 'content articles: insert-row, update-row, delete-row',
    opens: ['insert into articles', 'update articles', 'delete from articles'],
  },
  { grants: 'content articles: drop-table', opens: ['drop articles'] },
  { grants: `archive ${JSON.stringify(oddTable)}: view-table`, opens: ['view odd table'] },
  { grants: '*: view-table', opens: ['view articles', 'view drafts', 'view letters', 'view odd table'] },
  {
    grants: '*: view-instance\ncontent articles: view-table\narchive: view-database\ncontent drafts: update-row',
    opens: ['view instance', 'view archive', 'view articles', 'update drafts'],
  },
  { grants: '{"r":{"content":{"drafts":["vt","ir"]}}}', opens: ['view drafts', 'insert into drafts'] },
  // Shows that each request works once it is allowed, so that a refusal above is the token's doing.
  { grants: 'unrestricted', opens: requestNames },
];

const matrix = createAnswerMatrix(requestNames);

describe.skipIf(program === undefined)('Datasette', () => {
  const datasette = program ?? '';
  let folder = '';
  let server: DatasetteServer;
  let anHourLater: DatasetteServer;
  const started: DatasetteServer[] = [];

  async function start(name: string, options: DatasetteOptions): Promise<DatasetteServer> {
    const newServer = await startDatasette(datasette, join(folder, name), options);
    started.push(newServer);
    return newServer;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mint-token-datasette-'));
    server = await start('now', { secret });
    anHourLater = await start('an-hour-later', { secret, plugins: join(import.meta.dirname, 'datasette-plugins') });
  });

  afterAll(async () => {
    await Promise.all(started.map((each) => each.stop()));
    await rm(folder, { recursive: true, force: true });
    matrix.print('What a real Datasette answered, token by token:');
  });

  describe('opens what was granted, and nothing else', () => {
    test.each(GRANTED)('$grants', async ({ grants, opens }) => {
      const statuses = await tryAll(server, await mint({ grants }));
      matrix.add(grants, statuses);
      expect(openedOf(statuses)).toEqual(opens);
      // A refusal is "forbidden", and no accident such as a table that does not exist.
      expect(refusalsOf(statuses)).toEqual(new Set(opens === requestNames ? [] : [403]));
    });
  });

  describe('opens what was granted with a token that it keeps, and nothing any more when the job has ended', () => {
    let keeping: DatasetteServer;
    let parent = '';

    beforeAll(async () => {
      keeping = await start('keeping-tokens', { secret, tokenMakers: [actor] });
      const life = ['--expires-after', '3600'];
      const restriction = ['--all', 'auth-tokens-create'];
      const now = Math.floor(Date.now() / 1000);
      parent = await createTokenAt(datasette, now, [actor, '--secret', secret, ...life, ...restriction]);
    });

    test.each(GRANTED)('$grants', async ({ grants, opens }) => {
      const job = await createJob({ actionDirectory });
      try {
        const main = await job.runAction({
          with: { type: 'datasette/managed', url: keeping.url, credential: parent, actor, grants, expires_in: '90s' },
        });
        expect(main.conclusion, main.log).toBe('success');
        const { token } = main.outputs;
        const statuses = await tryAll(keeping, token);
        matrix.add(`kept: ${grants}`, statuses);
        expect(openedOf(statuses)).toEqual(opens);
        expect(refusalsOf(statuses)).toEqual(new Set(opens === requestNames ? [] : [403]));
        const life = Date.parse(main.outputs['expires_at'] ?? '') - Date.now();
        expect(life).toBeGreaterThan(0);
        expect(life).toBeLessThanOrEqual(60_000);

        const { conclusion, log } = await job.end();
        expect(conclusion, log).toBe('success');
        expect(new Set((await tryAll(keeping, token)).values())).toEqual(new Set([403]));
      } finally {
        await job.dispose();
      }
    });

    test('is refused an actor whom the credential is not, and nothing is minted', async () => {
      const inputs = { type: 'datasette/managed', url: keeping.url, credential: parent, grants: 'unrestricted' };
      const { conclusion, errors, outputs } = await runAction({ ...inputs, actor: 'somebody-else' });
      expect(conclusion).toBe('failure');
      expect(errors.join('\n')).toMatch(
        /actor: found "somebody-else", and the credential is one of the actor "ci-bot"/,
      );
      expect(outputs).toEqual({});
    });

    test('is refused a credential that may make none, or is none of the server', async () => {
      const inputs = { type: 'datasette/managed', url: keeping.url, grants: 'unrestricted' };
      const narrow = await mint({ grants: 'content: view-database' });
      const refused = await runAction({ ...inputs, credential: narrow });
      expect(refused.errors.join('\n')).toMatch(
        /may create no tokens: its actor needs the permission auth-tokens-create/,
      );
      const unknown = await runAction({ ...inputs, credential: 'dstok_not-a-real-token' });
      expect(unknown.errors.join('\n')).toMatch(/Invalid token signature.*does not accept the credential/);
      const nobody = await runAction({ ...inputs, credential: 'not-a-real-token' });
      expect(nobody.errors.join('\n')).toMatch(/does not know the credential \(its actor is null\)/);
    });

    test('is refused a server without the plugin, which is named', async () => {
      const { errors } = await runAction({
        ...{ type: 'datasette/managed', url: server.url, grants: 'unrestricted' },
        credential: await mint({ grants: 'unrestricted' }),
      });
      expect(errors.join('\n')).toMatch(
        /the plugin datasette-auth-tokens is not installed there, or its setting manage_tokens/,
      );
    });
  });

  describe('lets nothing through with', () => {
    test('no token', async () => {
      const statuses = await tryAll(server, undefined);
      matrix.add('no token', statuses);
      expect(new Set(statuses.values())).toEqual(new Set([403]));
    });

    test('the token of an actor whom the server does not know', async () => {
      const statuses = await tryAll(server, await mint({ grants: 'unrestricted', actor: 'somebody-else' }));
      matrix.add('of somebody else, unrestricted', statuses);
      expect(new Set(statuses.values())).toEqual(new Set([403]));
    });

    test('a token that has expired', async () => {
      const token = await mint({ grants: 'unrestricted', expires_in: '59m' });
      expect(openedOf(await tryAll(server, token))).toEqual(requestNames);
      const statuses = await tryAll(anHourLater, token);
      matrix.add('expired, unrestricted', statuses);
      expect(new Set(statuses.values())).toEqual(new Set([401]));
    });

    test('a token that was signed with another secret', async () => {
      const token = await mint({ grants: 'unrestricted', credential: 'not-a-real-secret-of-another-server' });
      const statuses = await tryAll(server, token);
      matrix.add('signed with another secret', statuses);
      expect(new Set(statuses.values())).toEqual(new Set([401]));
    });

    test('garbage in the shape of a token', async () => {
      const statuses = await tryAll(server, 'dstok_not-a-real-token');
      matrix.add('garbage', statuses);
      expect(new Set(statuses.values())).toEqual(new Set([401]));
    });

    test('a token that was widened after it was signed', async () => {
      const token = await mint({ grants: 'content articles: view-table' });
      const wider = payloadOf(token).replace('articles', 'drafts');
      const signature = token.slice(token.lastIndexOf('.'));
      const statuses = await tryAll(server, `dstok_${Buffer.from(wider).toString('base64url')}${signature}`);
      matrix.add('changed after it was signed', statuses);
      expect(new Set(statuses.values())).toEqual(new Set([401]));
    });
  });

  describe('signs as `datasette create-token` does', () => {
    test.each<{ grants: string; options: readonly string[]; actor?: string; credential?: string; seconds?: number }>([
      { grants: 'unrestricted', options: [] },
      { grants: '*: view-instance', options: ['--all', 'view-instance'] },
      { grants: 'content: create-table', options: ['--database', 'content', 'create-table'] },
      {
        grants: 'content articles: insert-row, update-row',
        options: [
          ...['--resource', 'content', 'articles', 'insert-row'],
          ...['--resource', 'content', 'articles', 'update-row'],
        ],
      },
      {
        // Python keeps the order of the keys; JavaScript moves those that look like integers to the front.
        grants: '*: view-instance, a-plugins-action\nzeta: insert-row\n2024: view-database\nzeta __proto__: view-table',
        options: [
          ...['--all', 'view-instance', '--all', 'a-plugins-action'],
          ...['--database', 'zeta', 'insert-row', '--database', '2024', 'view-database'],
          ...['--resource', 'zeta', '__proto__', 'view-table'],
        ],
      },
      {
        grants: 'datenbank "tschüss, 2024: \\"q\\" \\\\ /": view-table',
        options: ['--resource', 'datenbank', 'tschüss, 2024: "q" \\ /', 'view-table'],
        actor: 'zoë "q" \\ /',
        credential: 'not-a-real-secret-sécret-ключ',
        seconds: 31_536_000,
      },
    ])('$grants', async ({ grants, options, actor: id = actor, credential = secret, seconds = 3600 }) => {
      const token = await mint({ grants, actor: id, credential, expires_in: String(seconds) });
      const payload: unknown = JSON.parse(payloadOf(token));
      expect(payload).toMatchObject({ a: id, d: seconds });
      const time = Number(/"t":(\d+)/.exec(payloadOf(token))?.[1]);
      expect(Math.abs(Date.now() / 1000 - time)).toBeLessThan(60);

      const expiry = ['--expires-after', String(seconds)];
      const reference = await createTokenAt(datasette, time, [id, '--secret', credential, ...expiry, ...options]);
      expect(payloadOf(token)).toBe(payloadOf(reference));
      // Where the command compresses the payload its bytes depend on the zlib; where it does not, the tokens are equal.
      if (!reference.startsWith('dstok_.')) expect(token === reference, 'the whole token is equal').toBe(true);
    });
  });

  describe('with `url`, tries the token at the server before it hands it on', () => {
    test('delivers a token that the server takes', async () => {
      const { conclusion, outputs, log } = await runAction({ grants: 'content: view-database', url: server.url });
      expect(conclusion, log).toBe('success');
      expect(openedOf(await tryAll(server, outputs['token']))).toEqual(['view content']);
    });

    test('refuses when the server has another secret', async () => {
      const other = await start('other-secret', { secret: 'not-a-real-secret-of-another-server' });
      await expectRefusal(other, /Invalid token signature/);
    });

    test('refuses when the server takes no signed tokens', async () => {
      const other = await start('no-signed-tokens', { secret, settings: { allow_signed_tokens: 'off' } });
      await expectRefusal(other, /Signed tokens are not enabled/);
    });

    test.each(['/content', '/content/articles', '/no-such-database'])(
      'refuses the url of a page, and names the part before the database: %s',
      async (page) => {
        await expectRefusal(
          { ...server, url: `${server.url}${page}` },
          new RegExp(
            `answered 40[34] .* expected in url the part before the database.*: ${server.url} unless ${page} is`,
          ),
        );
      },
    );

    test('counts a life by the clock of the server, and says that the clocks differ', async () => {
      const inputs = { grants: 'content: view-database', url: anHourLater.url, expires_in: '10m' };
      const { conclusion, outputs, log } = await runAction(inputs);
      expect(conclusion, log).toBe('success');
      expect(log).toMatch(/The clock of this machine is \S+(?: \S+)? behind that of the server/);
      const life = Date.parse(outputs['expires_at'] ?? '') - (Date.now() + 3_600_000);
      expect(Math.abs(life - 600_000)).toBeLessThan(60_000);
    });

    test('refuses an end that is past by the clock of the server', async () => {
      const expires_at = new Date(Date.now() + 1_800_000).toISOString();
      await expectRefusal(anHourLater, /Token has expired\. The clocks of this machine and of the server differ/, {
        expires_at,
      });
    });

    test('tells the earlier expiry when the server lets tokens live for less', async () => {
      const strict = await start('short-lives', { secret, settings: { max_signed_tokens_ttl: '120' } });
      const inputs = { grants: 'content: view-database', url: strict.url, expires_in: '10m' };
      const { conclusion, outputs, log } = await runAction(inputs);
      expect(conclusion, log).toBe('success');
      const time = Number(/"t":(\d+)/.exec(payloadOf(outputs['token'] ?? ''))?.[1]);
      expect(Date.parse(outputs['expires_at'] ?? '')).toBe((time + 120) * 1000);
      expect(Number(outputs['expires_in'])).toBeLessThanOrEqual(120);
      // The log says so: a later step that counts on ten minutes would fail half-way.
      expect(log).toContain(outputs['expires_at']);
      expect(openedOf(await tryAll(strict, outputs['token']))).toEqual(['view content']);
    });

    /** The step fails, in the server's words, hands nothing on, and shows nobody the token that it tried. */
    async function expectRefusal(
      { url }: DatasetteServer,
      words: RegExp,
      inputs: Readonly<Record<string, string>> = {},
    ): Promise<void> {
      const given = { grants: 'content: view-database', url, ...inputs };
      const { conclusion, outputs, errors, log } = await runAction(given);
      expect(conclusion).toBe('failure');
      expect(errors.join('\n')).toMatch(words);
      expect(Object.keys(outputs)).not.toContain('token');
      expect(log).not.toMatch(/dstok_[\w-]+/);
    }
  });
});
