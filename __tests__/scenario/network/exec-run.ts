import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault, FakeRequest } from '../../fakes/faults.js';
import {
  ACTION_DIRECTORY,
  roleOf,
  type IssuerUnderTest,
  type RequestRole,
  type RunningIssuer,
} from './issuer-under-test.js';

export interface ExecPlan {
  /** What stands behind `--`; a shell's script when it is a text. */
  readonly command: string | readonly string[];
  readonly options?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether its standard output is read while it runs, and not only afterwards. */
  readonly isRead?: boolean;
  /** Whether it is told where leases are written down. */
  readonly stateFolder?: boolean;
  readonly fault?: (sent: {
    readonly request: FakeRequest;
    readonly role: RequestRole;
    /** Counts all requests from 0. */
    readonly index: number;
    readonly run: RunningExec;
  }) => Fault | undefined;
}

/** A `mint-token exec` under way. */
export interface RunningExec {
  readonly pid: number;
  /** Private to it; gone afterwards. */
  readonly folder: string;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when it has written a text. */
  wrote(text: string): Promise<void>;
  /** Resolves when it itself is gone, whoever else still writes. */
  readonly gone: Promise<void>;
}

export interface ExecResult {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly requests: readonly RequestRole[];
  /** The ids of its tokens that still work. */
  readonly left: readonly string[];
  readonly othersIntact: boolean;
  /** What is still written down. */
  readonly journal: readonly string[];
  /** Processes that were started for it and still run, by their command lines. */
  readonly processes: readonly string[];
  readonly credentials: readonly string[];
}

/** Runs `mint-token exec` against an issuer, to the end of everything that it started. */
export async function runExec(
  issuer: IssuerUnderTest,
  { command, options = [], environment = {}, stateFolder = true, isRead = true, fault }: ExecPlan,
  during: (run: RunningExec, issuer: RunningIssuer) => Promise<unknown> = () => Promise.resolve(),
): Promise<ExecResult> {
  let run: RunningExec | undefined;
  let index = 0;
  const running = await issuer.start((request) => {
    if (run === undefined) return undefined;
    return fault?.({ request, role: roleOf(issuer, request), index: index++, run });
  });
  const folder = mkdtempSync(join(tmpdir(), 'mint-token-exec-'));
  try {
    const { credential, ...inputs } = running.inputs;
    const given = Object.entries(inputs).flatMap(([name, value]) => [`--${name.replaceAll('_', '-')}`, value]);
    if (credential !== undefined) {
      writeFileSync(join(folder, 'credential'), credential);
      given.push('--credential-file', join(folder, 'credential'));
    }
    const script = typeof command === 'string' ? ['/bin/sh', '-c', command] : command;
    const state = join(folder, 'state');
    const child = spawn(
      process.execPath,
      [
        join(ACTION_DIRECTORY, 'dist/command.js'),
        'exec',
        ...given,
        ...(stateFolder ? ['--state-dir', state] : []),
        ...options,
        '--',
        ...script,
      ],
      // A session of its own: no terminal, wherever the tests are run.
      {
        detached: true,
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: folder,
          TMPDIR: folder,
          // Whoever was started by it has this, whatever became of its parents.
          IN_FOLDER: folder,
          ...running.context,
          ...environment,
        },
      },
    );
    let stdout = '';
    let stderr = '';
    /** Called when there is more, and when there will be none. */
    const heard = new Set<() => void>();
    const tell = () => {
      for (const listener of heard) listener();
    };
    const readOutput = () =>
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
        tell();
      });
    if (isRead) readOutput();
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      tell();
    });
    child.once('exit', tell);
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
    run = {
      pid: child.pid ?? 0,
      folder,
      kill: (signal) => child.kill(signal),
      wrote: (text) =>
        new Promise((resolve) => {
          const look = () => {
            if (
              !stdout.includes(text) &&
              !stderr.includes(text) &&
              child.exitCode === null &&
              child.signalCode === null
            )
              return;
            heard.delete(look);
            resolve();
          };
          heard.add(look);
          look();
        }),
      gone: new Promise((resolve) => child.once('exit', () => resolve())),
    };
    await during(run, running);
    if (!isRead) readOutput();
    await run.gone;
    await closed;
    // The watchdog writes to the same streams: when they are closed it has ended too.
    const left = await running.left();
    return {
      status: child.exitCode,
      signal: child.signalCode,
      stdout,
      stderr,
      requests: running.requests().map((request) => roleOf(issuer, request)),
      left,
      othersIntact: await running.othersIntact(),
      journal: existsSync(state) ? readdirSync(state) : [],
      processes: processesOf(folder),
      credentials: running.credentials,
    };
  } finally {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function processesOf(folder: string): readonly string[] {
  const read = (path: string) => {
    try {
      return readFileSync(path, 'latin1');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid) || !read(`/proc/${pid}/environ`).includes(`IN_FOLDER=${folder}\0`)) return [];
    return [read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')];
  });
}
