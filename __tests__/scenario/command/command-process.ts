import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunningIssuer } from '../network/issuer-under-test.js';

export const COMMAND = fileURLToPath(new URL('../../../dist/command.js', import.meta.url));

export interface CommandEnd {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Somebody's machine: a home of its own, and nothing in the environment but what a shell needs. */
export interface Machine extends Disposable {
  readonly folder: string;
  readonly stateFolder: string;
  /** Runs the command to its end. */
  run(words: readonly string[], options?: RunOptions): Promise<CommandEnd>;
  /** What is written down of leases. */
  journal(): readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** A program and its arguments, in place of the command. */
  readonly program?: readonly string[];
  /** Called when it has written something to standard error. */
  readonly onStderr?: (text: string, signal: (signal: NodeJS.Signals) => void) => void;
  readonly closeStdout?: boolean;
}

export function newMachine(): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'mint-token-machine-'));
  const stateFolder = join(folder, '.local', 'state', 'mint-token');
  const environment = { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'C.UTF-8' };
  return {
    folder,
    stateFolder,
    environment,
    run: (words, options = {}) => runCommand(folder, environment, words, options),
    journal: () => (existsSync(stateFolder) ? readdirSync(stateFolder) : []),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function runCommand(
  folder: string,
  environment: Readonly<Record<string, string>>,
  words: readonly string[],
  options: RunOptions,
): Promise<CommandEnd> {
  const [program = process.execPath, ...before] = options.program ?? [process.execPath, COMMAND];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...before, ...words], {
      cwd: folder,
      env: { ...environment, ...options.environment },
    });
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    if (options.closeStdout === true) child.stdout.destroy();
    child.stderr.on('data', (chunk: Buffer) => {
      said.push(chunk);
      options.onStderr?.(Buffer.concat(said).toString(), (signal) => child.kill(signal));
    });
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(said).toString() }),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

/** The options that give the inputs of an issuer, the credential by a file. */
export function optionsFor({ inputs }: Pick<RunningIssuer, 'inputs'>, machine: Machine): readonly string[] {
  return Object.entries(inputs).flatMap(([name, value]) => {
    if (name !== 'credential') return [`--${name.replaceAll('_', '-')}`, value];
    const file = join(machine.folder, 'credential');
    writeFileSync(file, `${value}\n`, { mode: 0o600 });
    return ['--credential-file', file];
  });
}

/** What says which system and whose tokens, without what is to be minted. */
export function reachOptionsFor(issuer: Pick<RunningIssuer, 'inputs'>, machine: Machine): readonly string[] {
  return optionsFor({ inputs: withoutGrants(issuer.inputs) }, machine);
}

export function withoutGrants(inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== 'grants'));
}

export function readJson(text: string): Readonly<Record<string, unknown>> {
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}

/** All that is written down, as text. */
export function textOfJournal(machine: Machine): string {
  return machine
    .journal()
    .map((name) => readFileSync(join(machine.stateFolder, name), 'utf8'))
    .join('\n');
}
