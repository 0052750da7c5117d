/** How much code a step loads, and the most that it may be. */

/**
 * @typedef {object} Step
 * @property {string} entry
 * @property {string} system
 * @property {readonly string[]} modules that it has loaded by import(), its entry among them; their paths from the root, or the
 *   names of packages
 * @property {number} atMost KB of code
 */

const OCTOKIT = '@actions/github';

/**
 * What each entry loads for each system in a usual step, seldom things left out, such as dates in words and token files: the
 * modules that it has loaded by import(), and the most that all its code may be, in KB.
 *
 * @type {readonly Step[]}
 */
export const STEPS = [
  step('mint', 'datasette', ['issuers/datasette/issuer'], 220),
  step('mint', 'datasette/managed', ['issuers/datasette-managed/issuer', 'issuers/datasette-managed/tokens'], 310),
  step('mint', 'influxdb', ['issuers/influxdb/issuer', 'issuers/influxdb/tokens'], 315),
  step('mint', 'namespace', ['issuers/namespace/issuer', 'issuers/namespace/tokens'], 305),
  step(
    'mint',
    'namespace by identity token',
    ['issuers/namespace/issuer', 'issuers/namespace/tokens', 'http/identity-token'],
    305,
  ),
  step('mint', 'solarnetwork', ['issuers/solarnetwork/issuer', 'issuers/solarnetwork/tokens'], 292),
  step('post', 'datasette', [], 88),
  step('post', 'datasette/managed', ['http/network', 'issuers/datasette-managed/tokens'], 185),
  step('post', 'influxdb', ['http/network', 'issuers/influxdb/tokens'], 175),
  step('post', 'namespace', ['http/network', 'issuers/namespace/tokens'], 205),
  step('post', 'namespace by identity token', ['http/network', 'issuers/namespace/tokens', 'http/identity-token'], 205),
  step('post', 'solarnetwork', ['http/network', 'issuers/solarnetwork/tokens'], 182),
  step('command', 'create, datasette', ['entries/command-create', 'issuers/datasette/issuer'], 290),
  step(
    'command',
    'create, influxdb',
    ['entries/command-create', 'issuers/influxdb/issuer', 'issuers/influxdb/tokens', 'terminal/leases-to-end'],
    410,
  ),
  ...['list', 'revoke'].flatMap((verb) =>
    ['influxdb', 'namespace', 'solarnetwork'].map((system) =>
      step(verb, system, [`issuers/${system}/access`, `issuers/${system}/issued-tokens`], 370),
    ),
  ),
  step('command', 'exec, datasette', ['entries/command-exec', 'issuers/datasette/issuer'], 325),
  step(
    'command',
    'exec, influxdb',
    ['entries/command-exec', 'terminal/leases-to-end', 'issuers/influxdb/issuer', 'issuers/influxdb/tokens'],
    425,
  ),
  step('watchdog', 'influxdb', ['http/network', 'issuers/influxdb/tokens'], 270),
  // Most of it is Octokit.
  ...['influxdb', 'namespace', 'solarnetwork'].map((system) =>
    step('sweep', system, [`issuers/${system}/access`, `issuers/${system}/issued-tokens`, 'github/runs', OCTOKIT], 540),
  ),
  ...['influxdb', 'namespace', 'solarnetwork'].map((system) =>
    step(
      'update',
      system,
      ['access', 'issued-tokens', 'update'].map((part) => `issuers/${system}/${part}`),
      375,
    ),
  ),
];

/** All of dist/ but the licences, in KB. */
export const ALL_AT_MOST = 1290;

/**
 * @param {string} entry
 * @param {string} system
 * @param {readonly string[]} modules
 * @param {number} atMost
 * @returns {Step}
 */
function step(entry, system, modules, atMost) {
  return {
    entry,
    system,
    modules: [`entries/${entry}`, ...modules].map((module) => (module === OCTOKIT ? module : `src/${module}.ts`)),
    atMost,
  };
}

/**
 * @param {ReadonlyMap<string, string>} files the texts of all, by name
 * @param {(step: Step) => readonly string[]} loadedBy the names of those that a step loads
 * @returns {{ readonly sizes: string, readonly tooLarge: readonly string[] }} a table, and what is larger than it may be
 */
export function loadedCode(files, loadedBy) {
  const rowOf = (/** @type {string} */ what, /** @type {readonly string[]} */ names, /** @type {number} */ atMost) => {
    const bytes = names.reduce((sum, name) => sum + Buffer.byteLength(files.get(name) ?? ''), 0);
    return { what, kilobytes: (bytes / 1000).toFixed(1), atMost, count: names.length };
  };
  const table = [
    ...STEPS.map((step) => rowOf(`${step.entry}, ${step.system}`, loadedBy(step), step.atMost)),
    rowOf('all', [...files.keys()], ALL_AT_MOST),
  ];
  const lines = table.map(({ what, kilobytes, atMost, count }) =>
    [what.padEnd(33), kilobytes.padStart(7), String(atMost).padStart(5), String(count).padStart(4)].join(''),
  );
  return {
    sizes: ['Code that a usual step loads: KB, the most that they may be, files', ...lines, ''].join('\n'),
    tooLarge: table
      .filter(({ kilobytes, atMost }) => Number(kilobytes) > atMost)
      .map(({ what, kilobytes, atMost }) => `${what}: ${kilobytes} KB of code, ${atMost} at most`),
  };
}
