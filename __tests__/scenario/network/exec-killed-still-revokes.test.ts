import { describe, expect, it } from 'vitest';
import type { Fault } from '../../fakes/faults.js';
import { runExec, type ExecResult, type RunningExec } from './exec-run.js';
import { ISSUERS } from './issuer-under-test.js';

/** The moments of a request at which the process can be gone. */
const MOMENTS: Readonly<Record<string, (kill: () => Promise<void>) => Fault>> = {
  'before the server acts, which then acts all the same': (kill) => ({ kind: 'callback', beforeActing: kill }),
  'after the server acted, before its answer': (kill) => ({ kind: 'callback', afterActing: kill }),
  'after the answer was sent': (kill) => ({ kind: 'callback', afterAnswering: kill }),
};

async function kill(run: RunningExec): Promise<void> {
  run.kill('SIGKILL');
  await run.gone;
}

function expectNothingLeft({ left, othersIntact, processes, stderr, credentials }: ExecResult): void {
  expect(left, stderr).toStrictEqual([]);
  expect(othersIntact).toBe(true);
  expect(processes).toStrictEqual([]);
  for (const credential of credentials) expect(stderr).not.toContain(credential);
}

describe.skipIf(process.platform === 'win32').each(ISSUERS)('$name: an exec that is killed', (issuer) => {
  const requests = [...issuer.mainRequests, ...issuer.postRequests].map((role, index) => ({ role, index }));
  describe.each(requests)('during request $index ($role)', ({ index }) => {
    it.concurrent.each(Object.entries(MOMENTS))('%s, leaves no token', async (_, faultOf) => {
      const result = await runExec(issuer, {
        command: 'sleep 0.3',
        fault: (sent) => (sent.index === index ? faultOf(() => kill(sent.run)) : undefined),
      });
      expectNothingLeft(result);
    });
  });

  it.each(['exec sleep 60', 'sleep 60 & sleep 60; wait'])(
    'while its command runs, leaves no token and nothing of the command: %s',
    async (command) => {
      const result = await runExec(issuer, { command: `echo ready; ${command}` }, async (run) => {
        await run.wrote('ready');
        await kill(run);
      });
      expectNothingLeft(result);
      expect(result.stderr).toContain('mint-token was killed; its watchdog ends the lease');
      expect(result.journal).toStrictEqual([]);
    },
  );

  it('without a journal leaves no token either', async () => {
    const command = 'echo ready; exec sleep 60';
    const result = await runExec(issuer, { command, options: ['--no-journal'] }, async (run) => {
      await run.wrote('ready');
      await kill(run);
    });
    expectNothingLeft(result);
  });
});
