import { isAll, printWord, type GrantLine, type Grants, type Word } from '../../request/grants.js';
import { describeNode, member, type JsonEntry, type JsonNode } from '../../request/json-text.js';
import { collectProblems, invalid, valid, type Position, type Problem, type Result } from '../../request/problem.js';
import { quote } from '../../request/shown-text.js';
import { didYouMean } from '../../request/suggestion.js';
import {
  ACTIONS,
  isResourceType,
  kindOf,
  readId,
  RESOURCE_TYPES,
  type Action,
  type Permission,
  type ResourceType,
} from './permissions.js';
import { type OneTarget, type Reference, parseReference } from './reference.js';

/** A grant as the user wrote it: names are not resolved, and nothing is known of its ids. */
export interface Ask {
  readonly action: Action;
  readonly type: ResourceType;
  readonly target: Target;
  /** What a permission object says about the organisation it belongs to; it must be the chosen one. */
  readonly organizations: readonly PlacedReference[];
  /** Of what names the target. */
  readonly at: Position;
}

export type Target = { readonly kind: 'all' } | OneTarget;

export interface PlacedReference {
  readonly reference: Reference;
  readonly at: Position;
}

const EXAMPLE = 'buckets iot-center: read, write';

/** Understands grants written as lines or as InfluxDB's own permission objects. Every problem is reported. */
export function readGrants(grants: Grants): Result<readonly Ask[]> {
  if (grants.form === 'unrestricted') {
    return invalid(
      problem(grants.at, `InfluxDB has no unrestricted tokens; list what the token may do, as in ${EXAMPLE}`),
      ...grants.beside.map(parseLine).flatMap((result) => (result.ok ? [] : result.problems)),
    );
  }
  const results = grants.form === 'lines' ? grants.lines.map(parseLine) : grants.values.flatMap(parseValue);
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return invalid(...problems);
  return valid(results.flatMap((result) => (result.ok ? result.value : [])));
}

function problem(at: Position, message: string): Problem {
  return { input: 'grants', at, message };
}

function parseLine({ resource, actions, at }: GrantLine): Result<readonly Ask[]> {
  const { problems, take } = collectProblems();
  const type = take(parseType(resource[0], at));
  const target = type === undefined ? undefined : take(parseTarget(type, resource, at));
  const parsed = actions.map((word) => take(parseAction(word.text, word.at)));
  if (problems.length > 0 || type === undefined || target === undefined) return invalid(...problems);
  const place = resource[1]?.at ?? at;
  return valid(
    parsed
      .filter((action) => action !== undefined)
      .map((action) => ({ action, type, target, organizations: [], at: place })),
  );
}

function parseType(word: Pick<Word, 'text' | 'at'> | undefined, at: Position): Result<ResourceType> {
  const text = word?.text ?? '';
  if (isResourceType(text)) return valid(text);
  const found = (message: string) => problem(word?.at ?? at, message);
  if (text === 'instance') {
    return invalid(found('InfluxDB gives the resource type instance to no token; list the types that are needed'));
  }
  return invalid(
    found(
      `found ${quote(text)} as a resource type; expected one of ${RESOURCE_TYPES.join(', ')}, as in ${EXAMPLE}.${didYouMean(text, RESOURCE_TYPES)}`,
    ),
  );
}

function parseAction(text: string, at: Position): Result<Action> {
  const action = ACTIONS.find((candidate) => candidate === text);
  if (action !== undefined) return valid(action);
  return invalid(problem(at, `found ${quote(text)} as an action; expected read or write.${didYouMean(text, ACTIONS)}`));
}

function parseTarget(type: ResourceType, [, word, ...more]: readonly Word[], at: Position): Result<Target> {
  const [extra] = more;
  if (extra !== undefined) {
    return invalid(
      problem(
        extra.at,
        `found ${quote(extra.text)} after the resource; a name with blanks is put in double quotes, as in buckets "my bucket": read`,
      ),
    );
  }
  if (word === undefined) {
    return invalid(problem(at, `${type} stands alone; expected ${expectedTargets(type)} after it`));
  }
  if (isAll(word)) return checkTarget(type, { kind: 'all' }, word.at);
  const reference = parseReference(word.text);
  if (!reference.ok) return invalid(...reference.problems.map(({ message }) => problem(word.at, message)));
  return checkTarget(type, reference.value, word.at);
}

/** Whether the type has such resources: names, ids that can be looked up, all of an organisation. */
function checkTarget(type: ResourceType, target: Target, at: Position): Result<Target> {
  const { named, global, path } = kindOf(type);
  if (target.kind === 'all') {
    if (global !== true) return valid(target);
    return invalid(
      problem(at, `a grant on all ${type} would reach over all organisations; expected ${expectedTargets(type)}`),
    );
  }
  if (named === true) return valid(target);
  if (target.kind === 'name' || (target.kind === 'id' && target.name !== undefined)) {
    return invalid(
      problem(at, `only buckets and orgs are granted by name; expected ${expectedTargets(type)} for ${type}`),
    );
  }
  if (path === undefined && global !== true) {
    return invalid(
      problem(at, `no look-up tells which organisation an id of ${type} belongs to; expected ${expectedTargets(type)}`),
    );
  }
  if (target.kind === 'id') return valid(target);
  const id = readId(target.text);
  return id === undefined ? invalid(problem(at, 'expected an id')) : valid({ kind: 'id', id, name: undefined });
}

function expectedTargets(type: ResourceType): string {
  const { named, global, path } = kindOf(type);
  const one = [
    ...(named ? ['a name'] : []),
    ...(path !== undefined || global ? ['an id of 16 hexadecimal digits'] : []),
  ];
  return [...(global ? [] : ['* for all in the organisation']), ...one].join(' or ');
}

