import { writeSync } from 'node:fs';

/**
 * Writes all of a text to an open file, and returns when the system has it. Not by a stream of Node: the set-up of one costs
 * more than all that is said, and it is asynchronous for pipes on Windows.
 *
 * @throws Error with the code EPIPE when nobody reads the pipe any more, or another one of the system's
 */
export function writeAll(file: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(file, rest));
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      // A pipe that does not block is full: its reader needs a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

/** The same for what nobody has to read: when nobody does, what is under way is still brought to its end. */
export function writeIfRead(file: number, text: string): void {
  try {
    writeAll(file, text);
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
