import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../dist/command.js', import.meta.url));
const SECRET = 'not-a-real-secret-0123456789012345678901';
const TOKEN = /^dstok_\S+\n$/;

interface Run {
  readonly options?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly input?: string;
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An exec with a token of Datasette, which needs no server. */
function exec({ options = [], environment = { DATASETTE_SECRET: SECRET }, command, input }: Run): Promise<Ran> {
  const given = ['--type', 'datasette', '--actor', 'ci-bot', '--grant', 'mydb: view-database', ...options];
  const child = spawn(
    process.execPath,
    [COMMAND, 'exec', ...given, ...(command === undefined ? [] : ['--', ...command])],
    {
      detached: true,
      env: { PATH: process.env['PATH'] ?? '', HOME: '/', LANG: 'C', EDITOR: 'ed', ...environment },
    },
  );
  child.stdin.end(input ?? '');
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, stdout, stderr })));
}

const sh = (script: string) => ['/bin/sh', '-c', script];

describe.skipIf(process.platform === 'win32')('a command that exec runs', () => {
  it('finds the token in its variable, and nothing of the parent', async () => {
    const { stdout, stderr } = await exec({
      command: sh('echo "$DATASETTE_TOKEN"; env | grep -c SECRET'),
      options: ['--no-mask'],
    });
    expect(stdout.replace(/0\n$/, '')).toMatch(TOKEN);
    expect(stdout.endsWith('\n0\n'), stderr).toBe(true);
  });

  it('finds it in a file alone where one is asked for, which is gone afterwards', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mint-token-test-'));
    const file = join(folder, 'token');
    const script = 'cat "$MINT_TOKEN_FILE"; stat -c %a "$MINT_TOKEN_FILE"; env | grep DATASETTE_TOKEN';
    const { stdout } = await exec({ command: sh(script), options: ['--no-mask', '--token-file', file] });
    const gone = !existsSync(file);
    rmSync(folder, { recursive: true });
    expect(stdout).toMatch(/^dstok_\S+\n600\n$/);
    expect(gone).toBe(true);
  });

  it('gets little more than the token with --pristine', async () => {
    const { stdout } = await exec({ command: ['env'], options: ['--pristine'] });
    const names = stdout
      .trim()
      .split('\n')
      .map((line) => line.replace(/=.*/, ''));
    expect(names.toSorted()).toStrictEqual(['DATASETTE_TOKEN', 'HOME', 'LANG', 'MINT_TOKEN_EXPORTED', 'PATH']);
  });

  it('has standard input to itself, and finds it empty where the credential stood there', async () => {
    expect((await exec({ command: ['cat'], input: 'hello' })).stdout).toBe('hello');
    const options = ['--credential-file', '-'];
    const read = await exec({ command: sh('cat; echo end'), options, environment: {}, input: `${SECRET}\n` });
    expect(read.stdout).toBe('end\n');
  });

  it('may be another exec, which takes no minted token for a parent', async () => {
    const inner = [
      process.execPath,
      COMMAND,
      'exec',
      '--type',
      'datasette',
      '--actor',
      'other',
      '--grant',
      'mydb: view-database',
      '--',
    ];
    const script = `DATASETTE_SECRET=not-a-real-secret-of-the-inner-one-012345 "$@" sh -c 'echo "$DATASETTE_TOKEN"; exit 6'`;
    const nested = await exec({ command: [...sh(script), 'sh', ...inner] });
    expect(nested.status, nested.stderr).toBe(6);
    expect(nested.stdout).toBe('***\n');
    const influx = [
      process.execPath,
      COMMAND,
      'exec',
      '--type',
      'influxdb',
      '--org',
      'o',
      '--url',
      'http://127.0.0.1:1',
      '--grant',
      'buckets *: read',
      '--',
    ];
    expect((await exec({ command: [...sh('"$@" true'), 'sh', ...influx] })).status).toBe(2);
  });

  it('is told until when its token lives, which nobody can revoke', async () => {
    expect((await exec({ command: ['true'] })).stderr).toMatch(/cannot be revoked and lives until \d{4}-/);
  });
});

describe('an exec that is used wrongly', () => {
  it.each([
    ['without --', {}, 2, '-- is missing'],
    ['without a command', { command: [] }, 2, 'no command stands behind --'],
    ['with an empty command', { command: [''] }, 127, 'was not found'],
    ['with a command that is not there', { command: ['no-such-command'] }, 127, 'was not found'],
    ['with a folder for a command', { command: ['/'] }, 126, 'is a folder'],
    ['with a misspelt option', { command: ['true'], options: ['--prestine'] }, 2, 'Did you mean --pristine'],
    ['with a time that is none', { command: ['true'], options: ['--kill-after', 'soon'] }, 2, '--kill-after'],
    ['with --no-revoke', { command: ['true'], options: ['--no-revoke'] }, 2, '--no-revoke'],
    ['with a secret in an argument', { command: ['true'], options: ['--credential', 'x'] }, 2, '--credential-file'],
  ] as const)('%s', async (_, run, status, said) => {
    const { stdout, stderr, ...ended } = await exec(run);
    expect(ended.status, stderr).toBe(status);
    expect(stdout).toBe('');
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('minted ');
  });

  it('runs nothing in a dry run', async () => {
    const { status, stdout, stderr } = await exec({ command: ['echo', 'ran'], options: ['--dry-run'] });
    expect([status, stdout]).toStrictEqual([0, '']);
    expect(stderr).toContain('this was a dry run');
  });

  it('mints nothing where Node would print the variables of the command', async () => {
    const environment = { DATASETTE_SECRET: SECRET, NODE_DEBUG: 'child_process' };
    const { status, stdout, stderr } = await exec({ command: ['echo', 'ran'], environment });
    expect([status, stdout]).toStrictEqual([111, '']);
    expect(stderr).toContain('Remove NODE_DEBUG');
  });
});
