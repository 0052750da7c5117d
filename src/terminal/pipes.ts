import { spawn } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmdirSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../request/shown-text.js';

/**
 * What a writer does when a pipe is full. Programs expect that it waits; this process never may, since it has signals to pass on
 * and a token to revoke.
 */
export type FullPipe = 'waits' | 'fails';

/** A pipe of the system, by the numbers of its open ends. Neither is inherited unless it is handed on. */
export interface Pipe {
  readonly reader: number;
  readonly writer: number;
}

/**
 * Makes pipes. Those that Node makes for a child are sockets: nobody can open one by a name such as /dev/stderr, and no end of
 * it is a number that this process may write to before it goes on. So each is made by a name, opened, and the name removed.
 *
 * @throws Error where the system lets nobody make them
 */
export async function makePipes(
  writers: readonly FullPipe[],
  environment: NodeJS.ProcessEnv,
): Promise<readonly Pipe[]> {
  if (writers.length === 0) return [];
  const failures: string[] = [];
  for (const folder of new Set([tmpdir(), '/tmp', '/dev/shm'])) {
    try {
      return await makeBelow(folder, writers, environment);
    } catch (error) {
      failures.push(messageOf(error));
    }
  }
  throw new Error(
    `no pipe could be made for the command: ${failures.join('; ')}. A folder for temporary files (TMPDIR) and mkfifo(1) are needed`,
  );
}

async function makeBelow(
  parent: string,
  writers: readonly FullPipe[],
  environment: NodeJS.ProcessEnv,
): Promise<readonly Pipe[]> {
  const folder = mkdtempSync(join(parent, 'mint-token-'));
  const paths = writers.map((_, index) => join(folder, String(index)));
  const made: Pipe[] = [];
  try {
    await makeNames(paths, environment);
    paths.forEach((path, index) => made.push(open(path, writers[index] ?? 'waits')));
    return made;
  } catch (error) {
    for (const pipe of made) close(pipe);
    throw error;
  } finally {
    for (const path of paths) remove(() => unlinkSync(path));
    remove(() => rmdirSync(folder));
  }
}

function makeNames(paths: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn('mkfifo', ['-m', '600', ...paths], {
    env: { PATH: `${environment['PATH'] ?? ''}:/usr/bin:/bin` },
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`mkfifo ended with ${status ?? 'a signal'}`));
    });
  });
}

function open(path: string, writer: FullPipe): Pipe {
  // With both ends open to begin with, no opening waits for the other one.
  const both = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  try {
    const fails = writer === 'fails' ? constants.O_NONBLOCK : 0;
    return { reader: openSync(path, constants.O_RDONLY), writer: openSync(path, constants.O_WRONLY | fails) };
  } finally {
    closeSync(both);
  }
}

function close({ reader, writer }: Pipe): void {
  closeSync(reader);
  closeSync(writer);
}

function remove(removal: () => void): void {
  try {
    removal();
  } catch {
    // It was not made.
  }
}
