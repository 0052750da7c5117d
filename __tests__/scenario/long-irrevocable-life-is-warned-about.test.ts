import { expect, it } from 'vitest';

import { inputs, newJob, outputOf, warningsOf } from './datasette-step.js';

it('a life of more than an hour is warned about', async () => {
  await using job = await newJob();
  const step = await job.runAction({ with: { ...inputs, expires_in: '1d' } });
  expect(warningsOf(step)).toStrictEqual([
    'A Datasette token cannot be revoked, and this one lives for 1d. Ask for as little as the job needs.',
  ]);
  expect(outputOf(step, 'revocable')).toBe('false');
});
