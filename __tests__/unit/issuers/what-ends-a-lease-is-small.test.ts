import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = join(import.meta.dirname, '../../../src');
const FOLDERS = readdirSync(join(SOURCES, 'issuers')).filter((name) =>
  existsSync(join(SOURCES, 'issuers', name, 'tokens.ts')),
);

/** The modules that a module loads with itself; types load nothing. */
function loadedBy(file: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)\.js';/gm);
  for (const [, path = ''] of imports) loadedBy(join(dirname(file), `${path}.ts`), loaded);
  return loaded;
}

test('issuers whose tokens can be revoked are known', () => {
  expect(FOLDERS).toEqual(expect.arrayContaining(['influxdb', 'namespace', 'solarnetwork']));
});

test.each(FOLDERS)('to revoke a token of %s, nothing of grants and nothing that mints is loaded', (folder) => {
  const modules = [...loadedBy(join(SOURCES, 'issuers', folder, 'tokens.ts'))].map((file) => relative(SOURCES, file));
  expect(modules).toContain(join('issuers', folder, 'api.ts'));
  expect(modules.filter((module) => /(?:grants|issuer|mint|access|rehearsal)\.ts$/.test(module))).toEqual([
    // A class of error, and types.
    join('lease', 'issuer.ts'),
  ]);
});
