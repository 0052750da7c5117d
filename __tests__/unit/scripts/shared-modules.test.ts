import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { shareModules } from '../../../scripts/shared-modules.mjs';

/** As webpack writes it. */
const chunk = (id: number, modules: readonly number[]): string =>
  `"use strict";\nexports.id = ${id};\nexports.ids = [${id}];\nexports.modules = {\n\n${modules
    .map((module) => `/***/ ${module}:\n/***/ ((module) => {\n\nmodule.exports = 'module ${module}';\n\n/***/ })`)
    .join(',\n\n')}\n\n};\n;`;

const INDEX = 'the runtime, which is left as it is';

/** Of two entries, what both of them load of one system, what only the first loads, and what is seldom loaded. */
const chunks = {
  '1.index.js': chunk(1, [10, 20, 30, 40]),
  '2.index.js': chunk(2, [11, 20]),
  '3.index.js': chunk(3, [12, 30, 60]),
  '4.index.js': chunk(4, [13, 50]),
  '5.index.js': chunk(5, [14, 50, 40]),
  '6.index.js': chunk(6, [15, 60]),
  '7.index.js': chunk(7, [16, 30]),
};
const STEPS = [
  { entry: 'mint', system: 'influxdb', modules: ['1', '3'], atMost: 1 },
  { entry: 'mint', system: 'namespace', modules: ['1', '7'], atMost: 1 },
  { entry: 'mint', system: 'namespace by identity token', modules: ['1', '7'], atMost: 1 },
  { entry: 'post', system: 'influxdb', modules: ['2', '6'], atMost: 1 },
  { entry: 'post', system: 'namespace', modules: ['2'], atMost: 1 },
];
const share = (files: Readonly<Record<string, string>>) =>
  shareModules(
    {
      files: new Map([['index.js', INDEX], ...Object.entries(files)]),
      loadedWith: (module) => [`${module}.index.js`],
    },
    STEPS,
  );

describe('the modules of a bundle', () => {
  const files = share(chunks);
  const folder = mkdtempSync(join(tmpdir(), 'mint-token-shared-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are each in one file', () => {
    const all = [...files.values()].flatMap((text) => [...text.matchAll(/^\/\*\*\*\/ (\d+):$/gm)].map(([, id]) => id));
    expect(all.toSorted()).toEqual(['10', '11', '12', '13', '14', '15', '16', '20', '30', '40', '50', '60']);
    expect(files.get('index.js')).toBe(INDEX);
  });

  it('are in a file of the entries that load them, and of the system, when several chunks need them', () => {
    const shared = [...files].filter(([name]) => name.endsWith('.shared.js'));
    expect(shared.map(([name, text]) => [name, text.match(/^\/\*\*\*\/ \d+/gm)])).toEqual([
      ['mint-post.shared.js', ['/***/ 20']],
      ['mint.shared.js', ['/***/ 30', '/***/ 40']],
      ['mint-post-influxdb.shared.js', ['/***/ 60']],
      ['seldom.shared.js', ['/***/ 50']],
    ]);
  });

  it('come with each chunk that needs them, as before', () => {
    writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }');
    for (const [name, text] of files) if (name !== 'index.js') writeFileSync(join(folder, name), text);
    const load = createRequire(join(folder, 'a.js'));
    for (const [name, before] of Object.entries(chunks)) {
      const { ids, modules } = load(`./${name}`) as { ids: readonly number[]; modules: object };
      expect(ids).toEqual([Number.parseInt(name)]);
      const wanted = [...before.matchAll(/^\/\*\*\*\/ (\d+):$/gm)].map(([, id]) => id);
      expect(Object.keys(modules)).toEqual(expect.arrayContaining(wanted));
      for (const [id, run] of Object.entries(modules) as [string, (module: { exports?: string }) => void][]) {
        const module: { exports?: string } = {};
        run(module);
        expect(module.exports).toBe(`module ${id}`);
      }
    }
  });

  it('are refused when a chunk does not look as it should, or two copies differ', () => {
    expect(() => share({ '1.index.js': 'something else' })).toThrow('1.index.js is not a chunk');
    const other = chunk(2, [20]).replace('module 20', 'another module');
    expect(() => share({ '1.index.js': chunk(1, [20]), '2.index.js': other })).toThrow('module 20 differ');
  });
});
