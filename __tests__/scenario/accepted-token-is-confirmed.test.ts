import { expect, it } from 'vitest';

import { inputs, newDatasette, newJob } from './datasette-step.js';

it('a server that takes the token confirms its grants', async () => {
  await using server = await newDatasette({ base: '/data' });
  await using job = await newJob();
  const step = await job.runAction({ with: { ...inputs, url: `${server.url}/data/` } });
  expect(step.conclusion, step.log).toBe('success');
  expect(step.log).not.toContain('not confirmed');
  expect(server.requests.map(({ target }) => target)).toStrictEqual(['/data/-/actor.json']);
});
