import { describe, expect, it } from 'vitest';
import type { StepResult } from '../../runner/job.mjs';
import { withAdminJob, type AdminJob } from './admin-job.js';
import { ISSUERS } from './issuer-under-test.js';

interface Listed {
  readonly id: string;
  readonly type: string;
  readonly lease?: string;
}

/** The credential can be told from a token where its id is known, or where it is none. */
const isTold = (name: string) => /^(?:solarnetwork|datasette)/.test(name) || name === 'namespace by identity token';

/** The id of the credential, where that is one of the tokens that are listed and it is told which. */
const credentialOf = (name: string, { credential_id: id }: Readonly<Record<string, string>>) =>
  name === 'datasette/managed' ? '1' : id;

/** Those that carry no marker of ours. */
async function foreignTokens(issuer: string, run: AdminJob['run']): Promise<readonly Listed[]> {
  const type = issuer.split(/[ /]/, 1).join('');
  const listed = await run('list', { type, repository: '*', all: 'true' });
  const tokens = JSON.parse(listed.outputs['json'] ?? '') as readonly Listed[];
  return tokens.filter(({ lease }) => lease === undefined);
}

const errorsOf = ({ annotations }: StepResult) =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

describe.each(ISSUERS)('$name', (issuer) => {
  it('is revoked when that was asked for, and the credential never is', async () => {
    await withAdminJob(issuer, async ({ running, run }) => {
      const credential = credentialOf(issuer.name, running.inputs);
      const [foreign] = (await foreignTokens(issuer.name, run)).filter(({ id }) => id !== credential);
      if (foreign === undefined) throw new Error('there is no foreign token');
      const asked = { type: foreign.type, token_id: foreign.id };
      const unasked = await run('revoke', asked);
      if (isTold(issuer.name)) {
        expect(errorsOf(unasked)).toEqual([]);
        expect(unasked.outputs['revoked']).toBe(foreign.id);
        return;
      }
      expect(unasked.conclusion).toBe('failure');
      expect(errorsOf(unasked)).toEqual([
        expect.stringMatching(/no marker of ours .* if it is not the credential itself, set foreign: true/),
      ]);
      expect(await running.othersIntact()).toBe(true);
      // The credential of InfluxDB is one of its tokens: it is not in the list that is taken here by its place.
      if (issuer.name.startsWith('influxdb')) return;
      const revoked = await run('revoke', { ...asked, foreign: 'true' });
      expect(errorsOf(revoked)).toEqual([]);
      expect(revoked.outputs['revoked']).toBe(foreign.id);
    });
  });

  it.runIf(/^solarnetwork|^datasette\/managed$/.test(issuer.name))(
    'the credential itself never is, whatever is asked',
    async () => {
      await withAdminJob(issuer, async ({ running, minted, run }) => {
        const credential = credentialOf(issuer.name, running.inputs) ?? '';
        const revoked = await run('revoke', { token_id: `${credential}\n${minted}`, foreign: 'true' });
        expect(errorsOf(revoked)).toEqual([
          expect.stringContaining('it is the credential itself, which is never revoked'),
        ]);
        expect(revoked.conclusion).toBe('failure');
        expect(revoked.outputs['revoked']).toBe(minted);
        // It still works.
        expect((await run('list')).outputs['count']).toBe('0');
      });
    },
  );

  it('a token of another type is not revoked', async () => {
    const [system] = issuer.name.split(/[ /]/, 1);
    if (system === 'influxdb' || system === 'datasette') return;
    const other = {
      namespace: 'namespace/user',
      'namespace/user': 'namespace',
      'solarnetwork/User': 'solarnetwork/ReadNodeData',
      'solarnetwork/ReadNodeData': 'solarnetwork/User',
    };
    await withAdminJob(issuer, async ({ running, minted, run }) => {
      const type = running.inputs['type'] ?? '';
      const asked = Object.entries(other).find(([own]) => own === type)?.[1] ?? '';
      const revoked = await run('revoke', { type: asked, token_id: minted });
      expect(errorsOf(revoked)).toEqual([expect.stringContaining(`it is a token of type ${type}; set type: ${type}`)]);
      expect(await running.left()).toEqual([minted]);
    });
  });
});
