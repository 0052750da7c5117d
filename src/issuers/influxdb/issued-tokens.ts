import type { Access } from '../../lease/access.js';
import type { IssuedTokens, ReadToken } from '../../lease/issued-tokens.js';
import { Refused } from '../../lease/issuer.js';
import type { ListedToken } from '../../lease/listed-token.js';
import { Stopped, type Ports } from '../../lease/ports.js';
import { fieldsOf, type Fields } from '../json-fields.js';
import { readInstant } from '../read-instant.js';
import { errorOf, itemsOf, openApi, refuseInactive, serverErrorOf, type Api } from './api.js';
import { readAnswered } from './compare.js';
import { requireOwner, type NamedOwner } from './owner.js';
import { grantsOf, isId } from './permissions.js';
import { LARGEST_LIST, listedOf, tokensOf, whyIncomplete, type Owner } from './tokens.js';

/** So many requests at once, which no server minds. */
const AT_ONCE = 4;

/**
 * The authorizations of an organisation, or of one of its users.
 *
 * @throws Refused when the organisation or the user is not there
 */
export async function openIssuedTokens(access: Access, named: NamedOwner, ports: Ports): Promise<IssuedTokens> {
  const api = openApi(access, ports);
  const owner = await requireOwner(named, api);
  const secret = access.authentication.kind === 'secret' ? access.authentication.secret : undefined;
  const { revoke, byHand } = tokensOf(owner, api);
  return {
    list: (mayLack) => listTokens(owner, secret, api, mayLack),
    async read(ids) {
      const read: ReadToken[] = [];
      for (let start = 0; start < ids.length; start += AT_ONCE) {
        const some = ids.slice(start, start + AT_ONCE);
        read.push(...(await Promise.all(some.map((id) => readToken(id, owner, secret, api)))));
      }
      return read;
    },
    serverAhead: api.serverAhead,
    revoke,
    byHand: (id) => byHand({ id }),
  };
}

async function* listTokens(
  owner: Owner,
  secret: string | undefined,
  api: Api,
  mayLack: (why: string) => void,
): AsyncGenerator<ListedToken, void> {
  // Of the organisation, and not of the user alone: the credential's own entry tells whether the list is whole.
  const answer = await api.get(`/api/v2/authorizations?orgID=${owner.orgID}`, LARGEST_LIST);
  const items = itemsOf(answer, 'authorizations');
  const why = await whyIncomplete(items.map(listedOf), owner, await refuseInactive(api), api);
  if (why !== undefined) mayLack(why);
  for (const item of items) {
    if (item['orgID'] !== owner.orgID || (owner.userID !== undefined && item['userID'] !== owner.userID)) continue;
    const token = tokenIn(item, secret);
    if (token === undefined) throw new Error(`${answer.what}, with something in its list that has no id`);
    yield token;
  }
}

async function readToken(id: string, owner: Owner, secret: string | undefined, api: Api): Promise<ReadToken> {
  if (!isId(id)) return unreadable(new Refused(`${JSON.stringify(id)} is no id of InfluxDB`));
  try {
    const answer = await api.get(`/api/v2/authorizations/${id}`);
    const fields = answer.status === 200 ? fieldsOf(answer.json) : undefined;
    if (fields?.['id'] === id) {
      const reason = whyElsewhere(fields, owner);
      const token = tokenIn(fields, secret);
      if (reason !== undefined) return { kind: 'elsewhere', reason };
      if (token !== undefined) return { kind: 'read', token };
    }
    const error = serverErrorOf(answer);
    // It says "user not found" of one that is there, and whose owner is not.
    if (answer.status === 404 && error?.message === 'authorization not found') return { kind: 'absent' };
    return unreadable(errorOf(answer));
  } catch (error) {
    if (error instanceof Stopped) throw error;
    return unreadable(error);
  }
}

function unreadable(error: unknown): ReadToken {
  return { kind: 'unreadable', error, isCredential: undefined };
}

function whyElsewhere(fields: Fields, { orgID, userID }: Owner): string | undefined {
  if (fields['orgID'] !== orgID) return 'it belongs to another organisation than the one that is named';
  if (userID !== undefined && fields['userID'] !== userID)
    return 'it belongs to another user than the one that is named';
  return undefined;
}

/** Undefined when it has no id. */
function tokenIn(fields: Fields, secret: string | undefined): ListedToken | undefined {
  const { id, description, status, createdAt, token } = fields;
  if (!isId(id)) return undefined;
  const permissions = readAnswered(fields['permissions']);
  return {
    id,
    type: 'influxdb',
    name: undefined,
    description: typeof description === 'string' ? description : undefined,
    status: typeof status === 'string' ? status : undefined,
    createdAt: readInstant(createdAt),
    // InfluxDB knows none.
    expiresAt: undefined,
    grants: permissions === undefined ? undefined : grantsOf(permissions),
    // What cannot be understood may be anything.
    managesTokens:
      permissions?.some(
        ({ action, type }) => action === 'write' && (type === 'authorizations' || type === 'instance'),
      ) ?? true,
    // Servers with hashed tokens show an empty one, and Cloud "redacted".
    isCredential:
      typeof token !== 'string' || token === '' || token === 'redacted' || secret === undefined
        ? undefined
        : token === secret,
  };
}
