import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runExec, type RunningExec } from './exec-run.js';
import { ISSUERS } from './issuer-under-test.js';

/** For each issuer. `MINT_TOKEN_RANDOM_KILLS=60` makes more of them. */
const RUNS = Number(process.env['MINT_TOKEN_RANDOM_KILLS'] ?? 6);
/** Milliseconds: an exec is over by then. */
const LONGEST = 450;

type Strike = (run: RunningExec) => void;

const kill = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
};

/** The processes that an exec has started, by what they are. */
function childrenOf({ pid }: RunningExec): {
  readonly command: readonly number[];
  readonly watchdog: readonly number[];
} {
  const children = readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/stat`, 'latin1').includes(`) S ${pid} `);
    } catch {
      return false;
    }
  });
  const isWatchdog = (name: string) => {
    try {
      return (
        readFileSync(`/proc/${name}/cmdline`, 'latin1').includes('mint-token-watchdog') &&
        readlinkSync(`/proc/${name}/cwd`) === '/'
      );
    } catch {
      return false;
    }
  };
  return {
    command: children.filter((name) => !isWatchdog(name)).map(Number),
    watchdog: children.filter(isWatchdog).map(Number),
  };
}

const STRIKES: Readonly<Record<string, Strike>> = {
  'SIGKILL to it': (run) => run.kill('SIGKILL'),
  'SIGTERM to it': (run) => run.kill('SIGTERM'),
  'SIGINT to it': (run) => run.kill('SIGINT'),
  'SIGHUP to it': (run) => run.kill('SIGHUP'),
  'SIGTERM, and SIGKILL at once': (run) => {
    run.kill('SIGTERM');
    run.kill('SIGKILL');
  },
  'SIGKILL to the command': (run) => childrenOf(run).command.forEach((pid) => kill(pid, 'SIGKILL')),
  'SIGKILL to the watchdog': (run) => childrenOf(run).watchdog.forEach((pid) => kill(pid, 'SIGKILL')),
  'SIGTERM to the watchdog, SIGKILL to it': (run) => {
    childrenOf(run).watchdog.forEach((pid) => kill(pid, 'SIGTERM'));
    run.kill('SIGKILL');
  },
  'SIGKILL to it and to the command': (run) => {
    childrenOf(run).command.forEach((pid) => kill(pid, 'SIGKILL'));
    run.kill('SIGKILL');
  },
};

describe.skipIf(process.platform !== 'linux').each(ISSUERS)('$name: an exec that is struck at any moment', (issuer) => {
  it.each(Object.entries(STRIKES))('by %s, leaves no token and no process', async (_, strike) => {
    await Promise.all(
      Array.from({ length: RUNS }, async () => {
        const moment = Math.random() * LONGEST;
        const { left, othersIntact, processes, stderr } = await runExec(
          issuer,
          { command: '(sleep 0.1 & sleep 0.05); sleep 0.1' },
          async (run) => {
            await Promise.race([run.gone, sleep(moment)]);
            strike(run);
          },
        );
        const said = `after ${moment.toFixed(1)} ms: ${stderr}`;
        expect(left, said).toStrictEqual([]);
        expect(othersIntact, said).toBe(true);
        expect(processes, said).toStrictEqual([]);
      }),
    );
  });
});
