import { join } from 'node:path';
import { createJob, type Job, type RunningStep, type StepResult } from '../../runner/job.mjs';
import type { OnRequest } from '../../fakes/faults.js';
import { ACTION_DIRECTORY } from '../network/issuer-under-test.js';
import type { RunningUpdate, UpdateUnderTest } from './update-under-test.js';

export interface UpdateStepPlan {
  readonly with?: Readonly<Record<string, string>>;
  readonly onRequest?: (request: Parameters<OnRequest>[0], step: RunningStep | undefined) => ReturnType<OnRequest>;
  /** Asked while the server still runs. */
  readonly look?: (running: RunningUpdate) => void;
}

export interface UpdateStepResult {
  readonly step: StepResult;
  readonly running: RunningUpdate;
  /** What the token was at the server when the step had ended. */
  readonly state: ReturnType<RunningUpdate['state']>;
  readonly log: string;
}

/** A step that updates a token by the packaged action. */
export async function runUpdateStep(
  update: UpdateUnderTest,
  { with: inputs = {}, onRequest }: UpdateStepPlan = {},
): Promise<UpdateStepResult> {
  let started: RunningStep | undefined;
  const running = await update.start(onRequest === undefined ? undefined : (request) => onRequest(request, started));
  const job: Job = await createJob({ actionDirectory: join(ACTION_DIRECTORY, 'update') });
  try {
    started = job.startAction({ id: 'update', with: { ...running.inputs, timeout: '10s', ...inputs } });
    const step = await started.result;
    return { step, running, state: running.state(), log: job.log };
  } finally {
    await job.dispose();
    await running.close();
  }
}
