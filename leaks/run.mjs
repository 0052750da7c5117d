/**
 * npm run leaks [-- --type T] [--json FILE] [--record]
 *
 * Runs the suite in this folder by vitest, prints its tables, and fails when a secret leaked. docs/leaks.md explains it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { tablesOf } from './tables.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { type: { type: 'string' }, json: { type: 'string' }, record: { type: 'boolean', default: false } },
});
if (values.record && values.type !== undefined)
  throw new Error('--record keeps the result of a full run: leave out --type');

const folder = mkdtempSync(join(tmpdir(), 'mint-token-leaks-results-'));
const resultsFile = join(folder, 'results.json');
const begun = performance.now();
const child = spawn(
  process.execPath,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'leaks', '--silent'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      LEAKS_RESULTS: resultsFile,
      ...(values.type === undefined ? {} : { LEAKS_TYPE: values.type }),
    },
  },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
const exitCode = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
const seconds = Math.round((performance.now() - begun) / 1_000);

/** @type {import('./results.js').LeakResults} */
const results = JSON.parse(readFileSync(resultsFile, 'utf8'));
rmSync(folder, { recursive: true });
if (results.types.length === 0) console.log('Nothing was printed: is the name of the type right?');

const { tables, leaks, printed } = tablesOf(results);
console.log(`\n${tables}`);
for (const leak of leaks) console.log(`LEAKED: ${leak}`);
for (const program of results.missingPrograms)
  console.log(`SKIPPED: this machine has no ${program}; its rows prove nothing`);
console.log(`\n${printed} printed secrets, ${seconds} seconds, ${leaks.length} leaked`);

const report = {
  date: new Date().toISOString().slice(0, 10),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
  node: process.version,
  platform: `${process.platform} ${process.arch}, ${cpus().length} cores`,
  seconds,
  printed,
  leaks,
  ways: results.ways,
  places: results.places,
  missingPrograms: results.missingPrograms,
  // In the order of the ways and of the places.
  types: results.types.map(({ type, secrets, places }) => ({
    type,
    secrets: secrets.map(({ what, length, outcomes }) => ({ what, length, outcomes: kindsOf(outcomes) })),
    places: kindsOf(places),
  })),
  hostileSecrets: results.hostileSecrets.map(({ name, outcomes, places, shows }) => ({
    name,
    outcomes: kindsOf(outcomes),
    places: kindsOf(places),
    shows,
  })),
};
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report)}\n`);
if (values.record) await record();
process.exitCode = exitCode !== 0 || leaks.length > 0 || results.types.length === 0 ? 1 : 0;

/** Keeps the tables in their page, in the place of the last ones. */
async function record() {
  const path = join(root, 'docs', 'leaks.md');
  const { date, commit, node, platform } = report;
  const heading = `${date}, commit ${commit}, Node ${node}, ${platform}: ${printed} printed secrets in ${seconds} seconds, ${leaks.length} leaked.`;
  const [before, rest] = readFileSync(path, 'utf8').split('<!-- the tables begin -->');
  const [, after] = (rest ?? '').split('<!-- the tables end -->');
  if (before === undefined || after === undefined) throw new Error(`${path} has no place for the tables`);
  const text = `${before}<!-- the tables begin -->\n\n${heading}\n\n${tables}\n\n<!-- the tables end -->${after}`;
  const options = await resolveConfig(path);
  writeFileSync(path, await format(text, { ...options, parser: 'markdown' }));
}

/** @param {readonly { readonly kind: string }[]} outcomes */
function kindsOf(outcomes) {
  return outcomes.map(({ kind }) => kind);
}
