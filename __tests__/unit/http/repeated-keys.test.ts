import fc from '../../properties.js';
import { describe, expect, it, test } from 'vitest';
import { repeatsKey } from '../../../src/http/repeated-keys.js';

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
  ])('is found: %s', (json) => {
    expect(repeatsKey(json)).toBe(true);
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
  ])('is not seen in %s', (json) => {
    expect(repeatsKey(json)).toBe(false);
  });

  test('is never found in what JSON.stringify writes, and always when one of its keys is put in again', () => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 });
    fc.assert(
      fc.property(object, fc.nat(), fc.jsonValue(), (value, choice, other) => {
        const json = JSON.stringify(value);
        expect(repeatsKey(json)).toBe(false);
        const keys = Object.keys(value);
        const key = JSON.stringify(keys[choice % keys.length]);
        expect(repeatsKey(`[${json.slice(0, -1)}, ${key} :${JSON.stringify(other)}}]`)).toBe(true);
      }),
    );
  });
});
