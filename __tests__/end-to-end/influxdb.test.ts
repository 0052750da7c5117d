import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { createJob, type Job, type StepResult } from '../runner/job.mjs';
import { createAnswerMatrix, openedOf, refusalsOf } from './answer-matrix.js';
import { type InfluxdbServer, type Permission, startInfluxdb, textAt } from './influxdb-server.js';
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

  function bucketNamed(name: string): unknown {
    return { orgID: influxdb.organizationId, name, retentionRules: [] };
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

    describe('a recipe of the documents works as it is written', () => {
      test('README.md: line protocol by curl', async () => {
        await influxdb.ask('POST', '/api/v2/buckets', bucketNamed('ci-metrics'));
        const [mint, use] = await recipeIn('README.md');
        await runRecipe(mint, use, async (job) => {
          await expect(influxdb.query('from(bucket: "ci-metrics") |> range(start: -1h)')).resolves.toMatch(
            new RegExp(`,1,count,builds,${job.environment['GITHUB_REF_NAME'] ?? 'main'}\\r?$`, 'm'),
          );
        });
      });

      test('docs/influxdb.md: the influx command', async () => {
        const [mint, use] = await recipeIn('docs/influxdb.md');
        await runRecipe(mint, use, async (_job, { log }) => {
          // What it wrote is what it reads, and what the server holds.
          expect(log).toMatch(/temperature.* kitchen .*21\.5/);
          await expect(influxdb.query('from(bucket: "iot-center") |> range(start: -1h)')).resolves.toContain('kitchen');
        });
      });

      interface RecipeStep {
        readonly with: Readonly<Record<string, string>>;
        readonly run: string;
        readonly env: Readonly<Record<string, string>>;
      }

      /** The two steps of the first recipe for InfluxDB in a document: the one that mints and the one after it. */
      async function recipeIn(document: string): Promise<readonly [RecipeStep, RecipeStep]> {
        const text = await readFile(join(actionDirectory, document), 'utf8');
        const [, block = ''] = /```yaml\n([^`]*\btype: influxdb\n[^`]*)```/.exec(text) ?? [];
        const [mint, use] = stepsIn(parse(block));
        if (mint === undefined || use === undefined) throw new Error(`${document} has no recipe of two steps`);
        return [mint, use];
      }

      /** Runs the two steps; only the place of the server, the organization, and the secrets are put in. */
      async function runRecipe(
        mint: RecipeStep,
        use: RecipeStep,
        check: (job: Job, used: StepResult) => Promise<void>,
      ): Promise<void> {
        const job = await createJob({ actionDirectory });
        const parent = await influxdb.addParent([
          { action: 'read', resource: { type: 'buckets', orgID: influxdb.organizationId } },
          { action: 'write', resource: { type: 'buckets', orgID: influxdb.organizationId } },
        ]);
        try {
          const place = { url: influxdb.url, org: 'acme', credential: parent.token };
          const main = await job.runAction({ with: { ...mint.with, ...place } });
          expect(main.conclusion, main.log).toBe('success');
          await job.runCommand(['bash', '-ec', "echo 'temperature,room=kitchen value=21.5' > data.lp"]);
          const put: Readonly<Record<string, string>> = {
            INFLUX_HOST: influxdb.url,
            INFLUX_ORG: 'acme',
            INFLUX_TOKEN: main.outputs['token'] ?? '',
          };
          const given = Object.fromEntries(Object.keys(use.env).map((name) => [name, put[name] ?? '']));
          const PATH = [dirname(influxd ?? ''), process.env['PATH']].join(delimiter);
          const run = () => job.runCommand(['bash', '-ec', use.run], { env: { ...given, PATH } });
          const used = await run();
          expect(used.conclusion, used.log).toBe('success');
          await check(job, used);
          // The recipe is carried out by the token, and by nothing else that the step has.
          await influxdb.removeAuthorizations();
          expect((await run()).log).toContain('unauthorized');
        } finally {
          await job.end();
          await job.dispose();
          await parent.remove();
        }
      }

      function stepsIn(value: unknown): readonly RecipeStep[] {
        if (typeof value !== 'object' || value === null) return [];
        const members: Readonly<Record<string, unknown>> = { ...value };
        if (members['uses'] === undefined && members['run'] === undefined) {
          return Object.values(members).flatMap(stepsIn);
        }
        const textsOf = (texts: unknown) =>
          Object.fromEntries(Object.entries(texts ?? {}).map(([name, text]) => [name, String(text)]));
        return [{ with: textsOf(members['with']), run: String(members['run']), env: textsOf(members['env']) }];
      }
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

  describe('a dry run says of a credential what a mint would', () => {
    /** The permissions of a parent, and what the dry run says of it: the error, or the warning, or nothing. */
    test.each<{
      readonly what: string;
      readonly lacks: readonly string[];
      readonly mints: boolean;
      readonly says: RegExp | undefined;
    }>([
      { what: 'that holds what it takes', lacks: [], mints: true, says: undefined },
      {
        what: 'that may make no tokens',
        lacks: ['write authorizations'],
        mints: false,
        says: /^a mint would be refused: the credential lacks write:orgs\/[0-9a-f]{16}\/authorizations\. To mint/,
      },
      {
        what: 'that may make none for its user',
        lacks: ['write users'],
        mints: false,
        says: /^a mint would be refused: the credential lacks write:users\/[0-9a-f]{16}\. To mint/,
      },
      {
        what: 'that does not hold the grant',
        lacks: ['write buckets'],
        mints: false,
        says: /^a mint would be refused: the credential lacks write:orgs\/[0-9a-f]{16}\/buckets\/[0-9a-f]{16}\. To mint/,
      },
      {
        what: 'that may not list',
        lacks: ['read authorizations'],
        mints: true,
        says: /^If the answer to a mint were lost.* Nor could it be tried whether the credential may mint/,
      },
      {
        what: 'that may not list, and may make no tokens',
        lacks: ['read users', 'write authorizations'],
        mints: false,
        says: /^If the answer to a mint were lost.* Nor could it be tried whether the credential may mint/,
      },
    ])('$what', async ({ lacks, mints, says }) => {
      const { organizationId: orgID, bucketIds } = influxdb;
      const user = textAt(await influxdb.ask('GET', '/api/v2/me'), 'id');
      const permissions: readonly Permission[] = [
        { action: 'read', resource: { type: 'authorizations', orgID } },
        { action: 'write', resource: { type: 'authorizations', orgID } },
        { action: 'read', resource: { type: 'users', id: user } },
        { action: 'write', resource: { type: 'users', id: user } },
        { action: 'read', resource: { type: 'buckets', orgID } },
        { action: 'write', resource: { type: 'buckets', orgID, id: bucketIds['iot-center'] } },
      ];
      const parent = await influxdb.ask('POST', '/api/v2/authorizations', {
        orgID,
        description: 'the credential of a dry run',
        permissions: permissions.filter(({ action, resource }) => !lacks.includes(`${action} ${resource.type}`)),
      });
      const inputs = {
        ...{ type: 'influxdb', url: influxdb.url, org: orgID, credential: textAt(parent, 'token') },
        grants: 'buckets iot-center: write',
      };
      const job = await createJob({ actionDirectory });
      try {
        const rehearsed = await job.runAction({ id: 'rehearse', with: { ...inputs, dry_run: 'true' } });
        const minted = await job.runAction({ with: inputs });
        const said = rehearsed.annotations.map(({ message }) => message);
        expect(said).toEqual(says === undefined ? [] : [expect.stringMatching(says)]);
        expect(minted.conclusion, minted.log).toBe(mints ? 'success' : 'failure');
        // It fails for what it knows, and for nothing else.
        expect(rehearsed.conclusion).toBe(
          said[0]?.startsWith('a mint would be refused') === true ? 'failure' : 'success',
        );
      } finally {
        await job.end();
        await job.dispose();
        await influxdb.ask('DELETE', `/api/v2/authorizations/${textAt(parent, 'id')}`);
      }
    });
  });

  describe('mints nothing, and says why, when', () => {
    test('the bucket does not exist (the server itself would grant all buckets)', async () => {
      await expectRefusal({ grants: 'buckets iot-centre: write' }, /column 9: .* Did you mean "iot-center"\?/);
    });

    test('the bucket does not exist, and its name is like that of the last of many', async () => {
      for (let index = 0; index < 120; index++)
        await influxdb.ask('POST', '/api/v2/buckets', bucketNamed(`a-sensor-${index}`));
      await influxdb.ask('POST', '/api/v2/buckets', bucketNamed('zebra'));
      await expectRefusal({ grants: 'buckets zebras: write' }, /Did you mean "zebra"\?/);
    });

    test('the credential may not read the bucket', async () => {
      const { organizationId: orgID } = influxdb;
      const parent = await influxdb.ask('POST', '/api/v2/authorizations', {
        orgID,
        permissions: [{ action: 'write', resource: { type: 'buckets', orgID } }],
      });
      const given = { org: orgID, credential: textAt(parent, 'token') };
      const lacking = new RegExp(`lacks read:orgs/${orgID}/buckets\\.`);
      await expectRefusal({ ...given, grants: 'buckets other: write' }, lacking);
      await expectRefusal({ ...given, grants: 'buckets nowhere: write' }, /has no bucket named "nowhere"; names are/);
      await influxdb.ask('DELETE', `/api/v2/authorizations/${textAt(parent, 'id')}`);
    });

    test('the id is that of a bucket of another organization', async () => {
      await expectRefusal({ grants: `buckets ${influxdb.bucketIds.foreign}: write` }, /foreign|organi[sz]ation/i);
    });

    test('several of them do not exist: each is an error of its own, with its place', async () => {
      const { errors } = await runAction({
        grants: 'buckets nowhere: write\nbuckets other: read\nbuckets never: write',
      });
      expect(errors.split('\n').map((error) => error.slice(0, 24))).toEqual([
        'grants, line 1, column 9',
        'grants, line 3, column 9',
      ]);
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
