import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { parseNotes, printNotes, type WatchdogNotes } from '../../../src/terminal/watchdog-notes.js';
import { runScript, written } from './child/from-sources.js';
import type { Task } from './child/be-watched.js';

const notes: readonly WatchdogNotes[] = [
  { record: 'not-a-real-record-1', tokenSecret: 'not-a-real-secret' },
  { record: 'not-a-real-record-2' },
];

/** A process that is watched, and the file into which its watchdog writes all that it was told. */
async function watch(task: Partial<Task> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mint-token-test-'));
  const heard = join(folder, 'heard');
  const program = ['/bin/sh', '-c', 'cat > "$0.new"; env > "$0.env"; mv "$0.new" "$0"', heard];
  const child = runScript('be-watched.ts', { program, notes, ...task });
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  await written(child, 'watched');
  return { child, heard, watchdog: watchdogOf(heard) };
}

/** The number of the shell that waits. */
function watchdogOf(heard: string): number {
  const [pid] = readdirSync('/proc').filter((name) => {
    try {
      return (
        /^\d+$/.test(name) &&
        readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(heard) &&
        !readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('be-watched')
      );
    } catch {
      return false;
    }
  });
  return Number(pid);
}

const isGone = (pid: number) => !existsSync(`/proc/${pid}`);
const hears = (heard: string) => vi.waitFor(() => readFileSync(heard, 'utf8'), { timeout: 5_000, interval: 20 });

describe.skipIf(process.platform !== 'linux')('a watchdog', () => {
  it('starts what it was told to when its process is killed, and hands over all that it holds', async () => {
    const { child, heard } = await watch();
    child.kill('SIGKILL');
    expect(parseNotes(await hears(heard))).toStrictEqual({
      record: 'not-a-real-record-2',
      tokenSecret: 'not-a-real-secret',
    });
  });

  it('is deaf to whatever asks a process to end', async () => {
    const { child, heard, watchdog } = await watch();
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const) process.kill(watchdog, signal);
    child.kill('SIGKILL');
    await hears(heard);
  });

  it('starts it again where it was ended before it had read anything', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mint-token-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const heard = join(folder, 'heard');
    const script =
      '[ -e "$0.once" ] || { : > "$0.once"; kill -TERM $$; kill -KILL $$; }; cat > "$0.new"; mv "$0.new" "$0"';
    const { child } = await watch({ program: ['/bin/sh', '-c', script, heard] });
    child.kill('SIGKILL');
    expect(parseNotes(await hears(heard))).toHaveProperty('record', 'not-a-real-record-2');
  });

  it('is in a session of its own, has no variables, no secret in its arguments, and holds less than 5 MB', async () => {
    const { child, watchdog } = await watch();
    const [session, parent] = execFileSync('ps', ['-o', 'sid=,ppid=', '-p', String(watchdog)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
      .map(Number);
    expect([session, parent]).toStrictEqual([watchdog, child.pid]);
    expect(readFileSync(`/proc/${watchdog}/environ`, 'utf8')).toBe('');
    expect(readFileSync(`/proc/${watchdog}/cmdline`, 'utf8')).not.toContain('not-a-real');
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${watchdog}/status`, 'utf8')) ?? [];
    expect(Number(kilobytes)).toBeGreaterThan(0);
    expect(Number(kilobytes)).toBeLessThan(5_000);
  });

  it('starts nothing when it is dismissed, and goes', async () => {
    const { child, heard, watchdog } = await watch({ dismiss: true });
    await vi.waitFor(() => expect(Number.isNaN(watchdog) || isGone(watchdog)).toBe(true), { timeout: 5_000 });
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    expect(existsSync(heard)).toBe(false);
  });

  it.each([
    ['the note itself', { notes: [{ record: 'x'.repeat(70_000) }] }],
    ['what may come later', { reserve: 65_536 }],
  ])('that cannot hold what it would need says so: %s', async (_, task) => {
    const child = runScript('be-watched.ts', { program: ['/bin/true'], notes, ...task });
    await written(child, 'cannot hold what it would need');
  });

  it('holds 16 KiB of credential, proxies and records', async () => {
    const large = [{ record: 'x'.repeat(16_384) }, { tokenSecret: 'y'.repeat(16_384) }, ...notes];
    const { child, heard } = await watch({ notes: large, reserve: 20_000 });
    child.kill('SIGKILL');
    expect(parseNotes(await hears(heard))).toStrictEqual({
      record: 'not-a-real-record-2',
      tokenSecret: 'not-a-real-secret',
    });
  });
});

describe('what a watchdog is told', () => {
  it('counts as it was told last, and not where the last line was cut off', () => {
    const text = printNotes({ record: 'one' }) + printNotes({ tokenSecret: 'two' }) + printNotes({ record: 'three' });
    expect(parseNotes(text)).toStrictEqual({ record: 'three', tokenSecret: 'two' });
    expect(parseNotes(text.slice(0, -2))).toStrictEqual({ record: 'one', tokenSecret: 'two' });
    expect(parseNotes('')).toStrictEqual({});
  });
});
