import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingHttpHeaders } from 'node:http';
import { createServer, Socket, type AddressInfo, type Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { createClient } from '../../../src/http/client.js';
import { exchange } from '../../../src/http/exchange.js';
import { networkOf, plainNetwork } from '../../fakes/network.js';
import { createTestPorts, deadlineIn } from './test-ports.js';
import { runnerWords } from '../../../src/runner/words.js';

// What a proxy may do with a request for a tunnel (CONNECT). Names under .example are resolved by the proxy alone.

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}';
const ignored = () => undefined;

async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  const sockets: Socket[] = [];
  server.on('connection', (socket: Socket) => {
    socket.on('error', ignored);
    sockets.push(socket);
  });
  server.listen(0, host);
  await once(server, 'listening');
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

/** A proxy that does this with the connection of whoever asks for a tunnel; tells what they asked with. */
async function startProxy(act: (client: Duplex) => void) {
  const asked: IncomingHttpHeaders[] = [];
  const server = createHttpServer();
  server.on('connect', (request, client) => {
    asked.push(request.headers);
    act(client);
  });
  const port = await listen(server);
  return { host: `127.0.0.1:${port}`, asked };
}

/** Opens the tunnel with these words, and is then the server itself, which answers the first thing it hears. */
const answering = (opening: string) => (client: Duplex) => {
  client.write(opening);
  client.once('data', () => client.end(ANSWER));
};
const OPEN = 'HTTP/1.1 200 Connection established\r\n\r\n';

async function get(endpoint: string, http_proxy = '') {
  const network = await networkOf({ http_proxy });
  const client = createClient({ endpoint, ports: createTestPorts({ timeout: 20_000, network }) });
  return client.send({ method: 'GET', path: '/', headers: () => ({}), repeat: 'safe' });
}

describe('what a proxy is told of its user', () => {
  test.each([
    ['nothing where its URL has none', '', undefined],
    ['user and password', 'someone:not-a-real-secret@', 'someone:not-a-real-secret'],
    ['a user without a password', 'not-a-real-token@', 'not-a-real-token:'],
    ['a password without a user', ':not-a-real-secret@', ':not-a-real-secret'],
  ])('%s', async (_name, userInformation, told) => {
    const proxy = await startProxy(answering(OPEN));
    await expect(get('http://issuer.example:8086', `http://${userInformation}${proxy.host}`)).resolves.toMatchObject({
      status: 200,
    });
    expect(proxy.asked).toEqual([
      {
        host: 'issuer.example:8086',
        connection: 'close',
        ...(told === undefined ? {} : { 'proxy-authorization': `Basic ${Buffer.from(told).toString('base64')}` }),
      },
    ]);
  });
});

describe('the answer of a proxy', () => {
  test.each([200, 204, 299])('opens the tunnel with %i', async (status) => {
    const proxy = await startProxy(answering(`HTTP/1.1 ${status} Open\r\n\r\n`));
    await expect(get('http://issuer.example', `http://${proxy.host}`)).resolves.toMatchObject({
      status: 200,
      json: {},
    });
  });

  test.each([
    [199, 'See whether it allows this host and port, or name the host in no_proxy'],
    [300, 'See whether it allows this host and port, or name the host in no_proxy'],
    [403, 'See whether it allows this host and port, or name the host in no_proxy'],
    [407, 'It wants a user and a password in its URL; special characters in them are percent-encoded'],
    [499, 'See whether it allows this host and port, or name the host in no_proxy'],
  ])('is a refusal with %i, which is not asked again', async (status, advice) => {
    const proxy = await startProxy((client) => client.end(`HTTP/1.1 ${status} No\r\n\r\n`));
    await expect(get('http://issuer.example', `http://${proxy.host}`)).rejects.toMatchObject({
      name: 'HttpFailure',
      message: `GET http://issuer.example/: the proxy did not open a connection to the server and answered ${status}. ${advice}`,
      sent: false,
      lasting: true,
    });
    expect(proxy.asked).toHaveLength(1);
  });

  test.each([408, 425, 429, 500, 502, 503, 504])('is asked for again after %i', async (status) => {
    const proxy = await startProxy((client) => client.end(`HTTP/1.1 ${status} Later\r\n\r\n`));
    await expect(get('http://issuer.example', `http://${proxy.host}`)).rejects.toMatchObject({
      message: expect.stringMatching(
        `^GET http://issuer.example/: the proxy did not open a connection to the server and answered ${status}. See whether it allows this host and port, or name the host in no_proxy. Tried \\d+ times in \\d+ s$`,
      ) as string,
      sent: false,
      lasting: false,
    });
    expect(proxy.asked.length).toBeGreaterThan(5);
  });

  test('may come together with the first bytes of the server, which are not lost', async () => {
    const proxy = await startProxy((client) => client.end(OPEN + ANSWER));
    await expect(get('http://issuer.example', `http://${proxy.host}`)).resolves.toMatchObject({
      status: 200,
      json: {},
    });
  });

  test('that does not come is laid on the proxy, and is asked for again', async () => {
    const proxy = await startProxy((client) => client.destroy());
    await expect(get('http://issuer.example', `http://${proxy.host}`)).rejects.toMatchObject({
      message: expect.stringMatching(
        `^GET http://issuer.example/: the proxy ${proxy.host} closed the connection while waiting for the proxy \\(ECONNRESET\\). Tried \\d+ times in \\d+ s$`,
      ) as string,
      sent: false,
    });
    expect(proxy.asked.length).toBeGreaterThan(5);
  });
});

