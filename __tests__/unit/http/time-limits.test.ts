import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { createClient } from '../../../src/http/client.js';
import { exchange, type OutgoingRequest } from '../../../src/http/exchange.js';
import { HttpFailure } from '../../../src/http/failure.js';
import type { Deadline } from '../../../src/lease/ports.js';
import { always, createFakeServer, type Fault } from '../../fakes/faults.js';
import { startForwardProxy } from '../../fakes/forward-proxy.js';
import { plainNetwork } from '../../fakes/network.js';
import { createTestPorts, deadlineIn } from './test-ports.js';
import { runnerWords } from '../../../src/runner/words.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closing.splice(0)) await close();
});

const LONG = 60_000;

async function startServer(fault: Fault) {
  const answer = { status: 200, headers: {}, body: JSON.stringify({ filling: 'x'.repeat(10_000) }) };
  const server = await createFakeServer(() => answer, { onRequest: always('GET', '/', fault) });
  closing.push(() => server.close());
  return server;
}

/** Accepts connections and says nothing. */
async function startSilence() {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    // Without reading, the end of a connection is never seen.
    socket.resume();
    sockets.push(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { port, sockets, server };
}

function get(url: string, proxy?: string): OutgoingRequest {
  return {
    route: {
      server: new URL(url),
      proxy: proxy === undefined ? undefined : { url: new URL(proxy), user: '', password: '' },
      network: plainNetwork,
    },
    method: 'GET',
    path: '/',
    headers: {},
    body: undefined,
    largestAnswer: 1_000_000,
    hostWords: runnerWords,
    what: `GET ${url}/`,
  };
}

async function failureOf(promise: Promise<unknown>): Promise<HttpFailure> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HttpFailure)) throw new Error('expected an HttpFailure', { cause: error });
  return error;
}

test('a server that never establishes TLS is given up after the limit for connecting', async () => {
  const { port, sockets, server } = await startSilence();
  const failure = await failureOf(
    exchange(get(`https://127.0.0.1:${port}`), { connecting: 100, whole: LONG }, deadlineIn(LONG)),
  );
  expect(failure.message).toBe(
    `GET https://127.0.0.1:${port}/: timed out after 0.1 s while connecting. Check the network, and whether a proxy is needed`,
  );
  expect(failure).toMatchObject({ sent: false, lasting: false });
  if (sockets.length === 0) await once(server, 'connection');
  for (const socket of sockets) if (!socket.closed) await once(socket, 'close');
  expect(sockets).toHaveLength(1);
});

test('a proxy that never answers is given up after the limit for connecting, and its connection is closed', async () => {
  const proxy = await startForwardProxy({ routes: {}, instead: 'silence' });
  closing.push(() => proxy.close());
  const failure = await failureOf(
    exchange(get('https://issuer.example', proxy.url), { connecting: 200, whole: LONG }, deadlineIn(LONG)),
  );
  expect(failure.message).toContain(
    'timed out after 0.2 s while waiting for the proxy. Check the network, and whether a proxy is needed',
  );
  expect(failure.sent).toBe(false);
  await proxy.abandoned;
});

test('the limit for connecting does not cut off a slow answer', async () => {
  const server = await startServer({ kind: 'never-answer' });
  const failure = await failureOf(exchange(get(server.url), { connecting: 250, whole: 500 }, deadlineIn(LONG)));
  expect(failure.message).toContain(
    'timed out after 0.5 s while waiting for the answer. See whether the server is overloaded or down',
  );
  expect(failure.sent).toBe(true);
});

test('a server that drips its answer is given up after the limit for the whole, however alive it looks', async () => {
  const server = await startServer({ kind: 'slow-drip', interval: 5 });
  const failure = await failureOf(exchange(get(server.url), { connecting: LONG, whole: 300 }, deadlineIn(LONG)));
  expect(failure.message).toContain(
    'timed out after 0.3 s while reading the answer. See whether the server is overloaded or down',
  );
  expect(failure.sent).toBe(true);
});

test('nothing goes on beyond the deadline of the action', async () => {
  const server = await startServer({ kind: 'slow-drip', interval: 5 });
  const ports = createTestPorts({ timeout: 300 });
  const client = createClient({ endpoint: server.url, ports });
  const failure = await failureOf(client.send({ method: 'GET', path: '/', headers: () => ({}), repeat: 'safe' }));
  expect(failure.message).toBe(
    `GET ${server.url}/: the time for everything ended while reading the answer. Raise the input timeout`,
  );
  expect(server.requests).toHaveLength(1);
  expect(ports.waits).toEqual([]);
});

test('a deadline that is moved earlier ends an answer in flight', async () => {
  const deadline = deadlineIn(LONG);
  const server = await startServer({ kind: 'never-answer', beforeActing: () => deadline.leave(50) });
  const failure = await failureOf(exchange(get(server.url), { connecting: LONG, whole: LONG }, deadline));
  expect(failure.message).toContain('the time for everything ended while waiting for the answer');
  expect(failure.sent).toBe(true);
});

test.each<Fault>([{ kind: 'callback' }, { kind: 'act-then-reset' }])(
  'nothing waits for the deadline any more after a request ($kind)',
  async (fault) => {
    const server = await startServer(fault);
    const deadline = deadlineIn(LONG);
    let waiting = 0;
    const counted: Deadline = {
      ...deadline,
      onPassed(callback) {
        waiting++;
        const callOff = deadline.onPassed(callback);
        return () => {
          waiting--;
          callOff();
        };
      },
    };
    const sending = exchange(get(server.url), { connecting: LONG, whole: LONG }, counted);
    expect(waiting).toBe(1);
    await sending.catch(() => undefined);
    expect(waiting).toBe(0);
  },
);

test('nothing is sent after the deadline', async () => {
  const server = await startServer({ kind: 'callback' });
  const client = createClient({ endpoint: server.url, ports: createTestPorts({ timeout: 0 }) });
  const failure = await failureOf(client.send({ method: 'GET', path: '/', headers: () => ({}), repeat: 'safe' }));
  expect(failure).toMatchObject({
    message: `GET ${server.url}/: no time was left to send it. Raise the input timeout`,
    sent: false,
    lasting: false,
  });
  expect(server.requests).toEqual([]);
});

test('nothing is sent at the very end of the time', async () => {
  const server = await startServer({ kind: 'callback' });
  const deadline: Deadline = { ...deadlineIn(LONG), remaining: () => 0 };
  const failure = await failureOf(exchange(get(server.url), { connecting: LONG, whole: LONG }, deadline));
  expect(failure.message).toContain('no time was left to send it');
  expect(server.requests).toEqual([]);
});

test('no timer is left when a request has ended, whether it was answered or never connected', async () => {
  const server = await startServer({ kind: 'callback' });
  const limits = { connecting: LONG, whole: LONG };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await exchange(get(server.url), limits, deadlineIn(LONG));
  expect(vi.getTimerCount()).toBe(0);
  await server.close();
  closing.pop();
  const failure = await failureOf(exchange(get(server.url), limits, deadlineIn(LONG)));
  expect(failure.message).toContain('refused the connection');
  expect(vi.getTimerCount()).toBe(0);
});
