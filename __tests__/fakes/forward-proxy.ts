import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificate } from './certificates.js';

export interface ForwardProxyOptions {
  /**
   * The only places it connects to: `issuer.example:443` to a port on loopback. No DNS knows such a name, so a request
   * that reaches its server has surely gone through the proxy.
   */
  readonly routes: Readonly<Record<string, number>>;
  /** What a client has to bring, as `user:password`. */
  readonly credentials?: string;
  /** Speaks TLS with its clients. */
  readonly certificate?: Certificate;
  /** Answers CONNECT with this status instead, or not at all. */
  readonly instead?: number | 'silence';
}

export interface ForwardProxy {
  /** `http://127.0.0.1:PORT`, or `https://localhost:PORT` with a certificate; without credentials. */
  readonly url: string;
  /** The target of every CONNECT that came, `host:port`, in order. */
  readonly asked: readonly string[];
  /** Resolves when the first client that got no answer has closed its connection. */
  readonly abandoned: Promise<void>;
  close(): Promise<void>;
}

/** A forward proxy on loopback that tunnels by CONNECT and resolves names of its own. */
export async function startForwardProxy(options: ForwardProxyOptions): Promise<ForwardProxy> {
  const { routes, credentials, certificate, instead } = options;
  const asked: string[] = [];
  const sockets = new Set<Duplex>();
  let abandon: () => void = () => undefined;
  const abandoned = new Promise<void>((resolve) => {
    abandon = resolve;
  });

  const server = certificate === undefined ? createServer() : createSecureServer(certificate);
  server.on('connection', keep);
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    const target = request.url ?? '';
    asked.push(target);
    client.on('error', () => client.destroy());
    if (instead === 'silence') {
      client.once('end', abandon);
      client.resume();
      return;
    }
    const status = instead ?? statusFor(request, target);
    const port = routes[target];
    if (status !== 200 || port === undefined) {
      client.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    keep(upstream);
    upstream.on('error', () => client.destroy());
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: certificate === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`,
    asked,
    abandoned,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  }

  function statusFor({ headers }: IncomingMessage, target: string): number {
    const wanted = credentials === undefined ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`;
    if (wanted !== undefined && headers['proxy-authorization'] !== wanted) return 407;
    return routes[target] === undefined ? 502 : 200;
  }
}
