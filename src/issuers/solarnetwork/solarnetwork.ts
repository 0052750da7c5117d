import { describe, type Attempt } from '../../lease/attempt.js';
import {
  Refused,
  type Difference,
  type Granted,
  type Issuer,
  type Plan,
  type Prepared,
  type Surroundings,
} from '../../lease/issuer.js';
import type { Request } from '../../request/request.js';
import { endOf, formatInstant, YEAR, type Lifetime, type Milliseconds } from '../../request/lifetime.js';
import { notice, type Notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import { collectProblems, invalid, valid, type Result } from '../../request/problem.js';
import { quote } from '../../request/shown-text.js';
import { answeredSecrets } from '../answered-secrets.js';
import { findCredential } from '../credential.js';
import { parseEndpoint } from '../endpoint.js';
import { tokenFileJson } from '../token-file-json.js';
import { refuseUnsent } from '../unsent-mint.js';
import { clockSkew, DEFAULT_ENDPOINT, explain, isRefusal, openTokenApi, successOf, type TokenApi } from './api.js';
import { comparePolicies, policyHash, restrictingMembers } from './comparison.js';
import { parsePolicy } from './grants.js';
import { policyJson, printLines, printPolicy, type Policy, type TokenType } from './policy.js';
import { leftOpenBy, noticesOfPolicy } from './reach.js';
import type { TokenPair } from './signature.js';
import { endOfPolicy, isTokenId, readToken, secretOf, type AnsweredToken } from './token.js';
import type { Access } from '../../lease/access.js';
import { listTokens } from './tokens.js';

/** Tokens that read data of nodes, and nothing else. */
export const readNodeData: Issuer = issuerOf('ReadNodeData');

/** Tokens that act for their owner, as far as their policy lets them. */
export const user: Issuer = issuerOf('User');

/**
 * SolarNetwork's security tokens of one type. A client signs with the pair of id and secret; neither is sent alone. A mint
 * takes two requests: the first makes the token, the second gives it its name and the description with the marker.
 */
function issuerOf(type: TokenType): Issuer {
  return {
    title: 'SolarNetwork',
    grantExample: 'node-id: 100, 101',
    inputs: ['url', 'credential', 'credential_id'],
    expiry: { kind: 'millisecond', longest: YEAR },
    // The width of the column (postgres-init-users.sql of solarnetwork-central).
    longestDescription: 512,
    tokenFileFormat: 'json',
    exportsTokenFile: false,
    prepare: (request, surroundings) => prepare(type, request, surroundings),
    exportedVariables: ({ id, secret }) => ({ SN_TOKEN_ID: id, SN_TOKEN_SECRET: secret }),
    tokenFileJson,
  };
}

function prepare(type: TokenType, request: Request, surroundings: Surroundings): Result<Prepared> {
  const { problems, take } = collectProblems();
  const policy = take(parsePolicy(request.grants));
  const url = request.given('url');
  const endpoint = url === undefined ? DEFAULT_ENDPOINT : take(parseUrl(url));
  const credential = take(findPair(request, surroundings));
  if (request.name?.trim() === '') {
    problems.push({
      input: 'name',
      message: 'the name is blank, and SolarNetwork would drop it; leave it out or write one',
    });
  }
  if (problems.length > 0 || policy === undefined || endpoint === undefined || credential === undefined) {
    return invalid(...problems);
  }
  const { pair, sources } = credential;
  const access: Access = { endpoint, authentication: { kind: 'secret', secret: pair.secret, id: pair.id } };
  return valid({
    access,
    sources: [
      ...sources,
      url === undefined ? `url: ${endpoint}, SolarNetwork's own` : `url: ${endpoint}, from the input`,
    ],
    notices: [],
    // Nodes and sources have no names that had to be resolved.
    plan: (ports) => Promise.resolve(planOf({ type, policy, access }, request.lifetime, ports)),
  });
}

function parseUrl(text: string): Result<string> {
  const endpoint = parseEndpoint('url', text);
  if (endpoint.ok && /\/(?:solar(?:user|query)|api\/v\d+)(?:\/|$)/.test(new URL(endpoint.value).pathname)) {
    return invalid({
      input: 'url',
      message: `found ${quote(endpoint.value)}; expected the part before /solaruser, as in ${DEFAULT_ENDPOINT}`,
    });
  }
  return endpoint;
}

/** The id and the secret that sign, each from its input or else from its variable. */
function findPair(
  request: Request,
  surroundings: Surroundings,
): Result<{ readonly pair: TokenPair; readonly sources: readonly string[] }> {
  const secret = findCredential(request, surroundings, {
    variable: 'SN_TOKEN_SECRET',
    what: 'the secret of a User token (and its id: credential_id, or the environment variable SN_TOKEN_ID)',
  });
  const id = findId(request, surroundings);
  if (secret.ok && id.ok) {
    return valid({
      pair: { id: id.value.id, secret: secret.value.secret },
      sources: [secret.value.source, id.value.source],
    });
  }
  // Where both are missing, the problem with the secret says what to set.
  const anyGiven =
    request.given('credential') ??
    request.given('credential_id') ??
    surroundings.secretVariable('SN_TOKEN_SECRET') ??
    surroundings.variable('SN_TOKEN_ID');
  const idProblems = id.ok || anyGiven === undefined ? [] : id.problems;
  return invalid(...(secret.ok ? [] : secret.problems), ...idProblems);
}

function findId(
  { given }: Request,
  surroundings: Surroundings,
): Result<{ readonly id: string; readonly source: string }> {
  const input = given('credential_id');
  if (input !== undefined) return readId('credential_id', input, 'from the input');
  const variable = 'SN_TOKEN_ID';
  const ambient = surroundings.variable(variable);
  if (ambient === undefined) {
    return invalid({
      input: 'credential_id',
      message: `the id of the User token is needed beside its secret; set credential_id: \${{ vars.${variable} }} or the environment variable ${variable}`,
    });
  }
  if (surroundings.exported(variable)) {
    return invalid({
      input: variable,
      message:
        'an earlier mint of this job exported this variable, so it holds the id of a minted token and not that of the parent. ' +
        'Give the parent in the input credential_id, or mint without export_env',
    });
  }
  return readId(variable, ambient, `from the environment variable ${variable}`);
}

function readId(input: string, text: string, origin: string): Result<{ readonly id: string; readonly source: string }> {
  const id = text.trim();
  if (!isTokenId(id) || id.includes(',')) {
    return invalid({
      input,
      message:
        'this is not the id of a token, which has 20 characters: letters, digits, hyphens, dots and underscores, as in Lqc8Z_KzpD8.L0_em0Au; see that id and secret are not swapped',
    });
  }
  return valid({ id, source: `credential_id: ${origin}` });
}

function planOf(request: TokenRequest, lifetime: Lifetime, ports: Ports): Plan {
  const { type, policy } = request;
  return {
    grants: printPolicy(policy),
    shownGrants: printLines(policy),
    leftOpen: leftOpenBy(policy, type),
    notices: [
      notice(
        'The end is up to 10 s earlier, at a millisecond of its own: by it the token is found again when the answer to the mint is lost.',
      ),
      ...noticesOfPolicy(policy, type),
    ],
    context: { policy: policyHash(policy) },
    mint: (attempt, born) => mint(request, attempt, born, ports),
    rehearse: () => rehearse(request.access, lifetime, ports),
  };
}

interface TokenRequest {
  readonly type: TokenType;
  readonly policy: Policy;
  readonly access: Access;
}

async function mint(
  { type, policy, access }: TokenRequest,
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
  { type, policy }: Pick<TokenRequest, 'type' | 'policy'>,
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
  { type, policy }: Pick<TokenRequest, 'type' | 'policy'>,
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

/** Reads the list of tokens, which shows whether the credential may mint, and revoke later. */
async function rehearse(access: Access, lifetime: Lifetime, ports: Ports): Promise<readonly Notice[]> {
  const api = openTokenApi(access, ports);
  const { tokens } = await listTokens(api, ports);
  const own = tokens.find(({ id }) => id === api.signingToken.id);
  if (own === undefined) {
    return [
      notice(
        `The credential ${api.signingToken.id} does not see itself in the list of tokens, so a token whose answer is lost could not be looked for.`,
      ),
    ];
  }
  const restrictions = restrictingMembers(own.policy);
  if (restrictions.length > 0) {
    throw new Refused(
      `the policy of the credential ${own.id} restricts it (${restrictions.join(', ')}), and SolarNetwork lets such a token mint none; use a User token whose policy holds nothing but an end and refreshAllowed`,
    );
  }
  const end = endOfPolicy(own.policy);
  if (end === undefined || end >= endOf(lifetime, ports.clock.now())) return [];
  return [
    notice(
      `The credential ${own.id} ends at ${formatInstant(end)}, before the token that it mints; after that it cannot revoke.`,
    ),
  ];
}
