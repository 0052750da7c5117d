import { describe, expect, it } from 'vitest';

import { inputs, newJob, outputOf, warningsOf } from './datasette-step.js';

const fork = { full_name: 'stranger/consumer' };
const own = { full_name: 'octo-org/consumer' };

describe('a run that a fork started and that holds secrets', () => {
  it.each([
    ['pull_request_target', { pull_request: { head: { repo: fork } } }],
    ['workflow_run', { workflow_run: { head_repository: fork } }],
    ['pull_request_target', { pull_request: { head: { repo: null } } }],
  ])('is warned about at the mint: %s %j', async (name, event) => {
    await using job = await newJob({ context: { GITHUB_EVENT_NAME: name }, event });
    const step = await job.runAction({ with: inputs });
    expect(outputOf(step, 'token')).toMatch(/^dstok_/);
    expect(warningsOf(step)).toStrictEqual([
      expect.stringMatching(new RegExp(`^this run was started by ${name} from a fork and holds secrets`)),
    ]);
  });

  it.each([
    ['pull_request_target', { pull_request: { head: { repo: own } } }],
    ['workflow_run', { workflow_run: { head_repository: own } }],
    ['push', {}],
  ])('is none: %s %j', async (name, event) => {
    await using job = await newJob({ context: { GITHUB_EVENT_NAME: name }, event });
    const step = await job.runAction({ with: inputs });
    expect(warningsOf(step)).toStrictEqual([]);
  });
});
