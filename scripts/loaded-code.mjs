/** How much code a step loads, and the most that it may be. */

/**
 * @typedef {object} Step
 * @property {string} entry
 * @property {string} system
 * @property {readonly string[]} modules that it has loaded by import(), its entry among them; their paths from the root
 * @property {number} atMost KB of code
 */

/**
 * What each entry loads for each system in a usual step, seldom things left out, such as dates in words and token files: the
 * modules that it has loaded by import(), and the most that all its code may be, in KB.
 *
 * @type {readonly Step[]}
 */
export const STEPS = [
  step('mint', 'datasette', ['issuers/datasette/issuer'], 195),
  step('mint', 'influxdb', ['issuers/influxdb/issuer', 'issuers/influxdb/tokens'], 275),
  step('mint', 'namespace', ['issuers/namespace/issuer', 'issuers/namespace/tokens'], 275),
  step(
    'mint',
    'namespace by identity token',
    ['issuers/namespace/issuer', 'issuers/namespace/tokens', 'runner/identity-token'],
    275,
  ),
  step('mint', 'solarnetwork', ['issuers/solarnetwork/issuer', 'issuers/solarnetwork/tokens'], 265),
  step('post', 'datasette', [], 80),
  step('post', 'influxdb', ['http/network', 'issuers/influxdb/tokens'], 160),
  step('post', 'namespace', ['http/network', 'issuers/namespace/tokens'], 185),
  step(
    'post',
    'namespace by identity token',
    ['http/network', 'issuers/namespace/tokens', 'runner/identity-token'],
    185,
  ),
  step('post', 'solarnetwork', ['http/network', 'issuers/solarnetwork/tokens'], 165),
];

/** All of dist/ but the licences, in KB. */
const ALL_AT_MOST = 750;

/**
 * @param {string} entry
 * @param {string} system
 * @param {readonly string[]} modules
 * @param {number} atMost
 * @returns {Step}
 */
function step(entry, system, modules, atMost) {
  return { entry, system, modules: [`entries/${entry}`, ...modules].map((module) => `src/${module}.ts`), atMost };
}

/**
 * @param {import('./bundle.mjs').Bundle} bundle
 * @returns {{ readonly sizes: string, readonly tooLarge: readonly string[] }} a table, and what is larger than it may be
 */
export function loadedCode({ files, loadedWith }) {
  const sizeOf = (/** @type {readonly string[]} */ names) =>
    names.reduce((sum, name) => sum + Buffer.byteLength(files.get(name) ?? ''), 0) / 1000;
  const rows = STEPS.map(({ entry, system, modules, atMost }) => {
    const loaded = withRequired([`${entry}.js`, ...modules.flatMap(loadedWith)], files);
    return { what: `${entry}, ${system}`, kilobytes: sizeOf(loaded), atMost, files: loaded.length };
  });
  const all = { what: 'all', kilobytes: sizeOf([...files.keys()]), atMost: ALL_AT_MOST, files: files.size };
  const table = [...rows, all];
  return {
    sizes: [
      'Code that a usual step loads: KB, the most that they may be, files',
      ...table.map(({ what, kilobytes, atMost, files }) =>
        [what.padEnd(33), kilobytes.toFixed(1).padStart(7), String(atMost).padStart(5), String(files).padStart(4)].join(
          '',
        ),
      ),
      '',
    ].join('\n'),
    tooLarge: table
      .filter(({ kilobytes, atMost }) => kilobytes > atMost)
      .map(({ what, kilobytes, atMost }) => `${what}: ${kilobytes.toFixed(1)} KB of code, ${atMost} at most`),
  };
}

/**
 * The files, and those that they load by require().
 *
 * @param {readonly string[]} names
 * @param {ReadonlyMap<string, string>} files
 */
function withRequired(names, files) {
  const all = new Set(names);
  for (const name of all) {
    for (const [, required = ''] of (files.get(name) ?? '').matchAll(/\brequire\("\.\/([\w.-]+)"\)/g))
      all.add(required);
  }
  return [...all];
}
