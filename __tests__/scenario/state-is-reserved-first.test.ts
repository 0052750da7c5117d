import { expect, it } from 'vitest';

import { EMPTY_STATE } from '../../src/runner/state.js';
import { errorsOf, expectNothingMinted, inputs, newJob } from './datasette-step.js';

it('every name that post reads is saved, also by a step that fails over its inputs', async () => {
  await using job = await newJob();
  const step = await job.runAction({ with: {} });
  expectNothingMinted(job, step);
  expect(step.state).toStrictEqual(EMPTY_STATE);
});

it('nothing is read or said of the inputs when it cannot be saved', async () => {
  await using job = await newJob({ context: { GITHUB_STATE: '/no/such/folder/state' } });
  const step = await job.runAction({ with: { ...inputs, type: 'no-such-type' } });
  expectNothingMinted(job, step);
  expect(errorsOf(step)).toStrictEqual([
    expect.stringMatching(
      /^the state file of the runner \(GITHUB_STATE\) cannot be written: .*\/no\/such\/folder\/state/,
    ),
  ]);
  expect(step.masks).toStrictEqual([]);
});
