import type { HttpAnswer } from '../../http/client.js';
import { Refused } from '../../lease/issuer.js';
import { notice, warning, type Notice } from '../../lease/notice.js';
import { enumerateBy } from '../../request/shown-text.js';
import { fieldsOf } from '../json-fields.js';
import { refuseInactive, serverErrorOf, type Api } from './api.js';
import { coverageOf, isId, printPath, withoutRepeats, type Permission } from './permissions.js';
import { listAuthorizations, userIn, whyIncomplete, type Listed } from './tokens.js';
import { readAnswered, type AuthorizationRequest } from './compare.js';

type Rehearsed = Pick<AuthorizationRequest, 'orgID' | 'userID' | 'permissions'>;

/**
 * For a dry run: asks what a mint would find out, whether the credential holds what a mint takes, and whether a lost answer
 * could be cleared up.
 *
 * @throws Refused when the credential, the organisation or the user is not there or inactive, and when the credential
 *   surely lacks a permission that the mint takes
 */
export async function rehearse(order: Rehearsed, api: Api): Promise<readonly Notice[]> {
  const { orgID } = order;
  // Of all organisations: a credential of another one, which holds its rights everywhere, stands in no other list.
  const items = await listAuthorizations('', api);
  // By its own address an organisation is 401 to all who may not read it, whether it is there or not.
  const organization = await api.get(`/api/v2/orgs?orgID=${orgID}`);
  if (organization.status === 404 && serverErrorOf(organization)?.code === 'not found') {
    throw new Refused(`there is no organisation with the id ${orgID}`);
  }
  const me = await refuseInactive(api);
  const ofOrganization = items.filter((item) => item.orgID === orgID);
  const incomplete = await whyIncomplete(ofOrganization, order, me, api);

  const own = items.length === 0 ? undefined : userIn(me);
  const right = isId(own)
    ? rightToMint(order, own, credentialsIn(items, own, readsOrganization(organization, orgID)))
    : UNTOLD;
  if (right.kind === 'lacking') throw new Refused(refusalOf(right.permissions));
  if (incomplete !== undefined) {
    const also = right.kind === 'untold' ? ` Nor could it be tried whether the credential may mint: ${right.why}.` : '';
    return [warning(`${cannotFind(order, own, incomplete)}${also}`)];
  }
  return right.kind === 'untold'
    ? [notice(`Whether the credential may mint this token could not be told: ${right.why}.`)]
    : [];
}

type Right =
  | { readonly kind: 'held' }
  | { readonly kind: 'lacking'; readonly permissions: readonly Permission[] }
  | { readonly kind: 'untold'; readonly why: string };

const UNTOLD: Right = { kind: 'untold', why: 'its own permissions are not in the list of tokens that it is shown' };

/** What the credential holds, when it is one of these: what all of them hold or lack is sure. */
function rightToMint({ orgID, userID, permissions }: Rehearsed, own: string, credentials: readonly Held[]): Right {
  const write = { action: 'write', name: undefined };
  const needed = withoutRepeats([
    { ...write, type: 'authorizations', id: undefined, orgID },
    { ...write, type: 'users', id: userID ?? own, orgID: undefined },
    ...permissions,
  ]);
  if (credentials.length === 0) return UNTOLD;
  const among = `${credentials.length} tokens in the list could be it`;
  if (credentials.length > MOST_CREDENTIALS) return { kind: 'untold', why: among };
  const lacks = credentials.map((held) => {
    if (held === undefined) return undefined;
    const covers = coverageOf(held);
    return new Set(needed.filter((wanted) => !covers(wanted)));
  });
  const lackedByAll = needed.filter((permission) => lacks.every((lack) => lack?.has(permission)));
  if (lackedByAll.length > 0) return { kind: 'lacking', permissions: lackedByAll };
  if (lacks.every((lack) => lack?.size === 0)) return { kind: 'held' };
  return { kind: 'untold', why: `${among}, and not all of them hold what the mint takes` };
}

