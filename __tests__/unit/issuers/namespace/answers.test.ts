import { create, toBinary } from '@bufbuild/protobuf';
import fc from '../../../properties.js';
import { describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../../../src/http/client.js';
import { isRefusal, readServiceError, unknownWords } from '../../../../src/issuers/namespace/service-error.js';
import { RequestIDSchema } from '../../../fakes/namespace-schema/logging_pb.js';
import { PermissionDeniedErrorSchema } from '../../../fakes/namespace-schema/tokens_pb.js';
import { isTokenId, readRevokableToken } from '../../../../src/issuers/namespace/token.js';

function answer(status: number, body: unknown): HttpAnswer {
  const text = JSON.stringify(body);
  return {
    status,
    headers: { 'content-type': 'application/json' },
    text,
    json: JSON.parse(text) as unknown,
    what: 'POST x',
  };
}

const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

describe('an error of Namespace', () => {
  it('tells the permissions that are missing, from the binary detail', () => {
    const detail = create(PermissionDeniedErrorSchema, {
      missingAccessPermissions: [
        { resourceType: 'token/revokable', action: 'create' },
        { resourceType: 'builder', resourceId: 'b1', action: 'ensure' },
      ],
    });
    const requestId = create(RequestIDSchema, { id: 'req-1' });
    const error = readServiceError(
      answer(403, {
        code: 'permission_denied',
        message: 'no',
        details: [
          {
            type: 'namespace.cloud.iam.v1beta.PermissionDeniedError',
            value: unpadded(toBinary(PermissionDeniedErrorSchema, detail)),
          },
          { type: 'foundation.std.protocol.RequestID', value: unpadded(toBinary(RequestIDSchema, requestId)) },
          { type: 'some.other.Detail', value: 'AAAA' },
        ],
      }),
    );
    expect(error?.missing).toEqual(['token/revokable: create', 'builder: ensure on b1']);
    expect(error?.words).toBe(
      'permission_denied: no; missing permission token/revokable: create, builder: ensure on b1; request id req-1',
    );
  });

  it('is read whatever its details hold', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.jsonValue(), (bytes, other) => {
        const type = 'namespace.cloud.iam.v1beta.PermissionDeniedError';
        const details = [{ type, value: unpadded(bytes) }, other];
        expect(readServiceError(answer(403, { code: 'permission_denied', details }))?.code).toBe('permission_denied');
        expect(readServiceError(answer(403, { code: 'permission_denied', details: other }))?.code).toBe(
          'permission_denied',
        );
      }),
    );
  });

  it('has its code as a number in the older services', () => {
    expect(readServiceError(answer(401, { code: 16, message: 'log in' }))).toMatchObject({
      code: 'unauthenticated',
      words: 'unauthenticated: log in',
    });
  });

  it('may stand in a header alone, and then it says nothing certain', () => {
    const bare = { ...answer(403, {}), headers: { 'grpc-status': '7', 'grpc-message': 'no%20trust%2c 100%' } };
    expect(unknownWords(bare)).toBe(': no%20trust%2c 100%');
    expect(unknownWords({ ...bare, headers: { 'grpc-message': 'no%20trust' } })).toBe(': no trust');
    expect(readServiceError(bare)).toBeUndefined();
  });

  it.each<[string, number, unknown]>([
    ['of a proxy', 403, { error: 'blocked' }],
    ['with a code of HTTP', 403, { code: 403, message: 'blocked' }],
    ['with a code that is none', 400, { code: 'EACCES', message: 'blocked' }],
    ['with a success', 200, { code: 'permission_denied' }],
    ['of no kind', 400, null],
  ])('is not one %s', (_what, status, body) => {
    expect(readServiceError(answer(status, body))).toBeUndefined();
  });

  it.each([
    ['permission_denied', 403, true],
    ['already_exists', 409, true],
    ['permission_denied', 500, false],
    ['unimplemented', 501, false],
    ['canceled', 499, false],
    ['deadline_exceeded', 408, false],
    ['unknown', 400, false],
    ['aborted', 409, false],
    ['data_loss', 400, false],
  ])('%s with status %d says that surely nothing was done: %s', (code, status, verdict) => {
    const error = readServiceError(answer(status, { code, message: 'x' }));
    if (error === undefined) throw new Error('not read');
    expect(isRefusal(answer(status, {}), error)).toBe(verdict);
  });
});

