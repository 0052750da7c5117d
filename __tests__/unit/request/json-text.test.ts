import fc from '../../properties.js';
import { describe, expect, test } from 'vitest';
import { parseGrants } from '../../../src/request/grants.js';
import {
  describeNode,
  JsonSyntaxError,
  member,
  readJsonValues,
  type JsonNode,
} from '../../../src/request/json-text.js';

/** The JavaScript value that a node stands for; objects as maps, which keep the order of their keys. */
function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return new Map(node.entries.map(({ key, value }) => [key, valueOf(value)]));
    case 'array':
      return node.items.map(valueOf);
    case 'string':
      return node.text;
    case 'number':
      return Number(node.source);
    case 'boolean':
      return node.value;
    case 'null':
      return null;
  }
}

function withMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMaps);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, inner]) => [key, withMaps(inner)]));
}

const only = (text: string): JsonNode => {
  const values = readJsonValues(text);
  expect(values).toHaveLength(1);
  const [value] = values;
  if (value === undefined) throw new Error('there is no value');
  return value;
};

/** What is wrong, as `line:column message`. */
function problemOf(text: string): string {
  try {
    readJsonValues(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return `${error.at.line}:${error.at.column} ${error.message}`;
  }
  return 'none';
}

describe('JSON is read', () => {
  test('as JavaScript reads it', () => {
    fc.assert(
      fc.property(
        fc.json({ stringUnit: 'binary' }).filter((text) => text.isWellFormed()),
        fc.constantFrom(undefined, 1, '\t'),
        (text, indent) => {
          const value: unknown = JSON.parse(text);
          expect(valueOf(only(JSON.stringify(value, undefined, indent)))).toEqual(withMaps(value));
        },
      ),
    );
  });

  test('with the keys in the order of the text', () => {
    const node = only('{"b": 1, "10": 2, "9": 3, "a": 4, "__proto__": 5, "constructor": 6}');
    if (node.kind !== 'object') throw new Error('no object');
    expect(node.entries.map(({ key }) => key)).toEqual(['b', '10', '9', 'a', '__proto__', 'constructor']);
    expect(member(node, '__proto__')?.value).toMatchObject({ source: '5' });
    expect(member(node, 'toString')).toBeUndefined();
  });

  test.for(['12345678901234567890', '-0', '1.50', '1e400', '0.1E-7', '9'.repeat(1000)])(
    'with numbers as they were written: %s',
    (source) => expect(only(`[${source}]`)).toMatchObject({ items: [{ kind: 'number', source }] }),
  );

  test('several values in a row, one a line or not', () => {
    expect(readJsonValues('\r\n{"a":1}\r\n{"a":2} [3]\n\n').map(valueOf)).toEqual([
      new Map([['a', 1]]),
      new Map([['a', 2]]),
      [3],
    ]);
  });

  test('with the place of every value and key, in characters', () => {
    const [first, second] = readJsonValues('{"🚀": ["é", true],\r\n\t"b": null}\n  {"c": 1}');
    expect(first).toEqual({
      kind: 'object',
      at: { line: 1, column: 1 },
      entries: [
        {
          key: '🚀',
          at: { line: 1, column: 2 },
          value: {
            kind: 'array',
            at: { line: 1, column: 7 },
            items: [
              { kind: 'string', text: 'é', at: { line: 1, column: 8 } },
              { kind: 'boolean', value: true, at: { line: 1, column: 13 } },
            ],
          },
        },
        { key: 'b', at: { line: 2, column: 2 }, value: { kind: 'null', at: { line: 2, column: 7 } } },
      ],
    });
    expect(second).toMatchObject({ at: { line: 3, column: 3 }, entries: [{ at: { line: 3, column: 4 } }] });
  });

  test('without delay when all of it stands on one line', () => {
    const items = Array<string>(32_000).fill('1');
    expect(only(`[${items.join(',')}]`)).toMatchObject({
      items: { length: 32_000, 31_999: { at: { column: 64_000 } } },
    });
  });
});

describe('what is not strict JSON is refused with its place, what was found and what may stand there', () => {
  const VALUE = 'a value: an object, a list, a text in double quotes, a number, true, false or null';
  test.for([
    ['', `1:1 this is not valid JSON: found the end of the text, expected ${VALUE}`],
    ['[1,]', `1:4 this is not valid JSON: found "]", expected ${VALUE}`],
    ['[1 2]', '1:4 this is not valid JSON: found "2", expected a comma or ]'],
    ['[1', '1:3 this is not valid JSON: found the end of the text, expected a comma or ]'],
    ['{"a":1', '1:7 this is not valid JSON: found the end of the text, expected a comma or }'],
    ['{"a" 1}', '1:6 this is not valid JSON: found "1", expected a colon after the key'],
    ['{"a":1,}', '1:8 this is not valid JSON: found "}", expected a key in double quotes'],
    ["{'a':1}", '1:2 this is not valid JSON: found "\'", expected a key in double quotes'],
    ['{a:1}', '1:2 this is not valid JSON: found "a", expected a key in double quotes'],
    ['{"a":}', `1:6 this is not valid JSON: found "}", expected ${VALUE}`],
    ['{"a":\n  🚀}', `2:3 this is not valid JSON: found "🚀", expected ${VALUE}`],
    ['[\u00a01]', `1:2 this is not valid JSON: found the invisible character U+00A0, expected ${VALUE}`],
    ['\ufeff{}', `1:1 this is not valid JSON: found the invisible character U+FEFF, expected ${VALUE}`],
    ['{} x', '1:4 this is not valid JSON: found "x", expected another value or the end of the text'],
    ['{}, {}', '1:3 this is not valid JSON: found ",", expected another value or the end of the text'],
    ['{}]', '1:3 this is not valid JSON: found "]", expected another value or the end of the text'],
    ['["a', '1:2 this text in double quotes has no end on its line'],
    ['["a\n"]', '1:2 this text in double quotes has no end on its line'],
    ['["a\\\n"]', '1:2 this text in double quotes has no end on its line'],
    ['["a\tb"]', "1:2 this text in double quotes is not valid by JSON's rules: a backslash itself is written \\\\"],
    ['["C:\\dir"]', "1:2 this text in double quotes is not valid by JSON's rules: a backslash itself is written \\\\"],
    ['[\n"\\ud83d"]', "2:1 this text in double quotes is not valid by JSON's rules"],
    ['["\\ude80\\ud83d"]', "1:2 this text in double quotes is not valid by JSON's rules"],
    ['{"a":1,"b":{"a":2},"a":3}', '1:20 the key "a" stands here a second time; give it once'],
    ['{"a":1,\n"\\u0061":3}', '2:1 the key "a" stands here a second time; give it once'],
  ] as const)('%j', ([text, problem]) => expect(problemOf(text).startsWith(problem), problemOf(text)).toBe(true));

  test.for([
    '01',
    '+1',
    '.5',
    '1.',
    '1e',
    '0x10',
    'NaN',
    'Infinity',
    'True',
    'nulla',
    'undefined',
    '1_000',
    '--1',
    '-',
  ])('no value of JSON: %s', (text) =>
    expect(problemOf(`[${text}]`)).toContain(`1:2 this is not valid JSON: found "${text.slice(0, 1)}"`),
  );

  test('nesting deeper than 32 levels', () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(problemOf(nested(32))).toBe('none');
    expect(problemOf(`${'{"a":'.repeat(32)}1${'}'.repeat(32)}`)).toBe('none');
    expect(problemOf(nested(33))).toBe('1:33 this JSON is nested deeper than 32 levels');
    const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    expect(problemOf(objects(32))).toBe('none');
    expect(problemOf(objects(33))).toBe('1:161 this JSON is nested deeper than 32 levels');
    expect(problemOf('['.repeat(100_000))).toBe('1:33 this JSON is nested deeper than 32 levels');
  });

  test('and never anything but a JsonSyntaxError is thrown', () => {
    const marks = ['{', '}', '[', ']', '"', ',', ':', '\\', ' ', '\n', '\r', '\t', '-', '0', '1', '9', '.', 'e', 'E'];
    const piece = fc.constantFrom(...marks, 'true', 'null', '"a"', '"a":', '\\u', '\ud83d', '🚀', '\u00a0');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
        (text) => {
          const problem = problemOf(text);
          let values = 0;
          try {
            JSON.parse(text);
            values = 1;
          } catch {
            // Several values in a row are no JSON text for JavaScript, so only what it reads can be compared.
          }
          if (values === 1 && !/\\u|\ud83d(?!\ude80)/.test(text)) expect(problem).toMatch(/^none$|a second time/);
          if (problem === 'none' && values === 0) expect(readJsonValues(text).length).toBeGreaterThan(1);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('as grants', () => {
  test.for(['{"a": ["vi"]}', ' \r\n\t[1]', '{}', '[]'])('%j is JSON as a whole', (text) => {
    expect(parseGrants(text)).toEqual({ grants: { form: 'json', values: readJsonValues(text) }, problems: [] });
  });

  test('a line below JSON is refused, and it is said why', () => {
    expect(parseGrants('{"a": ["vi"]}\nmydb: read').problems).toEqual([
      {
        input: 'grants',
        at: { line: 2, column: 1 },
        message:
          'this is not valid JSON: found "m", expected another value or the end of the text. Grants that begin with { are JSON as a whole; a name that begins so is put in double quotes',
      },
    ]);
  });

  test('a name that looks like the start of JSON is put in quotes', () => {
    expect(parseGrants('[my] t: read').problems).toMatchObject([
      { at: { line: 1, column: 2 }, message: expect.stringContaining('Grants that begin with [ are JSON') as string },
    ]);
    expect(parseGrants('"[my]" t: read').problems).toEqual([]);
  });
});

test.for([
  ['{}', 'an object'],
  ['[]', 'an empty list'],
  ['[1]', 'a list'],
  ['"a\\nb"', '"a\\nb"'],
  ['12345678901234567890', '12345678901234567890'],
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
] as const)('%s is named as %s in messages', ([text, name]) => {
  expect(describeNode(only(text))).toBe(name);
});
