import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { jobFor, writeFixtureAction } from './fixture-action.js';

const printState = `console.log(JSON.stringify(Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('STATE_')))));`;

function stateIn(log: string | undefined): unknown {
  return JSON.parse(log?.split('\n').at(-1) ?? 'null');
}

describe('the state of a step', () => {
  it('goes from main to post, a name spelled as at its first use', async () => {
    const job = await jobFor({
      main: `append('GITHUB_STATE', 'leaseId=1\\nLEASEID=2\\nempty=\\n');`,
      post: printState,
    });
    expect((await job.runAction()).state).toEqual({ leaseId: '2', empty: '' });
    const ended = await job.end();
    expect(stateIn(ended.posts[0]?.log)).toEqual({ STATE_leaseId: '2', STATE_empty: '' });
  });

  it('is each use of the action its own', async () => {
    const job = await jobFor({ main: `append('GITHUB_STATE', 'id=' + env.INPUT_ID + '\\n');`, post: printState });
    await job.runAction({ id: 'a', with: { id: '1' } });
    await job.runAction({ id: 'b', with: { id: '2' } });
    const ended = await job.end();
    expect(ended.posts.map(({ id, log }) => [id, stateIn(log)])).toEqual([
      ['b', { STATE_id: '2' }],
      ['a', { STATE_id: '1' }],
    ]);
  });

  it('cannot be forged by a later step where main saved it, and can where main did not', async () => {
    const job = await jobFor({ main: `append('GITHUB_STATE', 'saved=main\\n');`, post: printState });
    await job.runAction();
    await job.runCommand([
      process.execPath,
      '-e',
      `require('fs').appendFileSync(process.env.GITHUB_ENV, 'STATE_saved=forged\\nSTATE_new=forged\\n')`,
    ]);
    const ended = await job.end();
    expect(stateIn(ended.posts[0]?.log)).toEqual({ STATE_saved: 'main', STATE_new: 'forged' });
  });
});

