import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { createJob } from '../runner/job.mjs';
import { createAnswerMatrix, openedOf, refusalsOf } from './answer-matrix.js';
import { type InfluxdbServer, type Permission, startInfluxdb } from './influxdb-server.js';
import { realProgram } from './real-program.js';

const influxd = realProgram('MINT_TOKEN_INFLUXD', '.ci/install-influxdb.sh');
const actionDirectory = resolve(import.meta.dirname, '..', '..');

interface TriedRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly contentType?: string;
}

/** What is tried with every token. */
const requests = {
  'read iot-center': read('acme', 'iot-center'),
  'read other': read('acme', 'other'),
  'read foreign': read('elsewhere', 'foreign'),
  'write iot-center': write('acme', 'iot-center'),
  'write other': write('acme', 'other'),
  'write foreign': write('elsewhere', 'foreign'),
  'make an organization': { method: 'POST', path: '/api/v2/orgs', body: '{"name":"another"}' },
  'read settings of all': { method: 'GET', path: '/api/v2/config' },
} as const satisfies Record<string, TriedRequest>;

type RequestName = keyof typeof requests;

function read(organization: string, bucket: string): TriedRequest {
  return {
    method: 'POST',
    path: `/api/v2/query?org=${organization}`,
    body: `from(bucket: "${bucket}") |> range(start: -1h) |> limit(n: 1)`,
    contentType: 'application/vnd.flux',
  };
}

function write(organization: string, bucket: string): TriedRequest {
  return {
    method: 'POST',
    path: `/api/v2/write?org=${organization}&bucket=${bucket}`,
    body: 'temperature value=21.5',
  };
}

const isRequestName = (name: string): name is RequestName => name in requests;
const requestNames = Object.keys(requests).filter(isRequestName);
const matrix = createAnswerMatrix(requestNames);

