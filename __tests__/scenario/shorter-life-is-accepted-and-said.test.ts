import { expect, it } from 'vitest';

import { inputs, newDatasette, newJob, outputOf } from './datasette-step.js';

it('a life that the server cuts becomes the end of the token, in the log, the outputs, the summary and post', async () => {
  await using server = await newDatasette({ longestLife: 600 });
  await using job = await newJob();
  const step = await job.runAction({ with: { ...inputs, url: server.url, expires_in: '2h' } });
  expect(step.conclusion, step.log).toBe('success');
  const end = outputOf(step, 'expires_at');
  const seconds = (Date.parse(end) - Date.now()) / 1000;
  expect(seconds).toBeGreaterThan(500);
  expect(seconds).toBeLessThanOrEqual(600);
  expect(Number(outputOf(step, 'expires_in'))).toBeLessThanOrEqual(600);
  expect(step.log).toMatch(new RegExp(`gave the token an earlier end than asked for: ${end} instead of`));
  expect(step.log).toContain(`it cannot be revoked and lives until ${end}`);
  expect(step.summary.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))).toContain(end);
  const { posts } = await job.end();
  expect(posts[0]?.log).toContain(`cannot be revoked and lives until ${end}`);
});

it('a life that the server does not cut is the one that was asked for', async () => {
  await using server = await newDatasette({ longestLife: 7200 });
  await using job = await newJob();
  const step = await job.runAction({ with: { ...inputs, url: server.url, expires_in: '2h' } });
  expect(step.log).not.toContain('earlier end');
  expect(Number(outputOf(step, 'expires_in'))).toBeGreaterThan(7100);
});
