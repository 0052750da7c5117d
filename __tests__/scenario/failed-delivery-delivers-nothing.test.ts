import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { errorsOf, expectNotHandedOn, inputs, newDatasette, newJob } from './datasette-step.js';

const everything = { ...inputs, token_file: 'token', export_env: 'true' } as const;

describe('a token that cannot be handed on in one way is handed on in none', () => {
  it.each([
    ['GITHUB_OUTPUT', undefined],
    ['GITHUB_OUTPUT', '/no/such/folder/output'],
    ['GITHUB_OUTPUT', '/'],
    ['GITHUB_ENV', undefined],
    ['GITHUB_ENV', '/no/such/folder/env'],
  ])('%s is %j', async (name, path) => {
    await using job = await newJob({ context: { [name]: path } });
    const step = await job.runAction({ with: everything });
    expectNotHandedOn(job, step);
    expect(errorsOf(step)).toStrictEqual([expect.stringContaining(name)]);
    const { posts, conclusion } = await job.end();
    expect(posts[0]?.conclusion).toBe('success');
    expect(posts[0]?.log).toMatch(/no token of mint-token-\S+ was handed on/);
    expect(conclusion).toBe('failure');
  });

  it.skipIf(process.platform !== 'linux')('there is no room for the outputs', async () => {
    await using job = await newJob({ context: { GITHUB_OUTPUT: '/dev/full' } });
    const step = await job.runAction({ with: everything });
    expectNotHandedOn(job, step);
    expect(errorsOf(step)).toStrictEqual([expect.stringContaining('ENOSPC')]);
  });

  it('somebody else makes the token file while the token is tried', async () => {
    let path = '';
    await using server = await newDatasette({
      onRequest: () => ({ kind: 'callback', beforeActing: () => writeFileSync(path, 'of somebody else\n') }),
    });
    await using job = await newJob();
    path = join(job.temp, 'token');
    const step = await job.runAction({ with: { ...everything, url: server.url } });
    expect(errorsOf(step)).toStrictEqual([
      expect.stringMatching(/^token_file: the file ".*" could not be made: EEXIST.*name another one$/),
    ]);
    const { posts } = await job.end({
      beforeCleanup: () => {
        expect(readFileSync(path, 'utf8')).toBe('of somebody else\n');
        rmSync(path);
        expectNotHandedOn(job, step);
      },
    });
    expect(posts[0]?.conclusion).toBe('success');
  });

  it('the folder of the token file is gone, and something else stands in its place', async () => {
    let folder = '';
    await using server = await newDatasette({
      onRequest: () => ({
        kind: 'callback',
        beforeActing: () => {
          rmSync(folder, { recursive: true });
          writeFileSync(folder, '');
        },
      }),
    });
    await using job = await newJob();
    folder = join(job.temp, 'folder');
    mkdirSync(folder);
    const step = await job.runAction({ with: { ...everything, token_file: 'folder/token', url: server.url } });
    rmSync(folder);
    expectNotHandedOn(job, step);
    const { posts } = await job.end();
    expect(posts[0]?.conclusion).toBe('success');
  });
});
