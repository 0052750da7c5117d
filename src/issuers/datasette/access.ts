import type { AccessFinder, FoundAccess } from '../../lease/found-access.js';
import { type Notice, warning } from '../../lease/notice.js';
import type { Surroundings } from '../../lease/surroundings.js';
import { type Result, collectProblems, invalid, valid } from '../../request/problem.js';
import type { Given } from '../../request/request.js';
import type { Words } from '../../request/words.js';
import { parseEndpoint } from '../endpoint.js';

/** A Datasette server: the secret that signs its tokens, and where they are tried. */
export interface DatasetteAccess extends FoundAccess {
  readonly secret: string;
}

export const finder: AccessFinder = { title: 'Datasette', inputs: ['credential', 'url'], findAccess };

export function findAccess(given: Given, surroundings: Surroundings, words: Words): Result<DatasetteAccess> {
  const { problems, take } = collectProblems();
  const credential = take(findSecret(given, surroundings, words));
  const url = given('url');
  const endpoint = url === undefined ? undefined : take(parseEndpoint('url', url));
  if (problems.length > 0 || credential === undefined) return invalid(...problems);
  return valid({
    secret: credential.secret,
    // The secret is not needed to end a lease, so it is not kept.
    access: { endpoint, authentication: { kind: 'none' } },
    sources: [
      credential.source,
      endpoint === undefined
        ? 'url: none, the token is signed offline and not tried'
        : `url: ${words.fromInput('url')}; the token is tried there before it is handed on, which proves its actor and restrictions, and not that they allow anything`,
    ],
    notices: noticesOfSecret(credential.secret),
  });
}

const VARIABLE = 'DATASETTE_SECRET';
function findSecret(
  given: Given,
  surroundings: Surroundings,
  words: Words,
): Result<{ readonly secret: string; readonly source: string }> {
  const input = given('credential');
  if (input !== undefined) return read('credential', input, words.fromInput('credential'));
  const variable = surroundings.secretVariable(VARIABLE);
  if (variable !== undefined && variable.trim() !== '') {
    return read(VARIABLE, variable, `from the environment variable ${VARIABLE}`);
  }
  return invalid({
    input: 'credential',
    message:
      `the secret of the Datasette server is needed to sign with, and none is given; set ${words.secretSetting('credential', VARIABLE)} or the environment variable DATASETTE_SECRET. ${surroundings.emptyCredentialHint}`.trimEnd(),
  });

  function read(input: string, secret: string, origin: string) {
    // A minted token signs tokens as well as any other text does, and no server would take one of them.
    if (/^\s*dstok_/.test(secret)) {
      return invalid({
        input,
        message:
          'the value is a Datasette token; expected the secret of the server (DATASETTE_SECRET), which signs tokens',
      });
    }
    return valid({ secret, source: `credential: ${origin}` });
  }
}

/** Secrets of fewer characters than this, if a person chose them, can be tried. Datasette makes its own of 64 (datasette/app.py). */
const SHORTEST_SECRET = 32;

function noticesOfSecret(secret: string): readonly Notice[] {
  const notices: Notice[] = [];
  if (secret.trim().length < SHORTEST_SECRET) {
    notices.push(
      warning(
        `The secret has fewer than ${SHORTEST_SECRET} characters, and everything signed with it, such as a token or a cookie, can be used to guess it. Give the server a long random one.`,
      ),
    );
  }
  if (secret === secret.trim()) return notices;
  return [
    ...notices,
    warning(
      'The secret begins or ends with a blank or a new line. Datasette takes it as it is, so it is used as it is; if the server refuses the token, remove them.',
    ),
  ];
}
