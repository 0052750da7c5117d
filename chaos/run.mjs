/**
 * npm run chaos [-- --seed N] [--runs N] [--type T] [--moment M] [--case C] [--sample] [--json FILE] [--record]
 *
 * Runs the suite in this folder by vitest, prints its table, and fails when a promise was broken. docs/chaos.md explains it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tableOf, totalsOf } from './table.mjs';

/** Runs of each type in a sample. */
const SAMPLE = 80;

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '300' },
    type: { type: 'string' },
    moment: { type: 'string' },
    case: { type: 'string' },
    sample: { type: 'boolean', default: false },
    json: { type: 'string' },
    record: { type: 'boolean', default: false },
  },
});
for (const name of /** @type {const} */ (['seed', 'runs'])) {
  if (!/^\d{1,15}$/.test(values[name])) throw new Error(`--${name} ${values[name]} is no whole number`);
}
const chosen = [values.type, values.moment, values.case].some((value) => value !== undefined);
if (values.record && (values.sample || chosen)) {
  throw new Error('--record keeps the result of a full run: leave out --sample, --type, --moment and --case');
}

const folder = mkdtempSync(join(tmpdir(), 'mint-token-chaos-results-'));
const resultsFile = join(folder, 'results.json');
const begun = performance.now();
const child = spawn(
  process.execPath,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'chaos', '--silent', '--reporter=dot'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      CHAOS_SEED: values.seed,
      CHAOS_RUNS: values.runs,
      CHAOS_RESULTS: resultsFile,
      ...(values.type === undefined ? {} : { CHAOS_TYPE: values.type }),
      ...(values.moment === undefined ? {} : { CHAOS_MOMENT: values.moment }),
      ...(values.case === undefined ? {} : { CHAOS_CASE: values.case }),
      ...(values.sample ? { CHAOS_SAMPLE: String(SAMPLE) } : {}),
    },
  },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
const exitCode = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
const minutes = Math.round((performance.now() - begun) / 6_000) / 10;

if (!existsSync(resultsFile)) {
  rmSync(folder, { recursive: true });
  console.error('chaos: no run was made; see above');
  process.exit(1);
}
/** @type {import('./results.js').ChaosResults} */
const measured = JSON.parse(readFileSync(resultsFile, 'utf8'));
rmSync(folder, { recursive: true });
const broken = measured.results.filter(
  ({ left, othersRevoked, broken }) => left > 0 || othersRevoked || broken.length > 0,
);
const table = tableOf(measured.results);
console.log(`\n${table}`);
for (const { type, case: id, left, othersRevoked, broken: words } of broken) {
  const what = [...(left > 0 ? [`${left} left`] : []), ...(othersRevoked ? ["others' revoked"] : []), ...words];
  console.log(
    `BROKEN: npm run chaos -- --seed ${values.seed} --type '${type}' --case '${id}'   ${what[0]?.split('\n')[0]}`,
  );
}
console.log(
  `\n${measured.results.length} runs, seed ${values.seed}, ${minutes} minutes, ${broken.length} broke a promise`,
);
if (measured.results.length === 0)
  console.log('No run was made: is the name of the type, the moment or the case right?');

const report = {
  date: new Date().toISOString().slice(0, 10),
  commit: commitOf(),
  node: process.version,
  platform: `${process.platform} ${process.arch}, ${cpus().length} cores`,
  minutes,
  seed: measured.seed,
  randomRunsOfEachType: measured.runs,
  sampleOfEachType: measured.sample ?? null,
  totals: totalsOf(measured.results),
  measured: measured.measured,
  broken,
};
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ ...report, runs: measured.results }, undefined, 2)}\n`);
}
if (values.record) await record();
process.exitCode = exitCode !== 0 || broken.length > 0 || measured.results.length === 0 ? 1 : 0;

/** Keeps the table in its page, in the place of the last one. */
async function record() {
  const path = join(root, 'docs', 'chaos.md');
  const { date, commit, node, platform, seed } = report;
  const heading = `${date}, commit ${commit}, Node ${node}, ${platform}, seed ${seed}, ${measured.results.length} runs in ${minutes} minutes, ${broken.length} broke a promise.`;
  const [before, rest] = readFileSync(path, 'utf8').split('<!-- the table begins -->');
  const [, after] = (rest ?? '').split('<!-- the table ends -->');
  if (before === undefined || after === undefined) throw new Error(`${path} has no place for the table`);
  const text = `${before}<!-- the table begins -->\n\n${heading}\n\n${table}\n\n<!-- the table ends -->${after}`;
  const { format, resolveConfig } = await import('prettier');
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

function commitOf() {
  const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  return git('rev-parse', '--short', 'HEAD');
}
