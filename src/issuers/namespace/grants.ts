import { isAll, printGrantLine, type GrantLine, type Grants, type Word } from '../../request/grants.js';
import { noteOnEncoded } from '../../request/encoded-text.js';
import { describeNode, type JsonEntry, type JsonNode } from '../../request/json-text.js';
import { notice, warning, type Notice } from '../../lease/notice.js';
import { formatProblem, invalid, valid, type Position, type Problem, type Result } from '../../request/problem.js';
import { quote } from '../../request/shown-text.js';
import { didYouMean } from '../../request/suggestion.js';
import { ALL, flawOf, mergePermissions, type Permission } from './permissions.js';
import { effectsOf } from './reach.js';
import { DOCUMENTED_PERMISSIONS } from './documented-permissions.js';

/** A text of the user's and where it stood. */
interface Placed {
  readonly text: string;
  readonly at: Position;
}

interface PlacedPermission {
  readonly resourceType: Placed;
  readonly resourceId: Placed;
  readonly actions: readonly Placed[];
}

const LINE_FORM = 'TYPE ID: ACTION[, ACTION...], as in builder *: ensure, access';
const JSON_FORM = '{"resource_type": "builder", "resource_id": "*", "actions": ["ensure"]}';

/**
 * Reads lines (`builder *: ensure, access`), or JSON objects as `nsc token create --grant` takes them: one after the other,
 * or in a list. Grants on the same resource are merged. Types and actions that Namespace does not document are warned
 * about, never refused.
 */
export function readGrants(
  grants: Grants,
): Result<{ readonly permissions: readonly Permission[]; readonly notices: readonly Notice[] }> {
  const problems: Problem[] = [];
  if (grants.form === 'unrestricted') {
    readLines(grants.beside, problems);
    return invalid(
      {
        input: 'grants',
        at: grants.at,
        message: `Namespace knows no unrestricted token; list what the token may do: ${LINE_FORM}`,
      },
      ...problems,
    );
  }
  const placed = grants.form === 'lines' ? readLines(grants.lines, problems) : readJson(grants.values, problems);
  if (problems.length > 0) return invalid(...problems);
  const permissions = mergePermissions(placed.map(withoutPlaces));
  const encoded = noteOnEncoded(permissions.map(({ resourceId }) => resourceId));
  return valid({
    permissions,
    notices: [
      ...placed.flatMap(noticesOf),
      ...noticesOfAll(permissions),
      ...(encoded === undefined ? [] : [notice(encoded)]),
    ],
  });
}

function noticesOfAll(permissions: readonly Permission[]): readonly Notice[] {
  const types = permissions.filter(({ resourceId }) => resourceId === ALL).map(({ resourceType }) => resourceType);
  if (types.length === 0) return [];
  return [
    notice(`${types.map((type) => `${type} *`).join(', ')}: all of the workspace, with what is made there later.`),
  ];
}

/** One line for each resource, which `grants` reads as the same again. */
export function printPermissions(permissions: readonly Permission[]): readonly string[] {
  const word = (text: string) => ({ text, quoted: text !== ALL });
  return permissions.map(({ resourceType, resourceId, actions }) =>
    printGrantLine({ resource: [word(resourceType), word(resourceId)], actions: actions.map(word) }),
  );
}

function readLines(lines: readonly GrantLine[], problems: Problem[]): readonly PlacedPermission[] {
  const problem = (at: Position, message: string) => problems.push({ input: 'grants', at, message });
  return lines.flatMap((line) => {
    const [resourceType, resourceId, extra] = line.resource;
    if (resourceType === undefined) return [];
    if (resourceId === undefined && isAll(resourceType)) {
      checkType(resourceType, problem);
      return [];
    }
    if (resourceId === undefined) {
      problem(
        resourceType.at,
        `${quote(resourceType.text)} stands without the id of a resource; write ${quote(`${resourceType.text} *: …`)} for all of the type. Expected ${LINE_FORM}`,
      );
      return [];
    }
    if (extra !== undefined) {
      problem(extra.at, `found a third word, ${quote(extra.text)}, before the colon; expected ${LINE_FORM}`);
      return [];
    }
    const before = problems.length;
    checkType(resourceType, problem);
    for (const word of [resourceId, ...line.actions]) checkWord(word, problem);
    return problems.length > before ? [] : [{ resourceType, resourceId, actions: line.actions }];
  });
}

type Report = (at: Position, message: string) => void;

function checkType(type: Placed, problem: Report): void {
  if (flawOf(type.text, 'type') === 'every type') {
    problem(type.at, `Namespace has no grant on every type of resource; list the types, one a line: ${LINE_FORM}`);
  }
  checkText(type, problem);
}

function checkWord(word: Word, problem: Report): void {
  if (word.quoted && word.text === ALL) {
    problem(word.at, 'a * in quotes would be a name, and Namespace would read it as all; write it without the quotes');
  }
  checkText(word, problem);
}

function checkText({ text, at }: Placed, problem: Report): void {
  if (flawOf(text, 'id') === 'control character')
    problem(at, `${quote(text)} holds a control character, which no name of Namespace has`);
}

const KEYS = {
  resource_type: 'resourceType',
  resource_id: 'resourceId',
  actions: 'actions',
} as const;