test('a proxy of a kind that is not supported is refused at once, with those that are', async () => {
  await expect(get('http://issuer.example', 'socks5://127.0.0.1:1080')).rejects.toMatchObject({
    message:
      'GET http://issuer.example/: the proxy for this host is of a kind that is not supported, socks5://. Name one that begins with http:// or https:// in https_proxy or http_proxy',
    sent: false,
    lasting: true,
  });
});

describe('a server behind a tunnel', () => {
  const limits = { connecting: 20_000, whole: 20_000 };
  const outgoing = (proxy: string) => ({
    route: {
      server: new URL('https://issuer.example'),
      proxy: { url: new URL(`http://${proxy}`), user: '', password: '' },
      network: plainNetwork,
    },
    method: 'GET',
    path: '/',
    headers: {},
    body: undefined,
    largestAnswer: 100,
    hostWords: runnerWords,
    what: 'GET https://issuer.example/',
  });

  test('that never establishes TLS is itself given up, not its proxy', async () => {
    const deadline = deadlineIn(20_000);
    const proxy = await startProxy((client) => {
      client.write(OPEN);
      // What comes first through the tunnel is the beginning of TLS.
      client.once('data', () => deadline.leave(0));
    });
    await expect(exchange(outgoing(proxy.host), limits, deadline)).rejects.toMatchObject({
      message: 'GET https://issuer.example/: the time for everything ended while connecting. Raise the input timeout',
      sent: false,
    });
  });

  test.each([
    ['goes away together with the opening of the tunnel', (client: Duplex) => client.end(OPEN)],
    [
      'is reset together with the opening of the tunnel',
      (client: Duplex) => client.write(OPEN, () => client instanceof Socket && client.resetAndDestroy()),
    ],
    [
      'goes away before TLS is established',
      (client: Duplex) => {
        client.write(OPEN);
        client.once('data', () => client.destroy());
      },
    ],
    [
      'is reset before TLS is established',
      (client: Duplex) => {
        client.write(OPEN);
        client.once('data', () => client instanceof Socket && client.resetAndDestroy());
      },
    ],
  ])('that %s is noticed at once, and nothing was sent to it', async (_name, act) => {
    const proxy = await startProxy(act);
    await expect(exchange(outgoing(proxy.host), limits, deadlineIn(20_000))).rejects.toMatchObject({
      message: expect.stringMatching(
        /^GET https:\/\/issuer\.example\/: the (?:server|proxy 127\.0\.0\.1:\d+) closed the connection while (?:connecting|waiting for the proxy) \((?:ECONNRESET|EPIPE)\)$/,
      ) as string,
      sent: false,
      lasting: false,
    });
  });
});

test('a server is reached at an address of IPv6', async (context) => {
  const server = createServer((socket) => {
    socket.once('data', () => socket.end(ANSWER));
  });
  const port = await listen(server, '::1').catch(() => undefined);
  if (port === undefined) return context.skip('this machine has no IPv6');
  await expect(get(`http://[::1]:${port}`)).resolves.toMatchObject({ status: 200, json: {} });
  return undefined;
});
