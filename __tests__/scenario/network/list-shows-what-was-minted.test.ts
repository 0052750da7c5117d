import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { textOfSummary } from '../datasette-step.js';
import { withAdminJob } from './admin-job.js';
import { ISSUERS } from './issuer-under-test.js';

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../../schemas/tokens.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema as object);

interface Listed {
  readonly id: string;
  readonly type: string;
  readonly origin?: { readonly repository: string; readonly run: string; readonly job: string };
  readonly lease?: string;
}

function tokensOf(json: string | undefined): readonly Listed[] {
  const tokens = JSON.parse(json ?? '') as readonly Listed[];
  validate(tokens);
  expect(validate.errors ?? []).toEqual([]);
  return tokens;
}

describe.each(ISSUERS)('$name', (issuer) => {
  it('lists the tokens of this repository, with where they come from, and those of others when asked to', async () => {
    await withAdminJob(issuer, async ({ job, running, main, minted, run }) => {
      const [repository, runId, jobName] = ['octo-org/consumer', '16580001234', 'build'];
      const listed = await run('list');
      expect(listed.annotations).toEqual([]);
      expect(listed.conclusion).toBe('success');
      expect(listed.outputs['count']).toBe('1');
      const [token, ...more] = tokensOf(listed.outputs['json']);
      expect(more).toEqual([]);
      expect(token).toMatchObject({
        id: minted,
        type: running.inputs['type'],
        expires_at: main.outputs['expires_at'],
        origin: { repository, run: runId, job: jobName },
      });
      const [headings, row] = (listed.outputs['csv'] ?? '').split('\n');
      expect(headings).toBe('id,type,name,repository,run,job,created,ends,status,grants');
      expect(row).toContain(`${minted},${running.inputs['type'] ?? ''},`);
      expect(listed.log).toContain(minted);
      expect(textOfSummary(listed.summary)).toContain(minted);

      // Those of others are of another kind at some: the issuer alone means all of them.
      const ofIssuer = { type: issuer.name.split(/[ /]/, 1).join(''), repository: '*' };
      const everywhere = tokensOf((await run('list', ofIssuer)).outputs['json']);
      expect(everywhere).toHaveLength(2);
      expect(everywhere.map(({ origin }) => origin?.repository).toSorted()).toEqual(
        [repository, 'octo/spoon-knife'].toSorted(),
      );
      const all = tokensOf((await run('list', { ...ofIssuer, all: 'true' })).outputs['json']);
      expect(all.length).toBeGreaterThan(2);
      expect(all.filter(({ lease }) => lease === undefined).length).toBe(all.length - 2);

      expect((await run('list', { run: runId, job: jobName })).outputs['count']).toBe('1');
      expect((await run('list', { run: '1' })).outputs['count']).toBe('0');
      expect((await run('list', { job: 'another' })).outputs['count']).toBe('0');
      expect((await run('list', { expired: 'true' })).outputs['count']).toBe('0');
      expect((await run('list', { expired: 'false', summary: 'false' })).outputs['count']).toBe('1');
      expect(await running.left()).toEqual([minted]);
      for (const secret of [main.outputs['token'] ?? '', ...running.credentials]) {
        expect(job.rawLog.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(secret);
      }
    });
  });
});
