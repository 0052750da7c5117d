import { afterEach, expect, test } from 'vitest';
import { createAuthority, createServerCertificate } from '../../fakes/certificates.js';
import { createFakeServer } from '../../fakes/faults.js';
import { startTlsFront } from '../../fakes/tls-front.js';
import { sendFromChild } from './child/run-child.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startServer() {
  const server = await createFakeServer(() => ({ status: 200, headers: {}, body: '{}' }));
  closing.push(() => server.close());
  return server;
}

// Each of these costs as much as starting Node does, or half of that.

test('a request over plain HTTP loads neither TLS nor undici', async () => {
  const { url } = await startServer();
  const outcome = await sendFromChild({ endpoint: url, timeout: 60_000 });
  expect(outcome).toMatchObject({ status: 200, loaded: [] });
});

test('a request over HTTPS loads TLS, and not undici', async () => {
  const { url } = await startServer();
  const certificate = await createServerCertificate(await createAuthority('unknown'), ['127.0.0.1']);
  const front = await startTlsFront(certificate, url);
  closing.push(() => front.close());
  const outcome = await sendFromChild({ endpoint: `https://127.0.0.1:${front.port}`, timeout: 60_000 });
  expect(outcome.failure).toContain('is not trusted');
  expect(outcome.loaded).toEqual(['tls']);
});