describe('a token as Namespace tells it', () => {
  const token = {
    tokenId: 'tok_1',
    tenantId: 'tenant_1',
    expiresAt: '2026-11-23T11:43:54.000000001Z',
    scope: 'TENANT_SCOPE',
    state: 'ACTIVE',
    permissions: [
      { resourceType: 'builder', actions: ['ensure'] },
      { resourceType: 'builder', resourceId: '*', actions: ['access'] },
    ],
  };

  it('is read with merged permissions, an empty id as all, and an end that is never too early', () => {
    expect(readRevokableToken(token)).toEqual({
      id: 'tok_1',
      workspace: 'tenant_1',
      expiresAt: Date.parse('2026-11-23T11:43:54.001Z'),
      scope: 'TENANT_SCOPE',
      state: 'active',
      permissions: [{ resourceType: 'builder', resourceId: '*', actions: ['ensure', 'access'] }],
    });
  });

  it('may be spelled with the names of the schema, and with numbers', () => {
    expect(
      readRevokableToken({
        token_id: 'tok_1',
        tenant_id: 'tenant_1',
        expires_at: '2026-11-23T12:43:54.0000001+01:00',
        scope: 1,
        state: 1,
        permissions: [{ resource_type: 'builder', resource_id: '', actions: ['ensure', 'access'] }],
      }),
    ).toEqual(readRevokableToken(token));
  });

  it('is revoked by the time of its revocation alone', () => {
    expect(readRevokableToken({ ...token, revokedAt: '2026-11-23T11:43:54Z' }).state).toBe('revoked');
  });

  it('tells nothing by what it leaves out', () => {
    expect(readRevokableToken({ tokenId: 'tok_1', permissions: [], scope: 'SCOPE_UNKNOWN', expiresAt: null })).toEqual({
      id: 'tok_1',
      workspace: undefined,
      expiresAt: undefined,
      scope: undefined,
      state: undefined,
      permissions: undefined,
    });
  });

  it.each<[string, object, string]>([
    [
      'a scope that the schema does not know',
      { scope: 'GLOBAL_SCOPE' },
      'scope is "GLOBAL_SCOPE", which the schema does not know',
    ],
    ['a number of a scope that the schema does not know', { scope: 3 }, 'scope is 3, which the schema does not know'],
    ['a negative number of a scope', { scope: -1 }, 'scope is -1, which the schema does not know'],
    ['an empty scope', { scope: '' }, 'scope is "", which the schema does not know'],
    ['a state that the schema does not know', { state: 'LOCKED' }, 'state is "LOCKED", which the schema does not know'],
    ['a time that is none', { expiresAt: 'never' }, 'expiresAt is "never", which is not a time'],
    [
      'a time with more behind it',
      { expiresAt: '2026-11-23T11:43:54Z or later' },
      'expiresAt is "2026-11-23T11:43:54Z or later", which is not a time',
    ],
    [
      'a time with more before it',
      { expiresAt: 'after 2026-11-23T11:43:54Z' },
      'expiresAt is "after 2026-11-23T11:43:54Z", which is not a time',
    ],
    [
      'a time in a month that does not exist',
      { expiresAt: '2026-13-23T11:43:54Z' },
      'expiresAt is "2026-13-23T11:43:54Z", which is not a time',
    ],
    [
      'a time without a zone',
      { expiresAt: '2026-11-23T11:43:54' },
      'expiresAt is "2026-11-23T11:43:54", which is not a time',
    ],
    ['a number as time', { expiresAt: 1 }, 'expiresAt is not a text'],
    ['a time of revocation that is none', { revokedAt: 'long ago' }, 'revokedAt is "long ago", which is not a time'],
    ['a number as workspace', { tenantId: 7 }, 'tenantId is not a text'],
    ['permissions that are no list', { permissions: 'all' }, 'permissions is not a list'],
    ['a permission that is a text', { permissions: ['all'] }, 'a permission is not an object'],
    [
      'an action that is no text',
      { permissions: [{ resourceType: 'builder', actions: [{}] }] },
      'the action of a permission is not a text',
    ],
    [
      'actions that are no list',
      { permissions: [{ resourceType: 'builder', actions: 'all' }] },
      'actions is not a list',
    ],
    [
      'an id of a resource that is no text',
      { permissions: [{ resourceType: 'builder', resourceId: 7, actions: ['ensure'] }] },
      'resourceId is not a text',
    ],
    ['no id', { tokenId: undefined }, 'the token has "" as its id, which is none'],
    ['an id with a path in it', { tokenId: '../x' }, 'the token has "../x" as its id, which is none'],
    ['an id by both of its names', { token_id: 'tok_2' }, 'tokenId stands there twice, also as token_id'],
    ['an end by both of its names', { expires_at: undefined }, 'expiresAt stands there twice, also as expires_at'],
    [
      'a permission without actions',
      { permissions: [{ resourceType: 'token/revokable', resourceId: '*' }] },
      'a permission names no action',
    ],
    [
      'a permission with an empty list of actions',
      { permissions: [{ resourceType: 'builder', actions: [] }] },
      'a permission names no action',
    ],
    ...['', ' ', '\t\n'].map((blank): [string, object, string] => [
      `an action that is blank (${JSON.stringify(blank)})`,
      { permissions: [{ resourceType: 'builder', actions: [blank] }] },
      `the action of a permission is ${JSON.stringify(blank)}, which nobody may ask for`,
    ]),
    [
      'a permission on no type',
      { permissions: [{ actions: ['ensure'] }] },
      'the type of a permission is "", which nobody may ask for',
    ],
    [
      'a permission on every type',
      { permissions: [{ resourceType: '*', actions: ['ensure'] }] },
      'the type of a permission is "*", which nobody may ask for',
    ],
    [
      'an id with a control character',
      { permissions: [{ resourceType: 'builder', resourceId: 'b\u0000', actions: ['ensure'] }] },
      'the id of a permission is "b\\u0000", which nobody may ask for',
    ],
    [
      'a permission with a member that the schema does not know',
      { permissions: [{ resourceType: 'a', all: true }] },
      'a permission has members that the schema does not know',
    ],
  ])('is not guessed at: %s', (_what, change, message) => {
    expect(() => readRevokableToken({ ...token, ...change })).toThrow(new Error(message));
  });

  it.each([[[]], ['tok_1'], [null]])('is not read from %j', (json) => {
    expect(() => readRevokableToken(json)).toThrow(new Error('the token is not an object'));
  });

  it.each<[string | number, string | undefined]>([
    ['STATE_UNKNOWN', undefined],
    [0, undefined],
    ['ACTIVE', 'active'],
    [1, 'active'],
    ['REVOKED', 'revoked'],
    [2, 'revoked'],
    ['EXPIRED', 'expired'],
    [3, 'expired'],
  ])('with the state %j is %s', (state, read) => {
    expect(readRevokableToken({ ...token, state }).state).toBe(read);
  });

  it.each<[string | number, string | undefined]>([
    ['SCOPE_UNKNOWN', undefined],
    [0, undefined],
    ['TENANT_SCOPE', 'TENANT_SCOPE'],
    [1, 'TENANT_SCOPE'],
    ['TENANT_MEMBERSHIP_SCOPE', 'TENANT_MEMBERSHIP_SCOPE'],
    [2, 'TENANT_MEMBERSHIP_SCOPE'],
  ])('with the scope %j has the scope %s', (scope, read) => {
    expect(readRevokableToken({ ...token, scope }).scope).toBe(read);
  });

  it('leaves the scope and the state open by a null', () => {
    expect(readRevokableToken({ ...token, scope: null, state: null })).toMatchObject({
      scope: undefined,
      state: undefined,
    });
  });

  it.each([
    ['2026-11-23T11:43:54Z', '2026-11-23T11:43:54.000Z'],
    ['2026-11-23t11:43:54z', '2026-11-23T11:43:54.000Z'],
    ['2026-11-23T11:43:54.5Z', '2026-11-23T11:43:54.500Z'],
    ['2026-11-23T11:43:54.000000000Z', '2026-11-23T11:43:54.000Z'],
    ['2026-11-23T11:43:54.0000001Z', '2026-11-23T11:43:54.001Z'],
    ['2026-11-23T11:43:54.999999999Z', '2026-11-23T11:43:55.000Z'],
    ['2026-11-23T11:43:54-01:30', '2026-11-23T13:13:54.000Z'],
  ])('that ends at %s ends at %s, rounded up to a millisecond', (expiresAt, instant) => {
    expect(readRevokableToken({ ...token, expiresAt }).expiresAt).toBe(Date.parse(instant));
  });

  it.each([
    ['tok_ede87fc383cc2daf7741', true],
    ['tok-1', true],
    ['', false],
    ['a b', false],
    ['a/b', false],
    ['a\nb', false],
    ['a\u200bb', false],
    ['x'.repeat(201), false],
  ])('has %j as its id: %s', (id, verdict) => {
    expect(isTokenId(id)).toBe(verdict);
  });
});
