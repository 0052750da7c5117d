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

describe('a comment, by which the code of a fork is often run beside secrets', () => {
  it('on a pull request is warned about at the mint', async () => {
    const event = { issue: { pull_request: { url: 'https://api.github.com/repos/octo-org/consumer/pulls/1' } } };
    await using job = await newJob({ context: { GITHUB_EVENT_NAME: 'issue_comment' }, event });
    const step = await job.runAction({ with: inputs });
    expect(outputOf(step, 'token')).toMatch(/^dstok_/);
    expect(warningsOf(step)).toStrictEqual([
      expect.stringMatching(/^this run was started by a comment on a pull request \(issue_comment\) and holds secrets/),
    ]);
  });

  it('on an issue is not', async () => {
    const event = { issue: { number: 1 } };
    await using job = await newJob({ context: { GITHUB_EVENT_NAME: 'issue_comment' }, event });
    const step = await job.runAction({ with: inputs });
    expect(warningsOf(step)).toStrictEqual([]);
  });
});
