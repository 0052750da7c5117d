import { describe, expect, it, test } from 'vitest';
import {
  endOfToken,
  isUnchanged,
  markerOfToken,
  tokenJson,
  type ListedToken,
} from '../../../src/lease/listed-token.js';

const LEASE = '0123456789abcdef0123456789abcdef';
const MARKER = `[mint-token lease=${LEASE} repo=octo/repo run=17/2 job=deploy expires=2026-11-24T12:00:00Z at=git.example by=gitlab]`;
const MARKED_END = Date.UTC(2026, 10, 24, 12);
const TOKEN: ListedToken = {
  id: '11acc3aadf3c2000',
  type: 'influxdb',
  name: 'nightly import',
  description: `Nightly import ${MARKER}`,
  status: 'active',
  createdAt: Date.UTC(2026, 10, 24, 11),
  expiresAt: MARKED_END + 250,
  grants: [{ action: 'read', resource: { type: 'buckets' } }],
  managesTokens: false,
  isCredential: false,
};
const BARE: ListedToken = {
  id: '1',
  type: 'influxdb',
  name: undefined,
  description: undefined,
  status: undefined,
  createdAt: undefined,
  expiresAt: undefined,
  grants: undefined,
  managesTokens: false,
  isCredential: false,
};

test('the marker of a token is that at the end of its description', () => {
  expect(markerOfToken(TOKEN)?.leaseId).toBe(LEASE);
  expect(markerOfToken(BARE)).toBeUndefined();
  expect(markerOfToken({ description: `${MARKER}.` })).toBeUndefined();
});

describe('the end of a token', () => {
  it('is what the server says', () => {
    expect(endOfToken(TOKEN)).toBe(MARKED_END + 250);
    expect(endOfToken({ ...TOKEN, expiresAt: 'never' })).toBeUndefined();
  });

  it('is that of its marker only where the server tells no ends', () => {
    expect(endOfToken({ ...TOKEN, expiresAt: undefined })).toBe(MARKED_END);
    expect(endOfToken(BARE)).toBeUndefined();
  });
});

describe('a token in JSON', () => {
  it('has all that is known of it', () => {
    expect(tokenJson(TOKEN)).toStrictEqual({
      id: '11acc3aadf3c2000',
      type: 'influxdb',
      name: 'nightly import',
      description: `Nightly import ${MARKER}`,
      status: 'active',
      created_at: '2026-11-24T11:00:00Z',
      expires_at: '2026-11-24T12:00:00.250Z',
      grants: [{ action: 'read', resource: { type: 'buckets' } }],
      origin: { at: 'git.example', by: 'gitlab', repository: 'octo/repo', run: '17', attempt: '2', job: 'deploy' },
      lease: LEASE,
    });
  });

  it('lacks what is not known', () => {
    expect(tokenJson(BARE)).toStrictEqual({ id: '1', type: 'influxdb' });
    const terminal = `[mint-token lease=${LEASE} repo=ada@loom run=/ expires=2026-11-24T12:00:00Z by=terminal]`;
    expect(tokenJson({ ...BARE, description: terminal })).toStrictEqual({
      id: '1',
      type: 'influxdb',
      description: terminal,
      expires_at: '2026-11-24T12:00:00Z',
      origin: { by: 'terminal', repository: 'ada@loom' },
      lease: LEASE,
    });
  });
});

describe('a token that is read again', () => {
  it('is the same when its grants are told in another order', () => {
    const grants = (...members: readonly unknown[]) => ({ ...TOKEN, grants: members });
    const one = { action: 'read', resource: { type: 'buckets', id: 'x' } };
    const two = { action: 'write', resource: { type: 'tasks' } };
    expect(isUnchanged(grants(one, two), grants(two, { resource: { id: 'x', type: 'buckets' }, action: 'read' }))).toBe(
      true,
    );
    expect(isUnchanged(grants(one, two), grants(one))).toBe(false);
    expect(isUnchanged(grants(one), grants(one, one))).toBe(false);
    expect(isUnchanged(BARE, { ...BARE })).toBe(true);
  });

  it.each([
    { id: '2' },
    { name: 'weekly import' },
    { description: MARKER },
    { description: undefined },
    { status: 'inactive' },
    { expiresAt: MARKED_END },
    { expiresAt: 'never' as const },
    { expiresAt: undefined },
    { grants: null },
    { grants: [] },
    { managesTokens: true },
  ])('is another with %j', (change) => {
    expect(isUnchanged(TOKEN, { ...TOKEN, ...change })).toBe(false);
  });
});
