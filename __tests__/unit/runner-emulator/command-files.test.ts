import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from '../../properties.js';
import { describe, expect, it } from 'vitest';

import { parsePairs } from '../../runner/command-files.mjs';
import { jobFor } from './fixture-action.js';

function read(text: string, windows = false): { pairs: [string, string][]; error: string | undefined } {
  const pairs: [string, string][] = [];
  try {
    for (const { name, value } of parsePairs(text, windows)) {
      pairs.push([name, value]);
    }
  } catch (error) {
    return { pairs, error: error instanceof Error ? error.message : String(error) };
  }
  return { pairs, error: undefined };
}

describe('the pairs of a command file', () => {
  it.each([
    [
      'a=1\n\nb=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['a=x<<y=z\n', [['a', 'x<<y=z']]],
    ['a<<E=F\n1\n2\nE=F\n', [['a', '1\n2']]],
    ['a<<EOF\nEOF\n', [['a', '']]],
    ['a<<EOF\n\nEOF\n', [['a', '']]],
    ['a<<EOF\n\n\nEOF', [['a', '\n']]],
    ['a<<EOF\nEOF \n EOF\nEOF\n', [['a', 'EOF \n EOF']]],
    ['a=', [['a', '']]],
    ['a=%0A%25\n', [['a', '%0A%25']]],
    ['a=1\r\n', [['a', '1\r']]],
  ])('reads %j', (text, pairs) => {
    expect(read(text)).toEqual({ pairs, error: undefined });
  });

  it.each([
    ['a=1\nid<<EOF\nhalf', 'EOF marker missing new line'],
    ['a=1\nid<<EOF\nhalf\n', "Matching delimiter not found 'EOF'"],
    ['a=1\nid<<EOF\nvalue\r\nEOF\r\n', "Matching delimiter not found 'EOF'"],
    ['a=1\n<<EOF\n1\nEOF\n', 'Name must not be empty'],
    ['a=1\nid<<\n1\n\n', 'delimiter must not be empty'],
    ['a=1\n=2\n', 'Name must not be empty'],
    ['a=1\nneither\n', "Invalid format 'neither'"],
  ])('refuses %j, the pairs before the broken line read', (text, message) => {
    const { pairs, error } = read(text);
    expect(pairs).toEqual([['a', '1']]);
    expect(error).toContain(message);
  });

  it('ends a line at CR LF on Windows only', () => {
    expect(read('a<<EOF\r\n1\r\n2\r\nEOF\r\nb=3\r\n', true).pairs).toEqual([
      ['a', '1\r\n2'],
      ['b', '3'],
    ]);
  });

  it('gives back every value that was written as a heredoc whose delimiter it does not hold', () => {
    const name = fc.stringMatching(/^[A-Za-z_][\w-]{0,10}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ unit: 'binary' }))), fc.boolean(), (pairs, windows) => {
        const text = pairs.map(([key, value]) => `${key}<<ghadelimiter_1\n${value}\nghadelimiter_1\n`).join('');
        // A CR before the line end belongs to the line end on Windows.
        const expected = pairs.map(([key, value]) => [
          key,
          windows && value.endsWith('\r') ? value.slice(0, -1) : value,
        ]);
        expect(read(text, windows)).toEqual({ pairs: expected, error: undefined });
      }),
    );
  });
});

describe('the command files of a step', () => {
  it('are fresh, empty and named with a suffix for each step', async () => {
    const job = await jobFor({ main: `append('GITHUB_OUTPUT', 'a=1\\n'); console.log(env.GITHUB_OUTPUT);` });
    const first = await job.runAction({ id: 'first' });
    const second = await job.runAction({ id: 'second' });
    expect(first.log).not.toBe(second.log);
    expect(first.log.startsWith(join(job.temp, '_runner_file_commands', 'set_output_'))).toBe(true);
    expect(readdirSync(join(job.temp, '_runner_file_commands'))).toHaveLength(10);
    expect(job.outputs('SECOND')).toEqual({ a: '1' });
  });

  it('fail the step when one is broken; what stands before the broken line counts, and so do the other files', async () => {
    const job = await jobFor({
      main: `
        append('GITHUB_STATE', 'before=1\\nid<<EOF\\nhalf');
        append('GITHUB_OUTPUT', 'token=t\\n');
        append('GITHUB_ENV', 'EXPORTED=1\\n');
        append('GITHUB_STEP_SUMMARY', '# done');`,
      post: 'console.log(env.STATE_before, env.STATE_id);',
    });
    const step = await job.runAction();
    expect(step).toMatchObject({
      exitCode: 0,
      conclusion: 'failure',
      outputs: { token: 't' },
      exported: { EXPORTED: '1' },
      summary: '# done',
    });
    expect(step.state).toEqual({ before: '1' });
    expect(step.commandErrors).toEqual([
      "Unable to process file command 'state' successfully. Invalid value. EOF marker missing new line.",
    ]);
    expect(step.log).toContain("##[error]Unable to process file command 'state' successfully.");
    const ended = await job.end();
    expect(ended.conclusion).toBe('failure');
    expect(ended.posts[0]?.log).toContain('1 undefined');
  });

  it('count as empty when the step deletes them, and fail it when they cannot be read', async () => {
    const job = await jobFor({
      main: `rmSync(env.GITHUB_STATE); rmSync(env.GITHUB_OUTPUT); mkdirSync(env.GITHUB_OUTPUT);`,
    });
    const step = await job.runAction();
    expect(step.conclusion).toBe('failure');
    expect(step.commandErrors).toHaveLength(1);
    expect(step.commandErrors[0]).toContain("file command 'output'");
  });

  it('are read however the process ended', async () => {
    const job = await jobFor({
      main: `append('GITHUB_STATE', 'id=1\\n'); process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);`,
    });
    expect(await job.runAction()).toMatchObject({ exitCode: null, conclusion: 'failure', state: { id: '1' } });
  });

  it('are not read before the process has ended', async () => {
    const job = await jobFor({
      main: `
        append('GITHUB_STATE', 'id=1\\n');
        process.on('SIGTERM', () => { writeFileSync(env.GITHUB_STATE, 'id=2\\n'); process.exit(0); });
        console.log('written');
        setInterval(() => {}, 1000);`,
    });
    const running = job.startAction();
    await running.stdoutLine((line) => line === 'written');
    running.kill('SIGTERM');
    expect((await running.result).state).toEqual(process.platform === 'win32' ? { id: '1' } : { id: '2' });
  });

  it('drop a summary of more than 1 MiB with an error that does not fail the step', async () => {
    const job = await jobFor({
      main: `append('GITHUB_STEP_SUMMARY', 'é'.repeat(512 * 1024) + (env.INPUT_MORE ?? ''));`,
    });
    expect((await job.runAction({ id: 'fits' })).summary).toHaveLength(512 * 1024);
    const large = await job.runAction({ id: 'large', with: { more: '!' } });
    expect(large).toMatchObject({ summary: '', conclusion: 'success' });
    expect(large.log).toContain('##[error]$GITHUB_STEP_SUMMARY upload aborted');
  });

  it('give no outputs to a step without an id', async () => {
    const job = await jobFor({ main: `append('GITHUB_OUTPUT', 'a=1\\n'); append('GITHUB_STATE', 's=1\\n');` });
    for (const id of ['', '__generated']) {
      const step = await job.runAction({ id });
      expect([step.outputs, step.state]).toEqual([{}, { s: '1' }]);
    }
    expect(() => job.outputs('never')).toThrow("'never'");
  });
});
