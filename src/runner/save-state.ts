// By its file, since the package as a whole loads an HTTP client that costs a step more time than all that it does.
import { issueFileCommand, prepareKeyValueMessage } from 'core-lib/file-command.js';
import { explainCommandFileError } from './command-file-error.js';
import { EMPTY_STATE, type StateName } from './state.js';

/** Writes every name, empty. Throws when the state file cannot be written. */
export function reserveState(): void {
  saveState(EMPTY_STATE);
}

/** Appends to the state file before it returns: the runner reads the file even when this process is killed. */
export function saveState(values: Readonly<Partial<Record<StateName, string>>>): void {
  const lines = Object.entries(values).map(([name, value]) => prepareKeyValueMessage(name, value));
  try {
    issueFileCommand('STATE', lines.join('\n'));
  } catch (error) {
    throw new Error(
      `the state file of the runner (GITHUB_STATE) cannot be written: ${explainCommandFileError(error)}. Without it post could not end a token, so none is handed on`,
      { cause: error },
    );
  }
}
