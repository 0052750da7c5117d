import { expect, it } from 'vitest';

import { expectNothingMinted, newJob, secret, spokenBy } from './datasette-step.js';

it('a secret is masked before anything is said of the inputs, and said nowhere', async () => {
  await using job = await newJob({ masking: 'none' });
  const step = await job.runAction({ with: { type: 'datasette', grants: 'x', credential: secret } });
  expectNothingMinted(job, step);
  expect(step.masks).toContain(secret);
  expect(spokenBy(step)).not.toContain(secret);
  expect(spokenBy(step)).not.toContain('not-a-real');
});