describe('post', () => {
  it('sees what later steps put in GITHUB_ENV, but neither an input of theirs nor NODE_OPTIONS', async () => {
    const job = await jobFor({
      main: '',
      post: `console.log(JSON.stringify([env.HTTPS_PROXY, env.INPUT_TYPE, env.NODE_OPTIONS ?? null, env.GITHUB_RUN_ID === 'forged']));`,
      inputs: 'inputs:\n  type:\n    description: what',
    });
    await job.runAction({ with: { type: 'datasette' } });
    await job.runCommand([
      process.execPath,
      '-e',
      `require('fs').appendFileSync(process.env.GITHUB_ENV, 'HTTPS_PROXY=http://127.0.0.1:9\\nINPUT_TYPE=forged\\nNODE_OPTIONS=--require=/x\\nGITHUB_RUN_ID=forged\\n')`,
    ]);
    const ended = await job.end();
    expect(stateIn(ended.posts[0]?.log)).toEqual(['http://127.0.0.1:9', 'datasette', null, false]);
  });

  it('can be given other inputs than main, as a nested composite action does', async () => {
    const job = await jobFor({
      main: '',
      post: 'console.log(env.INPUT_TYPE);',
      inputs: 'inputs:\n  type:\n    description: what',
    });
    await job.runAction({ with: { type: 'datasette' }, postWith: { type: 'wrong' } });
    expect((await job.end()).posts[0]?.log).toBe('Post job cleanup.\nwrong');
  });

  it('runs last in first out, after a failed main and a killed one', async () => {
    const job = await jobFor({
      main: `append('GITHUB_STATE', 'id=' + env.INPUT_HOW + '\\n'); if (env.INPUT_HOW === 'fail') process.exit(3); process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);`,
      post: 'console.log(env.STATE_id);',
    });
    expect(await job.runAction({ id: 'failed', with: { how: 'fail' } })).toMatchObject({
      exitCode: 3,
      conclusion: 'failure',
    });
    await job.runAction({ id: 'killed', with: { how: 'kill' } });
    const ended = await job.end();
    expect(ended.posts.map(({ log }) => log.split('\n').at(-1))).toEqual(['kill', 'fail']);
    expect(ended.conclusion).toBe('failure');
  });

  it('runs for a main that could not even start', { skip: process.platform !== 'linux' }, async () => {
    const job = await jobFor({ main: '', post: 'console.log("post");' });
    await job.runAction({ with: { large: 'x'.repeat(200_000) }, postWith: {} });
    expect((await job.end()).posts[0]?.log).toContain('post');
  });

  it('fails the job when it fails', async () => {
    const job = await jobFor({ main: '', post: 'process.exitCode = 1;' });
    await job.runAction();
    expect(job.status).toBe('success');
    expect(await job.end()).toMatchObject({ conclusion: 'failure', posts: [{ conclusion: 'failure', exitCode: 1 }] });
  });

  it.each([
    ['success()', 'failure', 'skipped'],
    ['failure()', 'failure', 'success'],
    ['success() || failure()', 'cancelled', 'skipped'],
    ['${{ !cancelled() }}', 'cancelled', 'skipped'],
    ['always()', 'cancelled', 'success'],
  ])('with post-if %s in a job whose status is %s is %s', async (postIf, status, conclusion) => {
    const job = await jobFor({
      main: status === 'failure' ? 'process.exitCode = 1;' : '',
      post: '',
      postIf: JSON.stringify(postIf),
    });
    await job.runAction();
    const ended = await job.end({ cancelled: status === 'cancelled' });
    expect(ended).toMatchObject({ conclusion: status, posts: [{ conclusion }] });
  });

  it('is not there for an action that declares none', async () => {
    const job = await jobFor({ main: '' });
    await job.runAction();
    expect(() => job.startPost('mint')).toThrow('has no post');
    expect((await job.end()).posts).toEqual([]);
  });

  it('can be killed and run again with the same state; the end of the job does not run it once more', async () => {
    const job = await jobFor({
      main: `append('GITHUB_STATE', 'id=1\\n');`,
      post: `append('GITHUB_STATE', 'done=yes\\n'); console.log('id', env.STATE_id, env.STATE_done); if (!env.STATE_done) setInterval(() => {}, 1000);`,
    });
    const main = await job.runAction();
    const first = job.startPost(main);
    await first.stdoutLine((line) => line.startsWith('id'));
    first.kill('SIGKILL');
    expect(await first.result).toMatchObject({ conclusion: 'failure', exitCode: null });
    const second = await job.startPost('mint').result;
    expect(second).toMatchObject({ conclusion: 'success', state: { id: '1', done: 'yes' } });
    expect(second.log).toContain('id 1 yes');
    expect((await job.end()).posts).toEqual([]);
  });
});

describe('the end of a job', () => {
  it('empties RUNNER_TEMP after the last post and after the test has looked at it', async () => {
    const job = await jobFor({
      main: `writeFileSync(env.RUNNER_TEMP + '/token', 't');`,
      post: `rmSync(env.RUNNER_TEMP + '/token'); writeFileSync(env.RUNNER_TEMP + '/left', 'l');`,
    });
    await job.runAction();
    let seen: string[] = [];
    await job.end({
      beforeCleanup: (temp) => {
        seen = readdirSync(temp);
      },
    });
    expect(seen).toContain('left');
    expect(seen).not.toContain('token');
    expect(readdirSync(job.temp)).toEqual([]);
  });

  it('removes every folder of the job when it is disposed of, and its process, once or twice', async () => {
    const job = await jobFor({ main: `console.log('up'); setInterval(() => {}, 1000);` });
    const running = job.startAction();
    await running.stdoutLine((line) => line === 'up');
    await job.dispose();
    expect(existsSync(job.temp)).toBe(false);
    expect(await running.result).toMatchObject({ conclusion: 'failure' });
    await job.dispose();
    expect(() => job.startAction({ id: 'late' })).toThrow('disposed');
  });

  it('lets steps run one after the other only, each with an id of its own', async () => {
    const job = await jobFor({ main: 'setInterval(() => {}, 1000);' });
    const running = job.startAction();
    expect(() => job.startAction({ id: 'second' })).toThrow('still running');
    running.kill('SIGKILL');
    await running.result;
    expect(() => job.startAction({ id: 'mINT' })).toThrow("'mINT'");
  });

  it('runs another action than the one of the job', async () => {
    const job = await jobFor({ main: `console.log('mint');` });
    const other = writeFixtureAction({ main: `console.log('other');` });
    expect((await job.runAction({ actionDirectory: other })).log).toBe('other');
  });
});
