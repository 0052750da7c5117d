import { describe, expect, it } from 'vitest';
import { exportVariables } from './issuer-behind-proxy.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';
import { ambientOf, inputsOfAnother, startSilentEndpoint } from './silent-endpoint.js';

describe.each(ISSUERS)('$name: post revokes where main minted', (issuer) => {
  it("with another step's inputs", async (test) => {
    const other = await startSilentEndpoint(test);
    const { main, post, left, othersIntact } = await runLeasedJob(issuer, { postWith: inputsOfAnother(other.url) });
    expect(main.conclusion, main.log).toBe('success');
    expect(post.conclusion, post.log).toBe('success');
    expect(post.log).toMatch(/^revoked /m);
    expect(other.requests).toEqual([]);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });

  it('without any input at all', async () => {
    const { post, left } = await runLeasedJob(issuer, { postWith: {} });
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
  });

  it('when a later step exports another endpoint, another credential, and what inputs look like', async (test) => {
    const other = await startSilentEndpoint(test);
    const inputs = Object.fromEntries(
      Object.entries(inputsOfAnother(other.url)).map(
        ([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const,
      ),
    );
    const { post, left } = await runLeasedJob(issuer, {
      postWith: {},
      between: (job) => exportVariables(job, { ...ambientOf(other.url), ...inputs }),
    });
    expect(post.conclusion, post.log).toBe('success');
    expect(post.log).toMatch(/^revoked /m);
    expect(other.requests).toEqual([]);
    expect(left).toEqual([]);
  });
});
