import dns from 'node:dns';
import { once } from 'node:events';
import net, { createServer, Socket, type AddressInfo, type NetConnectOpts } from 'node:net';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../../src/http/client.js';
import { dial } from '../../../src/http/dial.js';
import { networkOf } from '../../fakes/network.js';
import { createTestPorts } from './test-ports.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const close of closing.splice(0).reverse()) await close();
});

/** Lets every name have these addresses. */
function resolveTo(...addresses: readonly string[]) {
  const found = addresses.map((address) => ({ address, family: net.isIP(address) }));
  const lookup = (_host: string, _options: unknown, callback: (error: null, found: unknown) => void) => {
    setImmediate(callback, null, found);
  };
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as never);
}

/** What becomes of a connection to each address: an error, or nothing ever; else what really does. Returns whom was asked. */
function atAddresses(fates: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const connect = net.connect.bind(net);
  vi.spyOn(net, 'connect').mockImplementation(((options: NetConnectOpts) => {
    const host = 'host' in options ? (options.host ?? '') : '';
    asked.push(host);
    const fate = fates[host];
    if (fate === undefined) return connect(options);
    const socket = new Socket();
    if (fate !== 'silence') setImmediate(() => socket.destroy(Object.assign(new Error('no'), { code: fate })));
    return socket;
  }) as never);
  return asked;
}

async function listen(): Promise<number> {
  const server = createServer((socket) => socket.on('error', () => undefined).resume()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

const opened: Socket[] = [];
const dialed = async (port: number): Promise<Socket> => {
  opened.length = 0;
  closing.push(() => {
    for (const socket of opened) socket.destroy();
  });
  return dial('issuer.example', port, (socket) => opened.push(socket));
};

/** Nobody takes a connection here for a while: the system drops what does not fit into the queue, and the client asks again after 1 s. */
async function startCrowdedServer(): Promise<number> {
  const server = new Worker(
    `const { parentPort } = require('node:worker_threads');
     const server = require('node:http').createServer((_request, response) => response.end('{}'));
     server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
       parentPort.postMessage(server.address().port);
       setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600));
     });`,
    { eval: true },
  );
  closing.push(() => server.terminate());
  const [port] = (await once(server, 'message')) as [number];
  for (let count = 0; count < 3; count++) {
    const other = net.connect({ port, host: '127.0.0.1' }).on('error', () => undefined);
    closing.push(() => other.destroy());
  }
  return port;
}

describe('a name with a slow address and one that leads nowhere', () => {
  test('is connected to, since the slow one has all the time that a connection may take', async () => {
    const port = await startCrowdedServer();
    resolveTo('127.0.0.1', '::1');
    const client = createClient({
      endpoint: `http://issuer.example:${port}`,
      ports: createTestPorts({ timeout: 5_000 }),
    });
    const answer = await client.send({ method: 'POST', path: '/', headers: () => ({}), repeat: 'mints' });
    expect(answer.what).toBe(`POST http://issuer.example:${port}/ answered 200 OK`);
  });

  test('is connected to when it is that of the proxy', async () => {
    const port = await startCrowdedServer();
    const network = await networkOf({ http_proxy: `http://proxy.example:${port}` });
    resolveTo('127.0.0.1', '::1');
    const ports = createTestPorts({ timeout: 5_000, network });
    const client = createClient({ endpoint: 'http://issuer.example', ports });
    // It speaks HTTP and is no proxy: what it makes of the request for a tunnel does not matter here.
    await expect(client.send({ method: 'GET', path: '/', headers: () => ({}), repeat: 'safe' })).rejects.toThrow(
      /waiting for the proxy/,
    );
  });
});

describe('a name with several addresses', () => {
  test('is connected to by the second one while the first says nothing', async () => {
    const port = await listen();
    resolveTo('192.0.2.1', '127.0.0.1');
    atAddresses({ '192.0.2.1': 'silence' });
    const socket = await dialed(port);
    expect(socket.remoteAddress).toBe('127.0.0.1');
    expect(opened.map(({ destroyed }) => destroyed)).toEqual([true, false]);
  });

  test('is tried family by family in turn, the next one at once when one fails', async () => {
    const port = await listen();
    resolveTo('192.0.2.1', '192.0.2.2', '2001:db8::1', '127.0.0.1');
    const asked = atAddresses({ '192.0.2.1': 'ECONNREFUSED', '192.0.2.2': 'ETIMEDOUT', '2001:db8::1': 'ENETUNREACH' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await dialed(port);
    expect(asked).toEqual(['192.0.2.1', '2001:db8::1', '192.0.2.2', '127.0.0.1']);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([
    ['ENETUNREACH', 'ECONNREFUSED', 'ECONNREFUSED'],
    ['ECONNREFUSED', 'EHOSTUNREACH', 'ECONNREFUSED'],
    ['ENETUNREACH', 'EADDRNOTAVAIL', 'ENETUNREACH'],
  ])('of which one fails with %s and one with %s fails with %s', async (one, other, code) => {
    resolveTo('2001:db8::1', '192.0.2.1');
    atAddresses({ '2001:db8::1': one, '192.0.2.1': other });
    await expect(dialed(1)).rejects.toMatchObject({ code });
  });

  test('is not tried any further when it is given up', async () => {
    resolveTo('192.0.2.1', '192.0.2.2');
    const asked = atAddresses({ '192.0.2.1': 'silence' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const dialing = dialed(1);
    await vi.waitFor(() => expect(opened).toHaveLength(1));
    opened[0]?.destroy();
    await expect(dialing).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(asked).toEqual(['192.0.2.1']);
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('an address is not looked up', async () => {
  const port = await listen();
  const lookup = vi.spyOn(dns, 'lookup');
  const socket = await dial('127.0.0.1', port, () => undefined);
  socket.destroy();
  expect(lookup).not.toHaveBeenCalled();
});
