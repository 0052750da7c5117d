import { describe, expect, it } from 'vitest';
import { compare } from '../../../../src/issuers/influxdb/compare.js';

const orgID = '00000000000000a1';
const bucket = '00000000000000b1';
const order = {
  orgID,
  userID: undefined,
  status: 'active',
  orgName: undefined,
  userName: undefined,
  permissions: [{ action: 'write', type: 'buckets', id: bucket, orgID, name: 'iot-center' }],
} as const;

const granted = (permissions: unknown) => compare(order, { orgID, status: 'active', permissions });
const write = { action: 'write', resource: { type: 'buckets', id: bucket, orgID } };

describe('the permissions of an answer', () => {
  it('are as asked for in any order, given twice, and with the names that the server adds', () => {
    expect(granted([write])).toEqual([]);
    expect(granted([write, { ...write, resource: { ...write.resource, name: 'iot-center', org: 'acme' } }])).toEqual(
      [],
    );
  });

  it('are another, when the server knows the bucket that it was asked for by another name', () => {
    const renamed = { ...write, resource: { ...write.resource, name: 'production' } };
    const path = `"write:orgs/${orgID}/buckets/${bucket}"`;
    expect(granted([renamed])).toEqual([
      {
        what: 'grants',
        asked: `${path} with the name "iot-center"`,
        granted: `${path} with the name "production"`,
      },
    ]);
    // A task has a name that nobody asked for.
    const task = { action: 'read', resource: { type: 'tasks', id: bucket, orgID, name: 'nightly' } };
    const askedTask = {
      ...order,
      permissions: [{ action: 'read', type: 'tasks', id: bucket, orgID, name: undefined }],
    };
    expect(compare(askedTask, { orgID, status: 'active', permissions: [task] })).toEqual([]);
  });

  it('are told by their first and their number, when there are 60,000 too many', () => {
    const others = Array.from({ length: 60_000 }, (_, index) => ({
      action: 'write',
      resource: { type: 'buckets', id: index.toString(16).padStart(16, 'f'), orgID },
    }));
    const [difference, ...rest] = granted([write, ...others]);
    expect(rest).toEqual([]);
    expect(difference?.granted).toMatch(/^also "write:orgs\/[0-9a-f]{16}\/buckets\/f+0", .* and 59990 more$/);
    expect(difference?.granted.length).toBeLessThan(2_000);
  });

  it.each([
    ['nothing at all', undefined],
    ['no list', {}],
    ['a permission that is none', [write, 'write']],
    ['one without an action', [write, { resource: write.resource }]],
    ['one without a resource', [write, { action: 'write' }]],
    ['one without a type', [write, { action: 'write', resource: { id: bucket, orgID } }]],
    ['a member that nobody knows', [{ ...write, effect: 'allow-all' }]],
    ['a resource with a member that nobody knows', [{ ...write, resource: { ...write.resource, ids: ['*'] } }]],
    ['an id that is a number', [write, { action: 'write', resource: { type: 'buckets', id: 7, orgID } }]],
    [
      'an organisation that is a number',
      [write, { action: 'write', resource: { type: 'buckets', id: bucket, orgID: 7 } }],
    ],
  ])('that hold %s are a difference, not nothing', (_, permissions) => {
    expect(granted(permissions)).toEqual([
      {
        what: 'grants',
        asked: `"write:orgs/${orgID}/buckets/${bucket}"`,
        granted: 'something that cannot be understood',
      },
    ]);
  });

  const asked = `"write:orgs/${orgID}/buckets/${bucket}"`;
  const also = (wider: string) => ({ what: 'grants', asked, granted: `also "${wider}"` });
  const nothing = { what: 'grants', asked, granted: 'nothing of it' };
  const all = `write:orgs/${orgID}/buckets`;

  it.each([
    ['all buckets', [{ action: 'write', resource: { type: 'buckets', orgID } }], [also(all), nothing]],
    [
      'all, by an id that is null',
      [{ action: 'write', resource: { type: 'buckets', id: null, orgID } }],
      [also(all), nothing],
    ],
    ['all, by an empty id', [{ action: 'write', resource: { type: 'buckets', id: '', orgID } }], [also(all), nothing]],
    [
      'another bucket',
      [{ action: 'write', resource: { type: 'buckets', id: '00000000000000b2', orgID } }],
      [also(`${all}/00000000000000b2`), nothing],
    ],
    [
      'every organisation',
      [{ action: 'write', resource: { type: 'buckets', id: bucket } }],
      [also(`write:buckets/${bucket}`), nothing],
    ],
    [
      'every organisation, by an empty id of it',
      [{ action: 'write', resource: { type: 'buckets', id: bucket, orgID: '' } }],
      [also(`write:buckets/${bucket}`), nothing],
    ],
    [
      'all of every organisation',
      [{ action: 'write', resource: { type: 'buckets' } }],
      [also('write:buckets'), nothing],
    ],
    [
      'another action',
      [{ action: 'read', resource: write.resource }],
      [also(`read:orgs/${orgID}/buckets/${bucket}`), nothing],
    ],
    [
      'another type',
      [{ action: 'write', resource: { ...write.resource, type: 'tasks' } }],
      [also(`write:orgs/${orgID}/tasks/${bucket}`), nothing],
    ],
    ['nothing', [], [nothing]],
    [
      'more',
      [write, { action: 'read', resource: write.resource }, { action: 'read', resource: { type: 'orgs' } }],
      [{ what: 'grants', asked, granted: `also "read:orgs/${orgID}/buckets/${bucket}", "read:orgs"` }],
    ],
  ])('that reach %s are a difference, told with what is wider and what is missing', (_, permissions, differences) => {
    expect(granted(permissions)).toEqual(differences);
  });
});

