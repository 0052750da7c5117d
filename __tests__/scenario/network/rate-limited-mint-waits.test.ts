import { describe, expect, it } from 'vitest';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

describe.each(ISSUERS)('$name: a mint that comes too fast', (issuer) => {
  it.each([
    ['in seconds', () => ({ 'retry-after': '1' })],
    ['as a date', () => ({ 'retry-after': inSeconds(2).toUTCString() })],
    ['in milliseconds since 1970', () => ({ 'x-sn-rate-limit-retry-after': String(inSeconds(1).getTime()) })],
    ['not at all', () => ({})],
  ])('is sent again when the server says so (%s), and mints one token', async (_, headers) => {
    const { main, requests, left } = await runLeasedJob(issuer, {
      fault: ({ role, ofRole }) =>
        role === 'mint' && ofRole === 0
          ? { kind: 'status', status: 429, act: false, headers: headers(), body: '' }
          : undefined,
    });
    expect(main.conclusion, main.log).toBe('success');
    expect(requests).toHaveLength(issuer.mainRequests.length + 1 + issuer.postRequests.length);
    expect(left).toEqual([]);
  });

  it('fails at once when it would have to wait beyond its timeout', async () => {
    const { main, mainAfterMint, left } = await runLeasedJob(issuer, {
      with: { timeout: '20s' },
      fault: ({ role }) =>
        role === 'mint'
          ? { kind: 'status', status: 429, act: false, headers: { 'retry-after': '3600' }, body: '' }
          : undefined,
    });
    expect(main.conclusion).toBe('failure');
    expect(mainAfterMint).toBeLessThan(10_000);
    expect(left).toEqual([]);
  });
});
