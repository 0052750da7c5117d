import { readActionsOrigin } from '../host/actions-origin.js';
import type { Minter, Origin } from '../lease/origin.js';

/** In which of its variables a CI system says to what a process belongs. */
export interface CiVariables {
  readonly by: Minter;
  /** Set where the system runs the process; with a value where another system sets the same variable. */
  readonly here: readonly [name: string, value?: string];
  /** A URL whose host is the forge, or else the system's own: of the web, or of git. */
  readonly url: string;
  /** Undefined: the path of the URL. */
  readonly repository?: string;
  readonly run: string;
  /** What tells a try of a job from the others; undefined where every try is a run of its own. */
  readonly attempt?: string;
  /** The first of them that is set. */
  readonly job: readonly string[];
}

/** As the systems document them; those of Tekton, which sets none, are ours. docs/origins.md has the same table for people. */
export const CI_VARIABLES: readonly CiVariables[] = [
  {
    by: 'gitlab',
    here: ['GITLAB_CI'],
    url: 'CI_SERVER_URL',
    repository: 'CI_PROJECT_PATH',
    run: 'CI_PIPELINE_ID',
    attempt: 'CI_JOB_ID',
    job: ['CI_JOB_NAME'],
  },
  {
    by: 'buildkite',
    here: ['BUILDKITE'],
    url: 'BUILDKITE_REPO',
    run: 'BUILDKITE_BUILD_ID',
    attempt: 'BUILDKITE_JOB_ID',
    job: ['BUILDKITE_STEP_KEY', 'BUILDKITE_LABEL'],
  },
  {
    by: 'jenkins',
    here: ['JENKINS_URL'],
    url: 'JENKINS_URL',
    repository: 'JOB_NAME',
    run: 'BUILD_NUMBER',
    job: ['STAGE_NAME'],
  },
  {
    by: 'circleci',
    here: ['CIRCLECI'],
    url: 'CIRCLE_REPOSITORY_URL',
    run: 'CIRCLE_WORKFLOW_ID',
    attempt: 'CIRCLE_BUILD_NUM',
    job: ['CIRCLE_JOB'],
  },
  {
    by: 'azure',
    here: ['TF_BUILD'],
    url: 'BUILD_REPOSITORY_URI',
    run: 'BUILD_BUILDID',
    attempt: 'SYSTEM_JOBID',
    job: ['SYSTEM_JOBNAME'],
  },
  {
    by: 'bitbucket',
    here: ['BITBUCKET_BUILD_NUMBER'],
    url: 'BITBUCKET_GIT_HTTP_ORIGIN',
    repository: 'BITBUCKET_REPO_FULL_NAME',
    run: 'BITBUCKET_BUILD_NUMBER',
    attempt: 'BITBUCKET_STEP_RUN_NUMBER',
    job: ['BITBUCKET_STEP_UUID'],
  },
  {
    by: 'tekton',
    here: ['TEKTON_PIPELINE_RUN'],
    url: 'TEKTON_REPOSITORY_URL',
    run: 'TEKTON_PIPELINE_RUN',
    job: ['TEKTON_TASK'],
  },
  {
    by: 'woodpecker',
    here: ['CI', 'woodpecker'],
    url: 'CI_FORGE_URL',
    repository: 'CI_REPO',
    run: 'CI_PIPELINE_NUMBER',
    job: ['CI_STEP_NAME'],
  },
];

/** What this process belongs to: the run of the CI system whose variables it finds, else the terminal of whoever started it. */
export function readOrigin(environment: NodeJS.ProcessEnv): Origin {
  if (environment['GITHUB_ACTIONS'] === 'true') return readActionsOrigin(environment);
  for (const variables of CI_VARIABLES) {
    const [name, value] = variables.here;
    const found = environment[name] ?? '';
    if (value === undefined ? found !== '' : found === value) return readCi(variables, environment);
  }
  return { by: 'terminal', repository: `${userName()}@${hostName()}`, run: '', attempt: '', job: '' };
}

function readCi(variables: CiVariables, environment: NodeJS.ProcessEnv): Origin {
  // Bitbucket puts braces around its UUIDs.
  const read = (name: string | undefined) => (environment[name ?? ''] ?? '').replace(/^\{(.*)\}$/, '$1');
  const { host, path } = placeOf(read(variables.url));
  const job = variables.job.find((name) => read(name) !== '');
  return {
    ...(host === '' || host === 'github.com' ? {} : { at: host }),
    by: variables.by,
    repository: variables.repository === undefined ? path : read(variables.repository),
    run: read(variables.run),
    attempt: read(variables.attempt),
    job: read(job),
  };
}

/**
 * The web host and the repository in a URL: `https://host/owner/name.git`, `ssh://git@host:22/owner/name`, or
 * `git@host:owner/name.git`, which is not a URL. User names and passwords in it are left out.
 */
function placeOf(url: string): { readonly host: string; readonly path: string } {
  if (URL.canParse(url) && url.includes('://')) {
    const { protocol, host, hostname, pathname } = new URL(url);
    // Another port than that of the web would name another forge.
    return { host: (/^https?:$/.test(protocol) ? host : hostname).toLowerCase(), path: repositoryIn(pathname) };
  }
  const [, host = '', path = url] = /^(?:[^@/:]*@)?([^@/:]+):(.*)$/s.exec(url) ?? [];
  return { host: host.toLowerCase(), path: repositoryIn(path) };
}

function repositoryIn(path: string): string {
  return path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
}

function userName(): string {
  try {
    return process.getBuiltinModule('node:os').userInfo().username;
  } catch {
    // In a container a user need not have a name.
    return String(process.getuid?.() ?? '');
  }
}

function hostName(): string {
  return process.getBuiltinModule('node:os').hostname();
}
