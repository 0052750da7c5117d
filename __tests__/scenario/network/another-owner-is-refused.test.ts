import { describe, expect, it } from 'vitest';
import { rewriteJson } from '../../fakes/faults.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob, tellsGrants } from './leased-job.js';

const owned = ISSUERS.flatMap(({ owner, ...issuer }) => (owner === undefined ? [] : [{ ...issuer, owner }]));

describe.each(owned)('$name: a token whose owner the step names', (issuer) => {
  const { inputs, change } = issuer.owner;

  it('is handed on when it is the one of that owner', async () => {
    const { main, left } = await runLeasedJob(issuer, { with: inputs });
    expect(main.conclusion, main.log).toBe('success');
    expect(left).toEqual([]);
  });

  it('is revoked at once when it belongs to somebody else', async () => {
    const { main, leftByMain, othersIntact } = await runLeasedJob(issuer, {
      with: inputs,
      fault: (sent) => (tellsGrants(issuer, sent) ? { kind: 'rewrite', rewrite: rewriteJson(change) } : undefined),
    });
    expect(main.conclusion).toBe('failure');
    expect(main.log).toMatch(/did not grant what was asked for[^]*(user|workspace|actor)/);
    expect(main.outputs).toEqual({});
    expect(leftByMain).toEqual([]);
    expect(othersIntact).toBe(true);
  });

  it.runIf(issuer.owner.namedTwice)(
    'is revoked when its answer names two, also where the step names none',
    async () => {
      const { main, leftByMain } = await runLeasedJob(issuer, {
        fault: ({ role }) => (role === 'mint' ? { kind: 'rewrite', rewrite: rewriteJson(change) } : undefined),
      });
      expect(main.conclusion).toBe('failure');
      expect(main.log).toMatch(/did not grant what was asked for[^]*linked to/);
      expect(leftByMain).toEqual([]);
    },
  );
});
