import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { layOut } from '../../../scripts/file-layout.mjs';

const LARGE = 30_000;

/** A module as webpack writes it: its value is the modules that it was made from. */
const moduleOf = (id: string, size: number): string =>
  `/***/ ${id}:\n/***/ ((module) => {\n\nmodule.exports = 'module ${id}';\n${'//'.padEnd(size, '-')}\n\n/***/ })`;

const chunkOf = (id: string, modules: Readonly<Record<string, number>>): string =>
  `"use strict";\nexports.id = ${id};\nexports.ids = [${id}];\nexports.modules = {\n\n${Object.entries(modules)
    .map(([module, size]) => moduleOf(module, size))
    .join(',\n\n')}\n\n};\n;`;

/** The runtime of a bundle, as far as it is touched: what loads a chunk, with the list of the modules that are there then. */
const FIRST = `module.exports = (() => {
\tvar __webpack_modules__ = ({

${moduleOf('100', 10)}

\t});
const __nccwpck_require__ = { u: (chunkId) => chunkId + ".index.js" };
const installedChunks = {};
const installChunk = (chunk) => Object.assign(__webpack_modules__, chunk.modules);
return (chunkId) => {
if (!installedChunks[chunkId]) {
installChunk(require("./" + __nccwpck_require__.u(chunkId)));
}
return __webpack_modules__;
};
})();
`;

/** Two entries; what both need, what both need of a system, what only the first needs, and what is needed seldom. */
const CHUNKS = {
  '1': { '10': LARGE, '20': 100, '50': LARGE },
  '2': { '11': LARGE, '20': 100 },
  '3': { '30': LARGE, '40': LARGE },
  '4': { '31': LARGE, '40': LARGE },
  '5': { '60': 100, '50': LARGE },
  '6': { '60': 100, '20': 100, '70': LARGE },
};
const STEPS = [['1', '3'], ['1'], ['2', '4'], ['2']];

const nameOf = (id: string): string =>
  id === '70' ? './node_modules/@some/package/lib/index.js' : `./src/a/m${id}.ts + 3 modules`;

function layOutChunks(chunks: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  const texts = Object.entries(chunks).map(([id, modules]) => [id, chunkOf(id, modules)] as const);
  return layOut({ first: FIRST, chunks: new Map(texts), nameOf }, STEPS);
}

const idsIn = (text: string): readonly string[] => [...text.matchAll(/^\/\*{3}\/ (\d+):/gm)].map(([, id]) => id ?? '');

describe('the files of a bundle', () => {
  const { files, filesOf } = layOutChunks(CHUNKS);
  const folder = mkdtempSync(join(tmpdir(), 'mint-token-layout-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('hold each module once, with its name', () => {
    const all = [...files.values()].flatMap(idsIn);
    expect(all.toSorted()).toEqual(['10', '100', '11', '20', '30', '31', '40', '50', '60', '70']);
    expect(files.get('a-m11.chunk.js')).toContain('// ./src/a/m11.ts + 3 modules\n/***/ 11:');
  });

  it('hold together what the same steps need, and what is too small for a file of its own', () => {
    const held = [...files].map(([name, text]) => [name, idsIn(text).toSorted()]);
    expect(Object.fromEntries(held)).toEqual({
      // What every step loads.
      'index.js': ['100', '20'],
      'a-m10.chunk.js': ['10', '50'],
      'a-m11.chunk.js': ['11'],
      'a-m30.chunk.js': ['30'],
      'a-m31.chunk.js': ['31'],
      'a-m40.chunk.js': ['40'],
      'a-m60.chunk.js': ['60'],
      '@some-package.chunk.js': ['70'],
    });
    expect(filesOf('1')).toEqual(['a-m10.chunk.js']);
    expect(filesOf('4').toSorted()).toEqual(['a-m31.chunk.js', 'a-m40.chunk.js']);
  });

  it('hold packages without their comments', () => {
    expect(files.get('@some-package.chunk.js')).not.toContain('---');
    expect(files.get('a-m60.chunk.js')).toContain('---');
  });

  it('are loaded so that all modules of a chunk are there', () => {
    writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }');
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const require = createRequire(join(folder, 'a.js'));
    for (const [chunk, modules] of Object.entries(CHUNKS)) {
      for (const file of Object.keys(require.cache))
        if (file.startsWith(folder)) Reflect.deleteProperty(require.cache, file);
      const load = require('./index.js') as (chunk: string) => Record<string, (module: { exports?: string }) => void>;
      const loaded = load(chunk);
      for (const id of Object.keys(modules)) {
        const module: { exports?: string } = {};
        loaded[id]?.(module);
        expect(module.exports).toBe(`module ${id}`);
      }
    }
  });

  it('are refused when the bundle does not look as it should, or two copies of a module differ', () => {
    expect(() => layOutChunks({ '1': { '10': 100 }, '2': { '10': 200 } })).toThrow('module 10 differ');
    const bundle = { first: FIRST, nameOf: String };
    expect(() => layOut({ ...bundle, chunks: new Map([['1', 'something else']]) }, [])).toThrow('chunk 1 is not');
    expect(() => layOut({ ...bundle, first: '', chunks: new Map() }, [])).toThrow('the bundle has no');
  });
});
