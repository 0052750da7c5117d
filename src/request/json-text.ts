import { createColumnCounter } from './column-counter.js';
import type { Position } from './problem.js';
import { quote, showCharacter } from './shown-text.js';

/**
 * A JSON value that remembers where it stood and what it looked like: the order of the keys (JavaScript objects move
 * keys that look like integers to the front), numbers as they were written (large ids lose digits as doubles).
 */
export type JsonNode =
  | { readonly kind: 'object'; readonly entries: readonly JsonEntry[]; readonly at: Position }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[]; readonly at: Position }
  | { readonly kind: 'string'; readonly text: string; readonly at: Position }
  | { readonly kind: 'number'; readonly source: string; readonly at: Position }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly at: Position }
  | { readonly kind: 'null'; readonly at: Position };

export interface JsonEntry {
  readonly key: string;
  readonly at: Position;
  readonly value: JsonNode;
}

/** Thrown for text that is not strict JSON (RFC 8259), for a key given twice, and for nesting deeper than 32. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
  constructor(
    message: string,
    readonly at: Position,
  ) {
    super(message);
  }
}

/** How a message names a value that stands where another was expected. */
export function describeNode(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return 'an object';
    case 'array':
      return node.items.length === 0 ? 'an empty list' : 'a list';
    case 'string':
      return quote(node.text);
    case 'number':
      return node.source;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

/** The value of a key, undefined where the object has no such key. */
export function member(node: Extract<JsonNode, { kind: 'object' }>, key: string): JsonEntry | undefined {
  return node.entries.find((entry) => entry.key === key);
}

const DEEPEST = 32;

const NUMBER_OR_WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

const ANY_VALUE = 'a value: an object, a list, a text in double quotes, a number, true, false or null';

/** What to tell of a string that `decodeJsonString` cannot read. */
export const MALFORMED_STRING =
  "this text in double quotes is not valid by JSON's rules: a backslash itself is written \\\\, a tab \\t, and \\u takes four hexadecimal digits, two such escapes for an emoji";

/**
 * Reads one or more JSON values that follow each other, with nothing but white space between them (`--grant` options
 * of the systems' own commands are pasted one a line).
 *
 * @throws JsonSyntaxError with the place and what was expected there
 */
export function readJsonValues(text: string): readonly JsonNode[] {
  let index = 0;
  let line = 1;
  let lineStart = 0;
  const columnOf = createColumnCounter(text);

  const values: JsonNode[] = [];
  skipBlanks();
  do {
    values.push(readValue(0));
    skipBlanks();
  } while (index < text.length);
  return values;

  function here(): Position {
    return { line, column: columnOf(lineStart, index) };
  }

  function fail(expected: string, at = here()): never {
    const character = text.codePointAt(index);
    const found = character === undefined ? 'the end of the text' : showCharacter(String.fromCodePoint(character));
    throw new JsonSyntaxError(`this is not valid JSON: found ${found}, expected ${expected}`, at);
  }

  function skipBlanks(): void {
    for (; index < text.length; index++) {
      const character = text[index];
      if (character === '\n') {
        line++;
        lineStart = index + 1;
      } else if (character !== ' ' && character !== '\t' && character !== '\r') return;
    }
  }

  function readValue(depth: number): JsonNode {
    const at = here();
    switch (text[index]) {
      case '{':
        checkDepth(depth, at);
        return { kind: 'object', entries: readEntries(depth), at };
      case '[':
        checkDepth(depth, at);
        return { kind: 'array', items: readItems(depth), at };
      case '"':
        return { kind: 'string', text: readString(), at };
      default:
        return readNumberOrWord(at, depth);
    }
  }

  function checkDepth(depth: number, at: Position): void {
    if (depth >= DEEPEST) throw new JsonSyntaxError(`this JSON is nested deeper than ${DEEPEST} levels`, at);
  }

  function readNumberOrWord(at: Position, depth: number): JsonNode {
    NUMBER_OR_WORD.lastIndex = index;
    const source = NUMBER_OR_WORD.exec(text)?.[0];
    if (source === undefined)
      return fail(depth === 0 && values.length > 0 ? 'another value or the end of the text' : ANY_VALUE, at);
    index += source.length;
    if (source === 'null') return { kind: 'null', at };
    if (source === 'true' || source === 'false') return { kind: 'boolean', value: source === 'true', at };
    return { kind: 'number', source, at };
  }

  function readEntries(depth: number): readonly JsonEntry[] {
    const entries: JsonEntry[] = [];
    const keys = new Set<string>();
    index++;
    skipBlanks();
    if (text[index] === '}') {
      index++;
      return entries;
    }
    for (;;) {
      const at = here();
      if (text[index] !== '"') fail('a key in double quotes', at);
      const key = readString();
      if (keys.has(key)) throw new JsonSyntaxError(`the key ${quote(key)} stands here a second time; give it once`, at);
      keys.add(key);
      skipBlanks();
      if (text[index] !== ':') fail('a colon after the key');
      index++;
      skipBlanks();
      entries.push({ key, at, value: readValue(depth + 1) });
      skipBlanks();
      if (text[index] === '}') {
        index++;
        return entries;
      }
      if (text[index] !== ',') fail('a comma or }');
      index++;
      skipBlanks();
    }
  }

  function readItems(depth: number): readonly JsonNode[] {
    const items: JsonNode[] = [];
    index++;
    skipBlanks();
    if (text[index] === ']') {
      index++;
      return items;
    }
    for (;;) {
      items.push(readValue(depth + 1));
      skipBlanks();
      if (text[index] === ']') {
        index++;
        return items;
      }
      if (text[index] !== ',') fail('a comma or ]');
      index++;
      skipBlanks();
    }
  }

  function readString(): string {
    const at = here();
    const end = endOfJsonString(text, index);
    if (end === undefined) throw new JsonSyntaxError('this text in double quotes has no end on its line', at);
    const source = text.slice(index, end);
    index = end;
    const decoded = decodeJsonString(source);
    if (decoded === undefined) throw new JsonSyntaxError(MALFORMED_STRING, at);
    return decoded;
  }
}

/** The index behind the closing quote of the string that begins at `start`; undefined when its line ends before. */
export function endOfJsonString(text: string, start: number): number | undefined {
  for (let index = start + 1; index < text.length; index++) {
    const character = text[index];
    if (character === '\n') return undefined;
    if (character === '\\' && text[index + 1] !== '\n') index++;
    else if (character === '"') return index + 1;
  }
  return undefined;
}

/** The text that a JSON string with its quotes stands for; undefined when it is malformed or holds half a surrogate pair. */
export function decodeJsonString(source: string): string | undefined {
  try {
    const decoded: unknown = JSON.parse(source);
    return typeof decoded === 'string' && decoded.isWellFormed() ? decoded : undefined;
  } catch {
    return undefined;
  }
}
