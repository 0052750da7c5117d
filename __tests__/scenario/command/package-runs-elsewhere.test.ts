import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { VERSION } from '../../../src/version.js';
import { newMachine } from './command-process.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

it('the packed command runs in another folder, with nothing else installed', async () => {
  using machine = newMachine();
  const npm = (folder: string, ...words: readonly string[]) => {
    const { status, stderr, stdout } = spawnSync('npm', words, { cwd: folder, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    return stdout;
  };
  npm(ROOT, 'pack', '--silent', '--pack-destination', machine.folder);
  const folder = join(machine.folder, 'elsewhere');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{}');
  npm(folder, 'install', '--silent', '--offline', '--no-audit', join('..', `mint-token-${VERSION}.tgz`));

  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toStrictEqual([
    'mint-token',
  ]);
  const installed = join(folder, 'node_modules', 'mint-token');
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;
  expect(manifest).not.toHaveProperty('dependencies');
  expect(manifest).not.toHaveProperty('optionalDependencies');
  expect(Object.keys(manifest['scripts'] as object)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/install$|^prepare$/)]),
  );
  expect(readdirSync(installed).toSorted()).toStrictEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
  expect(readdirSync(join(installed, 'dist'))).not.toContain('post.js');

  const command = join(folder, 'node_modules', '.bin', 'mint-token');
  expect(statSync(command).mode & 0o111).not.toBe(0);
  const version = await machine.run(['--version'], { program: [command] });
  expect(version).toStrictEqual({ status: 0, stdout: `${VERSION}\n`, stderr: '' });
  const minted = await machine.run(
    ['create', '--type', 'datasette', '--actor', 'ci', '--grant', 'mydb: view-database', '--output', 'token'],
    { program: [command], environment: { DATASETTE_SECRET: 'not-a-real-secret-of-a-datasette-server-0123456789' } },
  );
  expect(minted.stdout, minted.stderr).toMatch(/^dstok_\S+\n$/);
});
