import { expect, it } from 'vitest';

import { inputs, newJob, outputOf } from './datasette-step.js';

it('the grants of a plan mint the same token content afterwards', async () => {
  await using job = await newJob();
  const plan = await job.runAction({ with: { ...inputs, dry_run: 'TRUE' }, id: 'plan' });
  const mint = await job.runAction({ with: { ...inputs, grants: outputOf(plan, 'grants') }, id: 'mint' });
  expect(outputOf(mint, 'grants')).toBe(outputOf(plan, 'grants'));
});
