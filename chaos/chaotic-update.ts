import { join } from 'node:path';
import { createJob, type RunningStep } from '../__tests__/runner/job.mjs';
import type { OnRequest } from '../__tests__/fakes/faults.js';
import { ACTION_DIRECTORY } from '../__tests__/scenario/network/issuer-under-test.js';
import { SIGNALS, type Signal } from './cases.js';
import { ANSWER_FAULTS, createFront, type AnswerFault, type Blow, type RequestMoment } from './front.js';
import type { Moment } from './moments.mjs';
import type { UpdateUnderTest } from '../__tests__/scenario/update/update-under-test.js';

/** What goes wrong in an update. Requests are counted from 1. */
export interface UpdateCase {
  readonly id: string;
  readonly moment: Moment;
  readonly strike: UpdateStrike;
}

type UpdateStrike =
  | {
      readonly at: 'request';
      readonly request: number;
      readonly moment: RequestMoment;
      readonly fault: Signal | AnswerFault;
    }
  /** From this request on, every one. */
  | { readonly at: 'requests since'; readonly request: number; readonly fault: AnswerFault }
  /** The server says yes and does nothing. */
  | { readonly at: 'lie'; readonly request: number };

export interface UpdateOutcome {
  readonly struck: boolean;
  readonly updated: boolean;
  /** What stands at the server and was not said, in words. */
  readonly unsaid: readonly string[];
  readonly othersChanged: boolean;
  readonly broken: readonly string[];
  readonly requests: readonly { readonly method: string; readonly path: string }[];
  readonly log: string;
}

/** Short, since a fault that does not end is met until the time does; and long enough for a try and a wait. */
const TIMEOUT = '6s';

/** What GitHub's runner waits after SIGINT (7.5 s) and SIGTERM (2.5 s) before it kills, and 2 s for a busy machine. */
const LONGEST_END_MILLISECONDS = 12_000;

const MOMENTS: Readonly<Record<RequestMoment, Moment>> = {
  before: 'before it is sent',
  working: 'while the server works',
  answered: 'after the answer',
};

const READS = /\/find$|ListRevokableTokens$/;

