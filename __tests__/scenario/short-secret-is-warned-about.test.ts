import { expect, it } from 'vitest';

import { inputs, newJob, outputOf, warningsOf } from './datasette-step.js';

it('a secret that is shorter than any mask but its own is used, masked and warned about', async () => {
  await using job = await newJob();
  const step = await job.runAction({ with: { ...inputs, credential: 'Q7!x' } });
  expect(outputOf(step, 'token')).toMatch(/^dstok_/);
  expect(warningsOf(step)).toStrictEqual([
    expect.stringMatching(/^The secret has less than 8 characters: only the very text of it is masked/),
  ]);
  const later = await job.runCommand([process.execPath, '-e', 'console.log("it is", process.env.S)'], {
    env: { S: 'Q7!x' },
  });
  expect(later.log).toBe('it is ***');
});

it('blanks at the ends of a secret are used, masked with and without, and warned about', async () => {
  await using job = await newJob();
  const step = await job.runAction({ with: { ...inputs, credential: ' not-a-real-secret\n' } });
  expect(warningsOf(step)).toStrictEqual([
    expect.stringMatching(/^The secret begins or ends with a blank or a new line/),
  ]);
  expect(step.masks).toEqual(expect.arrayContaining([' not-a-real-secret\n', 'not-a-real-secret']));
});

it('a life of more than an hour is warned about', async () => {
  await using job = await newJob();
  const step = await job.runAction({ with: { ...inputs, expires_in: '1d' } });
  expect(warningsOf(step)).toStrictEqual([
    'A Datasette token cannot be revoked, and this one lives for 1d. Ask for as little as the job needs.',
  ]);
  expect(outputOf(step, 'revocable')).toBe('false');
});
