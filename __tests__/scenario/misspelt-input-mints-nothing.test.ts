import { describe, expect, it } from 'vitest';

import { errorsOf, expectNothingMinted, inputs, newJob, outputOf } from './datasette-step.js';

describe('an input that is misspelt, and would be ignored', () => {
  it.each([
    [{ 'dry-run': 'true' }, [/^dry-run: there is no input of this name\. Did you mean dry_run\?/]],
    [{ 'expires-in': '5m' }, [/^expires-in: .* Did you mean expires_in\?/]],
    [{ expire: '5m' }, [/^expire: .* Did you mean expires_in\?/]],
    [{ revoke_on_failure: 'fail' }, [/^revoke_on_failure: .* Did you mean on_revoke_failure\?/]],
    [{ Expire_In: '5m' }, [/^expire_in: .* Did you mean expires_in\?/]],
    [{ dryRun: 'true', 'export-env': 'true' }, [/^dryrun: .* dry_run\?/, /^export-env: .* export_env\?/]],
    [{ grants: '', grant: 'mydb: view-table' }, [/^grant: .* Did you mean grants\?/, /^grants: no grant is given/]],
  ] as const)('is an error, and told with the others: %j', async (misspelt, errors) => {
    await using job = await newJob();
    const step = await job.runAction({ with: { ...inputs, ...misspelt } });
    expectNothingMinted(job, step);
    expect(errorsOf(step)).toStrictEqual(errors.map((error): unknown => expect.stringMatching(error)));
  });
});

it('variables of the job that only look like inputs do no harm', async () => {
  await using job = await newJob({
    environment: { INPUT_FILE: 'x', INPUT_TOKEN: 'y', 'INPUT_DRY-RUN': '', INPUT_: 'z' },
  });
  const step = await job.runAction({ with: { ...inputs, 'node-version': '24' } });
  expect(outputOf(step, 'token')).toMatch(/^dstok_/);
});
