import { createFakeGithub, type FakeGithub, type FakeGithubOptions } from '../../fakes/github.js';
import type { Fault, FakeRequest } from '../../fakes/faults.js';
import type { StepResult } from '../../runner/job.mjs';
import { withAdminJob, type AdminJob } from './admin-job.js';
import type { IssuerUnderTest } from './issuer-under-test.js';

/** The run that a job of these tests belongs to. */
export const RUN = { repository: 'octo-org/consumer', run: 16580001234, attempt: 1 } as const;

export interface SweptJob extends AdminJob {
  readonly github: FakeGithub;
  /** The run of the job has another state from now on. */
  readonly setRun: (status: string, endedAgo?: number) => void;
  /** A sweep, for real unless the inputs say otherwise. */
  readonly sweep: (inputs?: Readonly<Record<string, string>>) => Promise<StepResult>;
}

export const HOUR = 3_600_000;

/** A job that mints a token, whose run is known to a forge, and then sweeps. */
export async function withSweptJob(
  issuer: IssuerUnderTest,
  work: (job: SweptJob) => Promise<void>,
  {
    fault,
    github: options = {},
    ...others
  }: {
    readonly mintWith?: Readonly<Record<string, string>>;
    readonly context?: Readonly<Record<string, string>>;
    readonly fault?: (request: FakeRequest) => Fault | undefined;
    readonly github?: FakeGithubOptions;
  } = {},
): Promise<void> {
  const github = await createFakeGithub(options);
  const setRun = (status: string, endedAgo = 2 * HOUR) =>
    github.addRun({ ...RUN, status, updatedAt: new Date(Date.now() - endedAgo).toISOString() });
  setRun('completed');
  try {
    await withAdminJob(
      issuer,
      (adminJob) =>
        work({
          ...adminJob,
          github,
          setRun,
          sweep: (inputs = {}) => adminJob.run('sweep', { github_token: github.token, dry_run: 'false', ...inputs }),
        }),
      {
        ...(fault === undefined ? {} : { fault }),
        ...others,
        context: { GITHUB_API_URL: github.apiUrl, ...others.context },
      },
    );
  } finally {
    await github.close();
  }
}
