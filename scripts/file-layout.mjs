/**
 * In which file of dist/ each module stands. webpack makes a file for each import() and copies into it what several of them
 * need, and ncc lets nobody change that. Here each module stands once, so that a step loads little code, and few files.
 */

import { indentedByTabs, withoutComments } from './without-comments.mjs';

/** So many characters of code take as long to be read and compiled as one more file takes to be found and opened, or longer. */
const FILE = 16_000;

/** A chunk as webpack writes it, and the places in the first file where its modules begin and where it loads a chunk. */
const CHUNK = /^[^]*\nexports\.modules = \{\n([^]*)\n\};\n?;?\s*$/;
const MODULE = /^\/\*{3}\/ (?=\d+:$)/m;
const FIRST_MODULES = /(?<=^.*\bvar __webpack_modules__ = \(\{\n)/m;
const LOADING = /installChunk\(require\("\.\/" \+ \w+\.u\(chunkId\)\)\);/;

/**
 * @typedef {object} Module
 * @property {string} id
 * @property {string} text
 * @property {string[]} chunks those that need it
 */

/**
 * @typedef {object} Group modules that stand in one file
 * @property {readonly Module[]} modules
 * @property {ReadonlySet<number>} steps those that load it, by their places in the list
 * @property {number} size in characters
 */

/**
 * @param {object} bundle
 * @param {string} bundle.first the text of the file that loads the others
 * @param {ReadonlyMap<string, string>} bundle.chunks their texts, by their ids
 * @param {(id: string) => string} bundle.nameOf the path of a module from the root
 * @param {readonly (readonly string[])[]} steps the chunks that each step loads
 * @param {(step: number) => number} weightOf how much a step counts, by its place in the list: 1 for one that runs in every job, less
 *   for one that runs seldom, and should cost the others nothing
 * @returns {{ readonly files: ReadonlyMap<string, string>, readonly filesOf: (chunk: string) => readonly string[] }} the files by
 *   name, and what has become of a chunk
 */
export function layOut({ first, chunks, nameOf }, steps, weightOf = () => 1) {
  /** @type {Group} */
  const everywhere = { modules: [], steps: new Set(steps.keys()), size: first.length };
  const [inFirst = everywhere, ...groups] = merged([everywhere, ...groupsOf(modulesIn(chunks), steps)], weightOf);
  const named = groups.map((group) => ({ ...group, name: fileName(nameOf(largest(group.modules).id)) }));

  const filesOf = (/** @type {string} */ chunk) =>
    named.filter(({ modules }) => modules.some((module) => module.chunks.includes(chunk))).map(({ name }) => name);
  const table = [...chunks.keys()].map((chunk) => `${chunk}: ${JSON.stringify(filesOf(chunk))},\n`);
  const write = (/** @type {Group} */ { modules }) =>
    modules.map((module) => `\n// ${nameOf(module.id)}\n/***/ ${shown(module, nameOf)},\n`).join('');
  const index = replaced(replaced(first, FIRST_MODULES, write(inFirst)), LOADING, loading(table.join('')));
  const files = named.map((group) => /** @type {const} */ ([group.name, chunkOf(write(group))]));
  if (new Set(named.map(({ name }) => name)).size < named.length) throw new Error('two files have one name');
  const written = [/** @type {const} */ (['index.js', index]), ...files];
  return { files: new Map(written.map(([name, text]) => [name, indentedByTabs(text)])), filesOf };
}

/**
 * @param {ReadonlyMap<string, string>} chunks
 * @returns {readonly Module[]}
 */
function modulesIn(chunks) {
  /** @type {Map<string, Module>} */
  const modules = new Map();
  for (const [chunk, content] of chunks) {
    const [, inside] = content.match(CHUNK) ?? [];
    if (inside === undefined) throw new Error(`chunk ${chunk} is not as webpack writes it`);
    for (const part of inside.split(MODULE).slice(1)) {
      const id = part.slice(0, part.indexOf(':'));
      const text = part.trimEnd().replace(/,$/, '');
      const module = modules.get(id) ?? { id, text, chunks: [] };
      if (module.text !== text) throw new Error(`the copies of module ${id} differ`);
      module.chunks.push(chunk);
      modules.set(id, module);
    }
  }
  return [...modules.values()];
}

/**
 * Those together that the same steps load; of what no step loads as a rule, those that the same chunks need.
 *
 * @param {readonly Module[]} modules
 * @param {readonly (readonly string[])[]} steps
 * @returns {readonly Group[]}
 */
function groupsOf(modules, steps) {
  const loading = (/** @type {Module} */ { chunks }) =>
    [...steps.keys()].filter((step) => steps[step]?.some((chunk) => chunks.includes(chunk)));
  /** @type {Map<string, Module[]>} */
  const alike = new Map();
  for (const module of modules) {
    const key = loading(module).join() || `seldom ${module.chunks.join()}`;
    alike.set(key, [...(alike.get(key) ?? []), module]);
  }
  return [...alike.values()].map((members) => ({
    modules: members,
    steps: new Set(members.slice(0, 1).flatMap(loading)),
    size: members.reduce((sum, { text }) => sum + text.length, 0),
  }));
}

/**
 * Makes one group of two as long as that saves more than it costs, and no step has to load more than a file is worth.
 *
 * @param {readonly Group[]} groups
 * @param {(step: number) => number} weightOf
 * @returns {readonly Group[]} the first of them in the first place
 */
function merged(groups, weightOf) {
  const pairs = groups.flatMap((one, place) => groups.slice(place + 1).map((other) => ({ one, other })));
  const [best] = pairs
    .map((pair) => ({ ...pair, saved: savedBy(pair.one, pair.other, weightOf) }))
    .filter(({ saved }) => saved > 0)
    .toSorted((a, b) => b.saved - a.saved);
  if (best === undefined) return groups;
  const { one, other } = best;
  const both = {
    modules: [...one.modules, ...other.modules],
    steps: new Set([...one.steps, ...other.steps]),
    size: one.size + other.size,
  };
  const rest = groups.filter((group) => group !== other);
  return merged(
    rest.map((group) => (group === one ? both : group)),
    weightOf,
  );
}

/**
 * @param {Group} one
 * @param {Group} other
 * @param {(step: number) => number} weightOf
 */
function savedBy(one, other, weightOf) {
  const only = (/** @type {Group} */ a, /** @type {Group} */ b) => [...a.steps].filter((step) => !b.steps.has(step));
  const weight = (/** @type {readonly number[]} */ steps) => steps.reduce((sum, step) => sum + weightOf(step), 0);
  const [burdened, others] = [only(one, other), only(other, one)];
  const tooMuch = (/** @type {readonly number[]} */ steps, /** @type {number} */ size) =>
    steps.some((step) => size * weightOf(step) > FILE);
  if (tooMuch(burdened, other.size) || tooMuch(others, one.size)) return 0;
  const together = [...one.steps].filter((step) => other.steps.has(step));
  return weight(together) * FILE - weight(burdened) * other.size - weight(others) * one.size;
}

/**
 * @param {Module} module
 * @param {(id: string) => string} nameOf
 */
function shown({ id, text }, nameOf) {
  return nameOf(id).startsWith('./node_modules/') ? withoutComments(text) : text;
}

/** @param {readonly Module[]} modules @returns {Module} */
function largest(modules) {
  return modules.reduce((a, b) => (b.text.length > a.text.length ? b : a));
}

/** @param {string} path */
function fileName(path) {
  const [, name = path] = path.match(/^\.\/(?:src\/)?(.*?)(?:\.[cm]?[jt]s)?(?: \+ .*)?$/) ?? [];
  return `${name.replace(/^node_modules\/((?:@[^/]+\/)?[^/]+).*$/, '$1').replaceAll('/', '-')}.chunk.js`;
}

/** @param {string} modules */
function chunkOf(modules) {
  return `"use strict";\nexports.ids = [];\nexports.modules = {\n${modules}\n};\n`;
}

/** @param {string} table */
function loading(table) {
  return `for (const file of {\n${table}}[chunkId]) installChunk(require("./" + file));\ninstalledChunks[chunkId] = 1;`;
}

/**
 * @param {string} text
 * @param {RegExp} place
 * @param {string} replacement
 */
function replaced(text, place, replacement) {
  if (!place.test(text)) throw new Error(`the bundle has no ${place}`);
  return text.replace(place, () => replacement);
}
