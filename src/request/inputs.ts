import type { Problem } from './problem.js';
import { nearest } from './suggestion.js';

/** What is done, by the words of the command; creating, which is minting, is done by the action of the first folder. */
export const VERBS = ['create', 'list', 'revoke', 'update', 'sweep'] as const;
export type Verb = (typeof VERBS)[number];

interface InputFacts {
  readonly verbs: readonly Verb[];
  /** Whether it means something for every type; else each type says whether it uses it. */
  readonly everyType: boolean;
}

const of = (...verbs: readonly Verb[]): InputFacts => ({ verbs, everyType: true });
const ofSomeTypes = (...verbs: readonly Verb[]): InputFacts => ({ verbs, everyType: false });

/** Every input, in the order in which an action's file and the problems of a step have them. */
const INPUTS = {
  type: of(...VERBS),
  token_id: of('revoke', 'update'),
  grants: of('create', 'update'),
  replace: of('update'),
  expires_in: of('create', 'update'),
  expires_at: of('create', 'update'),
  time_zone: of('create', 'update'),
  drop_expiry: of('update'),
  name: of('create', 'update'),
  description: of('create', 'update'),
  clear: of('update'),
  repository: of('list'),
  run: of('list'),
  job: of('list'),
  expired: of('list'),
  all: of('list'),
  scope: of('sweep'),
  grace: of('sweep'),
  max_revocations: of('sweep'),
  url: ofSomeTypes(...VERBS),
  credential: ofSomeTypes(...VERBS),
  credential_id: ofSomeTypes(...VERBS),
  actor: ofSomeTypes('create'),
  org: ofSomeTypes(...VERBS),
  user: ofSomeTypes(...VERBS),
  workspace: ofSomeTypes(...VERBS),
  audience: ofSomeTypes(...VERBS),
  status: ofSomeTypes('create', 'update'),
  token_file: of('create'),
  token_file_format: of('create'),
  export_env: of('create'),
  revoke: of('create'),
  on_revoke_failure: of('create'),
  foreign: of('revoke', 'update'),
  github_token: of('sweep'),
  timeout: of(...VERBS),
  summary: of(...VERBS),
  dry_run: of('create', 'update', 'sweep'),
} as const satisfies Readonly<Record<string, InputFacts>>;

export type InputName = keyof typeof INPUTS;

/** What the user wrote, an input each; undefined for an empty or absent one. Not trimmed. */
export type Inputs = (name: InputName) => string | undefined;

export function isInput(name: string): name is InputName {
  return Object.hasOwn(INPUTS, name);
}

const INPUT_NAMES: readonly InputName[] = Object.keys(INPUTS).filter(isInput);

/** The inputs that a verb takes, in the order in which they are declared. */
export function inputsOf(verb: Verb): readonly InputName[] {
  return INPUT_NAMES.filter((name) => INPUTS[name].verbs.includes(verb));
}

/** Whether an input means something for every type. */
export function isOfEveryType(input: InputName): boolean {
  return INPUTS[input].everyType;
}

/**
 * The names that are those of no input and near one: an input that is misspelt would be ignored, and its default taken, in
 * silence. Names that are near none are somebody else's, such as a variable that only looks like an input.
 */
export function findMisspelt(names: readonly string[], verb: Verb): readonly Problem[] {
  const inputs = inputsOf(verb);
  return names.flatMap((name) => {
    const input = inputs.some((known) => known === name) ? undefined : nearestName(name, inputs);
    if (input !== undefined) {
      return [{ input: name, message: `there is no input of this name. Did you mean ${input}? If so, rename it` }];
    }
    const others = inputs.some((known) => known === name) ? [] : verbsOf(name);
    if (others.length === 0) return [];
    return [{ input: name, message: `this is an input of ${others.join(' and ')}, and of nothing else; remove it` }];
  });
}

/** What others call it: the field's words for what an input says, each by their letters. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ...['ttl', 'lifetime', 'duration', 'validity', 'expiration', 'expiry', 'expiresafter', 'expireafter'].map(
    (word) => [word, 'expiresin'] as const,
  ),
  ...['permissions', 'permission', 'scopes', 'policies'].map((word) => [word, 'grants'] as const),
  ...['parenttoken', 'apitoken', 'apikey'].map((word) => [word, 'credential'] as const),
  ...['host', 'endpoint', 'server'].map((word) => [word, 'url'] as const),
]);

/** They name much else: a variable of the job that is called as if it were such an input is somebody else's. */
const COMMON_NAMES: ReadonlySet<string> = new Set(['all', 'github_token', 'job', 'repository', 'run']);

/** Those that have an input of this name, where it says enough to know that it is meant. */
function verbsOf(name: string): readonly Verb[] {
  return isInput(name) && !COMMON_NAMES.has(name) ? INPUTS[name].verbs : [];
}

/** In letters: what is shorter begins too much that is no mistake. */
const SHORTEST_BEGINNING = 6;

/**
 * The name that is near what was written. What stands between the words of a name does not count, nor does their order, and
 * the short ones are near too much that is no mistake. The beginning of a name is near it: `expire`.
 */
export function nearestName<Name extends string>(text: string, names: readonly Name[]): Name | undefined {
  const written = lettersOf(text);
  const candidates = new Map<string, Name>(names.map((name) => [lettersOf(name), name]));
  const other = candidates.get(OTHER_WORDS.get(written) ?? '');
  if (other !== undefined) return other;
  const found = nearest(written, candidates.keys(), 6);
  if (found !== undefined) return candidates.get(found);
  const words = wordsOf(text);
  return names.find(
    (name) => wordsOf(name) === words || (written.length >= SHORTEST_BEGINNING && lettersOf(name).startsWith(written)),
  );
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '');
}

/** In an order of their own. */
function wordsOf(name: string): string {
  return name
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .toSorted()
    .join(' ');
}
