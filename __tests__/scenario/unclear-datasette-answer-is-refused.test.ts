import { describe, expect, it } from 'vitest';

import { always, rewriteJson, type FakeAnswer } from '../fakes/faults.js';
import { errorsOf, expectNotHandedOn, inputs, newDatasette, newJob } from './datasette-step.js';

type Rewrite = (answer: FakeAnswer) => FakeAnswer;

/** Puts another value before the right one, under the same key. Most programs take the last, some the first. */
const twice = (key: string, other: unknown): Rewrite => (answer) => {
  const body = answer.body.replace(`"${key}":`, `"${key}":${JSON.stringify(other)},"${key}":`);
  expect(body).not.toBe(answer.body);
  return { ...answer, body };
}; // prettier-ignore

const actor = (change: (actor: Record<string, unknown>) => unknown): Rewrite =>
  rewriteJson((body) => ({ ...body, actor: change({ ...(body['actor'] as object) }) }));

const TWICE = 'with a key that stands twice in its JSON';
const NOT_DATASETTE = 'not as Datasette does; check url';

const answers: readonly (readonly [what: string, rewrite: Rewrite, words: string])[] = [
  ['two actors', twice('actor', { id: 'root', token: 'dstok' }), TWICE],
  ['two ids of the actor', twice('id', 'root'), TWICE],
  ['two kinds of token', twice('token', 'dsatok'), TWICE],
  ['two restrictions', twice('_r', { a: ['vi', 'es'] }), TWICE],
  ['two ends', twice('token_expires', 4_000_000_000), TWICE],
  ['another kind of token', actor((told) => ({ ...told, token: 'dsatok' })), 'kind of token: asked for "dstok", granted "dsatok"'],
  ['a login instead of a token', actor((told) => ({ ...told, token: undefined })), 'kind of token: asked for "dstok", granted nothing'],
  ['an actor without an id', actor((told) => ({ ...told, id: undefined })), 'actor: asked for "ci-bot", granted nothing'],
  ['a list of actors', actor((told) => ({ ...told, id: ['ci-bot', 'root'] })), 'actor: asked for "ci-bot", granted a list'],
  ['a list of answers', actor((told) => [told]), 'its actor is null'],
  ['no actor', rewriteJson(({ ok }) => ({ ok })), NOT_DATASETTE],
  ['nothing', (answer) => ({ ...answer, body: '' }), NOT_DATASETTE],
  ['half of its JSON', (answer) => ({ ...answer, body: answer.body.slice(0, -2) }), NOT_DATASETTE],
]; // prettier-ignore

describe('an answer of the Datasette of url that does not surely say what was asked for', () => {
  it.each(answers)('%s: the step fails, says why, and hands nothing on', async (_, rewrite, words) => {
    await using server = await newDatasette({
      onRequest: always('GET', '/-/actor.json', { kind: 'rewrite', rewrite }),
    });
    await using job = await newJob();
    const step = await job.runAction({ with: { ...inputs, url: server.url, token_file: 'token', export_env: 'true' } });
    expectNotHandedOn(job, step);
    expect(errorsOf(step)).toStrictEqual([expect.stringContaining(words)]);
  });
});
