import { describe, expect, it } from 'vitest';
import type { Fault } from '../../fakes/faults.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob, type StepHandle } from './leased-job.js';

/** The moments of a request at which a process can be gone. */
const MOMENTS: Readonly<Record<string, (kill: () => Promise<void>) => Fault>> = {
  'before the server acts, which then acts all the same': (kill) => ({ kind: 'callback', beforeActing: kill }),
  'and the server never acts': (kill) => ({ kind: 'refuse-before', beforeActing: kill }),
  'after the server acted, before its answer': (kill) => ({ kind: 'callback', afterActing: kill }),
  // Main may have come to its end by then.
  'after the answer was sent': (kill) => ({ kind: 'callback', afterAnswering: kill }),
};

describe.each(ISSUERS)('$name: a main that is killed', (issuer) => {
  describe.each(issuer.mainRequests.map((role, index) => ({ role, index })))(
    'during request $index ($role)',
    ({ index }) => {
      it.concurrent.each(Object.entries(MOMENTS))('%s', async (_, faultOf) => {
        const kill = (step: StepHandle) => () => step.signal('SIGKILL');
        const { left, othersIntact, main, post } = await runLeasedJob(issuer, {
          fault: (sent) => (sent.step.phase === 'main' && sent.index === index ? faultOf(kill(sent.step)) : undefined),
        });
        expect(main.exitCode === 0 || main.signal === 'SIGKILL').toBe(true);
        expect(post.conclusion, post.log).toBe('success');
        expect(left).toEqual([]);
        expect(othersIntact).toBe(true);
      });
    },
  );
});