function parseValue(value: JsonNode): readonly Result<readonly Ask[]>[] {
  if (value.kind !== 'array') return [parsePermission(value)];
  if (value.items.length > 0) return value.items.map(parsePermission);
  return [invalid(problem(value.at, 'the list grants nothing; a token is never minted without saying what it may do'))];
}

const PERMISSION_KEYS = ['action', 'resource'] as const;
const RESOURCE_KEYS = ['type', 'id', 'orgID', 'name', 'org'] as const;
const PERMISSION_EXAMPLE = '{"action": "read", "resource": {"type": "buckets", "id": "e4d5cf89039ce9a2"}}';

function parsePermission(node: JsonNode): Result<readonly Ask[]> {
  if (node.kind !== 'object') {
    return invalid(
      problem(node.at, `found ${describeNode(node)}; expected a permission object, as in ${PERMISSION_EXAMPLE}`),
    );
  }
  if (member(node, 'permissions') !== undefined) {
    return invalid(
      problem(node.at, 'found a whole authorization; expected the list alone that stands under its permissions'),
    );
  }
  const { problems, take } = collectProblems();
  problems.push(...checkKeys(node.entries, PERMISSION_KEYS));
  const text = (object: Extract<JsonNode, { kind: 'object' }>, key: string): JsonText | undefined => {
    const entry = member(object, key);
    return entry === undefined ? undefined : take(parseText(entry));
  };
  const required = (object: Extract<JsonNode, { kind: 'object' }>, key: string): JsonText | undefined => {
    if (member(object, key) === undefined) {
      problems.push(problem(object.at, `the key ${quote(key)} is missing here; expected as in ${PERMISSION_EXAMPLE}`));
    }
    return text(object, key);
  };

  const actionText = required(node, 'action');
  const action = actionText === undefined ? undefined : take(parseAction(actionText.text, actionText.at));
  const resource = member(node, 'resource')?.value;
  if (resource?.kind !== 'object') {
    const found = resource === undefined ? 'the key "resource" is missing here' : `found ${describeNode(resource)}`;
    problems.push(problem(resource?.at ?? node.at, `${found}; expected as in ${PERMISSION_EXAMPLE}`));
    return invalid(...problems);
  }
  problems.push(...checkKeys(resource.entries, RESOURCE_KEYS));
  const typeText = required(resource, 'type');
  const type = typeText === undefined ? undefined : take(parseType(typeText, typeText.at));
  const id = take(parseJsonId(text(resource, 'id')));
  const name = text(resource, 'name');
  const orgID = take(parseJsonId(text(resource, 'orgID')));
  const org = text(resource, 'org');
  if (type === undefined || action === undefined || problems.length > 0) return invalid(...problems);

  const organizations: PlacedReference[] = [];
  for (const given of [orgID, org]) {
    if (given !== undefined && kindOf(type).global === true) {
      const which = given === org ? 'org' : 'orgID';
      return invalid(
        problem(given.at, `${type} take an id and never ${which}: InfluxDB would grant nothing; remove it`),
      );
    }
  }
  if (orgID !== undefined) organizations.push({ reference: { kind: 'id', id: orgID.text }, at: orgID.at });
  if (org !== undefined) organizations.push({ reference: { kind: 'name', name: org.text }, at: org.at });

  const { at } = id ?? name ?? resource;
  const target = take(checkTarget(type, targetOf(id?.text, name?.text), at));
  if (target === undefined) return invalid(...problems);
  return valid([{ action, type, target, organizations, at }]);
}

function targetOf(id: string | undefined, name: string | undefined): Target {
  if (id !== undefined) return { kind: 'id', id, name };
  return name === undefined ? { kind: 'all' } : { kind: 'name', name };
}

interface JsonText {
  readonly text: string;
  readonly at: Position;
}

function checkKeys(entries: readonly JsonEntry[], known: readonly string[]): readonly Problem[] {
  return entries
    .filter(({ key }) => !known.includes(key))
    .map(({ key, at }) =>
      problem(at, `found the key ${quote(key)}; expected ${known.join(', ')}.${didYouMean(key, known)}`),
    );
}

/** InfluxDB reads an id that is null as all resources: what is present must say something. */
function parseText({ key, value }: JsonEntry): Result<JsonText> {
  if (value.kind === 'string' && value.text !== '') return valid({ text: value.text, at: value.at });
  const found = value.kind === 'string' ? 'an empty text' : describeNode(value);
  return invalid(problem(value.at, `found ${found} as ${key}; expected a text, or no ${key} at all`));
}

function parseJsonId(given: JsonText | undefined): Result<JsonText | undefined> {
  if (given === undefined) return valid(undefined);
  const id = readId(given.text);
  if (id !== undefined) return valid({ text: id, at: given.at });
  return invalid(
    problem(given.at, `found ${quote(given.text)} as an id; expected 16 hexadecimal digits that are not all zero`),
  );
}

/** The permissions for people, one line for each resource: `buckets iot-center (id 11acc3aadf3c2000): read, write`. */
export function printLines(permissions: readonly Permission[]): readonly string[] {
  const actions = new Map<string, string[]>();
  for (const permission of permissions) {
    const resource = printResource(permission);
    actions.set(resource, [...(actions.get(resource) ?? []), permission.action]);
  }
  return [...actions].map(([resource, list]) => `${resource}: ${list.join(', ')}`);
}

function printResource({ type, id, name }: Permission): string {
  if (id === undefined) return `${type} *`;
  return name === undefined ? `${type} ${id}` : `${type} ${printWord(name)} (id ${id})`;
}
