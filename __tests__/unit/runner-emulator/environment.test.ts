import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { jobFor } from './fixture-action.js';

const printEnvironment = 'console.log("environment " + JSON.stringify(env));';

function environmentIn(rawLog: string): Record<string, string> {
  const line = rawLog.split('\n').find((candidate) => candidate.startsWith('environment '));
  const parsed: unknown = JSON.parse(line?.slice('environment '.length) ?? 'null');
  if (typeof parsed !== 'object' || parsed === null) {
    throw new Error('The process printed no environment');
  }
  return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]));
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the environment of a step', () => {
  it('holds nothing of the caller but PATH', async () => {
    vi.stubEnv('CALLERS_OWN', 'not-a-real-secret-of-the-caller');
    vi.stubEnv('GITHUB_RUN_ID', '999');
    const job = await jobFor({ main: printEnvironment });
    const environment = environmentIn((await job.runAction()).rawLog);
    expect(Object.values(environment)).not.toContain('not-a-real-secret-of-the-caller');
    expect(environment['GITHUB_RUN_ID']).not.toBe('999');
    expect(environment['PATH']).toBe(process.env['PATH']);
    expect(environment['HOME']).not.toBe(process.env['HOME']);
    expect(existsSync(environment['HOME'] ?? '')).toBe(true);
  });

  it('has every declared input, an empty string for one that nobody gave, blanks made underscores, hyphens kept', async () => {
    const job = await jobFor({
      main: printEnvironment,
      inputs: [
        'inputs:',
        '  type:',
        '    description: what',
        '    required: true',
        '  absent:',
        '    description: not given',
        '  with-default:',
        '    description: has one',
        "    default: '10'",
        '  some name:',
        '    description: with a blank',
      ].join('\n'),
    });
    const environment = environmentIn((await job.runAction({ with: { Type: 'datasette', 'some name': 'x' } })).rawLog);
    expect(environment).toMatchObject({
      INPUT_TYPE: 'datasette',
      INPUT_ABSENT: '',
      'INPUT_WITH-DEFAULT': '10',
      INPUT_SOME_NAME: 'x',
    });
  });

  it('has the token of the job where an input has that as its default, masked from the start', async () => {
    const job = await jobFor(
      { main: printEnvironment, inputs: 'inputs:\n  own:\n    description: what\n    default: ${{ github.token }}' },
      { githubToken: 'ghs_not-a-real-token-of-a-job' },
    );
    const step = await job.runAction();
    expect(environmentIn(step.rawLog)['INPUT_OWN']).toBe('ghs_not-a-real-token-of-a-job');
    expect(step.log).not.toContain('ghs_not-a-real-token-of-a-job');
    expect(environmentIn((await job.runAction({ id: 'given', with: { own: '' } })).rawLog)['INPUT_OWN']).toBe('');
  });

  it('hands on an input that is not declared, with a warning that names the declared ones', async () => {
    const job = await jobFor({ main: printEnvironment, inputs: 'inputs:\n  type:\n    description: what' });
    const step = await job.runAction({ with: { tpye: 'datasette' } });
    expect(environmentIn(step.rawLog)['INPUT_TPYE']).toBe('datasette');
    expect(step.annotations).toMatchObject([
      { level: 'warning', message: "Unexpected input(s) 'tpye', valid inputs are ['type']" },
    ]);
    expect(step.conclusion).toBe('success');
  });

  it('lays inputs over the env context and the contexts of the runner over everything', async () => {
    const job = await jobFor(
      { main: printEnvironment, inputs: 'inputs:\n  type:\n    description: what' },
      { environment: { INPUT_TYPE: 'forged', GITHUB_RUN_ID: 'forged', PLAIN: 'job', OTHER: 'job' } },
    );
    const step = await job.runAction({ with: { type: 'datasette' }, env: { PLAIN: 'step' } });
    expect(environmentIn(step.rawLog)).toMatchObject({ INPUT_TYPE: 'datasette', PLAIN: 'step', OTHER: 'job' });
    expect(environmentIn(step.rawLog)['GITHUB_RUN_ID']).not.toBe('forged');
  });

  it('lets a test override a variable of the runner, or take it away', async () => {
    const job = await jobFor(
      { main: printEnvironment },
      { context: { GITHUB_REPOSITORY: 'acme/app', GITHUB_ACTION_REPOSITORY: undefined, RUNNER_OS: 'linux' } },
    );
    const environment = environmentIn((await job.runAction()).rawLog);
    expect(environment).toMatchObject({
      GITHUB_REPOSITORY: 'acme/app',
      RUNNER_OS: 'linux',
      GITHUB_ACTIONS: 'true',
      CI: 'true',
    });
    expect(environment).not.toHaveProperty('GITHUB_ACTION_REPOSITORY');
    expect(environment).not.toHaveProperty('GITHUB_ACTION_PATH');
    await expect(jobFor({ main: '' }, { context: { INFLUX_TOKEN: 'x' } })).rejects.toThrow('INFLUX_TOKEN');
  });

  it('keeps CI as the job sets it', async () => {
    const job = await jobFor({ main: printEnvironment }, { environment: { CI: 'no', GITHUB_ACTIONS: 'no' } });
    expect(environmentIn((await job.runAction()).rawLog)).toMatchObject({ CI: 'no', GITHUB_ACTIONS: 'true' });
  });

  it('starts in the workspace, with stdin closed and pipes for the rest', async () => {
    const job = await jobFor({
      main: `
        process.stdin.on('data', () => {}).on('end', () => {
          console.log(JSON.stringify([process.cwd(), process.stdout.isTTY ?? false, process.stderr.isTTY ?? false, process.argv.length]));
        });`,
    });
    expect((await job.runAction()).log).toBe(JSON.stringify([job.workspace, false, false, 2]));
  });

  it('gives GITHUB_ENV of a step to later steps and not to the step itself', async () => {
    const job = await jobFor({ main: `append('GITHUB_ENV', 'EXPORTED=later\\n'); ${printEnvironment}` });
    const step = await job.runAction();
    expect(environmentIn(step.rawLog)).not.toHaveProperty('EXPORTED');
    expect(step.exported).toEqual({ EXPORTED: 'later' });
    expect(job.environment['EXPORTED']).toBe('later');
    const later = await job.runCommand([process.execPath, '-p', 'process.env.EXPORTED']);
    expect(later.log).toBe('later');
  });

  it('refuses NODE_OPTIONS in GITHUB_ENV with an error that does not fail the step', async () => {
    const job = await jobFor({ main: `append('GITHUB_ENV', 'node_options=--frozen-intrinsics\\nAFTER=1\\n');` });
    const step = await job.runAction();
    expect(step.conclusion).toBe('success');
    expect(step.annotations.map(({ level }) => level)).toEqual(['error']);
    expect(step.annotations[0]?.message).toContain('node_options');
    expect(step.exported).toEqual({ AFTER: '1' });
  });

  it('puts GITHUB_PATH in front, the newest first, each path once', async () => {
    const job = await jobFor({ main: `append('GITHUB_PATH', '/opt/a\\n\\n/opt/b\\n/opt/a\\n');` });
    const step = await job.runAction();
    expect(step.paths).toEqual(['/opt/a', '/opt/b', '/opt/a']);
    expect(job.environment['PATH']).toBe(['/opt/a', '/opt/b', process.env['PATH']].join(delimiter));
  });

  it('gives a run step the identity token variables and no other service of the runner', async () => {
    const context = {
      ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/token',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'not-a-real-secret-request-token',
      ACTIONS_RUNTIME_URL: 'http://127.0.0.1:9/',
    };
    const job = await jobFor({ main: printEnvironment }, { context });
    expect(environmentIn((await job.runAction({ with: { type: 'x' } })).rawLog)).toMatchObject(context);
    const run = await job.runCommand([
      process.execPath,
      '-e',
      'console.log("environment " + JSON.stringify(process.env))',
    ]);
    expect(environmentIn(run.rawLog)).toHaveProperty('ACTIONS_ID_TOKEN_REQUEST_URL');
    expect(environmentIn(run.rawLog)).not.toHaveProperty('ACTIONS_RUNTIME_URL');
    expect(environmentIn(run.rawLog)).not.toHaveProperty('INPUT_TYPE');
    expect(run.log).not.toContain('not-a-real-secret-request-token');
  });

  it('has the payload of the event in a file', async () => {
    const job = await jobFor(
      { main: `import { readFileSync } from 'node:fs'; console.log(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));` },
      { event: { pull_request: { head: { repo: { fork: true } } } } },
    );
    expect((await job.runAction()).log).toBe('{"pull_request":{"head":{"repo":{"fork":true}}}}');
  });

  it(
    'fails the step, and no more, when the environment is too large for the process to start',
    { skip: process.platform !== 'linux' },
    async () => {
      const job = await jobFor({ main: '' }, { environment: { LARGE: 'x'.repeat(200_000) } });
      const step = await job.runAction();
      expect(step).toMatchObject({ exitCode: null, conclusion: 'failure' });
      expect(step.commandErrors.join()).toContain('E2BIG');
    },
  );

  it('fails the step when there is no such executable', async () => {
    const job = await jobFor({ main: '' });
    const step = await job.runCommand(['there-is-no-such-command']);
    expect(step).toMatchObject({ exitCode: null, conclusion: 'failure' });
    expect(step.commandErrors.join()).toContain('ENOENT');
  });
});
