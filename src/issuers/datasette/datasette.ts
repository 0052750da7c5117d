import type { Issuer, Plan, Prepared, Request, Surroundings } from '../../lease/issuer.js';
import { endOf, formatDuration, HOUR, YEAR } from '../../lease/lifetime.js';
import { invalid, notice, valid, warning, type Notice, type Problem, type Result } from '../../lease/problem.js';
import { parseEndpoint } from '../endpoint.js';
import { tokenFileJson } from '../token-file-json.js';
import { fullName } from './actions.js';
import { printRestrictions, readRestrictions, restrictionsJson, type Restrictions } from './restrictions.js';
import { payload, signToken, tokenId } from './token.js';

/**
 * Datasette's signed tokens: made here, with the secret of the server, and stored nowhere. So they cannot be revoked, and
 * no request is needed to make one; with `url` given, a token is tried at the server before it is handed on.
 */
export const datasette: Issuer = {
  title: 'Datasette',
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
  const problems: Problem[] = [];
  const take = <Value>(result: Result<Value>): Value | undefined => {
    if (result.ok) return result.value;
    problems.push(...result.problems);
    return undefined;
  };
  const credential = take(findSecret(request, surroundings));
  const actor = take(findActor(request));
  const url = request.given('url');
  const endpoint = url === undefined ? undefined : take(parseEndpoint('url', url));
  const granted = take(readRestrictions(request.grants));
  if (problems.length > 0 || credential === undefined || actor === undefined || granted === undefined) {
    return invalid(...problems);
  }
  const { restrictions } = granted;
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
    plan: () => Promise.resolve(plan({ actor, secret: credential.secret, endpoint, restrictions })),
  });
}

function plan({ actor, secret, endpoint, restrictions }: Found): Plan {
  const grants = restrictions === undefined ? 'unrestricted' : restrictionsJson(restrictions, fullName);
  return {
    grants,
    shownGrants: restrictions === undefined ? ['unrestricted'] : printRestrictions(restrictions),
    leftOpen: [],
    notices: [],
    context: {},
    async mint(attempt, born, ports) {
      const createdAt = Math.floor(attempt.startedAt / 1000);
      const life = attempt.expiresAt / 1000 - createdAt;
      const token = signToken(payload({ actor, createdAt, life, restrictions }), secret);
      born({ id: tokenId(token), secret: token });
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
  if (input !== undefined) return valid({ secret: input, source: 'credential: from the input' });
  const variable = surroundings.secretVariable('DATASETTE_SECRET');
  if (variable !== undefined) {
    return valid({ secret: variable, source: 'credential: from the environment variable DATASETTE_SECRET' });
  }
  return invalid({
    input: 'credential',
    message:
      `the secret of the Datasette server is needed to sign with, and none is given; set credential: \${{ secrets.DATASETTE_SECRET }} or the environment variable DATASETTE_SECRET. ${surroundings.emptyCredentialHint}`.trimEnd(),
  });
}

function findActor({ given }: Request): Result<string> {
  const actor = given('actor');
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
  if (secret === secret.trim()) return [];
  return [
    warning(
      'The secret begins or ends with a blank or a new line. Datasette takes it as it is, so it is used as it is; if the server refuses the token, remove them.',
    ),
  ];
}

function noticesOfLife({ lifetime, now }: Request): readonly Notice[] {
  const life = (endOf(lifetime, now) - now) / 1000;
  if (life <= HOUR) return [];
  return [
    warning(
      `A Datasette token cannot be revoked, and this one lives for ${formatDuration(life)}. Ask for as little as the job needs.`,
    ),
  ];
}