/** Among more, nobody would look for one. */
const MOST_CREDENTIALS = 100;

/** The permissions of a token; undefined when they cannot be understood. */
type Held = readonly Permission[] | undefined;

/**
 * The permissions of each token in a list that may be the one that asked for it, which the server does not say: it belongs
 * to the same user, is active, and its permissions show exactly what was seen.
 */
function credentialsIn(items: readonly Listed[], own: string, organization: Seen | undefined): readonly Held[] {
  const listed = seenIn(items);
  return items
    .filter(({ userID, status }) => userID === own && status !== 'inactive')
    .map(({ permissions }) => readAnswered(permissions))
    .filter((held) => {
      if (held === undefined) return true;
      const covers = coverageOf(held);
      return (
        (organization === undefined || covers(organization.by) === organization.shown) && readsListed(listed, covers)
      );
    });
}

interface Seen {
  /** The permission that shows it. */
  readonly by: Permission;
  readonly shown: boolean;
}

const read = { action: 'read', id: undefined, orgID: undefined, name: undefined };

/** What is seen in a list: the tokens of each organisation, and the users that they are of. */
interface ListedIds {
  readonly tokens: ReadonlyMap<string, readonly string[]>;
  readonly users: ReadonlySet<string>;
}

function seenIn(items: readonly Listed[]): ListedIds {
  const tokens = new Map<string, string[]>();
  const users = new Set<string>();
  for (const { id, orgID, userID } of items) {
    if (!isId(id) || !isId(orgID) || !isId(userID)) continue;
    const ofOrganization = tokens.get(orgID);
    if (ofOrganization === undefined) tokens.set(orgID, [id]);
    else ofOrganization.push(id);
    users.add(userID);
  }
  return { tokens, users };
}

/**
 * Whether a list is shown to a token: each entry by a right on it and one on its user (influxdb main-2.x,
 * authorizer/authorize_find.go). A right on all of them, or all of an organisation, saves looking at each.
 */
function readsListed({ tokens, users }: ListedIds, covers: (wanted: Permission) => boolean): boolean {
  const readsUsers =
    covers({ ...read, type: 'users' }) || [...users].every((id) => covers({ ...read, type: 'users', id }));
  if (!readsUsers) return false;
  const type = 'authorizations';
  if (covers({ ...read, type })) return true;
  return [...tokens].every(
    ([orgID, ids]) => covers({ ...read, type, orgID }) || ids.every((id) => covers({ ...read, type, id, orgID })),
  );
}

/** An organisation is left out of a list, without an error, when the credential may not read it. */
function readsOrganization({ status, json }: HttpAnswer, orgID: string): Seen | undefined {
  const list: unknown = status === 200 ? fieldsOf(json)?.['orgs'] : undefined;
  if (!Array.isArray(list)) return undefined;
  return {
    by: { ...read, type: 'orgs', id: orgID },
    shown: list.some((organization) => fieldsOf(organization)?.['id'] === orgID),
  };
}

function refusalOf(lacking: readonly Permission[]): string {
  const list = enumerateBy(lacking, printPath);
  return `a mint would be refused: the credential lacks ${list}. To mint and to revoke takes write on the authorizations of the organisation, and write on the token's user by the id of that user (a right on the users of an organisation does not count); and a token can hand on only what it holds itself. Give the credential what it lacks, use an all-access token of that user, or remove the grants that it does not hold`;
}

function cannotFind({ orgID, userID }: Rehearsed, own: string | undefined, reason: string): string {
  const users = [...new Set([isId(own) ? own : 'ID (its own user)', ...(userID === undefined ? [] : [userID])])];
  const permissions = [`read:orgs/${orgID}/authorizations`, ...users.map((user) => `read:users/${user}`)];
  return `If the answer to a mint were lost, its token could not be found and revoked: ${reason}. With ${permissions.join(', ')} the credential could find it.`;
}
