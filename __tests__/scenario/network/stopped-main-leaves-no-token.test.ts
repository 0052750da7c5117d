import { describe, expect, it } from 'vitest';
import type { Fault } from '../../fakes/faults.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

const MOMENTS: Readonly<Record<string, (stop: () => Promise<void>) => Fault>> = {
  'while the server works': (stop) => ({ kind: 'callback', beforeActing: stop }),
  'while the answer is on its way': (stop) => ({ kind: 'callback', afterActing: stop }),
  'while the answer never comes': (stop) => ({ kind: 'act-then-never-answer', afterActing: stop }),
  'and the connection breaks': (stop) => ({ kind: 'act-then-reset', afterActing: stop }),
};

/** What GitHub's runner waits after SIGINT (7.5 s) and SIGTERM (2.5 s) before it kills, in milliseconds. */
const RUNNER_WAITS = 10_000;

// On Windows a signal that is sent by a program kills at once.
describe.skipIf(process.platform === 'win32').each(ISSUERS)('$name: a main that is asked to stop', (issuer) => {
  describe.each(issuer.mainRequests.map((role, index) => ({ role, index })))(
    'during request $index ($role)',
    ({ index }) => {
      const cases = Object.entries(MOMENTS).flatMap(([moment, faultOf]) =>
        (['SIGINT', 'SIGTERM'] as const).map((signal) => ({ moment, faultOf, signal })),
      );
      it.concurrent.each(cases)('by $signal $moment', async ({ faultOf, signal }) => {
        const { left, othersIntact, main, mainAfterSignal, post } = await runLeasedJob(issuer, {
          fault: ({ step, index: at }) =>
            step.phase === 'main' && at === index ? faultOf(() => step.signal(signal)) : undefined,
        });
        expect(main.exitCode, main.log).toBe(signal === 'SIGINT' ? 130 : 143);
        expect(main.log.match(/stopped by/g), main.log).toHaveLength(1);
        expect(main.log).not.toContain('could not be revoked at once');
        expect(mainAfterSignal).toBeLessThan(RUNNER_WAITS);
        expect(main.outputs['token']).toBeUndefined();
        expect(post.conclusion, post.log).toBe('success');
        expect(left).toEqual([]);
        expect(othersIntact).toBe(true);
      });
    },
  );
});
