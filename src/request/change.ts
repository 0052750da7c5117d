import { parseBoolean, parseChoice } from './choice.js';
import type { Grants } from './grants.js';
import type { InputName } from './inputs.js';
import type { Expiry, Lifetime, Milliseconds } from './lifetime.js';
import { collectProblems, invalid, valid, type Problem, type Result } from './problem.js';
import { LONGEST_DESCRIPTION, LONGEST_NAME, parseLifetime, parseText, readGrants, type Inputs } from './request.js';
import { quote } from './shown-text.js';
import type { Words } from './words.js';

/** What is to be changed in a token, with everything checked that no issuer is needed for. */
export interface Change {
  /** Undefined: it stays. */
  readonly name: string | undefined;
  /** What stands before the marker. Undefined: it stays. */
  readonly description: string | undefined;
  /** What is emptied. */
  readonly clear: readonly Clearable[];
  readonly grants: Grants | undefined;
  /** The grants take the place of all that there are, in place of being added to them. */
  readonly replace: boolean;
  /** The new end. Undefined: it stays. */
  readonly lifetime: Lifetime | undefined;
  readonly dropExpiry: boolean;
  /** One of the issuer's words. */
  readonly status: string | undefined;
}

export const CLEARABLE = ['name', 'description'] as const;
export type Clearable = (typeof CLEARABLE)[number];

/** The inputs that change something in a token, for some type. */
export const CHANGING = [
  'grants',
  'replace',
  'expires_in',
  'expires_at',
  'time_zone',
  'drop_expiry',
  'name',
  'description',
  'clear',
  'status',
] as const satisfies readonly InputName[];

/** What of an issuer counts for what may be changed in its tokens. */
export interface KnownOfUpdates {
  /** Those of `CHANGING` that mean something for its tokens. */
  readonly changing: readonly InputName[];
  /** What can be changed, for a message: `the status and the description`. */
  readonly changeable: string;
  readonly clearable: readonly Clearable[];
  readonly statuses: readonly string[];
  readonly expiry: Expiry;
}

/** The change as far as it could be understood, with everything that is wrong with it. */
export interface ReadChange {
  readonly change: Change;
  readonly problems: readonly Problem[];
}

/**
 * Checks everything about a change that no issuer is needed for. What an issuer cannot change is a problem that names what it
 * can.
 *
 * @param title the system's own name
 */
export async function parseChange(
  title: string,
  known: KnownOfUpdates,
  inputs: Inputs,
  now: Milliseconds,
  words: Words,
): Promise<ReadChange> {
  const { problems, take } = collectProblems();
  const cannot = new Set<InputName>(CHANGING.filter((input) => !known.changing.includes(input)));
  for (const input of cannot) {
    if (inputs(input) === undefined) continue;
    problems.push({ input, message: `${title} cannot change that; of a token it can change ${known.changeable}` });
  }
  // What cannot be changed is not looked at any further.
  const given: Inputs = (input) => (cannot.has(input) ? undefined : inputs(input));

  const written = given('grants');
  const grants = written === undefined ? undefined : await readGrants(written);
  problems.push(...(grants?.problems ?? []));
  const anyEnd = (['expires_in', 'expires_at', 'time_zone'] as const).some((input) => given(input) !== undefined);
  const lifetime = anyEnd ? take(await parseLifetime({ title, expiry: known.expiry }, given, now, words)) : undefined;
  const clear = take(parseClear(given, known.clearable)) ?? [];
  const change: Change = {
    name: take(parseText('name', given('name'), LONGEST_NAME)),
    description: take(parseText('description', given('description'), LONGEST_DESCRIPTION)),
    clear,
    grants: grants?.grants,
    replace: take(parseBoolean('replace', given, false)) ?? false,
    lifetime,
    dropExpiry: take(parseBoolean('drop_expiry', given, false)) ?? false,
    status: take(parseChoice('status', given('status'), known.statuses)),
  };
  for (const what of clear) {
    if (change[what] === undefined) continue;
    problems.push({ input: 'clear', message: `a new ${what} is given too; keep one of the two` });
  }
  return { change, problems };
}

/** One of the texts, or both. */
function parseClear(given: Inputs, clearable: readonly Clearable[]): Result<readonly Clearable[]> {
  const { problems, take } = collectProblems();
  const wanted = (given('clear') ?? '').split(/[\s,]+/).filter((word) => word !== '');
  const clear = wanted.flatMap((word) => take(readClearable(word, clearable)) ?? []);
  return problems.length > 0 ? invalid(...problems) : valid([...new Set(clear)]);
}

function readClearable(word: string, clearable: readonly Clearable[]): Result<Clearable> {
  const found = clearable.find((candidate) => candidate === word);
  if (found !== undefined) return valid(found);
  return invalid({ input: 'clear', message: `found ${quote(word)}; expected ${clearable.join(', or ')}` });
}

/** Whether a change asks for nothing at all. */
export function isEmpty({ name, description, clear, grants, lifetime, dropExpiry, status }: Change): boolean {
  return (
    [name, description, grants, lifetime, status].every((part) => part === undefined) &&
    clear.length === 0 &&
    !dropExpiry
  );
}
