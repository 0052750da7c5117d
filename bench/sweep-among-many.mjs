/**
 * How long a sweep takes, how much it asks, and how much memory it needs: 5,000 tokens of InfluxDB, 1,000 of which 400 dead runs
 * left; the others are of living runs, of other repositories, and of nobody. Fails when anything but those 1,000 goes.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFakeGithub } from '../__tests__/fakes/github.js';
import { allAccessPermissions, createFakeInfluxdb } from '../__tests__/fakes/influxdb.js';
import { createJob } from '../__tests__/runner/job.mjs';

const TOKENS = 5_000;
const ORPHANS = 1_000;
const DEAD_RUNS = 400;
const ALIVE_RUNS = 100;
/** Bytes, Octokit and 2,500 requests among them. */
const MOST_MEMORY = 250e6;
const REPOSITORY = 'octo-org/consumer';

const actionDirectory = fileURLToPath(new URL('../sweep', import.meta.url));
const fake = await createFakeInfluxdb();
const github = await createFakeGithub();
const folder = mkdtempSync(join(tmpdir(), 'mint-token-bench-'));
const memoryFile = join(folder, 'memory');
const job = await createJob({
  actionDirectory,
  context: { GITHUB_API_URL: github.apiUrl },
  environment: {
    NODE_OPTIONS: `--import=${new URL('report-memory.mjs', import.meta.url).href}`,
    BENCH_MEMORY: memoryFile,
  },
  githubToken: github.token,
});
try {
  const orgID = fake.addOrganization('acme');
  const userID = fake.addUser('ci');
  const bucket = fake.addBucket(orgID, 'iot-center');
  const parent = fake.addToken({ orgID, userID, permissions: allAccessPermissions(orgID, userID) });
  const permissions = ['read', 'write'].map((action) => ({
    action,
    resource: { type: 'buckets', id: bucket, orgID },
  }));
  const updatedAt = new Date(Date.now() - 7_200_000).toISOString();
  for (let run = 1; run <= DEAD_RUNS + ALIVE_RUNS; run++) {
    const status = run <= DEAD_RUNS ? 'completed' : 'in_progress';
    github.addRun({ repository: REPOSITORY, run, attempt: 1, status, updatedAt });
  }
  const orphans = new Set();
  for (let number = 0; number < TOKENS; number++) {
    const { id } = fake.addToken({ orgID, userID, permissions, description: descriptionOf(number) });
    if (number < ORPHANS) orphans.add(id);
  }
  const before = fake.requests.length;
  const swept = await job.runAction({
    with: {
      type: 'influxdb',
      url: fake.url,
      org: orgID,
      credential: parent.token,
      dry_run: 'false',
      max_revocations: String(ORPHANS),
    },
  });
  const left = new Set(fake.tokens().map(({ id }) => id));
  const exact = left.size === TOKENS - ORPHANS + 1 && [...orphans].every((id) => !left.has(id));
  const memory = Number(readFileSync(memoryFile, 'utf8'));
  console.log(
    `Node ${process.version}: a sweep of ${TOKENS} tokens, ${ORPHANS} of them left by ${DEAD_RUNS} dead runs`,
  );
  console.log(
    [
      `revoked ${String(swept.outputs['revoked'])}, ${exact ? 'exactly those' : 'NOT THOSE'}`,
      `${(swept.milliseconds / 1000).toFixed(1)} s`,
      `${fake.requests.length - before} requests to InfluxDB`,
      `${github.requests.length} to the forge`,
      `at most ${(memory / 1e6).toFixed(1)} MB${memory <= MOST_MEMORY ? '' : ': TOO MUCH'}`,
    ].join(', '),
  );
  if (!exact || swept.exitCode !== 0 || memory > MOST_MEMORY) process.exitCode = 1;
  if (swept.exitCode !== 0) console.log(swept.log);
} finally {
  await job.dispose();
  await Promise.all([fake.close(), github.close()]);
  rmSync(folder, { recursive: true });
}

/** Orphans first, then tokens of living runs, of another repository, and of nobody. @param {number} number */
function descriptionOf(number) {
  const lease = String(number).padStart(32, '0');
  const marked = (/** @type {string} */ repository, /** @type {number} */ run) =>
    `[mint-token lease=${lease} repo=${repository} run=${run}/1 job=build expires=2099-01-01T00:00:00Z]`;
  if (number < ORPHANS) return marked(REPOSITORY, 1 + (number % DEAD_RUNS));
  if (number < 2 * ORPHANS) return marked(REPOSITORY, DEAD_RUNS + 1 + (number % ALIVE_RUNS));
  return number % 2 === 0 ? marked('octo-org/other', 1) : `of somebody, ${number}`;
}
