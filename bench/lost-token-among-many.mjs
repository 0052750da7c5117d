/**
 * How long post takes, and how much memory, to find and revoke a token whose answer was lost, among many others: InfluxDB
 * lists all tokens in one answer, Namespace in pages. Fails when memory grows faster than the answers do.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { allAccessPermissions, createFakeInfluxdb } from '../__tests__/fakes/influxdb.js';
import { RevokableToken_Scope, RevokableTokenSchema } from '../__tests__/fakes/namespace-schema/tokens_pb.js';
import { ADMINISTRATOR, BEARERS, createNamespaceFake, WORKSPACE } from '../__tests__/fakes/namespace.js';
import { createJob } from '../__tests__/runner/job.mjs';

/** @typedef {import('../__tests__/fakes/faults.js').OnRequest} OnRequest */

/**
 * @typedef {object} Place
 * @property {Readonly<Record<string, string>>} inputs
 * @property {() => number} tokens how many there are
 * @property {() => Promise<void>} close
 */

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

/**
 * @param {number} others
 * @param {OnRequest} onRequest
 * @returns {Promise<Place>}
 */
async function startInfluxdb(others, onRequest) {
  const fake = await createFakeInfluxdb({ onRequest });
  const orgID = fake.addOrganization('acme');
  const userID = fake.addUser('ci');
  const bucket = fake.addBucket(orgID, 'iot-center');
  const parent = fake.addToken({ orgID, userID, permissions: allAccessPermissions(orgID, userID) });
  for (let number = 0; number < others; number++) {
    const permissions = ['read', 'write'].map((action) => ({
      action,
      resource: { type: 'buckets', id: bucket, orgID },
    }));
    fake.addToken({ orgID, userID, permissions, description: descriptionOf(number) });
  }
  return {
    inputs: {
      type: 'influxdb',
      url: fake.url,
      credential: parent.token,
      org: 'acme',
      grants: 'buckets iot-center: write',
    },
    tokens: () => fake.tokens().length,
    close: () => fake.close(),
  };
}

/**
 * @param {number} others
 * @param {OnRequest} onRequest
 * @returns {Promise<Place>}
 */
async function startNamespace(others, onRequest) {
  const fake = await createNamespaceFake({ onRequest });
  // Put where the fake keeps them: to ask it for each would take longer than the bench.
  const kept = /** @type {(typeof fake.tokens)[number][]} */ (fake.tokens);
  for (let number = 0; number < others; number++) {
    kept.push(
      create(RevokableTokenSchema, {
        tokenId: `tok_${String(number).padStart(20, '0')}`,
        tenantId: WORKSPACE,
        name: `of-others-${number}`,
        description: descriptionOf(number),
        createdAt: timestampFromMs(Date.now()),
        expiresAt: timestampFromMs(Date.now() + 86_400_000),
        creatorActorId: ADMINISTRATOR.actor,
        scope: RevokableToken_Scope.TENANT_SCOPE,
        permissions: [{ resourceType: 'builder', resourceId: '*', actions: ['ensure', 'access'] }],
      }),
    );
  }
  return {
    inputs: {
      type: 'namespace',
      url: fake.url,
      credential: BEARERS.administrator,
      grants: 'builder *: ensure, access',
    },
    tokens: () => fake.living().length,
    close: () => fake.close(),
  };
}

/** As long as a real one. @param {number} number */
function descriptionOf(number) {
  const lease = String(number).padStart(32, '0');
  return `[mint-token lease=${lease} repo=octo-org/consumer run=16580001234/1 job=build expires=2030-01-01T00:00:00Z]`;
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
