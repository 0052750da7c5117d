import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findCommand } from '../../../src/terminal/find-command.js';

/** A folder with these files in it, some of which may be run. */
function folder(files: Readonly<Record<string, number | 'folder'>>): string {
  const path = mkdtempSync(join(tmpdir(), 'mint-token-test-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  for (const [name, mode] of Object.entries(files)) {
    if (mode === 'folder') mkdirSync(join(path, name));
    else {
      writeFileSync(join(path, name), '');
      chmodSync(join(path, name), mode);
    }
  }
  return path;
}

describe.skipIf(process.platform === 'win32')('the command to run', () => {
  it('is the first of its name in the folders of PATH that may be run', () => {
    const [first, second, third] = [folder({ tool: 0o644 }), folder({ tool: 0o755 }), folder({ tool: 0o755 })];
    expect(findCommand('tool', { PATH: `${first}:${second}:${third}` })).toStrictEqual({
      kind: 'found',
      path: join(second, 'tool'),
    });
  });

  it('is a path when it has a slash', () => {
    const path = join(folder({ tool: 0o755 }), 'tool');
    expect(findCommand(path, { PATH: '' })).toStrictEqual({ kind: 'found', path });
    expect(findCommand('/bin/sh', {})).toStrictEqual({ kind: 'found', path: '/bin/sh' });
  });

  it('is looked for where the C library looks when PATH is not set', () => {
    expect(findCommand('sh', {}).kind).toBe('found');
  });

  it('is looked for in the current folder where PATH has an empty one', () => {
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(folder({ tool: 0o755 }));
    expect(findCommand('tool', { PATH: ':/nowhere' })).toStrictEqual({ kind: 'found', path: './tool' });
  });

  it.each([
    [
      'no-such-command',
      { PATH: '/usr/bin:/nowhere' },
      'the command "no-such-command" was not found: it is in no folder of PATH',
    ],
    ['/no/such/command', {}, 'the command "/no/such/command" was not found: there is no such file'],
    ['/bin/sh/command', {}, 'the command "/bin/sh/command" was not found: there is no such file'],
    ['', { PATH: '/usr/bin' }, 'the command "" was not found: it is in no folder of PATH'],
  ])('that is not there ends with 127: %j', (name, environment, message) => {
    expect(findCommand(name, environment)).toStrictEqual({ kind: 'refused', status: 127, message });
  });

  it('that cannot be run ends with 126', () => {
    const path = folder({ text: 0o644, folder: 'folder' });
    expect(findCommand('text', { PATH: path })).toStrictEqual({
      kind: 'refused',
      status: 126,
      message: `the command "text" cannot be run: there is no right to run "${path}/text"`,
    });
    expect(findCommand('folder', { PATH: path })).toStrictEqual({
      kind: 'refused',
      status: 126,
      message: `the command "folder" cannot be run: "${path}/folder" is a folder`,
    });
  });
});

describe('the command to run on Windows', () => {
  it('is found by its ending', () => {
    const path = folder({ 'tool.exe': 0o755 });
    const found = findCommand(join(path, 'tool'), { PATHEXT: '.com;.exe' }, 'win32');
    expect(found).toStrictEqual({ kind: 'found', path: join(path, 'tool.exe') });
  });

  it('that is a script of its shell ends with 126, and is told what to do', () => {
    const path = folder({ 'tool.cmd': 0o755 });
    const found = findCommand(join(path, 'tool'), { PATHEXT: '.exe;.cmd' }, 'win32');
    expect(found).toMatchObject({ kind: 'refused', status: 126 });
    expect('message' in found && found.message).toContain('run it by cmd /c');
  });
});
