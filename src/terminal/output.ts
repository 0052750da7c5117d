import { write } from 'node:fs';

/** An open file that is written to without ever waiting for whoever reads it. */
export interface Output {
  write(bytes: Uint8Array): void;
  /** How many bytes are still to be written. */
  readonly waiting: number;
  /** Calls back once, when nothing is waiting any more: all is written, or nobody reads it. */
  onWritten(callback: () => void): void;
  /** Whether nobody reads it any more. */
  readonly closed: boolean;
}

/** Milliseconds before another try, where somebody made the file one that does not wait. */
const FULL = 5;

/**
 * Writes to a file by its number. Not by a stream of Node: that of a pipe waits with all of this process until it is read, or
 * makes it one that does not wait for all who share it. Node's threads wait in its place; two of the four may.
 */
export function createOutput(file: number): Output {
  let queue: Uint8Array[] = [];
  let waiting = 0;
  let closed = false;
  let writing = false;
  let callbacks: (() => void)[] = [];

  const settle = (): void => {
    const called = callbacks;
    callbacks = [];
    for (const callback of called) callback();
  };
  const writeNext = (): void => {
    const bytes = Buffer.concat(queue);
    if (bytes.length === 0) {
      writing = false;
      settle();
      return;
    }
    writing = true;
    queue = [];
    write(file, bytes, (error, written) => {
      if (error !== null) {
        if (error.code === 'EAGAIN') {
          queue.unshift(bytes);
          setTimeout(writeNext, FULL);
          return;
        }
        // Nobody reads any more, or the terminal is gone: what is under way is still brought to its end.
        closed = true;
        queue = [];
        waiting = 0;
        writeNext();
        return;
      }
      waiting -= written;
      if (written < bytes.length) queue.unshift(bytes.subarray(written));
      writeNext();
    });
  };

  return {
    write(bytes) {
      if (closed || bytes.length === 0) return;
      queue.push(bytes);
      waiting += bytes.length;
      if (!writing) writeNext();
    },
    get waiting() {
      return waiting;
    },
    onWritten(callback) {
      if (!writing) callback();
      else callbacks.push(callback);
    },
    get closed() {
      return closed;
    },
  };
}
