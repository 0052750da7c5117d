import { describe, expect, it } from 'vitest';

import { inputs, newJob } from './datasette-step.js';

describe('the log', () => {
  it('is all on stdout and names where the secret came from, the grants and the end', async () => {
    await using job = await newJob();
    const step = await job.runAction({ with: inputs });
    for (const line of [
      'Datasette: a token of type datasette',
      '  credential: from the input',
      '  url: none, the token is signed offline and not tried',
      '  grant: mydb mytable: insert-row, update-row',
      '  its grants are not confirmed by the server',
    ]) {
      expect(step.log.split('\n')).toContain(line);
    }
    expect(step.log).toMatch(/^ {2}end: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ, in 1h$/m);
  });

  it('names the variable when the secret came from one', async () => {
    await using job = await newJob({ environment: { DATASETTE_SECRET: 'not-a-real-secret-of-the-job' } });
    const step = await job.runAction({ with: { ...inputs, credential: undefined } });
    expect(step.log).toContain('credential: from the environment variable DATASETTE_SECRET');
    expect(step.masks).toContain('not-a-real-secret-of-the-job');
  });
});
