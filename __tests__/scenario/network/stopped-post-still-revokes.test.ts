import { describe, expect, it } from 'vitest';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

// On Windows a signal that is sent by a program kills at once.
describe.skipIf(process.platform === 'win32').each(ISSUERS)('$name: a post that is asked to stop', (issuer) => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s revokes all the same', async (signal) => {
    const { post, left, othersIntact } = await runLeasedJob(issuer, {
      fault: ({ role, step }) =>
        role === 'revoke' ? { kind: 'callback', beforeActing: () => step.signal(signal) } : undefined,
    });
    expect(post.conclusion, post.log).toBe('success');
    expect(post.log).toMatch(/^revoked /m);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });

  it('says what to do by hand when the server does not answer in the seconds that are left', async () => {
    const { post, conclusion } = await runLeasedJob(issuer, {
      with: { on_revoke_failure: 'fail' },
      fault: ({ role, step }) =>
        role === 'revoke' ? { kind: 'never-answer', beforeActing: () => step.signal('SIGTERM') } : undefined,
    });
    expect(post.exitCode, post.log).toBe(1);
    expect(post.log).toContain('Revoke it by hand');
    expect(conclusion).toBe('failure');
  });
});
