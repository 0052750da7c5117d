import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { newMachine } from './command-process.js';

const has = (shell: string) => spawnSync(shell, ['--version']).error === undefined;

async function completions(shell: string): Promise<string> {
  using machine = newMachine();
  const ended = await machine.run(['completion', shell]);
  expect(ended.status).toBe(0);
  return ended.stdout;
}

describe('completion in bash', () => {
  const complete = async (...words: readonly string[]) => {
    const script = `${await completions('bash')}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_mint_token
printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.split('\n').filter((line) => line !== '');
  };
  it('knows the verbs, the options of a verb, and the words of some options', async () => {
    expect(await complete('mint-token', 'cr')).toStrictEqual(['create']);
    expect(await complete('mint-token', 'create', '--expires')).toStrictEqual(['--expires-in', '--expires-at']);
    expect(await complete('mint-token', 'create', '--no-rev')).toStrictEqual(['--no-revoke']);
    expect(await complete('mint-token', 'create', '--type', 'inf')).toStrictEqual(['influxdb']);
    expect(await complete('mint-token', 'create', '--cred')).not.toContain('--credential');
    expect(await complete('mint-token', 'completion', 'f')).toStrictEqual(['fish']);
  });
});

describe.each(['zsh', 'fish'])('completion in %s', (shell) => {
  it.skipIf(!has(shell))('is a script that the shell reads', async () => {
    const text = await completions(shell);
    const { stderr, status } = spawnSync(shell, [shell === 'zsh' ? '-n' : '--no-execute', '/dev/stdin'], {
      encoding: 'utf8',
      input: text,
    });
    expect([status, stderr]).toStrictEqual([0, '']);
  });
});
