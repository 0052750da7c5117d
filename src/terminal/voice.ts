import { fstatSync } from 'node:fs';
import type { Teller } from '../host/host.js';
import { plainText } from '../host/plain-text.js';
import { writeIfRead } from '../host/write-all.js';
import type { Words } from '../request/words.js';

/** Results go to standard output; whatever is told about them goes here. */
const STANDARD_ERROR = 2;

export function logToStandardError(text: string): void {
  writeIfRead(STANDARD_ERROR, text);
}

/** What a verb tells at a terminal, or in the log of a CI. */
export function openVoice(words: Words, environment: NodeJS.ProcessEnv, log: (text: string) => void): Teller {
  const paint = painter(environment);
  const write = (beginning: string, text: string) => log(`${beginning}${plainText(text)}\n`);
  return {
    words,
    say: (text) => write('', text),
    warn: (message) => write(`${paint('33', 'warning:')} `, message),
    fail: (message) => write(`${paint('31', 'error:')} `, message),
  };
}

/** Whether an open file is a terminal. */
export function isTerminal(file: number): boolean {
  try {
    // Most files that are none are told from one without the module that knows, which takes longer to load than all of this.
    return fstatSync(file).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(file);
  } catch {
    // It is not open.
    return false;
  }
}

/** https://no-color.org */
function painter(environment: NodeJS.ProcessEnv): (colour: string, text: string) => string {
  const plain = Boolean(environment['NO_COLOR']) || environment['TERM'] === 'dumb' || !isTerminal(STANDARD_ERROR);
  return plain ? (_, text) => text : (colour, text) => `\u001b[${colour}m${text}\u001b[0m`;
}
