import { randomUUID } from 'node:crypto';
import { Refused } from '../../lease/issuer.js';
import type { Access } from '../../lease/access.js';
import type { IssuedTokens, ReadToken } from '../../lease/issued-tokens.js';
import type { ListedToken } from '../../lease/listed-token.js';
import { Stopped, type Ports } from '../../lease/ports.js';
import { createTurn } from '../../lease/turn.js';
import { fieldsOf } from '../json-fields.js';
import { explain, openTokenApi, successOf, type TokenApi } from './api.js';
import { restrictingMembers, type AnsweredPolicy } from './compare.js';
import { endOfPolicy, readTokensIn, type AnsweredToken } from './token.js';
import { byHand, listTokens, revokeToken } from './tokens.js';

/** So many ids in one request, whose length servers bound. */
const MOST_IDS = 50;

/** The security tokens of both types, as far as the credential sees them. */
export function openIssuedTokens(access: Access, ports: Ports): IssuedTokens {
  const api = openTokenApi(access, ports);
  const turn = createTurn(
    ports.deadline,
    () => new Error('the time for everything ended while the list of tokens was looked through'),
  );
  return {
    async *list(mayLack) {
      const { tokens } = await listTokens(api);
      const why = whyHidden(tokens, api);
      if (why !== undefined) mayLack(why);
      for (const token of tokens) {
        yield listedOf(token, api);
        await turn();
      }
    },
    async read(ids) {
      const read: ReadToken[] = [];
      for (let start = 0; start < ids.length; start += MOST_IDS) {
        read.push(...(await readTokens(ids.slice(start, start + MOST_IDS), api)));
      }
      return read;
    },
    readsList: hasComma,
    serverAhead: api.serverAhead,
    revoke: (id) => revokeToken(api, id),
    byHand: (id) => byHand(api.endpoint, { id }),
  };
}

const hasComma = (id: string) => id.includes(',');

async function readTokens(ids: readonly string[], api: TokenApi): Promise<readonly ReadToken[]> {
  try {
    // The parameter separates ids by commas, which old ids hold.
    const { tokens } = ids.some(hasComma) ? await listTokens(api) : { tokens: await findTokens(ids, api) };
    const why = whyHidden(tokens, api);
    const missing = (id: string): ReadToken =>
      why === undefined ? { kind: 'absent' } : unreadable(id, new Refused(why), api);
    const byId = new Map(tokens.map((token) => [token.id, token]));
    return ids.map((id) => {
      const token = byId.get(id);
      return token === undefined ? missing(id) : { kind: 'read', token: listedOf(token, api) };
    });
  } catch (error) {
    if (error instanceof Stopped) throw error;
    return ids.map((id) => unreadable(id, error, api));
  }
}

function unreadable(id: string, error: unknown, { signingToken }: TokenApi): ReadToken {
  return { kind: 'unreadable', error, isCredential: id === signingToken.id };
}

/** Beside those of the ids also that of the credential, if the server shows it: what else is missing is then known not to be there. */
async function findTokens(ids: readonly string[], api: TokenApi): Promise<readonly AnsweredToken[]> {
  const parameters = [
    ['identifiers', [...new Set([...ids, api.signingToken.id])].join(',')],
    // With a criterion besides the id the answer does not come from a cache, where it would stay for 15 minutes after a change
    // (DaoUserBiz.java of solarnetwork-central).
    ['tokenTypes', 'ReadNodeData,User'],
    ['unique', randomUUID()],
  ] as const;
  const answer = await api.send({ method: 'GET', path: '/find', parameters, repeat: 'safe' });
  const tokens = readTokensIn(fieldsOf(successOf(answer)?.data)?.['results']);
  if (tokens !== undefined) return tokens;
  if (successOf(answer) !== undefined) throw new Error(`${answer.what}, but not with a list of tokens`);
  throw new Refused(explain(answer, api));
}

/** Why a list may lack tokens; undefined when it surely does not. A restricted credential is shown itself and nothing else. */
function whyHidden(tokens: readonly AnsweredToken[], { signingToken }: TokenApi): string | undefined {
  const own = tokens.filter(({ id }) => id === signingToken.id);
  if (own.length === 0) return `the server shows the credential ${signingToken.id} not even itself`;
  const restricted = own.some(({ policy }) => restrictingMembers(policy).length > 0);
  return restricted
    ? `a policy restricts the credential ${signingToken.id}, and to such a one the server shows itself and no other`
    : undefined;
}

function listedOf(token: AnsweredToken, { signingToken }: TokenApi): ListedToken {
  const { id, type, status, name, description, created, policy } = token;
  return {
    id,
    type: type === 'User' || type === 'ReadNodeData' ? `solarnetwork/${type}` : 'solarnetwork',
    name,
    description,
    status: typeof status === 'string' ? status : undefined,
    createdAt: created,
    expiresAt: endOfPolicy(policy) ?? 'never',
    grants: grantsOf(policy),
    // With a restricted policy it may not (SecurityUtils.java of solarnetwork-central).
    managesTokens: type !== 'ReadNodeData' && restrictingMembers(policy).length === 0,
    isCredential: id === signingToken.id,
  };
}

/** The policy without its end, which is told by itself; of what is no simple value nothing is told. */
function grantsOf(policy: AnsweredPolicy): unknown {
  const members = Object.entries(policy).filter(([name, value]) => name !== 'notAfter' && isSimple(value));
  return Object.fromEntries(members);
}

function isSimple(value: unknown): boolean {
  return Array.isArray(value) ? value.every((item) => typeof item !== 'object') : typeof value !== 'object';
}
