import { describe, expect, it } from 'vitest';
import { ISSUERS, roleOf } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

describe.each(ISSUERS)('$name', (issuer) => {
  it('mints, hands on and revokes with no more requests than it must', async () => {
    const { main, post, requests, left, othersIntact, conclusion } = await runLeasedJob(issuer);
    expect(main.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(main.outputs['token']).toBeTruthy();
    expect(main.outputs['revocable']).toBe('true');
    expect(post.log).toMatch(/revoked/);
    expect(requests.map((request) => roleOf(issuer, request))).toEqual([
      ...issuer.mainRequests,
      ...issuer.postRequests,
    ]);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
    expect(conclusion).toBe('success');
  });
});
