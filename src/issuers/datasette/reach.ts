import { notice, warning, type Notice } from '../../lease/notice.js';
import { noteOnEncoded } from '../../request/encoded-text.js';
import { printWord } from '../../request/grants.js';
import { quote } from '../../request/shown-text.js';
import { ACTIONS } from './actions.js';
import { grantedScopes, type Restrictions, type Scope } from './restrictions.js';

/**
 * What follows from an action beyond what is granted by name: what its holder reaches without a grant on it, and what stays
 * when the token has ended. Each was seen on Datasette 1.0a41, but for the actions of datasette-auth-tokens, which are read
 * in its source. It says what follows, and not by which requests. The text goes on after the name of the action; `where` is
 * the database, or every one.
 */
export const REACH: ReadonlyMap<string, (where: string) => string> = new Map<string, (where: string) => string>([
  [
    'auth-tokens-create',
    () =>
      'lets the holder of the token make other tokens of the same actor, also without any restrictions and without an end (datasette-auth-tokens): they outlive this one',
  ],
  [
    'auth-tokens-edit-all',
    () => 'changes what all tokens may do, those of others too (datasette-auth-tokens), and outlives this one',
  ],
  ['auth-tokens-revoke-all', () => 'revokes all tokens, those of others too (datasette-auth-tokens)'],
  ['execute-sql', (where) => `opens every table of ${where} for reading, also tables that are not granted here`],
  [
    'execute-write-sql',
    (where) => `can copy every table of ${where} into one that it may write, also tables that are not granted here`,
  ],
  ['view-database-download', (where) => `hands out all of ${where}, also tables that are not granted here`],
  [
    'store-query',
    () => 'outlives the token: a query that is stored stays, and runs with the rights of whoever opens it',
  ],
  [
    'update-query',
    () => 'outlives the token: a query of others can be changed, and runs with the rights of whoever opens it',
  ],
  ['alter-table', () => 'can give a table another name, on which this token and others may have other rights'],
  [
    'view-query',
    (where) =>
      `runs what the queries of the configuration say, also on tables of ${where} that are not granted here, and also to write`,
  ],
  ['permissions-debug', () => 'shows what other actors may do, and what they asked for lately'],
]);

/** So many tokens need it, or it is so nearly what is asked for, that a warning would only teach not to read warnings. */
function isUsual(action: string, { resource }: Scope): boolean {
  return ['alter-table', 'permissions-debug'].includes(action) || (action === 'view-query' && resource !== undefined);
}

/**
 * What of the grants does not do what it seems to do, or does more, as seen on Datasette 1.0a36 to 1.0a41: servers answer
 * such grants with silence.
 */
export function noticesOfRestrictions(restrictions: Restrictions): readonly Notice[] {
  const encoded = noteOnEncoded(namesIn(restrictions));
  const notices: Notice[] = encoded === undefined ? [] : [notice(encoded)];
  /** Whether an action is granted where it counts for something in a scope: there, on its database, or on everything. */
  const allows = (action: string, { database, resource }: Scope) =>
    restrictions.all.has(action) ||
    (database !== undefined && restrictions.databases.get(database)?.has(action) === true) ||
    (database !== undefined &&
      resource !== undefined &&
      restrictions.resources.get(database)?.get(resource)?.has(action) === true);

  for (const database of new Set([...restrictions.databases.keys(), ...restrictions.resources.keys()])) {
    if (!database.includes('/')) continue;
    notices.push(
      warning(
        `the name of the database ${quote(database)} holds a /; a table of a database is written with a blank: DATABASE TABLE.`,
      ),
    );
  }
  for (const { label, scope, actions } of grantedScopes(restrictions)) {
    const where = scope.database === undefined ? 'every database' : `the database ${quote(scope.database)}`;
    for (const action of actions) {
      const useless = uselessGrant(action, label, scope);
      if (useless !== undefined) {
        notices.push(warning(useless));
        continue;
      }
      const follows = REACH.get(action)?.(where);
      if (follows !== undefined) {
        const told = isUsual(action, scope) ? notice : warning;
        notices.push(told(`${action} ${follows}.`));
      }
      const needed = NEEDED_ON_DATABASE.get(action);
      if (needed !== undefined && !allows(needed, scope)) {
        notices.push(warning(`${action} on ${where} is refused without ${needed} there; add it.`));
      }
      if (action === 'execute-write-sql') {
        notices.push(
          warning(
            'execute-write-sql does nothing alone: on each table that a statement touches, INSERT needs insert-row, update-row and delete-row; UPDATE these and view-table; DELETE delete-row and view-table; reading another table view-table.',
          ),
        );
      }
      if (action === 'insert-row' && !allows('update-row', scope)) {
        notices.push(
          notice(`insert-row on ${label} inserts new rows; upsert, and insert with replace, need update-row too.`),
        );
      }
      if (action === 'create-table' && !allows('insert-row', scope)) {
        notices.push(
          notice(`create-table on ${label} makes empty tables; creating one with rows needs insert-row too.`),
        );
      }
    }
    if (scope.database === undefined && [...actions].some((action) => ACTIONS.get(action)?.level !== 'instance')) {
      notices.push(notice('a grant on * covers every database of the server, later ones too.'));
    }
  }
  return notices;
}

/** The action without which another one on a database is refused. */
const NEEDED_ON_DATABASE: ReadonlyMap<string, string> = new Map([
  ['execute-sql', 'view-database'],
  ['execute-write-sql', 'view-database'],
  ['view-database-download', 'view-database'],
  ['store-query', 'execute-sql'],
]);

function uselessGrant(action: string, label: string, { database, resource }: Scope): string | undefined {
  const level = ACTIONS.get(action)?.level;
  if (level === 'instance' && database !== undefined) {
    return `${action} on ${label} allows nothing: it is checked on the whole server. Write "*: ${action}".`;
  }
  if (level === 'database' && database !== undefined && resource !== undefined) {
    return `${action} on ${label} allows nothing: it is checked on a database. Write "${printWord(database)}: ${action}".`;
  }
  if (level === 'query' && database !== undefined && resource === undefined) {
    return `${action} on the database ${label} allows nothing on today's servers. Name the query ("${label} QUERY: ${action}"), or grant it on *.`;
  }
  return undefined;
}

function namesIn({ databases, resources }: Restrictions): readonly string[] {
  return [...databases.keys(), ...resources.keys(), ...[...resources.values()].flatMap((tables) => [...tables.keys()])];
}
