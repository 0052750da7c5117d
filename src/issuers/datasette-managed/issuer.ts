import { Refused, type Issuer, type Plan, type Prepared } from '../../lease/issuer.js';
import type { Access } from '../../lease/access.js';
import type { FoundAccess } from '../../lease/found-access.js';
import { notice, warning, type Notice } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import { endOf, formatDuration, formatInstant, YEAR, type Expiry } from '../../request/lifetime.js';
import { collectProblems, formatProblem, invalid, valid, type Problem, type Result } from '../../request/problem.js';
import type { Request } from '../../request/request.js';
import { quote, showJson } from '../../request/shown-text.js';
import type { Words } from '../../request/words.js';
import { fullName } from '../datasette/actions.js';
import { readGrants } from '../datasette/grants.js';
import { grantedScopes, printRestrictions, restrictionsJson, type Restrictions } from '../datasette/restrictions.js';
import type { Fields } from '../json-fields.js';
import { tokenFileJson } from '../token-file-json.js';
import { findAccess, finder } from './access.js';
import { askActor, errorOf, LIST, openApi, type Api } from './api.js';
import { canBeAsked } from './form.js';
import { mint } from './mint.js';
import { readList } from './pages.js';

const EXPIRY: Expiry = { kind: 'minute', longest: YEAR };

/**
 * Tokens that the plugin datasette-auth-tokens keeps in a database of the server: made over HTTP by the holder of another token of
 * the same actor, and revocable.
 */
export const datasetteManaged: Issuer = {
  title: finder.title,
  grantExample: 'mydb mytable: insert-row, update-row',
  inputs: ['actor', ...finder.inputs],
  expiry: EXPIRY,
  endsByToken: true,
  showsDescriptions: true,
  tokenFileFormat: 'token',
  exportsTokenFile: false,
  prepare: (request, surroundings, words) => prepare(request, findAccess(request.given, surroundings, words), words),
};

function prepare(request: Request, found: Result<FoundAccess>, words: Words): Result<Prepared> {
  const { problems, take } = collectProblems();
  const reached = take(found);
  const granted = take(readGrants(request.grants));
  problems.push(...problemsOfForm(granted?.restrictions));
  if (problems.length > 0 || reached === undefined || granted === undefined) return invalid(...problems);
  const { access, sources, notices } = reached;
  const wish = { actor: request.given('actor')?.trim(), restrictions: granted.restrictions };
  return valid({
    access,
    sources,
    notices: [...granted.notices, ...notices, ...noticesOfLife(request)],
    plan: (ports) => plan(access, wish, words, ports),
  });
}

function problemsOfForm(restrictions: Restrictions | undefined): readonly Problem[] {
  if (restrictions === undefined) return [];
  const actions = new Set(grantedScopes(restrictions).flatMap((scope) => [...scope.actions]));
  return [...actions]
    .filter((action) => !canBeAsked(action))
    .map((action) => ({
      input: 'grants',
      message: `found the action ${quote(action)}; the form of datasette-auth-tokens leaves out an action with a colon without a word, so it cannot be asked for`,
    }));
}

function noticesOfLife({ lifetime, now }: Request): readonly Notice[] {
  const asked = endOf(lifetime, now);
  const end = endOf(lifetime, now, EXPIRY);
  if (end === asked) return [];
  return [
    notice(
      `datasette-auth-tokens counts whole minutes from when it makes a token: the token will end ${formatDuration((asked - end) / 1000)} before what was asked for, at ${formatInstant(end)}.`,
    ),
  ];
}

interface AskedFor {
  /** Undefined: that of the credential, whoever it is. */
  readonly actor: string | undefined;
  readonly restrictions: Restrictions | undefined;
}

async function plan(access: Access, { actor, restrictions }: AskedFor, words: Words, ports: Ports): Promise<Plan> {
  const api = openApi(access, ports);
  const parent = await askActor(api, api.credential);
  const owner = ownerOf(parent, actor, api, words);
  await refuseWhereNoneCanBeMade(api);
  const grants = restrictions === undefined ? 'unrestricted' : restrictionsJson(restrictions, fullName);
  return {
    grants,
    shownGrants: restrictions === undefined ? ['unrestricted'] : printRestrictions(restrictions),
    leftOpen: [],
    notices: noticesOfParent(parent, owner),
    context: {},
    exports: ({ secret }) => ({ DATASETTE_TOKEN: secret }),
    tokenFile: tokenFileJson,
    serverAhead: api.client.serverAhead,
    mint: (attempt, born) => mint({ actor: owner, restrictions, grants }, api, attempt, born, ports),
  };
}

/**
 * The actor of the credential, which the token will have too.
 *
 * @throws Refused when it has none, or another than was named
 */
function ownerOf(parent: Fields | null, named: string | undefined, { endpoint }: Api, words: Words): string {
  const id = parent?.['id'];
  if (id === undefined || id === null || id === '') {
    throw refused(
      'credential',
      `${endpoint} does not know the credential (its actor is null): it was revoked, has ended, is no token of this server, or something on the way removed the Authorization header`,
      words,
    );
  }
  const owner = typeof id === 'string' ? id : showJson(id);
  if (named === undefined || named === owner) return owner;
  throw refused(
    'actor',
    `found ${quote(named)}, and the credential is one of the actor ${quote(owner)}; a token has the actor of the credential that it is made with: give a credential of ${quote(named)}, or remove ${words.input('actor')}`,
    words,
  );
}

function refused(input: string, message: string, words: Words): Refused {
  const problem = { input, message };
  return new Refused(formatProblem({ ...problem, input: words.place(input) }), { problems: [problem] });
}

/**
 * The list of tokens is where the token of a lost answer is found, and it says whether the credential may make one.
 *
 * @throws Refused when none can be made, Error when none could be found again
 */
async function refuseWhereNoneCanBeMade(api: Api): Promise<void> {
  const answer = await api.get(LIST, api.credential);
  if (answer.status !== 200) throw errorOf(answer, api);
  const { mayCreate } = readList(answer.text);
  if (mayCreate) return;
  throw new Refused(
    'the credential may create no tokens: its actor needs the permission auth-tokens-create in the configuration of the server, and it must not be restricted to less itself',
  );
}

function noticesOfParent(parent: Fields | null, owner: string): readonly Notice[] {
  const kept = parent?.['token'] === 'dsatok';
  const remedy = kept
    ? 'so can the token that is minted here revoke the credential. Give the credential an actor that has no other tokens, or let it be a signed one (dstok_), which cannot be revoked so'
    : 'the credential itself is no such token. Let the actor have no others';
  return [
    warning(
      `datasette-auth-tokens lets every token of the actor ${quote(owner)}, however narrow, revoke all tokens of that actor that it keeps, and read what they may do; ${remedy}.`,
    ),
    ...(parent?.['_r'] === undefined
      ? []
      : [
          notice(
            'the credential is restricted, and its restrictions are none to what it makes: with auth-tokens-create alone a token can make one that may do whatever its actor may do.',
          ),
        ]),
    notice('anyone who reaches the server may read the list of its tokens, with their names and descriptions.'),
  ];
}
