import { existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import fc, { valueForCommandFiles } from '../../properties.js';

import type { MintedToken, Plan } from '../../../src/lease/issuer.js';
import type { TokenFileFormat } from '../../../src/request/request.js';
import { handOver, handOverPlan } from '../../../src/runner/handover.js';
import { outputOf, stepFiles, temporaryFolder } from './step-process.js';
import type { HandOver } from '../../../src/host/host.js';
import { handOverOf } from '../../../src/verbs/token-file.js';
import { contentHash } from '../../../src/host/token-file.js';
import { EXPORT_MARK } from '../../../src/host/export-mark.js';
import { readSurroundings } from '../../../src/runner/surroundings.js';

const plan: Pick<Plan, 'exports' | 'tokenFile'> = {
  exports: ({ secret, id }) => ({ EXAMPLE_TOKEN: secret, EXAMPLE_ID: id }),
  tokenFile: ({ secret, id }) => `${JSON.stringify({ token: secret, token_id: id })}\n`,
};
const now = Date.UTC(2026, 10, 24, 12, 0, 0, 250);
const token: MintedToken = {
  type: 'example',
  id: 'id-1',
  secret: 'not-a-real-token %25 ::add-mask::x\nof two lines',
  name: 'a name',
  expiresAt: Date.UTC(2026, 10, 24, 13),
  grants: '{"a":["view-instance"]}',
  unconfirmed: [],
};
const trust = { forkWithSecrets: undefined, withoutSecrets: undefined };
interface Asked {
  readonly tokenFile?: string;
  readonly tokenFileFormat?: TokenFileFormat | undefined;
  readonly exportEnvironment?: boolean;
  readonly revocable?: boolean;
  /** The form of the file when the user names none. */
  readonly usualFormat?: 'json' | 'token';
}

/** A token on its way, as a step asked for it. */
function handed(asked: Asked = {}, of: MintedToken = token, made = plan): HandOver {
  const { tokenFile, tokenFileFormat, exportEnvironment = false, revocable = false, usualFormat = 'token' } = asked;
  const order = {
    tokenFile,
    issuer: { tokenFileFormat: usualFormat },
    openTokens: revocable ? () => undefined : undefined,
    options: { exportEnvironment, tokenFileFormat },
  };
  return handOverOf(order, made, of);
}

describe('what a token is handed on as', () => {
  it('outputs, the token the last of them', () => {
    const files = stepFiles();
    handOver(handed(), now);
    const outputs = files.pairs('GITHUB_OUTPUT');
    expect(outputs).toStrictEqual({
      token_id: 'id-1',
      name: 'a name',
      type: 'example',
      expires_at: '2026-11-24T13:00:00Z',
      expires_in: '3600',
      grants: '{"a":["view-instance"]}',
      revocable: 'false',
      token: token.secret,
    });
    expect(Object.keys(outputs).at(-1)).toBe('token');
    expect(files.text('GITHUB_ENV') + files.text('GITHUB_STATE')).toBe('');
  });

  it('outputs and variables that a runner reads back as they were, whatever is in them', () => {
    const files = stepFiles();
    const value = valueForCommandFiles;
    fc.assert(
      fc.property(fc.record({ id: value, secret: value, name: value, grants: value }), (texts) => {
        for (const name of ['GITHUB_OUTPUT', 'GITHUB_ENV']) writeFileSync(process.env[name] ?? '', '');
        handOver(handed({ exportEnvironment: true }, { ...token, ...texts }), now);
        const { id, secret, name, grants } = texts;
        expect(files.pairs('GITHUB_OUTPUT')).toMatchObject({ token_id: id, token: secret, name, grants });
        expect(files.pairs('GITHUB_ENV')).toMatchObject({ EXAMPLE_TOKEN: secret, EXAMPLE_ID: id });
      }),
    );
  });

  it('a token that its issuer can revoke says so', () => {
    const files = stepFiles();
    handOver(handed({ revocable: true }), now);
    expect(files.pairs('GITHUB_OUTPUT')).toMatchObject({ revocable: 'true' });
  });

  it('never less than no seconds', () => {
    const files = stepFiles();
    handOver(handed(), token.expiresAt + 5000);
    expect(files.pairs('GITHUB_OUTPUT')).toMatchObject({ expires_in: '0' });
  });

  it('variables with one mark, masked, by which a later mint knows them', () => {
    const files = stepFiles();
    const written = outputOf(() => handOver(handed({ exportEnvironment: true }), now));
    const exported = files.pairs('GITHUB_ENV');
    expect(Object.keys(exported)).toStrictEqual(['EXAMPLE_TOKEN', 'EXAMPLE_ID', EXPORT_MARK]);
    expect(written).toContain(`::add-mask::${exported[EXPORT_MARK] ?? ''}\n`);
    const surroundings = readSurroundings(exported, trust);
    const known = ['EXAMPLE_TOKEN', 'EXAMPLE_ID', EXPORT_MARK].map((name) => surroundings.exported(name));
    expect(known).toStrictEqual([true, true, false]);
  });

  it('the variables of an earlier mint stay known', () => {
    const files = stepFiles();
    const environment: Record<string, string> = {};
    for (const secret of ['not-a-real-first', 'not-a-real-second', 'not-a-real-third']) {
      const { [EXPORT_MARK]: mark = '' } = environment;
      vi.stubEnv(EXPORT_MARK, mark);
      const one = { ...plan, exports: () => ({ [`TOKEN_${secret}`]: secret }) };
      handOver(handed({ exportEnvironment: true }, { ...token, secret }, one), now);
      Object.assign(environment, files.pairs('GITHUB_ENV'));
    }
    const surroundings = readSurroundings(environment, trust);
    const names = Object.keys(environment).filter((name) => name !== EXPORT_MARK);
    expect(names).toHaveLength(3);
    expect(names.map((name) => surroundings.exported(name))).toStrictEqual([true, true, true]);
    expect(environment[EXPORT_MARK]?.split(' ')).toHaveLength(3);
  });

  it.each([
    [undefined, `${token.secret}\n`],
    ['token', `${token.secret}\n`],
    ['json', `${JSON.stringify({ token: token.secret, token_id: 'id-1' })}\n`],
    ['env', `EXAMPLE_TOKEN=${token.secret}\nEXAMPLE_ID=id-1\n`],
  ] as const)('a file in the form %s', (tokenFileFormat, content) => {
    const files = stepFiles();
    const path = join(files.temp, 'new', 'token');
    handOver(handed({ tokenFile: path, tokenFileFormat }), now);
    expect(readFileSync(path, 'utf8')).toBe(content);
    expect(files.pairs('GITHUB_OUTPUT')).toMatchObject({ token_file: path });
    expect(files.pairs('GITHUB_STATE')).toStrictEqual({
      token_file: path,
      token_file_sha256: contentHash(content),
      token_file_folder: join(files.temp, 'new'),
    });
  });

  it("a file in the issuer's own form when none is named", () => {
    const files = stepFiles();
    const path = join(files.temp, 'token');
    handOver(handed({ tokenFile: path, usualFormat: 'json' }), now);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ token: token.secret });
  });

  it('a plan without any token for a dry run', () => {
    const files = stepFiles();
    handOverPlan({ type: 'example', name: 'a name', expiresAt: token.expiresAt, grants: '{}' });
    expect(files.pairs('GITHUB_OUTPUT')).toStrictEqual({
      grants: '{}',
      expires_at: '2026-11-24T13:00:00Z',
      type: 'example',
      name: 'a name',
    });
  });
});

