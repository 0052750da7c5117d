import { describe, expect, it } from 'vitest';
import type { Fault } from '../../fakes/faults.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

/** Ways in which the answer to a mint is lost after the server acted. */
const LOSSES: Readonly<Record<string, Fault>> = {
  'the connection is reset': { kind: 'act-then-reset' },
  'half of the answer comes': { kind: 'act-then-half-answer' },
  '500': { kind: 'status', status: 500, act: true, body: '{"code":"internal","message":"trouble"}' },
  '503 with a time to come back': { kind: 'status', status: 503, act: true, headers: { 'retry-after': '1' } },
  '502 by a proxy': { kind: 'html', status: 502, act: true },
  'a sign-in page instead of the answer': { kind: 'html', act: true },
  'a redirect': { kind: 'redirect', location: 'https://sign-in.example/', act: true },
  'an empty answer': { kind: 'status', status: 200, act: true },
  'an answer of 100 MB': { kind: 'huge-answer', bytes: 100_000_000, act: true },
};

describe.each(ISSUERS)('$name: a mint whose answer is lost', (issuer) => {
  it.concurrent.each(Object.entries(LOSSES))('(%s) is found, revoked and tried once more', async (_, fault) => {
    const { main, post, left, othersIntact } = await runLeasedJob(issuer, {
      fault: ({ role, ofRole }) => (role === 'mint' && ofRole === 0 ? fault : undefined),
    });
    expect(main.conclusion, main.log).toBe('success');
    expect(main.log).toMatch(/was found and revoked/);
    expect(main.outputs['token']).toBeTruthy();
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });

  it.concurrent('twice is given up, and nothing is left', async () => {
    const { main, post, left, othersIntact } = await runLeasedJob(issuer, {
      fault: ({ role }) => (role === 'mint' ? { kind: 'act-then-reset' } : undefined),
    });
    expect(main.conclusion).toBe('failure');
    expect(main.log).toMatch(/the answer to the mint of .* was lost/);
    expect(main.outputs['token']).toBeUndefined();
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });

  it.concurrent.each([
    ['never comes', { kind: 'act-then-never-answer' }],
    ['drips in', { kind: 'slow-drip', interval: 2_000 }],
  ] as const)('because it %s is given up at the deadline, and left to post', async (_, fault) => {
    const { main, mainAfterMint, post, left, othersIntact } = await runLeasedJob(issuer, {
      with: { timeout: '10s' },
      fault: ({ role }) => (role === 'mint' ? fault : undefined),
    });
    expect(main.conclusion).toBe('failure');
    // One request alone may take 30 s.
    expect(mainAfterMint).toBeLessThan(20_000);
    expect(main.outputs['token']).toBeUndefined();
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });

  it.concurrent('before the server acted is looked for, and tried once more', async () => {
    const { main, left, othersIntact } = await runLeasedJob(issuer, {
      fault: ({ role, ofRole }) => (role === 'mint' && ofRole === 0 ? { kind: 'refuse-before' } : undefined),
    });
    expect(main.conclusion, main.log).toBe('success');
    expect(main.log).toMatch(/No token of it exists so far/);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });

  it.concurrent('of a server that acts after main gave up is found by post', async () => {
    const gone = Promise.withResolvers<undefined>();
    const acted = Promise.withResolvers<undefined>();
    const { main, post, left, othersIntact } = await runLeasedJob(issuer, {
      fault: ({ role, ofRole, step }) => {
        if (role === 'mint' && ofRole === 0) {
          return {
            kind: 'reset-then-act',
            until: step.signal('SIGKILL').then(() => gone.promise),
            afterActing: () => acted.resolve(undefined),
          };
        }
        if (step.phase !== 'post') return undefined;
        // Post's first request waits until the server has acted.
        gone.resolve(undefined);
        return { kind: 'callback', beforeActing: () => acted.promise };
      },
    });
    expect(main.signal).toBe('SIGKILL');
    expect(post.log).toMatch(/revoked/);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });
});
