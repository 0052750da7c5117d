/** Values that keep a reader busy: each the JSON of one value, in about as many bytes as are asked for. */
export const WORST_VALUES: Readonly<Record<string, (bytes: number, known: Known) => string>> = {
  'plain letters': (bytes) => text('x', bytes),
  quotes: (bytes) => text('\\"', bytes),
  backslashes: (bytes) => text('\\\\', bytes),
  spaces: (bytes) => text(' ', bytes),
  'lines of one character': (bytes) => text('x\\n', bytes),
  'empty lines': (bytes) => text('\\n', bytes),
  'colours of a terminal': (bytes) => text('\\u001b[31m', bytes),
  'beginnings of such': (bytes) => text('\\u001b[', bytes),
  'equals signs': (bytes) => text('=', bytes),
  'percent signs': (bytes) => text('%41%', bytes),
  digits: (bytes) => text('9', bytes),
  base64: (bytes) => text('bm90LWEtcmVhbC1zZWNyZXQ', bytes),
  'hexadecimal digits': (bytes) => text('6e6f742d61', bytes),
  commas: (bytes) => text(', ', bytes),
  dots: (bytes) => text('eyJ.', bytes),
  ellipses: (bytes) => text('…', bytes),
  emoji: (bytes) => text('🔑', bytes),
  'halves of characters': (bytes) => text('\\ud83d', bytes),
  'accents on one letter': (bytes) => text('\\u0301', bytes),
  'commands of a runner': (bytes) => text('\\n::add-mask::x##[', bytes),
  'tables of Markdown': (bytes) => text('|<b>`', bytes),
  'JSON in JSON': (bytes) => text('{\\"token\\":[', bytes),
  markers: (bytes) => text('[mint-token lease=0123456789abcdef0123456789abcdef repo=a run=1/1 ', bytes),
  'tokens of the keys of all issuers': (bytes) =>
    text('\\"token\\":\\"not-a-real-secret\\",\\"authSecret\\":\\"', bytes),
  'almost the credential': (bytes, { credential }) => text(JSON.stringify(credential.slice(0, -1)).slice(1, -1), bytes),
  'the credential again and again': (bytes, { credential }) => text(JSON.stringify(credential).slice(1, -1), bytes),
  'almost its base64': (bytes, { credential }) => text(Buffer.from(credential).toString('base64').slice(0, -2), bytes),
  'objects in objects': (bytes) => nested('{"a":', '1', '}', bytes),
  'lists in lists': (bytes) => nested('[', '', ']', bytes),
  'a list of empty objects': (bytes) => `[${filled('{},', bytes)}{}]`,
  'a list of numbers': (bytes) => `[${filled('1,', bytes)}1]`,
  'a list of short texts': (bytes) => `[${filled('"a",', bytes)}"a"]`,
  'a list of different texts': (bytes) => `[${counted((index) => `"${index}",`, bytes)}"a"]`,
  'a list of different objects': (bytes) => `[${counted((index) => `{"id":"${index}","name":"n${index}"},`, bytes)}{}]`,
  'an object of many keys': (bytes) => `{${counted((index) => `"${index}":1,`, bytes)}"a":1}`,
  'an object of many names': (bytes) => `{${counted((index) => `"n${index}":1,`, bytes)}"a":1}`,
  'an object of as many as are read': (bytes) => `{${counted((index) => `"n${index}":1,`, bytes / 4)}"a":1}`,
  'an object of one key': (bytes) => `{${filled('"a":1,', bytes)}"a":1}`,
  'the very thing, again and again': (bytes, { value }) => {
    const item = JSON.stringify(Array.isArray(value) ? ((value as unknown[])[0] ?? 1) : value);
    return `[${filled(`${item},`, bytes)}${item}]`;
  },
  'its like, each a little different': (bytes, { value }) => {
    const item = JSON.stringify(Array.isArray(value) ? ((value as unknown[])[0] ?? 'x') : value);
    const end = item.lastIndexOf('"');
    const like = (index: number) =>
      end === -1 ? `${item}${index},` : `${item.slice(0, end)}${index}${item.slice(end)},`;
    return `[${counted(like, bytes)}${item}]`;
  },
};

/** What there is to be repeated. */
export interface Known {
  readonly credential: string;
  /** What stands in the answer where the worst is put. */
  readonly value: unknown;
}

const filled = (part: string, bytes: number) => part.repeat(Math.floor(bytes / Buffer.byteLength(part)));

const text = (part: string, bytes: number) => `"${filled(part, bytes - 2)}"`;

const nested = (begin: string, inner: string, end: string, bytes: number) => {
  const depth = Math.floor(bytes / (begin.length + end.length));
  return `${begin.repeat(depth)}${inner}${end.repeat(depth)}`;
};

function counted(part: (index: number) => string, bytes: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let index = 0; ; index++) {
    const next = part(index);
    length += Buffer.byteLength(next);
    if (length > bytes) return parts.join('');
    parts.push(next);
  }
}

/** Where something stands in a JSON value. */
export type Place = readonly (string | number)[];

/** Every place in a value, that of the whole value first. Of a list, that of its first item. */
export function placesIn(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? (value as unknown[]).slice(0, 1).map((item) => [0, item] as const)
    : Object.entries(value);
  return [place, ...members.flatMap(([key, member]) => placesIn(member, [...place, key]))];
}

export function valueAt(value: unknown, place: Place): unknown {
  return place.reduce<unknown>((inner, key) => Reflect.get(inner as object, key), value);
}

/** The JSON of a value in which something else stands at a place. */
export function jsonWith(value: unknown, [key, ...rest]: Place, replacement: string): string {
  if (key === undefined) return replacement;
  if (Array.isArray(value)) {
    const items = (value as unknown[]).map((item, index) =>
      index === key ? jsonWith(item, rest, replacement) : JSON.stringify(item),
    );
    return `[${items.join(',')}]`;
  }
  const members = Object.entries(value as object).map(
    ([name, member]) =>
      `${JSON.stringify(name)}:${name === key ? jsonWith(member, rest, replacement) : JSON.stringify(member)}`,
  );
  return `{${members.join(',')}}`;
}
