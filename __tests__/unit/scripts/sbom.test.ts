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

/** Those that the lock file installs for whoever runs what is published. */
/** The versions of each package. None is needed besides what is bundled: all are for development. */
function locked(): ReadonlyMap<string, readonly string[]> {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string }>>;
  };
  const versions = new Map<string, string[]>();
  for (const [path, { version }] of Object.entries(packages)) {
    const name = path.replace(/^.*node_modules\//, '');
    if (version !== undefined) versions.set(name, [...(versions.get(name) ?? []), version]);
  }
  return versions;
}

describe('the bill of materials', () => {
  it('lists the packages of which something is bundled, in the versions of the lock file, and no others', async () => {
    // It is checked against the schema as it is made.
    const text = await billOfMaterials();
    const bom = JSON.parse(text) as Bom;
    const listed = new Map(
      bom.components.map(({ group, name, version }) => [group === undefined ? name : `${group}/${name}`, version]),
    );
    const licensed = [...read('dist/licenses.txt').matchAll(/(?:^|\n\n\n)(?<name>[^\n]+)\n[^\n]+\n/g)];
    expect([...listed.keys()].toSorted()).toEqual(licensed.map(({ groups }) => groups?.['name']).toSorted());
    for (const [name, version] of listed) expect(locked().get(name), name).toContain(version);
    expect(listed.size).toBeLessThan(locked().size);

    const files = bom.metadata.component.components;
    expect(files.map(({ name }) => name)).toContain('dist/index.js');
    for (const { name, hashes } of files) {
      expect(hashes, name).toEqual([
        { alg: 'SHA-256', content: createHash('sha256').update(read(name)).digest('hex') },
      ]);
    }
  }, 60_000);
});
