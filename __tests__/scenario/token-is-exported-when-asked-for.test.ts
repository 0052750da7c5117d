import { expect, it } from 'vitest';

import { inputs, newJob, nodeScript, outputOf } from './datasette-step.js';

it('later steps have the token in DATASETTE_TOKEN, masked', async () => {
  await using job = await newJob();
  const mint = await job.runAction({ with: { ...inputs, export_env: 'true' } });
  const token = outputOf(mint, 'token');
  expect(mint.exported['DATASETTE_TOKEN']).toBe(token);
  const later = await job.runCommand(nodeScript('console.log("it is", process.env.DATASETTE_TOKEN)'));
  expect(later.log).toBe('it is ***');
  expect(mint.log).toContain('exported: DATASETTE_TOKEN');
});

it('nothing is exported unless it is asked for', async () => {
  await using job = await newJob();
  const mint = await job.runAction({ with: inputs });
  expect(mint.exported).toStrictEqual({});
});
