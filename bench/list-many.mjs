/**
 * How long the list of 20,000 tokens takes, and how much memory, at each issuer: all of them are shown, as a table, JSON and
 * CSV. Fails when it takes more memory than it may.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJob } from '../__tests__/runner/job.mjs';
import { startInfluxdb, startNamespace, startSolarNetwork } from './crowded-issuers.mjs';

const TOKENS = 20_000;
const MOST_MEGABYTES = 150;

console.log(`Node ${process.version}: a step lists ${TOKENS} tokens`);
console.log('type               requests     answers        JSON       time   most memory');
for (const [system, start] of /** @type {const} */ ([
  ['influxdb', startInfluxdb],
  ['namespace', startNamespace],
  ['solarnetwork', startSolarNetwork],
])) {
  const { requests, bytes, json, milliseconds, memory } = await measure(start);
  const tooMuch = memory > MOST_MEGABYTES * 1e6;
  console.log(
    [
      system.padEnd(16),
      String(requests).padStart(10),
      `${megabytes(bytes)} MB`.padStart(11),
      `${megabytes(json)} MB`.padStart(11),
      `${milliseconds.toFixed(0)} ms`.padStart(10),
      `${megabytes(memory)} MB`.padStart(13),
      tooMuch ? `: MORE THAN ${MOST_MEGABYTES} MB` : '',
    ]
      .join(' ')
      .trimEnd(),
  );
  if (tooMuch) process.exitCode = 1;
}

/** @param {typeof startInfluxdb} start */
async function measure(start) {
  const folder = mkdtempSync(join(tmpdir(), 'mint-token-bench-'));
  const memoryFile = join(folder, 'memory');
  let [requests, bytes] = [0, 0];
  const place = await start(TOKENS, () => ({
    kind: 'rewrite',
    rewrite: (answer) => {
      requests++;
      bytes += Buffer.byteLength(answer.body);
      return answer;
    },
  }));
  const job = await createJob({
    actionDirectory: fileURLToPath(new URL('../list', import.meta.url)),
    environment: {
      NODE_OPTIONS: `--import=${new URL('report-memory.mjs', import.meta.url).href}`,
      BENCH_MEMORY: memoryFile,
    },
  });
  try {
    const { grants, ...inputs } = place.inputs;
    const listed = await job.runAction({ with: inputs });
    if (listed.outputs['count'] !== String(TOKENS)) throw new Error(`not all are listed, for ${grants}: ${listed.log}`);
    const json = statSync(listed.outputs['json_file'] ?? '').size;
    return {
      requests,
      bytes,
      json,
      milliseconds: listed.milliseconds,
      memory: Number(readFileSync(memoryFile, 'utf8')),
    };
  } finally {
    await job.dispose();
    await place.close();
    rmSync(folder, { recursive: true });
  }
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}
