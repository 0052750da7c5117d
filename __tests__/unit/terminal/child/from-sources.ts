import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const hooks = new URL('../../../../scripts/typescript-sources.mjs', import.meta.url).href;

/** Node, and what makes it run a script of this folder as it is. */
export function programOf(script: string): readonly string[] {
  return [
    process.execPath,
    '--experimental-transform-types',
    '--disable-warning=ExperimentalWarning',
    '--import',
    hooks,
    fileURLToPath(new URL(script, import.meta.url)),
  ];
}

/** A process of its own, for what signals do to one. */
export function runScript(script: string, task: unknown, stdio: StdioOptions = 'pipe'): ChildProcess {
  const [node = '', ...options] = programOf(script);
  // In a session of its own, so that the tests are alike wherever they are run: there is no terminal in it.
  return spawn(node, [...options, JSON.stringify(task)], { stdio, detached: true });
}

/** All that a process writes, and how it ended. */
export function outcomeOf(child: ChildProcess): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('latin1').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) => {
    child.once('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
}

export interface Outcome {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Resolves when a process has written a text. */
export function written(child: ChildProcess, text: string, file: 'stdout' | 'stderr' = 'stdout'): Promise<void> {
  let all = '';
  return new Promise((resolve) => {
    child[file]?.on('data', (bytes: Buffer) => {
      all += bytes.toString();
      if (all.includes(text)) resolve();
    });
  });
}
