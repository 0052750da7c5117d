import type { Issuer, Plan, Prepared, Surroundings } from '../../lease/issuer.js';
import type { Request } from '../../request/request.js';
import { endOf, formatDuration, HOUR, YEAR, type Milliseconds } from '../../request/lifetime.js';
import { notice, warning, type Notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import { collectProblems, invalid, valid, type Result } from '../../request/problem.js';
import { parseEndpoint } from '../endpoint.js';
import { tokenFileJson } from '../token-file-json.js';
import { fullName } from './actions.js';
import { printRestrictions, restrictionsJson, type Restrictions } from './restrictions.js';
import { payload, signToken } from './token.js';
import { readGrants } from './grants.js';

const VARIABLE = 'DATASETTE_SECRET';
/** Secrets of fewer characters than this, if a person chose them, can be tried. Datasette makes its own of 64 (datasette/app.py). */
const SHORTEST_SECRET = 32;
const LONGEST_TOKEN = 16 * 1024;

/**
 * Datasette's signed tokens: made here, with the secret of the server, and stored nowhere. So they cannot be revoked, and
 * no request is needed to make one; with `url` given, a token is tried at the server before it is handed on.
 */
export const datasette: Issuer = {
  title: 'Datasette',
  grantExample: 'mydb mytable: insert-row, update-row',
  inputs: ['actor', 'credential', 'url'],
  expiry: { kind: 'second', longest: YEAR },
  tokenFileFormat: 'token',
  exportsTokenFile: false,
  prepare,
  exportedVariables: (token) => ({ DATASETTE_TOKEN: token.secret }),
  tokenFileJson,
};

interface Found {
  readonly actor: string;
  readonly secret: string;
  readonly endpoint: string | undefined;
  readonly restrictions: Restrictions | undefined;
}

function prepare(request: Request, surroundings: Surroundings): Result<Prepared> {
  const { problems, take } = collectProblems();
  const credential = take(findSecret(request, surroundings));
  const actor = take(findActor(request));
  const url = request.given('url');
  const endpoint = url === undefined ? undefined : take(parseEndpoint('url', url));
  const granted = take(readGrants(request.grants));
  if (problems.length > 0 || credential === undefined || actor === undefined || granted === undefined) {
    return invalid(...problems);
  }
  const found: Found = { actor, secret: credential.secret, endpoint, restrictions: granted.restrictions };
  const lengthOf = (token: Found) => sign(token, request.now, endOf(request.lifetime, request.now)).length;
  const length = lengthOf(found);
  if (length > LONGEST_TOKEN) {
    if (lengthOf({ ...found, restrictions: undefined }) > LONGEST_TOKEN) {
      return invalid({
        input: 'actor',
        message: `it has ${actor.length} characters, which makes a token of ${length} characters; expected at most ${LONGEST_TOKEN}`,
      });
    }
    return invalid({
      input: 'grants',
      message: `with the actor they make a token of ${length} characters; expected at most ${LONGEST_TOKEN}. Grant on databases instead of single tables, or mint several tokens`,
    });
  }
  return valid({
    // The secret is not needed to end the lease, so it is not kept.
    access: { endpoint, authentication: { kind: 'none' } },
    sources: [
      credential.source,
      endpoint === undefined
        ? 'url: none, the token is signed offline and not tried'
        : 'url: from the input; the token is tried there before it is handed on',
    ],
    notices: [
      ...granted.notices,
      ...noticesOfActor(actor),
      ...noticesOfSecret(credential.secret),
      ...noticesOfLife(request),
    ],
    plan: (ports) => Promise.resolve(plan(found, ports)),
  });
}

function sign({ actor, secret, restrictions }: Found, now: Milliseconds, end: Milliseconds): string {
  const createdAt = Math.floor(now / 1000);
  return signToken(payload({ actor, createdAt, life: end / 1000 - createdAt, restrictions }), secret);
}

function plan(found: Found, ports: Ports): Plan {
  const { actor, endpoint, restrictions } = found;
  const grants = restrictions === undefined ? 'unrestricted' : restrictionsJson(restrictions, fullName);
  return {
    grants,
    shownGrants: restrictions === undefined ? ['unrestricted'] : printRestrictions(restrictions),
    leftOpen: [],
    notices: [],
    context: {},
    async mint(attempt, born) {
      const token = sign(found, attempt.startedAt, attempt.expiresAt);
      // Datasette gives its tokens no id, and a hash would let whoever reads it try secrets.
      born({ id: attempt.leaseId, secret: token });
      if (endpoint === undefined) {
        return { expiresAt: attempt.expiresAt, grants, differences: [], confirmed: false, notices: [] };
      }
      // Loaded here, so that an offline token does not pay for a network.
      const { tryToken } = await import('./acceptance.js');
      const tried = await tryToken(endpoint, token, { actor, restrictions }, ports);
      return { ...tried, grants, confirmed: true, notices: [] };
    },
  };
}

function findSecret(
  { given }: Request,
  surroundings: Surroundings,
): Result<{ readonly secret: string; readonly source: string }> {
  const input = given('credential');
  if (input !== undefined) return read('credential', input, 'the input');
  const variable = surroundings.secretVariable(VARIABLE);
  if (variable !== undefined && variable.trim() !== '') {
    return read(VARIABLE, variable, `the environment variable ${VARIABLE}`);
  }
  return invalid({
    input: 'credential',
    message:
      `the secret of the Datasette server is needed to sign with, and none is given; set credential: \${{ secrets.DATASETTE_SECRET }} or the environment variable DATASETTE_SECRET. ${surroundings.emptyCredentialHint}`.trimEnd(),
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
    return valid({ secret, source: `credential: from ${origin}` });
  }
}

function findActor({ given }: Request): Result<string> {
  const actor = given('actor')?.trim();
  if (actor !== undefined) return valid(actor);
  return invalid({
    input: 'actor',
    message:
      'the id of the actor that the token acts as is needed, as in actor: ci-bot; the token can never do more than this actor may',
  });
}

function noticesOfActor(actor: string): readonly Notice[] {
  if (actor !== 'root') return [];
  return [
    notice(
      'the actor root has no rights of its own unless the server was started with --root and no permission block names others.',
    ),
  ];
}

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

function noticesOfLife({ lifetime, now }: Request): readonly Notice[] {
  const life = Math.ceil((endOf(lifetime, now) - now) / 1000);
  if (life <= HOUR) return [];
  return [
    warning(
      `A Datasette token cannot be revoked, and this one lives for ${formatDuration(life)}. Ask for as little as the job needs.`,
    ),
  ];
}
