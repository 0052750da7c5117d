import { describe, expect, it } from 'vitest';

import { readActionsOrigin } from '../../../src/host/actions-origin.js';

const GITHUB = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'octo-org/consumer',
  GITHUB_RUN_ID: '16580001234',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_JOB: 'build',
};

describe('the origin of a lease on a runner of GitHub Actions', () => {
  it('is read from the variables of the runner', () => {
    expect(readActionsOrigin(GITHUB)).toStrictEqual({
      repository: 'octo-org/consumer',
      run: '16580001234',
      attempt: '2',
      job: 'build',
    });
  });

  it('is empty where a runner says nothing', () => {
    expect(readActionsOrigin({})).toStrictEqual({ repository: '', run: '', attempt: '', job: '' });
  });

  it.each([
    ['https://github.com/', undefined],
    ['https://octocorp.ghe.com', 'octocorp.ghe.com'],
    ['https://Git.Example/gitea', 'git.example'],
    ['http://127.0.0.1:3000', '127.0.0.1:3000'],
    ['https://github.com:8443', 'github.com:8443'],
    ['no url', 'no url'],
    ['', undefined],
  ])('is of the forge that the runner names: %j', (serverUrl, at) => {
    expect(readActionsOrigin({ ...GITHUB, GITHUB_SERVER_URL: serverUrl }).at).toBe(at);
  });
});
