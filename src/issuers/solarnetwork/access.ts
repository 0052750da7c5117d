import type { Access } from '../../lease/access.js';
import type { AccessFinder, FoundAccess } from '../../lease/found-access.js';
import type { Surroundings } from '../../lease/surroundings.js';
import { type Result, collectProblems, invalid, valid } from '../../request/problem.js';
import type { Given } from '../../request/request.js';
import { quote } from '../../request/shown-text.js';
import type { Words } from '../../request/words.js';
import { findCredential, exportedBefore } from '../credential.js';
import { parseEndpoint } from '../endpoint.js';
import { DEFAULT_ENDPOINT } from './api.js';
import type { TokenPair } from './signature.js';
import { isTokenId } from './token.js';

export const finder: AccessFinder = {
  title: 'SolarNetwork',
  inputs: ['url', 'credential', 'credential_id'],
  tokenIds: { matches: isTokenId, form: '20 characters, as in Lqc8Z_KzpD8.L0_em0Au', mayHoldComma: true },
  findAccess,
};

/** The pair that signs, and where. */
export function findAccess(given: Given, surroundings: Surroundings, words: Words): Result<FoundAccess> {
  const { problems, take } = collectProblems();
  const url = given('url');
  const endpoint = url === undefined ? DEFAULT_ENDPOINT : take(parseUrl(url));
  const credential = take(findPair(given, surroundings, words));
  if (problems.length > 0 || endpoint === undefined || credential === undefined) return invalid(...problems);
  const { pair, sources } = credential;
  const access: Access = { endpoint, authentication: { kind: 'secret', secret: pair.secret, id: pair.id } };
  return valid({
    access,
    sources: [
      ...sources,
      url === undefined ? `url: ${endpoint}, SolarNetwork's own` : `url: ${endpoint}, ${words.fromInput('url')}`,
    ],
    notices: [],
    async openIssuedTokens(ports) {
      // Loaded here: who mints asks for no other tokens.
      const { openIssuedTokens } = await import('./issued-tokens.js');
      return openIssuedTokens(access, ports);
    },
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
  given: Given,
  surroundings: Surroundings,
  words: Words,
): Result<{ readonly pair: TokenPair; readonly sources: readonly string[] }> {
  const secret = findCredential(given, surroundings, words, {
    variable: 'SN_TOKEN_SECRET',
    what: `the secret of a User token (and its id: ${words.input('credential_id')}, or the environment variable SN_TOKEN_ID)`,
  });
  const id = findId(given, surroundings, words);
  if (secret.ok && id.ok) {
    return valid({
      pair: { id: id.value.id, secret: secret.value.secret },
      sources: [secret.value.source, id.value.source],
    });
  }
  // Where both are missing, the problem with the secret says what to set.
  const anyGiven =
    given('credential') ??
    given('credential_id') ??
    surroundings.secretVariable('SN_TOKEN_SECRET') ??
    surroundings.variable('SN_TOKEN_ID');
  const idProblems = id.ok || anyGiven === undefined ? [] : id.problems;
  return invalid(...(secret.ok ? [] : secret.problems), ...idProblems);
}

function findId(
  given: Given,
  surroundings: Surroundings,
  words: Words,
): Result<{ readonly id: string; readonly source: string }> {
  const input = given('credential_id');
  if (input !== undefined) return readId('credential_id', input, words.fromInput('credential_id'));
  const variable = 'SN_TOKEN_ID';
  const ambient = surroundings.variable(variable);
  if (ambient === undefined) {
    return invalid({
      input: 'credential_id',
      message: `the id of the User token is needed beside its secret; set ${words.variableSetting('credential_id', variable)} or the environment variable ${variable}`,
    });
  }
  if (surroundings.exported(variable)) {
    const holds = 'so it holds the id of a minted token and not that of the parent';
    return invalid(exportedBefore(variable, holds, `Give the parent in ${words.theInput('credential_id')}`, words));
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
