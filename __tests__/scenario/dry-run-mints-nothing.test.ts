import { expect, it } from 'vitest';

import { filesIn, inputs, newDatasette, newJob, outputOf } from './datasette-step.js';

it('everything is checked and shown, and nothing is made', async () => {
  await using server = await newDatasette();
  await using job = await newJob();
  const step = await job.runAction({
    with: { ...inputs, url: server.url, dry_run: 'true', token_file: 'token', export_env: 'true', expires_in: '30m' },
  });
  expect(step.conclusion, step.log).toBe('success');
  expect(Object.keys(step.outputs).toSorted()).toStrictEqual(['expires_at', 'grants', 'name', 'type']);
  expect(outputOf(step, 'grants')).toBe('{"r":{"mydb":{"mytable":["insert-row","update-row"]}}}');
  expect(outputOf(step, 'type')).toBe('datasette');
  const left = Date.parse(outputOf(step, 'expires_at')) - Date.now();
  expect(left).toBeGreaterThan(25 * 60_000);
  expect(left).toBeLessThanOrEqual(30 * 60_000);
  expect(step.exported).toStrictEqual({});
  expect(filesIn(job.temp)).toStrictEqual([]);
  expect(step.log).toContain('grant: mydb mytable: insert-row, update-row');
  expect(step.log).toContain('nothing was minted: this was a dry run');
  // There is no token to try, and no other credential that the server knows.
  expect(server.requests).toStrictEqual([]);
  expect(step.state['record']).toBe('');

  const { posts, conclusion } = await job.end();
  expect(posts[0]?.log).toContain('nothing to revoke: no token was asked for');
  expect(conclusion).toBe('success');
  expect(job.rawLog).not.toContain('dstok_');
});
