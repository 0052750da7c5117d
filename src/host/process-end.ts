import type { Stop } from '../lease/ports.js';

/** A stop that whoever holds it can request: the first request counts, and further ones are ignored. */
export interface RequestedStop {
  readonly stop: Stop;
  readonly request: (signal: NodeJS.Signals) => void;
}

export function createStop(): RequestedStop {
  let received: NodeJS.Signals | undefined;
  const waiting = new Set<() => void>();
  return {
    stop: {
      get signal() {
        return received;
      },
      onRequest(callback) {
        if (received !== undefined) {
          callback();
          return () => undefined;
        }
        // A function of its own for each call: the same callback may wait twice.
        const entry = () => callback();
        waiting.add(entry);
        return () => waiting.delete(entry);
      },
    },
    request(signal) {
      if (received !== undefined) return;
      received = signal;
      for (const callback of waiting) callback();
      waiting.clear();
    },
  };
}

/** The first signal that asks this process to end; further ones are ignored, so that they cannot cut off the clean-up. */
export function listenForStop(): Stop {
  const { stop, request } = createStop();
  for (const signal of [
    'SIGINT',
    'SIGTERM',
    ...(process.platform === 'win32' ? (['SIGBREAK'] as const) : []),
  ] as const) {
    process.on(signal, request);
  }
  return stop;
}

/** The exit code that shells give a process ended by the signal: 128 and its number. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  // As Windows has no such codes, its Ctrl-Break counts as what asks for the same elsewhere.
  if (signal === 'SIGBREAK') return 143;
  return 128 + process.getBuiltinModule('node:os').constants.signals[signal];
}

/** Ends the process. Nothing that still hangs, a name being resolved, say, may hold the job; the log is written by then. */
export function endProcess(exitCode: number): void {
  process.exit(exitCode);
}
