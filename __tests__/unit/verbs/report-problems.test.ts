import { expect, test } from 'vitest';

import { reportProblems } from '../../../src/verbs/report-problems.js';
import { outputOf } from '../runner/step-process.js';
import { runnerLog } from '../../../src/runner/log.js';

test('of a great many problems the first are annotated, and the others counted', () => {
  const problems = Array.from({ length: 4_000 }, (_, index) => ({ input: 'grants', message: `problem ${index}` }));
  const lines = outputOf(() => {
    reportProblems(problems, 'nothing was minted', runnerLog);
  }).split('\n');
  expect(lines.filter((line) => line.startsWith('::error::'))).toHaveLength(50);
  expect(lines).toContain('and 3950 problems more');
  expect(lines).toContain('nothing was minted: 4000 problems with the inputs');
});