function readJson(values: readonly JsonNode[], problems: Problem[]): readonly PlacedPermission[] {
  const flat = values.flatMap((value) => (value.kind === 'array' ? value.items : [value]));
  if (flat.length === 0) {
    problems.push({
      input: 'grants',
      message: `the list is empty, and a token is never minted without saying what it may do; expected objects such as ${JSON_FORM}`,
    });
  }
  return flat.flatMap((node, index) => {
    const permission = readObject(node, (at, message) =>
      problems.push({ input: 'grants', at, message: flat.length > 1 ? `grant ${index + 1}: ${message}` : message }),
    );
    return permission === undefined ? [] : [permission];
  });
}

function readObject(node: JsonNode, report: Report): PlacedPermission | undefined {
  if (node.kind !== 'object') {
    report(node.at, `found ${describeNode(node)}, expected an object such as ${JSON_FORM}`);
    return undefined;
  }
  const places: Position[] = [];
  const problem: Report = (at, message) => {
    places.push(at);
    report(at, message);
  };
  const fields = new Map<keyof typeof KEYS, JsonEntry>();
  for (const entry of node.entries) {
    const key = nameOf(entry.key);
    if (key === undefined) {
      problem(
        entry.at,
        `the key ${quote(entry.key)} is unknown; expected resource_type, resource_id and actions.${didYouMean(entry.key, Object.keys(KEYS))}`,
      );
    } else if (fields.has(key)) {
      problem(entry.at, `${key} is given twice, as ${key} and as ${KEYS[key]}; give it once`);
    } else {
      fields.set(key, entry);
    }
  }
  // What seems to be missing may stand under the wrong key.
  if (places.length > 0) return undefined;
  const resourceType = readText(node, fields, 'resource_type', 'builder', problem);
  const resourceId = readText(node, fields, 'resource_id', ALL, problem);
  const actions = readActions(node, fields, problem);
  if (resourceType !== undefined) checkType(resourceType, problem);
  if (resourceId !== undefined) checkText(resourceId, problem);
  if (places.length > 0 || resourceType === undefined || resourceId === undefined) return undefined;
  return { resourceType, resourceId, actions };
}

/** Protobuf's JSON knows two spellings of a name, and `nsc` takes both. */
function nameOf(key: string): keyof typeof KEYS | undefined {
  switch (key) {
    case 'resource_type':
    case 'resourceType':
      return 'resource_type';
    case 'resource_id':
    case 'resourceId':
      return 'resource_id';
    case 'actions':
      return 'actions';
    default:
      return undefined;
  }
}

type Fields = ReadonlyMap<keyof typeof KEYS, JsonEntry>;

function readText(
  node: JsonNode,
  fields: Fields,
  key: 'resource_type' | 'resource_id',
  example: string,
  problem: Report,
): Placed | undefined {
  const entry = fields.get(key);
  const hint = key === 'resource_id' ? '; all resources of the type are "*"' : '';
  if (entry === undefined) {
    problem(node.at, `the key ${key} is missing, as in "${key}": "${example}"${hint}`);
    return undefined;
  }
  const { value } = entry;
  if (value.kind !== 'string' || flawOf(value.text, 'id') === 'blank') {
    const found = value.kind === 'string' ? 'an empty text: an expression was probably empty' : describeNode(value);
    problem(value.at, `${key} is ${found}; expected a text such as "${example}"${hint}`);
    return undefined;
  }
  return { text: value.text, at: value.at };
}

function readActions(node: JsonNode, fields: Fields, problem: Report): readonly Placed[] {
  const entry = fields.get('actions');
  if (entry === undefined) {
    problem(node.at, 'the key actions is missing, as in "actions": ["ensure", "access"]');
    return [];
  }
  const { value } = entry;
  if (value.kind !== 'array' || value.items.length === 0) {
    problem(value.at, `actions is ${describeNode(value)}; expected a list such as ["ensure", "access"]`);
    return [];
  }
  return value.items.flatMap((item) => {
    if (item.kind !== 'string' || flawOf(item.text, 'action') === 'blank') {
      problem(item.at, `found ${describeNode(item)} among the actions; expected a text such as "ensure"`);
      return [];
    }
    checkText(item, problem);
    return [item];
  });
}

function withoutPlaces({ resourceType, resourceId, actions }: PlacedPermission): Permission {
  return {
    resourceType: resourceType.text,
    resourceId: resourceId.text,
    actions: actions.map(({ text }) => text),
  };
}

function noticesOf({ resourceType: { text: type, at }, actions }: PlacedPermission): readonly Notice[] {
  const documented = DOCUMENTED_PERMISSIONS.get(type);
  const warn = (place: Position, message: string) =>
    warning(formatProblem({ input: 'grants', at: place, message: `${message}.` }));
  const source = 'Namespace documents (namespace.so/docs/security/permissions)';
  const notices: Notice[] = [];
  if (documented === undefined) {
    const hint = didYouMean(type, DOCUMENTED_PERMISSIONS.keys());
    notices.push(
      warn(at, `${quote(type)} is not among the resource types that ${source}.${hint} It is asked for as written`),
    );
  }
  for (const { text: action, at: place } of actions) {
    if (action === ALL) {
      const list = documented === undefined ? '' : `: ${documented.join(', ')}`;
      notices.push(
        warn(
          place,
          `* asks for every action on ${type}, those of the future too, and Namespace may refuse it for a revokable token; better list the actions${list}`,
        ),
      );
    } else if (documented !== undefined && !documented.includes(action)) {
      const hint = didYouMean(action, documented);
      notices.push(
        warn(
          place,
          `${quote(action)} is not among the actions on ${type} that ${source}: ${documented.join(', ')}.${hint} It is asked for as written`,
        ),
      );
    }
    for (const effect of effectsOf(type, action)) notices.push(warn(place, effect));
  }
  return notices;
}
