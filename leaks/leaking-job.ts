import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeRequest } from '../__tests__/fakes/faults.js';
import { createJob, type Job } from '../__tests__/runner/job.mjs';
import type { StepResult } from '../__tests__/runner/step.mjs';
import { ACTION_DIRECTORY, type RunningIssuer } from '../__tests__/scenario/network/issuer-under-test.js';
import type { LeakingIssuer } from './issuers.js';

export const PROXY_PASSWORD = 'not-a-real-proxy%2Fp%40ss-word-of-some-length';
const PROXY = `http://ci:${PROXY_PASSWORD}@127.0.0.1:9`;

/** Everything that a whole job left where somebody could read it. */
export interface LeakingJob {
  readonly main: StepResult;
  readonly post: StepResult;
  /** The later steps that printed a secret, for each of them. */
  readonly printed: readonly (NamedSecret & { readonly steps: readonly StepResult[] })[];
  readonly secrets: readonly NamedSecret[];
  /** The masked log of the whole job. */
  readonly log: string;
  /** What main and post wrote to stderr, unmasked. */
  readonly standardError: string;
  /** The process list at every request of main and post. */
  readonly processLists: readonly string[];
  /** What stood in RUNNER_TEMP and in the workspace when the last post had ended, by path; the runner's own files left out. */
  readonly filesLeft: ReadonlyMap<string, string>;
  /** The variables of a later step that the same step before main did not have. */
  readonly addedEnvironment: Readonly<Record<string, string>>;
}

export interface NamedSecret {
  readonly what: string;
  readonly secret: string;
}

export type Phase = 'main' | 'post';

export interface LeakingPlan {
  readonly with?: Readonly<Record<string, string>>;
  /** All that is secret in this job; asked for after main. */
  readonly secrets: (issuer: RunningIssuer, main: StepResult) => readonly NamedSecret[];
  /** Steps between main and post, for each of the secrets. */
  readonly print?: (job: Job, secret: string) => Promise<readonly StepResult[]>;
  /** What the server answers to everything that is asked in one phase of the job: an error with this body. */
  readonly errors?: {
    readonly phase: Phase;
    readonly body: (request: FakeRequest, issuer: RunningIssuer) => string;
  };
}

/** A job in step debug, on a runner that adds no form of its own to the masks, that prints its secrets. */
export async function runLeakingJob(issuer: LeakingIssuer, plan: LeakingPlan): Promise<LeakingJob> {
  const processLists: string[] = [];
  let phase: Phase | undefined;
  const { errors } = plan;
  const running: RunningIssuer = await issuer.start((request) => {
    if (phase === undefined) return undefined;
    processLists.push(listProcesses());
    if (errors?.phase !== phase) return undefined;
    const headers = { 'content-type': 'application/json' };
    return { kind: 'status', status: 400, headers, body: errors.body(request, running), act: false };
  });
  const scratch = mkdtempSync(join(tmpdir(), 'mint-token-leaks-'));
  const standardError = join(scratch, 'stderr');
  writeFileSync(standardError, '');
  const job = await createJob({
    actionDirectory: ACTION_DIRECTORY,
    context: { ...running.context, RUNNER_DEBUG: '1' },
    environment: { https_proxy: PROXY },
    masking: 'verbatim',
    nodePath: nodeWithErrorsIn(scratch, standardError),
  });
  try {
    const before = await environmentOf(job, 'before');
    phase = 'main';
    const main = await job.runAction({ with: { ...running.inputs, ...plan.with } });
    phase = undefined;
    const secrets = plan.secrets(running, main);
    const after = await environmentOf(job, 'after');
    const printed: LeakingJob['printed'][number][] = [];
    if (plan.print !== undefined) {
      for (const named of secrets) printed.push({ ...named, steps: await plan.print(job, named.secret) });
    }
    phase = 'post';
    const post = await job.startPost(main).result;
    phase = undefined;
    const filesLeft = new Map<string, string>();
    const { log } = await job.end({
      beforeCleanup: () => {
        for (const folder of [job.temp, job.workspace]) readAll(folder, filesLeft);
      },
    });
    return {
      main,
      post,
      printed,
      secrets,
      log,
      standardError: readFileSync(standardError, 'utf8'),
      processLists,
      filesLeft,
      addedEnvironment: Object.fromEntries(
        Object.entries(after).filter(([name, value]) => before[name] !== value && !/^GITHUB_|^_$/.test(name)),
      ),
    };
  } finally {
    await job.dispose();
    await running.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A `node` that keeps stderr apart, which the log of a runner mixes with stdout. */
function nodeWithErrorsIn(folder: string, errors: string): string {
  const path = join(folder, 'node');
  writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' "$@" 2>>'${errors}'\n`);
  chmodSync(path, 0o755);
  return path;
}

/** The command lines of all processes that this one started, and of those that they started. */
function listProcesses(): string {
  const processes = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(?<id>\d+)\s+(?<parent>\d+)\s(?<command>.*)$/.exec(line)?.groups ?? {});
  const family = new Set([String(process.pid)]);
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const { id, parent } of processes) if (id !== undefined && family.has(parent ?? '')) family.add(id);
  }
  return processes
    .filter(({ id, command }) => family.has(id ?? '') && command?.startsWith('ps -A') !== true)
    .map(({ command }) => command ?? '')
    .join('\n');
}

/** The whole environment of a step, read by way of a file, since a log would mask it. */
async function environmentOf(job: Job, name: string): Promise<Readonly<Record<string, string>>> {
  const path = join(job.workspace, `environment-${name}.json`);
  const script = `require('node:fs').writeFileSync(process.argv[1], JSON.stringify(process.env))`;
  await job.runCommand([process.execPath, '-e', script, path]);
  const environment = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>;
  rmSync(path);
  return environment;
}

function readAll(folder: string, files: Map<string, string>): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    // The runner's own: the event, and the command files, which hold outputs and state because that is what they are for.
    if (entry.isFile() && !/_github_workflow|_runner_file_commands/.test(path))
      files.set(path, readFileSync(path, 'utf8'));
  }
}
