import { once } from 'node:events';
import { ClientRequest, request } from 'node:http';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { HttpClient } from '@actions/http-client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import tunnel from 'tunnel';
import { createAuthority, createServerCertificate } from '../../fakes/certificates.js';
import { always, createFakeServer, type FakeServer, type OnRequest } from '../../fakes/faults.js';
import { startForwardProxy } from '../../fakes/forward-proxy.js';
import { startTlsFront } from '../../fakes/tls-front.js';

// Why src/http stands on Node's own modules: each test shows a promise that the usual libraries do not let us keep. A
// test that fails here says that its library has become better, and the choice may be thought over.

const closing: (() => unknown)[] = [];
beforeEach(() => {
  for (const name of ['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']) {
    vi.stubEnv(name, undefined);
  }
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closing.splice(0).reverse()) await close();
});

async function startServer(body: string, onRequest?: OnRequest): Promise<FakeServer> {
  const server = await createFakeServer(() => ({ status: 200, headers: {}, body }), { onRequest });
  closing.push(() => server.close());
  return server;
}

describe('@actions/http-client', () => {
  test.each(['directly', 'through a proxy'])(
    'sends the credential to a server whose certificate nobody trusts when NODE_TLS_REJECT_UNAUTHORIZED is 0, %s',
    async (way) => {
      const server = await startServer('{}');
      const certificate = await createServerCertificate(await createAuthority('unknown'), ['other.example']);
      const front = await startTlsFront(certificate, server.url);
      closing.push(() => front.close());
      const proxy = await startForwardProxy({ routes: { 'issuer.example:443': front.port } });
      closing.push(() => proxy.close());
      vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
      vi.stubEnv('https_proxy', proxy.url);
      const client = new HttpClient('test', [], { keepAlive: false, ignoreSslError: false });
      closing.push(() => client.dispose());
      const host = way === 'directly' ? `127.0.0.1:${front.port}` : 'issuer.example';
      await client.get(`https://${host}/`, { authorization: 'Bearer not-a-real-secret' });
      expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer not-a-real-secret']);
    },
  );

  test('knows a limit for silence only: a server that drips holds the job for as long as it likes', async () => {
    const limit = 60_000;
    const body = 'x'.repeat(40);
    const server = await startServer(body, always('GET', '/', { kind: 'slow-drip', interval: 1 }));
    const client = new HttpClient('test', [], { socketTimeout: limit, keepAlive: false });
    closing.push(() => client.dispose());
    const onSilence = vi.spyOn(ClientRequest.prototype, 'setTimeout');
    const other = vi.spyOn(globalThis, 'setTimeout');
    closing.push(() => vi.restoreAllMocks());
    const answer = await client.get(`${server.url}/`);
    await expect(answer.readBody()).resolves.toBe(body);
    // Node counts this one anew with each byte; there is no other.
    expect(onSilence.mock.calls.map(([milliseconds]) => milliseconds)).toEqual([limit]);
    expect(other).not.toHaveBeenCalled();
  });

  test('never comes to an end with an answer that was cut short', async () => {
    const server = await startServer('{"token":1}', always('GET', '/', { kind: 'act-then-half-answer' }));
    const client = new HttpClient('test', [], { keepAlive: false });
    closing.push(() => client.dispose());
    const answer = await client.get(`${server.url}/`);
    const told = answer.readBody().then(
      () => 'told',
      () => 'told',
    );
    const closed = new Promise((resolve) =>
      answer.message.on('close', () => setImmediate(resolve, 'closed, and not told')),
    );
    await expect(Promise.race([told, closed])).resolves.toBe('closed, and not told');
  });
});

describe('tunnel', () => {
  test('keeps the connection to a silent proxy open when the request is given up', async () => {
    const accepted: Socket[] = [];
    const proxy = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.resume();
      accepted.push(socket);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    closing.push(async () => {
      for (const socket of accepted) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    });
    const { port } = proxy.address() as AddressInfo;
    const agent = tunnel.httpOverHttp({ proxy: { host: '127.0.0.1', port } });
    const asking = request({ host: 'issuer.example', agent });
    asking.on('error', () => undefined);
    while (accepted.length === 0) await once(proxy, 'connection');
    asking.destroy();

    // A connection that is opened and closed after it has come and gone, and the first is still there.
    const later = connect(port, '127.0.0.1').resume();
    await once(proxy, 'connection');
    later.end();
    const [first, second] = accepted;
    if (first === undefined || second === undefined) throw new Error('two connections were accepted');
    if (!second.readableEnded) await once(second, 'end');
    expect(first.readableEnded).toBe(false);
    expect(first.destroyed).toBe(false);
  });

  test('tells of a refusal by the proxy in a text alone, as if the connection had been reset', async () => {
    const proxy = await startForwardProxy({ routes: {}, instead: 407 });
    closing.push(() => proxy.close());
    const { hostname, port } = new URL(proxy.url);
    const agent = tunnel.httpOverHttp({ proxy: { host: hostname, port: Number(port) } });
    const asking = request({ host: 'issuer.example', agent });
    const [error] = (await once(asking, 'error').catch((reason: unknown) => [reason])) as unknown[];
    expect(error).toMatchObject({
      code: 'ECONNRESET',
      message: 'tunneling socket could not be established, statusCode=407',
    });
  });
});
