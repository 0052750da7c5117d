import { expect, test } from 'vitest';
import { formatProblem } from '../../../src/request/problem.js';

test('a problem is one line with its place', () => {
  expect(formatProblem({ input: 'grants', at: { line: 2, column: 5 }, message: 'found "x"' })).toBe(
    'grants, line 2, column 5: found "x"',
  );
  expect(formatProblem({ input: 'expires_in', message: 'found "x"' })).toBe('expires_in: found "x"');
});
