import { createStop, type RequestedStop } from '../host/process-end.js';
import type { Stop } from '../lease/ports.js';

/** Those that ask a process to end. */
const ENDING = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const satisfies readonly NodeJS.Signals[];

/**
 * Those that mean something to a command and nothing to what runs it. With somebody who listens to SIGUSR1, Node does not start
 * its inspector at it, which would let others in who read its memory.
 */
const FOR_COMMAND = [
  'SIGUSR1',
  'SIGUSR2',
  'SIGWINCH',
  'SIGTSTP',
  'SIGCONT',
] as const satisfies readonly NodeJS.Signals[];

export function asksToEnd(signal: NodeJS.Signals): boolean {
  return ENDING.some((ending) => ending === signal);
}

/** Who is told of signals: first what mints, then the command, then what ends the lease. */
export interface Signals {
  /** Requested by the first signal that asks this process to end, until somebody else is told of it. */
  readonly before: Stop;
  /** From now on whoever is given here is told of each signal. */
  tell(receiver: (signal: NodeJS.Signals) => void): void;
  /** From now on the first signal that asks to end hurries the end. */
  hurry(): Stop;
  /** Ends this process by a signal, as if it had never listened to it. */
  endBy(signal: NodeJS.Signals): void;
}

/** Listens from now on, so that no signal ends this process by itself. */
export function listenForSignals(): Signals {
  const stopping = (requested: RequestedStop) => (signal: NodeJS.Signals) => {
    if (asksToEnd(signal)) requested.request(signal);
    else if (signal === 'SIGTSTP') stopThis();
  };
  const before = createStop();
  let receive = stopping(before);
  const windows = process.platform === 'win32';
  for (const signal of windows ? (['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) : [...ENDING, ...FOR_COMMAND]) {
    process.on(signal, () => receive(signal === 'SIGBREAK' ? 'SIGTERM' : signal));
  }
  return {
    before: before.stop,
    tell(receiver) {
      receive = receiver;
    },
    hurry() {
      const after = createStop();
      receive = stopping(after);
      return after.stop;
    },
    endBy(signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    },
  };
}

/** Stops this process as its terminal wanted to: whoever listens to that signal has to do it. It goes on at SIGCONT. */
export function stopThis(): void {
  process.kill(process.pid, 'SIGSTOP');
}
