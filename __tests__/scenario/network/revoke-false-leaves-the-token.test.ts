import { describe, expect, it } from 'vitest';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

describe.each(ISSUERS)('$name: revoke: false', (issuer) => {
  const expires = !issuer.name.startsWith('influxdb');

  it.skipIf(!expires)('leaves the token to its expiry, and removes the token file all the same', async () => {
    const { main, post, left } = await runLeasedJob(issuer, { with: { revoke: 'false', token_file: 'token.json' } });
    expect(left).toEqual([main.outputs['token_id']]);
    expect(post.log).toMatch(/removed the token file/);
    expect(post.log).toMatch(/as revoke: false asks for/);
  });

  it.skipIf(!expires)('does not leave a token whose answer was lost: nobody could use it', async () => {
    const { left } = await runLeasedJob(issuer, {
      with: { revoke: 'false', timeout: '10s' },
      fault: ({ role }) => (role === 'mint' ? { kind: 'act-then-never-answer' } : undefined),
    });
    expect(left).toEqual([]);
  });

  it.skipIf(expires)('is an error where tokens know no expiry', async () => {
    const { main, requests } = await runLeasedJob(issuer, { with: { revoke: 'false' } });
    expect(main.annotations).toMatchObject([{ level: 'error', message: expect.stringMatching(/^revoke: /) as string }]);
    expect(requests).toEqual([]);
  });
});
