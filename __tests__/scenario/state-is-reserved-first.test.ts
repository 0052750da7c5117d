import { expect, it } from 'vitest';

import { STATE_NAMES } from '../../src/runner/state.js';
import { errorsOf, expectNothingMinted, inputs, newDatasette, newJob, outputOf } from './datasette-step.js';

it('every name that post reads is saved, also by a step that fails over its inputs', async () => {
  await using job = await newJob();
  const step = await job.runAction({ with: {} });
  expectNothingMinted(job, step);
  expect(step.state).toStrictEqual(Object.fromEntries(STATE_NAMES.map((name) => [name, ''])));
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

it('the token is never asked for before what post needs is saved', async () => {
  let stateAtRequest = '';
  await using server = await newDatasette({
    onRequest: () => ({
      kind: 'callback',
      afterActing: async () => {
        const { readFileSync, readdirSync } = await import('node:fs');
        const folder = `${job.temp}/_runner_file_commands`;
        const file = readdirSync(folder).find((name) => name.startsWith('save_state_'));
        stateAtRequest = readFileSync(`${folder}/${file ?? ''}`, 'utf8');
      },
    }),
  });
  await using job = await newJob();
  const step = await job.runAction({ with: { ...inputs, url: server.url } });
  expect(outputOf(step, 'token')).toMatch(/^dstok_/);
  expect(stateAtRequest).toContain(`"kind":"minted","id":"${outputOf(step, 'token_id')}"`);
});
