import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { markerOf, printMarker } from '../../../src/lease/marker.js';
import { MINTERS, withoutPerson, type Origin } from '../../../src/lease/origin.js';
import { CI_VARIABLES, readOrigin } from '../../../src/terminal/origin.js';

/** A part of the environment of a job, as each system sets it, and what is to be read in it. */
const jobs: readonly (readonly [system: string, environment: NodeJS.ProcessEnv, origin: Origin])[] = [
  [
    'GitHub Actions',
    {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'octo-org/octo-repo',
      GITHUB_RUN_ID: '1658821493',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_JOB: 'deploy',
    },
    { repository: 'octo-org/octo-repo', run: '1658821493', attempt: '2', job: 'deploy' },
  ],
  [
    'Forgejo Actions',
    {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      FORGEJO_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://codeberg.example',
      GITHUB_REPOSITORY: 'octo/spoon',
      GITHUB_RUN_ID: '17',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_JOB: 'build',
    },
    { at: 'codeberg.example', repository: 'octo/spoon', run: '17', attempt: '1', job: 'build' },
  ],
  [
    'GitLab CI',
    {
      CI: 'true',
      GITLAB_CI: 'true',
      CI_SERVER_URL: 'https://gitlab.example:8443',
      CI_PROJECT_PATH: 'group/subgroup/project',
      CI_PIPELINE_ID: '1200345678',
      CI_JOB_ID: '10987654321',
      CI_JOB_NAME: 'deploy:production',
    },
    {
      at: 'gitlab.example:8443',
      by: 'gitlab',
      repository: 'group/subgroup/project',
      run: '1200345678',
      attempt: '10987654321',
      job: 'deploy:production',
    },
  ],
  [
    'Buildkite',
    {
      CI: 'true',
      BUILDKITE: 'true',
      BUILDKITE_REPO: 'git@github.com:octo-org/octo-repo.git',
      BUILDKITE_BUILD_ID: '4735ba57-80d0-46e2-8fa0-b28223a86586',
      BUILDKITE_JOB_ID: 'e44f9784-e20e-4b93-a21d-f41fd5869db9',
      BUILDKITE_STEP_KEY: '',
      BUILDKITE_LABEL: ':rocket: Deploy',
    },
    {
      by: 'buildkite',
      repository: 'octo-org/octo-repo',
      run: '4735ba57-80d0-46e2-8fa0-b28223a86586',
      attempt: 'e44f9784-e20e-4b93-a21d-f41fd5869db9',
      job: ':rocket: Deploy',
    },
  ],
  [
    'Jenkins',
    {
      CI: 'true',
      JENKINS_URL: 'https://ci.example/jenkins/',
      JOB_NAME: 'folder/import/main',
      BUILD_NUMBER: '153',
      STAGE_NAME: 'Deploy',
    },
    { at: 'ci.example', by: 'jenkins', repository: 'folder/import/main', run: '153', attempt: '', job: 'Deploy' },
  ],
  [
    'CircleCI',
    {
      CI: 'true',
      CIRCLECI: 'true',
      CIRCLE_REPOSITORY_URL: 'https://bitbucket.org/octo/repo',
      CIRCLE_WORKFLOW_ID: '6c6a0a2e-9a3c-4a2d-9f66-0d5a2a6b1b11',
      CIRCLE_BUILD_NUM: '4711',
      CIRCLE_JOB: 'deploy',
    },
    {
      at: 'bitbucket.org',
      by: 'circleci',
      repository: 'octo/repo',
      run: '6c6a0a2e-9a3c-4a2d-9f66-0d5a2a6b1b11',
      attempt: '4711',
      job: 'deploy',
    },
  ],
  [
    'Azure Pipelines',
    {
      TF_BUILD: 'True',
      BUILD_REPOSITORY_URI: 'https://octo@dev.azure.com/octo/project/_git/repo',
      BUILD_BUILDID: '1234',
      SYSTEM_JOBID: '12f1170f-54f2-53f3-20dd-22fc7dff55f9',
      SYSTEM_JOBNAME: 'Deploy',
    },
    {
      at: 'dev.azure.com',
      by: 'azure',
      repository: 'octo/project/_git/repo',
      run: '1234',
      attempt: '12f1170f-54f2-53f3-20dd-22fc7dff55f9',
      job: 'Deploy',
    },
  ],
  [
    'Bitbucket Pipelines',
    {
      CI: 'true',
      BITBUCKET_BUILD_NUMBER: '52',
      BITBUCKET_GIT_HTTP_ORIGIN: 'http://bitbucket.org/octo/repo',
      BITBUCKET_REPO_FULL_NAME: 'octo/repo',
      BITBUCKET_STEP_RUN_NUMBER: '1',
      BITBUCKET_STEP_UUID: '{19fb8a86-fad3-42a4-ab43-f9e150d7b3ab}',
    },
    {
      at: 'bitbucket.org',
      by: 'bitbucket',
      repository: 'octo/repo',
      run: '52',
      attempt: '1',
      job: '19fb8a86-fad3-42a4-ab43-f9e150d7b3ab',
    },
  ],
  [
    'Tekton',
    {
      TEKTON_PIPELINE_RUN: 'import-run-x7k2p',
      TEKTON_REPOSITORY_URL: 'ssh://git@git.example:7999/octo/repo.git',
      TEKTON_TASK: 'deploy',
    },
    { at: 'git.example', by: 'tekton', repository: 'octo/repo', run: 'import-run-x7k2p', attempt: '', job: 'deploy' },
  ],
  [
    'Woodpecker',
    {
      CI: 'woodpecker',
      CI_FORGE_URL: 'https://git.example',
      CI_REPO: 'octo/repo',
      CI_PIPELINE_NUMBER: '8',
      CI_STEP_NAME: 'deploy',
    },
    { at: 'git.example', by: 'woodpecker', repository: 'octo/repo', run: '8', attempt: '', job: 'deploy' },
  ],
];

