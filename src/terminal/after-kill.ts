import { EXPORT_MARK } from '../host/export-mark.js';
import type { Milliseconds } from '../request/lifetime.js';
import {
  groupRuns,
  isRunning,
  signalGroup,
  signalProcess,
  startedWith,
  type NamedProcess,
  type StartedProcess,
} from './processes.js';
import { endProcesses } from './supervised-command.js';
import type { NotedCommand } from './watchdog-notes.js';

/** How long a command has to end that nobody looks after any more. */
const PATIENCE: Milliseconds = 3_000;

/**
 * Ends the command of a process that was killed: it is asked to, and killed after a while. Who killed that process could have
 * meant both.
 */
export async function endOrphan(command: NotedCommand | undefined): Promise<void> {
  switch (command?.kind) {
    case 'running':
      return command.ownsGroup ? endGroup(command.process) : endAll([command.process]);
    case 'starting':
      return endAll(await findStarted(command.mark));
    case 'ended':
    case undefined:
      return;
  }
}

async function endGroup(leader: StartedProcess): Promise<void> {
  const group = leader.pid;
  // While a process of the group is left, no other group gets its number; without one, another may have it by now.
  const running = () => groupRuns(group) && (isRunning(leader) || !signalProcess(group, 0));
  await endProcesses(running, (signal) => signalGroup(group, signal), PATIENCE);
}

async function endAll(processes: readonly StartedProcess[]): Promise<void> {
  await Promise.all(
    processes.map((one) =>
      endProcesses(
        () => isRunning(one),
        (signal) => signalProcess(one.pid, signal),
        PATIENCE,
      ),
    ),
  );
}

/** Milliseconds: a process that was being started is there at the latest then. */
const LONGEST_START = 500;

/** The number of the command was not noted before its parent was killed: it is known by what it was started with. */
async function findStarted(mark: string): Promise<readonly NamedProcess[]> {
  const until = performance.now() + LONGEST_START;
  for (;;) {
    const found = startedWith(EXPORT_MARK, mark);
    if (found.length > 0 || performance.now() > until) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
