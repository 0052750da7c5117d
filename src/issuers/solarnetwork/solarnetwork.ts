import { randomUUID } from 'node:crypto';
import { describe, isDescribedBy } from '../../lease/attempt.js';
import {
  Refused,
  type Access,
  type Attempt,
  type Context,
  type Difference,
  type Found,
  type Granted,
  type Issuer,
  type Plan,
  type Prepared,
  type Request,
  type Revocation,
  type Surroundings,
} from '../../lease/issuer.js';
import { endOf, formatInstant, MINUTE, YEAR, type Lifetime, type Milliseconds } from '../../lease/lifetime.js';
import type { Ports } from '../../lease/ports.js';
import { collectProblems, invalid, notice, quote, valid, type Notice, type Result } from '../../lease/problem.js';
import { answeredSecrets } from '../answered-secrets.js';
import { findCredential } from '../credential.js';
import { parseEndpoint } from '../endpoint.js';
import { tokenFileJson } from '../token-file-json.js';
import { refuseUnsent } from '../unsent-mint.js';
import { clockSkew, explain, isRefusal, openTokenApi, successOf, TOLERATED_SKEW, type TokenApi } from './api.js';
import {
  comparePolicies,
  leftOpenBy,
  noticesOfPolicy,
  parsePolicy,
  policyHash,
  policyJson,
  printLines,
  printPolicy,
  restrictingMembers,
  type Policy,
  type TokenType,
} from './policy.js';
import type { TokenPair } from './signature.js';
import { endOfPolicy, isTokenId, readToken, readTokens, secretOf, type AnsweredToken } from './token.js';

export const DEFAULT_ENDPOINT = 'https://data.solarnetwork.net';

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
    tokenFileFormat: 'json',
    exportsTokenFile: false,
    prepare: (request, surroundings) => prepare(type, request, surroundings),
    exportedVariables: ({ id, secret }) => ({ SN_TOKEN_ID: id, SN_TOKEN_SECRET: secret }),
    tokenFileJson,
    revocation: (access, context, ports) => revocationOf(type, access, context, ports),
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
    plan: () => Promise.resolve(planOf(type, policy, access, request.lifetime)),
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
  const idGiven = request.given('credential_id') ?? surroundings.variable('SN_TOKEN_ID');
  const idCounts = secret.ok || idGiven !== undefined;
  return invalid(...(secret.ok ? [] : secret.problems), ...(id.ok || !idCounts ? [] : id.problems));
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

function planOf(type: TokenType, policy: Policy, access: Access, lifetime: Lifetime): Plan {
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
    mint: (attempt, born, ports) => mint({ type, policy, access }, attempt, born, ports),
    rehearse: (ports) => rehearse(access, lifetime, ports),
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
  const grants = differences.length === 0 ? printPolicy(policy) : JSON.stringify(token.policy);
  return { expiresAt, grants, differences, confirmed: true, notices: [] };
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
  const { tokens } = await listTokens(api, ports, (message) => new Refused(message));
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

async function listTokens(
  api: TokenApi,
  ports: Ports,
  refuse: (message: string) => Error,
): Promise<{ readonly tokens: readonly AnsweredToken[]; readonly skew: Milliseconds | undefined }> {
  // The whole list, and not the request for one token, which is answered from a cache for 15 minutes. A server may keep
  // lists too, for a minute, by token, path and parameters (JCacheContentCachingService.java of solarnetwork-central): a
  // parameter that nobody reads makes each list a new one, so that a token that was made late is in it.
  const parameters = [['unique', randomUUID()]] as const;
  const answer = await api.send({ method: 'GET', path: '', parameters, repeat: 'safe' });
  const now = ports.clock.now();
  const tokens = readTokens(answer);
  if (tokens !== undefined) return { tokens, skew: clockSkew(answer.headers, now) };
  if (successOf(answer) !== undefined) throw new Error(`${answer.what}, but not with a list of tokens`);
  throw refuse(explain(answer, api, now));
}

function revocationOf(type: TokenType, access: Access, context: Context, ports: Ports): Revocation {
  const api = openTokenApi(access, ports);
  return {
    async find(attempt) {
      const { tokens, skew } = await listTokens(api, ports, (message) => new Error(message));
      return findIn(tokens, { type, attempt, policy: context['policy'], signingId: api.signingToken.id, skew });
    },
    async revoke(id) {
      if (id === api.signingToken.id) {
        throw new Error(`${id} is the credential itself, which is never revoked`);
      }
      const answer = await api.send({ method: 'DELETE', path: '', parameters: [['tokenId', id]], repeat: 'safe' });
      if (successOf(answer) === undefined) throw new Error(explain(answer, api, ports.clock.now()));
      // The server answers the same for a token that it does not know (DaoUserBiz.java of solarnetwork-central).
      return 'revoked';
    },
    byHand: (token) => byHand(access.endpoint ?? DEFAULT_ENDPOINT, token),
  };
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
  const own = tokens.find(({ id }) => id === signingId);
  // A restricted credential is shown itself and nothing else, as if nothing else were there.
  const complete = own !== undefined && restrictingMembers(own.policy).length === 0;

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

function byHand(endpoint: string, token: { readonly id: string } | { readonly attempt: Attempt }): string {
  const config = `solaruser = "${endpoint}" under [service-urls] in ~/.s10k/config`;
  const isDefault = endpoint === DEFAULT_ENDPOINT;
  // An id may begin with a hyphen.
  const deletion = (id: string) => `s10k sec-tokens delete --identifier='${id.replaceAll("'", "'\\''")}'`;
  if ('id' in token) return `${deletion(token.id)}${isDefault ? '' : `  # with ${config}`}`;
  const { leaseId, expiresAt } = token.attempt;
  // While it has no marker, its end in milliseconds is what tells it from others. s10k prints a token a line.
  const search = `s10k sec-tokens list --display-mode=JSON | grep -E '${leaseId}|${expiresAt}'`;
  return `${isDefault ? '' : `with ${config}, `}(1) find it, with a User token that no policy restricts; an empty result from a restricted one proves nothing: ${search} (2) delete the token of each line that this prints, with the id that stands in it in the place of ID: ${deletion('ID')}`;
}
