/**
 * Builds dist/. With --check nothing is written: what would be is compared with dist/, byte for byte, and its sizes with what
 * they may be.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundle, root } from './bundle.mjs';

const dist = join(root, 'dist');
const { files, tooLarge } = await bundle();
if (process.argv.includes('--check')) compare();
else replace();

function compare() {
  const found = existsSync(dist) ? filesOf(dist) : [];
  const differing = [...new Set([...files.keys(), ...found])].filter((file) => read(file) !== files.get(file));
  if (differing.length > 0)
    fail(`dist/ is not what the sources make: ${differing.join(', ')}. Run "npm run build" and commit dist/.`);
  for (const what of tooLarge) fail(`${what}. See what was added; what is allowed stands in scripts/loaded-code.mjs.`);
}

function replace() {
  const old = `${dist}.old`;
  const fresh = `${dist}.new`;
  for (const folder of [old, fresh]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(fresh);
  for (const [name, text] of files) writeFileSync(join(fresh, name), text);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
  console.log(files.get('sizes.txt'));
  for (const what of tooLarge) console.warn(`${what}. "npm run check:dist" will fail.`);
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

/** @param {string} file */
function read(file) {
  const path = join(dist, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** @param {string} folder */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}
