import type { Issuer, Plan, Prepared } from '../../lease/issuer.js';
import type { Request } from '../../request/request.js';
import { endOf, formatDuration, HOUR, YEAR, type Milliseconds } from '../../request/lifetime.js';
import { notice, warning, type Notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import { collectProblems, invalid, valid, type Result } from '../../request/problem.js';
import { noteOnEncoded } from '../../request/encoded-text.js';
import { quote } from '../../request/shown-text.js';
import type { Trial } from './acceptance.js';
import { tokenFileJson } from '../token-file-json.js';
import { fullName } from './actions.js';
import { printRestrictions, restrictionsJson, type Restrictions } from './restrictions.js';
import { payload, signToken } from './token.js';
import { readGrants } from './grants.js';
import type { Words } from '../../request/words.js';
import { findAccess, finder, type DatasetteAccess } from './access.js';

const LONGEST_TOKEN = 16 * 1024;

/**
 * Datasette's signed tokens: made here, with the secret of the server, and stored nowhere. So they cannot be revoked, and
 * no request is needed to make one; with `url` given, a token is tried at the server before it is handed on.
 */
export const datasette: Issuer = {
  title: finder.title,
  grantExample: 'mydb mytable: insert-row, update-row',
  inputs: ['actor', ...finder.inputs],
  expiry: { kind: 'second', longest: YEAR },
  tokenFileFormat: 'token',
  exportsTokenFile: false,
  prepare: (request, surroundings, words) => prepare(request, findAccess(request.given, surroundings, words), words),
};

interface Found {
  readonly actor: string;
  readonly secret: string;
  readonly endpoint: string | undefined;
  readonly restrictions: Restrictions | undefined;
}

function prepare(request: Request, reached: Result<DatasetteAccess>, words: Words): Result<Prepared> {
  const { problems, take } = collectProblems();
  const datasetteAccess = take(reached);
  const actor = take(findActor(request, words));
  const granted = take(readGrants(request.grants));
  if (problems.length > 0 || datasetteAccess === undefined || actor === undefined || granted === undefined) {
    return invalid(...problems);
  }
  const { access, secret, sources, notices } = datasetteAccess;
  const { endpoint } = access;
  const found: Found = { actor, secret, endpoint, restrictions: granted.restrictions };
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
    access,
    sources,
    notices: [...granted.notices, ...noticesOfActor(actor), ...notices, ...noticesOfLife(request, words)],
    plan: (ports) => Promise.resolve(plan(found, ports)),
  });
}

function sign({ actor, secret, restrictions }: Found, now: Milliseconds, end: Milliseconds): string {
  const createdAt = Math.floor(now / 1000);
  return signToken(payload({ actor, createdAt, life: end / 1000 - createdAt, restrictions }), secret);
}

function plan(found: Found, ports: Ports): Plan {
  const { actor, endpoint, restrictions } = found;
  let trial: Trial | undefined;
  const grants = restrictions === undefined ? 'unrestricted' : restrictionsJson(restrictions, fullName);
  return {
    grants,
    shownGrants: restrictions === undefined ? ['unrestricted'] : printRestrictions(restrictions),
    leftOpen: [],
    notices: [],
    context: {},
    exports: ({ secret }) => ({ DATASETTE_TOKEN: secret }),
    tokenFile: tokenFileJson,
    serverAhead: () => trial?.serverAhead(),
    async mint(attempt, born) {
      const token = sign(found, attempt.startedAt + attempt.serverAhead, attempt.expiresAt);
      // Datasette gives its tokens no id, and a hash would let whoever reads it try secrets.
      born({ id: attempt.leaseId, secret: token });
      if (endpoint === undefined) {
        return { expiresAt: attempt.expiresAt, grants, differences: [], unconfirmed: ['grants'], notices: [] };
      }
      // Loaded here, so that an offline token does not pay for a network.
      const { openTrial } = await import('./acceptance.js');
      trial ??= openTrial(endpoint, ports);
      const { expiresAt, differences } = await trial.tryToken(token, {
        kind: 'dstok',
        actor,
        restrictions,
      });
      return { expiresAt, differences, grants, unconfirmed: [], notices: [] };
    },
  };
}

function findActor({ given }: Request, words: Words): Result<string> {
  const actor = given('actor')?.trim();
  if (actor !== undefined) return valid(actor);
  return invalid({
    input: 'actor',
    message: `the id of the actor that the token acts as is needed, as in ${words.setting('actor', 'ci-bot')}; the token can never do more than this actor may`,
  });
}

function noticesOfActor(actor: string): readonly Notice[] {
  if (actor === 'root') {
    return [
      notice(
        'the actor root has no rights of its own unless the server was started with --root and no permission block names others.',
      ),
    ];
  }
  if (/^\{.*\}$|^\[.*\]$|^".*"$/s.test(actor)) {
    return [
      notice(
        `the actor ${quote(actor)} is JSON, and is taken literally, as an id. Write the id alone, as in actor: ci-bot.`,
      ),
    ];
  }
  const encoded = noteOnEncoded([actor]);
  return encoded === undefined ? [] : [notice(`actor: ${encoded}`)];
}

function noticesOfLife({ lifetime, now }: Request, { work }: Words): readonly Notice[] {
  const life = Math.ceil((endOf(lifetime, now) - now) / 1000);
  if (life <= HOUR) return [];
  return [
    warning(
      `A Datasette token cannot be revoked, and this one lives for ${formatDuration(life)}. Ask for as little as the ${work} needs.`,
    ),
  ];
}
