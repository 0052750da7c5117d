import { expect, it } from 'vitest';

import { inputs, newJob, outputOf, warningsOf } from './datasette-step.js';

it('a secret that is shorter than any mask but its own is used, masked and warned about', async () => {
  await using job = await newJob();
  const step = await job.runAction({ with: { ...inputs, credential: 'Q7!x' } });
  expect(outputOf(step, 'token')).toMatch(/^dstok_/);
  expect(warningsOf(step)).toStrictEqual([
    expect.stringMatching(/^The secret has less than 8 characters: only its exact text is masked/),
  ]);
  const later = await job.runCommand([process.execPath, '-e', 'console.log("it is", process.env.S)'], {
    env: { S: 'Q7!x' },
  });
  expect(later.log).toBe('it is ***');
});
