import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { invalid, messageOf, quote, valid, type Result } from '../lease/problem.js';

/**
 * Where the token file will be: an absolute path, or one below RUNNER_TEMP. Found out before the mint: that nothing
 * stands there yet, and that a file can be made there.
 */
export function placeTokenFile(given: string, temporaryFolder: string | undefined): Result<string> {
  const problem = (message: string) => invalid({ input: 'token_file', message });
  if (given.includes('\0')) return problem('the path holds a zero byte');
  if (!isAbsolute(given) && temporaryFolder === undefined) {
    return problem('a relative path is meant below RUNNER_TEMP, which is not set; give an absolute path');
  }
  const path = resolve(temporaryFolder ?? '', given);
  try {
    const existing = lstatSync(path, { throwIfNoEntry: false });
    if (existing !== undefined) {
      const what = existing.isSymbolicLink() ? 'a link' : existing.isDirectory() ? 'a folder' : 'a file';
      return problem(
        `${what} stands at ${quote(path)} already; give a path where nothing is, or remove it in a step before`,
      );
    }
    const folder = nearestFolder(dirname(path));
    if (!lstatSync(folder).isDirectory() && !lstatSync(realpathSync(folder)).isDirectory()) {
      return problem(`${quote(folder)} is no folder, so ${quote(path)} cannot be made`);
    }
    if (!isAbsolute(given) && temporaryFolder !== undefined) {
      const outside = [
        relative(resolve(temporaryFolder), path),
        relative(realpathSync(temporaryFolder), realpathSync(folder)),
      ].some((way) => /^\.\.(?:[\\/]|$)/.test(way) || isAbsolute(way));
      if (outside) return problem(`${quote(given)} leads out of RUNNER_TEMP; give an absolute path if that is meant`);
    }
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    return problem(`a file cannot be made at ${quote(path)}: ${messageOf(error)}`);
  }
  return valid(path);
}

/** A path below RUNNER_TEMP that nobody else has, for a token file that no input names. */
export function ownTokenFilePath(temporaryFolder: string): string {
  return join(temporaryFolder, `mint-token-${randomBytes(8).toString('hex')}`, 'token.json');
}

function nearestFolder(path: string): string {
  let folder = path;
  while (lstatSync(folder, { throwIfNoEntry: false }) === undefined && dirname(folder) !== folder)
    folder = dirname(folder);
  return folder;
}

export function contentHash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Makes the file, readable for its owner alone. Throws when anything stands there, and leaves nothing behind when it fails. */
export function makeTokenFile(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Windows knows no O_NOFOLLOW; O_EXCL refuses a link there and elsewhere.
  const noFollow = 'O_NOFOLLOW' in constants ? constants.O_NOFOLLOW : 0;
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow;
  const file = openSync(path, flags, 0o600);
  try {
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    unlinkSync(path);
    throw error;
  }
}

/** Removes a token file, but only if it still holds what was written into it. */
export function removeTokenFile(path: string, hash: string): 'removed' | 'gone' | 'changed' {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'gone';
  if (!found.isFile() || contentHash(readFileSync(path)) !== hash) return 'changed';
  unlinkSync(path);
  return 'removed';
}
