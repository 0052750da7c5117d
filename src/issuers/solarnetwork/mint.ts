import type { HttpAnswer } from '../../http/client.js';
import { describe, type Attempt } from '../../lease/attempt.js';
import { differencesOf, type Difference } from '../../lease/difference.js';
import { Refused, type Granted, type Told } from '../../lease/issuer.js';
import type { Milliseconds } from '../../request/lifetime.js';
import type { Ports } from '../../lease/ports.js';
import { showJson } from '../../request/shown-text.js';
import { maskAnswered } from '../../http/answered-secrets.js';
import { fieldsOf } from '../json-fields.js';
import { refuseUnsent } from '../unsent-mint.js';
import { explain, isRefusal, successOf, type TokenApi } from './api.js';
import { policyJson, printPolicy, type Policy, type TokenType } from './policy.js';
import type { TokenPair } from './signature.js';
import { endOfPolicy, readPair, readToken, type AnsweredToken } from './token.js';
import { comparePolicies } from './compare.js';

export interface Wish {
  readonly type: TokenType;
  readonly policy: Policy;
}

/** Makes the token, and then gives it its name and description. */
export async function mint(
  { type, policy }: Wish,
  api: TokenApi,
  attempt: Attempt,
  born: (token: TokenPair) => void,
  ports: Ports,
): Promise<Granted> {
  const sent = api.send({
    method: 'POST',
    path: `/generate/${type}`,
    json: policyJson(policy, attempt.expiresAt),
    repeat: 'mints',
  });
  // Whatever is wrong with the rest of the answer, a token in it is a secret.
  const answer = maskAnswered(await refuseUnsent(sent), ['authSecret'], ports.maskNew);
  const data = dataOf(answer, api, policy);
  const pair = readPair(data);
  if (pair === undefined || pair.id === api.signingToken.id) {
    throw new Error(`${answer.what}, but without a usable id and secret of a new token`);
  }
  born(pair);

  const granted = compare(data, { type, policy }, answer.serverAhead);
  // A token that is not what was asked for is revoked, so it needs no name.
  if (granted.differences.length === 0) await nameToken(api, pair, attempt);
  return granted;
}

/** What the server says that it made. */
function dataOf(answer: HttpAnswer, api: TokenApi, { nodeIds }: Policy): unknown {
  if (isRefusal(answer)) throw new Refused(explain(answer, api, nodeIds));
  const success = successOf(answer);
  if (success !== undefined) return success.data;
  throw new Error(answer.status < 300 ? `${answer.what}, but not with a token` : explain(answer, api));
}

/** That, held against what was asked for. */
function compare(data: unknown, asked: Pick<Wish, 'type' | 'policy'>, skew: Milliseconds | undefined): Granted {
  const token = readToken(data);
  return {
    expiresAt: token === undefined ? undefined : endOfPolicy(token.policy),
    grants: printPolicy(asked.policy),
    differences: differencesOf(() => {
      if (token === undefined) throw new Error('its policy is none');
      return compareTokens(token, asked, skew);
    }),
    unconfirmed: [],
    notices: [],
    told: readTold(data),
  };
}

/** The instant has a blank in the place of the T. */
function readTold(data: unknown): Told {
  const { created, userId } = fieldsOf(data) ?? {};
  return {
    ...(typeof created === 'string' && /^[\dT:. -]+Z$/.test(created) ? { createdAt: created.replace(' ', 'T') } : {}),
    ...(Number.isSafeInteger(userId) ? { userId: String(userId) } : {}),
  };
}

function compareTokens(
  token: AnsweredToken,
  { type, policy }: Pick<Wish, 'type' | 'policy'>,
  skew: Milliseconds | undefined,
): readonly Difference[] {
  const differences: Difference[] = [];
  if (token.type !== type) differences.push({ what: 'type', asked: type, granted: showJson(token.type) });
  if (token.status !== 'Active') differences.push({ what: 'status', asked: 'Active', granted: showJson(token.status) });
  if (token.expired === true) {
    const clocks =
      skew === undefined || skew <= 0 ? '' : `; the clock of this machine is ${Math.round(skew / 1000)} s behind`;
    differences.push({
      what: 'state',
      asked: 'a valid token',
      granted: `one that has expired by the server's clock${clocks}`,
    });
  } else if (token.expired !== undefined && token.expired !== null && token.expired !== false) {
    differences.push({ what: 'state', asked: 'a valid token', granted: showJson(token.expired) });
  }
  differences.push(...comparePolicies(policy, token.policy));
  const { notAfter } = token.policy;
  if (endOfPolicy(token.policy) === undefined && notAfter !== undefined && notAfter !== null) {
    differences.push({ what: 'notAfter', asked: 'an instant in milliseconds', granted: showJson(notAfter) });
  }
  return differences;
}

/**
 * Gives the token its name, and with the description the marker that finds it again. The request overwrites both fields
 * with what it says, nothing included, so it says both. Its parameters go into the URL: in a form they would be signed in
 * a way of their own.
 */
async function nameToken(api: TokenApi, { id }: TokenPair, attempt: Attempt): Promise<void> {
  const answer = await api.send({
    method: 'POST',
    path: '/info',
    parameters: [
      ['tokenId', id],
      ['name', attempt.name],
      ['description', describe(attempt)],
    ],
    repeat: 'safe',
  });
  if (successOf(answer) === undefined) {
    throw new Error(
      `the token ${id} was minted, but its name and description could not be set. ${explain(answer, api)}`,
    );
  }
}
