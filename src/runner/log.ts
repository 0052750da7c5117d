import { plainText } from '../host/plain-text.js';
import { tell as tellIn, type Teller } from '../host/host.js';
import type { Notice } from '../lease/notice.js';
import { writeCommand, writeLog } from './log-stream.js';
import { runnerWords } from './words.js';

/** Writes one line to the log of the step. */
export function say(text: string): void {
  writeLog(`${plainText(text)}\n`);
}

/** Shows an error beside the run, complete in one annotation. Does not end anything. */
export function annotateError(message: string): void {
  writeCommand('error', plainText(message));
}

export function annotateWarning(message: string): void {
  writeCommand('warning', plainText(message));
}

/** The log of a step, as verbs tell what they do. */
export const runnerLog: Teller = { words: runnerWords, say, warn: annotateWarning, fail: annotateError };

export function tell(notice: Notice): void {
  tellIn(runnerLog, notice);
}
