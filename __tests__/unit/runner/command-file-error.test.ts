import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { describe, expect, it, vi } from 'vitest';

import { explainCommandFileError } from '../../../src/runner/command-file-error.js';
import { reserveState } from '../../../src/runner/save-state.js';
import { stepFiles } from './step-process.js';

const failure = (code: string) => Object.assign(new Error(`${code}: not a real failure, open '/state'`), { code });

describe('a file of the runner that cannot be written', () => {
  it.each(['EACCES', 'EPERM'])('is told with the usual cause, the user of the container: %s', (code) => {
    const words = explainCommandFileError(failure(code));
    expect(words).toMatch(new RegExp(`^${code}: not a real failure, open '/state'\\. It belongs to another user`));
    expect(words).toContain('usual cause is its options: --user;');
    if (process.getuid !== undefined) expect(words).toContain(`(${process.getuid()})`);
  });

  it.each(['ENOSPC', 'EROFS', 'ENOENT'])('is told as it is for every other reason: %s', (code) => {
    expect(explainCommandFileError(failure(code))).toBe(`${code}: not a real failure, open '/state'`);
  });

  it('is told so where the state is saved', () => {
    stepFiles();
    const append = vi.spyOn(fs, 'appendFileSync').mockImplementation(() => {
      throw failure('EACCES');
    });
    syncBuiltinESMExports();
    try {
      expect(() => {
        reserveState();
      }).toThrow(
        /^the state file of the runner \(GITHUB_STATE\) cannot be written: EACCES: .*options: --user; .*\. Without it/,
      );
    } finally {
      append.mockRestore();
      syncBuiltinESMExports();
    }
  });
});
