import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { createJob } from '../runner/job.mjs';
import { type InfluxdbServer, startInfluxdb, textAt } from './influxdb-server.js';
import { realProgram } from './real-program.js';

const influxd = realProgram('MINT_TOKEN_INFLUXD', '.ci/install-influxdb.sh');
const actionDirectory = resolve(import.meta.dirname, '..', '..');

/** Long enough for a scraper, which the server starts every ten seconds. */
const PATIENCE = { timeout: 40_000, interval: 100 };

/** A request that came to the server of the test, to which InfluxDB was made to send. */
interface Received {
  readonly path: string;
  readonly authorization: string | undefined;
}

describe.skipIf(influxd === undefined)('InfluxDB: what follows from a grant', () => {
  let folder = '';
  let influxdb: InfluxdbServer;
  let elsewhere: Server;
  let address = '';
  const received: Received[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mint-token-influxdb-reach-'));
    elsewhere = createServer(({ url = '', headers: { authorization } }, response) => {
      received.push({ path: url, authorization });
      // Metrics for a scraper; any other request has no use for them.
      response.end('# TYPE scraped gauge\nscraped 1\n');
    });
    await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening));
    address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  });

  beforeEach(async () => {
    influxdb = await startInfluxdb(influxd ?? '', await mkdtemp(join(folder, 'server-')));
    await expectStatus(204, influxdb.token, 'POST', '/api/v2/write?org=acme&bucket=other', 'kept secret=42');
  });

  afterEach(async () => {
    await influxdb.stop();
    received.length = 0;
  });

  afterAll(async () => {
    elsewhere.closeAllConnections();
    elsewhere.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function expectStatus(status: number, token: string, method: string, path: string, body?: unknown) {
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    expect(await influxdb.request(token, method, path, text), `${method} ${path}`).toBe(status);
  }

  /** Mints with the packaged action, lets a step use the token, and ends the job. Returns what the step warned about. */
  async function lease(grants: string, use: (token: string) => Promise<void>): Promise<readonly string[]> {
    const job = await createJob({ actionDirectory });
    try {
      const { url, token: credential } = influxdb;
      const main = await job.runAction({ with: { type: 'influxdb', url, org: 'acme', credential, grants } });
      expect(main.conclusion, main.log).toBe('success');
      const { token = '' } = main.outputs;
      await use(token);
      const { conclusion, log } = await job.end();
      expect(conclusion, log).toBe('success');
      await expectStatus(401, token, 'GET', '/api/v2/buckets');
      return main.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
    } finally {
      await job.dispose();
    }
  }

  const outlives = (grant: string) =>
    expect.stringMatching(`^The grant ${grant} outlives the token and reaches beyond its other grants: `) as string;

  /** Copies from one bucket into another, neither of them granted, with the time at which it is done. */
  const copyAs = (name: string) =>
    `from(bucket: "other") |> range(start: -1h) |> map(fn: (r) => ({r with _time: now(), _measurement: "${name}"})) |> to(bucket: "iot-center")`;

  async function expectGoesOn(bucket: string, measurement: string) {
    // What was written before the token was revoked proves nothing.
    const now = new Date().toISOString();
    await expect
      .poll(() => influxdb.query(`from(bucket: "${bucket}") |> range(start: ${now})`), PATIENCE)
      .toContain(measurement);
  }

  test('tasks: write: a task reads and writes any bucket, and goes on', async () => {
    const flux = `option task = {name: "copy", every: 1s}\n${copyAs('by-task')}`;
    const warnings = await lease('tasks *: write', async (token) => {
      await expectStatus(201, token, 'POST', '/api/v2/tasks', { orgID: influxdb.organizationId, flux });
    });
    expect(warnings).toEqual([outlives('tasks: write')]);
    await expectGoesOn('iot-center', 'by-task');
  });

  test('checks: write: a check reads and writes any bucket, and goes on', async () => {
    const text = `option task = {name: "copy", every: 1s, offset: 0s}
check = {_check_id: "", _check_name: "copy", _type: "custom", tags: {}}
${copyAs('by-check')}`;
    const warnings = await lease('checks *: write', async (token) => {
      await expectStatus(201, token, 'POST', '/api/v2/checks', {
        ...{ type: 'custom', name: 'copy', orgID: influxdb.organizationId, status: 'active' },
        query: { text, editMode: 'advanced' },
      });
    });
    expect(warnings).toEqual([outlives('checks: write')]);
    await expectGoesOn('iot-center', 'by-check');
  });

  test('notificationRules: write: a rule sends with the secret of an endpoint that it may not read, and goes on', async () => {
    const { organizationId: orgID } = influxdb;
    const endpoint = await influxdb.ask('POST', '/api/v2/notificationEndpoints', {
      ...{ type: 'http', name: 'alarm', orgID, status: 'active', url: `${address}/alarm` },
      ...{ method: 'POST', authMethod: 'bearer', token: 'not-a-real-secret-of-an-endpoint' },
    });
    const warnings = await lease('notificationRules *: write', async (token) => {
      await expectStatus(201, token, 'POST', '/api/v2/notificationRules', {
        ...{ type: 'http', name: 'rule', orgID, endpointID: textAt(endpoint, 'id'), status: 'active' },
        ...{ every: '1s', offset: '0s', statusRules: [{ currentLevel: 'CRIT' }], tagRules: [] },
      });
    });
    expect(warnings).toEqual([outlives('notificationRules: write')]);
    await expectAlarm();
  });

  /** Writes a finding again and again, as a check does, until a rule has sent it. */
  async function expectAlarm() {
    const finding =
      'statuses,_check_id=000000000000000a,_check_name=c,_level=crit,_type=custom,_source_measurement=m _message="hot",_source_timestamp=1i';
    await expect
      .poll(async () => {
        await expectStatus(204, influxdb.token, 'POST', '/api/v2/write?org=acme&bucket=_monitoring', finding);
        return received;
      }, PATIENCE)
      .toContainEqual({ path: '/alarm', authorization: 'Bearer not-a-real-secret-of-an-endpoint' });
  }

  test('scrapers: write: a scraper writes into a bucket that is not granted, and goes on', async () => {
    const { organizationId: orgID, bucketIds } = influxdb;
    const scraper = { name: 'scraper', type: 'prometheus', url: `${address}/metrics`, orgID };
    const warnings = await lease('scrapers *: write\nbuckets iot-center: write', async (token) => {
      await expectStatus(201, token, 'POST', '/api/v2/scrapers', { ...scraper, bucketID: bucketIds['iot-center'] });
      const { id } = firstOf(await influxdb.ask('GET', '/api/v2/scrapers'), 'configurations');
      await expectStatus(200, token, 'PATCH', `/api/v2/scrapers/${id}`, { ...scraper, bucketID: bucketIds.other });
    });
    expect(warnings).toEqual([outlives('scrapers: write')]);
    await expectGoesOn('other', 'scraped');
  });

  test('remotes: write: what is replicated goes to another server, with the stored token', async () => {
    const { organizationId: orgID, bucketIds } = influxdb;
    const remote = await influxdb.ask('POST', '/api/v2/remotes', {
      ...{ name: 'backup', orgID, remoteURL: 'http://127.0.0.1:1', remoteOrgID: orgID, allowInsecureTLS: false },
      remoteAPIToken: 'not-a-real-secret-of-a-remote',
    });
    await influxdb.ask('POST', '/api/v2/replications', {
      ...{ name: 'backup', orgID, remoteID: textAt(remote, 'id'), maxQueueSizeBytes: 33_554_430 },
      ...{ localBucketID: bucketIds.other, remoteBucketID: bucketIds.other },
    });
    const warnings = await lease(`remotes ${textAt(remote, 'id')}: write`, async (token) => {
      await expectStatus(200, token, 'PATCH', `/api/v2/remotes/${textAt(remote, 'id')}`, { remoteURL: address });
    });
    expect(warnings).toEqual([outlives('remotes: write')]);
    received.length = 0;
    await expectStatus(204, influxdb.token, 'POST', '/api/v2/write?org=acme&bucket=other', 'kept secret=43');
    await expect
      .poll(() => received, PATIENCE)
      .toContainEqual({
        path: expect.stringContaining('/api/v2/write') as string,
        authorization: 'Token not-a-real-secret-of-a-remote',
      });
  });

  test('orgs: write: an owner is added, who writes afterwards; alone it deletes the organisation', async () => {
    const { organizationId: orgID } = influxdb;
    const password = 'not-a-real-password';
    const user = textAt(await influxdb.ask('POST', '/api/v2/users', { name: 'guest' }), 'id');
    await influxdb.ask('POST', `/api/v2/users/${user}/password`, { password });
    const warnings = await lease('orgs acme: read, write', async (token) => {
      await expectStatus(201, token, 'POST', `/api/v2/orgs/${orgID}/owners`, { id: user });
    });
    expect(warnings).toEqual([outlives('orgs: write')]);
    const signIn = await fetch(`${influxdb.url}/api/v2/signin`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`guest:${password}`).toString('base64')}` },
    });
    const written = await fetch(`${influxdb.url}/api/v2/write?org=acme&bucket=other`, {
      method: 'POST',
      headers: { cookie: signIn.headers.get('set-cookie') ?? '' },
      body: 'by-owner value=1',
    });
    expect(written.status).toBe(204);

    await lease('orgs acme: write', (token) => expectStatus(204, token, 'DELETE', `/api/v2/orgs/${orgID}`));
    await expectStatus(404, influxdb.token, 'GET', `/api/v2/orgs/${orgID}`);
  });

  test('buckets: write: deletes the data, and the bucket itself; on all, makes others', async () => {
    const { organizationId: orgID, bucketIds } = influxdb;
    const another = { orgID, name: 'another', retentionRules: [] };
    const period = { start: '1970-01-01T00:00:00Z', stop: '2100-01-01T00:00:00Z' };
    const warnings = await lease('buckets other: write', async (token) => {
      await expectStatus(204, token, 'POST', '/api/v2/delete?org=acme&bucket=other', period);
      expect(await influxdb.query('from(bucket: "other") |> range(start: -1h)')).not.toContain('kept');
      await expectStatus(401, token, 'POST', '/api/v2/buckets', another);
      await expectStatus(204, token, 'DELETE', `/api/v2/buckets/${bucketIds.other}`);
    });
    // It is what most tokens hold, and noted.
    expect(warnings).toEqual([]);
    await expectStatus(404, influxdb.token, 'GET', `/api/v2/buckets/${bucketIds.other}`);
    await lease('buckets *: write', (token) => expectStatus(201, token, 'POST', '/api/v2/buckets', another));
  });

  test('a grant on a system bucket: it is written, not read, and can be destroyed', async () => {
    const { organizationId: orgID } = influxdb;
    const { id } = firstOf(await influxdb.ask('GET', `/api/v2/buckets?orgID=${orgID}&name=_monitoring`), 'buckets');
    const line = 'forged value=1';
    const warnings = await lease('buckets _monitoring: read, write', async (token) => {
      await expectStatus(204, token, 'POST', '/api/v2/write?org=acme&bucket=_monitoring', line);
      const query = JSON.stringify({ query: 'from(bucket: "_monitoring") |> range(start: -1h)' });
      expect(await influxdb.request(token, 'POST', '/api/v2/query?org=acme', query, 'application/json')).toBe(404);
      expect(await influxdb.query('from(bucket: "_monitoring") |> range(start: -1h)')).toContain('forged');
      await expectStatus(400, token, 'DELETE', `/api/v2/buckets/${id}`);
    });
    expect(warnings).toEqual([expect.stringContaining('"_monitoring" is a system bucket: with this grant')]);
    await expectStatus(500, influxdb.token, 'POST', '/api/v2/write?org=acme&bucket=_monitoring', line);
  });

  test('secrets: read: a query reads the value of a secret', async () => {
    const { organizationId: orgID } = influxdb;
    const value = 'not-a-real-secret-of-the-organisation';
    const patched = await fetch(`${influxdb.url}/api/v2/orgs/${orgID}/secrets`, {
      method: 'PATCH',
      headers: { authorization: `Token ${influxdb.token}` },
      body: JSON.stringify({ KEY: value }),
    });
    expect(patched.status).toBe(204);
    const flux =
      'import "array"\nimport "influxdata/influxdb/secrets"\narray.from(rows: [{value: secrets.get(key: "KEY")}])';
    const read = async (token: string) => {
      const response = await fetch(`${influxdb.url}/api/v2/query?org=acme`, {
        method: 'POST',
        headers: { authorization: `Token ${token}`, 'content-type': 'application/vnd.flux' },
        body: flux,
      });
      return response.text();
    };
    const warnings = await lease('secrets *: read', async (token) => expect(await read(token)).toContain(value));
    expect(warnings).toEqual([expect.stringMatching(/^The grant secrets: read outlives the token: /)]);
    await lease('labels *: read', async (token) => expect(await read(token)).toContain('is unauthorized'));
  });
});

/** The first of a list in an answer. */
function firstOf(answer: unknown, list: string): { readonly id: string } {
  const items: unknown = Object.entries(answer ?? {}).find(([name]) => name === list)?.[1];
  return { id: textAt(Array.isArray(items) ? items[0] : undefined, 'id') };
}
