import { describe, expect, it } from 'vitest';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

describe.each(ISSUERS)('$name: a 404 in post', (issuer) => {
  it('that is not in the own words of the issuer does not count as gone', async () => {
    const { post, left } = await runLeasedJob(issuer, {
      with: { on_revoke_failure: 'fail' },
      fault: ({ role }) => (role === 'revoke' ? { kind: 'html', status: 404, act: false } : undefined),
    });
    expect(post.conclusion).toBe('failure');
    expect(left).toHaveLength(1);
  });
});
