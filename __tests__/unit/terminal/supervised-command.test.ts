import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { outcomeOf, programOf, runScript, written, type Outcome } from './child/from-sources.js';
import type { Task } from './child/supervise.js';

const SH = '/bin/sh';

function start(script: string, task: Partial<Task> = {}) {
  const child = runScript('supervise.ts', { command: [SH, '-c', script], ...task });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { child, outcome: outcomeOf(child), kill: (signal: NodeJS.Signals) => child.kill(signal) };
}

const run = (script: string, task: Partial<Task> = {}): Promise<Outcome> => start(script, task).outcome;

const endOf = ({ stderr }: Outcome) => JSON.parse(/all ended: (.*)/.exec(stderr)?.[1] ?? '""') as unknown;

describe.skipIf(process.platform === 'win32')('a command without a terminal', () => {
  it('has a group of its own, its own name, and exactly the environment that it is given', async () => {
    const environment = { PATH: '/usr/bin:/bin', 'a.name//no=shell': 'x' };
    const { stdout, stderr } = await run('', { command: ['/usr/bin/env'], environment });
    expect(stdout.split('\n').toSorted().join('\n')).toBe(['', 'PATH=/usr/bin:/bin', 'a.name//no=shell=x'].join('\n'));
    expect(stderr).toContain('with a group');
    expect((await run('ps -o args= -p $$')).stdout).toMatch(/^the-command /);
  });

  it.each([
    ['exit 0', { kind: 'exited', status: 0 }],
    ['exit 42', { kind: 'exited', status: 42 }],
    ['kill -USR1 $$', { kind: 'signalled', signal: 'SIGUSR1' }],
    ['kill -KILL $$', { kind: 'signalled', signal: 'SIGKILL' }],
  ])('is told of as it ended: %s', async (script, end) => {
    expect(endOf(await run(script))).toStrictEqual(end);
  });

  it('that has no interpreter is not started', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mint-token-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'script');
    writeFileSync(path, '#!/no/such/interpreter\n');
    chmodSync(path, 0o755);
    expect((await run('', { command: [path] })).stderr).toContain('not started');
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGWINCH', 'SIGCONT'] as const)(
    'is sent %s, and so is all of its group',
    async (signal) => {
      const name = signal.slice(3);
      // The inner shell ends when it has received the signal; what it starts in the background is deaf to INT and QUIT.
      const inner = `trap "echo inner; exit 0" ${name}; echo ready; while :; do sleep 0.05; done`;
      const script = `trap "echo outer" ${name}; sh -c '${inner}'; exit 5`;
      const { child, outcome, kill } = start(script);
      await written(child, 'ready');
      kill(signal);
      const ended = await outcome;
      expect(ended.stdout.split('\n').slice(1).toSorted()).toStrictEqual(['', 'inner', 'outer']);
      expect(endOf(ended)).toStrictEqual({ kind: 'exited', status: 5 });
      // Node says so when it starts its inspector.
      expect(ended.stderr).not.toMatch(/debugger/i);
    },
  );

  it('is killed with all of its group at the second signal', async () => {
    const { child, outcome, kill } = start(`trap '' TERM; sh -c 'trap "" TERM; echo ready; sleep 60'; echo after`);
    await written(child, 'ready');
    kill('SIGTERM');
    kill('SIGTERM');
    // Two signals of the same kind may arrive as one.
    const again = setInterval(() => kill('SIGTERM'), 50);
    const ended = await outcome;
    clearInterval(again);
    expect(endOf(ended)).toStrictEqual({ kind: 'signalled', signal: 'SIGKILL' });
    expect(ended.stdout).toBe('ready\n');
  });

  it('is killed when it has not ended in time after the first signal', async () => {
    const { child, outcome, kill } = start(`trap '' TERM; echo ready; while :; do sleep 0.1; done`, { killAfter: 300 });
    await written(child, 'ready');
    kill('SIGTERM');
    expect(endOf(await outcome)).toStrictEqual({ kind: 'signalled', signal: 'SIGKILL' });
  });

  it('is waited for until the last process of its group has ended', async () => {
    const { stdout } = await run('(sleep 0.4; echo last) & echo first');
    expect(stdout).toBe('first\nlast\n');
  });

  it('is not waited for where a process has left the group, whoever holds the streams', async () => {
    const startedAt = performance.now();
    const { stdout } = await run(
      `setsid sh -c 'echo $$ > /dev/stderr; exec sleep 5' & while ! ps -o sid= -p $! | grep -q $!; do :; done; echo first`,
    );
    expect(stdout).toContain('first\n');
    expect(performance.now() - startedAt).toBeLessThan(4_500);
  });

  it('has ended where only processes are left that have, and whose exit status nobody has asked for', async () => {
    const startedAt = performance.now();
    // The child stays in the group, as what it is called by when it has ended; its parent has left the group.
    const python = 'import os, time; os.fork() or os._exit(0); os.setsid(); print("ready", flush=True); time.sleep(5)';
    const { stdout, ...ended } = await run(`python3 -c '${python}' & sleep 0.5`);
    expect(stdout).toBe('ready\n');
    expect(endOf({ stdout, ...ended })).toStrictEqual({ kind: 'exited', status: 0 });
    expect(performance.now() - startedAt).toBeLessThan(4_500);
  });

  it('is stopped with all of its group, and goes on with it', async () => {
    const { child, outcome, kill } = start(`echo $$; read line < /dev/null; while :; do echo beat; sleep 0.05; done`);
    await written(child, 'beat\nbeat\n');
    kill('SIGTSTP');
    const { stdout } = child;
    const quiet = () =>
      new Promise<boolean>((resolve) => {
        const heard = () => resolve(false);
        stdout?.once('data', heard);
        setTimeout(() => {
          stdout?.off('data', heard);
          resolve(true);
        }, 300);
      });
    while (!(await quiet()));
    kill('SIGCONT');
    await written(child, 'beat\nbeat\n');
    kill('SIGTERM');
    expect(endOf(await outcome)).toStrictEqual({ kind: 'signalled', signal: 'SIGTERM' });
  });
});

