import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Milliseconds } from '../request/lifetime.js';
import { groupRuns, signalGroup } from './processes.js';
import type { CommandStreams } from './command-streams.js';
import { asksToEnd, stopThis } from './signals.js';

/** A command as it is to be run. */
export interface CommandToRun {
  /** The file, and the name by which the command was asked for. */
  readonly path: string;
  readonly name: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly streams: CommandStreams;
  /** Whether somebody sits at a terminal: then the command stays in this process's group, as the terminal wants it. */
  readonly atTerminal: boolean;
  /** How long the command has after the first signal that asks it to end. */
  readonly killAfter: Milliseconds;
}

/** How the command ended. */
export type CommandEnd =
  | { readonly kind: 'exited'; readonly status: number }
  | { readonly kind: 'signalled'; readonly signal: NodeJS.Signals };

export interface SupervisedCommand {
  readonly pid: number;
  /** The group of its own that it has; undefined where it has none. */
  readonly group: number | undefined;
  /** Passes a signal on. */
  readonly pass: (signal: NodeJS.Signals) => void;
  /** Resolves when the command has ended. */
  readonly ended: Promise<CommandEnd>;
  /** Resolves when, besides, no process of its group is left. */
  readonly allEnded: Promise<void>;
}

/** Whether this process has a terminal, wherever its input and output lead. */
export function hasTerminal(): boolean {
  if (process.platform === 'win32') return false;
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts a command, and resolves when its program runs.
 *
 * @throws Error when that cannot be run: where the interpreter of a script is missing, say
 */
export async function startCommand(command: CommandToRun): Promise<SupervisedCommand> {
  const { name, environment, streams, atTerminal, killAfter } = command;
  const ownsGroup = !atTerminal && process.platform !== 'win32';
  const child = begin(command, { argv0: name, env: environment, stdio: streams.stdio, detached: ownsGroup });
  const ended = new Promise<CommandEnd>((resolve) => {
    child.once('exit', (status, signal) =>
      resolve(signal === null ? { kind: 'exited', status: status ?? 0 } : { kind: 'signalled', signal }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', resolve);
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the system gave the command no number');
  // What cannot be signalled any more has ended.
  child.on('error', () => undefined);
  const group = ownsGroup ? pid : undefined;
  const allEnded = ended.then(() => (group === undefined ? undefined : waitForGroup(group)));
  const send = (signal: NodeJS.Signals) => (group === undefined ? child.kill(signal) : signalGroup(group, signal));
  return { pid, group, pass: passTo(send, atTerminal, killAfter, allEnded), ended, allEnded };
}

function begin({ path, arguments: given, streams }: CommandToRun, options: SpawnOptions): ChildProcess {
  let child: ChildProcess | undefined;
  try {
    child = spawn(path, given, options);
    return child;
  } finally {
    streams.spawned(child);
  }
}

/** What becomes of the signals that this process receives while the command runs. */
function passTo(
  send: (signal: NodeJS.Signals) => void,
  atTerminal: boolean,
  killAfter: Milliseconds,
  allEnded: Promise<void>,
): (signal: NodeJS.Signals) => void {
  let asked = false;
  let over = false;
  let killing: NodeJS.Timeout | undefined;
  void allEnded.then(() => {
    over = true;
    clearTimeout(killing);
  });
  return (signal) => {
    if (over) return;
    if (signal === 'SIGTSTP') {
      // The kernel stops nothing at SIGTSTP in a group that no shell looks after; at a terminal it has told the command too.
      if (!atTerminal) send('SIGSTOP');
      stopThis();
      return;
    }
    if (!asksToEnd(signal)) {
      send(signal);
      return;
    }
    // From a terminal these reach the command as well, and are its own affair.
    if (atTerminal && (signal === 'SIGINT' || signal === 'SIGQUIT')) return;
    if (asked) {
      send('SIGKILL');
      return;
    }
    asked = true;
    send(signal);
    killing = setTimeout(() => send('SIGKILL'), killAfter);
  };
}

/** Milliseconds between two looks at a group: the first, and the most. */
const FIRST_LOOK = 5;
const LONGEST_PAUSE = 200;

async function waitForGroup(group: number): Promise<void> {
  for (let pause = FIRST_LOOK; groupRuns(group); pause = Math.min(LONGEST_PAUSE, pause * 1.5)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Ends what is left of a command, as a system does that goes down: asks, and then does not ask any more. */
export async function endProcesses(
  running: () => boolean,
  send: (signal: NodeJS.Signals) => void,
  patience: Milliseconds,
): Promise<void> {
  if (!running()) return;
  send('SIGTERM');
  // What is stopped hears nothing before it goes on.
  send('SIGCONT');
  const until = performance.now() + patience;
  while (performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (!running()) return;
  }
  send('SIGKILL');
}
