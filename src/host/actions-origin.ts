import type { Origin } from '../lease/origin.js';

/** The run of GitHub Actions, or of a forge of its kind (Gitea, Forgejo), that this process belongs to. */
export function readActionsOrigin(environment: NodeJS.ProcessEnv): Origin {
  const read = (name: string) => environment[name] ?? '';
  const forge = forgeOf(read('GITHUB_SERVER_URL'));
  return {
    ...(forge === 'github.com' ? {} : { at: forge }),
    repository: read('GITHUB_REPOSITORY'),
    run: read('GITHUB_RUN_ID'),
    attempt: read('GITHUB_RUN_ATTEMPT'),
    job: read('GITHUB_JOB'),
  };
}

function forgeOf(serverUrl: string): string {
  if (serverUrl === '') return 'github.com';
  // Text that is no URL is told as it stands: whatever it means, it is not github.com.
  return URL.canParse(serverUrl) ? new URL(serverUrl).host : serverUrl;
}
