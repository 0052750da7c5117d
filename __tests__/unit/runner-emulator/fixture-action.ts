import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

import { createJob, type Job, type JobOptions } from '../../runner/job.mjs';

/** The source of a made-up action. `file`, `append` and `env` are there for its scripts. */
export interface FixtureAction {
  readonly main: string;
  readonly post?: string;
  /** Lines of action.yml between the name and `runs`. */
  readonly inputs?: string;
  readonly postIf?: string;
}

const preamble = `
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
const { env } = process;
const append = (name, text) => appendFileSync(env[name], text);
`;

/** Writes an action into a folder of its own, which is removed when the test has ended. Returns the folder. */
export function writeFixtureAction({ main, post, inputs, postIf }: FixtureAction): string {
  const directory = mkdtempSync(join(tmpdir(), 'fixture-action-'));
  onTestFinished(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  writeFileSync(join(directory, 'main.mjs'), preamble + main);
  const lines = [
    'name: Fixture',
    'description: An action of a test',
    ...(inputs === undefined ? [] : [inputs]),
    'runs:',
  ];
  lines.push('  using: node24', '  main: main.mjs');
  if (post !== undefined) {
    writeFileSync(join(directory, 'post.mjs'), preamble + post);
    lines.push('  post: post.mjs');
  }
  if (postIf !== undefined) {
    lines.push(`  post-if: ${postIf}`);
  }
  writeFileSync(join(directory, 'action.yml'), `${lines.join('\n')}\n`);
  return directory;
}

/** A job for an action of the test, disposed of when the test has ended. */
export async function jobFor(action: FixtureAction, options: Omit<JobOptions, 'actionDirectory'> = {}): Promise<Job> {
  const job = await createJob({ actionDirectory: writeFixtureAction(action), ...options });
  onTestFinished(() => job.dispose());
  return job;
}

/** Grace times that let a test of a whole cancellation end in well under a second. */
export const shortGrace = { interruptMilliseconds: 150, terminateMilliseconds: 150, streamMilliseconds: 150 };
