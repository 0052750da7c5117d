import { describe, expect, it } from 'vitest';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

// A runner that shuts down runs no post. On Windows a signal that is sent by a program kills at once.
describe.skipIf(process.platform === 'win32').each(ISSUERS)('$name: a main that is asked to stop', (issuer) => {
  it.concurrent.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s while the server mints revokes the token before it ends',
    async (signal) => {
      const { main, leftByMain, othersIntact } = await runLeasedJob(issuer, {
        fault: ({ role, step }) =>
          role === 'mint' ? { kind: 'callback', beforeActing: () => step.signal(signal) } : undefined,
      });
      expect(main.exitCode, main.log).toBe(signal === 'SIGINT' ? 130 : 143);
      expect(leftByMain, main.log).toEqual([]);
      expect(othersIntact).toBe(true);
    },
  );
});
