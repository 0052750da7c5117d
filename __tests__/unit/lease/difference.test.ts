import { expect, test } from 'vitest';

import { differencesOf } from '../../../src/lease/difference.js';

test('what a comparison finds is told', () => {
  const differences = [{ what: 'end', asked: 'one', granted: 'another' }];
  expect(differencesOf(() => differences)).toBe(differences);
  expect(differencesOf(() => [])).toEqual([]);
});

test('a comparison that fails is a difference, whatever it fails at', () => {
  const deep = (): number => 1 + deep();
  expect(
    differencesOf(() => {
      deep();
      return [];
    }),
  ).toEqual([
    {
      what: 'answer',
      asked: 'one that can be compared',
      granted: 'one that cannot be (Maximum call stack size exceeded)',
    },
  ]);
});
