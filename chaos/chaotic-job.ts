import { statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJob, type RunningStep, type StepResult } from '../__tests__/runner/job.mjs';
import { ACTION_DIRECTORY } from '../__tests__/scenario/network/issuer-under-test.js';
import { SIGNALS, type NetworkFault, type NormalRun, type Phase, type Signal, type Strike } from './cases.js';
import { createFront, type Blow, type RequestMoment } from './front.js';
import type { ChaosIssuer } from './issuers.js';
import type { InsidePlan } from './strike-inside.mjs';

/** What became of one job, at its end: after the last post. */
export interface JobOutcome {
  /** Whether anything struck: a random kill may come when the process is gone. */
  readonly struck: boolean;
  /** Whether later steps had a token. */
  readonly delivered: boolean;
  /** Tokens of the job that still work and that nobody will revoke, or that were handed on without having been accepted. */
  readonly left: number;
  /** Tokens of the job that still work, and post said that they may, and how to revoke them by hand. */
  readonly said: number;
  readonly othersRevoked: boolean;
  /** Everything else that breaks a promise, in words. */
  readonly broken: readonly string[];
  readonly normal: NormalRun;
  readonly log: string;
}

const HOOK = new URL('strike-inside.mjs', import.meta.url).href;

/** What GitHub's runner waits after SIGINT (7.5 s) and SIGTERM (2.5 s) before it kills, and 2 s for a busy machine. */
const LONGEST_END_MILLISECONDS = 12_000;

/**
 * Runs main and post of the packaged action against the issuer while things go wrong. A post that was struck is run again,
 * with what main left in the state; but not one that a server was away from, which has time to wait for it.
 */
