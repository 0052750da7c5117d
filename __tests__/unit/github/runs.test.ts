import { afterEach, describe, expect, it } from 'vitest';
import { openRuns } from '../../../src/github/runs.js';
import { Stopped, type Clock } from '../../../src/lease/ports.js';
import { runKey, type RunReference } from '../../../src/lease/runs.js';
import { always, first, inTurn, oneOf, type Fault } from '../../fakes/faults.js';
import { createFakeGithub, type FakeGithub, type FakeGithubOptions } from '../../fakes/github.js';
import { USER_AGENT } from '../../../src/version.js';
import { createTestStop } from '../../fakes/stop.js';
import { createTestPorts, type TestPortsOptions } from '../http/test-ports.js';

const REPOSITORY = 'octo-org/octo-repo';
const run = (number: number, repository = REPOSITORY, attempt = 1): RunReference => ({
  repository,
  run: String(number),
  attempt: String(attempt),
});
const ENDED = '2026-11-24T10:30:00Z';
const pathOf = ({ repository, run, attempt }: RunReference) =>
  `/repos/${repository}/actions/runs/${run}/attempts/${attempt}`;

const open: FakeGithub[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()));
});

const runs = Array.from({ length: 40 }, (_, index) => run(index + 1));

/** A forge with these runs, which have ended, and a way to ask it. */
async function world(options: FakeGithubOptions & TestPortsOptions = {}) {
  const fake = await createFakeGithub(options);
  open.push(fake);
  for (const { repository, run } of runs) {
    fake.addRun({ repository, run: Number(run), attempt: 1, status: 'completed', updatedAt: ENDED });
  }
  const ports = createTestPorts(options);
  const { apiUrl, token } = fake;
  const progress: number[] = [];
  const ask = async (...runs: readonly RunReference[]) => {
    const states = await (await openRuns({ apiUrl, token }, ports)).ask(runs, (known) => progress.push(known));
    return runs.map((asked) => states.get(runKey(asked)));
  };
  return { fake, ports, ask, progress };
}

const reasonOf = (state: Awaited<ReturnType<Awaited<ReturnType<typeof world>>['ask']>>[number]) =>
  state?.kind === 'unknown' ? state.reason : state?.kind;

describe('the runs of a forge', () => {
  it('are each asked for once, by run and try, with the token, and nothing else is', async () => {
    const { fake, ask, progress, ports } = await world();
    fake.addRun({ repository: REPOSITORY, run: 1, attempt: 2, status: 'in_progress', updatedAt: ENDED });
    const states = await ask(run(1), run(1, REPOSITORY, 2), run(2));
    expect(states).toMatchObject([
      { kind: 'ended', endedAt: Date.parse(ENDED) },
      { kind: 'alive', status: 'in_progress' },
      { kind: 'ended' },
    ]);
    expect(fake.requests.map(({ target }) => target).toSorted()).toEqual(
      [run(1), run(1, REPOSITORY, 2), run(2)].map((asked) => `${pathOf(asked)}?exclude_pull_requests=true`),
    );
    for (const { method, headers } of fake.requests) {
      expect(method).toBe('GET');
      expect(headers).toMatchObject({
        authorization: `token ${fake.token}`,
        'user-agent': USER_AGENT,
        'x-github-api-version': '2022-11-28',
        // By the project's own client, and not by a fetch of Octokit's.
        'accept-encoding': 'identity',
      });
    }
    expect(progress).toEqual([1, 2, 3]);
    expect(ports.notices).toEqual([]);
  });

  it('are asked for several at a time, and not too many', async () => {
    const { fake, ask } = await world({ answersWhenAtOnce: 8 });
    const states = await ask(...runs);
    expect(states.map((state) => state?.kind)).toEqual(runs.map(() => 'ended'));
    expect(fake.requests).toHaveLength(runs.length);
    expect(fake.mostAtOnce()).toBe(8);
  });

  it('are asked for at the path of GitHub Enterprise Server', async () => {
    const { ask } = await world({ prefix: '/api/v3' });
    expect(await ask(run(1))).toMatchObject([{ kind: 'ended' }]);
  });

  it('are told by the clock of the forge', async () => {
    const now = Date.UTC(2020, 0, 1);
    const { ask } = await world({ now: () => now });
    expect(await ask(run(1))).toEqual([{ kind: 'ended', endedAt: Date.parse(ENDED), askedAt: now }]);
  });
});

