import type { Turn } from '../lease/turn.js';

/** What an answer says in JSON. */
export type AnswerJson =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'none' }
  /**
   * An object in it has a key twice. Of the two, one program takes the first and another the last (RFC 8259, section 4): what
   * such a text says is not known.
   */
  | { readonly kind: 'repeated key' };

/** Characters that are read between two turns, and in which a list is parsed piece by piece. */
const PIECE = 250_000;
/** What is longer, or holds more, cannot be parsed in one go: no issuer has an answer, or an item in a list, like that. */
const LONGEST_PIECE = 16_000_000;
const MOST_VALUES = 1_000_000;
/** A key counts as so many values more: those of an object that has a great many of them take the longest to be parsed. */
const WEIGHT_OF_KEY = 3;

/**
 * Reads the text of an answer as JSON, in a time that grows with its length and in turns: an answer may be a list of a great
 * many tokens, or made to keep the reader busy.
 */
export async function readAnswerJson(text: string, turn: Turn): Promise<AnswerJson> {
  if (!/^[ \t\r\n]{0,1000}["[{\-\dtfn]/.test(text)) return { kind: 'none' };
  const scan = startScan(text);
  while (scan.readOn(PIECE)) await turn();
  const { repeatsKey, lists, parsable } = scan.result();
  const value = parsable ? await parseInPieces(text, lists, turn) : undefined;
  if (value === undefined) return { kind: 'none' };
  return repeatsKey ? { kind: 'repeated key' } : { kind: 'value', value: value.parsed };
}

/** A list that is the whole value, or a member of it. */
interface LongList {
  /** Undefined for the whole value. */
  readonly key: string | undefined;
  /** Behind its opening bracket, at commas between its items, and at its closing bracket. */
  readonly cuts: readonly number[];
}

interface Scan {
  /** Reads so many characters more; false when there is nothing more to be read. */
  readOn(characters: number): boolean;
  result(): {
    readonly repeatsKey: boolean;
    readonly lists: readonly LongList[];
    /** Whether no piece of it has too many values. */
    readonly parsable: boolean;
  };
}

/** An object or a list whose end is not reached. */
interface Open {
  readonly list: boolean;
  /** Of an object. Most have few, and a text of nothing but beginnings has millions of objects: no set before the second. */
  keys: string | Set<string> | undefined;
}

/** Goes through a text from brackets to brackets. Whether it is JSON, it does not say: only what it says if it is. */
function startScan(text: string): Scan {
  const open: Open[] = [];
  const lists: LongList[] = [];
  let index = 0;
  let expectsKey = false;
  let repeatsKey = false;
  let parsable = true;
  let keyOfRoot: string | undefined;
  let cuts: number[] | undefined;
  // Since the last cut, and around the lists.
  let values = 0;
  let valuesAround = 0;

  const isTop = () => open.length === 1 || (open.length === 2 && open[0]?.list === false);

  const begin = (list: boolean) => {
    open.push({ list, keys: undefined });
    expectsKey = !list;
    if (!list || !isTop()) return;
    cuts = [index + 1];
    valuesAround += values;
    values = 0;
  };
  const end = () => {
    if (open.at(-1)?.list === true && isTop() && cuts !== undefined) {
      cuts.push(index);
      if (cuts.length > 2) {
        lists.push({ key: open.length === 1 ? undefined : keyOfRoot, cuts });
        values = 0;
      }
      cuts = undefined;
    }
    open.pop();
    expectsKey = false;
  };
  const separate = () => {
    const inner = open.at(-1);
    expectsKey = inner?.list === false;
    if (inner?.list !== true || !isTop() || cuts === undefined || index - (cuts.at(-1) ?? 0) < PIECE) return;
    cuts.push(index);
    values = 0;
  };
  const isParsable = () => values + (cuts === undefined ? valuesAround : 0) <= MOST_VALUES;
  const readString = () => {
    const start = index++;
    let escaped = false;
    for (; index < text.length && text[index] !== '"'; index++) {
      if (text[index] !== '\\') continue;
      escaped = true;
      index++;
    }
    if (!expectsKey) return;
    expectsKey = false;
    values += WEIGHT_OF_KEY;
    const key = escaped ? decoded(text.slice(start, index + 1)) : text.slice(start + 1, index);
    if (open.length === 1) keyOfRoot = key;
    const object = open.at(-1);
    if (object === undefined) return;
    if (object.keys === undefined) object.keys = key;
    else {
      if (typeof object.keys === 'string') object.keys = new Set([object.keys]);
      repeatsKey ||= object.keys.has(key);
      object.keys.add(key);
    }
  };

  return {
    readOn(characters) {
      const until = index + characters;
      for (; index < text.length && index < until; index++) {
        switch (text.charAt(index)) {
          case '"':
            readString();
            break;
          case '{':
          case '[':
            values++;
            begin(text[index] === '[');
            break;
          case '}':
          case ']':
            end();
            break;
          case ',':
            values++;
            separate();
            break;
        }
      }
      parsable &&= isParsable();
      return parsable && index < text.length;
    },
    result: () => ({ repeatsKey, lists, parsable }),
  };
}

function decoded(string: string): string {
  try {
    return String(JSON.parse(string));
  } catch {
    return string;
  }
}

/** Undefined for a text that is no JSON, or has a part that is too long to be looked at in one go. */
async function parseInPieces(
  text: string,
  lists: readonly LongList[],
  turn: Turn,
): Promise<{ readonly parsed: unknown } | undefined> {
  // What stands around the lists, each of them empty.
  let frame = '';
  let copied = 0;
  for (const { cuts } of lists) {
    frame += text.slice(copied, cuts[0]);
    copied = cuts.at(-1) ?? copied;
  }
  frame += text.slice(copied);
  if (frame.length > LONGEST_PIECE) return undefined;
  const outer = parse(frame);
  if (outer === undefined) return undefined;

  for (const { key, cuts } of lists) {
    const list: unknown = key === undefined ? outer.parsed : memberOf(outer.parsed, key);
    // By a key that stands twice another list may be meant.
    if (!Array.isArray(list)) continue;
    for (let piece = 1; piece < cuts.length; piece++) {
      await turn();
      const start = (cuts[piece - 1] ?? 0) + (piece === 1 ? 0 : 1);
      const end = cuts[piece] ?? start;
      const items = end - start > LONGEST_PIECE ? undefined : parse(`[${text.slice(start, end)}]`)?.parsed;
      // Between two commas there is an item.
      if (!Array.isArray(items) || items.length === 0) return undefined;
      for (const item of items) list.push(item);
    }
  }
  return outer;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function parse(text: string): { readonly parsed: unknown } | undefined {
  try {
    return { parsed: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
