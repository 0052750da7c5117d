import { describe, expect, it } from 'vitest';

import { always, type Fault } from '../fakes/faults.js';
import type { FakeDatasetteOptions } from '../fakes/datasette.js';
import { errorsOf, expectNotHandedOn, inputs, newDatasette, newJob } from './datasette-step.js';

const answering = (fault: Fault) => ({ onRequest: always('GET', '/-/actor.json', fault) });

const cases: readonly (readonly [what: string, options: Partial<FakeDatasetteOptions>, words: string])[] = [
  ['another secret', { secret: 'not-a-real-secret-of-another-server' }, 'answered 401 Unauthorized: Invalid token signature. The secret is not that of this server'],
  ['signed tokens that are off', { takesSignedTokens: false }, 'The server was started with the setting allow_signed_tokens off'],
  ['an old server with another secret', { version: '1.0a35', secret: 'not-a-real-secret-of-another-server' }, 'its actor is null'],
  ['a server that knows no signed tokens', { version: '0.65.5' }, 'it is a 0.x release, which knows no signed tokens'],
  ['another place', { base: '/somewhere/else' }, 'answered 404 Not Found'],
  ['a sign-in page', answering({ kind: 'html', act: false }), 'not as Datasette does; check url'],
  ['a failing server', answering({ kind: 'status', status: 500, act: false, headers: { 'content-type': 'text/plain' }, body: 'Internal Server Error' }), 'answered 500'],
  ['a redirect', answering({ kind: 'redirect', location: 'https://evil.example/', act: false }), 'answered 307'],
  ['half an answer', answering({ kind: 'act-then-half-answer' }), 'the answer was cut short'],
]; // prettier-ignore

describe('a token that the server of url does not take fails the step, and nothing is handed on', () => {
  it.each(cases)('%s', async (_, options, words) => {
    await using server = await newDatasette(options);
    await using job = await newJob();
    const step = await job.runAction({
      with: { ...inputs, url: server.url, token_file: 'token', export_env: 'true', timeout: '5s' },
    });
    expectNotHandedOn(job, step);
    expect(errorsOf(step)).toStrictEqual([expect.stringContaining(words)]);
    expect(errorsOf(step)[0]).toContain(`GET ${server.url}/-/actor.json`);
    const { posts } = await job.end();
    expect(posts[0]?.conclusion).toBe('success');
    expect(posts[0]?.log).toMatch(/no token of mint-token-\S+ was handed on/);
  });
});
