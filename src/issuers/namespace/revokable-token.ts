import type { Milliseconds } from '../../lease/lifetime.js';
import { quote } from '../../lease/problem.js';
import { fieldsOf, hasOnly, type Fields } from '../json-fields.js';
import { mergePermissions, ALL, type Permission } from './grants.js';

/** `namespace`: a token of the whole workspace; `namespace/user`: one that ends with its user's membership. */
export type Scope = 'TENANT_SCOPE' | 'TENANT_MEMBERSHIP_SCOPE';

/**
 * What the service says of a token. Protobuf's JSON leaves out what is empty, so a member that is undefined may be empty or
 * unknown to the server: neither counts as told.
 */
export interface RevokableToken {
  readonly id: string;
  readonly workspace: string | undefined;
  readonly expiresAt: Milliseconds | undefined;
  readonly scope: Scope | undefined;
  readonly permissions: readonly Permission[] | undefined;
  readonly state: 'active' | 'revoked' | 'expired' | undefined;
}

const SCOPES = [undefined, 'TENANT_SCOPE', 'TENANT_MEMBERSHIP_SCOPE'] as const;
const STATES = [undefined, 'active', 'revoked', 'expired'] as const;

/**
 * Reads `RevokableToken` of namespace/cloud/iam/v1beta/tokens.proto in protobuf's JSON form, in which names may be spelled
 * in two ways and enumerations may be numbers.
 *
 * @throws Error when a member has another shape than the schema's
 */
export function readRevokableToken(json: unknown): RevokableToken {
  const token = objectOf(json, 'the token');
  const id = idOf(token);
  const permissions = listOf(token, 'permissions').map(readPermission);
  return {
    id,
    workspace: textOf(token, 'tenantId') || undefined,
    expiresAt: instantOf(token, 'expiresAt'),
    scope: enumOf(token, 'scope', ['SCOPE_UNKNOWN', 'TENANT_SCOPE', 'TENANT_MEMBERSHIP_SCOPE'], SCOPES),
    permissions: permissions.length === 0 ? undefined : mergePermissions(permissions),
    state:
      instantOf(token, 'revokedAt') !== undefined
        ? 'revoked'
        : enumOf(token, 'state', ['STATE_UNKNOWN', 'ACTIVE', 'REVOKED', 'EXPIRED'], STATES),
  };
}

/** @throws Error when it has none that can be used */
export function idOf(token: Fields): string {
  const id = textOf(token, 'tokenId');
  if (!isTokenId(id)) throw new Error(`the token has ${quote(id)} as its id, which is none`);
  return id;
}

/** Ids go into messages and commands; Namespace's own begin with `tok_`. */
export function isTokenId(id: string): boolean {
  return /^[^\s/\p{C}\p{Z}]{1,200}$/u.test(id);
}

const PERMISSION_MEMBERS = ['resourceType', 'resourceId', 'actions'].flatMap((name) => [name, nameInSchema(name)]);

function readPermission(json: unknown): Permission {
  const permission = objectOf(json, 'a permission');
  // What bears on rights and is not understood could widen them.
  if (!hasOnly(permission, PERMISSION_MEMBERS))
    throw new Error('a permission has members that the schema does not know');
  const actions = listOf(permission, 'actions').map((action) => {
    if (typeof action !== 'string') throw new Error('an action of a permission is not a text');
    return action;
  });
  return {
    resourceType: textOf(permission, 'resourceType'),
    // The schema: "the specific resource ID, or empty for all resources of this type".
    resourceId: textOf(permission, 'resourceId') || ALL,
    actions,
  };
}

export function objectOf(value: unknown, what: string): Fields {
  const fields = fieldsOf(value);
  if (fields === undefined) throw new Error(`${what} is not an object`);
  return fields;
}

/**
 * A member by its JSON name or its name in the schema: whoever reads protobuf's JSON must take both.
 *
 * @throws Error when it stands there by both: which of them counts is not known
 */
export function memberOf(fields: Fields, name: string): unknown {
  const other = nameInSchema(name);
  if (other !== name && name in fields && other in fields)
    throw new Error(`${name} stands there twice, also as ${other}`);
  return fields[name] ?? fields[other];
}

function nameInSchema(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Empty when it is left out, as protobuf's JSON does with an empty text. */
export function textOf(fields: Fields, name: string): string {
  const value = memberOf(fields, name) ?? '';
  if (typeof value !== 'string') throw new Error(`${name} is not a text`);
  return value;
}

export function listOf(fields: Fields, name: string): readonly unknown[] {
  const value = memberOf(fields, name) ?? [];
  if (!Array.isArray(value)) throw new Error(`${name} is not a list`);
  return value;
}

/** RFC 3339 with up to nine digits of a second, rounded up to milliseconds: an end is never read as earlier than it is. */
function instantOf(fields: Fields, name: string): Milliseconds | undefined {
  const text = textOf(fields, name);
  if (text === '') return undefined;
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/i.exec(text);
  const seconds = match === null ? Number.NaN : Date.parse(`${match[1] ?? ''}${match[3] ?? ''}`.toUpperCase());
  if (Number.isNaN(seconds)) throw new Error(`${name} is ${quote(text)}, which is not a time`);
  return seconds + Math.ceil(Number((match?.[2] ?? '').padEnd(9, '0')) / 1_000_000);
}

function enumOf<Value>(
  fields: Fields,
  name: string,
  names: readonly string[],
  values: readonly Value[],
): Value | undefined {
  const value = memberOf(fields, name);
  if (value === undefined || value === null) return undefined;
  const index = typeof value === 'number' ? value : names.findIndex((candidate) => candidate === value);
  if (!(index in names)) throw new Error(`${name} is ${JSON.stringify(value)}, which the schema does not know`);
  return values[index];
}
