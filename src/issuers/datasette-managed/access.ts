import type { Access } from '../../lease/access.js';
import type { AccessFinder, FoundAccess } from '../../lease/found-access.js';
import type { Surroundings } from '../../lease/surroundings.js';
import { collectProblems, invalid, valid, type Result } from '../../request/problem.js';
import type { Given } from '../../request/request.js';
import { quote } from '../../request/shown-text.js';
import type { Words } from '../../request/words.js';
import { parseCredential, type FoundCredential } from '../credential.js';
import { parseEndpoint } from '../endpoint.js';
import { isTokenId } from './token.js';

export const finder: AccessFinder = {
  title: 'Datasette',
  inputs: ['url', 'credential'],
  tokenIds: { matches: isTokenId, form: 'the number of the token, as in 38', mayHoldComma: false },
  findAccess,
};

export function findAccess(given: Given, surroundings: Surroundings, words: Words): Result<FoundAccess> {
  const { problems, take } = collectProblems();
  const endpoint = take(findEndpoint(given, words));
  const credential = take(findBearer(given, surroundings, words));
  if (problems.length > 0 || endpoint === undefined || credential === undefined) return invalid(...problems);
  const access: Access = { endpoint, authentication: { kind: 'secret', secret: credential.secret } };
  return valid({
    access,
    sources: [credential.source, `url: ${endpoint}, ${words.fromInput('url')}`],
    notices: [],
    async openIssuedTokens(ports) {
      // Loaded here: who mints asks for no other tokens.
      const { openIssuedTokens } = await import('./issued-tokens.js');
      return openIssuedTokens(access, ports);
    },
  });
}

function findEndpoint(given: Given, words: Words): Result<string> {
  const text = given('url');
  if (text === undefined) {
    return invalid({
      input: 'url',
      message: `the URL of the Datasette server is needed, there is no usual one; set ${words.setting('url', 'https://datasette.example.com')}, with the base_url of the server where it has one`,
    });
  }
  const url = parseEndpoint('url', text);
  if (!url.ok) return url;
  const base = /^(.*?)\/-(?:\/|$)/.exec(url.value)?.[1];
  if (base === undefined) return url;
  return invalid({ input: 'url', message: `found ${quote(url.value)}; expected the part before /-/, as in ${base}` });
}

/** No variable is a fallback: the one that Datasette's clients read holds tokens for data. */
function findBearer(given: Given, surroundings: Surroundings, words: Words): Result<FoundCredential> {
  const text = given('credential');
  if (text === undefined || text.trim() === '') {
    const { emptyCredentialHint } = surroundings;
    const hint = emptyCredentialHint === '' ? '' : ` ${emptyCredentialHint}`;
    return invalid({
      input: 'credential',
      message: `a Datasette token whose actor may create tokens is needed to mint with, and none is given; set ${words.secretSetting('credential', 'PARENT')}. No environment variable is read for it.${hint}`,
    });
  }
  const secret = parseCredential('credential', text);
  if (!secret.ok) return secret;
  // Masked as it was read, with its blanks; what is sent has none.
  surroundings.mask(secret.value);
  return valid({ secret: secret.value, source: `credential: ${words.fromInput('credential')}` });
}
