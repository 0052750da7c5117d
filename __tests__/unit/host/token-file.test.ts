import fs, {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { formatProblem, type Result } from '../../../src/request/problem.js';
import { temporaryFolder } from '../runner/step-process.js';
import {
  contentHash,
  firstFolderToMake,
  makeTokenFile,
  noticesOfPlace,
  ownTokenFilePath,
  placeTokenFile,
  removeTokenFile,
  type TokenFilePlace,
} from '../../../src/host/token-file.js';

const content = 'not-a-real-token\n';
const windows = process.platform === 'win32';

const problemOf = (place: Result<string>): string =>
  place.ok ? `no problem: ${place.value}` : place.problems.map(formatProblem).join('\n');

/** Makes the file system behave otherwise until the test has ended. */
function change(functions: Partial<typeof fs>): void {
  const { fsyncSync, lstatSync } = fs;
  onTestFinished(() => {
    Object.assign(fs, { fsyncSync, lstatSync });
    syncBuiltinESMExports();
  });
  Object.assign(fs, functions);
  syncBuiltinESMExports();
}

/** A folder that this process may not write to. */
function closedFolder(): string | undefined {
  const folder = join(temporaryFolder(), 'closed');
  mkdirSync(folder, { mode: 0o500 });
  // Root may write everywhere but in what the kernel itself guards.
  return [folder, '/proc/self', '/sys/kernel'].find((candidate) => {
    try {
      accessSync(candidate, constants.W_OK);
      return false;
    } catch {
      return true;
    }
  });
}

const placeIn = (folder: string | undefined): TokenFilePlace => ({
  folder,
  called: 'RUNNER_TEMP',
  workspace: undefined,
});

describe('the place of a token file', () => {
  it('is below RUNNER_TEMP when the path is relative', () => {
    const temp = temporaryFolder();
    for (const given of ['token', './token', 'new/folders/token', '..token', '...', 'a/../token', ' token']) {
      expect(placeTokenFile(given, placeIn(temp))).toStrictEqual({ ok: true, value: resolve(temp, given) });
    }
    expect(readdirSync(temp)).toStrictEqual([]);
  });

  it('is where an absolute path says, also outside RUNNER_TEMP, also in folders that are not there yet', () => {
    const path = join(temporaryFolder(), 'new', 'folder', 'token');
    expect(placeTokenFile(path, placeIn(temporaryFolder()))).toStrictEqual({ ok: true, value: path });
    expect(placeTokenFile(path, placeIn(undefined))).toStrictEqual({ ok: true, value: path });
    expect(existsSync(dirname(path))).toBe(false);
  });

  it.each(['../token', 'a/../../token', '..'])('may not be out of RUNNER_TEMP by a relative path: %s', (given) => {
    const temp = join(temporaryFolder(), 'temp');
    mkdirSync(temp);
    expect(problemOf(placeTokenFile(given, placeIn(temp)))).toMatch(
      /^token_file: .*(?:leads out of RUNNER_TEMP|a folder stands at)/,
    );
  });

  it.skipIf(windows)('may not be out of RUNNER_TEMP through a linked folder', () => {
    const temp = temporaryFolder();
    const outside = temporaryFolder();
    symlinkSync(outside, join(temp, 'link'));
    for (const given of ['link/token', 'link/new/token', 'link/../token/../link/token']) {
      expect(problemOf(placeTokenFile(given, placeIn(temp)))).toBe(
        `token_file: ${JSON.stringify(given)} leads out of RUNNER_TEMP; give an absolute path if that is meant`,
      );
    }
    const below = join(outside, 'temp');
    mkdirSync(below);
    symlinkSync(outside, join(below, 'link-upwards'));
    expect(problemOf(placeTokenFile('link-upwards/token', placeIn(below)))).toContain('leads out of RUNNER_TEMP');
    mkdirSync(join(temp, 'inside'));
    symlinkSync(join(temp, 'inside'), join(temp, 'link-inside'));
    expect(placeTokenFile('link-inside/token', placeIn(temp)).ok).toBe(true);
  });

  it.skipIf(windows)('may be in a RUNNER_TEMP that is a link itself', () => {
    const temp = temporaryFolder();
    const link = join(temporaryFolder(), 'temp');
    symlinkSync(temp, link);
    expect(placeTokenFile('token', placeIn(link))).toStrictEqual({ ok: true, value: join(link, 'token') });
  });

  it('needs RUNNER_TEMP for a relative path', () => {
    expect(problemOf(placeTokenFile('token', placeIn(undefined)))).toMatch(
      /RUNNER_TEMP, which is not set; give an absolute path/,
    );
  });

  it('may hold nothing yet: no file, no folder, no link, no link that leads nowhere', () => {
    const temp = temporaryFolder();
    writeFileSync(join(temp, 'file'), '');
    mkdirSync(join(temp, 'folder'));
    expect(problemOf(placeTokenFile('file', placeIn(temp)))).toContain(
      `a file stands at ${JSON.stringify(join(temp, 'file'))}`,
    );
    expect(problemOf(placeTokenFile('folder', placeIn(temp)))).toContain('a folder stands at');
    expect(problemOf(placeTokenFile('.', placeIn(temp)))).toContain('a folder stands at');
    if (windows) return;
    symlinkSync(join(temp, 'file'), join(temp, 'link'));
    symlinkSync(join(temp, 'nowhere'), join(temp, 'dangling'));
    expect(problemOf(placeTokenFile('link', placeIn(temp)))).toContain('a link stands at');
    expect(problemOf(placeTokenFile('dangling', placeIn(temp)))).toContain('a link stands at');
  });

  it('is in a folder, not below a file or a link that leads nowhere', () => {
    const temp = temporaryFolder();
    writeFileSync(join(temp, 'file'), '');
    // Windows finds nothing below a file; other systems find that it is no folder.
    for (const given of ['file/token', 'file/new/token']) {
      expect(problemOf(placeTokenFile(given, placeIn(temp)))).toMatch(
        /is no folder|a file cannot be made at .*ENOTDIR/,
      );
    }
    if (windows) return;
    symlinkSync(join(temp, 'nowhere'), join(temp, 'dangling'));
    expect(problemOf(placeTokenFile('dangling/token', placeIn(temp)))).toContain('a file cannot be made at');
  });

  it('is not below a file, also where the system finds nothing there, as Windows does', () => {
    const { lstatSync } = fs;
    change({
      lstatSync: ((path: string, options: fs.StatSyncOptions) => {
        try {
          return lstatSync(path, options);
        } catch (error) {
          if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
          throw error;
        }
      }) as typeof lstatSync,
    });
    const temp = temporaryFolder();
    const file = join(temp, 'file');
    writeFileSync(file, '');
    for (const given of ['file/token', 'file/new/token']) {
      expect(problemOf(placeTokenFile(given, placeIn(temp)))).toBe(
        `token_file: ${JSON.stringify(file)} is no folder, so ${JSON.stringify(resolve(temp, given))} cannot be made`,
      );
    }
    mkdirSync(join(temp, 'folder'));
    expect(placeTokenFile('folder/token', placeIn(temp)).ok).toBe(true);
  });

  it('is in a folder that can be written to', (context) => {
    const folder = closedFolder();
    if (folder === undefined) return context.skip('this process may write everywhere');
    expect(problemOf(placeTokenFile(join(folder, 'token'), placeIn(undefined)))).toContain('a file cannot be made at');
    return undefined;
  });

  it.each(['a\0b', '\0', '/tmp/\0'])('has no zero byte: %j', (given) => {
    expect(problemOf(placeTokenFile(given, placeIn(temporaryFolder())))).toContain('zero byte');
  });

  it('is an error that says so when its name is too long', () => {
    expect(problemOf(placeTokenFile('x'.repeat(300), placeIn(temporaryFolder())))).toMatch(
      /^token_file: a file cannot be made at/,
    );
  });

  it('is one of its own when no input names it', () => {
    const temp = temporaryFolder();
    const [first, second] = [ownTokenFilePath(temp), ownTokenFilePath(temp)];
    expect(first).not.toBe(second);
    expect(dirname(dirname(first))).toBe(temp);
    expect(dirname(first)).not.toBe(dirname(second));
  });
});

describe('a token file', () => {
  // A worker thread, in which mutants are tried, cannot set the umask.
  it.skipIf(windows || !isMainThread)(
    'is readable for its owner alone, and so are the folders that are made for it',
    () => {
      const temp = temporaryFolder();
      const path = join(temp, 'new', 'folder', 'token');
      const before = process.umask(0);
      try {
        makeTokenFile(path, content, firstFolderToMake(path));
      } finally {
        process.umask(before);
      }
      expect(readFileSync(path, 'utf8')).toBe(content);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(statSync(join(temp, 'new', 'folder')).mode & 0o777).toBe(0o700);
      expect(statSync(join(temp, 'new')).mode & 0o777).toBe(0o700);
    },
  );

  it.skipIf(windows)('is made in new folders that nobody else may enter', () => {
    const temp = temporaryFolder();
    const path = join(temp, 'new', 'folder', 'token');
    makeTokenFile(path, content, firstFolderToMake(path));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(statSync(join(temp, 'new')).mode & 0o777).toBe(0o700);
  });

  it.skipIf(windows)('leaves the mode of a folder alone that was there', () => {
    const temp = temporaryFolder();
    const folder = join(temp, 'folder');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    makeTokenFile(join(folder, 'token'), content, firstFolderToMake(join(folder, 'token')));
    expect(statSync(folder).mode & 0o777).toBe(0o755);
  });

  it('holds large content whole', () => {
    const path = join(temporaryFolder(), 'token');
    const large = 'not-a-real-token '.repeat(100_000);
    makeTokenFile(path, large, firstFolderToMake(path));
    expect(readFileSync(path, 'utf8')).toBe(large);
  });

  it('leaves no folder behind when it cannot be made', () => {
    const temp = temporaryFolder();
    const path = join(temp, 'new', 'x'.repeat(300), 'token');
    expect(() => {
      makeTokenFile(path, content, join(temp, 'new'));
    }).toThrow(/ENAMETOOLONG|ENOENT/);
    expect(readdirSync(temp)).toEqual([]);
  });

  it('leaves no folder behind when they could be made and the file could not', () => {
    const temp = temporaryFolder();
    const path = join(temp, 'new', 'newer', 'x'.repeat(300));
    expect(() => {
      makeTokenFile(path, content, join(temp, 'new'));
    }).toThrow(/ENAMETOOLONG|ENOENT/);
    expect(readdirSync(temp)).toEqual([]);
  });

  it('leaves an empty folder alone that was there, when nothing can be made in it', () => {
    const empty = join(temporaryFolder(), 'empty');
    mkdirSync(empty);
    const name = 'x'.repeat(300);
    for (const path of [join(empty, name), join(empty, name, 'token')]) {
      expect(() => {
        makeTokenFile(path, content, path === join(empty, name) ? '' : join(empty, name));
      }).toThrow(/ENAMETOOLONG|ENOENT/);
      expect(existsSync(empty)).toBe(true);
    }
  });

  it('is gone again, and not open any more, when its disk does not take it', () => {
    const open = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0);
    const temp = temporaryFolder();
    const before = open();
    change({
      fsyncSync: () => {
        throw new Error('EIO: i/o error, fsync');
      },
    });
    expect(() => {
      makeTokenFile(join(temp, 'new', 'token'), content, join(temp, 'new'));
    }).toThrow('EIO: i/o error, fsync');
    expect(readdirSync(temp)).toEqual([]);
    expect(open()).toBe(before);
  });

  it('is not open any more when it is made', () => {
    const open = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0);
    const path = join(temporaryFolder(), 'token');
    const before = open();
    makeTokenFile(path, content, '');
    expect(open()).toBe(before);
  });

  // As root, Node's own recursive mkdirSync would never return from there.
  it.skipIf(!existsSync('/proc/self'))('fails at once where no folder can be made', () => {
    const path = '/proc/mint-token/token';
    expect(() => {
      makeTokenFile(path, content, firstFolderToMake(path));
    }).toThrow(/ENOENT|EACCES/);
  });

  it('is never made over anything, not over a link either', () => {
    const temp = temporaryFolder();
    const existing = join(temp, 'existing');
    writeFileSync(existing, 'mine');
    expect(() => {
      makeTokenFile(existing, content, firstFolderToMake(existing));
    }).toThrow(/EEXIST/);
    expect(readFileSync(existing, 'utf8')).toBe('mine');
    if (windows) return;
    const link = join(temp, 'link');
    const target = join(temp, 'target');
    symlinkSync(target, link);
    expect(() => {
      makeTokenFile(link, content, firstFolderToMake(link));
    }).toThrow(/EEXIST|ELOOP/);
    expect(existsSync(target)).toBe(false);
    expect(readlinkSync(link)).toBe(target);
  });
});