/** Whether a request may change something. */
export function isWrite({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return method !== 'GET' && !READS.test(path);
}

/** Every request of an update, every moment, every fault; and every lie. */
export function updateCasesOf(requests: UpdateOutcome['requests']): readonly UpdateCase[] {
  const idOf = (...parts: readonly (string | number)[]) => parts.join('.').replaceAll(' ', '-');
  return requests.flatMap((sent, index) => {
    const request = index + 1;
    const once = [...SIGNALS, ...ANSWER_FAULTS].flatMap((fault) =>
      (['before', 'working', 'answered'] as const)
        // All else of the answer is right.
        .filter((moment) => fault !== 'wrong content type' || moment === 'answered')
        .map((moment): UpdateCase => ({
          id: idOf('update.request', request, moment, fault),
          moment: MOMENTS[moment],
          strike: { at: 'request', request, moment, fault },
        })),
    );
    const lasting = ANSWER_FAULTS.map((fault): UpdateCase => ({
      id: idOf('update.since', request, fault),
      moment: 'after the answer',
      strike: { at: 'requests since', request, fault },
    }));
    const lie: UpdateCase = {
      id: idOf('update.request', request, 'lie'),
      moment: 'after the answer',
      strike: { at: 'lie', request },
    };
    return [...once, ...lasting, ...(isWrite(sent) ? [lie] : [])];
  });
}

/**
 * Runs the packaged action that updates a token while things go wrong, and looks at the server: whatever of the update stands
 * there must have been said, and nothing must be said that does not.
 */
export async function runChaoticUpdate(update: UpdateUnderTest, strike?: UpdateStrike): Promise<UpdateOutcome> {
  let step: RunningStep | undefined;
  let count = 0;
  let struck = false;
  let signalledAt: number | undefined;
  const requests: { readonly method: string; readonly path: string }[] = [];
  const broken: string[] = [];

  const onRequest: OnRequest = ({ method, path }) => {
    requests.push({ method, path });
    if (strike?.at !== 'lie' || requests.length !== strike.request) return undefined;
    struck = true;
    return { kind: 'status', act: false, ...update.yes(path) };
  };
  const running = await update.start(onRequest);
  const front = await createFront(running.inputs['url'] ?? '', blowOf);
  const job = await createJob({ actionDirectory: join(ACTION_DIRECTORY, 'update') });
  try {
    step = job.startAction({ id: 'update', with: { ...running.inputs, url: front.url, timeout: TIMEOUT } });
    const result = await step.result;
    await front.settled();
    // One that was asked to stop when it was done already says so, and ends as one that was stopped.
    const updated = result.exitCode === 0 || /^Updated \S+\.$/m.test(result.log);
    const killed = result.signal === 'SIGKILL';
    if (result.signal === 'SIGINT' || result.signal === 'SIGTERM') broken.push(`the update died of ${result.signal}`);
    if (signalledAt !== undefined && performance.now() - signalledAt > LONGEST_END_MILLISECONDS) {
      broken.push('the update took longer to end than a runner waits');
    }
    if (front.strayed() > 0) broken.push('a redirect was followed');
    const errors = result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
    if (!updated && !killed && errors.length === 0 && !/^stopped by/m.test(result.log)) {
      broken.push('the update failed without a word');
    }
    const unsaid = Object.entries(running.state()).flatMap(([what, state]) =>
      unsaidOf({ what, state, updated, killed, error: errors.join('\n'), log: result.log }),
    );
    const disabled = errors.some((error) => error.includes('it was disabled too'));
    if (disabled && !running.isDisabled()) broken.push('the token is said to be disabled, and is not');
    if (updated && result.outputs['token_id'] !== running.inputs['token_id']) broken.push('it has no outputs');
    return {
      struck,
      updated,
      unsaid,
      othersChanged: !running.othersIntact(),
      broken,
      requests,
      log: job.log,
    };
  } finally {
    await job.dispose();
    await front.close();
    await running.close();
  }

  function blowOf(): Blow | undefined {
    count++;
    if (strike === undefined || strike.at === 'lie') return undefined;
    if (strike.at === 'requests since') {
      if (count < strike.request) return undefined;
      struck = true;
      return { kind: 'fault', moment: 'answered', fault: strike.fault, body429: undefined };
    }
    if (count !== strike.request) return undefined;
    const { moment, fault } = strike;
    if (isSignal(fault)) return { kind: 'signal', moment, send: () => signalStep(fault) };
    struck = true;
    return { kind: 'fault', moment, fault, body429: undefined };
  }

  async function signalStep(signal: Signal): Promise<void> {
    if (step === undefined) return;
    signalledAt = performance.now();
    const gone = step.result;
    const handled = step.stdoutLine((line) => line.includes(`${signal} received`)).catch(() => undefined);
    if (step.kill(signal)) struck = true;
    await (signal === 'SIGKILL' ? gone : Promise.race([gone, handled]));
  }
}

interface Said {
  readonly what: string;
  readonly state: 'before' | 'after' | 'other';
  readonly updated: boolean;
  readonly killed: boolean;
  readonly error: string;
  readonly log: string;
}

function unsaidOf({ what, state, updated, killed, error, log }: Said): readonly string[] {
  // A token that may have more power than was wanted is disabled, whatever else became of it.
  if (what.includes('status') && error.includes('it was disabled too')) return [];
  if (state === 'other') return [`${what} is neither what it was nor what was wanted`];
  if (updated) return state === 'after' ? [] : [`it was said to be updated, and ${what} is as it was`];
  const begun = new RegExp(`^step \\d+ of \\d+: ${what}$`, 'm').test(log);
  if (state === 'after' && !begun) return [`${what} was changed, and its step was never begun by the log`];
  if (killed) return [];
  const said = {
    notBegun:
      error.includes(`not begun: ${what}`) || (!log.includes('\nstep ') && (error !== '' || /^stopped by/m.test(log))),
    perhaps: error.includes(`possibly done: ${what}`),
    done: new RegExp(`(?:done: |went through \\()[^):]*${what}`).test(error),
  };
  if (!said.notBegun && !said.perhaps && !said.done) return [`nothing was said of ${what}`];
  if (state === 'after' && said.notBegun) return [`${what} was changed, and is said not to be begun`];
  if (state === 'before' && said.done && !/it differs in|could not be read back/.test(error)) {
    return [`${what} is as it was, and is said to be done`];
  }
  return [];
}

function isSignal(fault: Signal | AnswerFault): fault is Signal {
  return SIGNALS.some((signal) => signal === fault);
}
