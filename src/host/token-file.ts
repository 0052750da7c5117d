import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { notice, type Notice } from '../lease/notice.js';
import { invalid, valid, type Result } from '../request/problem.js';
import { messageOf } from '../request/shown-text.js';

/**
 * Where the token file will be: an absolute path, or one below RUNNER_TEMP. Found out before the mint: that nothing
 * stands there yet, and that a file can be made there.
 */
export function placeTokenFile(given: string, { folder: base, called }: TokenFilePlace): Result<string> {
  const problem = (message: string) => invalid({ input: 'token_file', message });
  if (given.includes('\0')) return problem('the path holds a zero byte');
  if (!isAbsolute(given) && base === undefined) {
    return problem(`a relative path is meant below ${called}, which is not set; give an absolute path`);
  }
  const path = resolve(base ?? '', given);
  try {
    const existing = lstatSync(path, { throwIfNoEntry: false });
    if (existing !== undefined) {
      const what = existing.isSymbolicLink() ? 'a link' : existing.isDirectory() ? 'a folder' : 'a file';
      return problem(
        `${what} stands at ${JSON.stringify(path)} already; give a path where nothing is, or remove it before`,
      );
    }
    const folder = nearestFolder(dirname(path));
    if (!lstatSync(folder).isDirectory() && !lstatSync(realpathSync(folder)).isDirectory()) {
      return problem(`${JSON.stringify(folder)} is no folder, so ${JSON.stringify(path)} cannot be made`);
    }
    if (!isAbsolute(given) && base !== undefined) {
      const outside = [relative(resolve(base), path), relative(realpathSync(base), realpathSync(folder))].some(
        leadsOut,
      );
      if (outside)
        return problem(`${JSON.stringify(given)} leads out of ${called}; give an absolute path if that is meant`);
    }
    tryToMakeFile(folder);
  } catch (error) {
    return problem(`a file cannot be made at ${JSON.stringify(path)}: ${messageOf(error)}`);
  }
  return valid(path);
}

/** Makes a file and removes it: the rights of a folder say little on a system that is mounted read-only, or is none of files. */
function tryToMakeFile(folder: string): void {
  const path = join(folder, `.mint-token-${randomBytes(8).toString('hex')}`);
  closeSync(openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600));
  unlinkSync(path);
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

/** The uppermost folder that has to be made for a file; empty when its folder is there. */
export function firstFolderToMake(path: string): string {
  const nearest = nearestFolder(dirname(path));
  let folder = dirname(path);
  if (folder === nearest) return '';
  while (dirname(folder) !== nearest) folder = dirname(folder);
  return folder;
}

/**
 * Makes the file, readable by its owner alone, and the folders from `firstFolder` on. Throws when anything stands there,
 * and leaves nothing behind when it fails.
 */
export function makeTokenFile(path: string, content: string, firstFolder: string): void {
  if (firstFolder !== '') makeFolders(firstFolder, dirname(path));
  try {
    writeNewFile(path, content);
  } catch (error) {
    removeFolders(firstFolder, dirname(path));
    throw error;
  }
}

/** Only for their owner, and one by one: a recursive mkdirSync of Node never returns where the system does not let a folder be made, as below /proc. */
export function makeFolders(first: string, last: string): void {
  if (first !== last) makeFolders(first, dirname(last));
  try {
    mkdirSync(last, { mode: 0o700 });
  } catch (error) {
    if (first !== last) removeFolders(first, dirname(last));
    throw error;
  }
}

/** Those of the folders that are empty: what others put there stays, and keeps its folder. */
function removeFolders(first: string, last: string): void {
  if (first === '') return;
  for (let folder = last; ; folder = dirname(folder)) {
    if (lstatSync(folder, { throwIfNoEntry: false }) !== undefined) {
      if (readdirSync(folder).length > 0) return;
      rmdirSync(folder);
    }
    if (folder === first || dirname(folder) === folder) return;
  }
}

/** For its owner alone, and on the disk when it returns. Nothing is left of one that fails. */
export function writeNewFile(path: string, content: string): void {
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

/** A token file as it was made: what it holds, and the first of the folders that were made for it (empty for none). */
export interface MadeTokenFile {
  readonly path: string;
  readonly hash: string;
  readonly firstFolder: string;
}

/** More than any token file holds: a token has at most 16 KiB. In bytes. */
const LARGEST = 64 * 1024;

/** Removes a token file, but only if it still holds what was written into it; and the folders that were made for it. */
export function removeTokenFile({ path, hash, firstFolder }: MadeTokenFile): 'removed' | 'gone' | 'changed' {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found !== undefined) {
    if (!found.isFile() || found.size > LARGEST || contentHash(readOwn(path, found)) !== hash) return 'changed';
    unlinkSync(path);
  }
  removeFolders(firstFolder, dirname(path));
  return found === undefined ? 'gone' : 'removed';
}

/** The content of a file; of one's own, also when nobody was left the right to read it. */
function readOwn(path: string, { uid }: Stats): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const forbidden = error instanceof Error && 'code' in error && error.code === 'EACCES';
    if (!forbidden || process.getuid?.() !== uid) throw error;
    chmodSync(path, 0o600);
    return readFileSync(path);
  }
}

/** What to know of where the token file stands. */
export function noticesOfPlace(path: string, { folder: temp, called, workspace }: TokenFilePlace): readonly Notice[] {
  const isBelow = (folder: string | undefined) => folder !== undefined && !leadsOut(relative(resolve(folder), path));
  if (!isBelow(workspace) || isBelow(temp)) return [];
  return [
    notice(
      `the token file ${path} stands in the workspace: what uploads, caches or commits all that is there takes the token along, and a checkout removes it. A relative path puts it below ${called}.`,
    ),
  ];
}

/** Where a host has its token files. */
export interface TokenFilePlace {
  /** Where relative paths begin, which may not lead out of it; undefined when there is no such folder. */
  readonly folder: string | undefined;
  /** The same by the name that users know: `RUNNER_TEMP`. */
  readonly called: string;
  /** What others read, keep or clear; undefined when nothing is known of such a folder. */
  readonly workspace: string | undefined;
}

function leadsOut(way: string): boolean {
  return /^\.\.(?:[\\/]|$)/.test(way) || isAbsolute(way);
}
