/**
 * How long post takes, and how much memory, to find and revoke a token whose answer was lost, among many others: InfluxDB
 * lists all tokens in one answer, Namespace in pages. Fails when memory grows faster than the answers do.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJob } from '../__tests__/runner/job.mjs';
import { startInfluxdb, startNamespace } from './crowded-issuers.mjs';

/** @typedef {import('../__tests__/fakes/faults.js').OnRequest} OnRequest */

/** @typedef {import('./crowded-issuers.mjs').Place} Place */

const actionDirectory = fileURLToPath(new URL('..', import.meta.url));
const ROUNDS = 5;
const SIZES = [0, 2_000, 20_000];
/** Of 1.0: what memory may grow by above the growth of the answers, for what a garbage collector has not yet freed. */
const TOLERANCE = 0.1;

/** @type {ReadonlyMap<string, (others: number, onRequest: OnRequest) => Promise<Place>>} */
const places = new Map([
  ['influxdb', startInfluxdb],
  ['namespace', startNamespace],
]);

console.log(
  `Node ${process.version}, medians of ${ROUNDS} rounds: post finds a lost token by its marker and revokes it`,
);
console.log('type        other tokens     answers       time   most memory   above none');
let failed = false;
for (const [type, start] of places) {
  /** @type {{ bytes: number, memory: number }[]} */
  const grown = [];
  let floor = 0;
  for (const others of SIZES) {
    /** @type {Awaited<ReturnType<typeof measure>>[]} */
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(start, others));
    const [bytes, milliseconds, memory] = /** @type {const} */ (['bytes', 'milliseconds', 'memory']).map((key) =>
      median(rounds.map((one) => one[key])),
    );
    if (bytes === undefined || milliseconds === undefined || memory === undefined) throw new Error('nothing measured');
    if (others === 0) floor = memory;
    else grown.push({ bytes, memory: memory - floor });
    console.log(
      [
        type.padEnd(11),
        String(others).padStart(12),
        `${megabytes(bytes)} MB`.padStart(11),
        `${milliseconds.toFixed(0)} ms`.padStart(10),
        `${megabytes(memory)} MB`.padStart(13),
        others === 0 ? '' : `${megabytes(memory - floor)} MB`.padStart(12),
      ].join(' '),
    );
  }
  const [few, many] = grown;
  if (few === undefined || many === undefined) throw new Error('two sizes are compared');
  const answersGrew = many.bytes / few.bytes;
  const memoryGrew = many.memory / few.memory;
  const kept = memoryGrew <= answersGrew * (1 + TOLERANCE);
  console.log(
    `${type}: the answers grew ${answersGrew.toFixed(1)}-fold, the memory ${memoryGrew.toFixed(1)}-fold${kept ? '' : ': FASTER'}`,
  );
  failed ||= !kept;
}
if (failed) process.exitCode = 1;

/**
 * One job: main is killed when the server has acted, post finds the token.
 *
 * @param {(others: number, onRequest: OnRequest) => Promise<Place>} start
 * @param {number} others
 */
async function measure(start, others) {
  const folder = mkdtempSync(join(tmpdir(), 'mint-token-bench-'));
  const memoryFile = join(folder, 'memory');
  let bytes = 0;
  /** @type {(() => Promise<unknown>) | undefined} */
  let killMain;
  const place = await start(others, ({ path, method }) => {
    const mints = path.endsWith('/CreateRevokableToken') || (method === 'POST' && path.endsWith('/authorizations'));
    if (mints && killMain !== undefined)
      return { kind: 'act-then-reset', afterActing: () => killMain?.().then(() => {}) };
    return {
      kind: 'rewrite',
      rewrite: (answer) => {
        bytes += Buffer.byteLength(answer.body);
        return answer;
      },
    };
  });
  const job = await createJob({
    actionDirectory,
    environment: {
      NODE_OPTIONS: `--import=${new URL('report-memory.mjs', import.meta.url).href}`,
      BENCH_MEMORY: memoryFile,
    },
  });
  try {
    const before = place.tokens();
    const running = job.startAction({ with: place.inputs });
    killMain = () => {
      running.kill('SIGKILL');
      return running.result;
    };
    const main = await running.result;
    if (place.tokens() !== before + 1) throw new Error(`main minted nothing to be found: ${main.log}`);
    bytes = 0;
    const post = await job.startPost(main).result;
    if (post.exitCode !== 0 || place.tokens() !== before) throw new Error(`post did not find the token: ${post.log}`);
    return { bytes, milliseconds: post.milliseconds, memory: Number(readFileSync(memoryFile, 'utf8')) };
  } finally {
    await job.dispose();
    await place.close();
    rmSync(folder, { recursive: true });
  }
}

/** @param {readonly number[]} list */
function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}
