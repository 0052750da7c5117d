import { writeSync } from 'node:fs';

/**
 * Writes to the log of the step, and returns when the system has it: nothing said is lost when the process ends, and
 * masks are there before what they mask. Not by process.stdout, whose set-up costs a step more than all that it says, and
 * which is asynchronous for pipes on Windows.
 */
export function writeLog(text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // Nobody reads the log any more. What is under way is still brought to its end: a token may have to be revoked.
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      // A pipe that does not block is full: its reader needs a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

/** A command to the runner, by the escaping of its parser (actions/runner, ActionCommand.cs): one line, whatever the data. */
export function writeCommand(name: 'error' | 'warning', data: string): void {
  writeLog(`::${name}::${escapeData(data)}\n`);
}

export function escapeData(data: string): string {
  return data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
