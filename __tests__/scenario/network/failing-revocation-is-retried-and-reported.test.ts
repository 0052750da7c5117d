import { describe, expect, it } from 'vitest';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob, type SentRequest } from './leased-job.js';

const failing = ({ role }: SentRequest) =>
  role === 'revoke' ? ({ kind: 'status', status: 503, act: false, body: 'out of order' } as const) : undefined;

/** Post tries again for half of it. */
const short = { timeout: '6s' };

describe.each(ISSUERS)('$name: a revocation that fails', (issuer) => {
  it('once is tried again', async () => {
    const { post, left } = await runLeasedJob(issuer, {
      fault: (sent) => (sent.ofRole === 0 ? failing(sent) : undefined),
    });
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
  });

  it('though the server did it counts as done when it is tried again', async () => {
    const { post, left } = await runLeasedJob(issuer, {
      fault: ({ role, ofRole }) => (role === 'revoke' && ofRole === 0 ? { kind: 'act-then-reset' } : undefined),
    });
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
  });

  it('for good is reported with its reason and a command that holds no secret', async () => {
    const { main, post, left, credentials, conclusion } = await runLeasedJob(issuer, {
      with: { ...short, on_revoke_failure: 'fail' },
      fault: failing,
    });
    expect(left).toHaveLength(1);
    const [annotation] = post.annotations;
    expect(annotation).toMatchObject({ level: 'error' });
    expect(annotation?.message).toMatch(/ answered 503 Service Unavailable \(tried \d+ times in [23] s\)/);
    expect(annotation?.message).toMatch(/Revoke it by hand: \S+/);
    expect(annotation?.message).toContain(left[0]);
    for (const secret of [...credentials, main.outputs['token'] ?? ''])
      expect(annotation?.message).not.toContain(secret);
    expect(conclusion).toBe('failure');
  });

  it('is a warning when the user says so', async () => {
    const { post, conclusion } = await runLeasedJob(issuer, {
      with: { ...short, on_revoke_failure: 'warn' },
      fault: failing,
    });
    expect(post.annotations).toMatchObject([{ level: 'warning' }]);
    expect(conclusion).toBe('success');
  });

  it('fails the job by itself only when the token would live on for more than an hour or for ever', async () => {
    const { conclusion } = await runLeasedJob(issuer, { with: { ...short, expires_in: '50m' }, fault: failing });
    expect(conclusion).toBe(issuer.name.startsWith('influxdb') ? 'failure' : 'success');
    const longer = await runLeasedJob(issuer, { with: { ...short, expires_in: '2h' }, fault: failing });
    expect(longer.conclusion).toBe('failure');
  });
});
