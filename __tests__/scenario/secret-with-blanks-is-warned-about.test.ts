import { expect, it } from 'vitest';

import { inputs, newJob, secret, warningsOf } from './datasette-step.js';

it('blanks at the ends of a secret are used, masked with and without, and warned about', async () => {
  await using job = await newJob();
  const step = await job.runAction({ with: { ...inputs, credential: ` ${secret}\n` } });
  expect(warningsOf(step)).toStrictEqual([
    expect.stringMatching(/^The secret begins or ends with a blank or a new line/),
  ]);
  expect(step.masks).toEqual(expect.arrayContaining([` ${secret}\n`, secret]));
});
