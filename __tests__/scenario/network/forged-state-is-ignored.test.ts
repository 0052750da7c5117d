import { describe, expect, it } from 'vitest';
import { exportVariables } from './issuer-behind-proxy.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';
import { startSilentEndpoint } from './silent-endpoint.js';

/** State as a later step can write it: a lease as main records it, at an endpoint of the step's own. */
function forge(record: string | undefined, url: string): Readonly<Record<string, string>> {
  const lease: unknown = JSON.parse(record ?? '');
  return {
    STATE_record: JSON.stringify({ ...Object(lease), endpoint: url }),
    STATE_credential: 'forged-credential',
    STATE_credential_id: 'forged-credential-id',
    STATE_http_proxy: url,
    STATE_https_proxy: url,
  };
}

describe.each(ISSUERS)('$name: what a later step writes under the name of a state', (issuer) => {
  it('changes nothing of what post revokes, and where', async (test) => {
    const other = await startSilentEndpoint(test);
    const { post, left, othersIntact } = await runLeasedJob(issuer, {
      between: (job, _issuer, { state }) => exportVariables(job, forge(state['record'], other.url)),
    });
    expect(post.conclusion, post.log).toBe('success');
    expect(post.rawLog).not.toContain('forged');
    expect(other.requests).toEqual([]);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });

  it.for([
    ['a mint that failed over its inputs', { grants: '' }],
    ['a dry run', { dry_run: 'true' }],
  ] as const)('makes post do nothing after %s', async ([, inputs], test) => {
    const other = await startSilentEndpoint(test);
    const { main } = await runLeasedJob(issuer);
    const { post } = await runLeasedJob(issuer, {
      with: inputs,
      between: (job) => exportVariables(job, forge(main.state['record'], other.url)),
    });
    expect(post.conclusion, post.log).toBe('success');
    expect(post.rawLog).not.toContain('forged');
    expect(post.log).toContain('nothing to revoke');
    expect(other.requests).toEqual([]);
  });
});
