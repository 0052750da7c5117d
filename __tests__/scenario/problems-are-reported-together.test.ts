import { expect, it } from 'vitest';

import { errorsOf, expectNothingMinted, newJob } from './datasette-step.js';

it('everything that is wrong with the inputs is told at once, in the order of the inputs, each in one annotation', async () => {
  await using job = await newJob();
  const step = await job.runAction({
    with: {
      type: 'datasette',
      grants: 'mydb: veiw-table\nmydb mytable insert-row\n* t: view-table\nmydb: "view-table',
      expires_in: '1 fortnight',
      name: 'x'.repeat(129),
      description: 'y'.repeat(201),
      url: 'https://user:pass@datasette.example',
      org: 'someone',
      workspace: 'tenant_x',
      token_file: '../outside',
      token_file_format: 'jsn',
      export_env: 'yes',
      revoke: 'never',
      on_revoke_failure: 'ignore',
      timeout: '2h',
      summary: '1',
      dry_run: 'no',
    },
  });
  expectNothingMinted(job, step);
  const errors = errorsOf(step);
  expect(errors.map((error) => /^[a-z_]+(?:, line \d+, column \d+)?(?=: )/.exec(error)?.[0])).toStrictEqual([
    'grants, line 1, column 7',
    'grants, line 2, column 24',
    'grants, line 3, column 1',
    'grants, line 4, column 7',
    'expires_in',
    'name',
    'description',
    'url',
    'credential',
    'actor',
    'org',
    'workspace',
    'token_file',
    'token_file_format',
    'export_env',
    'revoke',
    'on_revoke_failure',
    'timeout',
    'summary',
    'dry_run',
  ]);
  expect(step.log).toContain('nothing was minted: 20 problems with the inputs');
  // No annotation has a title, which runners do not mask, and none a trace of the code.
  for (const { properties, message } of step.annotations) {
    expect(properties).toStrictEqual({});
    expect(message).not.toMatch(/\n|at .*\.js:\d+/);
  }
});

it('an unknown type does not hide what is wrong whatever the type', async () => {
  await using job = await newJob();
  const step = await job.runAction({
    with: { type: 'datasete', grants: 'mydb', expires_in: '1.5h', token_file: '../x', summary: '1' },
  });
  expectNothingMinted(job, step);
  expect(errorsOf(step).map((error) => /^[a-z_]+/.exec(error)?.[0])).toStrictEqual([
    'type',
    'grants',
    'expires_in',
    'token_file',
    'summary',
  ]);
});
