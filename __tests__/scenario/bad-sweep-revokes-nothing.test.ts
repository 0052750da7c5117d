import { expect, it } from 'vitest';
import { createFakeInfluxdb } from '../fakes/influxdb.js';
import { createJob } from '../runner/job.mjs';
import { ACTION_DIRECTORY } from './network/issuer-under-test.js';

it.each<readonly [string, Readonly<Record<string, string>>, RegExp]>([
  ['a limit of none', { max_revocations: '0' }, /max_revocations: found "0"; expected a whole number from 1 on/],
  ['a limit that is no number', { max_revocations: 'all' }, /max_revocations: found "all".*no sweep without a limit/],
  ['a short grace', { grace: '9m' }, /grace: found "9m"; expected at least 10m/],
  ['a grace of nothing', { grace: '0' }, /grace: found "0", which is no time at all/],
  ['everything, for real', { scope: '*', dry_run: 'false' }, /scope: found "\*", which is for a dry run only/],
  ['a repository without an owner', { scope: 'consumer' }, /scope: found "consumer"; expected owner\/name/],
  ['a dry run that is neither', { dry_run: 'no' }, /dry_run: found "no"; expected true or false/],
  ['a misspelt input', { 'max-revocations': '5' }, /Did you mean max_revocations\?/],
  ['an input of the mint', { grants: 'buckets *: read' }, /grants|Unexpected input/],
])('a sweep with %s is refused before anything is asked', async (_, inputs, message) => {
  const fake = await createFakeInfluxdb();
  const job = await createJob({ actionDirectory: `${ACTION_DIRECTORY}/sweep` });
  try {
    const step = await job.runAction({
      with: {
        type: 'influxdb',
        url: fake.url,
        org: 'o',
        credential: 'not-a-real-secret-of-nobody',
        github_token: 'ghs_not-a-real-secret',
        ...inputs,
      },
    });
    expect(step.conclusion).toBe('failure');
    expect(step.log).toMatch(message);
    expect(step.outputs).toEqual({});
    if (!('grants' in inputs)) expect(fake.requests).toEqual([]);
  } finally {
    await job.dispose();
    await fake.close();
  }
});

it('tells of all that is wrong at once', async () => {
  const job = await createJob({ actionDirectory: `${ACTION_DIRECTORY}/sweep` });
  try {
    const step = await job.runAction({
      with: {
        type: 'influx',
        scope: '*',
        dry_run: 'false',
        grace: '1m',
        max_revocations: '0',
        github_token: 'x'.repeat(20),
      },
    });
    expect(step.annotations.map(({ message }) => message.split(':', 1)[0])).toEqual([
      'type',
      'scope',
      'grace',
      'max_revocations',
    ]);
  } finally {
    await job.dispose();
  }
});