describe('the removal of a token file', () => {
  const made = (): string => {
    const path = join(temporaryFolder(), 'token');
    makeTokenFile(path, content, firstFolderToMake(path));
    return path;
  };

  it('removes what was written, and says so', () => {
    const path = made();
    expect(removeTokenFile({ path: path, hash: contentHash(content), firstFolder: '' })).toBe('removed');
    expect(existsSync(path)).toBe(false);
    // The folder is empty by now, but it was there before.
    expect(existsSync(dirname(path))).toBe(true);
  });

  it('finds nothing to do where nothing is', () => {
    expect(
      removeTokenFile({ path: join(temporaryFolder(), 'token'), hash: contentHash(content), firstFolder: '' }),
    ).toBe('gone');
    expect(
      removeTokenFile({
        path: join(temporaryFolder(), 'folder', 'token'),
        hash: contentHash(content),
        firstFolder: '',
      }),
    ).toBe('gone');
  });

  it.each(['not-a-real-token', '', `${content} and more`, content.replace('n', 'N')])(
    'leaves a file alone that a later step changed: %j',
    (changed) => {
      const path = made();
      writeFileSync(path, changed);
      expect(removeTokenFile({ path: path, hash: contentHash(content), firstFolder: '' })).toBe('changed');
      expect(readFileSync(path, 'utf8')).toBe(changed);
    },
  );

  it('leaves a file of other bytes alone that read as the same text', () => {
    const path = join(temporaryFolder(), 'token');
    writeFileSync(path, Buffer.from([0xff]));
    expect(removeTokenFile({ path: path, hash: contentHash('\ufffd'), firstFolder: '' })).toBe('changed');
  });

  it('leaves a folder or a link alone that stands in its place', () => {
    const folder = join(temporaryFolder(), 'token');
    mkdirSync(folder);
    expect(removeTokenFile({ path: folder, hash: contentHash(content), firstFolder: '' })).toBe('changed');
    if (windows) return;
    const path = made();
    const link = join(temporaryFolder(), 'link');
    symlinkSync(path, link);
    expect(removeTokenFile({ path: link, hash: contentHash(content), firstFolder: '' })).toBe('changed');
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('removes the name it was given and no other of the same file', () => {
    const path = made();
    const other = join(temporaryFolder(), 'other');
    linkSync(path, other);
    expect(removeTokenFile({ path: path, hash: contentHash(content), firstFolder: '' })).toBe('removed');
    expect(existsSync(other)).toBe(true);
  });

  it('removes the folders too that were made for it, but none that was there before', () => {
    const temp = temporaryFolder();
    mkdirSync(join(temp, 'before'));
    const path = join(temp, 'before', 'new', 'newer', 'token');
    const firstFolder = firstFolderToMake(path);
    makeTokenFile(path, content, firstFolder);
    expect(removeTokenFile({ path, hash: contentHash(content), firstFolder })).toBe('removed');
    expect(readdirSync(temp)).toEqual(['before']);
    expect(readdirSync(join(temp, 'before'))).toEqual([]);
  });

  it.each([
    ['all of them are gone', (newer: string) => [newer, dirname(newer)]],
    ['the inner one is gone', (newer: string) => [newer]],
  ])('finds nothing to do where the file is gone and %s, and removes what is left', (_, goneOf) => {
    const temp = temporaryFolder();
    const path = join(temp, 'new', 'newer', 'token');
    mkdirSync(dirname(path), { recursive: true });
    for (const folder of goneOf(dirname(path))) rmdirSync(folder);
    expect(removeTokenFile({ path, hash: contentHash(content), firstFolder: join(temp, 'new') })).toBe('gone');
    expect(readdirSync(temp)).toEqual([]);
  });

  it.skipIf(windows)('removes its own file that nobody was left the right to read', () => {
    const path = made();
    chmodSync(path, 0);
    // Root may read it all the same: then the system does what it does to everybody else.
    const read = vi.spyOn(fs, 'readFileSync').mockImplementationOnce(() => {
      throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    });
    syncBuiltinESMExports();
    try {
      expect(removeTokenFile({ path, hash: contentHash(content), firstFolder: '' })).toBe('removed');
      expect(existsSync(path)).toBe(false);
      expect(read).toHaveBeenCalledTimes(2);
    } finally {
      read.mockRestore();
      syncBuiltinESMExports();
    }
  });

  it.skipIf(windows)('leaves a file of somebody else alone that it may not read, and says why', () => {
    const path = made();
    const read = vi.spyOn(fs, 'readFileSync').mockImplementation(() => {
      throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    });
    vi.spyOn(process, 'getuid').mockReturnValue(4711);
    syncBuiltinESMExports();
    try {
      expect(() => removeTokenFile({ path, hash: contentHash(content), firstFolder: '' })).toThrow('EACCES');
      expect(read).toHaveBeenCalledOnce();
    } finally {
      vi.restoreAllMocks();
      syncBuiltinESMExports();
    }
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('does not read a file that grew far beyond any token', () => {
    const path = made();
    truncateSync(path, 3 * 2 ** 30);
    const read = vi.spyOn(fs, 'readFileSync');
    syncBuiltinESMExports();
    try {
      expect(removeTokenFile({ path, hash: contentHash(content), firstFolder: '' })).toBe('changed');
      expect(read).not.toHaveBeenCalled();
    } finally {
      read.mockRestore();
      syncBuiltinESMExports();
    }
    expect(existsSync(path)).toBe(true);
  });

  it('knows the largest of token files again', () => {
    const path = join(temporaryFolder(), 'token');
    const largest = JSON.stringify({ token: '"'.repeat(16 * 1024), token_id: 'x', expires_at: 'y' });
    makeTokenFile(path, largest, '');
    expect(removeTokenFile({ path, hash: contentHash(largest), firstFolder: '' })).toBe('removed');
  });

  it('leaves a folder in which something else stands by now', () => {
    const temp = temporaryFolder();
    const path = join(temp, 'new', 'newer', 'token');
    const firstFolder = firstFolderToMake(path);
    makeTokenFile(path, content, firstFolder);
    writeFileSync(join(temp, 'new', 'other'), 'mine');
    expect(removeTokenFile({ path, hash: contentHash(content), firstFolder })).toBe('removed');
    expect(readdirSync(join(temp, 'new'))).toEqual(['other']);
  });

  it('has a hash that does not tell the content', () => {
    expect(contentHash(content)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the place of a token file', () => {
  const folders = { ...placeIn('/work/_temp'), workspace: '/work/consumer/consumer' };

  it.skipIf(windows).each(['/work/consumer/consumer/token', '/work/consumer/consumer/deep/er/token'])(
    'is noted in the workspace, which steps publish and checkouts clean: %s',
    (path) => {
      expect(noticesOfPlace(path, folders)).toStrictEqual([
        {
          level: 'notice',
          message: expect.stringContaining(`the token file ${path} stands in the workspace`) as string,
        },
      ]);
    },
  );

  it.skipIf(windows).each(['/work/_temp/token', '/work/consumer/token', '/work/consumer/consumer-2/token', '/token'])(
    'is nothing to note elsewhere: %s',
    (path) => {
      expect(noticesOfPlace(path, folders)).toStrictEqual([]);
      expect(noticesOfPlace(path, placeIn(undefined))).toStrictEqual([]);
    },
  );

  it.skipIf(windows)('is nothing to note below a RUNNER_TEMP that is itself in the workspace', () => {
    expect(noticesOfPlace('/work/temp/token', { ...placeIn('/work/temp'), workspace: '/work' })).toStrictEqual([]);
  });
});
