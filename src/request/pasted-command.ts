import type { ReadGrants } from './grants.js';
import type { Position } from './problem.js';
import { isInvisible } from './shown-text.js';

/** Grants as another tool takes them, and how they are written here. */
export interface Pasted {
  readonly at: Position;
  /** What it is: `an option of datasette create-token`. */
  readonly what: string;
  /** The grants in our form; empty where the tool says something that no grant says. */
  readonly lines: readonly string[];
}

type Values = readonly string[];

/** An option that says what a token may do. */
interface Option {
  readonly tool: string;
  readonly name: RegExp;
  /** How many values follow it. */
  readonly takes: number;
  readonly line: (values: Values, name: string) => readonly string[];
}

const CREATE_TOKEN = 'datasette create-token';
const NSC = 'nsc token create';
const INFLUX = 'influx auth create';
const S10K = 's10k sec-tokens create';

const list = (key: string) => (values: Values) =>
  values.map(
    (value) =>
      `${key}: ${value
        .split(/\s*,\s*/)
        .map(word)
        .join(', ')}`,
  );

/** A value of a command line, which has no quotes any more, as a word of a grant. */
const word = (value = ''): string => (/[\s",#]|:$/.test(value) ? JSON.stringify(value) : value);

/**
 * The options of the four systems' own tools that grant something. One that two tools have means that for which enough values
 * follow it.
 */
const OPTIONS: readonly Option[] = [
  { tool: CREATE_TOKEN, name: /^(?:-a|--all)$/, takes: 1, line: ([action]) => [`*: ${word(action)}`] },
  { tool: CREATE_TOKEN, name: /^(?:-d|--database)$/, takes: 2, line: ([db, action]) => [`${word(db)}: ${word(action)}`] },
  { tool: CREATE_TOKEN, name: /^(?:-r|--resource)$/, takes: 3, line: ([db, of, action]) => [`${word(db)} ${word(of)}: ${word(action)}`] },
  { tool: NSC, name: /^--grant$/, takes: 1, line: ([json = '']) => [json] },
  { tool: INFLUX, name: /^--(?:all-access|operator)$/, takes: 0, line: () => [] },
  { tool: INFLUX, name: /^--(?:read|write)-bucket$/, takes: 1, line: ([id], name) => [`buckets ${word(id)}: ${verbOf(name)}`] },
  { tool: INFLUX, name: /^--(?:read|write)-users?$/, takes: 0, line: (_, name) => [`users <id>: ${verbOf(name)}`] },
  { tool: INFLUX, name: /^--(?:read|write)-orgs?$/, takes: 0, line: (_, name) => [`orgs <id>: ${verbOf(name)}`] },
  { tool: INFLUX, name: /^--(?:read|write)-dbrps?$/, takes: 0, line: (_, name) => [`dbrp *: ${verbOf(name)}`] },
  { tool: INFLUX, name: /^--(?:read|write)-\w+$/, takes: 0, line: (_, name) => [`${name.replace(/^--\w+-/, '')} *: ${verbOf(name)}`] },
  { tool: S10K, name: /^-(?:-node-id|node)$/, takes: 1, line: list('node-id') },
  { tool: S10K, name: /^-(?:-source-id|source)$/, takes: 1, line: list('source-id') },
  { tool: S10K, name: /^-(?:-min-aggregation|agg)$/, takes: 1, line: list('min-aggregation') },
  { tool: S10K, name: /^--aggregation$/, takes: 1, line: list('aggregation') },
  { tool: S10K, name: /^-(?:-min-location-precision|loc)$/, takes: 1, line: list('min-location-precision') },
  { tool: S10K, name: /^--location-precision$/, takes: 1, line: list('location-precision') },
  { tool: S10K, name: /^(?:--node-metadata-path|-N)$/, takes: 1, line: list('node-metadata-path') },
  { tool: S10K, name: /^(?:--user-metadata-path|-U)$/, takes: 1, line: list('user-metadata-path') },
  { tool: S10K, name: /^(?:--api-path|-A)$/, takes: 1, line: list('api-path') },
  { tool: S10K, name: /^(?:--refresh-allowed|-r)$/, takes: 0, line: () => ['refresh-allowed: true'] },
]; // prettier-ignore

/** What stands before a command line in documents: a prompt, rights of root, or the container that it is run in. */
const BEFORE =
  /^(?:[$#]\s+)?(?:sudo\s+)?(?:(?:docker(?:\s+compose)?|podman|kubectl)\s+(?:exec|run)\s.{0,200}?\s(?=(?:datasette|nsc|influx|s10k)\s))?/;

/** How a command line of one of these tools begins. */
const COMMANDS: readonly (readonly [start: RegExp, tool: string])[] = [
  [/^datasette\s+create-token\s/, CREATE_TOKEN],
  [/^create-token\s/, CREATE_TOKEN],
  [/^nsc\s+token\s+\w/, NSC],
  [/^influx\s+auth\s+\w/, INFLUX],
  [/^s10k\s+(?:sec-)?tokens\s+\w/, S10K],
];

const verbOf = (name: string): string => (name.startsWith('--read') ? 'read' : 'write');

/**
 * Recognises what is copied from the command line of one of the systems' own tools, from its documentation or from YAML, and
 * says how it is written here. Undefined for anything else; none of it is a grant.
 */
export function findPasted(text: string): Pasted | undefined {
  const lines = text.split(/\r?\n/);
  for (const [index, source] of lines.entries()) {
    const written = source.trim();
    if (written === '' || written.startsWith('#')) continue;
    const at = { line: index + 1, column: source.indexOf(written) + 1 };
    const rest = lines.slice(index).join('\n');
    if (/^['`]\s*[[{]/.test(written)) return { at, what: 'JSON in quotes', lines: quotedJson(rest) };
    if (/^-(?:\s|$)/.test(written)) return { at, what: 'a list of YAML', lines: listed(rest) };
    if (/^all[- ]access$/i.test(written)) return { at, what: "InfluxDB's word for a token with all rights", lines: [] };
    const command = `${written} `.replace(BEFORE, '');
    const tool = COMMANDS.find(([start]) => start.test(command))?.[1];
    if (tool !== undefined && /\s-\S/.test(rest))
      return { at, what: `a command line of ${tool}`, lines: grantsOf(rest).lines };
    const permissions = listedPermissions(written);
    if (permissions !== undefined)
      return { at, what: 'permissions as influx auth list shows them', lines: permissions };
    if (!written.startsWith('-')) continue;
    const { tool: known, lines: found } = grantsOf(rest);
    return { at, what: known === undefined ? `an option of a command line` : `an option of ${known}`, lines: found };
  }
  return undefined;
}

/** `[read:orgs/ORG/buckets/ID write:/tasks]`, also without brackets and without what is empty. */
const PERMISSION = /^(?<verb>read|write):(?:orgs\/\w{1,32}(?=\/))?\/?(?<type>[a-z]+)(?:\/(?<id>\w{1,32}))?$/i;

/** Undefined for a text that is anything else. */
function listedPermissions(written: string): readonly string[] | undefined {
  const words = written.replace(/^\[|\]$/g, '').split(/[\s,]+/);
  const found = words.map((text) => PERMISSION.exec(text)?.groups);
  const lines = found.flatMap((groups) =>
    groups === undefined ? [] : [`${groups['type']} ${groups['id'] ?? '*'}: ${groups['verb']?.toLowerCase()}`],
  );
  return lines.length === words.length ? lines : undefined;
}

/** Walks over the words of a command line, and takes those options that grant something. */
function grantsOf(text: string): { readonly tool: string | undefined; readonly lines: readonly string[] } {
  const words = wordsOf(text.replace(/\\\r?\n/g, ' '));
  const lines: string[] = [];
  let tool: string | undefined;
  for (let index = 0; index < words.length; index++) {
    const [, name = '', joined] = /^(--?[\w-]+)(?:=([\s\S]*))?$/.exec(words[index] ?? '') ?? [undefined, words[index]];
    const values = joined === undefined ? valuesAfter(words, index) : [joined];
    const option = OPTIONS.find((known) => known.name.test(name) && known.takes <= values.length);
    if (option === undefined) continue;
    tool ??= option.tool;
    lines.push(...option.line(values.slice(0, option.takes), name));
    if (joined === undefined) index += option.takes;
  }
  return { tool, lines };
}

/** A colon that ends the last of them was written as in a grant. */
function valuesAfter(words: readonly string[], index: number): Values {
  const after = words.slice(index + 1, index + 4);
  const end = after.findIndex((word) => word.startsWith('-'));
  return (end === -1 ? after : after.slice(0, end)).map((word) => word.replace(/:$/, ''));
}

/** The words of a shell, without their quotes. */
function wordsOf(text: string): readonly string[] {
  const words = text.match(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/g) ?? [];
  return words.map((word) =>
    word.replace(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/g, (_, single?: string, double?: string, escaped?: string) =>
      double === undefined ? (single ?? escaped ?? '') : double.replace(/\\(["\\$`])/g, '$1'),
    ),
  );
}

function quotedJson(text: string): readonly string[] {
  return [...text.matchAll(/(['`])\s*([[{][^'`]*[\]}])\s*\1/g)].map(([, , json = '']) =>
    json.replace(/\s*\n\s*/g, ' '),
  );
}

/** Items that are grants but for their hyphen, or objects with the keys of a system's permissions. */
function listed(text: string): readonly string[] {
  return text
    .split(/^[ \t]*-[ \t]+/m)
    .slice(1)
    .flatMap((item) => grantOfItem(item));
}

function grantOfItem(item: string): readonly string[] {
  const values = new Map<string, string>();
  for (const [, key = '', value = ''] of item.matchAll(
    /["']?\b(\w+)["']?:[ \t]*(\[[^[\]]{0,400}\]|"[^"]{0,400}"|'[^']{0,400}'|[^\s,{}[\]]+)/g,
  )) {
    values.set(key, value.replace(/^["'[]|["'\]]$/g, '').replace(/["']/g, ''));
  }
  const [action, type] = [values.get('action'), values.get('type')];
  if (action !== undefined && type !== undefined) {
    return [`${type} ${values.get('id') ?? values.get('name') ?? '*'}: ${action}`];
  }
  const [resourceType, actions] = [values.get('resource_type'), values.get('actions')];
  if (resourceType !== undefined && actions !== undefined) {
    return [`${resourceType} ${values.get('resource_id') ?? '*'}: ${actions}`];
  }
  const line = item.trim();
  return /^[^\n]+:\s+\S[^\n]*$/.test(line) && values.get('action') === undefined ? [line] : [];
}

const MOST_SHOWN = 10;

/**
 * What to say of grants of which something was pasted, in place of everything else; with an example where nothing can be shown
 * in our form.
 */
export function explainPasted(text: string): ReadGrants | undefined {
  const pasted = findPasted(text);
  if (pasted === undefined) return undefined;
  const { at, what, lines } = pasted;
  const shown = lines.filter((line) => !isInvisible(line) && line.length <= 400);
  const more = shown.length > MOST_SHOWN ? ', and so on' : '';
  const instead =
    shown.length === 0
      ? 'list what the token may do, one grant a line, RESOURCE: ACTION[, ACTION...]'
      : `write ${shown
          .slice(0, MOST_SHOWN)
          .map((line) => `\`${line}\``)
          .join(' and on a new line ')}${more}`;
  const name = what.startsWith('an option') ? '. A name that begins with - is put in double quotes' : '';
  const problem = { input: 'grants', at, message: `this is ${what}, and no grant; ${instead}${name}` };
  return { grants: { form: 'lines', lines: [] }, problems: [problem] };
}
