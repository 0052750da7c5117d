import { plainText } from '../host/plain-text.js';
import type { Notice } from '../lease/notice.js';
import { writeCommand, writeLog } from './log-stream.js';

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

export function tell({ level, message }: Notice): void {
  if (level === 'warning') annotateWarning(message);
  else say(`note: ${message}`);
}