describe.skipIf(process.platform === 'win32')('what a command writes', () => {
  const secret = 'not-a-real-secret-0123';

  it('has no secret in it, wherever it is cut, and is else the same', async () => {
    const half = 'not-a-real-';
    const { stdout, stderr } = await run(`printf 'a ${half}'; sleep 0.2; printf 'secret-0123 b'; echo ${secret} >&2`, {
      secrets: [secret],
    });
    expect(stdout).toBe('a *** b');
    expect(stderr).toContain('***\n');
    expect(stdout + stderr).not.toContain(secret);
  });

  it('may be written by way of the names of its streams', async () => {
    const { stdout, stderr } = await run('echo out > /dev/stdout; echo err > /dev/stderr');
    expect(stdout).toBe('out\n');
    expect(stderr).toContain('err\n');
  });

  it('is shown in 100 ms where it only begins a secret, and still masked from there on', async () => {
    const { child, outcome } = start(`printf no; read line; printf 't-a-real-secret-0123\n'`, { secrets: [secret] });
    await written(child, 'no');
    child.stdin?.end('\n');
    expect((await outcome).stdout).toBe('no***\n');
  });

  it('is the same byte for byte where nothing is secret: 20 MB of anything', async () => {
    const count = 20_000_000;
    const { stdout } = await run(`head -c ${count} /dev/zero | tr '\\0' '\\377'`, { secrets: [secret] });
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(hash(Buffer.from(stdout, 'latin1'))).toBe(hash(Buffer.alloc(count, 0xff)));
  });

  it('is in order where both streams lead to the same file', () => {
    const task: Task = { command: [SH, '-c', 'for i in 1 2 3 4 5 6 7 8; do echo out$i; echo err$i >&2; done'] };
    const { stdout } = spawnSync(SH, ['-c', '"$@" 2>&1', SH, ...programOf('supervise.ts'), JSON.stringify(task)], {
      encoding: 'utf8',
    });
    const expected = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((index) => [`out${index}`, `err${index}`]);
    expect(stdout.split('\n').filter((line) => /^(?:out|err)\d/.test(line))).toStrictEqual(expected);
  });

  it('that nobody reads any more ends the command as it would without us', async () => {
    const { child, outcome } = start('while :; do echo line; done');
    await written(child, 'line');
    child.stdout?.destroy();
    expect(endOf(await outcome)).toStrictEqual({ kind: 'signalled', signal: 'SIGPIPE' });
  });

  it('that nobody reads for a while stops no signal', async () => {
    const child = runScript('supervise.ts', { command: [SH, '-c', 'head -c 1000000 /dev/zero'] });
    const ended = written(child, 'all ended', 'stderr');
    await written(child, 'started', 'stderr');
    // More than the pipes hold, and what is held in between.
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.kill('SIGTERM');
    await ended;
    child.stdout?.resume();
    expect((await outcomeOf(child)).status).toBe(0);
  });
});
