import { spawn } from 'node:child_process';
import { closeSync, readSync, writeSync } from 'node:fs';
import { messageOf } from '../request/shown-text.js';
import type { Pipe } from './pipes.js';
import { printNotes, type WatchdogNotes } from './watchdog-notes.js';

/** What ends the lease when this process is killed by what no process can hear. */
export interface Watchdog {
  /**
   * Lets it know something, before it returns.
   *
   * @param reserve bytes that must still fit afterwards
   * @throws Error when it does not fit
   */
  note(notes: WatchdogNotes, reserve?: number): void;
  /** Calls back when it has ended although it was not dismissed: somebody has killed it. */
  onLost(callback: () => void): void;
  /** There is nothing left for it to do. */
  dismiss(): void;
}

/**
 * It waits as a shell, which holds less than a tenth of the memory of Node, and deaf to what asks a process to end: a system that
 * goes down, or a runner that cancels, asks everybody. It never reads what it holds. A word on the first pipe dismisses it; when
 * that pipe closes without one it starts Node, which reads the second one from its beginning. Where that was asked to end before
 * it could listen, nothing was read, and it is started again.
 */
const WAIT = `
trap '' TERM INT HUP QUIT
echo
exec >&2
read -r word <&3 && exit
exec 3<&-
for try in 1 2 3; do
  "$@" <&4 4<&-
  [ $? -lt 128 ] && exit
done
`;

/** Milliseconds. */
const LONGEST_START = 10_000;

/**
 * Starts a watchdog, and resolves when it is on its guard.
 *
 * @param program what it starts: Node, its options, and a script that reads notes from its standard input
 * @throws Error when there is no /bin/sh, or it does not do what a shell does
 */
export async function startWatchdog(life: Pipe, notes: Pipe, program: readonly string[]): Promise<Watchdog> {
  const capacity = capacityOf(notes);
  const shell = spawn('/bin/sh', ['-c', WAIT, 'mint-token-watchdog', ...program], {
    // This folder may be gone by then.
    cwd: '/',
    env: {},
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit', life.reader, notes.reader],
  });
  closeSync(life.reader);
  closeSync(notes.reader);
  try {
    await isReady(shell);
  } catch (error) {
    throw new Error(
      `the watchdog, which revokes the token when this process is killed, could not be started: ${messageOf(error)}. It needs /bin/sh`,
      { cause: error },
    );
  }
  shell.on('error', () => undefined);
  shell.stdout?.destroy();
  shell.unref();

  let written = 0;
  let dismissed = false;
  return {
    onLost(callback) {
      shell.once('exit', () => {
        if (!dismissed) callback();
      });
    },
    note(told, reserve = 0) {
      const bytes = Buffer.from(printNotes(told));
      if (written + bytes.length + reserve > capacity) {
        throw new Error(
          `the watchdog, which revokes the token when this process is killed, cannot hold what it would need: ${written + bytes.length + reserve} bytes, where ${capacity} fit`,
        );
      }
      // Nobody reads it yet: what fits is written as a whole.
      written += writeSync(notes.writer, bytes);
    },
    dismiss() {
      if (dismissed) return;
      dismissed = true;
      writeSync(life.writer, 'bye\n');
      closeSync(life.writer);
      closeSync(notes.writer);
    },
  };
}

/** How much a pipe holds: systems give less to a user who has many. It is filled and emptied. */
function capacityOf({ reader, writer }: Pipe): number {
  const page = Buffer.alloc(4096);
  let capacity = 0;
  try {
    for (;;) capacity += writeSync(writer, page);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
  }
  for (let left = capacity; left > 0;) left -= readSync(reader, page);
  return capacity;
}

function isReady(shell: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`it did not start within ${LONGEST_START / 1000} s`)),
      LONGEST_START,
    );
    const settle = (act: () => void) => {
      clearTimeout(late);
      act();
    };
    shell.once('error', (error) => settle(() => reject(error)));
    shell.once('exit', (status) => settle(() => reject(new Error(`it ended with ${status ?? 'a signal'}`))));
    shell.stdout?.once('data', () => settle(resolve));
  });
}
