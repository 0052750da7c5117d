import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { inputs, newDatasette, newJob, outputOf } from './datasette-step.js';

it("post does the same with another step's inputs", async () => {
  await using other = await newDatasette();
  await using job = await newJob();
  const mint = await job.runAction({
    with: { ...inputs, token_file: 'token' },
    postWith: {
      type: 'no-such-type',
      grants: '',
      actor: 'root',
      credential: 'not-a-real-secret-of-another-step',
      url: other.url,
      token_file: 'elsewhere',
      expires_in: 'x',
      revoke: 'x',
      dry_run: 'true',
      summary: 'x',
    },
  });
  const path = join(job.temp, 'token');
  const { posts, conclusion } = await job.end({ beforeCleanup: () => expect(existsSync(path)).toBe(false) });
  expect(posts[0]?.conclusion).toBe('success');
  expect(posts[0]?.annotations).toStrictEqual([]);
  expect(posts[0]?.log.split('\n').slice(-2)).toStrictEqual([
    `removed the token file ${path}`,
    `the token ${outputOf(mint, 'token_id')} (${outputOf(mint, 'name')}) cannot be revoked and lives until ${outputOf(mint, 'expires_at')}`,
  ]);
  expect(other.requests).toStrictEqual([]);
  expect(conclusion).toBe('success');
});

it('post works without any input at all', async () => {
  await using job = await newJob();
  await job.runAction({ with: inputs, postWith: {} });
  const { posts } = await job.end();
  expect(posts[0]?.conclusion).toBe('success');
});
