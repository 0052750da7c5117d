import { describe, expect, it } from 'vitest';

import { expectNotHandedOn, inputs, newDatasette, newJob } from './datasette-step.js';

const windows = process.platform === 'win32';

describe.skipIf(windows)('a signal while the server is slow to answer', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s: nothing is handed on, and the exit code is %i', async (signal, exitCode) => {
    let arrived: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let answer: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await using server = await newDatasette({
      onRequest: () => ({
        kind: 'callback',
        beforeActing: () => {
          arrived();
          return released;
        },
      }),
    });
    await using job = await newJob();
    const running = job.startAction({ with: { ...inputs, url: server.url, token_file: 'token', export_env: 'true' } });
    await asked;
    const heard = running.stdoutLine((line) => line.includes(`${signal} received`));
    running.kill(signal);
    await heard;
    // A second signal of any kind does not cut off the end.
    running.kill('SIGTERM');
    answer();
    const step = await running.result;
    expectNotHandedOn(job, step, exitCode);
    expect(step.signal).toBeNull();
    expect(step.log).toContain(`stopped by ${signal}`);
    const { posts } = await job.end({ cancelled: true });
    expect(posts[0]?.conclusion).toBe('success');
    expect(posts[0]?.log).toMatch(/no token of mint-token-\S+ was handed on/);
  });

  it('an answer that never comes is waited for no longer than 5 seconds', async () => {
    let arrived: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    await using server = await newDatasette({
      onRequest: () => {
        arrived();
        return { kind: 'never-answer' };
      },
    });
    await using job = await newJob();
    const running = job.startAction({ with: { ...inputs, url: server.url, token_file: 'token' } });
    await asked;
    const signalled = performance.now();
    await running.cancel();
    const step = await running.result;
    expect(step.conclusion).toBe('cancelled');
    expect(step.exitCode).toBe(130);
    // Before the runner would send its second signal.
    expect(performance.now() - signalled).toBeLessThan(7500);
    expect(step.outputs).toStrictEqual({});
    expect(server.requests).toHaveLength(1);
  });
});
