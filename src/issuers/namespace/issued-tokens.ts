import type { Access } from '../../lease/access.js';
import type { IssuedTokens, ReadToken } from '../../lease/issued-tokens.js';
import type { ListedToken } from '../../lease/listed-token.js';
import { Stopped, type Ports } from '../../lease/ports.js';
import type { Fields } from '../json-fields.js';
import { openApi, type ApiContext } from './api.js';
import { ALL, grantsOf, type Permission } from './permissions.js';
import { instantOf, memberOf, textOf } from './protobuf-json.js';
import { listTokens } from './token-list.js';
import { idOf, readPermissions, readScope } from './token.js';
import { byHand, isRevoked, revokeToken } from './tokens.js';

/** The revokable tokens of a workspace, of both kinds. */
export function openIssuedTokens(access: Access, context: ApiContext, ports: Ports): IssuedTokens {
  const api = openApi(access, context, ports);
  // A session, or what an identity token is exchanged for, is no revokable token. A bearer may be one: nobody tells which.
  const isCredential = context.credential === 'bearer' ? undefined : false;
  async function* list(): AsyncGenerator<ListedToken, void> {
    for await (const token of listTokens(api)) if (!isRevoked(token)) yield tokenIn(token, isCredential);
  }
  return {
    list,
    // The service tells of no single token.
    async read(ids) {
      const wanted = new Set(ids);
      const found = new Map<string, ReadToken>();
      let missing: ReadToken = { kind: 'absent' };
      try {
        for await (const token of list()) {
          if (wanted.delete(token.id)) found.set(token.id, { kind: 'read', token });
          if (wanted.size === 0) break;
        }
      } catch (error) {
        if (error instanceof Stopped) throw error;
        missing = { kind: 'unreadable', error, isCredential };
      }
      return ids.map((id) => found.get(id) ?? missing);
    },
    readsList: () => true,
    serverAhead: api.serverAhead,
    revoke: (id) => revokeToken(api, id),
    byHand: (id) => byHand({ id }, access.endpoint),
  };
}

/** @throws Error when it has no id, or a member of another shape than the schema's; what its permissions are like does not count */
function tokenIn(fields: Fields, isCredential: boolean | undefined): ListedToken {
  const permissions = permissionsIn(fields);
  const scope = readScope(fields);
  return {
    id: idOf(fields),
    type: scope === 'TENANT_MEMBERSHIP_SCOPE' ? 'namespace/user' : 'namespace',
    name: textOf(fields, 'name') || undefined,
    description: textOf(fields, 'description') || undefined,
    status: statusIn(fields),
    createdAt: instantOf(fields, 'createdAt'),
    expiresAt: instantOf(fields, 'expiresAt') ?? 'never',
    grants: permissions === undefined ? undefined : grantsOf(permissions),
    // What cannot be understood may be anything.
    managesTokens: permissions?.some(managesTokens) ?? true,
    isCredential,
  };
}

const STATES: readonly unknown[] = [undefined, 'ACTIVE', 'REVOKED', 'EXPIRED'];

/** In the schema's word. */
function statusIn(fields: Fields): string | undefined {
  const state = memberOf(fields, 'state');
  const name = typeof state === 'number' ? STATES[state] : state;
  return typeof name === 'string' && STATES.includes(name) ? name : undefined;
}

function permissionsIn(fields: Fields): readonly Permission[] | undefined {
  try {
    return readPermissions(fields);
  } catch {
    // Of a later version of the schema, say.
    return undefined;
  }
}

function managesTokens({ resourceType, actions }: Permission): boolean {
  return resourceType === 'token/revokable' && actions.some((action) => MANAGING.has(action));
}

const MANAGING: ReadonlySet<string> = new Set([ALL, 'create', 'revoke', 'refresh']);
