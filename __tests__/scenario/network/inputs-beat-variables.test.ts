import { describe, expect, it } from 'vitest';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';
import { ambientOf, startSilentEndpoint } from './silent-endpoint.js';

describe.each(ISSUERS)('$name: what the step names', (issuer) => {
  it('counts, and nothing that stands in the environment of the job', async (test) => {
    const other = await startSilentEndpoint(test);
    const environment = ambientOf(other.url);
    const { main, post, requests, left } = await runLeasedJob(issuer, { environment });
    expect(main.conclusion, main.log).toBe('success');
    expect(post.conclusion, post.log).toBe('success');
    expect(other.requests).toEqual([]);
    expect(left).toEqual([]);
    const secrets = Object.entries(environment).flatMap(([name, value]) => (/TOKEN$|SECRET/.test(name) ? [value] : []));
    const sent = requests.map(({ target, headers, body }) => JSON.stringify([target, headers, body])).join('\n');
    for (const secret of secrets) expect(sent).not.toContain(secret);
    expect(main.log).not.toMatch(/from the environment variable/);
  });
});
