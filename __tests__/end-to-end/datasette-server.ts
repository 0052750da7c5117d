import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';

export interface DatasetteServer {
  /** Base address on loopback, without a slash at the end. */
  readonly url: string;
  /** Ends the process and waits until it is gone. */
  stop(): Promise<void>;
}

export interface DatasetteOptions {
  /** DATASETTE_SECRET of the server. */
  readonly secret: string;
  /** Settings as `datasette serve --setting` takes them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Folder of plugins to load. */
  readonly plugins?: string;
  /** Queries of the configuration, of the database `content`. */
  readonly queries?: Readonly<Record<string, { readonly sql: string; readonly write?: true }>>;
  /** With them the plugin datasette-auth-tokens is loaded, and keeps tokens: the actors that may make some. */
  readonly tokenMakers?: readonly string[];
}

/** A table's name that has to be quoted wherever it is written. */
export const oddTable = 'photos, "best": 2024';

/** The one actor whom the servers of these tests allow anything. */
export const actor = 'ci-bot';

const allowedActions = [
  'view-instance',
  'view-database',
  'view-database-download',
  'execute-sql',
  'create-table',
  'view-table',
  'insert-row',
  'update-row',
  'delete-row',
  'alter-table',
  'drop-table',
  'view-query',
  'store-query',
  'update-query',
];

/**
 * Starts a real Datasette on loopback, with two databases (`content` with the tables `articles` and `drafts`, `archive`
 * with `letters` and an oddly named one, 100 rows each) that it alone uses, and `frozen`, which nothing changes. It denies everybody everything, but for the
 * actor `ci-bot`: whatever a token of `ci-bot` is refused, it is refused because of the token.
 *
 * @param program path of the `datasette` command
 * @param folder an empty or missing folder for its files
 */
export async function startDatasette(
  program: string,
  folder: string,
  { secret, settings = {}, plugins, queries = {}, tokenMakers }: DatasetteOptions,
): Promise<DatasetteServer> {
  await mkdir(folder, { recursive: true });
  const databases = [
    createDatabase(join(folder, 'content.db'), ['articles', 'drafts']),
    createDatabase(join(folder, 'archive.db'), ['letters', oddTable]),
  ];
  const configuration = join(folder, 'datasette.json');
  const permissions = {
    ...Object.fromEntries(allowedActions.map((action) => [action, { id: [actor] }])),
    ...(tokenMakers === undefined ? {} : { 'auth-tokens-create': { id: tokenMakers } }),
  };
  const keepsTokens = { 'datasette-auth-tokens': { manage_tokens: tokenMakers !== undefined } };
  await writeFile(
    configuration,
    JSON.stringify({ permissions, databases: { content: { queries } }, plugins: keepsTokens }),
  );
  const child = spawn(
    program,
    [
      'serve',
      ...databases,
      ...['-i', createDatabase(join(folder, 'frozen.db'), ['stones'])],
      ...['--host', '127.0.0.1', '--port', '0', '--default-deny', '--config', configuration],
      ...Object.entries(settings).flatMap(([name, value]) => ['--setting', name, value]),
      ...(plugins === undefined ? [] : ['--plugins-dir', plugins]),
    ],
    {
      env: {
        HOME: folder,
        PATH: process.env['PATH'],
        DATASETTE_SECRET: secret,
        // Without it every plugin that is installed beside Datasette is loaded.
        DATASETTE_LOAD_PLUGINS: tokenMakers === undefined ? '' : 'datasette-auth-tokens',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };
  return { url: await addressOf(child), stop };
}

/** Resolves with the address that uvicorn prints once it listens. */
async function addressOf(child: ChildProcess): Promise<string> {
  const { stderr } = child;
  if (stderr === null) throw new Error('the standard error of Datasette is not a pipe');
  const said: string[] = [];
  for await (const line of createInterface({ input: stderr })) {
    const address = /Uvicorn running on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
    if (address !== undefined) {
      // What follows is its access log; unread, it would fill the pipe and stop the server.
      stderr.resume();
      return address;
    }
    said.push(line);
  }
  throw new Error(`Datasette did not start. It said:\n${said.join('\n')}`);
}

function createDatabase(path: string, tables: readonly string[]): string {
  const database = new DatabaseSync(path);
  try {
    for (const name of tables) {
      const table = `"${name.replaceAll('"', '""')}"`;
      database.exec(`
        CREATE TABLE ${table} (id INTEGER PRIMARY KEY, title TEXT);
        WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100)
          INSERT INTO ${table} (id, title) SELECT n, 'title ' || n FROM numbers;
      `);
    }
  } finally {
    database.close();
  }
  return path;
}

const run = promisify(execFile);

/**
 * The token that Datasette's own `create-token` command makes at a given time: the command has no option for the time,
 * so its code runs with a clock that stands still.
 *
 * @param program path of the `datasette` command; the Python beside it is used
 * @param time Unix time in seconds
 * @param options as after `datasette create-token`
 */
export async function createTokenAt(program: string, time: number, options: readonly string[]): Promise<string> {
  const script = join(import.meta.dirname, 'create_token_at.py');
  const { stdout } = await run(join(program, '..', 'python'), [script, String(time), ...options]);
  return stdout.trimEnd();
}
