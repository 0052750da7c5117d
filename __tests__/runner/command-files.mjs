import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDecoder } from 'node:util';

/**
 * The five files of one step, by the name of their variable: absolute paths.
 *
 * @typedef {Readonly<Record<'GITHUB_ENV' | 'GITHUB_OUTPUT' | 'GITHUB_PATH' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY', string>>} CommandFiles
 */

/** Above this many bytes the runner drops a step's summary. */
export const summaryLimitBytes = 1024 * 1024;

/**
 * Makes the fresh, empty files of one step. Names as in `src/Runner.Worker/FileCommandManager.cs` of actions/runner.
 *
 * @param {string} temporaryDirectory RUNNER_TEMP
 * @returns {CommandFiles}
 */
export function createCommandFiles(temporaryDirectory) {
  const directory = join(temporaryDirectory, '_runner_file_commands');
  mkdirSync(directory, { recursive: true });
  const suffix = randomUUID();
  /** @param {string} prefix */
  const create = (prefix) => {
    const path = join(directory, `${prefix}${suffix}`);
    writeFileSync(path, '', { flag: 'wx' });
    return path;
  };
  return {
    GITHUB_PATH: create('add_path_'),
    GITHUB_ENV: create('set_env_'),
    GITHUB_STEP_SUMMARY: create('step_summary_'),
    GITHUB_STATE: create('save_state_'),
    GITHUB_OUTPUT: create('set_output_'),
  };
}

/**
 * Reads a command file after its process has ended. A file that the step deleted counts as empty, as in the runner.
 *
 * @param {string} path
 * @returns {string}
 * @throws {Error} when the path is there but cannot be read as a file
 */
export function readCommandFile(path) {
  try {
    return new TextDecoder('utf-8').decode(readFileSync(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return '';
    }
    throw error;
  }
}

/**
 * Reads the pairs of a GITHUB_ENV, GITHUB_OUTPUT or GITHUB_STATE file, one after the other, so that a caller has applied
 * the pairs before a broken line when the error comes. The rules are those of `EnvFileKeyValuePairs` in the runner's
 * `FileCommandManager.cs`; stricter in one point: an empty name before `=` is an error here at once (the runner lets it
 * pass for a state, where it could only be a mistake).
 *
 * @param {string} text
 * @param {boolean} windows whether CR LF ends a line, too; elsewhere a CR stays in the value
 * @returns {Generator<{ name: string, value: string }, void, void>}
 * @throws {Error} with the runner's words, at the first line that is neither
 */
export function* parsePairs(text, windows) {
  let index = 0;
  /** @returns {{ line: string, lineEnd: string } | undefined} */
  const readLine = () => {
    if (index >= text.length) {
      return undefined;
    }
    const start = index;
    const lineFeed = text.indexOf('\n', start);
    if (lineFeed < 0) {
      index = text.length;
      return { line: text.slice(start), lineEnd: '' };
    }
    index = lineFeed + 1;
    return windows && lineFeed > start && text[lineFeed - 1] === '\r'
      ? { line: text.slice(start, lineFeed - 1), lineEnd: '\r\n' }
      : { line: text.slice(start, lineFeed), lineEnd: '\n' };
  };

  for (let read = readLine(); read !== undefined; read = readLine()) {
    const { line } = read;
    if (line === '') {
      continue;
    }
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) {
        throw new Error(`Invalid format '${line}'. Name must not be empty`);
      }
      yield { name: line.slice(0, equals), value: line.slice(equals + 1) };
    } else if (heredoc >= 0) {
      const name = line.slice(0, heredoc);
      const delimiter = line.slice(heredoc + 2);
      if (name === '' || delimiter === '') {
        throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
      }
      const start = index;
      let end = index;
      for (;;) {
        const inner = readLine();
        if (inner === undefined) {
          throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
        }
        if (inner.line === delimiter) {
          break;
        }
        if (inner.lineEnd === '') {
          throw new Error('Invalid value. EOF marker missing new line.');
        }
        end = index - inner.lineEnd.length;
      }
      yield { name, value: text.slice(start, end) };
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
}
