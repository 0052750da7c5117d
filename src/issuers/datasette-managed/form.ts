import { MINUTE, type Seconds } from '../../request/lifetime.js';
import type { Restrictions } from '../datasette/restrictions.js';

/** What the form of the plugin asks for. */
export interface TokenForm {
  readonly description: string;
  /** Whole minutes, in seconds. */
  readonly life: Seconds;
  readonly restrictions: Restrictions | undefined;
}

/** The fields by which the plugin makes a token (views.py): a field a right, named after its scope, whatever it holds. */
export function formOf({ description, life, restrictions }: TokenForm): URLSearchParams {
  const form = new URLSearchParams({
    description,
    expire_type: 'minutes',
    expire_duration: String(life / MINUTE),
  });
  if (restrictions === undefined) return form;
  const { all, databases, resources } = restrictions;
  const add = (scope: string, actions: ReadonlySet<string>) => {
    for (const action of actions) form.append(`${scope}:${action}`, 'on');
  };
  add('all', all);
  for (const [database, actions] of databases) add(`database:${tildeEncode(database)}`, actions);
  for (const [database, inDatabase] of resources) {
    for (const [resource, actions] of inDatabase) {
      add(`resource:${tildeEncode(database)}:${tildeEncode(resource)}`, actions);
    }
  }
  return form;
}

/** Whether an action can be asked for: the plugin leaves out, without a word, a field that has one colon more. */
export function canBeAsked(action: string): boolean {
  return !action.includes(':');
}

/** Datasette's encoding of names (datasette/utils): `~` and the hexadecimal code for all but letters, digits, `_` and `-`; `+` for a blank. */
export function tildeEncode(name: string): string {
  return [...Buffer.from(name, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (/[A-Za-z0-9_-]/.test(character)) return character;
      return character === ' ' ? '+' : `~${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
