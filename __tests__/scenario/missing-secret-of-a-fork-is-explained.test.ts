import { expect, it } from 'vitest';

import { errorsOf, expectNothingMinted, inputs, newJob } from './datasette-step.js';

it('the pull request of a fork has no secret: the error says so, with the condition to add', async () => {
  await using job = await newJob({
    context: { GITHUB_EVENT_NAME: 'pull_request' },
    event: { pull_request: { head: { repo: { full_name: 'stranger/consumer' } } } },
  });
  const step = await job.runAction({ with: { ...inputs, credential: '' } });
  expectNothingMinted(job, step);
  expect(errorsOf(step)).toStrictEqual([
    expect.stringContaining('`if: github.event.pull_request.head.repo.full_name == github.repository`'),
  ]);
});
