import type { HttpAnswer } from '../../http/client.js';
import { Refused } from '../../lease/issuer.js';
import { notice, warning, type Notice } from '../../lease/notice.js';
import { fieldsOf } from '../json-fields.js';
import { refuseInactive, serverErrorOf, type Api } from './api.js';
import { covers, isId, printPath, withoutRepeats, type Permission } from './permissions.js';
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
  const lacks = credentials.map((held) =>
    held === undefined ? undefined : needed.filter((wanted) => !holds(held, wanted)),
  );
  if (lacks.length === 0) return UNTOLD;
  const lackedByAll = needed.filter((permission) => lacks.every((lack) => lack?.includes(permission)));
  if (lackedByAll.length > 0) return { kind: 'lacking', permissions: lackedByAll };
  if (lacks.every((lack) => lack?.length === 0)) return { kind: 'held' };
  return {
    kind: 'untold',
    why: `${credentials.length} tokens in the list could be it, and not all of them hold what the mint takes`,
  };
}

/** The permissions of a token; undefined when they cannot be understood. */
type Held = readonly Permission[] | undefined;

/**
 * The permissions of each token in a list that may be the one that asked for it, which the server does not say: it belongs
 * to the same user, is active, and its permissions show exactly what was seen.
 */
function credentialsIn(items: readonly Listed[], own: string, organization: Seen | undefined): readonly Held[] {
  const seen = [...items.flatMap(readsFor), ...(organization === undefined ? [] : [organization])];
  return items
    .filter(({ userID, status }) => userID === own && status !== 'inactive')
    .map(({ permissions }) => readAnswered(permissions))
    .filter((held) => held === undefined || seen.every(({ by, shown }) => holds(held, by) === shown));
}

interface Seen {
  /** The permission that shows it. */
  readonly by: Permission;
  readonly shown: boolean;
}

const read = { action: 'read', id: undefined, orgID: undefined, name: undefined };

/** A token is listed by a right on it and one on its user (influxdb main-2.x, authorizer/authorize_find.go). */
function readsFor({ id, orgID, userID }: Listed): readonly Seen[] {
  if (!isId(id) || !isId(orgID) || !isId(userID)) return [];
  return [
    { by: { ...read, type: 'authorizations', id, orgID }, shown: true },
    { by: { ...read, type: 'users', id: userID }, shown: true },
  ];
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

function holds(held: readonly Permission[], wanted: Permission): boolean {
  return held.some((permission) => covers(permission, wanted));
}

function refusalOf(lacking: readonly Permission[]): string {
  const list = lacking.map(printPath).join(', ');
  return `a mint would be refused: the credential lacks ${list}. To mint and to revoke takes write on the authorizations of the organisation, and write on the token's user by the id of that user (a right on the users of an organisation does not count); and a token can hand on only what it holds itself. Give the credential what it lacks, use an all-access token of that user, or remove the grants that it does not hold`;
}

function cannotFind({ orgID, userID }: Rehearsed, own: string | undefined, reason: string): string {
  const users = [...new Set([isId(own) ? own : 'ID (its own user)', ...(userID === undefined ? [] : [userID])])];
  const permissions = [`read:orgs/${orgID}/authorizations`, ...users.map((user) => `read:users/${user}`)];
  return `If the answer to a mint were lost, its token could not be found and revoked: ${reason}. With ${permissions.join(', ')} the credential could find it.`;
}