describe('the origin of a lease', () => {
  it.each(jobs)('is read from the variables of %s', (_, environment, origin) => {
    expect(readOrigin(environment)).toStrictEqual(origin);
  });

  it('is a terminal elsewhere, by the names of its user and machine, which a marker holds as they are', () => {
    for (const environment of [{}, { CI: 'true' }, { GITHUB_ACTIONS: '' }, { GITLAB_CI: '' }]) {
      const origin = readOrigin(environment);
      expect(origin).toStrictEqual({
        by: 'terminal',
        repository: `${userInfo().username}@${hostname()}`,
        run: '',
        attempt: '',
        job: '',
      });
    }
    const origin: Origin = { by: 'terminal', repository: 'ada@loom.example', run: '', attempt: '', job: '' };
    const marker = printMarker(markerOf({ leaseId: '0'.repeat(32), origin, expiresAt: 0, untilExpiry: false }));
    expect(marker).toContain(' repo=ada@loom.example run=/ expires=1970-01-01T00:00:00Z by=terminal]');
  });

  it('is that of a user without a name by a number', () => {
    const os = process.getBuiltinModule('node:os');
    vi.spyOn(os, 'userInfo').mockImplementation(() => {
      throw new Error('uv_os_get_passwd returned ENOENT');
    });
    expect(readOrigin({}).repository).toBe(`${String(process.getuid?.() ?? '')}@${hostname()}`);
    vi.restoreAllMocks();
  });

  it('names no person where anyone may read it', () => {
    expect(withoutPerson(readOrigin({}))).toStrictEqual({
      by: 'terminal',
      repository: 'terminal',
      run: '',
      attempt: '',
      job: '',
    });
    for (const [, environment, origin] of jobs) expect(withoutPerson(readOrigin(environment))).toStrictEqual(origin);
  });

  it.each([
    ['https://not-a-real-user:not-a-real-password@git.example/octo/repo.git', 'git.example', 'octo/repo'],
    ['https://GIT.example/octo/repo/', 'git.example', 'octo/repo'],
    ['git@Git.example:octo/repo', 'git.example', 'octo/repo'],
    ['git.example:octo/repo.git', 'git.example', 'octo/repo'],
    ['ssh://git@GitHub.com/octo/repo.git', undefined, 'octo/repo'],
    ['/srv/git/repo.git', undefined, 'srv/git/repo'],
    ['', undefined, ''],
  ])('finds the forge in the URL %s', (url, at, repository) => {
    const origin = readOrigin({ BUILDKITE: 'true', BUILDKITE_REPO: url });
    expect(origin.at).toBe(at);
    expect(origin.repository).toBe(repository);
    expect(JSON.stringify(origin)).not.toContain('not-a-real');
  });
});

describe('the table of docs/origins.md', () => {
  const page = readFileSync(new URL('../../../docs/origins.md', import.meta.url), 'utf8');
  const cells = (by: string) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${by}\` `)) ?? '';
    return row.split('|').map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word));
  };

  it('has a row for everything that mints', () => {
    expect(CI_VARIABLES.map(({ by }) => by)).toStrictEqual(MINTERS.filter((minter) => minter !== 'terminal'));
    for (const minter of MINTERS) expect(cells(minter).length, minter).toBe(9);
  });

  it.each(CI_VARIABLES)('names the variables of $by', ({ by, here, url, repository, run, attempt, job }) => {
    const words = (name: string | undefined) => (name === undefined ? [] : [name]);
    expect(cells(by)).toStrictEqual([
      [],
      [by],
      [here.join('=')],
      [url],
      words(repository),
      [run],
      words(attempt),
      [...job],
      [],
    ]);
  });
});
