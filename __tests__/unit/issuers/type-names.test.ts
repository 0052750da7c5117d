import { expect, test } from 'vitest';
import { loadIssuer, loadTokens, TYPES, unknownType } from '../../../src/issuers/registry.js';

const LIST =
  'datasette, datasette/managed, influxdb, namespace, namespace/user, solarnetwork/ReadNodeData, solarnetwork/User';

test.for([
  ['datasette', 'Datasette'],
  ['datasette/managed', 'Datasette'],
  ['influxdb', 'InfluxDB'],
  ['namespace', 'Namespace'],
  ['namespace/user', 'Namespace'],
  ['solarnetwork/ReadNodeData', 'SolarNetwork'],
  ['solarnetwork/User', 'SolarNetwork'],
] as const)('%s is a type of %s', async ([type, system]) => {
  expect((await loadIssuer(type))?.title).toContain(system);
});

test('there are no other types', () => {
  expect(TYPES.join(', ')).toBe(LIST);
});

test.for([
  ['influx', `found "influx"; expected one of ${LIST}. Did you mean "influxdb"?`],
  ['Datasette', `found "Datasette"; expected one of ${LIST}. Did you mean "datasette"?`],
  ['postgres', `found "postgres"; expected one of ${LIST}.`],
  ['', `found ""; expected one of ${LIST}.`],
] as const)('what is no type is answered with those that there are, and the nearest: %j', async ([type, message]) => {
  expect(await loadIssuer(type)).toBeUndefined();
  expect(unknownType(type)).toBe(message);
});

test('every type but a signed one has tokens that can be revoked', async () => {
  const revocable = await Promise.all(
    TYPES.map(async (type) => [type, (await loadTokens(type)) !== undefined] as const),
  );
  expect(revocable.filter(([, can]) => !can).map(([type]) => type)).toEqual(['datasette']);
  expect(await loadTokens('datasete')).toBeUndefined();
});
