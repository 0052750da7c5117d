import { isDescribedBy, type Attempt } from '../../lease/attempt.js';
import type { Access, Context } from '../../lease/access.js';
import { Refused } from '../../lease/issuer.js';
import type { Ports } from '../../lease/ports.js';
import type { Found, LeasedToken, Tokens } from '../../lease/tokens.js';
import { HOUR, type Seconds } from '../../request/lifetime.js';
import { messageOf, quote } from '../../request/shown-text.js';
import { shellWord } from '../shell-word.js';
import { ACTOR, actorIn, askActor, errorOf, LIST, openApi, pathOf, refusalIn, saysNotFound, type Api } from './api.js';
import { readList, readTokenPage, type ListedRow, type ListPage, type TokenPage } from './pages.js';
import { idIn, isTokenId } from './token.js';

export function openTokens(access: Access, _context: Context, ports: Ports): Required<Tokens> {
  const api = openApi(access, ports);
  return {
    find: (attempt) => findTokens(api, attempt, ports),
    revoke: (id, leased) => revokeToken(api, id, leased),
    byHand: (token) => byHand(api.endpoint, token),
  };
}

export const ACTIVE = 'Active';

/** How far the clock of a server may have been set back since a token was asked for. */
const CLOCK_MARGIN: Seconds = HOUR;

/**
 * The tokens whose description ends with the marker of an attempt. The newest come first, and rows are never removed: a list grows
 * with every token that was ever made, so it is read only as far back as there can be one of this attempt.
 */
async function findTokens(api: Api, attempt: Attempt, { clock }: Pick<Ports, 'clock'>): Promise<Found> {
  const ids: string[] = [];
  const oldest = (clock.now() - attempt.startedAt) / 1000 + CLOCK_MARGIN;
  let complete = true;
  for await (const { rows, mayCreate } of listPages(api)) {
    // To a bearer that it does not know a server may show less than to one that makes tokens.
    complete &&= mayCreate;
    ids.push(...rows.filter((row) => row.status === ACTIVE && isDescribedBy(row.description, attempt)).map(idOf));
    if (rows.some(({ age }) => age !== undefined && age > oldest)) break;
  }
  return { kind: 'found', ids, complete };
}

const idOf = ({ id }: ListedRow): string => id;

/**
 * The list of all tokens, page by page, the newest first: 30 on each.
 *
 * @throws Error when a page cannot be had
 */
export async function* listPages(api: Api): AsyncGenerator<ListPage, void> {
  let last = Infinity;
  for (let next: string | undefined = ''; next !== undefined;) {
    const answer = await api.get(next === '' ? LIST : `${LIST}?next=${next}`, api.credential);
    if (answer.status !== 200) throw errorOf(answer, api);
    const page = readPage(answer.what, () => readList(answer.text));
    for (const { id } of page.rows) {
      if (Number(id) >= last) throw new Error(`${answer.what}, with a list of tokens that is not in order`);
      last = Number(id);
    }
    yield page;
    // The page begins with the very token that this one names, so that none stands on two.
    if (page.next !== undefined && Number(page.next) >= last) {
      throw new Error(`${answer.what}, with a page after it that was read before: the list has no end`);
    }
    next = page.next;
  }
}

function readPage<Page>(what: string, read: () => Page): Page {
  try {
    return read();
  } catch (error) {
    throw new Error(`${what}, but ${messageOf(error)}`, { cause: error });
  }
}

/**
 * The token's own page; undefined when there is no such token. The page of one that another actor owns is refused.
 *
 * @param bearer who asks
 */
export async function getToken(api: Api, id: string, bearer: string): Promise<TokenPage | undefined> {
  if (!isTokenId(id)) throw new Error(`${quote(id)} is no id of a token`);
  const answer = await api.get(pathOf(id), bearer);
  if (saysNotFound(answer)) return undefined;
  if (answer.status !== 200) throw errorOf(answer, api);
  const token = readPage(answer.what, () => readTokenPage(answer.text));
  if (token.id !== id) throw new Error(`${answer.what}, but with the token ${token.id}`);
  return token;
}

/**
 * A token revokes itself where it is known, since any token may that has its actor: then it does not matter what has become of the
 * credential. It is proved by trying it: a server says nothing when it does not understand a form.
 */
async function revokeToken(api: Api, id: string, leased: LeasedToken | undefined): Promise<'revoked' | 'already-gone'> {
  const secret = leased?.secret !== undefined && idIn(leased.secret) === id ? leased.secret : undefined;
  const bearer = secret ?? api.credential;
  let token: TokenPage | undefined;
  try {
    token = await getToken(api, id, bearer);
  } catch (error) {
    // Of one that works no more nothing is shown.
    if (secret !== undefined && error instanceof Refused && (await isNobodys(api, secret))) return 'already-gone';
    throw error;
  }
  if (token?.status !== ACTIVE) return 'already-gone';
  if (leased !== undefined) refuseForeign(token, leased);

  const answer = await api.post(pathOf(id), new URLSearchParams({ revoke: '1' }), bearer);
  // To the page of the token.
  if (answer.status !== 302) throw errorOf(answer, api);
  const revoked =
    secret === undefined ? (await getToken(api, id, bearer))?.status !== ACTIVE : await isNobodys(api, secret);
  if (!revoked) throw new Error(`${answer.what}, but the token still works`);
  return 'revoked';
}

/**
 * A row that is deleted gives its number to a later token, which then is what our token opens. What was handed on bears our marker;
 * of a form that was not understood nothing was kept, so that a token without a description that was not handed on is ours too.
 *
 * @throws Error when the token is another's
 */
function refuseForeign({ id, description }: TokenPage, { attempt, delivered }: LeasedToken): void {
  if (isDescribedBy(description, attempt) || (description === '' && !delivered)) return;
  throw new Error(
    `the token ${id} does not bear the marker of this lease, so it was not touched: the row of the one that was minted must have been deleted, and its id given to another token, which whoever holds the first can use too`,
  );
}

/** Whether the holder of a token is served as anybody is: Datasette does not refuse one that was revoked or has ended. */
async function isNobodys(api: Api, token: string): Promise<boolean> {
  const answer = await api.get(ACTOR, token);
  // So it does with signed ones; another version may with these.
  if (answer.status === 401 && refusalIn(answer) !== undefined) return true;
  const actor = actorIn(answer, api);
  if (actor === null) return true;
  const anybody = await askActor(api, undefined);
  return JSON.stringify(actor) === JSON.stringify(anybody);
}

function byHand(endpoint: string, token: { readonly id: string } | { readonly attempt: Attempt }): string {
  const header = '-H "Authorization: Bearer $DATASETTE_TOKEN"';
  const revocation = (id: string) =>
    `curl --fail-with-body ${header} -d revoke=1 ${shellWord(`${endpoint}${pathOf(id)}`)}`;
  if ('id' in token) return `${revocation(token.id)}  # with DATASETTE_TOKEN set to any token of the same actor`;
  const { leaseId } = token.attempt;
  const search = `curl --fail-with-body -sS ${header} ${shellWord(`${endpoint}${LIST}`)} | grep ${leaseId} | grep -o 'tokens/[0-9]*'`;
  return `with DATASETTE_TOKEN set to a token of the same actor, (1) find its id, on the first page of the list or on a later one (?next=ID, as the page says): ${search} (2) revoke it, with that id in the place of ID: ${revocation('ID')}`;
}
