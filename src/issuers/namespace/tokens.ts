import type { Access, Context } from '../../lease/access.js';
import type { Ports } from '../../lease/ports.js';
import { isDescribedBy, type Attempt } from '../../lease/attempt.js';
import { quote } from '../../request/shown-text.js';
import { fieldsOf, type Fields } from '../json-fields.js';
import { shellWord } from '../shell-word.js';
import { memberOf, textOf } from './protobuf-json.js';
import { readServiceError } from './service-error.js';
import { listTokens } from './token-list.js';
import type { Found, Tokens } from '../../lease/tokens.js';
import { idOf, isTokenId } from './token.js';
import { errorOf, openApi, PUBLIC_TOKEN_ENDPOINT, readContext, type Api } from './api.js';

export function openTokens(access: Access, context: Context, ports: Ports): Required<Tokens> {
  const api = openApi(access, readContext(context), ports);
  return {
    find: (attempt) => findTokens(api, attempt),
    revoke: (id) => revokeToken(api, id),
    byHand: (token) => byHand(token, access.endpoint),
  };
}

/**
 * The tokens whose description ends with the marker of an attempt. Nobody else can have made one of these, so what was found
 * before a page failed is told too.
 */
async function findTokens(api: Api, attempt: Attempt): Promise<Found> {
  const ids: string[] = [];
  try {
    for await (const token of listTokens(api)) {
      if (isDescribedBy(textOf(token, 'description'), attempt) && !isRevoked(token)) ids.push(idOf(token));
    }
  } catch (error) {
    if (ids.length === 0) throw error;
    return { kind: 'found', ids, complete: false };
  }
  return { kind: 'found', ids, complete: true };
}

export function isRevoked(token: Fields): boolean {
  const state = memberOf(token, 'state');
  return state === 'REVOKED' || state === 2 || textOf(token, 'revokedAt') !== '';
}

/** The schema: NotFound is "token_id not found or already revoked". Of a proxy's 404 that cannot be said. */
export async function revokeToken(api: Api, id: string): Promise<'revoked' | 'already-gone'> {
  if (!isTokenId(id)) throw new Error(`${quote(id)} is no id of a token`);
  const answer = await api.call('RevokeRevokableToken', { tokenId: id });
  const { status, json } = answer;
  if (status === 200 && fieldsOf(json) !== undefined) return 'revoked';
  if (status === 404 && readServiceError(answer)?.code === 'not_found') return 'already-gone';
  throw errorOf(answer, 'revoke', api);
}

export function byHand(token: Parameters<Tokens['byHand']>[0], endpoint: string | undefined): string {
  const isUsual = endpoint === undefined || endpoint === PUBLIC_TOKEN_ENDPOINT;
  const nsc = isUsual ? 'nsc' : `NSC_IAM_ENDPOINT=${shellWord(endpoint)} nsc`;
  if ('id' in token) return `${nsc} token revoke --token_id ${shellWord(token.id)}`;
  const { name } = token.attempt;
  return `${nsc} token list -o json, then ${nsc} token revoke --token_id with the token_id of ${JSON.stringify(name)} (nsc shows the first page of the list only; Namespace's dashboard shows all)`;
}
