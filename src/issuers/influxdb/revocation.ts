import { isDescribedBy } from '../../lease/attempt.js';
import { Refused, type Attempt, type Context, type Found, type Revocation } from '../../lease/issuer.js';
import { warning, type Notice } from '../../lease/problem.js';
import { fieldsOf } from '../json-fields.js';
import { errorOf, itemsOf, refuseInactive, serverErrorOf, type Api } from './api.js';
import { isId } from './permissions.js';

/** What finds a token again besides its marker. */
export interface Owner {
  readonly orgID: string;
  /** Undefined: the user of the credential. */
  readonly userID: string | undefined;
}

export function contextOf({ orgID, userID }: Owner): Context {
  return userID === undefined ? { orgID } : { orgID, userID };
}

/** @throws Error when the context was not made by `contextOf` */
export function ownerOf(context: Context): Owner {
  const { orgID, userID } = context;
  if (!isId(orgID) || (userID !== undefined && !isId(userID)))
    throw new Error('the recorded organisation or user is no id');
  return { orgID, userID };
}

/** The server lists all tokens of the organisation in one answer, at some 700 bytes each. */
const LARGEST_LIST = 200_000_000;

export function openRevocation(owner: Owner, api: Api): Revocation {
  return { find, revoke, byHand };

  async function find(attempt: Attempt): Promise<Found> {
    const items = await listAuthorizations(owner, api);
    const ids = items.filter(({ description }) => isDescribedBy(description, attempt)).map(({ id }) => id);
    if (!ids.every(isId)) throw new Error('a token with the marker of this lease has an id that is none');
    // A mint is sent once, so that there is no second token to be looked for.
    if (ids.length > 0) return { kind: 'found', ids, complete: true };
    return { kind: 'found', ids, complete: (await whyIncomplete(items, owner, api)) === undefined };
  }

  async function revoke(id: string): Promise<'revoked' | 'already-gone'> {
    if (!isId(id)) throw new Error('the recorded id of the token is no id of InfluxDB');
    const answer = await api.delete(`/api/v2/authorizations/${id}`);
    if (answer.status === 204) return 'revoked';
    const error = serverErrorOf(answer);
    // A proxy or a wrong URL answers 404 as well. A GET would not do: it is 404 too when only the owner is gone.
    const gone = answer.status === 404 && error?.code === 'not found' && error.message === 'authorization not found';
    if (gone) return 'already-gone';
    throw errorOf(answer);
  }

  function byHand(token: { readonly id: string } | { readonly attempt: Attempt }): string {
    const authorizations = `${api.endpoint}/api/v2/authorizations`;
    const deletion = (id: string) =>
      `curl --fail-with-body -X DELETE ${HEADER} ${shellQuote(`${authorizations}/${id}`)}`;
    if ('id' in token) return deletion(token.id);
    const filter = `.authorizations[] | select(.description | endswith(${JSON.stringify(token.attempt.marker)})) | .id`;
    const search = `curl --fail-with-body -sS ${HEADER} ${shellQuote(`${authorizations}?orgID=${owner.orgID}`)} | jq -r ${shellQuote(filter)}`;
    return `(1) find its id, with INFLUX_TOKEN set to a token that may list all tokens of its user, such as an all-access token of that user; an empty result from a lesser one proves nothing: ${search} (2) delete each id that this prints, in the place of ID: ${deletion('ID')}`;
  }
}

/**
 * For a dry run: asks what a mint would find out, and whether a lost answer could be cleared up.
 *
 * @throws Refused when the credential, the organisation or the user is not there or inactive
 */
export async function rehearseRevocation(owner: Owner, api: Api): Promise<readonly Notice[]> {
  const items = await listAuthorizations(owner, api);
  // By its own address an organisation is 401 to all who may not read it, whether it is there or not.
  const organization = await api.get(`/api/v2/orgs?orgID=${owner.orgID}`);
  if (organization.status === 404 && serverErrorOf(organization)?.code === 'not found') {
    throw new Refused(`there is no organisation with the id ${owner.orgID}`);
  }
  const reason = await whyIncomplete(items, owner, api);
  if (reason === undefined) return [];
  return [
    warning(
      `If the answer to a mint were lost, its token could not be found and revoked: ${reason}. With "authorizations *: read" and "users <id of the token's user>: read" the credential could find it.`,
    ),
  ];
}

interface Listed {
  readonly id: unknown;
  readonly description: string;
  readonly userID: unknown;
  readonly permissions: unknown;
}

/** Without the tokens, which some servers put into the list in clear text. */
async function listAuthorizations({ orgID }: Owner, api: Api): Promise<readonly Listed[]> {
  const answer = await api.get(`/api/v2/authorizations?orgID=${orgID}`, LARGEST_LIST);
  return itemsOf(answer, 'authorizations').map(({ id, description, userID, permissions }) => ({
    id,
    description: typeof description === 'string' ? description : '',
    userID,
    permissions,
  }));
}

/**
 * Why a list may lack tokens; undefined when it shows all of the owner's. The server leaves out without a word what the
 * credential may not read, and everything when it is inactive, so that only the credential's own entry proves a list.
 *
 * @throws Refused when the credential is inactive
 */
async function whyIncomplete(
  items: readonly Listed[],
  { orgID, userID }: Owner,
  api: Api,
): Promise<string | undefined> {
  if (items.length === 0) {
    await refuseInactive(api);
    return 'the credential may not list tokens';
  }
  const own = await readUser('/api/v2/me', api);
  if (own === 'unreadable') return 'the credential may not read its own user';
  // Cloud Serverless documents no /me. What is in the list then proves it: the credential's own entry, or another as good.
  const proof = own === 'unknown' || items.some((item) => item.userID === own && readsAll(item.permissions, orgID));
  if (!proof) return 'the credential is not in the list of tokens that it can see';
  if (userID === undefined || userID === own) return undefined;
  const other = await readUser(`/api/v2/users/${userID}`, api);
  return other === userID ? undefined : `the credential may not read the user ${userID}, nor the tokens of that user`;
}

/** The id of a user; `unreadable` to this credential, or `unknown` to the server, by whom or as a path. */
async function readUser(path: string, api: Api): Promise<string> {
  const answer = await api.get(path);
  const id = answer.status === 200 ? fieldsOf(answer.json)?.['id'] : undefined;
  if (isId(id)) return id;
  if (answer.status === 401) return 'unreadable';
  if (answer.status === 404) return 'unknown';
  throw errorOf(answer);
}

/** Whether the holder of these permissions may read every authorization of the organisation. */
function readsAll(permissions: unknown, orgID: string): boolean {
  if (!Array.isArray(permissions)) return false;
  return permissions.some((item) => {
    const permission = fieldsOf(item);
    const { type, id, orgID: within } = fieldsOf(permission?.['resource']) ?? {};
    const all = (id ?? '') === '' && ((within ?? '') === '' || within === orgID);
    return permission?.['action'] === 'read' && (type === 'authorizations' || type === 'instance') && all;
  });
}

const HEADER = '-H "Authorization: Token $INFLUX_TOKEN"';

function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
