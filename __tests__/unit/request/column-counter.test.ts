import { expect, test } from 'vitest';
import { createColumnCounter } from '../../../src/request/column-counter.js';

test('columns count characters, in every line and also when asked again', () => {
  const column = createColumnCounter('🚀a\n🚀🚀b');
  expect(column(0, 0)).toBe(1);
  expect(column(0, 2)).toBe(2);
  expect(column(0, 3)).toBe(3);
  expect(column(0, 2)).toBe(2);
  expect(column(4, 8)).toBe(3);
  expect(column(4, 8)).toBe(3);
  expect(column(4, 4)).toBe(1);
});
