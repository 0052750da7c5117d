import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { filesIn, inputs, newJob, outputOf } from './datasette-step.js';

const windows = process.platform === 'win32';

it('the file is readable for its owner alone, lives until post and is gone then', async () => {
  await using job = await newJob();
  const mint = await job.runAction({ with: { ...inputs, token_file: 'new/folder/token' } });
  const path = join(job.temp, 'new', 'folder', 'token');
  expect(outputOf(mint, 'token_file')).toBe(path);
  expect(readFileSync(path, 'utf8')).toBe(`${outputOf(mint, 'token')}\n`);
  if (!windows) {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(job.temp, 'new', 'folder')).mode & 0o777).toBe(0o700);
  }
  const later = await job.runCommand([process.execPath, '-e', 'process.exit(require("fs").existsSync(process.env.AT) ? 0 : 1)'], { env: { AT: path } }); // prettier-ignore
  expect(later.conclusion).toBe('success');

  const { posts, conclusion } = await job.end({
    beforeCleanup: () => {
      expect(existsSync(path)).toBe(false);
    },
  });
  expect(posts[0]?.log).toContain(`removed the token file ${path}`);
  expect(conclusion).toBe('success');
});

it('the file may be anywhere by an absolute path, and is removed there too, also after a failed job', async () => {
  await using job = await newJob();
  const path = join(job.workspace, 'token');
  await job.runAction({ with: { ...inputs, token_file: path } });
  expect(existsSync(path)).toBe(true);
  await job.runCommand([process.execPath, '-e', 'process.exit(1)']);
  const { posts, conclusion } = await job.end({ cancelled: true });
  expect(posts.map((post) => post.conclusion)).toStrictEqual(['success']);
  expect(conclusion).toBe('cancelled');
  expect(existsSync(path)).toBe(false);
});

it('with revoke: false the file is removed all the same', async () => {
  await using job = await newJob();
  await job.runAction({ with: { ...inputs, token_file: 'token', revoke: 'false' } });
  const { conclusion } = await job.end({ beforeCleanup: (temp) => expect(filesIn(temp)).toStrictEqual([]) });
  expect(conclusion).toBe('success');
});
