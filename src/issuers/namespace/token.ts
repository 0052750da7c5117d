import type { Milliseconds } from '../../request/lifetime.js';
import { quote } from '../../request/shown-text.js';
import { hasOnly, type Fields } from '../json-fields.js';
import { enumOf, instantOf, listOf, nameInSchema, objectOf, textOf } from './protobuf-json.js';
import { ALL, flawOf, mergePermissions, type Permission } from './permissions.js';

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
  return {
    id,
    workspace: textOf(token, 'tenantId') || undefined,
    expiresAt: instantOf(token, 'expiresAt'),
    scope: readScope(token),
    permissions: readPermissions(token),
    state:
      instantOf(token, 'revokedAt') !== undefined
        ? 'revoked'
        : enumOf(token, 'state', ['STATE_UNKNOWN', 'ACTIVE', 'REVOKED', 'EXPIRED'], STATES),
  };
}

export function readScope(token: Fields): Scope | undefined {
  return enumOf(token, 'scope', ['SCOPE_UNKNOWN', 'TENANT_SCOPE', 'TENANT_MEMBERSHIP_SCOPE'], SCOPES);
}

/** @throws Error when one of them cannot be understood */
export function readPermissions(token: Fields): readonly Permission[] | undefined {
  const permissions = listOf(token, 'permissions').map(readPermission);
  return permissions.length === 0 ? undefined : mergePermissions(permissions);
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
  const actions = listOf(permission, 'actions').map((action) => askable(action, 'action'));
  // As it is not told what it allows, it might be anything.
  if (actions.length === 0) throw new Error('a permission names no action');
  return {
    resourceType: askable(textOf(permission, 'resourceType'), 'type'),
    // The schema: "the specific resource ID, or empty for all resources of this type".
    resourceId: askable(textOf(permission, 'resourceId') || ALL, 'id'),
    actions,
  };
}

function askable(text: unknown, role: 'type' | 'id' | 'action'): string {
  if (typeof text !== 'string') throw new Error(`the ${role} of a permission is not a text`);
  const flaw = flawOf(text, role);
  if (flaw !== undefined) throw new Error(`the ${role} of a permission is ${quote(text)}, which nobody may ask for`);
  return text;
}