describe.skipIf(influxd === undefined)('InfluxDB', () => {
  let folder = '';
  let influxdb: InfluxdbServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mint-token-influxdb-'));
    influxdb = await startInfluxdb(influxd ?? '', folder);
  });

  afterAll(async () => {
    await influxdb.stop();
    await rm(folder, { recursive: true, force: true });
    matrix.print('What a real InfluxDB answered, token by token:');
  });

  // Whatever a test does, nothing of it stays on the server.
  afterEach(async () => {
    const left = await influxdb.authorizations();
    await influxdb.removeAuthorizations();
    expect(left).toEqual([]);
  });

  async function tryAll(token: string): Promise<ReadonlyMap<RequestName, number>> {
    const statuses = new Map<RequestName, number>();
    for (const name of requestNames) {
      const { method, path, body, contentType }: TriedRequest = requests[name];
      statuses.set(name, await influxdb.request(token, method, path, body, contentType));
    }
    return statuses;
  }

  /** Runs the packaged action; `duringJob` gets the token, if there is one, between main and post. */
  async function runAction(
    inputs: Readonly<Record<string, string>>,
    duringJob: (token: string) => Promise<void> = () => Promise.resolve(),
  ) {
    const job = await createJob({ actionDirectory });
    const parent = await influxdb.addParent(handedOn(inputs['grants'] ?? ''));
    try {
      const main = await job.runAction({
        with: { type: 'influxdb', url: influxdb.url, org: 'acme', credential: parent.token, ...inputs },
      });
      const { token } = main.outputs;
      if (token !== undefined) await duringJob(token);
      const { conclusion, log } = await job.end();
      const errors = main.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
      return { outputs: main.outputs, errors: errors.join('\n'), conclusion, log };
    } finally {
      await job.dispose();
      await parent.remove();
    }
  }

  /** What a parent must hold itself so that it can grant these: the same, by id, or on all of the organization. */
  function handedOn(grants: string): readonly Permission[] {
    if (grants.startsWith('[')) return JSON.parse(grants) as readonly Permission[];
    return [...grants.matchAll(/^buckets (?<bucket>\S+): (?<actions>.+)$/gm)].flatMap(({ groups }) => {
      const { bucket = '', actions = '' } = groups ?? {};
      const id = Object.entries(influxdb.bucketIds).find(([name, known]) => name === bucket || known === bucket)?.[1];
      const resource = { type: 'buckets', orgID: influxdb.organizationId, ...(bucket === '*' ? {} : { id: id ?? '' }) };
      if (resource.id === '' || id === influxdb.bucketIds.foreign) return [];
      return actions
        .split(', ')
        .map((action) => ({ action: action === 'write' ? 'write' : 'read', resource }) as const);
    });
  }

  describe('opens what was granted, nothing else, and nothing at all after the job', () => {
    test.each<{ readonly grants: string; readonly opens: readonly RequestName[] }>([
      { grants: 'buckets iot-center: write', opens: ['write iot-center'] },
      { grants: 'buckets iot-center: read', opens: ['read iot-center'] },
      {
        grants: 'buckets iot-center: read, write\nbuckets other: read',
        opens: ['read iot-center', 'read other', 'write iot-center'],
      },
      { grants: 'buckets *: read', opens: ['read iot-center', 'read other'] },
      { grants: 'buckets *: write', opens: ['write iot-center', 'write other'] },
      { grants: 'authorizations *: read', opens: [] },
    ])('$grants', async ({ grants, opens }) => {
      let statuses: ReadonlyMap<RequestName, number> = new Map();
      let minted = 0;
      const { outputs, conclusion, log } = await runAction({ grants }, async (token) => {
        statuses = await tryAll(token);
        minted = (await influxdb.authorizations()).length;
      });
      expect(conclusion, log).toBe('success');
      expect(minted).toBe(1);
      matrix.add(grants, statuses);
      expect(openedOf(statuses)).toEqual(opens);
      // 404 is how this server refuses to read, as if the bucket or the organization did not exist.
      expect([401, 403, 404]).toEqual(expect.arrayContaining([...refusalsOf(statuses)]));

      const later = await tryAll(outputs['token'] ?? '');
      matrix.add('  the same after the job', later);
      expect(new Set(later.values())).toEqual(new Set([401]));
    });

    test('the recipe with curl writes, and only with the token', async () => {
      const page = await readFile(join(actionDirectory, 'docs', 'influxdb.md'), 'utf8');
      const [, recipe = ''] = /```sh\n(curl [^`]*\/api\/v2\/write[^`]*)```/.exec(page) ?? [];
      const run = (token: string) =>
        promisify(execFile)('bash', ['-euo', 'pipefail', '-c', recipe], {
          env: {
            PATH: process.env['PATH'],
            INFLUX_HOST: influxdb.url,
            INFLUX_ORG_ID: influxdb.organizationId,
            INFLUX_TOKEN: token,
          },
        });
      const { conclusion, log } = await runAction({ grants: 'buckets iot-center: write' }, async (token) => {
        await expect(run(token)).resolves.toMatchObject({ stdout: '' });
        await expect(run('not-a-real-token')).rejects.toThrow();
      });
      expect(conclusion, log).toBe('success');
    });

    test('a bucket by its id', async () => {
      let statuses: ReadonlyMap<RequestName, number> = new Map();
      const { conclusion, log } = await runAction(
        { grants: `buckets ${influxdb.bucketIds.other}: write` },
        async (token) => void (statuses = await tryAll(token)),
      );
      expect(conclusion, log).toBe('success');
      matrix.add('buckets <id of other>: write', statuses);
      expect(openedOf(statuses)).toEqual(['write other']);
    });

    test('what the output says, as grants of another token', async () => {
      const first = await runAction({ grants: 'buckets iot-center: write' });
      let statuses: ReadonlyMap<RequestName, number> = new Map();
      const { conclusion, log } = await runAction(
        { grants: first.outputs['grants'] ?? '' },
        async (token) => void (statuses = await tryAll(token)),
      );
      expect(conclusion, log).toBe('success');
      expect(openedOf(statuses)).toEqual(['write iot-center']);
    });

    test('each request is carried out for the operator, so that a refusal is the doing of the token', async () => {
      const statuses = await tryAll(influxdb.token);
      matrix.add('the operator', statuses);
      expect(openedOf(statuses)).toEqual(requestNames);
    });
  });

  test('an inactive token opens nothing', async () => {
    let statuses: ReadonlyMap<RequestName, number> = new Map();
    const { conclusion, log } = await runAction(
      { grants: 'buckets iot-center: write', status: 'inactive' },
      async (token) => void (statuses = await tryAll(token)),
    );
    expect(conclusion, log).toBe('success');
    matrix.add('buckets iot-center: write, inactive', statuses);
    expect(statuses.size).toBe(requestNames.length);
    expect(openedOf(statuses)).toEqual([]);
  });

  describe('mints nothing, and says why, when', () => {
    test('the bucket does not exist (the server itself would grant all buckets)', async () => {
      await expectRefusal({ grants: 'buckets nowhere: write' }, /nowhere/);
    });

    test('the id is that of a bucket of another organization', async () => {
      await expectRefusal({ grants: `buckets ${influxdb.bucketIds.foreign}: write` }, /foreign|organi[sz]ation/i);
    });

    test('the organization does not exist', async () => {
      await expectRefusal({ grants: 'buckets iot-center: write', org: 'nobody' }, /nobody/);
    });

    test('the server does not know the credential', async () => {
      const credential = 'not-a-real-token-that-any-server-knows';
      await expectRefusal({ grants: 'buckets iot-center: write', credential }, /unauthorized access/);
    });

    async function expectRefusal(inputs: Readonly<Record<string, string>>, words: RegExp): Promise<void> {
      const { outputs, errors, conclusion, log } = await runAction(inputs);
      expect(conclusion, log).toBe('failure');
      expect(errors).toMatch(words);
      expect(Object.keys(outputs)).not.toContain('token');
    }
  });
});
