import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, it } from 'vitest';
import { createFakeGithub, runJson, type FakeGithub, type FakeGithubOptions } from '../../fakes/github.js';
import description from '../../fakes/github-schema/workflow-run-attempt.json' with { type: 'json' };

// The form of dates and URLs is left to those who read them.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false });
ajv.addSchema(description.schema, 'github');
const isRun = ajv.compile({ $ref: 'github#/$defs/workflow-run' });
const isError = ajv.compile({ $ref: 'github#/$defs/basic-error' });

const RUN = {
  repository: 'octo-org/octo-repo',
  run: 1658821493,
  attempt: 2,
  status: 'completed',
  updatedAt: '2026-11-24T12:00:00Z',
};
const PATH = '/repos/octo-org/octo-repo/actions/runs/1658821493/attempts/2';

let fake: FakeGithub | undefined;
afterEach(() => fake?.close());

async function start(options: FakeGithubOptions = {}): Promise<FakeGithub> {
  fake = await createFakeGithub(options);
  fake.addRun(RUN);
  return fake;
}

async function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  if (fake === undefined) throw new Error('there is no fake');
  const answer = await fetch(`${fake.apiUrl}${path}`, {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${fake.token}`, accept: 'application/vnd.github+json', ...headers },
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    json: JSON.parse(text) as Readonly<Record<string, unknown>>,
  };
}

describe('the fake of GitHub', () => {
  it('answers by the schema that GitHub publishes, as its example does', async () => {
    await start();
    const { status, json, headers } = await get(PATH);
    expect(status).toBe(200);
    expect(isRun(description.example), JSON.stringify(isRun.errors)).toBe(true);
    expect(isRun(json), JSON.stringify(isRun.errors)).toBe(true);
    expect(json).toMatchObject({
      id: RUN.run,
      run_attempt: RUN.attempt,
      status: 'completed',
      updated_at: RUN.updatedAt,
      repository: { full_name: RUN.repository },
    });
    expect(headers.get('x-ratelimit-remaining')).toBe('4999');
    expect(isRun({ ...json, id: '1' })).toBe(false);
    expect(isRun(runJson({ ...RUN, status: 'queued' }))).toBe(true);
  });

  it.each([
    ['another try', '/repos/octo-org/octo-repo/actions/runs/1658821493/attempts/3', {}, 'GET', 404, 'Not Found'],
    ['another run', '/repos/octo-org/octo-repo/actions/runs/1/attempts/2', {}, 'GET', 404, 'Not Found'],
    ['another repository', PATH.replace('octo-repo', 'x'), {}, 'GET', 404, 'Not Found'],
    ['a run that is no number', PATH.replace('1658821493', 'x'), {}, 'GET', 404, 'Not Found'],
    ['another path', '/user', {}, 'GET', 404, 'Not Found'],
    ['a request that would change something', PATH, {}, 'DELETE', 404, 'Not Found'],
    ['another token', PATH, { authorization: 'token x' }, 'GET', 401, 'Bad credentials'],
    ['no token', PATH, { authorization: '' }, 'GET', 401, 'Bad credentials'],
    ['an unknown version', PATH, { 'x-github-api-version': '1999-01-01' }, 'GET', 400, /not a supported version/],
    ['another form', PATH, { accept: 'text/html' }, 'GET', 415, /Accept/],
  ] as const)('refuses %s', async (_, path, headers, method, status, message) => {
    await start();
    const answer = await get(path, headers, method);
    expect(answer.status).toBe(status);
    expect(answer.json['message']).toEqual(message instanceof RegExp ? expect.stringMatching(message) : message);
    expect(isError(answer.json), JSON.stringify(isError.errors)).toBe(true);
  });

  it('says of a repository what a token may not do, or shows nothing of it', async () => {
    const { lock } = await start();
    lock(RUN.repository, 'without-right');
    const refused = await get(PATH);
    expect([refused.status, refused.json['message']]).toEqual([403, 'Resource not accessible by integration']);
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('actions=read');
    lock(RUN.repository, 'invisible');
    expect((await get(PATH)).status).toBe(404);
  });

  it('leads from the old name of a repository to the new one', async () => {
    (await start()).rename(RUN.repository, 'octo-org/renamed');
    const { status, headers } = await get(PATH);
    expect(status).toBe(301);
    expect(headers.get('location')).toContain('/repos/octo-org/renamed/actions/runs/');
  });

  it('refuses what comes after the last request that is allowed, and says until when', async () => {
    const now = Date.UTC(2026, 10, 24, 12);
    await start({ allowed: 1, now: () => now });
    expect((await get(PATH)).headers.get('x-ratelimit-remaining')).toBe('0');
    const { status, json, headers } = await get(PATH);
    expect(status).toBe(403);
    expect(json['message']).toMatch(/^API rate limit exceeded/);
    expect(headers.get('x-ratelimit-reset')).toBe(String((now + 3_600_000) / 1000));
    expect(headers.get('date')).toBe('Tue, 24 Nov 2026 12:00:00 GMT');
  });

  it('is at a path of its own where GitHub Enterprise Server is', async () => {
    await start({ prefix: '/api/v3' });
    expect((await get(PATH)).status).toBe(200);
    fake = fake === undefined ? undefined : { ...fake, apiUrl: fake.url };
    expect((await get(PATH)).status).toBe(404);
  });
});
