import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { inputs, newJob, warningsOf } from './datasette-step.js';

it('a file that a later step wrote over is not removed, and that is said', async () => {
  await using job = await newJob();
  await job.runAction({ with: { ...inputs, token_file: 'token' } });
  const path = join(job.temp, 'token');
  writeFileSync(path, 'of a later step\n');
  const { posts, conclusion } = await job.end({
    beforeCleanup: () => {
      expect(readFileSync(path, 'utf8')).toBe('of a later step\n');
    },
  });
  const [post] = posts;
  if (post === undefined) throw new Error('post did not run');
  expect(warningsOf(post)).toStrictEqual([
    `The token file ${path} was changed by a later step and is left as it is; remove it there.`,
  ]);
  expect(conclusion).toBe('success');
});

it('a file that grew to 3 GB is not read to see that', async () => {
  await using job = await newJob();
  await job.runAction({ with: { ...inputs, token_file: 'token' } });
  truncateSync(join(job.temp, 'token'), 3 * 2 ** 30);
  const { posts, conclusion } = await job.end();
  expect(posts[0]?.log).toContain('was changed by a later step and is left as it is');
  expect(conclusion).toBe('success');
});

it.skipIf(process.platform === 'win32')('a file that nobody may read any more is removed all the same', async () => {
  await using job = await newJob();
  await job.runAction({ with: { ...inputs, token_file: 'token' } });
  const path = join(job.temp, 'token');
  chmodSync(path, 0);
  const { posts, conclusion } = await job.end({
    beforeCleanup: () => {
      expect(existsSync(path)).toBe(false);
    },
  });
  expect(posts[0]?.log).toContain(`removed the token file ${path}`);
  expect(conclusion).toBe('success');
});

it.skipIf(process.platform === 'win32')('a link that stands in its place is not followed', async () => {
  await using job = await newJob();
  await job.runAction({ with: { ...inputs, token_file: 'token' } });
  const path = join(job.temp, 'token');
  const moved = join(job.workspace, 'moved');
  writeFileSync(moved, readFileSync(path));
  rmSync(path);
  symlinkSync(moved, path);
  await job.end();
  expect(existsSync(moved)).toBe(true);
});

it('a file that is gone already is no trouble', async () => {
  await using job = await newJob();
  await job.runAction({ with: { ...inputs, token_file: 'token' } });
  rmSync(join(job.temp, 'token'));
  const { posts, conclusion } = await job.end();
  expect(posts[0]?.annotations).toStrictEqual([]);
  expect(conclusion).toBe('success');
});
