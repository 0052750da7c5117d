/**
 * Bundles the two entries of the action into dist/ with ncc. With --check nothing is written: the bundles are made in a
 * temporary folder and compared with dist/, byte for byte.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const ncc = join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');

const made = mkdtempSync(join(tmpdir(), 'mint-token-dist-'));
try {
  for (const [name, entry] of Object.entries({ main: 'mint', post: 'post' })) bundle(name, entry);
  if (process.argv.includes('--check')) compare();
  else replace();
} finally {
  rmSync(made, { recursive: true, force: true });
}

/**
 * @param {string} name the folder in dist/
 * @param {string} entry the file in src/entries/
 */
function bundle(name, entry) {
  const folder = join(made, name);
  // Types are checked by their own script, over all files at once.
  const args = [
    ncc,
    'build',
    join(root, 'src', 'entries', `${entry}.ts`),
    '--out',
    folder,
    '--license',
    'licenses.txt',
    '--no-cache',
    '--quiet',
    '--transpile-only',
  ];
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  for (const file of filesOf(folder)) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    // ncc succeeds when an import leads nowhere, and makes code that throws when it is reached.
    if (text.includes('webpackMissingModule')) throw new Error(`${name}/${file}: an import was not resolved`);
    if (text.replaceAll('\\\\', '/').includes(root.replaceAll('\\', '/')))
      throw new Error(`${name}/${file}: holds a path of this machine`);
    writeFileSync(path, text.replaceAll('\r\n', '\n'));
  }
  addLicenses(folder);
}

/**
 * ncc leaves out the licence of a package whose modules it merged into one with ours.
 *
 * @param {string} folder
 */
function addLicenses(folder) {
  const path = join(folder, 'licenses.txt');
  const licenses = readFileSync(path, 'utf8');
  const listed = licenses.split('\n');
  const missing = packagesIn(folder).filter((name) => !listed.includes(name));
  writeFileSync(path, [licenses.trimEnd(), ...missing.map(licenseOf)].join('\n\n\n').trimStart() + '\n');
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function packagesIn(folder) {
  const texts = filesOf(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const modules = texts.flatMap((text) => [...text.matchAll(/\bMODULE: \.\/node_modules\/((?:@[^/]+\/)?[^/]+)/g)]);
  return [...new Set(modules.map(([, name]) => String(name)))].toSorted();
}

/** @param {string} name */
function licenseOf(name) {
  const folder = join(root, 'node_modules', name);
  const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((candidate) => /^licen[cs]e(?:\.|$)/i.test(candidate));
  if (file === undefined) throw new Error(`${name} is bundled, and brings no licence`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name}\n${license}\n${text}`;
}

function compare() {
  const expected = filesOf(made);
  const found = existsSync(join(root, 'dist')) ? filesOf(join(root, 'dist')) : [];
  const differing = [...new Set([...expected, ...found])].filter(
    (file) => read(made, file) !== read(join(root, 'dist'), file),
  );
  if (differing.length === 0) return;
  console.error(`dist/ is not what the sources make: ${differing.join(', ')}. Run "npm run build" and commit dist/.`);
  process.exitCode = 1;
}

function replace() {
  const dist = join(root, 'dist');
  const old = `${dist}.old`;
  const fresh = `${dist}.new`;
  for (const folder of [old, fresh]) rmSync(folder, { recursive: true, force: true });
  cpSync(made, fresh, { recursive: true });
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
  for (const file of filesOf(dist)) console.log(`${String(statSync(join(dist, file)).size).padStart(8)}  dist/${file}`);
}

/**
 * @param {string} folder
 * @param {string} file
 */
function read(folder, file) {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** @param {string} folder */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}
