import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { inputs, newDatasette, newJob, outputOf } from './datasette-step.js';

it('when the server sees the token, its id is in the saved state already', async () => {
  let stateAtRequest = '';
  await using server = await newDatasette({
    onRequest: () => ({
      kind: 'callback',
      beforeActing: () => {
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
