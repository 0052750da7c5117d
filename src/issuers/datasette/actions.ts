/** What an action is checked on: everything, a database, or something in a database. */
export type Level = 'instance' | 'database' | 'table' | 'query';

export interface Action {
  readonly abbreviation: string;
  readonly level: Level;
}

/**
 * The actions of Datasette 1.0a41 with the abbreviations that signed tokens hold (datasette/default_actions.py; promised
 * to be stable for the whole 1.x series in docs/json_api.rst). Plugins add others, mostly without an abbreviation.
 */
export const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['view-instance', { abbreviation: 'vi', level: 'instance' }],
  ['permissions-debug', { abbreviation: 'pd', level: 'instance' }],
  ['debug-menu', { abbreviation: 'dm', level: 'instance' }],
  ['view-database', { abbreviation: 'vd', level: 'database' }],
  ['view-database-download', { abbreviation: 'vdd', level: 'database' }],
  ['execute-sql', { abbreviation: 'es', level: 'database' }],
  ['execute-write-sql', { abbreviation: 'ews', level: 'database' }],
  ['create-table', { abbreviation: 'ct', level: 'database' }],
  ['create-view', { abbreviation: 'cv', level: 'database' }],
  ['store-query', { abbreviation: 'sq', level: 'database' }],
  ['view-table', { abbreviation: 'vt', level: 'table' }],
  ['insert-row', { abbreviation: 'ir', level: 'table' }],
  ['delete-row', { abbreviation: 'dr', level: 'table' }],
  ['update-row', { abbreviation: 'ur', level: 'table' }],
  ['alter-table', { abbreviation: 'at', level: 'table' }],
  ['set-column-type', { abbreviation: 'sct', level: 'table' }],
  ['drop-table', { abbreviation: 'dt', level: 'table' }],
  ['drop-view', { abbreviation: 'dv', level: 'table' }],
  ['view-query', { abbreviation: 'vq', level: 'query' }],
  ['update-query', { abbreviation: 'uq', level: 'query' }],
  ['delete-query', { abbreviation: 'dq', level: 'query' }],
]);

const FULL_NAMES: ReadonlyMap<string, string> = new Map(
  [...ACTIONS].map(([name, { abbreviation }]) => [abbreviation, name]),
);

/** The full name of an abbreviated action; any other text as it is. */
export const fullName = (action: string): string => FULL_NAMES.get(action) ?? action;

/** The form that `datasette create-token` puts into a token: the abbreviation where there is one. */
export const abbreviate = (action: string): string => ACTIONS.get(action)?.abbreviation ?? action;
