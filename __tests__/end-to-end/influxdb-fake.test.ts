import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { ANSWERS, expectAnswer, type InfluxdbUnderTest } from '../fakes/influxdb-answers.js';
import {
  allAccessPermissions,
  mintingPermissions,
  operatorPermissions,
  type FakePermission,
} from '../fakes/influxdb.js';
import { startInfluxdb, type InfluxdbServer } from './influxdb-server.js';
import { realProgram } from './real-program.js';

const influxd = realProgram('MINT_TOKEN_INFLUXD', '.ci/install-influxdb.sh');

// The fake that all other tests of InfluxDB lean on is held to the same table (__tests__/unit/fakes/influxdb.test.ts).
describe.skipIf(influxd === undefined)('a real InfluxDB answers as the fake does', () => {
  let folder = '';
  let influxdb: InfluxdbServer;
  let underTest: InfluxdbUnderTest;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mint-token-influxdb-'));
    influxdb = await startInfluxdb(influxd ?? '', folder);
    underTest = await setUp(influxdb);
  });
  afterAll(async () => {
    await influxdb.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test.for(ANSWERS)('$request by $caller: $status $message (%#)', async (expected) => {
    await expectAnswer(underTest, expected);
  });
});

async function setUp({ url, token, bucketIds }: InfluxdbServer): Promise<InfluxdbUnderTest> {
  const call = async (method: string, path: string, body?: unknown): Promise<Readonly<Record<string, unknown>>> => {
    const response = await fetch(`${url}/api/v2${path}`, {
      method,
      headers: { authorization: `Token ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Readonly<Record<string, unknown>>;
  };
  const organization = async (name: string): Promise<string> => {
    const { orgs } = await call('GET', `/orgs?org=${name}`);
    return (orgs as readonly { readonly id: string }[])[0]?.id ?? '';
  };
  const acme = await organization('acme');
  const elsewhere = await organization('elsewhere');
  const admin = String((await call('GET', '/me'))['id']);
  const ada = String((await call('POST', '/users', { name: 'ada' }))['id']);
  const add = async (permissions: readonly FakePermission[], status = 'active') => {
    const made = await call('POST', '/authorizations', { orgID: acme, userID: admin, permissions, status });
    return { id: String(made['id']), token: String(made['token']) };
  };
  const buckets = { type: 'buckets', orgID: acme };
  const handedOn = ['read', 'write'].map((action) => ({ action, resource: buckets }));
  const child = await add([{ action: 'write', resource: { ...buckets, id: bucketIds['iot-center'] } }]);
  return {
    url,
    ids: { acme, elsewhere, admin, ada, child: child.id, ...bucketIds },
    tokens: {
      operator: (await add(operatorPermissions())).token,
      'all-access': (await add(allAccessPermissions(acme, admin))).token,
      minter: (await add(mintingPermissions(acme, admin, handedOn))).token,
      child: child.token,
      inactive: (await add(allAccessPermissions(acme, admin), 'inactive')).token,
      nobody: 'not-a-real-secret-nobody-has',
    },
  };
}
