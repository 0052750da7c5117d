import { describe, expect, it } from 'vitest';
import { compare } from '../../../../src/issuers/influxdb/compare.js';

const orgID = '00000000000000a1';
const bucket = '00000000000000b1';
const order = {
  orgID,
  userID: undefined,
  status: 'active',
  name: undefined,
  permissions: [{ action: 'write', type: 'buckets', id: bucket, orgID, name: 'iot-center' }],
} as const;

const granted = (permissions: unknown) => compare(order, { orgID, status: 'active', permissions });
const write = { action: 'write', resource: { type: 'buckets', id: bucket, orgID } };

describe('the permissions of an answer', () => {
  it('are as asked for in any order, given twice, and with the names that the server adds', () => {
    expect(granted([write])).toEqual([]);
    expect(granted([write, { ...write, resource: { ...write.resource, name: 'renamed', org: 'acme' } }])).toEqual([]);
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
