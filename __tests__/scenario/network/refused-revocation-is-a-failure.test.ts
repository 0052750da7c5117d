import { describe, expect, it } from 'vitest';
import { withAdminJob } from './admin-job.js';
import { ISSUERS, roleOf } from './issuer-under-test.js';

describe.each(ISSUERS)('$name', (issuer) => {
  it.each([
    ['an answer of the server that says no', { kind: 'status', act: false, status: 403, body: '{}' }],
    ['the page of a proxy', { kind: 'html', act: false, status: 404 }],
  ] as const)('%s is no "gone", and the command to revoke by hand is said', async (_, answer) => {
    await withAdminJob(
      issuer,
      async ({ running, minted, run }) => {
        const revoked = await run('revoke', { token_id: minted });
        expect(revoked.conclusion).toBe('failure');
        expect(revoked.outputs).toMatchObject({ revoked: '', gone: '' });
        expect(JSON.parse(revoked.outputs['json'] ?? '')).toMatchObject([{ id: minted, outcome: 'failed' }]);
        const [error, ...more] = revoked.annotations.filter(({ level }) => level === 'error');
        expect(more).toEqual([]);
        expect(error?.message).toContain('Revoke it by hand: ');
        expect(await running.left()).toEqual([minted]);
        for (const secret of running.credentials) expect(error?.message).not.toContain(secret);
      },
      { fault: (request) => (roleOf(issuer, request) === 'revoke' ? answer : undefined) },
    );
  });
});
