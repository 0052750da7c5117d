import { spawn, type ChildProcess } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EXPORT_MARK } from '../../../src/host/export-mark.js';
import { endOrphan } from '../../../src/terminal/after-kill.js';
import { identify } from '../../../src/terminal/processes.js';
import { written } from './child/from-sources.js';

const MARK = '0123456789abcdef0123456789abcdef.0123456789abcdef0123456789abcdef';

/** A command that runs until it is ended. */
async function start(script: string, environment: Readonly<Record<string, string>> = {}) {
  const child = spawn('/bin/sh', ['-c', `${script} echo ready; while :; do sleep 0.05; done`], {
    detached: true,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  await written(child, 'ready');
  return { child, ended, identity: identityOf(child) };
}

function identityOf({ pid = 0 }: ChildProcess) {
  const found = identify(pid);
  if (found === undefined) throw new Error('it is not there');
  return found;
}

describe.skipIf(process.platform === 'win32')('the command of a process that was killed', () => {
  it.each([true, false])('is asked to end, it or all of its group: %s', async (ownsGroup) => {
    const { identity, ended } = await start('');
    await endOrphan({ kind: 'running', process: identity, ownsGroup });
    expect(await ended).toBe('SIGTERM');
  });

  it('is killed when it does not, or is stopped', async () => {
    const deaf = await start(`trap '' TERM;`);
    const stopped = await start('');
    stopped.child.kill('SIGSTOP');
    await Promise.all([
      endOrphan({ kind: 'running', process: deaf.identity, ownsGroup: true }),
      endOrphan({ kind: 'running', process: stopped.identity, ownsGroup: true }),
    ]);
    expect([await deaf.ended, await stopped.ended]).toStrictEqual(['SIGKILL', 'SIGTERM']);
  });

  it.each([true, false])('is left alone where another process has its number by now', async (ownsGroup) => {
    const { child, identity } = await start('');
    await endOrphan({ kind: 'running', process: { ...identity, startedAt: '1' }, ownsGroup });
    expect(identify(child.pid ?? 0)).toStrictEqual(identity);
  });

  it('is found by what it was started with where its number was not noted yet', async () => {
    const own = await start('', { [EXPORT_MARK]: `of-another ${MARK}` });
    const others = await start('', { [EXPORT_MARK]: 'of-another' });
    await endOrphan({ kind: 'starting', mark: MARK });
    expect(await own.ended).toBe('SIGTERM');
    expect(identify(others.child.pid ?? 0)).toBeDefined();
  });

  it('that has ended is looked for no more', async () => {
    const { child, identity } = await start('', { [EXPORT_MARK]: MARK });
    await endOrphan({ kind: 'ended' });
    await endOrphan(undefined);
    expect(identify(child.pid ?? 0)).toStrictEqual(identity);
  });
});
