import { expect, it } from 'vitest';

import { inputs, newJob, secret, textOfSummary } from './datasette-step.js';

it('the summary holds no secret, also where users wrote one into a name', async () => {
  await using job = await newJob({ masking: 'none' });
  const step = await job.runAction({
    with: {
      ...inputs,
      name: `a ${secret}`,
      description: `b ${Buffer.from(secret).toString('base64')}`,
      grants: `"${secret}" "c ${secret}": view-table`,
    },
  });
  expect(step.conclusion, step.log).toBe('success');
  const summary = textOfSummary(step.rawSummary);
  expect(summary).not.toContain(secret);
  expect(summary).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20));
  expect(summary).not.toContain('dstok_');
  expect(summary).toContain('a ***');
});

it('the text of users is no Markdown and no HTML there', async () => {
  await using job = await newJob();
  const hostile = '[x](https://evil.example) <img src=x> **b** `c` | d #1 @octocat www.evil.example';
  const step = await job.runAction({
    with: { ...inputs, name: hostile, description: `${hostile}\n\n# heading`, grants: `"${hostile}": view-table` },
  });
  const rows = step.rawSummary.split('\n').filter((line) => line.startsWith('| '));
  // A heading and the lines of the table, and within them nothing but words and line breaks.
  expect(step.rawSummary.split('\n').filter((line) => line !== '')).toHaveLength(rows.length + 1);
  for (const row of rows.slice(2)) {
    const cells = row.replace(/&#\d+;/g, '').replaceAll('<br>', '');
    expect(cells).toMatch(/^\| [^|<>[\]()*_`#@]* \| [^|<>[\]()*_`#@]* \|$/);
    expect(cells).not.toMatch(/:\/\/|www\./);
  }
  expect(textOfSummary(step.rawSummary)).toContain(hostile);
});
