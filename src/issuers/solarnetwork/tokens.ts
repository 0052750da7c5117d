import { randomUUID } from 'node:crypto';
import { isDescribedBy, type Attempt } from '../../lease/attempt.js';
import { Refused } from '../../lease/issuer.js';
import { MINUTE, type Milliseconds } from '../../request/lifetime.js';
import type { Ports } from '../../lease/ports.js';
import { shellWord } from '../shell-word.js';
import { DEFAULT_ENDPOINT, explain, openTokenApi, successOf, TOLERATED_SKEW, type TokenApi } from './api.js';
import type { TokenType } from './policy.js';
import { endOfPolicy, isTokenId, readTokens, type AnsweredToken } from './token.js';
import type { Access, Context } from '../../lease/access.js';
import type { Found, Tokens } from '../../lease/tokens.js';
import { policyHash, restrictingMembers } from './compare.js';

/** Finds and revokes tokens of one type, as far as the credential sees them. */
export function openTokens(type: TokenType, access: Access, context: Context, ports: Ports): Required<Tokens> {
  const api = openTokenApi(access, ports);
  return {
    async find(attempt) {
      const { tokens, skew } = await listTokens(api);
      return findIn(tokens, { type, attempt, policy: context['policy'], signingId: api.signingToken.id, skew });
    },
    revoke: (id) => revokeToken(api, id),
    byHand: (token) => byHand(api.endpoint, token),
  };
}

export async function revokeToken(api: TokenApi, id: string): Promise<'revoked'> {
  if (id === api.signingToken.id) {
    throw new Error(`${id} is the credential itself, which is never revoked`);
  }
  const answer = await api.send({ method: 'DELETE', path: '', parameters: [['tokenId', id]], repeat: 'safe' });
  if (successOf(answer) === undefined) throw new Error(explain(answer, api));
  // The server answers the same for a token that it does not know (DaoUserBiz.java of solarnetwork-central).
  return 'revoked';
}

interface Sought {
  readonly type: TokenType;
  readonly attempt: Attempt;
  readonly policy: string | undefined;
  readonly signingId: string;
  /** How far the server's clock is ahead; undefined when it is not known. */
  readonly skew: Milliseconds | undefined;
}

/** For clocks that were set between the mint and now. */
const CLOCK_MARGIN: Milliseconds = MINUTE * 1000;

/**
 * The token of an attempt whose answer was lost, by its marker. When the answer to the first of the two requests was lost,
 * the token has no marker, and neither a name: it is the one of the right type and policy, not older than the attempt, that
 * ends at the very millisecond that only this attempt asked for.
 */
export function findIn(tokens: readonly AnsweredToken[], { type, attempt, policy, signingId, skew }: Sought): Found {
  const own = tokens.filter(({ id }) => id === signingId);
  // A restricted credential is shown itself and nothing else, as if nothing else were there.
  const complete = own.length > 0 && own.every(({ policy }) => restrictingMembers(policy).length === 0);

  const others = tokens.filter(({ id }) => id !== signingId && isTokenId(id));
  const marked = others.filter(({ description }) => description !== undefined && isDescribedBy(description, attempt));
  if (marked.length > 0) return foundAmong(marked, complete);

  // By the server's clock. A signature that it accepts is off by less than the tolerated skew, so more need not be allowed.
  const startedAt = attempt.startedAt + (skew === undefined ? -TOLERATED_SKEW : skew - CLOCK_MARGIN);
  const unmarked = others.filter(
    (token) =>
      token.name === undefined &&
      token.description === undefined &&
      token.type === type &&
      endOfPolicy(token.policy) === attempt.expiresAt &&
      token.created !== undefined &&
      token.created >= startedAt,
  );
  const alike = unmarked.filter((token) => policyHash(token.policy) === policy);
  if (alike.length > 0) return foundAmong(alike, complete);
  // Its end says that it is ours, its policy that it is not: to call that "nothing found" would leave it alive unseen.
  if (unmarked.length > 0) return { kind: 'ambiguous', ids: unmarked.map(({ id }) => id) };
  return { kind: 'found', ids: [], complete };
}

function foundAmong(tokens: readonly AnsweredToken[], complete: boolean): Found {
  const ids = tokens.map(({ id }) => id);
  return ids.length > 1 ? { kind: 'ambiguous', ids } : { kind: 'found', ids, complete };
}

export function byHand(endpoint: string, token: { readonly id: string } | { readonly attempt: Attempt }): string {
  const config = `solaruser = "${endpoint}" under [service-urls] in ~/.s10k/config`;
  const isDefault = endpoint === DEFAULT_ENDPOINT;
  // An id may begin with a hyphen.
  const deletion = (word: string) => `s10k sec-tokens delete --identifier=${word}`;
  if ('id' in token) return `${deletion(shellWord(token.id))}${isDefault ? '' : `  # with ${config}`}`;
  const { leaseId, expiresAt } = token.attempt;
  // While it has no marker, its end in milliseconds is what tells it from others. s10k prints a token a line.
  const search = `s10k sec-tokens list --display-mode=JSON | grep -E '${leaseId}|${expiresAt}'`;
  return `${isDefault ? '' : `with ${config}, `}(1) find it, with a User token that no policy restricts; an empty result from a restricted one proves nothing: ${search} (2) delete the token of each line that this prints, with the id that stands in it in the place of ID: ${deletion("'ID'")}`;
}

/** Every token that the server shows to the credential. Throws Refused where it shows none. */
export async function listTokens(
  api: TokenApi,
): Promise<{ readonly tokens: readonly AnsweredToken[]; readonly skew: Milliseconds | undefined }> {
  // The whole list, and not the request for one token, which is answered from a cache for 15 minutes. A server may keep
  // lists too, for a minute, by token, path and parameters (JCacheContentCachingService.java of solarnetwork-central): a
  // parameter that nobody reads makes each list a new one, so that a token that was made late is in it.
  const parameters = [['unique', randomUUID()]] as const;
  const answer = await api.send({ method: 'GET', path: '', parameters, repeat: 'safe' });
  const tokens = readTokens(answer);
  if (tokens !== undefined) return { tokens, skew: answer.serverAhead };
  if (successOf(answer) !== undefined) throw new Error(`${answer.what}, but not with a list of tokens`);
  throw new Refused(explain(answer, api));
}
