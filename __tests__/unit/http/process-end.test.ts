import { createServer, type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { always, createFakeServer, type Fault } from '../../fakes/faults.js';
import { startForwardProxy } from '../../fakes/forward-proxy.js';
import { sendFromChild } from './child/run-child.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function startServer(fault: Fault = { kind: 'callback' }) {
  const answer = { status: 200, headers: {}, body: JSON.stringify('x'.repeat(100_000)) };
  const server = await createFakeServer(() => answer, { onRequest: always('GET', '/', fault) });
  closing.push(() => server.close());
  return server;
}

// The servers stay up all the while, so a handle that is left open would keep the process from ending.

test('a process ends by itself after an answer', async () => {
  const server = await startServer();
  const outcome = await sendFromChild({ endpoint: server.url, timeout: 60_000 });
  expect(outcome).toMatchObject({ status: 200, open: [], stderr: '' });
});

test('a process ends by itself after it gave up on a dripping answer', async () => {
  const server = await startServer({ kind: 'slow-drip', interval: 5 });
  const outcome = await sendFromChild({ endpoint: server.url, timeout: 500 });
  expect(outcome.failure).toContain('while reading the answer');
  expect(outcome).toMatchObject({ open: [], stderr: '', sent: true });
});

test('a process ends by itself after it gave up on a server that does not establish TLS', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  const outcome = await sendFromChild({ endpoint: `https://127.0.0.1:${port}`, timeout: 500 });
  expect(outcome.failure).toContain('while connecting');
  expect(outcome).toMatchObject({ open: [], stderr: '', sent: false });
});

test('a process ends by itself after it gave up on a proxy that does not answer', async () => {
  const proxy = await startForwardProxy({ routes: {}, instead: 'silence' });
  closing.push(() => proxy.close());
  const outcome = await sendFromChild(
    { endpoint: 'https://issuer.example', timeout: 500 },
    { https_proxy: proxy.url.replace('//', '//user:not-a-real-secret@') },
  );
  expect(outcome.failure).toContain('while waiting for the proxy');
  expect(outcome.failure).not.toContain('not-a-real-secret');
  expect(outcome).toMatchObject({ open: [], stderr: '', sent: false });
});
