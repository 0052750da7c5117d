/**
 * webpack copies a module into each chunk that needs it, unless what the same chunks need is 20 KB together, and ncc lets nobody
 * change that. Here such a module moves to a file of its own, with the others that the same entries load.
 */
/** A chunk as webpack writes it: its modules, each after a comment with its id, and what comes before and after them. */
const CHUNK = /^([^]*\nexports\.modules = \{\n)([^]*)(\n\};\n?;?\s*)$/;
const MODULE = /^\/\*{3}\/ (?=\d+:$)/m;

/** @typedef {ReadonlyMap<string, string>} Modules their texts, by their ids */

/**
 * @param {import('./bundle.mjs').Bundle} bundle
 * @param {readonly import('./loaded-code.mjs').Step[]} steps
 * @returns {ReadonlyMap<string, string>} its files, with each module in one of them
 */
export function shareModules({ files, loadedWith }, steps) {
  const chunks = [...files].flatMap(([name, text]) => {
    if (name === 'index.js') return [];
    const [, before, modules, after] = text.match(CHUNK) ?? [];
    if (modules === undefined) throw new Error(`${name} is not a chunk as webpack writes it`);
    return [{ name, before, modules: modulesIn(modules), after }];
  });
  const loaded = steps.map((step) => ({ ...step, files: step.modules.flatMap(loadedWith) }));

  /** @type {Map<string, string>} the file of each module that is in several chunks */
  const sharedIn = new Map();
  /** @type {Map<string, Map<string, string>>} */
  const sharedFiles = new Map();
  for (const [id, text] of chunks.flatMap(({ modules }) => [...modules])) {
    const names = chunks.filter(({ modules }) => modules.has(id)).map(({ name }) => name);
    if (names.length === 1) continue;
    const file = `${nameFor(loaded.filter((step) => step.files.some((loads) => names.includes(loads))))}.shared.js`;
    const modules = sharedFiles.get(file) ?? new Map();
    if (text !== (modules.get(id) ?? text)) throw new Error(`the copies of module ${id} differ`);
    sharedIn.set(id, file);
    sharedFiles.set(file, modules.set(id, text));
  }

  const result = new Map(files);
  for (const [name, modules] of sharedFiles) result.set(name, `module.exports = {\n${written(modules)}\n};\n`);
  for (const { name, before, modules, after } of chunks) {
    const own = [...modules].filter(([id]) => !sharedIn.has(id));
    const others = new Set([...modules.keys()].flatMap((id) => sharedIn.get(id) ?? []));
    const loads = [...others].toSorted().map((file) => `...require("./${file}"),\n`);
    result.set(name, `${before}${loads.join('')}${written(own)}${after}`);
  }
  return result;
}

/**
 * A name for what these steps load: the entries, and the system if it is one.
 *
 * @param {readonly import('./loaded-code.mjs').Step[]} steps
 */
function nameFor(steps) {
  if (steps.length === 0) return 'seldom';
  const entries = new Set(steps.map(({ entry }) => entry));
  const systems = new Set(steps.map(({ system }) => /^\w+/.exec(system)?.[0]));
  return [...entries, ...(systems.size === 1 ? systems : [])].join('-');
}

/**
 * @param {string} text
 * @returns {Modules}
 */
function modulesIn(text) {
  const modules = text.split(MODULE).slice(1);
  return new Map(modules.map((module) => [module.slice(0, module.indexOf(':')), module.trimEnd().replace(/,$/, '')]));
}

/** @param {Iterable<readonly [string, string]>} modules */
function written(modules) {
  return [...modules].map(([, text]) => `\n/***/ ${text},\n`).join('');
}
