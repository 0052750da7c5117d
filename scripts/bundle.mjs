/** Makes the files of dist/ with ncc: the whole action in one bundle, each module in it once, and a file for each entry that starts it. */
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licenseText, packageIn } from './bundled-packages.mjs';
import { layOut } from './file-layout.mjs';
import { loadedCode, STEPS } from './loaded-code.mjs';

/** Tokens are minted and revoked in every job; a person, or a schedule, looks through them. */
const weightOf = (/** @type {number} */ step) => (['mint', 'post'].includes(STEPS[step]?.entry ?? '') ? 1 : 0.2);

/** Without a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Loads each entry by import(), under its name. */
const INDEX = 'src/entries/index.ts';

const require = createRequire(import.meta.url);

/** @typedef {import('./loaded-code.mjs').Step} Step */
/** @typedef {import('./bundled-packages.mjs').BundledPackage} BundledPackage */

/**
 * What webpack tells of itself, as far as it is used here: https://webpack.js.org/api/stats/
 *
 * @typedef {object} Stats
 * @property {readonly { readonly id: number, readonly origins: readonly { readonly moduleName: string, readonly request: string }[] }[]} chunks
 * @property {readonly { readonly id?: number, readonly name?: string, readonly modules?: readonly { readonly name: string }[] }[]} modules
 */

/**
 * @returns {Promise<{ files: ReadonlyMap<string, string>, packages: readonly BundledPackage[], tooLarge: readonly string[] }>} the
 *   files of dist/ by name, the packages of which something is in them, and what is larger than it may be
 */
export async function bundle() {
  const { first, chunks, stats } = await build();
  const nameOf = (/** @type {string} */ id) => stats.modules.find((module) => String(module.id) === id)?.name ?? id;
  const loadedBy = (/** @type {Step} */ { modules }) => modules.flatMap((module) => chunksOf(stats, module));
  const { files, filesOf } = layOut({ first, chunks, nameOf }, STEPS.map(loadedBy), weightOf);
  for (const [name, text] of files) check(name, text);

  const code = new Map([...files, ...entriesOf(stats).map(startOf)]);
  const loaded = (/** @type {Step} */ step) =>
    new Set([`${step.entry}.js`, 'index.js', ...loadedBy(step).flatMap(filesOf)]);
  const { sizes, tooLarge } = loadedCode(code, (step) => [...loaded(step)]);
  const packages = packagesOf(stats);
  const others = {
    'package.json': '{ "type": "commonjs" }\n',
    'licenses.txt': packages.map(licenseText).join('\n\n\n'),
    'sizes.txt': sizes,
  };
  return { files: new Map([...code, ...Object.entries(others)]), packages, tooLarge };
}

/** @returns {Promise<{ first: string, chunks: ReadonlyMap<string, string>, stats: Stats }>} */
async function build() {
  /** @type {(entry: string, options: object) => Promise<{ code: string, assets: Record<string, { source: string | Buffer }>, stats: { toJson: (options: object) => Stats } }>} */
  const ncc = require('@vercel/ncc');
  // The names of modules, and so their ids, are those from here; tsconfig.json is looked for here.
  process.chdir(root);
  const { code, assets, stats } = await ncc(join(root, INDEX), {
    // CommonJS: as ES modules, Node's own modules cost a step as much time as all that it does.
    esm: false,
    cache: false,
    quiet: true,
    // Types are checked by their own script, over all files at once.
    transpileOnly: true,
  });
  const chunks = Object.entries(assets).map(([name, { source }]) => {
    const [, id] = name.match(/^(\d+)\.index\.js$/) ?? [];
    if (id === undefined) throw new Error(`ncc made ${name}, which is no code`);
    return /** @type {const} */ ([id, String(source).replaceAll('\r\n', '\n')]);
  });
  const told = stats.toJson({
    all: false,
    chunks: true,
    chunkOrigins: true,
    modules: true,
    nestedModules: true,
    ids: true,
    modulesSpace: Infinity,
    nestedModulesSpace: Infinity,
    groupModulesByAttributes: false,
    groupModulesByCacheStatus: false,
    groupModulesByExtension: false,
    groupModulesByLayer: false,
    groupModulesByPath: false,
    groupModulesByType: false,
  });
  return { first: code, chunks: new Map(chunks), stats: told };
}

/**
 * @param {string} name
 * @param {string} text
 */
function check(name, text) {
  // ncc succeeds when an import leads nowhere, and makes code that throws when it is reached.
  if (text.includes('webpackMissingModule')) throw new Error(`${name}: an import was not resolved`);
  if (text.replaceAll('\\\\', '/').includes(`${root.replaceAll('\\', '/')}/`))
    throw new Error(`${name}: holds a path of this machine`);
}

/**
 * What an import() of a module loads.
 *
 * @param {Stats} stats
 * @param {string} module its path from the root, or the name of a package
 */
function chunksOf({ chunks }, module) {
  const loaded = chunks.filter(({ origins }) => origins.some((origin) => importedBy(origin) === module));
  if (loaded.length === 0) throw new Error(`nothing loads ${module} by import()`);
  return loaded.map(({ id }) => String(id));
}

/** @param {Stats['chunks'][number]['origins'][number]} origin @returns {string} the path from the root, or the name of a package */
function importedBy({ moduleName, request }) {
  if (!request.startsWith('.')) return request;
  return posix.join(posix.dirname(moduleName), request).replace(/\.js$/, '.ts');
}

/**
 * @param {Stats} stats
 * @returns {readonly string[]}
 */
function entriesOf({ chunks }) {
  const origins = chunks.flatMap((chunk) => chunk.origins).filter(({ moduleName }) => moduleName === `./${INDEX}`);
  const names = [...new Set(origins.map((origin) => posix.basename(importedBy(origin), '.ts')))].toSorted();
  const unsaid = names.filter((name) => !STEPS.some(({ entry }) => entry === name));
  if (unsaid.length > 0) throw new Error(`scripts/loaded-code.mjs does not say what ${unsaid.join(', ')} may load`);
  return names;
}

/**
 * The file that starts an entry.
 *
 * @param {string} entry
 * @returns {[string, string]}
 */
function startOf(entry) {
  // What a person calls is started by the system.
  const first = entry === 'command' ? '#!/usr/bin/env node\n' : '';
  return [`${entry}.js`, `${first}require("./index.js").${entry}();\n`];
}

/**
 * Every package of which something is bundled: of what the lock file lists, much is in the bundle with nothing.
 *
 * @param {Stats} stats
 * @returns {readonly BundledPackage[]}
 */
function packagesOf({ modules }) {
  const names = modules.flatMap(({ name = '', modules: merged = [] }) => [name, ...merged.map((one) => one.name)]);
  const folders = names.flatMap((name) => name.match(/^\.\/(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []);
  const packages = [...new Set(folders)].map((folder) => packageIn(join(root, folder)));
  return packages.toSorted((a, b) => (a.manifest.name < b.manifest.name ? -1 : 1));
}
