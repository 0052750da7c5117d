import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { errorsOf, filesIn, inputs, newDatasette, newJob, outputOf } from './datasette-step.js';

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

it.for([
  ['a file', (path: string, mine: string) => writeFileSync(path, readFileSync(mine))],
  ['a link', (path: string, mine: string) => symlinkSync(mine, path)],
] as const)(
  'the file is new: %s that comes to its place meanwhile is neither written nor removed',
  async ([what, make]) => {
    if (windows && what === 'a link') return;
    let path = '';
    let mine = '';
    // While the token is tried: main has seen before that nothing is there.
    await using server = await newDatasette({
      onRequest: () => ({ kind: 'callback', beforeActing: () => make(path, mine) }),
    });
    await using job = await newJob();
    path = join(job.temp, 'token');
    mine = join(job.workspace, 'of-the-user');
    writeFileSync(mine, 'mine');
    const step = await job.runAction({ with: { ...inputs, url: server.url, token_file: 'token' } });
    expect(errorsOf(step)).toStrictEqual([expect.stringMatching(/^token_file: .* could not be made: EEXIST/)]);
    expect(step.outputs).toStrictEqual({});
    await job.end({ beforeCleanup: () => expect(readFileSync(path, 'utf8')).toBe('mine') });
    expect(readFileSync(mine, 'utf8')).toBe('mine');
  },
);

it('with revoke: false the file is removed all the same', async () => {
  await using job = await newJob();
  await job.runAction({ with: { ...inputs, token_file: 'token', revoke: 'false' } });
  const { conclusion } = await job.end({ beforeCleanup: (temp) => expect(filesIn(temp)).toStrictEqual([]) });
  expect(conclusion).toBe('success');
});
