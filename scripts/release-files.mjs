/**
 * Makes the files of a release from the commit that its tag names, into an empty folder: the action as it is used, the npm
 * package, the bill of materials, and the hashes of all three. The same commit makes the same bytes.
 *
 * node scripts/release-files.mjs TAG FOLDER
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './bundle.mjs';
import { billOfMaterials } from './sbom.mjs';

const [tag, to] = process.argv.slice(2);
try {
  if (tag === undefined || to === undefined) throw new Error('usage: node scripts/release-files.mjs TAG FOLDER');
  await make(tag, resolve(to));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * @param {string} tag
 * @param {string} folder
 */
async function make(tag, folder) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (tag !== `v${version}`) throw new Error(`the tag is ${tag}, and package.json has the version ${version}`);
  const commit = git('rev-parse', '--verify', `refs/tags/${tag}^{commit}`);
  if (commit !== git('rev-parse', 'HEAD')) throw new Error(`${tag} names ${commit}, which is not what is checked out`);
  const changed = git('status', '--porcelain');
  if (changed !== '') throw new Error(`the checkout is not that of ${tag}:\n${changed}`);

  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  const action = `mint-token-action-${version}`;
  const sources = ['archive', '--format=tar', `--prefix=${action}/`, commit, ...actionFiles()];
  // Without the time and the name that gzip writes.
  writeFileSync(join(folder, `${action}.tar.gz`), gzipSync(run('git', sources), { level: 9 }));
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
  writeFileSync(join(folder, 'mint-token-sbom.cdx.json'), await billOfMaterials());

  const sums = readdirSync(folder)
    .toSorted()
    .map((name) => `${sha256(join(folder, name))}  ${name}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
  process.stdout.write(sums.join(''));
}

/** What a workflow that uses the action runs, and what says how it may be used. */
function actionFiles() {
  const actions = git('ls-files', 'action.yml', '*/action.yml').split('\n');
  return [...actions, 'dist', 'LICENSE', 'README.md', 'SECURITY.md'];
}

/** @param {readonly string[]} options */
function git(...options) {
  return run('git', options).toString().trim();
}

/**
 * @param {string} program
 * @param {readonly string[]} options
 */
function run(program, options) {
  const windows = process.platform === 'win32' && program === 'npm';
  return execFileSync(program, options, {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    // npm is a script there.
    shell: windows,
  });
}

/** @param {string} path */
function sha256(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