describe('what else an answer says', () => {
  it.each([
    ['organisation', { orgID: '00000000000000a2' }, orgID, '"00000000000000a2"'],
    ['organisation', { orgID: undefined }, orgID, 'nothing'],
    ['organisation', { orgID: 7 }, orgID, 'nothing'],
    ['status', { status: 'inactive' }, 'active', '"inactive"'],
    ['status', { status: undefined }, 'active', 'nothing'],
  ])('is a difference in the %s: %j', (what, changed, asked, told) => {
    const authorization = { orgID, status: 'active', permissions: [write], ...changed };
    expect(compare(order, authorization)).toEqual([{ what, asked, granted: told }]);
  });

  it('is a difference in the names by which organisation and user were looked up', () => {
    const byName = { ...order, userID: '00000000000000c1', orgName: 'acme', userName: 'ada' };
    const authorization = { orgID, status: 'active', permissions: [write], userID: '00000000000000c1' };
    expect(compare(byName, authorization)).toEqual([]);
    expect(compare(byName, { ...authorization, org: 'acme', user: 'ada' })).toEqual([]);
    expect(compare(byName, { ...authorization, org: 'other', user: 7 })).toEqual([
      { what: 'name of the organisation', asked: 'acme', granted: '"other"' },
      { what: 'name of the user', asked: 'ada', granted: 'nothing' },
    ]);
  });

  it('is a difference in the user only when one was asked for', () => {
    const authorization = { orgID, status: 'active', permissions: [write], userID: '00000000000000c1' };
    expect(compare(order, authorization)).toEqual([]);
    expect(compare({ ...order, userID: '00000000000000c1' }, authorization)).toEqual([]);
    expect(compare({ ...order, userID: '00000000000000c2' }, authorization)).toEqual([
      { what: 'user', asked: '00000000000000c2', granted: '"00000000000000c1"' },
    ]);
    expect(compare({ ...order, userID: '00000000000000c2' }, { ...authorization, userID: undefined })).toEqual([
      { what: 'user', asked: '00000000000000c2', granted: 'nothing' },
    ]);
  });

  it('is a difference in the user also when it contradicts itself', () => {
    const linked = (user: unknown, userID: unknown) =>
      compare(order, { orgID, status: 'active', permissions: [write], userID, links: { self: '/', user } });
    const another = (granted: string) => [{ what: 'user', asked: 'the user of the credential', granted }];
    expect(linked('/api/v2/users/00000000000000c1', '00000000000000c1')).toEqual([]);
    expect(linked('/prefix/api/v2/users/00000000000000c1', '00000000000000c2')).toEqual(
      another('"00000000000000c2", linked to "00000000000000c1"'),
    );
    expect(linked('/api/v2/users/00000000000000c1', undefined)).toEqual(
      another('nobody, linked to "00000000000000c1"'),
    );
    expect(linked('/api/v2/me', '00000000000000c1')).toEqual([]);
    expect(linked(7, '00000000000000c1')).toEqual([]);
  });
});
