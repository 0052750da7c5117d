/**
 * npm run promises [-- --only TEXT] [--check]
 *
 * Breaks each promise on purpose and runs the test that docs/security.md names for it, alone: in a copy of the sources a
 * mutant (promises/mutants.mjs) is put in, and the test must fail. Prints what went unnoticed, and fails when there is any.
 *
 * --only TEXT: the mutants whose test or file has this in its path. --check: only whether each mutant still applies, and each
 * named test has one; takes no time.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { MUTANTS } from './mutants.mjs';

/** @typedef {import('./mutants.mjs').Mutant} Mutant */

/** What is said of a run without a mutant. */
const AS_IT_IS = 'as it is';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { only: { type: 'string' }, check: { type: 'boolean', default: false } } });

const problems = [...withoutMutant(), ...MUTANTS.flatMap(problemsOf)];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else if (values.check) console.log(`${MUTANTS.length} mutants apply`);
else run(MUTANTS.filter(({ test, file }) => [test, file].some((path) => path.includes(values.only ?? ''))));

/** The tests that the security page names without a mutant, and the mutants whose test it does not name. */
function withoutMutant() {
  const page = readFileSync(join(root, 'docs', 'security.md'), 'utf8');
  const [, promised = ''] = /\n## What is promised\n([^]*?)\n## /.exec(page) ?? [];
  const named = new Set([...promised.matchAll(/\]\(\.\.\/([^)]+\.ts)\)/g)].map(([, path = '']) => path));
  const tied = new Set(MUTANTS.map(({ test }) => test));
  return [
    ...[...named].filter((test) => !tied.has(test)).map((test) => `no mutant: ${test} is named in docs/security.md`),
    ...[...tied].filter((test) => !named.has(test)).map((test) => `not named in docs/security.md: ${test}`),
  ];
}

/** @param {Mutant} mutant */
function problemsOf({ file, text, replacement }) {
  if (!existsSync(join(root, file))) return [`no longer applies: there is no ${file}`];
  const source = readFileSync(join(root, file), 'utf8');
  const found = source.split(text).length - 1;
  if (found !== 1) return [`no longer applies: ${file} has ${JSON.stringify(text)} ${found} times`];
  const { diagnostics = [] } = ts.transpileModule(
    source.replace(text, () => replacement),
    { reportDiagnostics: true },
  );
  return diagnostics.map(({ messageText }) => `no TypeScript: ${file}: ${JSON.stringify(replacement)}: ${messageText}`);
}

/** @param {readonly Mutant[]} mutants */
function run(mutants) {
  if (mutants.length === 0) throw new Error(`no mutant has ${values.only} in the path of its test or file`);
  const copy = copyOfSources();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(1));
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }));

  const runs = [...new Set(mutants.map(runOf))];
  build(copy);
  const broken = runs.filter((test) => !passes(copy, test, AS_IT_IS));
  const tried = mutants.filter((mutant) => !broken.includes(runOf(mutant)));
  const unnoticed = tried.filter((mutant) => isUnnoticed(copy, mutant));
  for (const test of broken) console.error(`FAILS WITHOUT A MUTANT: ${test}`);
  for (const { test, breaks } of unnoticed) console.error(`UNNOTICED: ${breaks}, by ${test}`);
  console.log(`${tried.length} of ${mutants.length} mutants tried, ${unnoticed.length} unnoticed`);
  process.exitCode = broken.length > 0 || unnoticed.length > 0 ? 1 : 0;
}

/**
 * @param {string} copy
 * @param {Mutant} mutant
 */
function isUnnoticed(copy, mutant) {
  const path = join(copy, mutant.file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    source.replace(mutant.text, () => mutant.replacement),
  );
  if (!runOf(mutant).includes('/unit/')) build(copy);
  const unnoticed = passes(copy, runOf(mutant), mutant.breaks);
  writeFileSync(path, source);
  return unnoticed;
}

/** @param {Mutant} mutant */
function runOf({ test, run = test }) {
  return run;
}

/** All that is or could be committed, and the packages beside it: nobody's work is touched. */
function copyOfSources() {
  const copy = mkdtempSync(join(tmpdir(), 'mint-token-promises-'));
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const file of list
    .toString()
    .split('\0')
    .filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  // The runs that keep results say of which commit they are.
  const git = (/** @type {readonly string[]} */ options) =>
    execFileSync('git', options, { cwd: copy, stdio: 'ignore' });
  git(['init']);
  git([
    '-c',
    'user.name=promises',
    '-c',
    'user.email=promises@invalid',
    'commit',
    '--allow-empty',
    '--message',
    'copy',
  ]);
  return copy;
}

/** @param {string} copy */
function build(copy) {
  execFileSync(process.execPath, [join('scripts', 'build.mjs')], { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] });
}

/**
 * @param {string} copy
 * @param {string} test
 * @param {string} what is said of the run
 */
function passes(copy, test, what) {
  const [program, ...options] = commandOf(test);
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [program ?? '', ...options], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, ...programsFor(test), NO_COLOR: '1' },
    maxBuffer: 1e8,
  });
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(`${status === 0 ? 'passes' : 'fails '} ${String(seconds).padStart(4)} s  ${test}: ${what}`);
  if (status !== 0 && what === AS_IT_IS) console.error(`${stdout}${stderr}`);
  return status === 0;
}

/** @param {string} test */
function commandOf(test) {
  // A sample of one type: the whole takes twenty minutes.
  if (test === 'chaos/chaos.test.ts') return ['chaos/run.mjs', '--sample', '--type', 'influxdb'];
  if (test === 'leaks/leaks.test.ts') return ['leaks/run.mjs', '--type', 'influxdb'];
  const project = /^(?:__tests__\/)?([^/]+)\//.exec(test)?.[1] ?? '';
  return [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', project, '--bail', '1', test];
}

/**
 * The real programs that a test needs. Without them it would be skipped, and pass whatever the mutant.
 *
 * @param {string} test
 * @returns {Readonly<Record<string, string>>}
 */
function programsFor(test) {
  const results = test.startsWith('chaos/') ? { CHAOS_RESULTS: join(tmpdir(), 'mint-token-promises-chaos.json') } : {};
  const needed = ['influxdb', 'datasette', 'act'].filter(
    (name) =>
      (test.startsWith('__tests__/end-to-end/') && test.includes(`/${name}`)) ||
      (test === 'chaos/restart.test.ts' && name === 'influxdb'),
  );
  const installed = needed.map((name) => [
    `MINT_TOKEN_${name === 'influxdb' ? 'INFLUXD' : name.toUpperCase()}`,
    execFileSync('bash', [join(root, '.ci', `install-${name}.sh`)], { encoding: 'utf8' }).trim(),
  ]);
  return { ...results, ...Object.fromEntries(installed) };
}
