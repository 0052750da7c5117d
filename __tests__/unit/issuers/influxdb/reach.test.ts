import { expect, test } from 'vitest';
import { readGrants } from '../../../../src/issuers/influxdb/grants.js';
import { RESOURCE_TYPES } from '../../../../src/issuers/influxdb/permissions.js';
import { noticesOfAsks } from '../../../../src/issuers/influxdb/reach.js';
import { parseGrants } from '../../../../src/request/grants.js';

const ID = '7e30e69b70378cc5';

function told(grants: string): readonly string[] {
  const asks = readGrants(parseGrants(grants).grants);
  if (!asks.ok) throw new Error('the grants were refused');
  return noticesOfAsks(asks.value).map(({ level, message }) => `${level}: ${message}`);
}

const isOfAll = (text: string) => text.includes(': all in the organisation, ');

/** A line that grants an action on a type: on all of it where that can be, else on one. */
const lineOf = (type: string, action: string) => `${type} ${type === 'orgs' || type === 'users' ? ID : '*'}: ${action}`;

const OUTLIVES = 'outlives the token';
const OUTLIVES_AND_REACHES = 'outlives the token and reaches beyond its other grants';

/** What escapes revocation or the other grants, each with the heart of its warning. */
const WARNED = [
  ['authorizations', 'read', OUTLIVES, 'shows every token of the organisation in clear text'],
  ['authorizations', 'write', OUTLIVES_AND_REACHES, 'other tokens of that user can be made, which stay'],
  ['checks', 'write', OUTLIVES_AND_REACHES, 'with all rights of its owner, and goes on when the token is revoked'],
  ['dashboards', 'write', OUTLIVES_AND_REACHES, 'with all rights of whoever opens it'],
  ['flows', 'write', OUTLIVES_AND_REACHES, 'with all rights of whoever opens it'],
  ['functions', 'write', OUTLIVES_AND_REACHES, 'with all rights of whoever calls it'],
  ['notebooks', 'write', OUTLIVES_AND_REACHES, 'with all rights of whoever opens it'],
  ['notificationEndpoints', 'read', OUTLIVES, 'shows the address of each endpoint'],
  ['notificationEndpoints', 'write', OUTLIVES_AND_REACHES, 'pointed at another address'],
  ['notificationRules', 'write', OUTLIVES_AND_REACHES, 'goes on when the token is revoked'],
  [
    'orgs',
    'write',
    OUTLIVES_AND_REACHES,
    'renamed, and deleted with all that it holds; beside read, owners can be added',
  ],
  ['remotes', 'write', OUTLIVES_AND_REACHES, 'goes there, with the stored token of the remote'],
  ['replications', 'write', OUTLIVES_AND_REACHES, 'goes on sending data to another server'],
  ['scrapers', 'write', OUTLIVES_AND_REACHES, 'writes into any bucket, and goes on'],
  ['secrets', 'read', OUTLIVES, 'the value of every secret'],
  ['secrets', 'write', OUTLIVES_AND_REACHES, 'secrets can be replaced'],
  ['sources', 'read', OUTLIVES_AND_REACHES, 'the stored token of each source in clear text'],
  ['sources', 'write', OUTLIVES_AND_REACHES, 'pointed at another server'],
  ['subscriptions', 'write', OUTLIVES_AND_REACHES, 'goes on writing'],
  ['tasks', 'write', OUTLIVES_AND_REACHES, 'with all rights of its owner, and goes on when the token is revoked'],
  ['telegrafs', 'write', OUTLIVES_AND_REACHES, 'runs the commands in it, on its own machine'],
  ['users', 'write', OUTLIVES_AND_REACHES, 'the password of the user can be set'],
  ['variables', 'write', OUTLIVES_AND_REACHES, 'with all rights of whoever opens a dashboard'],
] as const;

const MEANS_MORE = 'means more than it says';

/** What ends with the token and stays within its grants, and what nearly every token holds. */
const NOTED = [
  ['buckets', 'write', OUTLIVES_AND_REACHES, 'data can be deleted too, and the bucket itself'],
  ['dbrp', 'write', MEANS_MORE, 'this alone opens nothing'],
  ['orgs', 'read', MEANS_MORE, 'opens the two system buckets'],
  ['tasks', 'read', MEANS_MORE, 'the secrets that are written out in them'],
  ['telegrafs', 'read', MEANS_MORE, 'the secrets that are written out in them'],
] as const;

test.for(WARNED)('%s: %s is warned about, once, whatever stands beside it', ([type, action, escapes, follows]) => {
  const line = lineOf(type, action);
  for (const grants of [line, `buckets iot-center: read\n${line}\nlabels *: read\n${line}`]) {
    const warnings = told(grants).filter((text) => text.startsWith('warning: '));
    expect(warnings).toEqual([expect.stringContaining(follows)]);
    expect(warnings[0]).toMatch(new RegExp(`^warning: The grant ${type}: ${action} ${escapes}: .*[^.]\\.$`));
  }
});

test.for(NOTED)('%s: %s is noted', ([type, action, how, follows]) => {
  const [note, ...others] = told(lineOf(type, action)).filter((text) => !isOfAll(text));
  expect(note).toMatch(new RegExp(`^notice: The grant ${type}: ${action} ${how}: .*[^.]\\.$`));
  expect(note).toContain(follows);
  expect(others).toEqual([]);
});

test('of every other grant nothing is said', () => {
  const spoken = new Set([...WARNED, ...NOTED].map(([type, action]) => `${type}: ${action}`));
  const silent = RESOURCE_TYPES.flatMap((type) =>
    ['read', 'write'].flatMap((action) => (spoken.has(`${type}: ${action}`) ? [] : [lineOf(type, action)])),
  );
  expect(silent).toHaveLength(RESOURCE_TYPES.length * 2 - WARNED.length - NOTED.length);
  for (const line of silent) expect(told(line).filter((text) => !isOfAll(text))).toEqual([]);
});

test('a grant on one resource is warned about as one on all of them', () => {
  expect(told(`tasks ${ID}: write`)).toEqual(told('tasks *: write').filter((text) => !isOfAll(text)));
});

test('a grant on all of a type is noted, with what it is, once', () => {
  expect(told('dashboards *: read\nlabels *: read, write\nbuckets iot-center: read\nlabels *: read')).toEqual([
    'notice: dashboards *: read, labels *: read, labels *: write: all in the organisation, with what is made there later. Name single buckets where that is enough.',
  ]);
});
