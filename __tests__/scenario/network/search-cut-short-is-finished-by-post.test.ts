import { describe, expect, it } from 'vitest';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

describe.each(ISSUERS)('$name: a server that acts after main had no time to look any more', (issuer) => {
  it.concurrent('leaves no token', async () => {
    const postLooked = Promise.withResolvers<undefined>();
    const { main, left, othersIntact, post } = await runLeasedJob(issuer, {
      // Less than main's last look would take.
      with: { timeout: '9s' },
      fault: ({ role, request, step }) => {
        if (role === 'mint') return { kind: 'reset-then-act', until: postLooked.promise };
        const looks =
          step.phase === 'post' && (request.method === 'GET' || request.path.endsWith('/ListRevokableTokens'));
        return looks ? { kind: 'callback', afterAnswering: () => postLooked.resolve(undefined) } : undefined;
      },
    });
    expect(main.conclusion, main.log).toBe('failure');
    expect(main.log).toContain('No token of it exists so far, but the time ended before the last look');
    expect(post.conclusion, post.log).toBe('success');
    expect(post.log).toMatch(/^revoked /m);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });
});
