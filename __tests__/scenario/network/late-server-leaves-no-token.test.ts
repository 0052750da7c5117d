import { describe, expect, it } from 'vitest';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

describe.each(ISSUERS)('$name: a server that acts after main was killed, and after post looked', (issuer) => {
  it('leaves no token', async () => {
    const postLooked = Promise.withResolvers<undefined>();
    const { left, othersIntact, post } = await runLeasedJob(issuer, {
      fault: ({ role, request, step }) => {
        if (role === 'mint') {
          return { kind: 'reset-then-act', beforeActing: () => step.signal('SIGKILL'), until: postLooked.promise };
        }
        const looks =
          step.phase === 'post' && (request.method === 'GET' || request.path.endsWith('/ListRevokableTokens'));
        return looks ? { kind: 'callback', afterAnswering: () => postLooked.resolve(undefined) } : undefined;
      },
    });
    expect(post.conclusion, post.log).toBe('success');
    expect(post.log).toMatch(/^revoked /m);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });
});
