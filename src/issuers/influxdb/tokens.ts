import type { HttpAnswer } from '../../http/client.js';
import { isDescribedBy, type Attempt } from '../../lease/attempt.js';
import { fieldsOf, type Fields } from '../json-fields.js';
import { shellWord } from '../shell-word.js';
import { errorOf, itemsOf, openApi, refuseInactive, serverErrorOf, type Api } from './api.js';
import { isId } from './permissions.js';
import type { Access, Context } from '../../lease/access.js';
import type { Ports } from '../../lease/ports.js';
import type { Found, Tokens } from '../../lease/tokens.js';

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
export const LARGEST_LIST = 200_000_000;

export function openTokens(access: Access, context: Context, ports: Ports): Required<Tokens> {
  return tokensOf(ownerOf(context), openApi(access, ports));
}

export function tokensOf(owner: Owner, api: Api): Required<Tokens> {
  return { find, revoke, byHand };

  async function find(attempt: Attempt): Promise<Found> {
    const items = await listAuthorizations(`?orgID=${owner.orgID}`, api);
    const ids = items.filter(({ description }) => isDescribedBy(description, attempt)).map(({ id }) => id);
    if (!ids.every(isId)) throw new Error('a token with the marker of this lease has an id that is none');
    // A mint is sent once, so that there is no second token to be looked for.
    if (ids.length > 0) return { kind: 'found', ids, complete: true };
    return {
      kind: 'found',
      ids,
      complete: (await whyIncomplete(items, owner, await refuseInactive(api), api)) === undefined,
    };
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
      `curl --fail-with-body -X DELETE ${HEADER} ${shellWord(`${authorizations}/${id}`)}`;
    if ('id' in token) return deletion(token.id);
    const filter = `.authorizations[] | select(.description | endswith(${JSON.stringify(token.attempt.marker)})) | .id`;
    const search = `curl --fail-with-body -sS ${HEADER} ${shellWord(`${authorizations}?orgID=${owner.orgID}`)} | jq -r ${shellWord(filter)}`;
    return `(1) find its id, with INFLUX_TOKEN set to a token that may list all tokens of its user, such as an all-access token of that user; an empty result from a lesser one proves nothing: ${search} (2) delete each id that this prints, in the place of ID: ${deletion('ID')}`;
  }
}

export interface Listed {
  readonly id: unknown;
  readonly description: string;
  readonly orgID: unknown;
  readonly userID: unknown;
  readonly status: unknown;
  readonly permissions: unknown;
}

/** Without the tokens, which some servers put into the list in clear text. */
export async function listAuthorizations(query: string, api: Api): Promise<readonly Listed[]> {
  const answer = await api.get(`/api/v2/authorizations${query}`, LARGEST_LIST);
  return itemsOf(answer, 'authorizations').map(listedOf);
}

export function listedOf({ id, description, orgID, userID, status, permissions }: Fields): Listed {
  return {
    id,
    description: typeof description === 'string' ? description : '',
    orgID,
    userID,
    status,
    permissions,
  };
}

/**
 * Why a list of the organisation's tokens may lack some; undefined when it shows all of the owner's. The server leaves out
 * without a word what the credential may not read, so that only the credential's own entry proves a list.
 *
 * @param me the answer to the question for the credential's own user; an inactive one, to which lists are empty, is out
 */
export async function whyIncomplete(
  items: readonly Listed[],
  { orgID, userID }: Owner,
  me: HttpAnswer,
  api: Api,
): Promise<string | undefined> {
  if (items.length === 0) return 'the server shows the credential no token of this organisation';
  const own = userIn(me);
  if (own === 'unreadable') return 'the credential may not read its own user';
  // Cloud Serverless documents no /me. What is in the list then proves it: the credential's own entry, or another as good.
  const proof = items.some((item) => (own === 'unknown' || item.userID === own) && readsAll(item.permissions, orgID));
  if (!proof) return 'the credential is not in the list of tokens that it can see';
  if (userID === undefined || userID === own) return undefined;
  const other = userIn(await api.get(`/api/v2/users/${userID}`));
  return other === userID ? undefined : `the credential may not read the user ${userID}, nor the tokens of that user`;
}

/** The id of the user in an answer; `unreadable` to this credential, or `unknown` to the server, by whom or as a path. */
export function userIn(answer: HttpAnswer): string {
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
