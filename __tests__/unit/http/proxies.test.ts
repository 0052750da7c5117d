import dns from 'node:dns';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient } from '../../../src/http/client.js';
import { createFakeServer, type FakeServer } from '../../fakes/faults.js';
import { networkOf } from '../../fakes/network.js';
import { startForwardProxy, type ForwardProxy, type ForwardProxyOptions } from '../../fakes/forward-proxy.js';
import { createTestPorts } from './test-ports.js';

// TLS through a proxy is in certificates.test.ts. Names under .example are resolved by the proxy alone.

let server: FakeServer;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  server = await createFakeServer(() => ({ status: 200, headers: {}, body: '{}' }));
  closing.push(() => server.close());
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closing.splice(0).reverse()) await close();
});

async function startProxy(options: Partial<ForwardProxyOptions> = {}): Promise<ForwardProxy> {
  const port = Number(new URL(server.url).port);
  const proxy = await startForwardProxy({
    routes: { 'issuer.example:80': port, 'issuer.example:8086': port },
    ...options,
  });
  closing.push(() => proxy.close());
  return proxy;
}

async function get(endpoint: string, variables: Readonly<Record<string, string>>) {
  const client = createClient({
    endpoint,
    ports: createTestPorts({ timeout: 5_000, network: await networkOf(variables) }),
  });
  return client.send({ method: 'GET', path: '/', headers: () => ({}), repeat: 'safe' });
}

test.each(['http_proxy', 'HTTP_PROXY'])('a server that only the proxy of %s can resolve is reached', async (name) => {
  const proxy = await startProxy();
  await expect(get('http://issuer.example:8086', { [name]: proxy.url })).resolves.toMatchObject({ status: 200 });
  await expect(get('http://issuer.example', { [name]: proxy.url })).resolves.toMatchObject({ status: 200 });
  expect(proxy.asked).toEqual(['issuer.example:8086', 'issuer.example:80']);
  expect(server.requests.map(({ headers }) => headers.host)).toEqual(['issuer.example:8086', 'issuer.example']);
  expect(server.requests.map(({ headers }) => headers['proxy-authorization'])).toEqual([undefined, undefined]);
});

test('a proxy without a scheme is spoken to in plain HTTP', async () => {
  const proxy = await startProxy({ credentials: 'someone:not-a-real-secret' });
  await expect(
    get('http://issuer.example', { http_proxy: `someone:not-a-real-secret@${new URL(proxy.url).host}` }),
  ).resolves.toMatchObject({ status: 200 });
});

test('user and password of the proxy are taken from its URL, decoded', async () => {
  const proxy = await startProxy({ credentials: 'some one:not-a-real-secret:@/' });
  await expect(
    get('http://issuer.example', { http_proxy: proxy.url.replace('//', '//some%20one:not-a-real-secret%3A%40%2F@') }),
  ).resolves.toMatchObject({ status: 200 });
});

test('a proxy that wants other credentials is reported at once, without them', async () => {
  const proxy = await startProxy({ credentials: 'someone:not-a-real-secret-of-the-proxy' });
  const failure: unknown = await get('http://issuer.example/x', {
    http_proxy: proxy.url.replace('//', '//someone:not-a-real-secret@'),
  }).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    message:
      'GET http://issuer.example/x/: the proxy did not open a connection to the server and answered 407. It wants a user and a password in its URL; special characters in them are percent-encoded',
    sent: false,
  });
  expect(inspect(failure, { depth: 9 })).not.toContain('not-a-real-secret');
  expect(proxy.asked).toHaveLength(1);
});

test('a proxy that forbids the host is reported at once', async () => {
  const proxy = await startProxy({ instead: 403 });
  await expect(get('http://issuer.example', { http_proxy: proxy.url })).rejects.toThrow(
    /the proxy did not open a connection to the server and answered 403\. See whether it allows this host and port/,
  );
  expect(proxy.asked).toHaveLength(1);
});

test('a proxy that is not there is named', async () => {
  const proxy = await startProxy();
  await proxy.close();
  await expect(get('http://issuer.example', { http_proxy: proxy.url })).rejects.toThrow(
    `the proxy ${new URL(proxy.url).host} refused the connection (ECONNREFUSED)`,
  );
});

test('a proxy of a kind that is not supported is refused, not passed by', async () => {
  await expect(get('http://issuer.example', { http_proxy: 'socks5://127.0.0.1:1080' })).rejects.toThrow(
    /of a kind that is not supported, socks5:\/\//,
  );
});

test.each([
  ['a URL whose password is not percent-encoded', 'http://someone:not-a-real-secret-100%@127.0.0.1:9'],
  ['a URL without a host', 'http://'],
  ['no URL', 'someone:not-a-real-secret@a b'],
])('%s as the proxy is refused, not passed by', async (_what, value) => {
  const lookup = answerLookups('ENOTFOUND');
  const failure: unknown = await Promise.resolve()
    .then(() => get('http://issuer.example', { http_proxy: value }))
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({
    message:
      'the value of http_proxy is not the URL of a proxy; expected one such as http://127.0.0.1:3128, with special characters in a user or password percent-encoded',
  });
  expect(inspect(failure, { depth: 9 })).not.toContain('not-a-real-secret');
  expect(lookup).not.toHaveBeenCalled();
});

/** What DNS says to every name, without asking it. Node looks the function up anew for each connection. */
function answerLookups(code: string) {
  const lookup = vi.fn((_host: string, ...rest: unknown[]) => {
    const callback = rest.at(-1) as (error: Error) => void;
    setImmediate(callback, Object.assign(new Error(`lookup ${code}`), { code }));
  });
  vi.spyOn(dns, 'lookup').mockImplementation(lookup);
  return lookup;
}

test.each(['issuer.example', '.example', '*', 'other.example, ISSUER.example:8086'])(
  'no_proxy=%s is honoured',
  async (list) => {
    const proxy = await startProxy();
    const lookup = answerLookups('ENOTFOUND');
    await expect(get('http://issuer.example:8086', { http_proxy: proxy.url, no_proxy: list })).rejects.toThrow(
      /: the name of the server could not be resolved/,
    );
    expect(lookup.mock.calls[0]?.[0]).toBe('issuer.example');
    expect(proxy.asked).toEqual([]);
  },
);

test.each(['ENOTFOUND', 'EAI_AGAIN'])(
  'a name that is not resolved (%s) is tried again, for a mint too',
  async (code) => {
    const lookup = answerLookups(code);
    const client = createClient({ endpoint: 'https://issuer.example', ports: createTestPorts() });
    const answer = client.send({ method: 'POST', path: '/', headers: () => ({}), repeat: 'mints' });
    await expect(answer).rejects.toMatchObject({ sent: false });
    await expect(answer).rejects.toThrow(`the name of the server could not be resolved (${code})`);
    expect(lookup.mock.calls.length).toBeGreaterThan(5);
  },
);

test('an empty variable names no proxy', async () => {
  const lookup = answerLookups('ENOTFOUND');
  await expect(get('http://issuer.example', { http_proxy: '', HTTP_PROXY: '' })).rejects.toThrow(
    /: the name of the server could not be resolved/,
  );
  expect(lookup.mock.calls[0]?.[0]).toBe('issuer.example');
});

test('loopback is reached without the proxy', async () => {
  const proxy = await startProxy();
  await expect(get(server.url, { http_proxy: proxy.url })).resolves.toMatchObject({ status: 200 });
  expect(proxy.asked).toEqual([]);
});