describe('a run of which nothing can be known', () => {
  it('is one that the forge does not show', async () => {
    const { ask } = await world();
    expect((await ask(run(99))).map(reasonOf)).toEqual([
      expect.stringMatching(
        /^try 1 of run 99 of octo-org\/octo-repo was deleted, or .*answered 404 Not Found \(Not Found\)$/,
      ),
    ]);
  });

  it('is one of a repository that was renamed: no redirect is followed', async () => {
    const { fake, ask } = await world();
    fake.rename(REPOSITORY, 'octo-org/renamed');
    fake.addRun({ repository: 'octo-org/renamed', run: 1, attempt: 1, status: 'completed', updatedAt: ENDED });
    expect((await ask(run(1))).map(reasonOf)).toEqual([
      expect.stringMatching(/^octo-org\/octo-repo was renamed or moved: .*301 Moved Permanently/),
    ]);
    expect(fake.requests).toHaveLength(1);
  });

  it('is one that the token has no right to read: said by name, once, and not asked again', async () => {
    const { fake, ask, ports } = await world();
    fake.lock(REPOSITORY, 'without-right');
    fake.addRun({ repository: 'octo-org/other', run: 1, attempt: 1, status: 'completed', updatedAt: ENDED });
    const states = await ask(...runs, run(1, 'octo-org/other'));
    expect(states.at(-1)?.kind).toBe('ended');
    for (const state of states.slice(0, -1)) {
      expect(reasonOf(state)).toMatch(
        /^the GitHub token lacks a right in octo-org\/octo-repo, such as `actions: read`: .* \(Resource not accessible by integration\)$/,
      );
    }
    expect(ports.notices).toEqual([
      expect.stringMatching(/^Whether runs have ended cannot be known: the GitHub token lacks a right/),
    ]);
    // Those that were under way with the first.
    expect(fake.requests.length).toBeLessThanOrEqual(9);
    expect(ports.waits).toEqual([]);
  });

  it('is any, when the token is not accepted', async () => {
    const { fake, ports } = await world();
    const many = runs.map((_, index) => run(1, `octo-org/repo-${index}`));
    const forge = { apiUrl: fake.apiUrl, token: 'not-a-real-token' };
    const states = await (await openRuns(forge, ports)).ask(many, () => undefined);
    expect([...states.values()].map(reasonOf)).toEqual(
      many.map(
        () =>
          expect.stringMatching(/^the GitHub token is not accepted: .*401 Unauthorized \(Bad credentials\)$/) as string,
      ),
    );
    expect(fake.requests.length).toBeLessThanOrEqual(8);
    expect(ports.notices).toHaveLength(1);
  });

  it('is one that an answer is not about', async () => {
    const body = JSON.stringify({ id: 1, id_2: 2 });
    const json = { 'content-type': 'application/json' };
    const faults: readonly Fault[] = [
      { kind: 'html', act: false },
      { kind: 'status', status: 200, headers: json, body, act: false },
      { kind: 'status', status: 200, headers: json, body: `{"id":1,"id":1}`, act: false },
      {
        kind: 'status',
        status: 200,
        headers: { 'content-type': 'x/y; =' },
        body: '{',
        act: false,
      },
      { kind: 'status', status: 200, headers: { ...json, 'content-encoding': 'gzip' }, body, act: false },
      { kind: 'status', status: 204, act: false },
      { kind: 'redirect', location: 'http://127.0.0.1:1/', act: false },
    ];
    for (const fault of faults) {
      const { ask } = await world({ onRequest: always('GET', pathOf(run(1)), fault) });
      expect(
        (await ask(run(1), run(2))).map((state) => state?.kind),
        JSON.stringify(fault),
      ).toEqual(['unknown', 'ended']);
    }
  });
});

describe('trouble', () => {
  it('that passes is waited out', async () => {
    const faults: readonly Fault[] = [{ kind: 'status', status: 502, act: false }, { kind: 'act-then-reset' }];
    const { ask, ports } = await world({ onRequest: inTurn('GET', pathOf(run(1)), faults) });
    expect((await ask(run(1))).map((state) => state?.kind)).toEqual(['ended']);
    expect(ports.waits).toHaveLength(2);
  });

  it('that asks for time is given it', async () => {
    const fault: Fault = { kind: 'status', status: 503, headers: { 'retry-after': '17' }, act: false };
    const { ask, ports } = await world({ onRequest: first('GET', pathOf(run(1)), fault) });
    expect((await ask(run(1))).map((state) => state?.kind)).toEqual(['ended']);
    expect(ports.waits).toEqual([17_000]);
  });

  it('with one run leaves it unknown after four tries, and the others known', async () => {
    const fault: Fault = { kind: 'status', status: 500, act: false };
    const { fake, ask } = await world({ onRequest: always('GET', pathOf(run(1)), fault) });
    const [one, two] = await ask(run(1), run(2));
    expect(reasonOf(one)).toMatch(/^GET .*\/runs\/1\/attempts\/1 answered 500 Internal Server Error$/);
    expect(two?.kind).toBe('ended');
    expect(fake.requests.filter(({ path }) => path === pathOf(run(1)))).toHaveLength(4);
  });

  it('on the way there leaves all unknown, and says what it was', async () => {
    const { fake, ask } = await world();
    await fake.close();
    open.splice(0);
    expect((await ask(run(1))).map(reasonOf)).toEqual([expect.stringContaining('the server refused the connection')]);
  });
});

