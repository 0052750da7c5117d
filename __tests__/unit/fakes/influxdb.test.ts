import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANSWERS, expectAnswer, type InfluxdbUnderTest } from '../../fakes/influxdb-answers.js';
import {
  allAccessPermissions,
  createFakeInfluxdb,
  mintingPermissions,
  operatorPermissions,
  type FakeInfluxdb,
  type FakePermission,
} from '../../fakes/influxdb.js';

let fake: FakeInfluxdb;
let underTest: InfluxdbUnderTest;

beforeAll(async () => {
  fake = await createFakeInfluxdb();
  const acme = fake.addOrganization('acme');
  const elsewhere = fake.addOrganization('elsewhere');
  const admin = fake.addUser('admin');
  const ada = fake.addUser('ada');
  const iotCenter = fake.addBucket(acme, 'iot-center');
  const allAccess = allAccessPermissions(acme, admin);
  const buckets: FakePermission = { action: 'write', resource: { type: 'buckets', orgID: acme } };
  const add = (permissions: readonly FakePermission[], status: 'active' | 'inactive' = 'active') =>
    fake.addToken({ orgID: acme, userID: admin, permissions, status });
  const child = add([{ action: 'write', resource: { type: 'buckets', id: iotCenter, orgID: acme } }]);
  underTest = {
    url: fake.url,
    ids: {
      acme,
      elsewhere,
      admin,
      ada,
      child: child.id,
      'iot-center': iotCenter,
      other: fake.addBucket(acme, 'other'),
      foreign: fake.addBucket(elsewhere, 'foreign'),
    },
    tokens: {
      operator: add(operatorPermissions()).token,
      'all-access': add(allAccess).token,
      minter: add(mintingPermissions(acme, admin, [buckets, { ...buckets, action: 'read' }])).token,
      child: child.token,
      inactive: add(allAccess, 'inactive').token,
      nobody: 'not-a-real-secret-nobody-has',
    },
  };
});
afterAll(async () => {
  await fake.close();
});

describe('answers as the real server does', () => {
  test.for(ANSWERS)('$request by $caller: $status $message (%#)', async (expected) => {
    await expectAnswer(underTest, expected);
  });
});

test('a token is in clear text in the answer to its creation alone, unless the server does not hash', async () => {
  const clear = await createFakeInfluxdb({ clearTextLists: true });
  for (const [server, expected] of [
    [fake, ''],
    [clear, 'not-a-real-secret'],
  ] as const) {
    const orgID = server.addOrganization('example');
    const userID = server.addUser('example');
    const { token } = server.addToken({ orgID, userID, permissions: operatorPermissions() });
    const response = await fetch(`${server.url}/api/v2/authorizations?orgID=${orgID}`, {
      headers: { authorization: `Token ${token}` },
    });
    const { authorizations } = (await response.json()) as {
      readonly authorizations: readonly { readonly token: string }[];
    };
    expect(authorizations.map((item) => item.token.slice(0, 17))).toEqual([expected]);
  }
  await clear.close();
});
