import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { billOfMaterials } from '../../../scripts/sbom.mjs';

interface Bom {
  readonly metadata: { readonly component: { readonly components: readonly FileComponent[] } };
  readonly components: readonly { readonly name: string; readonly group?: string; readonly version: string }[];
}

interface FileComponent {
  readonly name: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** What the lock file installs, as `NAME@VERSION`. */
function locked(): ReadonlySet<string> {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    readonly packages: Readonly<Record<string, { readonly version: string }>>;
  };
  const installed = Object.entries(packages).filter(([path]) => path !== '');
  return new Set(installed.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`));
}

describe('the bill of materials', () => {
  it('lists the packages of which something is bundled, in the versions of the lock file, and no others', async () => {
    // It is checked against the schema as it is made.
    const text = await billOfMaterials();
    const bom = JSON.parse(text) as Bom;
    const listed = bom.components.map(({ group, name, version }) => ({
      name: group === undefined ? name : `${group}/${name}`,
      version,
    }));
    const licensed = [...read('dist/licenses.txt').matchAll(/(?:^|\n\n\n)(?<name>[^\n]+)\n[^\n]+\n/g)];
    expect(listed.map(({ name }) => name).toSorted()).toEqual(
      licensed.map(({ groups }) => groups?.['name'] ?? '').toSorted(),
    );
    const installed = locked();
    for (const { name, version } of listed) expect(installed).toContain(`${name}@${version}`);
    // What it is built and tested with is in no file of dist/, nor is much of what it depends on.
    expect(listed.length).toBeLessThan(installed.size / 2);
    expect(listed.map(({ name }) => name)).not.toContain('undici');

    const files = bom.metadata.component.components;
    expect(files.map(({ name }) => name)).toContain('dist/index.js');
    for (const { name, hashes } of files) {
      expect(hashes, name).toEqual([
        { alg: 'SHA-256', content: createHash('sha256').update(read(name)).digest('hex') },
      ]);
    }
  }, 60_000);
});
