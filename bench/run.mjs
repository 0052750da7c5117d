/**
 * npm run bench [-- N]: start-up and life, in N rounds (life.mjs). npm run bench -- scale: a lost token among many
 * (lost-token-among-many.mjs), with the fakes of the tests, which are TypeScript.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const [first, ...others] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  first === 'scale'
    ? [
        '--experimental-transform-types',
        '--disable-warning=ExperimentalWarning',
        `--import=${new URL('find-typescript.mjs', import.meta.url).href}`,
        path('lost-token-among-many.mjs'),
        ...others,
      ]
    : [path('life.mjs'), ...(first === undefined ? [] : [first]), ...others],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
