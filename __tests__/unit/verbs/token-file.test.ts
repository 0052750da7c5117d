import { describe, expect, it } from 'vitest';
import type { TokenFilePlace } from '../../../src/host/token-file.js';
import { formatProblem } from '../../../src/request/problem.js';
import { runnerWords } from '../../../src/runner/words.js';
import { findTokenFile } from '../../../src/verbs/token-file.js';
import { temporaryFolder } from '../runner/step-process.js';

type Arguments = Parameters<typeof findTokenFile>;

const holdsToken = { title: 'Cloud', exportsTokenFile: false };
const namesFile = { title: 'Ever', exportsTokenFile: true };

function find(asked: Partial<Arguments[1]>, issuer: Arguments[0] = holdsToken, place?: TokenFilePlace) {
  const none = { tokenFile: undefined, tokenFileFormat: undefined, exportEnvironment: false };
  const usual = { folder: temporaryFolder(), called: 'RUNNER_TEMP', workspace: undefined };
  const found = findTokenFile(issuer, { ...none, ...asked }, place ?? usual, runnerWords);
  return found.ok ? { path: found.value, problems: [] } : { problems: found.problems.map((it) => formatProblem(it)) };
}

describe('a token file', () => {
  it('is made when one is asked for, or when the exported variable names one', () => {
    expect(find({ tokenFile: 'x' }).path).toMatch(/[/\\]x$/);
    expect(find({}).path).toBeUndefined();
    expect(find({ exportEnvironment: true }).path).toBeUndefined();
    expect(find({ exportEnvironment: true }, namesFile).path).toMatch(/[/\\]token\.json$/);
  });

  it('has a format only where there is one', () => {
    const problem = 'token_file_format: no token_file is given that could have this format';
    expect(find({ tokenFileFormat: 'json' }).problems).toEqual([problem]);
    expect(find({ tokenFileFormat: 'json', exportEnvironment: true }).problems).toEqual([problem]);
    expect(find({ tokenFileFormat: 'json', tokenFile: 'x' }).problems).toEqual([]);
    expect(find({ tokenFileFormat: 'json', exportEnvironment: true }, namesFile).problems).toEqual([]);
  });

  it('that a variable names is what its readers expect', () => {
    expect(find({ tokenFile: 'x', tokenFileFormat: 'env' }, namesFile).problems).toEqual([
      'token_file_format: the variable that Ever exports names a token file, so a file of variables would name itself; use json or token',
    ]);
    expect(find({ tokenFile: 'x', tokenFileFormat: 'token', exportEnvironment: true }, namesFile).problems).toEqual([
      'token_file_format: export_env exports the path of this file, and Ever reads it as json; leave the format out',
    ]);
    expect(find({ tokenFile: 'x', tokenFileFormat: 'token' }, namesFile).problems).toEqual([]);
    expect(find({ tokenFile: 'x', tokenFileFormat: 'env' }).problems).toEqual([]);
  });

  it('that nobody named needs a folder', () => {
    const nowhere = { folder: undefined, called: 'RUNNER_TEMP', workspace: undefined };
    expect(find({ exportEnvironment: true }, namesFile, nowhere).problems).toEqual([
      'export_env: RUNNER_TEMP is not set; name a token_file with an absolute path',
    ]);
  });

  it('is looked at as far as that can be done when the type is unknown', () => {
    const found = find({ tokenFile: '../x', tokenFileFormat: 'env', exportEnvironment: true }, undefined);
    expect(found.problems).toEqual([expect.stringMatching(/^token_file: "\.\.\/x" leads out of RUNNER_TEMP/)]);
  });
});
