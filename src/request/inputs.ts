import type { Problem } from './problem.js';
import { nearest } from './suggestion.js';

/** Every input of the action, in the order of action.yml. */
export const INPUT_NAMES = [
  'type',
  'grants',
  'expires_in',
  'expires_at',
  'time_zone',
  'name',
  'description',
  'url',
  'credential',
  'credential_id',
  'actor',
  'org',
  'user',
  'workspace',
  'audience',
  'status',
  'token_file',
  'token_file_format',
  'export_env',
  'revoke',
  'on_revoke_failure',
  'timeout',
  'summary',
  'dry_run',
] as const;

export type InputName = (typeof INPUT_NAMES)[number];

/** The inputs that mean something for every type. */
export const INPUTS_OF_EVERY_TYPE: ReadonlySet<InputName> = new Set<InputName>([
  'type',
  'grants',
  'expires_in',
  'expires_at',
  'time_zone',
  'name',
  'description',
  'token_file',
  'token_file_format',
  'export_env',
  'revoke',
  'on_revoke_failure',
  'timeout',
  'summary',
  'dry_run',
]);

/**
 * The names that are those of no input and near one: an input that is misspelt would be ignored, and its default taken, in
 * silence. Names that are near none are somebody else's, such as a variable that only looks like an input.
 */
export function findMisspelt(names: readonly string[]): readonly Problem[] {
  return names.flatMap((name) => {
    const input = INPUT_NAMES.some((known) => known === name) ? undefined : nearestInput(name);
    if (input === undefined) return [];
    return [{ input: name, message: `there is no input of this name. Did you mean ${input}? If so, rename it` }];
  });
}

/** What stands between the words of a name does not count, and the short ones are near too much that is no mistake. */
function nearestInput(name: string): InputName | undefined {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z\d]/g, '');
  const candidates = new Map<string, InputName>(INPUT_NAMES.map((input) => [letters(input), input]));
  const found = nearest(letters(name), candidates.keys(), 6);
  return found === undefined ? undefined : candidates.get(found);
}
