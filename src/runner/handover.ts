import { issueFileCommand, prepareKeyValueMessage } from 'core-lib/file-command.js';
import { closeSync, constants, openSync, statSync, truncateSync } from 'node:fs';
import { formatInstant, type Milliseconds } from '../request/lifetime.js';
import { messageOf } from '../request/shown-text.js';
import { explainCommandFileError } from './command-file-error.js';
import { maskSecret } from './masks.js';
import { saveState } from './save-state.js';
import type { DryRun, HandOver } from '../host/host.js';
import { addExportMark, EXPORT_MARK, newExportMark } from '../host/export-mark.js';
import { contentHash, firstFolderToMake, makeTokenFile, removeTokenFile } from '../host/token-file.js';

/**
 * Hands a token on to the later steps of the job: as a token file, as variables, as outputs. The token's output comes
 * last: nobody has the token before everything else worked. Throws when something did not, and takes all of it back.
 */
export function handOver({ token, revocable, file, exports }: HandOver, now: Milliseconds): void {
  const takeBacks = [openCommandFile('OUTPUT')];
  if (exports !== undefined) takeBacks.push(openCommandFile('ENV'));
  try {
    if (file !== undefined) takeBacks.push(handOverFile(file.path, file.content));
    if (exports !== undefined) exportVariables(exports());
    appendPairs('OUTPUT', [
      ['token_id', token.id],
      ['name', token.name],
      ['type', token.type],
      ['expires_at', formatInstant(token.expiresAt)],
      ['expires_in', String(Math.max(0, Math.ceil((token.expiresAt - now) / 1000)))],
      ['grants', token.grants],
      ...(file === undefined ? [] : [['token_file', file.path] as const]),
      ['revocable', String(revocable)],
      ['token', token.secret],
    ]);
  } catch (error) {
    throw takenBack(error, takeBacks);
  }
}

function exportVariables(variables: Readonly<Record<string, string>>): void {
  const mark = newExportMark(variables);
  maskSecret(mark);
  appendPairs('ENV', [...Object.entries(variables), [EXPORT_MARK, addExportMark(process.env[EXPORT_MARK], mark)]]);
}

/** Makes the token file, after post was told of it. Returns what removes it again. */
function handOverFile(path: string, content: string): () => void {
  const made = { path, hash: contentHash(content), firstFolder: firstFolderToMake(path) };
  // Whoever reads a debug log, where state is printed, could try the secret that a token was made of.
  maskSecret(made.hash);
  saveState({ token_file: path, token_file_sha256: made.hash, token_file_folder: made.firstFolder });
  try {
    makeTokenFile(path, content, made.firstFolder);
  } catch (error) {
    // There is none for post to remove: what stands there is somebody else's.
    saveState({ token_file: '', token_file_sha256: '', token_file_folder: '' });
    throw new Error(
      `token_file: the file ${JSON.stringify(path)} could not be made: ${messageOf(error)}. Free the place, or name another one`,
      { cause: error },
    );
  }
  return () => {
    if (removeTokenFile(made) === 'changed') throw new Error(`the token file ${path} was changed and is left as it is`);
  };
}

/** Takes back what was handed on, as far as that is possible: the error that led to it, and what was not possible. */
function takenBack(because: unknown, takeBacks: readonly (() => void)[]): Error {
  const failures: string[] = [];
  for (const takeBack of takeBacks) {
    try {
      takeBack();
    } catch (error) {
      failures.push(messageOf(error));
    }
  }
  const left =
    failures.length === 0 ? '' : `. What was handed on before could not be taken back: ${failures.join('; ')}`;
  return new Error(`${messageOf(because)}${left}`, { cause: because });
}

/** The outputs of a dry run: what is known without a token. */
export function handOverPlan(plan: DryRun): void {
  appendPairs('OUTPUT', [
    ['grants', plan.grants],
    ['expires_at', formatInstant(plan.expiresAt)],
    ['type', plan.type],
    ['name', plan.name],
  ]);
}

/** All pairs in one write, so that a runner never sees half of them. */
function appendPairs(command: 'OUTPUT' | 'ENV', pairs: readonly (readonly [name: string, value: string])[]): void {
  issueFileCommand(command, pairs.map(([name, value]) => prepareKeyValueMessage(name, value)).join('\n'));
}

/** Makes sure that the file can be written. Returns what cuts off again all that is added to it from now on. */
function openCommandFile(command: 'OUTPUT' | 'ENV'): () => void {
  const path = process.env[`GITHUB_${command}`];
  if (path === undefined || path === '') throw new Error(`the runner gave no file in GITHUB_${command}`);
  try {
    closeSync(openSync(path, constants.O_WRONLY | constants.O_APPEND));
  } catch (error) {
    throw new Error(`the runner's file in GITHUB_${command} cannot be written: ${explainCommandFileError(error)}`, {
      cause: error,
    });
  }
  const { size } = statSync(path);
  return () => {
    if (statSync(path).size > size) truncateSync(path, size);
  };
}
