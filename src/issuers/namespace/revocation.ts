import { isDescribedBy } from '../../lease/attempt.js';
import type { Attempt, Found, Revocation } from '../../lease/issuer.js';
import { quote } from '../../request/shown-text.js';
import { fieldsOf, type Fields } from '../json-fields.js';
import { shellWord } from '../shell-word.js';
import { memberOf, textOf } from './protobuf-json.js';
import { idOf, isTokenId } from './revokable-token.js';
import { readServiceError } from './service-error.js';
import { errorOf, type Session } from './session.js';
import { listTokens } from './token-list.js';

/** Ends tokens with a session of its own. `endpoint` is shown in commands when it is not Namespace's usual one. */
export function revocationOf(session: Session, endpoint: string | undefined): Revocation {
  return {
    find: (attempt) => findTokens(session, attempt),
    revoke: (id) => revokeToken(session, id),
    byHand: (token) => commandFor(token, endpoint),
  };
}

/**
 * The tokens whose description ends with the marker of an attempt. Nobody else can have made one of these, so what was found
 * before a page failed is told too.
 */
async function findTokens(session: Session, attempt: Attempt): Promise<Found> {
  const ids: string[] = [];
  try {
    for await (const token of listTokens(session)) {
      if (isDescribedBy(textOf(token, 'description'), attempt) && !isRevoked(token)) ids.push(idOf(token));
    }
  } catch (error) {
    if (ids.length === 0) throw error;
    return { kind: 'found', ids, complete: false };
  }
  return { kind: 'found', ids, complete: true };
}

function isRevoked(token: Fields): boolean {
  const state = memberOf(token, 'state');
  return state === 'REVOKED' || state === 2 || textOf(token, 'revokedAt') !== '';
}

/** The schema: NotFound is "token_id not found or already revoked". Of a proxy's 404 that cannot be said. */
async function revokeToken(session: Session, id: string): Promise<'revoked' | 'already-gone'> {
  if (!isTokenId(id)) throw new Error(`${quote(id)} is no id of a token`);
  const answer = await session.call('RevokeRevokableToken', { tokenId: id });
  const { status, json } = answer;
  if (status === 200 && fieldsOf(json) !== undefined) return 'revoked';
  if (status === 404 && readServiceError(answer)?.code === 'not_found') return 'already-gone';
  throw errorOf(answer, 'revoke', session);
}

function commandFor(token: Parameters<Revocation['byHand']>[0], endpoint: string | undefined): string {
  const nsc = endpoint === undefined ? 'nsc' : `NSC_IAM_ENDPOINT=${shellWord(endpoint)} nsc`;
  if ('id' in token) return `${nsc} token revoke --token_id ${shellWord(token.id)}`;
  const { name } = token.attempt;
  return `${nsc} token list -o json, then ${nsc} token revoke --token_id with the token_id of ${JSON.stringify(name)} (nsc shows the first page of the list only; Namespace's dashboard shows all)`;
}