describe('a token that cannot be handed on', () => {
  /** Hands over everything, with one way closed; tells what is left of it. */
  function handOverWith(close: (temp: string) => void) {
    const files = stepFiles();
    for (const file of ['GITHUB_ENV', 'GITHUB_OUTPUT'] as const) {
      writeFileSync(process.env[file] ?? '', 'EARLIER=kept\n');
    }
    const original = { output: process.env['GITHUB_OUTPUT'] ?? '', env: process.env['GITHUB_ENV'] ?? '' };
    const path = join(files.temp, 'token');
    close(files.temp);
    let error: unknown;
    try {
      handOver(handed({ tokenFile: path, exportEnvironment: true }), now);
    } catch (thrown) {
      error = thrown;
    }
    return {
      error,
      state: () => files.pairs('GITHUB_STATE'),
      left: () =>
        readFileSync(original.output, 'utf8') +
        readFileSync(original.env, 'utf8') +
        (existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : ''),
    };
  }

  it.each([
    ['GITHUB_OUTPUT', undefined],
    ['GITHUB_OUTPUT', ''],
    ['GITHUB_ENV', undefined],
    ['GITHUB_ENV', ''],
  ])('is handed on in no way at all when %s is %j', (name, value) => {
    const { error, left } = handOverWith(() => {
      vi.stubEnv(name, value);
    });
    expect(error).toEqual(new Error(`the runner gave no file in ${name}`));
    expect(left()).toBe('EARLIER=kept\nEARLIER=kept\n');
  });

  it.each([
    ['GITHUB_OUTPUT', '/no/such/folder/output', 'ENOENT'],
    ['GITHUB_OUTPUT', '.', 'EISDIR'],
    ['GITHUB_ENV', '/no/such/folder/env', 'ENOENT'],
    ['GITHUB_ENV', '.', 'EISDIR'],
  ])('is handed on in no way at all when %s is %j, which cannot be written', (name, value, code) => {
    const { error, left } = handOverWith(() => {
      vi.stubEnv(name, value);
    });
    expect(error).toMatchObject({
      message: expect.stringMatching(`^the runner's file in ${name} cannot be written: ${code}: `) as string,
      cause: { code },
    });
    expect(left()).toBe('EARLIER=kept\nEARLIER=kept\n');
  });

  it.skipIf(process.platform !== 'linux')('takes everything back when there is no room for its outputs', () => {
    const { error, left } = handOverWith(() => {
      vi.stubEnv('GITHUB_OUTPUT', '/dev/full');
    });
    expect(error).toMatchObject({
      message: 'ENOSPC: no space left on device, write',
      cause: { message: 'ENOSPC: no space left on device, write' },
    });
    expect(left()).toBe('EARLIER=kept\nEARLIER=kept\n');
  });

  /** Hands over everything while, as its variables are made, something is done to the files of the runner. */
  function handOverWhile(
    meddle: (files: { readonly output: string; readonly env: string; readonly path: string }) => void,
  ) {
    const files = stepFiles();
    const [output, env] = [process.env['GITHUB_OUTPUT'] ?? '', process.env['GITHUB_ENV'] ?? ''];
    writeFileSync(output, 'EARLIER=kept\n');
    const path = join(files.temp, 'token');
    const meddling = {
      ...plan,
      exports: (of: MintedToken) => {
        meddle({ output, env, path });
        return plan.exports(of, path);
      },
    };
    let message = '';
    try {
      handOver(handed({ tokenFile: path, exportEnvironment: true, tokenFileFormat: 'token' }, token, meddling), now);
    } catch (error) {
      message = error instanceof Error ? error.message : 'no error';
    }
    return { files, output, env, path, message };
  }

  it('takes back what it can, and says what it could not, when a file is gone meanwhile', () => {
    const { message, files, output, path } = handOverWhile((made) => {
      rmSync(made.output);
    });
    expect(message).toBe(
      `Missing file at path: ${output}. What was handed on before could not be taken back: ENOENT: no such file or directory, stat '${output}'`,
    );
    expect(files.text('GITHUB_ENV')).toBe('');
    expect(existsSync(path)).toBe(false);
  });

  it('says of every file that it could not take back what was handed on in it', () => {
    const { message, output, env, path } = handOverWhile((made) => {
      for (const file of [made.output, made.env]) rmSync(file);
    });
    expect(message).toBe(
      `Missing file at path: ${env}. What was handed on before could not be taken back: ENOENT: no such file or directory, stat '${output}'; ENOENT: no such file or directory, stat '${env}'`,
    );
    expect(existsSync(path)).toBe(false);
  });

  it('says of the token file that it was changed meanwhile, and leaves it', () => {
    const { message, output, path } = handOverWhile((made) => {
      rmSync(made.output);
      writeFileSync(made.path, 'of somebody else\n');
    });
    expect(message).toBe(
      `Missing file at path: ${output}. What was handed on before could not be taken back: ENOENT: no such file or directory, stat '${output}'; the token file ${path} was changed and is left as it is`,
    );
    expect(readFileSync(path, 'utf8')).toBe('of somebody else\n');
  });

  it('adds nothing to a file that is shorter by now than it was', () => {
    const { files, output } = handOverWhile((made) => {
      truncateSync(made.output, 8);
      rmSync(made.env);
    });
    expect(readFileSync(output, 'utf8')).toBe('EARLIER=');
    expect(files.text('GITHUB_OUTPUT')).toBe('EARLIER=');
  });

  it('leaves a file alone that was made there meanwhile', () => {
    const { error, left, state } = handOverWith((temp) => {
      writeFileSync(join(temp, 'token'), 'of somebody else\n');
    });
    // Post has none to remove.
    expect(state()).toStrictEqual({ token_file: '', token_file_sha256: '', token_file_folder: '' });
    expect(error).toMatchObject({ cause: { cause: { code: 'EEXIST' } } });
    expect(String(error)).toMatch(
      /^Error: token_file: the file ".*" could not be made: EEXIST.*\. Free the place, or name another one$/,
    );
    expect(left()).toBe('EARLIER=kept\nEARLIER=kept\nof somebody else\n');
  });

  it('makes no file when its hash cannot be saved for post', () => {
    const { error, left } = handOverWith(() => {
      vi.stubEnv('GITHUB_STATE', '/no/such/folder/state');
    });
    expect(String(error)).toContain('GITHUB_STATE');
    expect(left()).toBe('EARLIER=kept\nEARLIER=kept\n');
  });

  it('is not named in the error', () => {
    const { error } = handOverWith((temp) => {
      mkdirSync(join(temp, 'token'));
    });
    expect(String(error)).toMatch(/token_file: the file ".*" could not be made/);
    expect(String(error)).not.toContain('not-a-real-token');
  });

  it('needs no file for variables that are not exported', () => {
    const files = stepFiles();
    vi.stubEnv('GITHUB_ENV', join(temporaryFolder(), 'missing'));
    handOver(handed(), now);
    expect(files.pairs('GITHUB_OUTPUT')).toMatchObject({ token: token.secret });
  });
});
