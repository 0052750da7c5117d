import { describe, expect, it } from 'vitest';

import { errorsOf, expectNothingMinted, inputs, newDatasette, newJob } from './datasette-step.js';

describe('without a state file nothing is minted, and the server is not asked', () => {
  it.each([undefined, '', '/no/such/folder/state', '/'])('GITHUB_STATE is %j', async (path) => {
    await using server = await newDatasette();
    await using job = await newJob({ context: { GITHUB_STATE: path } });
    const step = await job.runAction({ with: { ...inputs, url: server.url, token_file: 'token', export_env: 'true' } });
    expectNothingMinted(job, step);
    expect(errorsOf(step)).toStrictEqual([
      expect.stringMatching(/^the state file of the runner \(GITHUB_STATE\) cannot be written: /),
    ]);
    expect(server.requests).toStrictEqual([]);
  });
});
