import fc from '../../properties.js';
import { describe, expect, it, test, vi } from 'vitest';
import { readAnswerJson } from '../../../src/http/answer-json.js';

const noTurn = () => Promise.resolve();
const kindOf = async (text: string) => (await readAnswerJson(text, noTurn)).kind;
const valueOf = async (text: string) => {
  const json = await readAnswerJson(text, noTurn);
  return json.kind === 'value' ? json.value : json.kind;
};

describe('an object with a key twice', () => {
  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":2,"a":3}',
    '{"a" : 1 ,\n\t"a"\r\n:2}',
    '{"token":"x","\\u0074oken":"y"}',
    '[{"a":1},{"b":{"c":1,"c":2}}]',
    '{"a":{"b":1},"a":{}}',
    '{"a":[{"a":1}],"b":{},"a":0}',
    '{"":1,"":2}',
    '{"__proto__":1,"__proto__":2}',
    '{"a\\"":1,"a\\"":2}',
  ])('is found: %s', async (json) => {
    expect(await kindOf(json)).toBe('repeated key');
  });

  it.each([
    '{"a":1,"b":1}',
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":"a"}',
    '{"a":["a","a"],"b":{"a":1}}',
    '{"a":"{\\"b\\":1,\\"b\\":2}"}',
    '{"a":"\\\\","b":"}{","c":1}',
    '{"a":1,"A":2}',
    '"a"',
    '12',
  ])('is not seen in %s', async (json) => {
    expect(await kindOf(json)).toBe('value');
  });

  test('is never found in what JSON.stringify writes, and always when one of its keys is put in again', async () => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 });
    await fc.assert(
      fc.asyncProperty(object, fc.nat(), fc.jsonValue(), async (value, choice, other) => {
        const json = JSON.stringify(value);
        expect(await kindOf(json)).toBe('value');
        const keys = Object.keys(value);
        const key = JSON.stringify(keys[choice % keys.length]);
        expect(await kindOf(`[${json.slice(0, -1)}, ${key} :${JSON.stringify(other)}}]`)).toBe('repeated key');
      }),
    );
  });

  it.each(['x', '\\n', '\\"', '{'])('is looked for in a text of 10 MB that holds %s', async (text) => {
    const long = text.repeat(10_000_000 / text.length);
    expect(await kindOf(`{"a":"${long}","b":1}`)).toBe('value');
    expect(await kindOf(`{"a":"${long}","a":1}`)).toBe('repeated key');
  });
});

describe('the JSON of an answer', () => {
  test('is what JSON.parse makes of it, whatever it is, and none where that makes nothing of it', async () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b',
      '\\',
      '1',
      ' ',
      'null',
      '"',
      '\n',
      '-',
      'x',
    );
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        let parsed: unknown = 'none';
        try {
          parsed = JSON.parse(text);
        } catch {
          // It is none.
        }
        const value = await valueOf(text);
        expect(value === 'repeated key' || value).toEqual(value === 'repeated key' ? true : parsed);
      }),
      { numRuns: 3_000 },
    );
  });

  const item = (index: number) => ({ id: index, permissions: [{ action: 'read', resource: ['[', '{"', ']', ','] }] });
  const items = Array.from({ length: 20_000 }, (_, index) => item(index));

  it.each([
    ['a list', items],
    ['a list within an object', { links: { self: '/x' }, authorizations: items, total: 20_000 }],
    ['two lists within an object', { data: items, more: items.toReversed(), none: [] }],
    ['a list of lists', [items, items]],
    ['a list deep within', { a: { b: items } }],
  ])('is the same when it is read piece by piece: %s', async (_, value) => {
    expect(await valueOf(JSON.stringify(value))).toEqual(value);
  });

  const list = JSON.stringify(items);
  it.each([
    ['a comma at the end of a list', `${list.slice(0, -1)},]`],
    ['two commas in a list', `[,${list.slice(1)}`],
    ['a list that ends like an object', `${list.slice(0, -1)}}`],
    ['a list without an end', list.slice(0, -1)],
    ['a list with something behind it', `${list}]`],
    ['a list that was cut off', list.slice(0, 600_000)],
  ])('is none: %s', async (_, text) => {
    expect(await kindOf(text)).toBe('none');
    expect(await kindOf(`{"data":${text}}`)).toBe('none');
  });

  test('is none at a second comma, wherever in a long list that is', async () => {
    for (let index = list.indexOf('},{', 240_000); index < 260_000; index = list.indexOf('},{', index + 1)) {
      expect(await kindOf(`${list.slice(0, index + 1)},${list.slice(index + 1)}`)).toBe('none');
    }
  });

  it.each([
    ['20,000 objects deep, as a policy of SolarNetwork', 'value', '{"a":'.repeat(20_000), '1', '}'.repeat(20_000)],
    ['millions of lists deep', 'none', '['.repeat(5_000_000), '', ']'.repeat(5_000_000)],
    ['millions of objects deep', 'none', '{"a":'.repeat(1_600_000), '1', '}'.repeat(1_600_000)],
    ['an object of a million keys', 'none', '{', '"x":1,'.repeat(1_600_000), '"y":1}'],
    [
      'an object of half a million names',
      'none',
      Array.from({ length: 500_000 }, (_, index) => `${index === 0 ? '{' : ','}"n${index}":1`).join(''),
      '',
      '}',
    ],
    ['ten million blanks', 'none', ' '.repeat(10_000_000), '{', '}'],
    ['a list of five million numbers', 'value', '[', '1,'.repeat(5_000_000), '1]'],
    ['a list of three million objects', 'value', '{"data":[', '{},'.repeat(3_300_000), '{}]}'],
    ['a text that is no JSON', 'none', '<', 'html'.repeat(2_500_000), '>'],
  ])('gives way again and again, or is not read at all: %s', async (_, kind, ...parts) => {
    const text = parts.join('');
    // It is gone through before any of it is parsed.
    const turns = { first: 0, all: 0 };
    const parse = vi.spyOn(JSON, 'parse');
    const json = await readAnswerJson(text, () => {
      if (parse.mock.calls.length === 0) turns.first++;
      turns.all++;
      return Promise.resolve();
    });
    const parsed = parse.mock.calls.map(([piece]) => piece.length);
    parse.mockRestore();
    expect(json.kind).toBe(kind);
    expect(Math.max(0, ...parsed)).toBeLessThan(300_000);
    if (kind === 'none') expect(parsed).toEqual([]);
    else {
      const least = Math.floor(text.length / 300_000);
      expect(turns.first).toBeGreaterThanOrEqual(least);
      expect(turns.all).toBeGreaterThanOrEqual(least);
    }
  });
});
