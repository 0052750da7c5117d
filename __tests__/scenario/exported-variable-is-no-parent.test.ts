import { expect, it } from 'vitest';

import { errorsOf, inputs, newJob, nodeScript, outputOf } from './datasette-step.js';

it('later steps have the token in DATASETTE_TOKEN, masked', async () => {
  await using job = await newJob();
  const mint = await job.runAction({ with: { ...inputs, export_env: 'true' } });
  const token = outputOf(mint, 'token');
  expect(mint.exported['DATASETTE_TOKEN']).toBe(token);
  const later = await job.runCommand(nodeScript('console.log("it is", process.env.DATASETTE_TOKEN)'));
  expect(later.log).toBe('it is ***');
  expect(mint.log).toContain('exported: DATASETTE_TOKEN');
});

it('nothing is exported unless it is asked for', async () => {
  await using job = await newJob();
  const mint = await job.runAction({ with: inputs });
  expect(mint.exported).toStrictEqual({});
});

it('a second mint refuses the token of the first as its secret, wherever it comes from', async () => {
  await using job = await newJob();
  const first = await job.runAction({ with: { ...inputs, export_env: 'true' }, id: 'first' });
  const token = outputOf(first, 'token');

  const byInput = await job.runAction({ with: { ...inputs, credential: token }, id: 'second' });
  expect(errorsOf(byInput)).toStrictEqual([expect.stringMatching(/^credential: the value is a Datasette token/)]);
  const byVariable = await job.runAction({
    with: { ...inputs, credential: '' },
    env: { DATASETTE_SECRET: token },
    id: 'third',
  });
  expect(errorsOf(byVariable)).toStrictEqual([
    expect.stringMatching(/^DATASETTE_SECRET: the value is a Datasette token/),
  ]);
  for (const step of [byInput, byVariable]) expect(step.outputs).toStrictEqual({});
});

it('a second mint is nothing to the first: each has its own state, output and variable', async () => {
  await using job = await newJob();
  const first = await job.runAction({ with: { ...inputs, export_env: 'true', token_file: 'one' }, id: 'first' });
  const second = await job.runAction({
    with: { ...inputs, actor: 'other', export_env: 'true', token_file: 'two' },
    id: 'second',
  });
  expect(outputOf(second, 'token')).not.toBe(outputOf(first, 'token'));
  expect(outputOf(second, 'name')).not.toBe(outputOf(first, 'name'));
  const { posts, log } = await job.end();
  expect(posts.map(({ id, conclusion }) => [id, conclusion])).toStrictEqual([
    ['second', 'success'],
    ['first', 'success'],
  ]);
  expect(posts[0]?.log).toContain('two');
  expect(posts[1]?.log).toContain('one');
  expect(log).not.toContain('dstok_');
});
