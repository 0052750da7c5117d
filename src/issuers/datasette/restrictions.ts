import { printWord } from '../../request/grants.js';
import { abbreviate } from './actions.js';

/**
 * What a token may do, by full action names, in the order in which it was written: on everything, in a database, on one
 * table, view or query of a database. Maps, since objects would move names that look like integers to the front.
 */
export interface Restrictions {
  readonly all: ReadonlySet<string>;
  readonly databases: ReadonlyMap<string, ReadonlySet<string>>;
  readonly resources: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
}

/** Where an action is granted: on everything, in a database, on something in it. */
export interface Scope {
  readonly database?: string;
  readonly resource?: string;
}

/** One scope of the restrictions with its actions, as a grant line names it. */
export interface Granted {
  readonly label: string;
  readonly scope: Scope;
  readonly actions: ReadonlySet<string>;
}

export function grantedScopes({ all, databases, resources }: Restrictions): readonly Granted[] {
  return [
    ...(all.size === 0 ? [] : [{ label: '*', scope: {}, actions: all }]),
    ...[...databases].map(([database, actions]) => ({ label: printWord(database), scope: { database }, actions })),
    ...[...resources].flatMap(([database, inDatabase]) =>
      [...inDatabase].map(([resource, actions]) => ({
        label: `${printWord(database)} ${printWord(resource)}`,
        scope: { database, resource },
        actions,
      })),
    ),
  ];
}

/** The restrictions as grant lines; what `readGrants` reads back as the same. */
export function printRestrictions(restrictions: Restrictions): readonly string[] {
  return grantedScopes(restrictions).map(({ label, actions }) => `${label}: ${[...actions].map(printWord).join(', ')}`);
}

/**
 * The `_r` of a token: JSON text made from ordered pairs, byte for byte as the reference writes it.
 *
 * @param name how an action is written: abbreviated in a token, in full in an output
 */
export function restrictionsJson(restrictions: Restrictions, name: (action: string) => string = abbreviate): string {
  const list = (actions: ReadonlySet<string>) =>
    `[${[...actions].map((action) => JSON.stringify(name(action))).join(',')}]`;
  const object = <Value>(map: ReadonlyMap<string, Value>, text: (value: Value) => string) =>
    `{${[...map].map(([key, value]) => `${JSON.stringify(key)}:${text(value)}`).join(',')}}`;
  const { all, databases, resources } = restrictions;
  const members = [
    ...(all.size === 0 ? [] : [`"a":${list(all)}`]),
    ...(databases.size === 0 ? [] : [`"d":${object(databases, list)}`]),
    ...(resources.size === 0 ? [] : [`"r":${object(resources, (inDatabase) => object(inDatabase, list))}`]),
  ];
  return `{${members.join(',')}}`;
}

/** One line for each single right, by full names: for comparing restrictions as sets. */
export function singleRights(restrictions: Restrictions): ReadonlySet<string> {
  return new Set(
    grantedScopes(restrictions).flatMap(({ label, actions }) => [...actions].map((action) => `${label}: ${action}`)),
  );
}