describe('a limit of the forge', () => {
  const secondary = (headers: Readonly<Record<string, string>>): Fault => ({
    kind: 'status',
    status: 403,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ message: 'You have exceeded a secondary rate limit.' }),
    act: false,
  });

  it('is waited for as long as it says, and the run is asked for again', async () => {
    const { fake, ask, ports } = await world({
      onRequest: first('GET', pathOf(run(1)), secondary({ 'retry-after': '42' })),
    });
    expect((await ask(run(1))).map((state) => state?.kind)).toEqual(['ended']);
    expect(ports.waits).toHaveLength(1);
    expect(ports.waits[0]).toBeGreaterThan(41_000);
    expect(ports.waits[0]).toBeLessThanOrEqual(42_000);
    expect(ports.notices).toEqual([
      expect.stringMatching(/answered 403 Forbidden\. Nothing more is asked for 42 s, until 2\d{3}-/),
    ]);
    expect(fake.requests).toHaveLength(2);
  });

  it('holds for all runs: none is asked for meanwhile', async () => {
    let ahead = 0;
    const asleep: (() => void)[] = [];
    let allAsleep: () => void = () => undefined;
    const waitingAll = new Promise<void>((resolve) => (allAsleep = resolve));
    const clock: Clock = {
      now: () => Date.now() + ahead,
      sleep: () =>
        new Promise((wake) => {
          asleep.push(wake);
          if (asleep.length === 8) allAsleep();
        }),
    };
    const onRequest = first('GET', pathOf(run(3)), secondary({ 'retry-after': '42' }));
    const { fake, ask } = await world({ clock, onRequest });
    const asking = ask(...runs);
    await waitingAll;
    expect(fake.requests.length).toBeLessThan(runs.length);
    ahead = 42_000;
    for (const wake of asleep) wake();
    expect((await asking).map((state) => state?.kind)).toEqual(runs.map(() => 'ended'));
    // Every run, and once more the one that was refused.
    expect(fake.requests).toHaveLength(runs.length + 1);
  });

  it('is waited for with the last request that is allowed, before one is refused', async () => {
    const now = Date.now();
    const { fake, ask, ports } = await world({ allowed: 1, now: () => now, timeout: 7_200_000 });
    const states = await ask(run(1));
    expect(states.map((state) => state?.kind)).toEqual(['ended']);
    expect(fake.requests).toHaveLength(1);
    expect(ports.notices).toEqual([
      expect.stringMatching(/the last request that is allowed for now\. Nothing more is asked for 360\d s/),
    ]);
  });

  it('that outlasts the time leaves what was not asked for out, and says so', async () => {
    const { fake, ask, ports } = await world({ allowed: 3 });
    const states = await ask(...runs);
    expect(states.filter((state) => state?.kind === 'ended')).toHaveLength(3);
    expect(states.filter((state) => state === undefined)).toHaveLength(runs.length - 3);
    // Those that were under way are refused; none comes after them.
    expect(fake.requests.length).toBeLessThanOrEqual(3 + 8);
    expect(ports.waits).toEqual([]);
    expect(ports.notices).toEqual([
      expect.stringMatching(/but only \d+ s are left, so what was not asked by now is not known\.$/),
    ]);
  });

  it('that is met again and again is waited for longer each time', async () => {
    const onRequest = inTurn('GET', pathOf(run(1)), [secondary({}), secondary({}), secondary({})]);
    const { ask, ports } = await world({ onRequest, timeout: 3_600_000 });
    expect((await ask(run(1))).map((state) => state?.kind)).toEqual(['ended']);
    expect(ports.waits.map((wait) => Math.round(wait / 1000))).toEqual([60, 120, 240]);
  });
});

describe('a stop', () => {
  it('ends the asking', async () => {
    const stop = createTestStop();
    const { fake, ask } = await world({
      stop,
      onRequest: oneOf(() => {
        stop.request('SIGTERM');
        return undefined;
      }),
    });
    await expect(ask(...runs)).rejects.toThrow(Stopped);
    expect(fake.requests.length).toBeLessThanOrEqual(8);
  });
});
