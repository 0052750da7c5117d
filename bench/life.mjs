/**
 * Start-up and life of the packaged action against a process that does nothing: main and post as the runner starts them,
 * interleaved with `node -e 0` in one run, so that a busy machine slows all of them alike. Prints medians and ratios.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = Number(process.argv[2] ?? 40);
const warmUps = 3;

/** A step as the runner starts it: fresh command files, inputs and state as variables. */
const folder = mkdtempSync(join(tmpdir(), 'mint-token-bench-'));

const datasette = {
  INPUT_TYPE: 'datasette',
  INPUT_ACTOR: 'bench',
  INPUT_CREDENTIAL: 'not-a-real-secret-for-the-bench',
  INPUT_GRANTS: 'content releases: insert-row, update-row',
};

// In a process of its own: this one stands still while it measures.
const server = spawn(process.execPath, [fileURLToPath(new URL('./influxdb-server.mjs', import.meta.url))], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const [port] = await once(server.stdout, 'data');
const influxdb = {
  INPUT_TYPE: 'influxdb',
  INPUT_URL: `http://127.0.0.1:${String(port).trim()}`,
  INPUT_ORG: '00000000000000a1',
  INPUT_CREDENTIAL: 'not-a-real-token-for-the-bench',
  INPUT_GRANTS: 'buckets iot-center: write',
};

/** A command with nothing to do, which shows what there is around it. */
const exec = {
  datasette: ['--type', 'datasette', '--actor', 'bench', '--grant', 'content releases: insert-row, update-row'],
  influxdb: [
    ...['--type', 'influxdb', '--url', influxdb.INPUT_URL, '--org', influxdb.INPUT_ORG],
    ...['--grant', influxdb.INPUT_GRANTS, '--state-dir', join(folder, 'state')],
  ],
};
const parents = { DATASETTE_SECRET: datasette.INPUT_CREDENTIAL, INFLUX_TOKEN: influxdb.INPUT_CREDENTIAL };
const command = join(root, 'dist', 'command.js');

/** @type {ReadonlyMap<string, () => number>} */
const measured = new Map([
  ['node -e 0', () => run(['-e', '0'], {})],
  // Every main needs it, to sign or for what nobody can guess.
  ['node:crypto alone', () => run(['-e', 'require("node:crypto")'], {})],
  ['datasette main', () => run([join(root, 'dist', 'mint.js')], datasette)],
  ['datasette post', () => run([join(root, 'dist', 'post.js')], stateOf(datasette))],
  ['influxdb main', () => run([join(root, 'dist', 'mint.js')], influxdb)],
  ['influxdb post', () => run([join(root, 'dist', 'post.js')], stateOf(influxdb))],
  ['datasette exec', () => run([command, 'exec', ...exec.datasette, '--', 'true'], parents)],
  ['influxdb exec', () => run([command, 'exec', ...exec.influxdb, '--', 'true'], parents)],
]);

/** What each of them shall be at most, against the process that does nothing, on a machine that does nothing else. */
const AIMS = new Map([
  ['datasette main', 1.6],
  ['datasette post', 1.15],
  ['influxdb main', 2.3],
  ['influxdb post', 1.9],
  ['datasette exec', 2.6],
]);

/** @type {Map<string, number[]>} */
const times = new Map([...measured.keys()].map((name) => [name, []]));
for (let round = -warmUps; round < rounds; round++) {
  for (const [name, once] of measured) {
    const time = once();
    if (round >= 0) times.get(name)?.push(time);
  }
}
const floor = median(times.get('node -e 0') ?? []);
console.log(`Node ${process.version}, ${rounds} interleaved rounds, medians`);
for (const [name, list] of times) {
  const middle = median(list);
  const aim = AIMS.get(name);
  console.log(
    `${name.padEnd(20)} ${middle.toFixed(1).padStart(7)} ms   ${(middle / floor).toFixed(2)} x   ${(aim === undefined ? '' : `aim ${aim.toFixed(2)} x`).padEnd(11)}   (fastest ${Math.min(...list).toFixed(1)} ms)`,
  );
}
measureWatchdog();
rmSync(folder, { recursive: true, force: true });
server.stdin.end();

/** What the watchdog of a command holds while it waits, which the command itself looks up. */
function measureWatchdog() {
  if (process.platform !== 'linux') return;
  const script = 'grep VmRSS "/proc/$(pgrep -P $PPID -f mint-token-watchdog | head -n 1)/status"';
  const { stdout } = spawnSync(process.execPath, [command, 'exec', ...exec.influxdb, '--', 'sh', '-c', script], {
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...parents },
    encoding: 'utf8',
  });
  const [, kilobytes = ''] = /(\d+) kB/.exec(stdout) ?? [];
  console.log(`${'watchdog'.padEnd(20)} ${(Number(kilobytes) / 1000).toFixed(1).padStart(7)} MB           aim 5.0 MB`);
}

/**
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} variables
 */
function run(args, variables) {
  const environment = { PATH: process.env['PATH'] ?? '', ...commandFiles(), ...variables };
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stdout.toString()}${stderr.toString()}`);
  return milliseconds;
}

function commandFiles() {
  mkdirSync(folder, { recursive: true });
  const names = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'];
  const files = Object.fromEntries(names.map((name) => [`GITHUB_${name}`, join(folder, name)]));
  for (const file of Object.values(files)) writeFileSync(file, '');
  return {
    ...files,
    RUNNER_TEMP: folder,
    GITHUB_REPOSITORY: 'octo/spoon-knife',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'bench',
  };
}

/**
 * The state that main leaves for post.
 *
 * @param {Readonly<Record<string, string>>} inputs
 */
function stateOf(inputs) {
  run([join(root, 'dist', 'mint.js')], inputs);
  const text = readFileSync(join(folder, 'STATE'), 'utf8');
  const pairs = [...text.matchAll(/^(?<name>\w+)<<(?<end>ghadelimiter_.*)\n(?<value>[^]*?)\n?^\k<end>$/gm)];
  return Object.fromEntries(pairs.map(({ groups }) => [`STATE_${groups?.['name']}`, groups?.['value'] ?? '']));
}

/** @param {readonly number[]} list */
function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
