/**
 * npm run bench: start-up and life (life.mjs), a lost token among many (lost-token-among-many.mjs), the list of many
 * (list-many.mjs), and a sweep of many (sweep-among-many.mjs), these three with the fakes of the tests, which are TypeScript.
 * npm run bench -- life [ROUNDS], -- scale, -- list or -- sweep for one of them.
 */
import '../scripts/require-node-24.mjs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const [chosen, ...others] = process.argv.slice(2);

const WITH_TYPESCRIPT = [
  '--experimental-transform-types',
  '--disable-warning=ExperimentalWarning',
  `--import=${new URL('find-typescript.mjs', import.meta.url).href}`,
];

/** @type {Readonly<Record<string, readonly string[]>>} */
const benches = {
  life: [path('life.mjs')],
  scale: [...WITH_TYPESCRIPT, path('lost-token-among-many.mjs')],
  list: [...WITH_TYPESCRIPT, path('list-many.mjs')],
  sweep: [...WITH_TYPESCRIPT, path('sweep-among-many.mjs')],
};

if (chosen !== undefined && benches[chosen] === undefined) {
  console.error(`There is no bench ${chosen}; expected ${Object.keys(benches).join(' or ')}.`);
  process.exit(1);
}
for (const [name, args] of Object.entries(benches)) {
  if (chosen !== undefined && chosen !== name) continue;
  const { status } = spawnSync(process.execPath, [...args, ...others], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
