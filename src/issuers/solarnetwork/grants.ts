import type { GrantLine, Grants, Word } from '../../request/grants.js';
import { describeNode, type JsonEntry, type JsonNode } from '../../request/json-text.js';
import { invalid, valid, type Position, type Problem, type Result } from '../../request/problem.js';
import { quote } from '../../request/shown-text.js';
import { didYouMean } from '../../request/suggestion.js';
import type { Words } from '../../request/words.js';
import {
  AGGREGATIONS,
  LOCATION_PRECISIONS,
  MEMBERS,
  restricts,
  type Member,
  type MemberName,
  type Policy,
} from './policy.js';

const OPTIONS = MEMBERS.map(({ option }) => option);
const NAMES = MEMBERS.map(({ name }) => name);

/** Of each of these pairs the server keeps one and drops the other without a word. */
export const EXCLUDING: readonly (readonly [MemberName, MemberName])[] = [
  ['minAggregation', 'aggregations'],
  ['minLocationPrecision', 'locationPrecisions'],
];

/**
 * The policy that grants ask for. The server drops what it does not understand and answers 200, so nothing goes to it that
 * is not exactly right. A policy that restricts nothing is a problem, unless `unrestricted` says that it is meant, which may
 * then stand beside what restricts nothing.
 */
export function readGrants(grants: Grants, words: Words): Result<Policy> {
  const { policy, found, problems } = readMembers(grants, words);
  if (isUnread(grants)) return invalid();
  if (grants.form === 'unrestricted') {
    for (const { name, option } of MEMBERS) {
      if (!found.has(name) || !restricts({ [name]: policy[name] })) continue;
      problems.push({
        input: 'grants',
        ...placeOf(found.get(name)?.at),
        message: `${option} restricts the token, and unrestricted says that nothing does; remove one of the two`,
      });
    }
  } else if (problems.length === 0 && !restricts(policy)) {
    problems.push({
      input: 'grants',
      message: `${explainOpenness(policy)}; add a restriction such as node-id: 100, or a line with the word unrestricted if the token shall have no restriction but its end`,
    });
  }
  return problems.length > 0 ? invalid(...problems) : valid(policy);
}

/** What is to be added to a policy that there is: any of its members, also such as restrict nothing by themselves. */
export function readAddition(grants: Grants, words: Words): Result<Policy> {
  const { policy, problems } = readMembers(grants, words);
  if (isUnread(grants)) return invalid();
  if (grants.form === 'unrestricted') {
    problems.push({
      input: 'grants',
      at: grants.at,
      message: `what is added takes nothing away; unrestricted needs ${words.setting('replace', 'true')}`,
    });
  } else if (problems.length === 0 && Object.keys(policy).length === 0) {
    problems.push({ input: 'grants', message: 'it adds nothing; name at least one member, as in node-id: 100' });
  }
  return problems.length > 0 ? invalid(...problems) : valid(policy);
}

/** Whether nothing could be read, which is a problem of its own. */
function isUnread(grants: Grants): boolean {
  return grants.form === 'lines' && grants.lines.length === 0;
}

/** The policy, where each of its members stands, and what is wrong with them. */
function readMembers(
  grants: Grants,
  words: Words,
): { readonly policy: Policy; readonly found: ReadMembers; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const found =
    grants.form === 'json'
      ? readJson(grants.values, problems, words)
      : readLines(grants.form === 'lines' ? grants.lines : grants.beside, problems, words);
  const policy: Policy = Object.fromEntries(
    MEMBERS.filter(({ name }) => found.has(name)).map(({ name }) => [name, found.get(name)?.value]),
  );
  for (const [one, other] of EXCLUDING) {
    if (!found.has(one) || !found.has(other)) continue;
    const [first, second] = grants.form === 'json' ? [one, other] : [optionOf(one), optionOf(other)];
    problems.push({
      input: 'grants',
      ...placeOf(found.get(other)?.at),
      message: `${first} and ${second} exclude each other; keep one of the two`,
    });
  }
  return { policy, found, problems };
}

function explainOpenness({ minAggregation, minLocationPrecision }: Policy): string {
  if (minAggregation !== undefined)
    return 'the aggregation None and all above it are every aggregation, so this policy restricts nothing';
  if (minLocationPrecision !== undefined)
    return 'LatLong and all that is less precise are every precision, so this policy restricts nothing';
  return 'this policy restricts nothing, and a token with it could do everything that its type can';
}

type ReadMembers = Map<MemberName, { readonly value: unknown; readonly at: Position }>;

