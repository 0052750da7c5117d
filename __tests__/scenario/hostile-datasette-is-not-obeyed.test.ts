import { describe, expect, it } from 'vitest';

import { always, rewriteJson, type Fault } from '../fakes/faults.js';
import { errorsOf, expectNotHandedOn, inputs, newDatasette, newJob, spokenBy } from './datasette-step.js';

const refusing = (status: number, error: string): Fault => ({
  kind: 'status',
  status,
  act: false,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ ok: false, error, errors: [error], status }),
});

const asText = (status: number, body: string): Fault => ({
  kind: 'status',
  status,
  act: false,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});

/** What a server could say, and what people must still be able to read of it; undefined: nothing of it need be shown. */
const messages: readonly (readonly [what: string, message: string, shown: string | undefined])[] = [
  ['an end of all commands', '::stop-commands::end-it-all', 'stop-commands::end-it-all'],
  ['an end of all commands on a line of its own', 'no\n::stop-commands::end-it-all\nno', 'no ::stop-commands::end-it-all'],
  ['an old command', 'no ##[add-mask]mask-everything', 'no ##\u200b[add-mask]mask-everything'],
  ['an output', 'no\r\n::set-output name=token::forged\n##[set-output name=token]forged', 'set-output name=token'],
  ['colours of a terminal', '\u001b[31mred\u001b[0m \u009b2J \u001b]0;title\u0007', 'red'],
  ['Markdown', '<img src=x onerror=alert(1)> [click](https://evil.example) | a | `b` **c**', '<img src=x'],
  // The body says it twice.
  ['nearly 1 MB', 'x'.repeat(490_000), 'xxx'],
  ['10 MB', 'x'.repeat(4_900_000), undefined],
  ['more than 10 MB', 'x'.repeat(10_100_000), undefined],
]; // prettier-ignore

describe('what the Datasette of url says when it refuses the token is shown in short and never obeyed', () => {
  it.each(messages)('%s', async (_, message, shown) => {
    await using server = await newDatasette({ onRequest: always('GET', '/-/actor.json', refusing(401, message)) });
    // What the runner masks for us would hide what we show.
    await using job = await newJob({ masking: 'none' });
    const step = await job.runAction({ with: { ...inputs, url: server.url, token_file: 'token', export_env: 'true' } });
    expectNotHandedOn(job, step);
    expect(step.masks).not.toContain('mask-everything');
    expect(step.rawSummary).toBe('');
    expect(errorsOf(step)).toStrictEqual([expect.stringContaining(`GET ${server.url}/-/actor.json`)]);
    if (shown !== undefined) expect(errorsOf(step)[0]).toContain(shown);
    expect(spokenBy(step)).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(spokenBy(step).length).toBeLessThan(4_000);
    // A runner that had stopped its commands would take this for plain text.
    const later = await job.runCommand([process.execPath, '-e', 'console.log("::warning::still heard")']);
    expect(later.annotations).toMatchObject([{ level: 'warning', message: 'still heard' }]);
    const { posts } = await job.end();
    expect(posts[0]?.conclusion).toBe('success');
    expect(posts[0]?.commandErrors).toStrictEqual([]);
  });

  it.each(messages)('%s, as plain text', async (_, message) => {
    await using server = await newDatasette({ onRequest: always('GET', '/-/actor.json', asText(403, message)) });
    await using job = await newJob({ masking: 'none' });
    const step = await job.runAction({ with: { ...inputs, url: server.url } });
    expectNotHandedOn(job, step);
    expect(step.masks).not.toContain('mask-everything');
    expect(errorsOf(step)).toStrictEqual([expect.stringContaining(`GET ${server.url}/-/actor.json`)]);
    expect(spokenBy(step)).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(spokenBy(step).length).toBeLessThan(4_000);
  });
});

it("what it says of the token's actor and restrictions is shown, not obeyed, and holds no token", async () => {
  const hostile = '\n::add-mask::word\r##[error]x \u001b[31m[click](https://evil.example) <b>';
  await using server = await newDatasette({
    onRequest: (request) => ({
      kind: 'rewrite',
      rewrite: rewriteJson((body) => ({
        ...body,
        actor: {
          ...(body['actor'] as object),
          id: `${hostile}${request.headers.authorization ?? ''}`,
          _r: { d: { [`${hostile}${request.headers.authorization ?? ''}`]: ['vd'] } },
        },
      })),
    }),
  });
  await using job = await newJob({ masking: 'none' });
  const step = await job.runAction({ with: { ...inputs, url: server.url } });
  expectNotHandedOn(job, step);
  expect(step.masks).not.toContain('word');
  expect(errorsOf(step)).toHaveLength(1);
  expect(spokenBy(step)).not.toContain('\u001b');
  expect(spokenBy(step)).not.toContain('dstok_');
});
