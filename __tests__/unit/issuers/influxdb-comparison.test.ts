import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/issuers/influxdb/authorization.js';

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
    expect(granted(permissions)).toMatchObject([{ what: 'grants', granted: 'something that cannot be understood' }]);
  });

  it.each([
    ['all buckets', [{ action: 'write', resource: { type: 'buckets', orgID } }]],
    ['all, by an id that is null', [{ action: 'write', resource: { type: 'buckets', id: null, orgID } }]],
    ['all, by an empty id', [{ action: 'write', resource: { type: 'buckets', id: '', orgID } }]],
    ['another bucket', [{ action: 'write', resource: { type: 'buckets', id: '00000000000000b2', orgID } }]],
    ['every organisation', [{ action: 'write', resource: { type: 'buckets', id: bucket } }]],
    ['another action', [{ action: 'read', resource: write.resource }]],
    ['another type', [{ action: 'write', resource: { ...write.resource, type: 'tasks' } }]],
    ['none', []],
    ['one more', [write, { action: 'read', resource: write.resource }]],
  ])('that reach %s are a difference', (_, permissions) => {
    const differences = granted(permissions);
    expect(differences.length).toBeGreaterThan(0);
    for (const { what, asked, granted: told } of differences) {
      expect(what).toBe('grants');
      expect(asked).not.toBe('');
      expect(told).not.toBe('');
    }
  });

  it('are told with what is wider and with what is missing', () => {
    const [wider, missing] = granted([{ action: 'read', resource: write.resource }]);
    const path = `orgs/${orgID}/buckets/${bucket}`;
    expect(wider?.granted).toContain(`also "read:${path}"`);
    expect(missing?.asked).toContain(`write:${path}`);
  });
});

describe('what else an answer says', () => {
  it.each([
    ['organisation', { orgID: '00000000000000a2' }],
    ['organisation', { orgID: undefined }],
    ['status', { status: 'inactive' }],
    ['status', { status: undefined }],
  ])('is a difference in the %s: %j', (what, changed) => {
    const authorization = { orgID, status: 'active', permissions: [write], ...changed };
    expect(compare(order, authorization)).toMatchObject([{ what }]);
  });

  it('is a difference in the user only when one was asked for', () => {
    const authorization = { orgID, status: 'active', permissions: [write], userID: '00000000000000c1' };
    expect(compare(order, authorization)).toEqual([]);
    expect(compare({ ...order, userID: '00000000000000c1' }, authorization)).toEqual([]);
    expect(compare({ ...order, userID: '00000000000000c2' }, authorization)).toMatchObject([{ what: 'user' }]);
  });
});