export async function runChaoticJob(issuer: ChaosIssuer, strikes: readonly Strike[]): Promise<JobOutcome> {
  const running = await issuer.start();
  const folder = await mkdtemp(join(tmpdir(), 'mint-token-chaos-'));
  const [writesFile, refusedFile] = [join(folder, 'writes'), join(folder, 'refused')];
  for (const file of [writesFile, refusedFile]) await writeFile(file, '');
  const countWrites = () => statSync(writesFile).size;
  const planInside = (plan: InsidePlan) => writeFile(join(folder, 'plan.json'), JSON.stringify(plan));

  let phase: Phase | 'later' = 'main';
  let step: RunningStep | undefined;
  /** When each step was first signalled. */
  const signalledAt: Partial<Record<Phase | 'later', number>> = {};
  const requests = { main: 0, post: 0, later: 0 };
  const writesBefore: number[] = [];
  const broken: string[] = [];
  let struck = false;
  let backAt: number | undefined;

  const front = await createFront(running.inputs['url'] ?? '', blowOf);
  const identityUrl = running.context['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const identityFront = identityUrl === undefined ? undefined : await createFront(new URL(identityUrl).origin, blowOf);
  const context =
    identityUrl === undefined || identityFront === undefined
      ? running.context
      : {
          ...running.context,
          ACTIONS_ID_TOKEN_REQUEST_URL: identityUrl.replace(new URL(identityUrl).origin, identityFront.url),
        };
  const atWrite = strikes.find((strike) => strike.at === 'write');
  const job = await createJob({
    actionDirectory: ACTION_DIRECTORY,
    context,
    environment: { NODE_OPTIONS: `--import=${HOOK}`, CHAOS_FOLDER: folder },
  });
  try {
    await planInside(insidePlanOf(strikes, 'main'));
    step = job.startAction({ with: { ...running.inputs, url: front.url, ...timeoutFor(strikes) } });
    const main = await take('main', step);
    await front.settled();
    // The hook strikes inside of main. What its signal is answered with depends on what main does then.
    if (atWrite !== undefined) struck = main.exitCode !== 0 || countWrites() >= atWrite.write;
    const delivered = (main.outputs['token'] ?? '') !== '';
    if (issuer.revocable && delivered && main.exitCode === 0 && (await running.left()).length !== 1) {
      broken.push('main succeeded, but its token does not work');
    }
    if (main.exitCode === 0 && !delivered) broken.push('main succeeded without a token');
    const awayFromMain = strikes.length > 0 && strikes.every(({ at }) => at === 'away');
    if (awayFromMain && !delivered && (issuer.findsLost || !issuer.revocable)) {
      broken.push('main gave up on a server that came back in time');
    }

    const asked = strikes.every((strike) => 'signal' in strike || (strike.at === 'request' && isSignal(strike.fault)));
    if (issuer.revocable && asked && (main.exitCode === 130 || main.exitCode === 143)) {
      if ((await running.left()).length > 0) broken.push('asked to stop, main left its token to post');
    }
    // A random one may come before main can listen.
    if ((main.signal === 'SIGINT' || main.signal === 'SIGTERM') && !strikes.some(({ at }) => at === 'offset')) {
      broken.push(`main died of ${main.signal}`);
    }

    phase = 'post';
    await planInside(insidePlanOf(strikes, 'post'));
    step = job.startPost(main);
    let post = await take('post', step);
    await front.settled();
    const content = post.exitCode === 0 && post.annotations.length === 0;
    if (content && (await running.left()).length > 0) broken.push('post was content, and yet a token was left');
    // A server that comes back is no excuse: post has the time to wait for it.
    if (strikes.some((strike) => 'phase' in strike && strike.phase === 'post' && strike.at !== 'away')) {
      phase = 'later';
      await planInside({});
      post = await job.startPost(main).result;
    }
    await front.settled();
    if (statSync(refusedFile).size > 0) struck = true;
    if (front.strayed() + (identityFront?.strayed() ?? 0) > 0) broken.push('a redirect was followed');
    const left = (await running.left()).length;
    const unaccepted = !issuer.revocable && delivered && front.answered() === 0;
    const said = post.exitCode !== 0 && !issuer.findsLost && !delivered && /may be left .*by hand: /s.test(post.log);
    if (post.exitCode !== 0 && !said) broken.push(`the last post failed: ${post.log}`);
    return {
      struck,
      delivered,
      left: unaccepted ? 1 : said ? 0 : left,
      said: said ? left : 0,
      othersRevoked: !(await running.othersIntact()),
      broken,
      normal: {
        requests: { main: requests.main, post: requests.post },
        writesBefore,
        writes: countWrites(),
        milliseconds: { main: main.milliseconds, post: post.milliseconds },
      },
      log: job.log,
    };
  } finally {
    await job.dispose();
    await front.close();
    await identityFront?.close();
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }

  /** What happens to the request that now begins. */
  function blowOf(): Blow | undefined {
    requests[phase]++;
    const writes = countWrites();
    if (phase === 'main') writesBefore.push(writes);
    const number = requests[phase];
    for (const strike of strikes) {
      if (strike.at === 'request' && strike.phase === phase && strike.request === number) {
        return blow(strike.moment, strike.fault);
      }
      if (strike.at === 'away' && strike.phase === phase && number >= strike.request) {
        struck = true;
        const { absence, milliseconds } = strike;
        const begins = backAt === undefined;
        backAt ??= performance.now() + milliseconds;
        if (absence === 'gone') return begins ? { kind: 'gone', moment: 'before', milliseconds } : undefined;
        if (performance.now() < backAt) {
          return { kind: 'fault', moment: 'before', fault: absence, body429: undefined };
        }
        return undefined;
      }
      const persisting =
        (strike.at === 'requests after a write' && phase === 'main' && writes >= strike.write) ||
        (strike.at === 'every request' && phase === 'post');
      if (persisting) {
        const didNothing = strike.fault.startsWith('429') && issuer.body429 === undefined;
        return blow(didNothing ? 'before' : 'answered', strike.fault);
      }
    }
    return undefined;
  }

  function blow(moment: RequestMoment, fault: Signal | NetworkFault): Blow | undefined {
    // Nothing of such a request comes here.
    if (fault === 'connection refused') return undefined;
    if (isSignal(fault)) return { kind: 'signal', moment, send: () => signalStep(fault) };
    struck = true;
    const body429 = moment === 'before' ? undefined : issuer.body429;
    return { kind: 'fault', moment, fault, body429 };
  }

  /** Signals the step that runs, and waits until it is gone or has said that it received the signal. */
  async function signalStep(signal: Signal): Promise<void> {
    if (step === undefined) return;
    signalledAt[phase] ??= performance.now();
    const gone = step.result;
    const handled = step.stdoutLine((line) => line.includes(`${signal} received`)).catch(() => undefined);
    if (step.kill(signal)) struck = true;
    await (signal === 'SIGKILL' ? gone : Promise.race([gone, handled]));
  }

  /** Lets a step run to its end, and strikes at its times. */
  async function take(name: Phase, running: RunningStep): Promise<StepResult> {
    const timers = strikes.flatMap((strike) =>
      strike.at === 'offset' && strike.phase === name
        ? [setTimeout(() => void signalStep(strike.signal), strike.milliseconds)]
        : [],
    );
    const firstWords = strikes.find((strike) => strike.at === 'first words' && strike.phase === name);
    if (firstWords?.at === 'first words') {
      running
        .stdoutLine((line) => !line.startsWith('::'))
        .then(
          () => signalStep(firstWords.signal),
          () => undefined,
        );
    }
    const result = await running.result;
    for (const timer of timers) clearTimeout(timer);
    const since = signalledAt[name];
    if (since !== undefined && performance.now() - since > LONGEST_END_MILLISECONDS) {
      broken.push(`${name} took longer to end than a runner waits`);
    }
    return result;
  }
}

function isSignal(fault: Signal | NetworkFault): fault is Signal {
  return SIGNALS.some((signal) => signal === fault);
}

/** What strikes from inside of the process. A connection is a request: the clients under test use one once. */
function insidePlanOf(strikes: readonly Strike[], phase: Phase): InsidePlan {
  const plan: { -readonly [Key in keyof InsidePlan]: InsidePlan[Key] } = {};
  for (const strike of strikes) {
    if (strike.at === 'write') {
      if (phase === 'main') plan.write = { number: strike.write, when: strike.when, signal: strike.signal };
    } else if ('fault' in strike && strike.fault === 'connection refused') {
      if (strike.at === 'requests after a write') {
        if (phase === 'main') plan.refuse = { sinceWrite: strike.write };
      } else if (strike.phase === phase) {
        plan.refuse = strike.at === 'request' ? { connection: strike.request } : { sinceWrite: 0 };
      }
    }
  }
  return plan;
}

/**
 * Where an answer never comes, or what goes wrong does not end, less time: a request may take 30 s else, and is repeated until
 * the end. Of half of it post looks for a lost token three times, the last time after 5 s, which on a busy machine takes a
 * while itself.
 */
function timeoutFor(strikes: readonly Strike[]): Readonly<Record<string, string>> {
  const endless = strikes.some(
    (strike) =>
      strike.at === 'every request' ||
      strike.at === 'requests after a write' ||
      ('fault' in strike && (strike.fault === 'answer lost' || strike.fault === 'slow drip')),
  );
  return endless ? { timeout: '16s' } : {};
}
