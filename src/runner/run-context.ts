import { readFileSync } from 'node:fs';

/** What the event of the run means for secrets. */
export interface Trust {
  /** Set for runs that have secrets and may at the same time run code of a fork: what to tell the user at the mint. */
  readonly forkWithSecrets: string | undefined;
  /** Set for runs that GitHub gives no secrets: why, and what to do. */
  readonly withoutSecrets: string | undefined;
}

/**
 * Reads the event file only for the events that can come from a fork. A file that is missing or is no JSON says nothing
 * about a fork, so the run counts as one.
 */
export function readTrust(environment: NodeJS.ProcessEnv): Trust {
  const event = environment['GITHUB_EVENT_NAME'] ?? '';
  const isOfFork = EVENTS_OF_FORKS.has(event) && isFromFork(environment, event);
  const holdsSecrets = event === 'pull_request_target' || event === 'workflow_run';
  const ofFork = isOfFork && !holdsSecrets ? WITHOUT_SECRETS_AS_FORK : undefined;
  return {
    forkWithSecrets: isOfFork && holdsSecrets ? warningOfFork(event) : warningOfComment(environment, event),
    withoutSecrets: environment['GITHUB_ACTOR'] === 'dependabot[bot]' ? WITHOUT_SECRETS_AS_DEPENDABOT : ofFork,
  };
}

function warningOfFork(event: string): string {
  return `this run was started by ${event} from a fork and holds secrets: if any later step runs the fork's code, that code can read the token. Mint in a workflow that does not check out the fork`;
}

/** The event of a comment tells that it stands at a pull request, and not whether that comes from a fork. */
function warningOfComment(environment: NodeJS.ProcessEnv, event: string): string | undefined {
  if (event !== 'issue_comment') return undefined;
  const payload = readEvent(environment['GITHUB_EVENT_PATH']);
  const atIssue = member(payload, 'issue') !== undefined && member(payload, 'issue', 'pull_request') === undefined;
  if (atIssue) return undefined;
  return "this run was started by a comment on a pull request (issue_comment) and holds secrets: if any later step runs the code of the pull request, which may be a fork's, that code can read the token. Mint in a workflow that does not check it out";
}

const WITHOUT_SECRETS_AS_FORK =
  'GitHub gives no secrets to pull requests from forks; skip the step for them with `if: github.event.pull_request.head.repo.full_name == github.repository`.';

const WITHOUT_SECRETS_AS_DEPENDABOT =
  "Runs started by Dependabot get only the secrets stored for Dependabot; store it there too, or skip the step with `if: github.actor != 'dependabot[bot]'`.";

/** For a secret that is empty in a run that has secrets. */
export const SECRET_NOT_PASSED =
  'A secret that is stored may be empty all the same: a reusable workflow has those that its caller passes (`secrets: inherit`, or one by one), and one of an environment is for jobs that name it (`environment:`).';

/** Events that a fork can cause. The reviews of a pull request are runs like those of the pull request itself. */
const EVENTS_OF_FORKS: ReadonlySet<string> = new Set([
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'pull_request_target',
  'workflow_run',
]);

function isFromFork(environment: NodeJS.ProcessEnv, event: string): boolean {
  const payload = readEvent(environment['GITHUB_EVENT_PATH']);
  const source =
    event === 'workflow_run'
      ? member(payload, 'workflow_run', 'head_repository', 'full_name')
      : member(payload, 'pull_request', 'head', 'repo', 'full_name');
  return source === undefined || source !== environment['GITHUB_REPOSITORY'];
}

function readEvent(path: string | undefined): unknown {
  if (path === undefined || path === '') return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function member(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    value,
  );
}
