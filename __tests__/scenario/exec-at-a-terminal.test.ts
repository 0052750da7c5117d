import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const DRIVER = fileURLToPath(new URL('at-a-terminal.py', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../dist/command.js', import.meta.url));

type Step = readonly ['send', string] | readonly ['expect', string] | readonly ['signal', NodeJS.Signals, string];

/** What a terminal shows of these steps, typed into a shell in which `$X` runs a script with a token. */
async function type(script: string, steps: readonly Step[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mint-token-test-'));
  // What is typed is shown too: nothing that is waited for may stand in it.
  writeFileSync(join(folder, 'script'), script);
  writeFileSync(join(folder, 'grants'), '*: view-instance');
  const options = ['--type', 'datasette', '--actor', 'ci-bot', '--grants-file', join(folder, 'grants')];
  const child = spawn('python3', [DRIVER], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      TERM: 'dumb',
      DATASETTE_SECRET: 'not-a-real-secret-0123456789012345678901',
      X: [process.execPath, COMMAND, 'exec', ...options, '--', '/bin/sh', join(folder, 'script')].join(' '),
    },
  });
  child.stdin.end(JSON.stringify([enter("PS1=REA''DY"), READY, ...steps]));
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (shown += text));
  return new Promise((resolve, reject) => {
    child.once('close', (status) => {
      rmSync(folder, { recursive: true });
      if (status === 0) resolve(shown);
      else reject(new Error(shown));
    });
  });
}

const enter = (line: string): Step => ['send', `${line}\n`];
const READY: Step = ['expect', 'READY'];
const RUN = enter('$X');
const endsWith = (status: number): readonly Step[] => [
  READY,
  enter('echo st""atus=$?'),
  ['expect', `status=${status}\r\n`],
];

const canRun =
  process.platform !== 'win32' && ['python3', 'bash'].every((name) => spawnSync(name, ['--version']).status === 0);

describe.skipIf(!canRun)('a command at a terminal', () => {
  it('has the terminal itself', async () => {
    await type('test -t 0 && test -t 1 && test -t 2 && echo terminal; exit 4', [
      RUN,
      ['expect', 'terminal\r\n'],
      ...endsWith(4),
    ]);
  });

  it('hears Ctrl-C once, and what it makes of it is its own affair', async () => {
    const script = `
      n=0
      trap 'n=$((n + 1))' INT
      echo go
      for i in 1 2 3 4 5 6 7 8; do sleep 0.1; done
      echo heard $n
      exit 6`;
    await type(script, [RUN, ['expect', 'go\r\n'], ['send', '\u0003'], ['expect', 'heard 1\r\n'], ...endsWith(6)]);
  });

  it('is ended by Ctrl-C as it would be without us', async () => {
    await type('echo go; exec sleep 60', [RUN, ['expect', 'go\r\n'], ['send', '\u0003'], ...endsWith(130)]);
  });

  it('is stopped by Ctrl-Z, and goes on in the foreground', async () => {
    await type('echo go; read line; echo "read $line"; exit 5', [
      RUN,
      ['expect', 'go\r\n'],
      ['send', '\u001a'],
      ['expect', 'Stopped'],
      READY,
      enter('fg'),
      ['expect', '$X\r\n'],
      enter('something'),
      ['expect', 'read something'],
      ...endsWith(5),
    ]);
  });

  it('alone is sent TERM, and what it leaves running in the group is said', async () => {
    const shown = await type('sleep 3 & echo "parent $PPID."; exec sleep 60', [
      RUN,
      ['expect', '.\r\n'],
      ['signal', 'SIGTERM', 'parent '],
      ['expect', 'left something running'],
      ...endsWith(143),
    ]);
    expect(shown).toMatch(/"sleep" \(\d+\)/);
  });

  it('leaves the terminal as it was', async () => {
    await type('echo go; exec sleep 60', [
      enter('stty -g > ~/before; echo fir""st'),
      ['expect', 'first\r\n'],
      RUN,
      ['expect', 'go\r\n'],
      ['send', '\u0003'],
      READY,
      enter('stty -g | cmp - ~/before && echo sa""me'),
      ['expect', 'same\r\n'],
    ]);
  });

  it('that is a part of a pipeline is masked where it writes to no terminal', async () => {
    await type('echo "it is $DATASETTE_TOKEN"', [enter('$X 2>/dev/null | cat'), ['expect', 'it is ***\r\n'], READY]);
  });
});
