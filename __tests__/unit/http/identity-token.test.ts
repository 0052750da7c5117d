import { describe, expect, it, onTestFinished } from 'vitest';

import { createDeadline } from '../../../src/lease/clock.js';
import { neverStops, type Ports } from '../../../src/lease/ports.js';
import { requestIdentityToken } from '../../../src/http/identity-token.js';
import { plainNetwork } from '../../fakes/network.js';
import { createFakeServer, type FakeServer, type Handle } from '../../fakes/faults.js';
import { runnerWords } from '../../../src/runner/words.js';

const requestToken = 'not-a-real-request-token';
const identityToken = 'not-a-real-header.not-a-real-payload.not-a-real-signature';

function portsOf(masked: string[]): Ports {
  return {
    clock: { now: () => Date.now(), sleep: () => Promise.resolve() },
    deadline: createDeadline(() => Date.now(), 10_000),
    stop: neverStops,
    words: runnerWords,
    network: plainNetwork,
    mask: (secret) => masked.push(secret),
    maskNew: () => undefined,
    holdsKnown: () => false,
    notify: () => undefined,
    identityToken: () => Promise.reject(new Error('not asked for')),
  };
}

async function serverOf(handle: Handle): Promise<FakeServer> {
  const server = await createFakeServer(handle);
  onTestFinished(() => server.close());
  return server;
}

const json = (body: unknown, status = 200) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const environmentOf = (url: string): NodeJS.ProcessEnv => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: url,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
});

describe('an identity token', () => {
  it('is asked of the runner for its audience, with what the URL holds already', async () => {
    const masked: string[] = [];
    const server = await serverOf(() => json({ count: 1, value: identityToken }));
    const environment = environmentOf(`${server.url}/runner/idtoken?api-version=2.0&x=a%20b`);
    const found = await requestIdentityToken(environment, 'https://audience.example/?a=b&c', portsOf(masked));
    expect(found).toBe(identityToken);
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    expect(request?.method).toBe('GET');
    expect(request?.path).toBe('/runner/idtoken');
    expect(Object.fromEntries(request?.query ?? [])).toStrictEqual({
      'api-version': '2.0',
      x: 'a b',
      audience: 'https://audience.example/?a=b&c',
    });
    expect(request?.headers.accept).toBe('application/json');
    expect(request?.headers.authorization).toBe(`Bearer ${requestToken}`);
    // The part that makes it valid is hidden by itself, too.
    expect(masked).toStrictEqual([requestToken, identityToken, 'not-a-real-signature']);
  });

  it.each(['not-a-real-token-in-one-part', 'not-a-real-header.not-a-real-payload'])(
    'is hidden whole where it is not of three parts: %s',
    async (value) => {
      const masked: string[] = [];
      const server = await serverOf(() => json({ value }));
      await expect(requestIdentityToken(environmentOf(server.url), 'x', portsOf(masked))).resolves.toBe(value);
      expect(masked).toStrictEqual([requestToken, value]);
    },
  );

  it.each([
    {},
    { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1' },
    { ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken },
  ])('needs the permission of the job, and the error says which (%#)', async (environment) => {
    await expect(requestIdentityToken(environment, 'x', portsOf([]))).rejects.toEqual(
      new Error(
        'this job may not ask for an identity token: add "permissions: { contents: read, id-token: write }" to the job (with a reusable workflow, to the calling job too). Pull requests from forks never get one.',
      ),
    );
  });

  it.each([
    ['no value', json({ count: 0 })],
    ['an empty value', json({ value: '' })],
    ['a value that is no text', json({ value: 7 })],
    ['no object', json('null')],
    ['no JSON', json('<html>')],
    ['a refusal', json({ message: 'no' }, 403)],
    ['a token under another status', json({ value: identityToken }, 203)],
  ])('is missing from an answer with %s, and the error says so', async (_, answer) => {
    const server = await serverOf(() => answer);
    const attempt = requestIdentityToken(environmentOf(`${server.url}/idtoken?a=b`), 'x', portsOf([]));
    await expect(attempt).rejects.toThrow(
      new RegExp(`the runner gave no identity token: GET ${server.url}/idtoken answered ${String(answer.status)}`),
    );
    await expect(attempt).rejects.not.toThrow(/not-a-real/);
  });

  it.each([
    [
      'no JSON',
      json('<html>'),
      'but with no JSON: something else than the identity provider of the runner answers at HOST',
    ],
    ['JSON without one', json({ value: 7 }), 'but with no token in its JSON'],
  ])('is missing from a good answer of %s, and the error says what is wrong with it', async (_, answer, words) => {
    const server = await serverOf(() => answer);
    const attempt = requestIdentityToken(environmentOf(server.url), 'x', portsOf([]));
    await expect(attempt).rejects.toThrow(`answered 200 OK, ${words.replace('HOST', new URL(server.url).host)}`);
  });

  it('is asked for again when the runner was busy', async () => {
    let calls = 0;
    const server = await serverOf(() => (++calls < 3 ? json('busy', 503) : json({ value: identityToken })));
    await expect(requestIdentityToken(environmentOf(server.url), 'x', portsOf([]))).resolves.toBe(identityToken);
    expect(calls).toBe(3);
  });
});
