import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { Certificate } from './certificates.js';

export interface TlsFront {
  readonly port: number;
  /** Connections on which the client sent something, having accepted the certificate. */
  readonly used: () => number;
  close(): Promise<void>;
}

/** Speaks TLS on loopback with a certificate, and passes what comes on to a plain server there. */
export async function startTlsFront(certificate: Certificate, plainUrl: string): Promise<TlsFront> {
  const sockets = new Set<Socket>();
  let used = 0;
  const server = createServer({ ...certificate, minVersion: 'TLSv1.3' }, (client) => {
    const upstream = connect(Number(new URL(plainUrl).port), '127.0.0.1');
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroySoon();
      });
      one.pipe(other);
    }
    // In TLS 1.3 a server is ready before the client has looked at the certificate: only a request counts.
    client.once('data', () => used++);
  });
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    used: () => used,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
