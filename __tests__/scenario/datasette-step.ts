import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

import { createFakeDatasette, type FakeDatasetteOptions } from '../fakes/datasette.js';
import type { FakeServer } from '../fakes/faults.js';
import { createJob, type Job, type JobOptions } from '../runner/job.mjs';

import type { StepResult } from '../runner/step.mjs';

export type { Job };

/** DATASETTE_SECRET of the servers of these tests. */
export const secret = 'not-a-real-secret-of-a-datasette-server/+=';

/** Inputs of a step that mints; each test adds what it is about. */
export const inputs = {
  type: 'datasette',
  grants: 'mydb mytable: insert-row, update-row',
  actor: 'ci-bot',
  credential: secret,
} as const;

/** A job that runs the packaged action, for `await using`: tests of one file run side by side. */
export async function newJob(options: Omit<JobOptions, 'actionDirectory'> = {}): Promise<Job & AsyncDisposable> {
  const job = await createJob({ actionDirectory: fileURLToPath(new URL('../../', import.meta.url)), ...options });
  return Object.assign(job, { [Symbol.asyncDispose]: () => job.dispose() });
}

/** The environment of a job on a machine whose clock is ahead by so many milliseconds. */
export const clockAhead = (milliseconds: number): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `--import=${new URL('clock-of-this-machine.mjs', import.meta.url).href}`,
  CLOCK_AHEAD: String(milliseconds),
});

/** A server that knows `secret`, for `await using`. */
export async function newDatasette(options: Partial<FakeDatasetteOptions> = {}): Promise<FakeServer & AsyncDisposable> {
  const server = await createFakeDatasette({ secret, ...options });
  return Object.assign(server, { [Symbol.asyncDispose]: () => server.close() });
}

/** The output of a step that must have it. */
export function outputOf(step: StepResult, name: string): string {
  const value = step.outputs[name];
  if (value === undefined) throw new Error(`the step has no output ${name}:\n${step.log}`);
  return value;
}

export const errorsOf = ({ annotations }: StepResult): readonly string[] =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

export const warningsOf = ({ annotations }: StepResult): readonly string[] =>
  annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);

/** What the process wrote besides its masks: there no secret may stand, masked or not. */
export const spokenBy = ({ rawLog, rawSummary }: StepResult): string =>
  [...rawLog.split('\n').filter((line) => !line.startsWith('::add-mask::')), rawSummary].join('\n');

/** What is below RUNNER_TEMP but for what the runner itself keeps there. */
export function filesIn(temp: string): readonly string[] {
  return existsSync(temp)
    ? readdirSync(temp, { recursive: true, encoding: 'utf8' }).filter(
        (name) => !/^_(?:github_workflow|runner_file_commands)\b/.test(name),
      )
    : [];
}

/** The step failed before it made anything: no output, no variable, no file, nothing for post to end. */
export function expectNothingMinted(job: Job, step: StepResult): void {
  expect(step.conclusion, step.log).toBe('failure');
  expect(step.exitCode).toBe(1);
  expect(step.outputs).toStrictEqual({});
  expect(step.exported).toStrictEqual({});
  expect(step.summary).toBe('');
  expect(step.commandErrors).toStrictEqual([]);
  expect(filesIn(job.temp)).toStrictEqual([]);
  expect(filesIn(job.workspace)).toStrictEqual([]);
  expect(job.rawLog).not.toContain('dstok_');
}

/** The token was made, but nobody has it: no output, no variable, no file. */
export function expectNotHandedOn(job: Job, step: StepResult, exitCode = 1): void {
  expect(step.conclusion, step.log).toBe('failure');
  expect(step.exitCode).toBe(exitCode);
  expect(step.outputs).toStrictEqual({});
  expect(step.exported).toStrictEqual({});
  expect(step.summary).toBe('');
  expect(step.commandErrors).toStrictEqual([]);
  expect(filesIn(job.temp)).toStrictEqual([]);
  expect(step.state['record']).toContain('"kind":"minted"');
  expect(step.masks.some((mask) => mask.startsWith('dstok_'))).toBe(true);
  expect(step.log).not.toContain('dstok_');
}

/** A script for `node -e` in a later step of the job. */
export const nodeScript = (script: string): readonly string[] => [process.execPath, '-e', script];

/** The Markdown of a summary as a person sees it: its character references decoded. */
export function textOfSummary(markdown: string): string {
  return markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
