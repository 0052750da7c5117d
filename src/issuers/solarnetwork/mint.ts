import { describe, type Attempt } from '../../lease/attempt.js';
import { Refused, type Difference, type Granted } from '../../lease/issuer.js';
import type { Milliseconds } from '../../request/lifetime.js';
import type { Ports } from '../../lease/ports.js';
import { quote } from '../../request/shown-text.js';
import { answeredSecrets } from '../answered-secrets.js';
import { refuseUnsent } from '../unsent-mint.js';
import { clockSkew, explain, isRefusal, openTokenApi, successOf, type TokenApi } from './api.js';
import { policyJson, printPolicy, type Policy, type TokenType } from './policy.js';
import type { TokenPair } from './signature.js';
import { endOfPolicy, isTokenId, readToken, secretOf, type AnsweredToken } from './token.js';
import type { Access } from '../../lease/access.js';
import { comparePolicies } from './compare.js';

export interface Wish {
  readonly type: TokenType;
  readonly policy: Policy;
  readonly access: Access;
}

/** Makes the token, and then gives it its name and description. */
export async function mint(
  { type, policy, access }: Wish,
  attempt: Attempt,
  born: (token: TokenPair) => void,
  ports: Ports,
): Promise<Granted> {
  const api = openTokenApi(access, ports);
  const { token, granted } = await generate(api, { type, policy }, attempt, ports);
  born(token);
  // A token that is not what was asked for is revoked, so it needs no name.
  if (granted.differences.length === 0) await nameToken(api, token, attempt, ports);
  return granted;
}

async function generate(
  api: TokenApi,
  { type, policy }: Pick<Wish, 'type' | 'policy'>,
  attempt: Attempt,
  ports: Ports,
): Promise<{ readonly token: TokenPair; readonly granted: Granted }> {
  const answer = await refuseUnsent(
    api.send({
      method: 'POST',
      path: `/generate/${type}`,
      json: policyJson(policy, attempt.expiresAt),
      repeat: 'mints',
    }),
  );
  // Before anything is made of the answer: the secret of a token may stand in one that is otherwise of no use.
  for (const secret of answeredSecrets(answer, 'authSecret')) ports.mask(secret);

  const now = ports.clock.now();
  if (isRefusal(answer)) throw new Refused(explain(answer, api, now, policy.nodeIds));
  const success = successOf(answer);
  if (success === undefined) {
    // The words of an answer that was to bring a secret are not repeated.
    const said = answer.status < 300 ? `${answer.what}, but not with a token` : explain(answer, api, now);
    throw new Error(said);
  }
  const token = readToken(success.data);
  const secret = secretOf(success.data);
  if (token === undefined || secret === undefined || !isTokenId(token.id) || token.id === api.signingToken.id) {
    throw new Error(`${answer.what}, but without a usable id and secret of a new token`);
  }
  return {
    token: { id: token.id, secret },
    granted: compare(token, { type, policy }, clockSkew(answer.headers, now)),
  };
}

/** What the server says that it made, held against what was asked for. */
function compare(
  token: AnsweredToken,
  { type, policy }: Pick<Wish, 'type' | 'policy'>,
  skew: Milliseconds | undefined,
): Granted {
  const differences: Difference[] = [];
  if (token.type !== type) differences.push({ what: 'type', asked: type, granted: show(token.type) });
  if (token.status !== 'Active') differences.push({ what: 'status', asked: 'Active', granted: show(token.status) });
  if (token.expired === true) {
    const clocks =
      skew === undefined || skew <= 0 ? '' : `; the clock of this machine is ${Math.round(skew / 1000)} s behind`;
    differences.push({
      what: 'state',
      asked: 'a valid token',
      granted: `one that has expired by the server's clock${clocks}`,
    });
  }
  differences.push(...comparePolicies(policy, token.policy));
  const { notAfter } = token.policy;
  const expiresAt = endOfPolicy(token.policy);
  if (expiresAt === undefined && notAfter !== undefined && notAfter !== null) {
    differences.push({ what: 'notAfter', asked: 'an instant in milliseconds', granted: show(notAfter) });
  }
  return { expiresAt, grants: printPolicy(policy), differences, confirmed: true, notices: [] };
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : quote(typeof value === 'string' ? value : JSON.stringify(value));
}

/**
 * Gives the token its name, and with the description the marker that finds it again. The request overwrites both fields
 * with what it says, nothing included, so it says both. Its parameters go into the URL: in a form they would be signed in
 * a way of their own.
 */
async function nameToken(api: TokenApi, { id }: TokenPair, attempt: Attempt, ports: Ports): Promise<void> {
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
      `the token ${id} was minted, but its name and description could not be set. ${explain(answer, api, ports.clock.now())}`,
    );
  }
}
