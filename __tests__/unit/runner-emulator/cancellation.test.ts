import { describe, expect, it } from 'vitest';

import { jobFor, shortGrace } from './fixture-action.js';

const note = (signal: string, exit: boolean): string =>
  `process.on('${signal}', () => { append('GITHUB_STATE', '${signal}=seen\\n'); ${exit ? 'process.exit(0);' : ''} });`;
const stay = `console.log('up'); setInterval(() => {}, 1000);`;

// On Windows Node cannot send a Ctrl-C to a child: every signal ends the process at once.
describe('a cancelled main', { skip: process.platform === 'win32' }, () => {
  async function cancelled(main: string) {
    const job = await jobFor(
      { main, post: 'console.log(JSON.stringify(env.STATE_SIGINT ?? null));' },
      { grace: shortGrace },
    );
    const running = job.startAction();
    await running.stdoutLine((line) => line === 'up');
    await running.cancel();
    const step = await running.result;
    return { job, step };
  }

  it('that goes at SIGINT is cancelled, although it exited with 0, and what it wrote counts', async () => {
    const { job, step } = await cancelled(note('SIGINT', true) + stay);
    expect(step).toMatchObject({ conclusion: 'cancelled', exitCode: 0, signal: null, state: { SIGINT: 'seen' } });
    expect(step.log).toContain('##[error]The operation was canceled.');
    const ended = await job.end();
    expect(ended).toMatchObject({ conclusion: 'cancelled', posts: [{ conclusion: 'success' }] });
    expect(ended.posts[0]?.log).toContain('"seen"');
  });

  it('that has no handler ends by SIGINT', async () => {
    expect((await cancelled(stay)).step).toMatchObject({ conclusion: 'cancelled', exitCode: null, signal: 'SIGINT' });
  });

  it('that ignores SIGINT gets SIGTERM after the first grace time', async () => {
    const { step } = await cancelled(note('SIGINT', false) + note('SIGTERM', true) + stay);
    expect(step).toMatchObject({ conclusion: 'cancelled', exitCode: 0, state: { SIGINT: 'seen', SIGTERM: 'seen' } });
    expect(step.milliseconds).toBeGreaterThanOrEqual(shortGrace.interruptMilliseconds);
  });

  it('that ignores both is killed after the second', async () => {
    const { step } = await cancelled(note('SIGINT', false) + note('SIGTERM', false) + stay);
    expect(step).toMatchObject({
      conclusion: 'cancelled',
      signal: 'SIGKILL',
      state: { SIGINT: 'seen', SIGTERM: 'seen' },
    });
    expect(step.milliseconds).toBeGreaterThanOrEqual(
      shortGrace.interruptMilliseconds + shortGrace.terminateMilliseconds,
    );
  });

  it('gets one SIGINT, however often it is cancelled', async () => {
    const job = await jobFor(
      {
        main: `process.on('SIGINT', () => { append('GITHUB_OUTPUT', 'n' + Date.now() + Math.random() + '=1\\n'); setTimeout(() => process.exit(130), 50); });${stay}`,
      },
      { grace: { interruptMilliseconds: 5000 } },
    );
    const running = job.startAction();
    await running.stdoutLine((line) => line === 'up');
    await Promise.all([running.cancel(), running.cancel(), running.timeOut()]);
    const step = await running.result;
    expect(step).toMatchObject({ exitCode: 130, conclusion: 'cancelled' });
    expect(Object.keys(step.outputs)).toHaveLength(1);
    await running.cancel();
  });

  it('leaves the process alone that the node process started', async () => {
    const job = await jobFor(
      {
        main: `
          import { spawn } from 'node:child_process';
          const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'], { stdio: 'ignore' });
          append('GITHUB_OUTPUT', 'pid=' + child.pid + '\\n');
          ${stay}`,
      },
      { grace: shortGrace },
    );
    const running = job.startAction();
    await running.stdoutLine((line) => line === 'up');
    await running.cancel();
    const pid = Number((await running.result).outputs['pid']);
    expect(process.kill(pid, 0)).toBe(true);
    process.kill(pid, 'SIGKILL');
  });
});

describe('a step that timed out', { skip: process.platform === 'win32' }, () => {
  it('has failed, and the job goes on', async () => {
    const job = await jobFor(
      { main: note('SIGINT', true) + stay, post: 'console.log("post");' },
      { grace: shortGrace },
    );
    const running = job.startAction();
    await running.stdoutLine((line) => line === 'up');
    await running.timeOut();
    expect(await running.result).toMatchObject({ conclusion: 'failure', exitCode: 0 });
    expect(await job.end()).toMatchObject({ conclusion: 'failure', posts: [{ conclusion: 'success' }] });
  });
});

describe('a cancelled post', () => {
  it('with always() goes on; the job is cancelled', async () => {
    const job = await jobFor({ main: '', post: `console.log('up'); setTimeout(() => console.log('done'), 100);` });
    await job.runAction();
    const post = job.startPost('mint');
    await post.stdoutLine((line) => line === 'up');
    await post.cancel();
    expect(await post.result).toMatchObject({ conclusion: 'success', log: 'Post job cleanup.\nup\ndone' });
    expect(job.status).toBe('cancelled');
  });

  it('with success() is ended', { skip: process.platform === 'win32' }, async () => {
    const job = await jobFor({ main: '', post: stay, postIf: 'success()' }, { grace: shortGrace });
    await job.runAction();
    const post = job.startPost('mint');
    await post.stdoutLine((line) => line === 'up');
    await post.cancel();
    expect(await post.result).toMatchObject({ conclusion: 'cancelled', signal: 'SIGINT' });
  });
});
