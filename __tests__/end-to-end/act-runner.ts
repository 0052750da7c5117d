import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** What the workflows of the tests are run in: a consumer's repository, our action's, and a folder for what steps leave. */
export interface Workplace {
  /** The consumer's work tree; the action lies in it too, as `uses: ./` wants it. */
  readonly consumer: string;
  /** The action as a consumer gets it: action.yml and dist, and no node_modules to lean on. */
  readonly action: string;
  /** Steps find it as EVIDENCE. */
  readonly evidence: string;
  /** Home of the runner, thrown away with the rest. */
  readonly home: string;
  remove(): Promise<void>;
}

/**
 * @param checkout the checkout of the action
 * @param files the consumer's files, by path
 */
export async function createWorkplace(checkout: string, files: Readonly<Record<string, string>>): Promise<Workplace> {
  const root = await mkdtemp(join(tmpdir(), 'mint-token-act-'));
  const [consumer, action, evidence, home] = [
    join(root, 'consumer'),
    join(root, 'action'),
    join(root, 'evidence'),
    join(root, 'home'),
  ];
  for (const folder of [consumer, action, evidence, home]) await mkdir(folder);
  for (const part of ['action.yml', 'dist']) {
    for (const folder of [action, consumer]) await cp(join(checkout, part), join(folder, part), { recursive: true });
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(consumer, path)), { recursive: true });
    await writeFile(join(consumer, path), content);
  }
  // act takes the commit and the branch from it.
  await git(consumer, 'init', '--quiet', '--initial-branch=main');
  await git(consumer, 'add', '--all');
  await git(
    consumer,
    '-c',
    'user.name=acme',
    '-c',
    'user.email=acme@example.invalid',
    'commit',
    '--quiet',
    '-m',
    'All',
  );
  return { consumer, action, evidence, home, remove: () => rm(root, { recursive: true, force: true }) };
}

const run = promisify(execFile);

async function git(folder: string, ...options: readonly string[]): Promise<void> {
  // Nobody's own configuration (signing, hooks, templates) has a say.
  const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  await run('git', options, { cwd: folder, env });
}

export interface ActRun {
  readonly exitCode: number | null;
  /** What act printed: its masked log, and nothing else. (Its JSON output prints masks in clear.) */
  readonly log: string;
}

/**
 * Runs one job of the consumer's workflow by act on this machine, without containers and without network. The steps see
 * a clean environment, and the Node that runs this test.
 *
 * @param program path of `act`
 * @param job the job's id
 * @param options `secrets` of the consumer's repository, and variables that the steps see (`env`)
 */
export async function runJob(
  program: string,
  { consumer, action, evidence, home }: Workplace,
  job: string,
  {
    secrets,
    env = {},
  }: { readonly secrets: Readonly<Record<string, string>>; readonly env?: Readonly<Record<string, string>> },
): Promise<ActRun> {
  const variables = {
    GITHUB_REPOSITORY: 'acme/consumer',
    GITHUB_RUN_ID: '42',
    GITHUB_RUN_ATTEMPT: '1',
    EVIDENCE: evidence,
    ...env,
  };
  const child = spawn(
    program,
    [
      ...['push', '--job', job, '--platform', 'ubuntu-latest=-self-hosted'],
      ...['--pull=false', '--action-offline-mode', '--no-cache-server', '--concurrent-jobs', '1'],
      ...['--local-repository', `acme/mint-token@v1=${action}`],
      ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ...Object.entries(secrets).flatMap(([name, value]) => ['--secret', `${name}=${value}`]),
    ],
    {
      cwd: consumer,
      // act uses the first node on the PATH for every action, whatever its `using` says.
      env: { HOME: home, LANG: 'C.UTF-8', PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin` },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { exitCode, log: Buffer.concat(chunks).toString() };
}
