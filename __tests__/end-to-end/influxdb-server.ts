import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface InfluxdbServer {
  /** Base address on loopback, without a slash at the end. */
  readonly url: string;
  /** The operator token, made at setup. */
  readonly token: string;
  /** Ids by name: two buckets of the organization `acme`, and one of `elsewhere`. */
  readonly bucketIds: Readonly<Record<'iot-center' | 'other' | 'foreign', string>>;
  /**
   * The smallest parent of the documentation: it may make, find and delete tokens of its own user, look up the
   * organization and its buckets, and what it shall hand on.
   */
  addParent(handedOn: readonly Permission[]): Promise<{ readonly token: string; remove(): Promise<void> }>;
  readonly organizationId: string;
  /**
   * What the server answers the operator.
   *
   * @throws Error for a status that is no success
   */
  ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  /** What a Flux query of the operator answers, as CSV. */
  query(flux: string): Promise<string>;
  /** All tokens that the server knows, but for the operator's and those of parents. */
  authorizations(): Promise<readonly Authorization[]>;
  /** Deletes them, so that what one test leaves behind is no other test's failure. */
  removeAuthorizations(): Promise<void>;
  /** The status of the answer to a request with a token. */
  request(token: string, method: string, path: string, body?: string, contentType?: string): Promise<number>;
  /** Ends the process and waits until it is gone. */
  stop(): Promise<void>;
  /** After `stop`: starts it again at the same address, and returns when it listens. Only where it keeps all on disk. */
  startAgain(): Promise<void>;
}

export interface Permission {
  readonly action: 'read' | 'write';
  readonly resource: { readonly type: string; readonly id?: string; readonly orgID?: string };
}

export interface Authorization {
  readonly id: string;
  readonly description: string;
}

/**
 * Starts a real InfluxDB OSS 2 on loopback, and sets it up: organization `acme` with the buckets `iot-center` and `other`,
 * organization `elsewhere` with the bucket `foreign`.
 *
 * @param program path of `influxd`
 * @param folder an empty or missing folder for its files
 * @param store where it keeps its metadata; on disk it takes longer, and can be restarted
 */
export async function startInfluxdb(
  program: string,
  folder: string,
  store: 'memory' | 'disk' = 'memory',
): Promise<InfluxdbServer> {
  await mkdir(folder, { recursive: true });
  const launch = async (port: string) => {
    const child = spawn(
      program,
      [
        ...['--reporting-disabled', '--store', store, '--http-bind-address', `127.0.0.1:${port}`],
        ...['--bolt-path', join(folder, 'influxd.bolt'), '--engine-path', join(folder, 'engine')],
        ...['--sqlite-path', join(folder, 'influxd.sqlite')],
      ],
      { env: { HOME: folder, PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    return { child, url: await addressOf(child.stdout) };
  };
  const first = await launch('0');
  const { url } = first;
  let { child } = first;
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };

  const token = 'not-a-real-token-of-the-influxdb-under-test';
  const ask: InfluxdbServer['ask'] = async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Token ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`InfluxDB: ${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  };
  const setup = await ask('POST', '/api/v2/setup', {
    username: 'admin',
    password: 'not-a-real-password',
    org: 'acme',
    bucket: 'iot-center',
    token,
  });
  const operator = textAt(setup, 'auth', 'id');
  const acme = textAt(setup, 'org', 'id');
  const elsewhere = textAt(await ask('POST', '/api/v2/orgs', { name: 'elsewhere' }), 'id');
  const createBucket = async (orgID: string, name: string): Promise<string> =>
    textAt(await ask('POST', '/api/v2/buckets', { orgID, name, retentionRules: [] }), 'id');

  const authorizations = async (): Promise<readonly Authorization[]> => {
    const list = at(await ask('GET', '/api/v2/authorizations'), 'authorizations');
    if (!Array.isArray(list)) throw new Error('InfluxDB: no list of authorizations');
    return list
      .map((item: unknown) => ({ id: textAt(item, 'id'), description: textAt(item, 'description') }))
      .filter(({ id }) => id !== operator && !parents.has(id));
  };

  const parents = new Set<string>();
  const user = textAt(await ask('GET', '/api/v2/me'), 'id');
  const addParent: InfluxdbServer['addParent'] = async (handedOn) => {
    const permissions: readonly Permission[] = [
      { action: 'read', resource: { type: 'authorizations', orgID: acme } },
      { action: 'write', resource: { type: 'authorizations', orgID: acme } },
      { action: 'read', resource: { type: 'users', id: user } },
      { action: 'write', resource: { type: 'users', id: user } },
      { action: 'read', resource: { type: 'buckets', orgID: acme } },
      { action: 'read', resource: { type: 'orgs', id: acme } },
      ...handedOn,
    ];
    const made = await ask('POST', '/api/v2/authorizations', { orgID: acme, description: 'parent', permissions });
    const id = textAt(made, 'id');
    parents.add(id);
    return {
      token: textAt(made, 'token'),
      remove: async () => {
        await ask('DELETE', `/api/v2/authorizations/${id}`);
        parents.delete(id);
      },
    };
  };

  return {
    url,
    token,
    bucketIds: {
      'iot-center': textAt(setup, 'bucket', 'id'),
      other: await createBucket(acme, 'other'),
      foreign: await createBucket(elsewhere, 'foreign'),
    },
    organizationId: acme,
    ask,
    query: async (flux) => {
      const response = await fetch(`${url}/api/v2/query?org=acme`, {
        method: 'POST',
        headers: { authorization: `Token ${token}`, 'content-type': 'application/vnd.flux' },
        body: flux,
      });
      return response.text();
    },
    addParent,
    authorizations,
    removeAuthorizations: async () => {
      for (const { id } of await authorizations()) await ask('DELETE', `/api/v2/authorizations/${id}`);
    },
    request: async (secret, method, path, body, contentType = 'text/plain; charset=utf-8') => {
      const response = await fetch(url + path, {
        method,
        headers: { authorization: `Token ${secret}`, 'content-type': contentType },
        ...(body === undefined ? {} : { body }),
      });
      await response.arrayBuffer();
      return response.status;
    },
    stop,
    async startAgain() {
      if (store === 'memory') throw new Error('InfluxDB: what is kept in memory does not outlive a restart');
      ({ child } = await launch(new URL(url).port));
    },
  };
}

/** Resolves with the address that influxd logs once it listens. */
async function addressOf(stdout: NodeJS.ReadableStream): Promise<string> {
  const said: string[] = [];
  for await (const line of createInterface({ input: stdout })) {
    const port = /msg=Listening .*\bport=(\d+)/.exec(line)?.[1];
    if (port !== undefined) {
      // What follows is its log; unread, it would fill the pipe and stop the server.
      stdout.resume();
      return `http://127.0.0.1:${port}`;
    }
    said.push(line);
  }
  throw new Error(`InfluxDB did not start. It said:\n${said.join('\n')}`);
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

/** The text at a path in a server's answer. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = path.reduce(at, value);
  if (typeof found !== 'string') throw new Error(`InfluxDB: no text at ${path.join('.')}`);
  return found;
}
