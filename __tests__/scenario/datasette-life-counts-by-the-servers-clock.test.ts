import { describe, expect, it } from 'vitest';
import { always } from '../fakes/faults.js';
import {
  clockAhead,
  errorsOf,
  expectNotHandedOn,
  inputs,
  newDatasette,
  newJob,
  outputOf,
  warningsOf,
} from './datasette-step.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a signed token of 10 minutes', () => {
  it.each([
    ['2 h ahead of', 2 * HOUR, /clock of this machine is (?:2h|1h 59m) ahead of that of the server/],
    ['2 h behind', -2 * HOUR, /clock of this machine is (?:2h|1h 59m) behind that of the server/],
  ])('is signed again by the clock of its server when that of this machine is %s it', async (_, ahead, words) => {
    await using server = await newDatasette();
    await using job = await newJob({ environment: clockAhead(ahead) });
    const step = await job.runAction({ with: { ...inputs, url: server.url, expires_in: '10m' } });
    expect(step.conclusion, step.log).toBe('success');
    expect(warningsOf(step).join('\n')).toMatch(words);

    const answer = await fetch(`${server.url}/-/actor.json`, {
      headers: { authorization: `Bearer ${outputOf(step, 'token')}` },
    });
    const { actor } = (await answer.json()) as { readonly actor: { readonly token_expires: number } };
    const lives = actor.token_expires * 1000 - Date.now();
    expect(lives).toBeLessThanOrEqual(11 * MINUTE);
    expect(lives).toBeGreaterThanOrEqual(9 * MINUTE);
    expect(Date.parse(outputOf(step, 'expires_at'))).toBe(actor.token_expires * 1000);
    expect(Number(outputOf(step, 'expires_in'))).toBeLessThanOrEqual(11 * 60);

    const { posts } = await job.end();
    expect(posts[0]?.log).toMatch(/cannot be revoked and lives until/);
    // Neither signature shows.
    expect(job.log).not.toContain('dstok_');
  });

  it('is refused, and the clock is named, when its server tells another time with each answer', async () => {
    let answers = 0;
    await using server = await newDatasette({
      onRequest: () => {
        answers++;
      },
      now: () => Date.now() - (answers + 1) * 2 * HOUR,
    });
    await using job = await newJob({ environment: clockAhead(2 * HOUR) });
    const step = await job.runAction({ with: { ...inputs, url: server.url, expires_in: '10m' } });
    expectNotHandedOn(job, step);
    expect(errorsOf(step)).toEqual([
      expect.stringMatching(
        /^Datasette made a token that does not live as long as was asked for, so it is not handed on: by the clock of the server it lives for 2h \d+m, not for 10m: the clock of this machine is (?:6h|5h 59m) ahead of that of the server$/,
      ),
    ]);
  });

  it('counts by the clock of this machine where no server is asked, and nobody can know', async () => {
    await using job = await newJob({ environment: clockAhead(2 * HOUR) });
    const step = await job.runAction({ with: { ...inputs, expires_in: '10m' } });
    expect(step.conclusion, step.log).toBe('success');
    expect(Date.parse(outputOf(step, 'expires_at')) - Date.now()).toBeGreaterThan(2 * HOUR);
  });

  it('that has expired for its server because the given end is past there is not handed on, and the clocks are named', async () => {
    await using server = await newDatasette();
    await using job = await newJob({ environment: clockAhead(-2 * HOUR) });
    const end = new Date(Date.now() - HOUR).toISOString();
    const step = await job.runAction({ with: { ...inputs, url: server.url, expires_at: end } });
    expectNotHandedOn(job, step);
    expect(errorsOf(step).join()).toMatch(/Token has expired\. The clocks of this machine and of the server differ/);
  });
});

describe('a server that tells no time', () => {
  it('is believed', async () => {
    await using server = await newDatasette({
      onRequest: always('GET', '/-/actor.json', {
        kind: 'rewrite',
        rewrite: (answer) => ({ ...answer, headers: { ...answer.headers, date: 'some day' } }),
      }),
    });
    await using job = await newJob();
    const step = await job.runAction({ with: { ...inputs, url: server.url, expires_in: '10m' } });
    expect(step.conclusion, step.log).toBe('success');
    expect(warningsOf(step)).toEqual([]);
  });
});
