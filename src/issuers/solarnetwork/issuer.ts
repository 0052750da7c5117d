import { type Issuer, type Plan, type Prepared, type Surroundings } from '../../lease/issuer.js';
import type { Request } from '../../request/request.js';
import { YEAR, type Lifetime } from '../../request/lifetime.js';
import { notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import { collectProblems, invalid, valid, type Result } from '../../request/problem.js';
import { quote } from '../../request/shown-text.js';
import { findCredential } from '../credential.js';
import { parseEndpoint } from '../endpoint.js';
import { tokenFileJson } from '../token-file-json.js';
import { DEFAULT_ENDPOINT } from './api.js';
import { readGrants } from './grants.js';
import { printLines, printPolicy, type TokenType } from './policy.js';
import { leftOpenBy, noticesOfPolicy } from './reach.js';
import type { TokenPair } from './signature.js';
import { isTokenId } from './token.js';
import type { Access } from '../../lease/access.js';
import { policyHash } from './compare.js';
import { type Wish, mint } from './mint.js';
import { rehearse } from './rehearsal.js';

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
  const policy = take(readGrants(request.grants));
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

function planOf(request: Wish, lifetime: Lifetime, ports: Ports): Plan {
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
