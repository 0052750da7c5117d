import { parseArgs } from 'node:util';
import { nearestName } from '../request/inputs.js';
import { quote } from '../request/shown-text.js';
import { optionsOf, whyNoOption, type CommandVerb, type Option } from './options.js';

/** What was given to a verb, understood as far as its options tell. */
export interface CommandLine {
  readonly verb: CommandVerb;
  /** The value of an option; `true` or `false` for a flag, the lines of a list. Undefined when it is not given; never empty. */
  readonly option: (name: string) => string | undefined;
  /** What stands behind `--`; undefined without it. */
  readonly command: readonly string[] | undefined;
}

export type ReadCommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'given'; readonly given: CommandLine }
  /** Everything that is wrong. */
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

/** Reads the words behind the verb. */
export function readCommandLine(verb: CommandVerb, words: readonly string[]): ReadCommandLine {
  const options = new Map(optionsOf(verb).map((option) => [option.name, option]));
  const end = words.indexOf('--');
  const before = end === -1 ? words : words.slice(0, end);
  const { tokens } = parseArgs({ args: [...before], options: forNode(options), strict: false, tokens: true });
  if (tokens.some(({ kind, ...token }) => kind === 'option' && 'name' in token && HELPS.has(token.name)))
    return { kind: 'help' };

  const values = new Map<string, string[]>();
  const problems: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') problems.push(...unexpectedWord(token.value, before[token.index - 1], options));
    if (token.kind !== 'option') continue;
    const read = readOption({ ...token, words: before }, options, verb);
    if (typeof read === 'string') problems.push(read);
    else values.set(read.option.name, [...(values.get(read.option.name) ?? []), read.value]);
  }
  for (const [name, all] of values) {
    if (all.length > 1 && options.get(name)?.kind !== 'list')
      problems.push(`--${name} is given ${all.length} times; keep one`);
  }
  if (end !== -1 && verb !== 'exec') problems.push(`-- begins a command, and ${verb} runs none; remove it`);
  if (problems.length > 0) return { kind: 'wrong', problems };
  return {
    kind: 'given',
    given: {
      verb,
      option: (name) => values.get(name)?.join('\n'),
      command: end === -1 ? undefined : words.slice(end + 1),
    },
  };
}

const HELPS: ReadonlySet<string> = new Set(['help', 'h']);
const NEGATION = 'no-';

/** A flag has its negation beside it, and may have a value behind an equals sign. */
function forNode(options: ReadonlyMap<string, Option>): Record<string, { type: 'string' | 'boolean' }> {
  const known: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const { name, kind } of options.values()) {
    known[name] = { type: kind === 'flag' ? 'boolean' : 'string' };
    if (kind === 'flag') known[`${NEGATION}${name}`] = { type: 'boolean' };
  }
  return known;
}

interface OptionWord {
  readonly index: number;
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
  readonly words: readonly string[];
}

/** What it gives, or what is wrong with it. */
function readOption(
  word: OptionWord,
  options: ReadonlyMap<string, Option>,
  verb: CommandVerb,
): { readonly option: Option; readonly value: string } | string {
  const { name, rawName, value } = word;
  const option = rawName.startsWith('--') ? options.get(name) : undefined;
  if (option === undefined) {
    const positive = name.startsWith(NEGATION) ? options.get(name.slice(NEGATION.length)) : undefined;
    if (positive?.kind === 'flag') {
      return value === undefined
        ? { option: positive, value: 'false' }
        : `${rawName} takes no value; write --${positive.name} or ${rawName}`;
    }
    return unknownOption(rawName, name, options, verb);
  }
  if (option.kind === 'flag') {
    if (value === undefined) return { option, value: 'true' };
    if (value === 'true' || value === 'false') return { option, value };
    return `${rawName}: found ${quote(value)}; expected ${rawName}, --no-${name} or ${rawName}=false`;
  }
  const isOption = value !== undefined && word.inlineValue !== true && /^--./.test(value);
  if (value === undefined || isOption) {
    const found = isOption
      ? `, and ${quote(value)} looks like an option; if it is meant, write ${rawName}=${value}`
      : '';
    return `${rawName} needs a value: ${rawName} ${option.value}${found}`;
  }
  if (value.trim() === '') return `${rawName}: the value is empty; give one, or leave the option out`;
  return { option, value };
}

function unknownOption(rawName: string, name: string, options: ReadonlyMap<string, Option>, verb: CommandVerb): string {
  const why = whyNoOption(name, verb);
  if (why !== undefined) return `${rawName}: ${why}`;
  const near =
    ELSEWHERE[name] ??
    nearestName(name, [...options.keys()]) ??
    nearestName(
      name,
      [...options.keys()].map((known) => `${NEGATION}${known}`),
    );
  const meant = near !== undefined && options.has(near.replace(/^no-/, '')) ? `. Did you mean --${near}?` : '';
  return `${rawName} is no option of ${verb}${meant === '' ? `; mint-token ${verb} --help lists them` : meant}`;
}

/** How the systems' own tools call what we have. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'expires-after': 'expires-in',
  'expiration-date': 'expires-at',
  identifier: 'token-id',
  id: 'token-id',
  secret: 'credential-file',
  token: 'credential-file',
  host: 'url',
  'display-mode': 'output',
  mode: 'output',
};

/** The word itself is not shown: it may be a secret, where none should stand. Behind an unknown option it is told of with that. */
function unexpectedWord(
  word: string,
  before: string | undefined,
  options: ReadonlyMap<string, Option>,
): readonly string[] {
  const name = /^--([^=]+)$/.exec(before ?? '')?.[1];
  const flag = options.get(name ?? '') ?? options.get((name ?? '').replace(/^no-/, ''));
  if (name !== undefined && flag === undefined) return [];
  const behind = before === undefined ? 'behind the verb' : name === undefined ? 'behind a value' : `behind --${name}`;
  if (flag?.kind === 'flag' && /^(?:true|false|yes|no|on|off)$/i.test(word)) {
    return [
      `${behind} stands ${word}, and it takes no word of its own; write --${flag.name}, --no-${flag.name} or --${flag.name}=false`,
    ];
  }
  return [
    `a word stands ${behind} where none was expected: everything is given by an option, and a value with blanks needs quotes`,
  ];
}
