import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { readTrust } from '../../../src/runner/run-context.js';
import { temporaryFolder } from './step-process.js';

const own = { full_name: 'octo-org/consumer' };
const fork = { full_name: 'stranger/consumer' };

function runOf(name: string, event: unknown, environment: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const path = join(temporaryFolder(), 'event.json');
  writeFileSync(path, typeof event === 'string' ? event : JSON.stringify(event));
  return {
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: 'octo-org/consumer',
    GITHUB_ACTOR: 'octocat',
    ...environment,
  };
}

describe('a run that may hold secrets and run code of a fork', () => {
  it.each([
    ['pull_request_target', { pull_request: { head: { repo: fork } } }],
    ['workflow_run', { workflow_run: { head_repository: fork } }],
    // The fork was deleted.
    ['pull_request_target', { pull_request: { head: { repo: null } } }],
    ['pull_request_target', {}],
    ['workflow_run', { workflow_run: 'x' }],
    ['workflow_run', 'no JSON'],
    ['pull_request_target', '[]'],
    ['pull_request_target', 'null'],
  ])('%s of %j is warned about', (name, event) => {
    const { forkWithSecrets, withoutSecrets } = readTrust(runOf(name, event));
    expect(forkWithSecrets).toContain(`this run was started by ${name} from a fork and holds secrets`);
    expect(withoutSecrets).toBeUndefined();
  });

  it.each(['/no/such/event.json', '', undefined])('counts as one when its event cannot be read: %j', (path) => {
    const environment = { ...runOf('workflow_run', {}), GITHUB_EVENT_PATH: path };
    expect(readTrust(environment).forkWithSecrets).toBeDefined();
    // Without a name to compare with, nothing says that it is no fork.
    expect(readTrust({ ...environment, GITHUB_REPOSITORY: undefined }).forkWithSecrets).toBeDefined();
  });

  it('counts as one when its event is a folder', () => {
    const folder = join(temporaryFolder(), 'event');
    mkdirSync(folder);
    expect(readTrust(runOf('workflow_run', {}, { GITHUB_EVENT_PATH: folder })).forkWithSecrets).toBeDefined();
  });

  it.each([
    ['pull_request_target', { pull_request: { head: { repo: own } } }],
    ['workflow_run', { workflow_run: { head_repository: own } }],
    ['push', { pull_request: { head: { repo: fork } } }],
    ['schedule', {}],
  ])('%s of %j is none', (name, event) => {
    expect(readTrust(runOf(name, event))).toStrictEqual({ forkWithSecrets: undefined, withoutSecrets: undefined });
  });
});

describe('a run that a comment started, and that may run code of a fork', () => {
  it.each([{ issue: { pull_request: { url: 'x' } } }, {}, 'no JSON', { issue: { pull_request: {} } }])(
    'is warned about unless it surely stands at an issue: %j',
    (event) => {
      const { forkWithSecrets, withoutSecrets } = readTrust(runOf('issue_comment', event));
      expect(forkWithSecrets).toContain('this run was started by a comment on a pull request (issue_comment)');
      expect(withoutSecrets).toBeUndefined();
    },
  );

  it.each(['/no/such/event.json', '', undefined])('is warned about when its event cannot be read: %j', (path) => {
    const environment = { ...runOf('issue_comment', {}), GITHUB_EVENT_PATH: path };
    expect(readTrust(environment).forkWithSecrets).toBeDefined();
  });

  it('is none when the comment stands at an issue', () => {
    expect(readTrust(runOf('issue_comment', { issue: { number: 1 } })).forkWithSecrets).toBeUndefined();
  });
});

describe('a run that GitHub gives no secrets', () => {
  it.each(['pull_request', 'pull_request_review', 'pull_request_review_comment'])(
    'is a %s of a fork, and the hint has the condition to add',
    (event) => {
      const { withoutSecrets, forkWithSecrets } = readTrust(runOf(event, { pull_request: { head: { repo: fork } } }));
      expect(withoutSecrets).toContain('`if: github.event.pull_request.head.repo.full_name == github.repository`');
      expect(forkWithSecrets).toBeUndefined();
    },
  );

  it('is no pull request of the repository itself', () => {
    expect(readTrust(runOf('pull_request', { pull_request: { head: { repo: own } } })).withoutSecrets).toBeUndefined();
  });

  it.each(['push', 'pull_request_target'])('is one of Dependabot: %s', (event) => {
    const ofOwn = { pull_request: { head: { repo: own } } };
    const { withoutSecrets, forkWithSecrets } = readTrust(runOf(event, ofOwn, { GITHUB_ACTOR: 'dependabot[bot]' }));
    expect(withoutSecrets).toContain("`if: github.actor != 'dependabot[bot]'`");
    expect(forkWithSecrets).toBeUndefined();
  });

  it('is warned about all the same when a fork lets Dependabot start it', () => {
    const ofFork = { pull_request: { head: { repo: fork } } };
    const trust = readTrust(runOf('pull_request_target', ofFork, { GITHUB_ACTOR: 'dependabot[bot]' }));
    expect(trust.forkWithSecrets).toContain('from a fork and holds secrets');
    expect(trust.withoutSecrets).toContain('Dependabot');
  });
});
