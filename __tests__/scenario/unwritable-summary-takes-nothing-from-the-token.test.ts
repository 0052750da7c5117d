import { expect, it } from 'vitest';

import { inputs, newJob, outputOf } from './datasette-step.js';

it('a summary that cannot be written is said, and takes nothing from the token', async () => {
  await using job = await newJob({ context: { GITHUB_STEP_SUMMARY: '/no/such/folder/summary' } });
  const step = await job.runAction({ with: { ...inputs, token_file: 'token', export_env: 'true' } });
  expect(step.conclusion).toBe('success');
  expect(outputOf(step, 'token')).toMatch(/^dstok_/);
  expect(step.log).toContain('The job summary could not be written');
});