function readLines(lines: readonly GrantLine[], problems: Problem[], words: Words): ReadMembers {
  const found: ReadMembers = new Map();
  for (const line of lines) {
    const [key] = line.resource;
    const member = MEMBERS.find(({ option }) => option === key?.text);
    if (key === undefined || line.resource.length > 1 || member === undefined) {
      const text = line.resource.map((word) => word.text).join(' ');
      problems.push({
        input: 'grants',
        at: line.at,
        message: `found ${quote(text)}; ${expectedKey(text, OPTIONS, NAMES, words)}`,
      });
      continue;
    }
    const values = takeAll(
      line.actions.map((word) => readWord(member, word)),
      problems,
    );
    const earlier = found.get(member.name);
    if (!member.list && (line.actions.length > 1 || earlier !== undefined)) {
      problems.push({
        input: 'grants',
        at: earlier === undefined ? (line.actions[1]?.at ?? line.at) : line.at,
        message: `${member.option} takes one value, as in ${member.option}: ${member.example}`,
      });
    }
    add(found, member, values, line.at);
  }
  return found;
}

function readJson(nodes: readonly JsonNode[], problems: Problem[], words: Words): ReadMembers {
  const found: ReadMembers = new Map();
  const [node, second] = nodes;
  if (node?.kind !== 'object' || second !== undefined) {
    const wrong = node?.kind === 'object' ? second : node;
    problems.push({
      input: 'grants',
      ...placeOf(wrong?.at),
      message: `found ${wrong === undefined ? 'nothing' : describeNode(wrong)}; expected one SecurityPolicy, as in {"nodeIds":[100,101],"sourceIds":["/REGION1/**"]}`,
    });
    return found;
  }
  for (const entry of node.entries) {
    const member = MEMBERS.find(({ name }) => name === entry.key);
    if (member === undefined) {
      problems.push({
        input: 'grants',
        at: entry.at,
        message: `found ${quote(entry.key)}; ${expectedKey(entry.key, NAMES, OPTIONS, words)}`,
      });
      continue;
    }
    const items = itemsOf(member, entry);
    if (!items.ok) {
      problems.push(...items.problems);
      continue;
    }
    const values = takeAll(
      items.value.map((item) => readNode(member, item)),
      problems,
    );
    add(found, member, values, entry.at);
  }
  return found;
}

/** The values that could be read; what is wrong with the others is added to the problems. */
function takeAll<Value>(results: readonly Result<Value>[], problems: Problem[]): readonly Value[] {
  return results.flatMap((result) => {
    if (result.ok) return [result.value];
    problems.push(...result.problems);
    return [];
  });
}

function itemsOf(member: Member, { value, at }: JsonEntry): Result<readonly JsonNode[]> {
  if (!member.list) return valid([value]);
  if (value.kind === 'array' && value.items.length > 0) return valid(value.items);
  const why =
    value.kind === 'array' || value.kind === 'null'
      ? 'the server would drop it and restrict nothing; leave the member out if that is meant'
      : `expected a list, as in "${member.name}":${exampleOf(member)}`;
  return invalid({ input: 'grants', at, message: `${member.name} is ${describeNode(value)}; ${why}` });
}

function exampleOf({ kind, example }: Member): string {
  const values = example.split(', ');
  return JSON.stringify(kind === 'node-id' ? values.map(Number) : values);
}

function add(
  found: ReadMembers,
  { name, list }: Member,
  values: readonly (string | number | boolean)[],
  at: Position,
): void {
  const [first] = values;
  // Every value was wrong, and each has its problem.
  if (first === undefined) return;
  if (!list) {
    found.set(name, { value: first, at });
    return;
  }
  const earlier = found.get(name)?.value;
  const before: readonly unknown[] = Array.isArray(earlier) ? earlier : [];
  const all = new Set([...before, ...values]);
  found.set(name, { value: name === 'nodeIds' ? [...all].toSorted((a, b) => Number(a) - Number(b)) : [...all], at });
}

function readWord(member: Member, { text, quoted, at }: Word): Result<string | number | boolean> {
  if (text === '*' && !quoted) {
    return invalid({
      input: 'grants',
      at,
      message:
        member.kind === 'pattern'
          ? 'found *; leave the line out to restrict nothing, or write "*" in quotes for the pattern that matches one path segment'
          : `found *; leave the line out to restrict nothing, or name values, as in ${member.option}: ${member.example}`,
    });
  }
  if (member.kind === 'boolean') {
    if (text === 'true' || text === 'false') return valid(text === 'true');
    return invalid({ input: 'grants', at, message: `found ${quote(text)}; expected true or false` });
  }
  return member.kind === 'node-id' ? readNodeId(text, at) : readText(member, text, at);
}

