import { describe, expect, it } from 'vitest';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

describe.each(ISSUERS)('$name: a second post', (issuer) => {
  it('finds the token gone already, and that is a success', async () => {
    const { post, left, othersIntact } = await runLeasedJob(issuer, { posts: 2 });
    expect(post.conclusion, post.log).toBe('success');
    expect(post.annotations).toEqual([]);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });

  it.each([
    ['before the server acts', 'refuse-before', 'beforeActing'],
    ['after the server acted', 'callback', 'afterActing'],
  ] as const)('revokes what a first one, killed %s, left', async (_, kind, moment) => {
    const { left, othersIntact, post } = await runLeasedJob(issuer, {
      posts: 2,
      fault: ({ role, ofRole, step }) =>
        role === 'revoke' && ofRole === 0 ? { kind, [moment]: () => step.signal('SIGKILL') } : undefined,
    });
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });
});
