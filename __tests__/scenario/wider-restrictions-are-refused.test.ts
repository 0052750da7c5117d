import { describe, expect, it } from 'vitest';

import { always, rewriteJson, type Fault } from '../fakes/faults.js';
import { errorsOf, expectNotHandedOn, inputs, newDatasette, newJob } from './datasette-step.js';

const saying = (change: (actor: Record<string, unknown>) => unknown): Fault => ({
  kind: 'rewrite',
  rewrite: rewriteJson((body) => ({ ...body, actor: change({ ...(body['actor'] as object) }) })),
});

const asked = { r: { mydb: { mytable: ['ir', 'ur'] } } };

describe('a server that takes the token for more, or for another, than was asked for', () => {
  it.each([
    ['one action more', { ...asked, a: ['vi'] }, 'granted *: view-instance · mydb mytable: insert-row'],
    ['the whole database', { d: { mydb: ['ir', 'ur'] } }, 'granted mydb: insert-row · mydb: update-row'],
    ['no restrictions', undefined, 'granted no restrictions'],
    ['less', { r: { mydb: { mytable: ['ir'] } } }, 'granted mydb mytable: insert-row'],
    ['null', null, 'granted something unreadable'],
  ])('%s: the step fails, says what differs, and hands nothing on', async (_, granted, words) => {
    await using server = await newDatasette({
      onRequest: always(
        'GET',
        '/-/actor.json',
        saying((actor) => ({ ...actor, _r: granted })),
      ),
    });
    await using job = await newJob();
    const step = await job.runAction({ with: { ...inputs, url: server.url, token_file: 'token', export_env: 'true' } });
    expectNotHandedOn(job, step);
    expect(errorsOf(step)).toStrictEqual([
      expect.stringMatching(
        /^Datasette did not grant what was asked for, so it is not handed on\. restrictions: asked for /,
      ),
    ]);
    expect(errorsOf(step)[0]).toContain(words);
  });

  it('another actor: the same', async () => {
    await using server = await newDatasette({
      onRequest: always(
        'GET',
        '/-/actor.json',
        saying((actor) => ({ ...actor, id: 'root' })),
      ),
    });
    await using job = await newJob();
    const step = await job.runAction({ with: { ...inputs, url: server.url, token_file: 'token', export_env: 'true' } });
    expectNotHandedOn(job, step);
    expect(errorsOf(step)).toStrictEqual([expect.stringContaining('actor: asked for "ci-bot", granted "root"')]);
  });

  it('a longer life, or one without an end: the same', async () => {
    for (const expires of [Math.floor(Date.now() / 1000) + 7200, undefined]) {
      await using server = await newDatasette({
        onRequest: always(
          'GET',
          '/-/actor.json',
          saying((actor) => ({ ...actor, token_expires: expires })),
        ),
      });
      await using job = await newJob();
      const step = await job.runAction({
        with: { ...inputs, url: server.url, token_file: 'token', export_env: 'true' },
      });
      expectNotHandedOn(job, step);
      expect(errorsOf(step)[0]).toMatch(/end: asked for .*Z, granted (?:no end at all|.*Z)$/);
    }
  });
});
