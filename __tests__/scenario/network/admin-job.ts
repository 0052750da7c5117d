import { createJob, type Job, type StepResult } from '../../runner/job.mjs';
import type { Fault, FakeRequest } from '../../fakes/faults.js';
import { inputsOf, type Verb } from '../../../src/request/inputs.js';
import { ACTION_DIRECTORY, type IssuerUnderTest, type RunningIssuer } from './issuer-under-test.js';

/** A job that mints a token, and then has steps of the further actions. */
export interface AdminJob {
  readonly job: Job;
  readonly running: RunningIssuer;
  /** The mint's. */
  readonly main: StepResult;
  readonly minted: string;
  /** A step of a further action, reached as the mint was. */
  readonly run: (verb: Exclude<Verb, 'create'>, inputs?: Readonly<Record<string, string>>) => Promise<StepResult>;
}

export async function withAdminJob(
  issuer: IssuerUnderTest,
  work: (adminJob: AdminJob) => Promise<void>,
  {
    mintWith = {},
    context = {},
    fault,
  }: {
    readonly mintWith?: Readonly<Record<string, string>>;
    readonly context?: Readonly<Record<string, string>>;
    readonly fault?: (request: FakeRequest) => Fault | undefined;
  } = {},
): Promise<void> {
  const running = await issuer.start(fault);
  const job = await createJob({
    actionDirectory: ACTION_DIRECTORY,
    context: { ...running.context, ...context },
    environment: running.environment ?? {},
  });
  try {
    const main = await job.runAction({ with: { ...running.inputs, ...mintWith } });
    let steps = 0;
    const run: AdminJob['run'] = (verb, inputs = {}) => {
      const taken: readonly string[] = inputsOf(verb);
      const reached = Object.entries(running.inputs).filter(([name]) => taken.includes(name) && name !== 'grants');
      return job.runAction({
        id: `${verb}-${steps++}`,
        actionDirectory: `${ACTION_DIRECTORY}/${verb}`,
        with: { ...Object.fromEntries(reached), ...inputs },
      });
    };
    await work({ job, running, main, minted: main.outputs['token_id'] ?? '', run });
  } finally {
    await job.dispose();
    await running.close();
  }
}
