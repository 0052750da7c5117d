import { describe, expect, it } from 'vitest';
import { textOfSummary } from '../datasette-step.js';
import { withAdminJob } from './admin-job.js';
import { ISSUERS } from './issuer-under-test.js';

/** SolarNetwork answers the same for a token that is not there: nobody can tell then. */
const saysGone = (name: string) => !name.startsWith('solarnetwork');

describe.each(ISSUERS)('$name', (issuer) => {
  it('revokes at once, says what is gone already, and leaves nothing for post to do', async () => {
    await withAdminJob(issuer, async ({ job, running, minted, run }) => {
      const revoked = await run('revoke', { token_id: minted });
      expect(revoked.annotations).toEqual([]);
      expect(revoked.conclusion).toBe('success');
      expect(revoked.outputs).toMatchObject({ revoked: minted, gone: '' });
      expect(JSON.parse(revoked.outputs['json'] ?? '')).toMatchObject([{ id: minted, outcome: 'revoked' }]);
      expect(revoked.log).toContain(`revoked ${minted}`);
      expect(textOfSummary(revoked.summary)).toContain(minted);
      expect(await running.left()).toEqual([]);
      expect(await running.othersIntact()).toBe(true);

      const again = await run('revoke', { token_id: minted });
      expect(again.conclusion).toBe('success');
      expect(again.outputs).toMatchObject({ revoked: '', gone: minted });
      expect(again.log).toContain(`${minted} is gone already`);

      const { posts, conclusion } = await job.end();
      const mints = posts.filter((post) => post.log.includes(minted));
      expect(mints).toHaveLength(1);
      if (saysGone(issuer.name)) expect(mints[0]?.log).toContain('was revoked already, or is gone');
      expect(conclusion).toBe('success');
    });
  });

  it('tries each id, whatever became of the others', async () => {
    const unknown = idLike(issuer.name);
    await withAdminJob(issuer, async ({ running, minted, run }) => {
      const revoked = await run('revoke', { token_id: `${unknown}\n${minted}\n\n${minted}` });
      expect(revoked.conclusion).toBe('success');
      expect(revoked.outputs).toMatchObject({ revoked: minted, gone: unknown });
      expect(await running.left()).toEqual([]);
    });
  });
});

/** An id that no token has. */
function idLike(name: string): string {
  if (name.startsWith('datasette')) return '999999';
  if (name.startsWith('influxdb')) return '11acc3aadf3c2000';
  return name.startsWith('namespace') ? 'tok_that_is_not_there' : 'Lqc8Z_KzpD8.L0_emXXX';
}
