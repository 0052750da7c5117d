import { createJob, type Job, type RunningStep, type StepResult } from '../../runner/job.mjs';
import type { Fault, FakeRequest } from '../../fakes/faults.js';
import {
  ACTION_DIRECTORY,
  roleOf,
  type IssuerUnderTest,
  type RequestRole,
  type RunningIssuer,
} from './issuer-under-test.js';

export interface LeasedJob {
  readonly main: StepResult;
  /** The last one, when there are several. */
  readonly post: StepResult;
  readonly requests: readonly FakeRequest[];
  /** The tokens of the job that still worked when main had ended. */
  readonly leftByMain: readonly string[];
  /** The tokens of the job that still work after post. */
  readonly left: readonly string[];
  readonly othersIntact: boolean;
  readonly conclusion: string;
  readonly log: string;
  readonly credentials: readonly string[];
  /** How long main went on after it was first signalled, in milliseconds; undefined when it was not. */
  readonly mainAfterSignal: number | undefined;
  /** How long main went on after its first request that mints had come, in milliseconds; undefined when none came. */
  readonly mainAfterMint: number | undefined;
}

/** The process of the step that is under way. */
export interface StepHandle {
  readonly phase: 'main' | 'post';
  /** Sends a signal and waits until the process is gone, or has said that it received it. */
  signal(signal: NodeJS.Signals): Promise<void>;
}

export interface JobPlan {
  readonly with?: Readonly<Record<string, string>>;
  /** The inputs that post gets in place of main's. */
  readonly postWith?: Readonly<Record<string, string>>;
  /** The environment of the job. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What the runner says of the run, where a test wants something else than a push to a made-up repository. */
  readonly context?: Readonly<Record<string, string>>;
  /** A step between main and post. */
  readonly between?: (job: Job, issuer: RunningIssuer, main: StepResult) => Promise<unknown>;
  /** How often post runs; once unless given. */
  readonly posts?: number;
  /** Asked for each request of the job. */
  readonly fault?: (sent: SentRequest) => Fault | undefined;
}

export interface SentRequest {
  readonly request: FakeRequest;
  readonly role: RequestRole;
  /** Counts the requests of this phase of the job from 0. */
  readonly index: number;
  /** Counts the requests of this role in the whole job from 0. */
  readonly ofRole: number;
  /** The process that sent it. */
  readonly step: StepHandle;
  readonly credentials: readonly string[];
}

/** Whether it is the request in whose answer it stands what was granted. */
export function tellsGrants({ grantsToldBy = 'mint' }: IssuerUnderTest, { role, step, ofRole }: SentRequest): boolean {
  return role === grantsToldBy && step.phase === 'main' && (role === 'mint' || ofRole === 0);
}

/** A whole job: main, what comes between, post; against an issuer that may meet faults. */
export async function runLeasedJob(
  issuer: IssuerUnderTest,
  { with: inputs = {}, postWith, environment = {}, context = {}, between, posts = 1, fault }: JobPlan = {},
): Promise<LeasedJob> {
  let step: StepHandle | undefined;
  let signalled: number | undefined;
  let asked: number | undefined;
  const sent: Pick<SentRequest, 'role' | 'step'>[] = [];
  const running = await issuer.start((request) => {
    if (step === undefined) return undefined;
    const role = roleOf(issuer, request);
    if (role === 'mint') asked ??= performance.now();
    const index = sent.filter((other) => other.step === step).length;
    const ofRole = sent.filter((other) => other.role === role).length;
    sent.push({ role, step });
    return fault?.({ request, role, index, ofRole, step, credentials: running.credentials });
  });
  const job = await createJob({
    actionDirectory: ACTION_DIRECTORY,
    context: { ...running.context, ...context },
    environment: { ...running.environment, ...environment },
  });
  try {
    const started = job.startAction({
      with: { ...running.inputs, ...inputs },
      ...(postWith === undefined ? {} : { postWith }),
    });
    step = handleOf('main', started, () => (signalled ??= performance.now()));
    const main = await started.result;
    const ended = performance.now();
    const leftByMain = await running.left();
    await between?.(job, running, main);
    let post = main;
    for (let count = 0; count < posts; count++) {
      const startedPost = job.startPost(main);
      step = handleOf('post', startedPost, () => undefined);
      post = await startedPost.result;
    }
    const { conclusion } = await job.end();
    return {
      main,
      post,
      requests: running.requests(),
      leftByMain,
      left: await running.left(),
      othersIntact: await running.othersIntact(),
      conclusion,
      log: job.log,
      credentials: running.credentials,
      mainAfterSignal: signalled === undefined ? undefined : ended - signalled,
      mainAfterMint: asked === undefined ? undefined : ended - asked,
    };
  } finally {
    await job.dispose();
    await running.close();
  }
}

function handleOf(phase: StepHandle['phase'], started: RunningStep, onSignal: () => unknown): StepHandle {
  return {
    phase,
    async signal(signal) {
      const handled =
        signal === 'SIGKILL' ? started.result : started.stdoutLine((line) => line.includes(`${signal} received`));
      onSignal();
      started.kill(signal);
      await handled;
    },
  };
}