function readNode(member: Member, node: JsonNode): Result<string | number | boolean> {
  const { at } = node;
  switch (member.kind) {
    case 'boolean':
      if (node.kind === 'boolean') return valid(node.value);
      break;
    case 'node-id':
      if (node.kind === 'number') return readNodeId(node.source, at);
      break;
    default:
      if (node.kind === 'string') return readText(member, node.text, at);
  }
  return invalid({
    input: 'grants',
    at,
    message: `found ${describeNode(node)} in ${member.name}; expected ${EXPECTED_IN_JSON[member.kind]}`,
  });
}

const EXPECTED_IN_JSON: Readonly<Record<Member['kind'], string>> = {
  'node-id': 'a number without quotes',
  boolean: 'true or false',
  pattern: 'a text in double quotes',
  aggregation: 'a name in double quotes',
  'location-precision': 'a name in double quotes',
};

function readNodeId(text: string, at: Position): Result<number> {
  if (/^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text))) return valid(Number(text));
  return invalid({
    input: 'grants',
    at,
    message: `found ${quote(text)}; expected the id of a node, a whole number from 1 to ${Number.MAX_SAFE_INTEGER}, as in 100`,
  });
}

function readText({ name, kind }: Member, text: string, at: Position): Result<string> {
  const problem =
    kind === 'aggregation'
      ? wrongAggregation(text)
      : kind === 'location-precision'
        ? wrongLocationPrecision(text)
        : wrongPattern(name, text);
  return problem === undefined ? valid(text) : invalid({ input: 'grants', at, message: problem });
}

function wrongAggregation(text: string): string | undefined {
  if (AGGREGATIONS.has(text)) return undefined;
  const byKey = [...AGGREGATIONS].find(([, key]) => key === text)?.[0];
  const hint = byKey === undefined ? didYouMean(text, AGGREGATIONS.keys()) : ` Did you mean "${byKey}"?`;
  return `found ${quote(text)}; expected an aggregation, in this letter case: ${[...AGGREGATIONS.keys()].join(', ')}.${hint}`;
}

function wrongLocationPrecision(text: string): string | undefined {
  if (LOCATION_PRECISIONS.includes(text)) return undefined;
  return `found ${quote(text)}; expected a location precision, in this letter case: ${LOCATION_PRECISIONS.join(', ')}.${didYouMean(text, LOCATION_PRECISIONS)}`;
}

/** Patterns are those of Spring's AntPathMatcher: `?`, `*`, `**`. */
function wrongPattern(member: MemberName, text: string): string | undefined {
  const shown = quote(text);
  if (text.trim() === '') return `found ${shown}, which is blank`;
  if (text !== text.trim())
    return `found ${shown}; a blank at the beginning or the end would be part of the pattern; remove it`;
  if (/\p{Cc}/u.test(text)) return `found ${shown}; a pattern holds no control characters`;
  if (/[{}]/.test(text))
    return `found ${shown}; braces stand for anything in a pattern of the server, so they are refused; write ? or * instead`;
  if (member === 'sourceIds') return undefined;
  const path = member === 'apiPaths' ? text.replace(/^!/, '') : text;
  if (!path.startsWith('/')) return `found ${shown}; a path begins with a slash, or it never matches`;
  if (member === 'apiPaths' && /^\/(?:solar\w+\/)?api\/v\d/.test(path)) {
    return `found ${shown}; a path is written as it goes on after /api/v1/sec, as in /datum/**`;
  }
  return undefined;
}

/** What could stand in the place of a key that is none: one of `keys`, which have other names in the other form of grants. */
function expectedKey(found: string, keys: readonly string[], otherNames: readonly string[], words: Words): string {
  if (/^(?:not-?after|expir)/i.test(found))
    return `the end of the token is set by ${words.theInput('expires_in')} or ${words.input('expires_at')}`;
  const meant = keys[otherNames.indexOf(found)];
  const hint = meant === undefined ? didYouMean(found, keys) : ` Did you mean "${meant}"?`;
  return `expected one of ${keys.join(', ')}.${hint}`;
}

/** The name of a member as a grant line has it. */
export function optionOf(name: MemberName): string {
  return MEMBERS.find((member) => member.name === name)?.option ?? name;
}

function placeOf(at: Position | undefined): { readonly at?: Position } {
  return at === undefined ? {} : { at };
}
