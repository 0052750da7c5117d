import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = join(import.meta.dirname, '../../../src');
const FOLDERS = readdirSync(join(SOURCES, 'issuers'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The modules that a module loads with itself; types load nothing. */
function loadedBy(file: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)\.js';/gm);
  for (const [, path = ''] of imports) loadedBy(join(dirname(file), `${path}.ts`), loaded);
  return loaded;
}

const OF_A_MINT = /(?:grants|issuer|mint|rehearsal)\.ts$/;

function modulesOf(...path: readonly string[]): readonly string[] {
  return [...loadedBy(join(SOURCES, 'issuers', ...path))].map((file) => relative(SOURCES, file));
}

const foldersWith = (file: string) => FOLDERS.filter((folder) => existsSync(join(SOURCES, 'issuers', folder, file)));

test('issuers whose tokens can be revoked are known', () => {
  expect(foldersWith('tokens.ts')).toEqual(expect.arrayContaining(['influxdb', 'namespace', 'solarnetwork']));
});

test.each(foldersWith('tokens.ts'))('to revoke a token of %s, nothing of a mint is loaded', (folder) => {
  const modules = modulesOf(folder, 'tokens.ts');
  expect(modules).toContain(join('issuers', folder, 'api.ts'));
  // A class of error, and types.
  expect(modules.filter((module) => OF_A_MINT.test(module))).toEqual([join('lease', 'issuer.ts')]);
  expect(modules).not.toContain(join('issuers', folder, 'access.ts'));
});

test.each(FOLDERS)('to reach %s, nothing of a mint is loaded', (folder) => {
  const modules = modulesOf(folder, 'access.ts').filter((module) => OF_A_MINT.test(module));
  expect(modules.filter((module) => module !== join('lease', 'issuer.ts'))).toEqual([]);
});
