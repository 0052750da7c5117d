import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { textOfSummary } from '../datasette-step.js';
import { ISSUERS } from './issuer-under-test.js';
import { HOUR, RUN, withSweptJob } from './sweep-job.js';

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../../schemas/tokens.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema as object);

interface Swept {
  readonly id: string;
  readonly decision: string;
  readonly reason: string;
}

function tokensOf(json: string | undefined): readonly Swept[] {
  const tokens = JSON.parse(json ?? '') as readonly Swept[];
  validate(tokens);
  expect(validate.errors ?? []).toEqual([]);
  return tokens;
}

/** Of the tokens that are decided on. */
const decisionOn = (minted: string, json: string | undefined) =>
  tokensOf(json).find(({ id }) => id === minted)?.decision;

/** The real Datasette is one for all tests that run at the same time, and a sweep sees the tokens of all of them. */
const issuers = ISSUERS.filter(({ name }) => name !== 'datasette/managed (real)');

describe.each(issuers)('$name', (issuer) => {
  it('shows in a dry run, which is the default, what it would revoke; revokes that and nothing else; then finds nothing', async () => {
    await withSweptJob(issuer, async ({ running, minted, sweep, job, github, main }) => {
      const dry = await sweep({ dry_run: '' });
      expect(dry.annotations).toEqual([]);
      expect(dry.conclusion).toBe('success');
      expect(dry.outputs).toMatchObject({ revoked: '0', failed: '0', needs_attention: '0' });
      expect(decisionOn(minted, dry.outputs['json'])).toBe('revoke');
      expect(dry.log).toContain('nothing was revoked: this was a dry run');
      expect(textOfSummary(dry.summary)).toContain(minted);
      expect(await running.left()).toEqual([minted]);

      const swept = await sweep();
      expect(swept.annotations).toEqual([]);
      expect(swept.conclusion).toBe('success');
      expect(swept.outputs).toMatchObject({ revoked: '1', failed: '0', needs_attention: '0' });
      expect(swept.log).toMatch(
        new RegExp(`^revoked .*of ${RUN.repository}, run ${RUN.run}/1: its run ended at 20\\S+Z$`, 'm'),
      );
      const tokens = tokensOf(swept.outputs['json']);
      expect(tokens.filter(({ decision }) => decision === 'revoked').map(({ id }) => id)).toEqual([minted]);
      expect(tokens.length).toBe(Number(swept.outputs['found']));
      expect(tokens.length - 1).toBe(Number(swept.outputs['kept']));
      expect(await running.left()).toEqual([]);
      expect(await running.othersIntact()).toBe(true);

      const again = await sweep();
      expect(again.conclusion).toBe('success');
      expect(again.outputs['revoked']).toBe('0');
      expect(github.requests).toHaveLength(2);
      for (const secret of [main.outputs['token'] ?? '', ...running.credentials, github.token]) {
        expect(job.rawLog.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(secret);
      }
    });
  });

  it.each([
    ['goes on', 'in_progress', 0],
    ['waits to be started again', 'queued', 0],
    ['ended only lately', 'completed', HOUR / 2],
  ])('keeps the token of a run that %s', async (_, status, endedAgo) => {
    await withSweptJob(issuer, async ({ running, minted, sweep, setRun }) => {
      setRun(status, endedAgo);
      const swept = await sweep();
      expect(swept.conclusion).toBe('success');
      expect(swept.outputs['revoked']).toBe('0');
      expect(decisionOn(minted, swept.outputs['json'])).toBe('kept');
      expect(await running.left()).toEqual([minted]);
    });
  });

  it('keeps a token, and says why, when its run cannot be looked up', async () => {
    await withSweptJob(issuer, async ({ running, minted, sweep, github }) => {
      github.lock(RUN.repository, 'without-right');
      const denied = await sweep();
      expect(denied.conclusion).toBe('success');
      expect(denied.outputs).toMatchObject({ revoked: '0', needs_attention: '1' });
      expect(denied.log).toMatch(/needs attention: .*lacks a right in octo-org\/consumer, such as `actions: read`/);
      github.rename(RUN.repository, 'octo-org/renamed');
      const renamed = await sweep();
      expect(renamed.outputs).toMatchObject({ revoked: '0', needs_attention: '1' });
      expect(renamed.log).toContain('octo-org/consumer was renamed or moved');
      expect((await sweep({ github_token: '' })).outputs).toMatchObject({ revoked: '0' });
      expect(await running.left()).toEqual([minted]);
    });
  });

  it('revokes nothing at all when there is more than may be', async () => {
    await withSweptJob(issuer, async ({ running, minted, sweep, job }) => {
      // The runner mints a second time, in the same run.
      const second = await job.runAction({ id: 'second', with: { ...running.inputs } });
      const both = [minted, second.outputs['token_id'] ?? ''];
      const swept = await sweep({ max_revocations: '1' });
      expect(swept.conclusion).toBe('failure');
      expect(swept.log).toContain('the plan revokes 2 tokens, and max_revocations allows 1, so none is revoked');
      expect(swept.log).toContain('set max_revocations: 2');
      expect(swept.outputs['revoked']).toBe('0');
      expect((await running.left()).toSorted()).toEqual(both.toSorted());
      const dry = await sweep({ max_revocations: '1', dry_run: 'true' });
      expect(dry.conclusion).toBe('success');
      expect(dry.log).toContain('set max_revocations: 2');
      expect((await sweep({ max_revocations: '2' })).outputs['revoked']).toBe('2');
      expect(await running.left()).toEqual([]);
      expect(await running.othersIntact()).toBe(true);
    });
  });

  it('keeps what is out of its scope, and sweeps all of an owner when asked to', async () => {
    await withSweptJob(issuer, async ({ running, minted, sweep }) => {
      const outside = await sweep({ scope: 'octo-org/another' });
      expect(outside.outputs['revoked']).toBe('0');
      expect(await running.left()).toEqual([minted]);
      expect((await sweep({ scope: 'octo-org/*' })).outputs['revoked']).toBe('1');
      expect(await running.left()).toEqual([]);
      expect(await running.othersIntact()).toBe(true);
    });
  });
});
