import { expect, it } from 'vitest';

import { inputs, newJob, outputOf, textOfSummary } from './datasette-step.js';

it('the summary tells what was minted, until when it lives and that it cannot be revoked', async () => {
  await using job = await newJob();
  const step = await job.runAction({ with: { ...inputs, name: 'my token', description: 'for the nightly import' } });
  const summary = textOfSummary(step.rawSummary);
  for (const text of [
    '### Datasette token',
    '| Type | datasette |',
    '| Name | my token |',
    '| Description | for the nightly import |',
    `| Token id | ${outputOf(step, 'token_id')} |`,
    'mydb mytable: insert-row, update-row<br>not confirmed by the server',
    `it cannot be revoked and lives until ${outputOf(step, 'expires_at')}`,
  ]) {
    expect(summary).toContain(text);
  }
});

it('with summary: false there is none', async () => {
  await using job = await newJob();
  const step = await job.runAction({ with: { ...inputs, summary: 'false' } });
  expect(outputOf(step, 'token')).toMatch(/^dstok_/);
  expect(step.rawSummary).toBe('');
});
