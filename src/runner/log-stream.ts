import { escapeData } from '../host/mask-commands.js';
import { writeIfRead } from '../host/write-all.js';

/**
 * Writes to the log of the step, and returns when the system has it: nothing said is lost when the process ends, and
 * masks are there before what they mask. Where nobody reads the log any more, what is under way is still brought to its
 * end: a token may have to be revoked.
 */
export function writeLog(text: string): void {
  writeIfRead(1, text);
}

/** A command to the runner: one line, whatever the data. */
export function writeCommand(name: 'error' | 'warning', data: string): void {
  writeLog(`::${name}::${escapeData(data)}\n`);
}
