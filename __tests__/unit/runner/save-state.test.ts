import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import fc, { valueForCommandFiles } from '../../properties.js';
import { describe, expect, it, vi } from 'vitest';

import { reserveState, saveState } from '../../../src/runner/save-state.js';
import { EMPTY_STATE, readState } from '../../../src/runner/state.js';
import { stepFiles } from './step-process.js';

describe('state for post', () => {
  it('is reserved under every name that post reads', () => {
    const files = stepFiles();
    reserveState();
    const pairs = files.pairs('GITHUB_STATE');
    expect(Object.keys(pairs)).toStrictEqual(Object.keys(EMPTY_STATE));
    expect(new Set(Object.values(pairs))).toStrictEqual(new Set(['']));

    const read: string[] = [];
    const environment = new Proxy<NodeJS.ProcessEnv>(
      {},
      {
        get(_, name) {
          read.push(String(name));
          return undefined;
        },
      },
    );
    readState(environment);
    expect(read.toSorted()).toStrictEqual(
      Object.keys(EMPTY_STATE)
        .map((name) => `STATE_${name}`)
        .toSorted(),
    );
  });

  it('comes back as it was saved, whatever it is', () => {
    const files = stepFiles();
    const value = valueForCommandFiles;
    fc.assert(
      fc.property(fc.record({ record: value, credential: value, token_file: value }), (saved) => {
        fs.writeFileSync(process.env['GITHUB_STATE'] ?? '', '');
        saveState(saved);
        const pairs = files.pairs('GITHUB_STATE');
        expect(pairs).toMatchObject(saved);
        const environment = Object.fromEntries(Object.entries(pairs).map(([name, text]) => [`STATE_${name}`, text]));
        expect(readState(environment)).toMatchObject(saved);
      }),
    );
  });

  it('is read back when a later value of a name was added', () => {
    const files = stepFiles();
    reserveState();
    saveState({ record: 'first' });
    saveState({ record: 'second', credential_id: 'x' });
    expect(files.pairs('GITHUB_STATE')).toMatchObject({ record: 'second', credential_id: 'x', credential: '' });
  });

  it('is written in one append, so that a kill leaves all of it or none', () => {
    const files = stepFiles();
    const append = vi.spyOn(fs, 'appendFileSync');
    syncBuiltinESMExports();
    try {
      saveState({ record: '{"a":\n1}', credential: 'x', credential_id: 'y' });
      expect(append).toHaveBeenCalledOnce();
    } finally {
      append.mockRestore();
      syncBuiltinESMExports();
    }
    expect(Object.keys(files.pairs('GITHUB_STATE'))).toHaveLength(3);
  });

  it.each([
    [undefined, 'Unable to find environment variable for file command STATE'],
    ['', 'Unable to find environment variable for file command STATE'],
    ['/no/such/folder/state', 'Missing file at path: /no/such/folder/state'],
  ])('is an error where it cannot be written: %j', (path, because) => {
    stepFiles();
    vi.stubEnv('GITHUB_STATE', path);
    const error = new Error(
      `the state file of the runner (GITHUB_STATE) cannot be written: ${because}. Without it post could not end a token, so none is handed on`,
      { cause: new Error(because) },
    );
    expect(() => {
      reserveState();
    }).toThrow(error);
  });
});
