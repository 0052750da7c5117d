import { describe, expect, it } from 'vitest';
import { USER_AGENT } from '../../../src/version.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

describe.each(ISSUERS)('$name', (issuer) => {
  it('is told, with each request, the name and the version of who sends it', async () => {
    const { requests } = await runLeasedJob(issuer);
    expect(requests.length).toBeGreaterThan(1);
    expect([...new Set(requests.map(({ headers }) => headers['user-agent']))]).toEqual([USER_AGENT]);
  });
});
