import { expect, it } from 'vitest';
import { repeatsKey } from '../../../src/http/repeated-keys.js';

it.each(['x', '\\n', '\\"', '{'])('a key twice is looked for in a text of 10 MB that holds %s', (text) => {
  const long = text.repeat(10_000_000 / text.length);
  expect(repeatsKey(`{"a":"${long}","b":1}`)).toBe(false);
  expect(repeatsKey(`{"a":"${long}","a":1}`)).toBe(true);
});
