import { besideUnrestricted, isAll, type Grants, type GrantLine } from '../../request/grants.js';
import { describeNode, type JsonEntry, type JsonNode } from '../../request/json-text.js';
import { warning, type Notice } from '../../lease/notice.js';
import { invalid, valid, type Position, type Problem, type Result } from '../../request/problem.js';
import { quote } from '../../request/shown-text.js';
import { nearest } from '../../request/suggestion.js';
import { ACTIONS, fullName } from './actions.js';
import { noticesOfRestrictions } from './reach.js';
import type { Restrictions, Scope } from './restrictions.js';

interface Collected {
  readonly all: Set<string>;
  readonly databases: Map<string, Set<string>>;
  readonly resources: Map<string, Map<string, Set<string>>>;
}

/** Reads grants as restrictions; undefined for `unrestricted`, which Datasette knows as a token without any. */
export function readGrants(
  grants: Grants,
): Result<{ readonly restrictions: Restrictions | undefined; readonly notices: readonly Notice[] }> {
  if (grants.form === 'unrestricted') {
    const surplus = besideUnrestricted(grants);
    if (surplus.length > 0) return invalid(...surplus);
    return valid({
      restrictions: undefined,
      notices: [warning('The token is unrestricted: it may do whatever its actor may do. List grants to narrow it.')],
    });
  }
  const problems: Problem[] = [];
  const notices: Notice[] = [];
  const collected: Collected = { all: new Set(), databases: new Map(), resources: new Map() };

  const problem = (at: Position, message: string) => void problems.push({ input: 'grants', at, message });
  const add = (scope: Scope, action: string, at: Position) => {
    const checked = checkAction(action);
    if (checked.kind === 'mistyped') {
      problem(at, checked.message);
    } else {
      if (checked.kind === 'unknown') notices.push(warning(checked.message));
      actionsOf(collected, scope).add(checked.action);
    }
  };

  if (grants.form === 'lines') for (const line of grants.lines) readLine(line, add, problem);
  else readJson(grants.values, add, problem);

  if (problems.length > 0) return invalid(...problems);
  return valid({ restrictions: collected, notices: [...notices, ...noticesOfRestrictions(collected)] });
}

type Add = (scope: Scope, action: string, at: Position) => void;
type Report = (at: Position, message: string) => void;

function readLine({ resource, actions, at }: GrantLine, add: Add, problem: Report): void {
  const [database, table, surplus] = resource;
  if (database === undefined) return;
  if (surplus !== undefined) {
    problem(
      surplus.at,
      `found ${quote(surplus.text)}, a third word; expected DATABASE or DATABASE TABLE (put a name with blanks in double quotes)`,
    );
    return;
  }
  if (isAll(database) && table !== undefined) {
    problem(
      at,
      `${quote(`* ${table.text}`)} would be one table of every database, which Datasette does not know; name the database, or write * alone for everything`,
    );
    return;
  }
  if (table !== undefined && isAll(table)) {
    problem(
      table.at,
      `${quote(`${database.text} *`)} is written ${database.text} alone: a grant on a database covers all its tables`,
    );
    return;
  }
  const scope: Scope = isAll(database)
    ? {}
    : { database: database.text, ...(table === undefined ? {} : { resource: table.text }) };
  for (const action of actions) {
    if (isAll(action)) problem(action.at, 'Datasette knows no * as an action; list the actions');
    else add(scope, action.text, action.at);
  }
}

const SHAPE = 'expected {"a": [actions], "d": {database: [actions]}, "r": {database: {table: [actions]}}}';

function readJson(values: readonly JsonNode[], add: Add, problem: Report): void {
  const [node, surplus] = values;
  if (node === undefined) return;
  if (surplus !== undefined) problem(surplus.at, `found a second value; ${SHAPE}`);
  const members = entriesOf(node, problem);
  if (members === undefined) return;
  for (const { key, at, value } of members) {
    if (key === 'a') readActions({}, value, add, problem);
    else if (key === 'd') {
      for (const database of entriesOf(value, problem) ?? []) {
        if (named(database, 'database', problem)) readActions({ database: database.key }, database.value, add, problem);
      }
    } else if (key === 'r') {
      for (const database of entriesOf(value, problem) ?? []) {
        if (!named(database, 'database', problem)) continue;
        for (const resource of entriesOf(database.value, problem) ?? []) {
          if (!named(resource, 'table', problem)) continue;
          readActions({ database: database.key, resource: resource.key }, resource.value, add, problem);
        }
      }
    } else problem(at, `found the key ${quote(key)}; ${SHAPE}`);
  }
}

/** The members of an object that has some; anything else is reported. An empty object restricts nothing that was meant. */
function entriesOf(node: JsonNode, problem: Report): readonly JsonEntry[] | undefined {
  if (node.kind !== 'object') {
    problem(node.at, `found ${describeNode(node)}; ${SHAPE}`);
    return undefined;
  }
  if (node.entries.length === 0) {
    problem(
      node.at,
      'found an empty object: such a token could do nothing at all. Name what it may do; for a token that may do everything write unrestricted',
    );
    return undefined;
  }
  return node.entries;
}

function named({ key, at }: JsonEntry, what: string, problem: Report): boolean {
  if (key === '') problem(at, `the name of a ${what} is empty`);
  return key !== '';
}

function readActions(scope: Scope, node: JsonNode, add: Add, problem: Report): void {
  if (node.kind !== 'array' || node.items.length === 0) {
    problem(node.at, `found ${describeNode(node)}, expected a list of actions such as ["view-table"]`);
    return;
  }
  for (const item of node.items) {
    if (item.kind === 'string') add(scope, item.text, item.at);
    else problem(item.at, `found ${describeNode(item)}, expected the name of an action in double quotes`);
  }
}

type CheckedAction =
  | { readonly kind: 'known'; readonly action: string }
  | { readonly kind: 'unknown'; readonly action: string; readonly message: string }
  | { readonly kind: 'mistyped'; readonly message: string };

function checkAction(written: string): CheckedAction {
  const action = fullName(written);
  if (ACTIONS.has(action)) return { kind: 'known', action };
  // Of an abbreviation only the letter case can be told to be wrong: two edits make any of another.
  const abbreviated = fullName(action.toLowerCase());
  const suggestion = ACTIONS.has(abbreviated) ? abbreviated : nearest(action, ACTIONS.keys());
  if (suggestion !== undefined) {
    return { kind: 'mistyped', message: `found the action ${quote(action)}. Did you mean "${suggestion}"?` };
  }
  if (!/^[A-Za-z][\w.:-]*$/.test(action)) {
    return { kind: 'mistyped', message: `found ${quote(action)}, expected an action such as view-table or insert-row` };
  }
  return {
    kind: 'unknown',
    action,
    message: `${quote(action)} is no action of Datasette itself; it is taken as a plugin's. If no plugin knows it, it allows nothing.`,
  };
}

function actionsOf(collected: Collected, { database, resource }: Scope): Set<string> {
  if (database === undefined) return collected.all;
  if (resource === undefined) return getOrMake(collected.databases, database, () => new Set<string>());
  return getOrMake(
    getOrMake(collected.resources, database, () => new Map<string, Set<string>>()),
    resource,
    () => new Set<string>(),
  );
}

function getOrMake<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
