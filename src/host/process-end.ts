import type { Stop } from '../lease/ports.js';

/** The first signal that asks this process to end; further ones are ignored, so that they cannot cut off the clean-up. */
export function listenForStop(): Stop {
  let received: NodeJS.Signals | undefined;
  const waiting = new Set<() => void>();
  const receive = (signal: NodeJS.Signals) => {
    if (received !== undefined) return;
    received = signal;
    for (const callback of waiting) callback();
    waiting.clear();
  };
  for (const signal of [
    'SIGINT',
    'SIGTERM',
    ...(process.platform === 'win32' ? (['SIGBREAK'] as const) : []),
  ] as const) {
    process.on(signal, receive);
  }
  return {
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
  };
}

/** The exit code that shells give a process ended by the signal. */
export function exitCodeOf(signal: NodeJS.Signals): 130 | 143 {
  return signal === 'SIGINT' ? 130 : 143;
}

/** Ends the process. Nothing that still hangs, a name being resolved, say, may hold the job; the log is written by then. */
export function endProcess(exitCode: number): void {
  process.exit(exitCode);
}
