import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJob, type StepResult } from '../runner/job.mjs';
import { startInfluxdb, textAt, type InfluxdbServer } from './influxdb-server.js';
import { realProgram } from './real-program.js';

const influxd = realProgram('MINT_TOKEN_INFLUXD', '.ci/install-influxdb.sh');
const checkout = resolve(import.meta.dirname, '..', '..');

const MARKER =
  '[mint-token lease=0123456789abcdef0123456789abcdef repo=octo/spoon-knife run=17/1 job=build expires=2030-01-01T00:00:00Z]';

describe.skipIf(influxd === undefined)('a token of a real InfluxDB', () => {
  let server: InfluxdbServer;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mint-token-influxdb-'));
    server = await startInfluxdb(influxd ?? '', join(folder, 'data'));
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** A token that may write to a bucket. */
  async function addToken(description: string): Promise<{ readonly id: string; readonly token: string }> {
    const orgID = server.organizationId;
    const made = await server.ask('POST', '/api/v2/authorizations', {
      orgID,
      description,
      permissions: [{ action: 'write', resource: { type: 'buckets', id: server.bucketIds['iot-center'], orgID } }],
    });
    return { id: textAt(made, 'id'), token: textAt(made, 'token') };
  }

  async function update(inputs: Readonly<Record<string, string>>): Promise<StepResult> {
    const job = await createJob({ actionDirectory: join(checkout, 'update') });
    try {
      return await job.runAction({
        id: 'update',
        with: { type: 'influxdb', url: server.url, org: 'acme', credential: server.token, ...inputs },
      });
    } finally {
      await job.dispose();
    }
  }

  const write = (token: string) =>
    server.request(token, 'POST', '/api/v2/write?org=acme&bucket=iot-center', 'temperature value=20', 'text/plain');
  const read = (id: string) => server.ask('GET', `/api/v2/authorizations/${id}`);

  test('gets another description before its marker, and goes on working', async () => {
    const { id, token } = await addToken(`nightly import ${MARKER}`);
    const step = await update({ token_id: id, description: 'wöchentlich 🚀 <b>' });
    expect(step.conclusion, step.log).toBe('success');
    expect(textAt(await read(id), 'description')).toBe(`wöchentlich 🚀 <b> ${MARKER}`);
    expect(await write(token)).toBe(204);
    expect(step.outputs).toMatchObject({ token_id: id, status: 'active', expires_at: '2030-01-01T00:00:00Z' });
  });

  test('can do nothing while it is inactive, and all of it when it is active again', async () => {
    const { id, token } = await addToken(MARKER);
    expect((await update({ token_id: id, status: 'inactive' })).outputs['status']).toBe('inactive');
    expect(await write(token)).toBe(403);
    expect((await update({ token_id: id, status: 'active' })).outputs['status']).toBe('active');
    expect(await write(token)).toBe(204);
  });

  test('without our marker is changed with foreign: true only', async () => {
    const { id } = await addToken('made by hand');
    const refused = await update({ token_id: id, description: 'x' });
    expect(refused.conclusion).toBe('failure');
    expect(refused.log).toContain('set foreign: true');
    expect(textAt(await read(id), 'description')).toBe('made by hand');
    expect((await update({ token_id: id, description: 'x', foreign: 'true' })).conclusion).toBe('success');
    expect(textAt(await read(id), 'description')).toBe('x');
  });

  test('that is not there is an error', async () => {
    const step = await update({ token_id: '0123456789abcdef', status: 'inactive' });
    expect(step.conclusion).toBe('failure');
    expect(step.log).toContain('there is no token 0123456789abcdef');
  });
});
