import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createJob } from '../runner/job.mjs';
import { actor, type DatasetteServer, startDatasette } from './datasette-server.js';
import { realProgram } from './real-program.js';

const program = realProgram('MINT_TOKEN_DATASETTE', '.ci/install-datasette.sh');
const actionDirectory = resolve(import.meta.dirname, '..', '..');
const secret = 'not-a-real-secret-of-the-datasette-under-test';

describe.skipIf(program === undefined)('Datasette: what follows from a grant', () => {
  let folder = '';
  let server: DatasetteServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mint-token-datasette-reach-'));
    server = await startDatasette(program ?? '', join(folder, 'server'), {
      secret,
      queries: {
        peek: { sql: 'select title from drafts' },
        put: { sql: "insert into drafts (title) values ('put')", write: true },
      },
    });
  });

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Mints with the packaged action. */
  async function mint(grants: string): Promise<{ readonly token: string; readonly warnings: readonly string[] }> {
    const job = await createJob({ actionDirectory });
    try {
      const main = await job.runAction({ with: { type: 'datasette', actor, credential: secret, grants } });
      expect(main.conclusion, main.log).toBe('success');
      await job.end();
      const warnings = main.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
      return { token: main.outputs['token'] ?? '', warnings };
    } finally {
      await job.dispose();
    }
  }

  async function ask(token: string, method: 'GET' | 'POST', path: string, body?: unknown) {
    const response = await fetch(server.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  async function expectStatus(status: number, ...asked: Parameters<typeof ask>) {
    const answer = await ask(...asked);
    expect(answer.status, `${asked[1]} ${asked[2]}: ${answer.text}`).toBe(status);
    return answer.text;
  }

  test('execute-sql reads tables that are not granted', async () => {
    const { token, warnings } = await mint('content: view-database, execute-sql\ncontent articles: view-table');
    await expectStatus(403, token, 'GET', '/content/drafts.json');
    expect(await expectStatus(200, token, 'GET', '/content/-/query.json?sql=select+*+from+drafts')).toContain(
      'title 1',
    );
    expect(warnings).toEqual([expect.stringContaining('execute-sql opens every table of the database "content"')]);
  });

  test('view-database-download hands out tables that are not granted', async () => {
    const { token, warnings } = await mint('frozen: view-database, view-database-download');
    await expectStatus(403, token, 'GET', '/frozen/stones.json');
    expect(await expectStatus(200, token, 'GET', '/frozen.db')).toContain('title 1');
    expect(warnings).toEqual([
      expect.stringContaining('view-database-download hands out all of the database "frozen"'),
    ]);
  });

  test('view-query reads and writes tables that are not granted, by the queries of the configuration', async () => {
    const { token, warnings } = await mint('*: view-query');
    await expectStatus(403, token, 'GET', '/content/drafts.json');
    expect(await expectStatus(200, token, 'GET', '/content/peek.json')).toContain('title 1');
    await expectStatus(200, token, 'POST', '/content/put?_json=1', {});
    expect(await expectStatus(200, token, 'GET', '/content/peek.json')).toContain('"put"');
    expect(warnings).toEqual([expect.stringContaining('view-query runs what the queries of the configuration say')]);
  });

  test('view-query on a database allows no query', async () => {
    const { token, warnings } = await mint('content: view-query');
    await expectStatus(403, token, 'GET', '/content/peek.json');
    expect(warnings).toEqual([expect.stringContaining('view-query on the database content allows nothing')]);
  });

  test('store-query leaves a query, and update-query changes that of another token', async () => {
    const query = { name: 'left', sql: 'select title from articles', is_private: false };
    const first = await mint('content: view-database, execute-sql, store-query');
    await expectStatus(201, first.token, 'POST', '/content/-/queries/store', { query });
    expect(first.warnings).toContainEqual(expect.stringContaining('store-query outlives the token'));

    const second = await mint('content: view-database, execute-sql\n*: update-query');
    const update = { sql: 'select title from drafts' };
    await expectStatus(200, second.token, 'POST', '/content/left/-/update', { update });
    expect(second.warnings).toContainEqual(expect.stringContaining('update-query outlives the token'));

    const reader = await mint('content: view-database, execute-sql\ncontent left: view-query');
    expect(await expectStatus(200, reader.token, 'GET', '/content/left.json')).toContain('"put"');
  });

  test('create-table writes rows, of a table that is there too, with insert-row alone', async () => {
    const rows = { table: 'articles', rows: [{ title: 'created' }] };
    const without = await mint('content: create-table');
    await expectStatus(403, without.token, 'POST', '/content/-/create', rows);
    const { token } = await mint('content: create-table, insert-row');
    await expectStatus(201, token, 'POST', '/content/-/create', rows);
  });

  test('alter-table renames a table to one that is granted', async () => {
    const { token } = await mint('archive letters: alter-table\narchive renamed: view-table');
    await expectStatus(403, token, 'GET', '/archive/letters.json');
    const operations = [{ op: 'rename_table', args: { to: 'renamed' } }];
    await expectStatus(200, token, 'POST', '/archive/letters/-/alter', { operations });
    expect(await expectStatus(200, token, 'GET', '/archive/renamed.json')).toContain('title 1');
  });
});
