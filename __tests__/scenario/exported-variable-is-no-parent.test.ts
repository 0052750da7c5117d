import { expect, it } from 'vitest';

import { errorsOf, inputs, newJob, outputOf } from './datasette-step.js';

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
