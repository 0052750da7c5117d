import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import type { Authorities, Closed, Network } from '../lease/network.js';
import { closedEarly, dial } from './dial.js';
import { Objection, type Stage } from './failure.js';
import type { Proxy } from './proxy.js';
import { hostOf, portOf } from './server-address.js';

// The network modules of Node are taken by getBuiltinModule: it loads them when they are needed and not before, and it
// does not build their ESM facade, which from Node 22 on loads the whole of undici (nodejs/node#59686).

/** A server, the proxy that leads to it, and what else the network says of the way. */
export interface Route {
  readonly server: URL;
  readonly proxy: Proxy | undefined;
  readonly network: Network;
}

export interface Opening {
  /** Is told how far it has come, for the words of an error. */
  readonly reached: (stage: Stage) => void;
  /** Is given every socket as soon as it exists, so that it can be destroyed at any time. */
  readonly opened: (socket: Socket) => void;
}

/** A connection to the server, with TLS established if its URL wants it; certificates are checked whatever the environment says. */
export async function connect({ server, proxy, network }: Route, opening: Opening): Promise<Socket> {
  if (network.closed !== undefined) throw refused(network.closed);
  const { authorities } = network;
  if (proxy === undefined) {
    opening.reached('connecting');
    return open(server, undefined, authorities, opening);
  }
  const tunnel = await openTunnel(server, proxy, authorities, opening);
  opening.reached('connecting');
  return server.protocol === 'https:' ? open(server, tunnel, authorities, opening) : tunnel;
}

function refused({ words, advice }: Closed): Objection {
  return new Objection({ words, advice, lasting: true });
}

async function open(
  url: URL,
  over: Socket | undefined,
  authorities: Authorities,
  { opened }: Opening,
): Promise<Socket> {
  const host = hostOf(url);
  const isSecure = url.protocol === 'https:';
  const secureContext = isSecure ? contextOf(authorities) : undefined;
  const below = over ?? (await dial(host, portOf(url), opened));
  if (!isSecure) return below;
  const { isIP } = process.getBuiltinModule('node:net');
  const { connect: connectSecurely } = process.getBuiltinModule('node:tls');
  const socket = connectSecurely({
    host,
    socket: below,
    // An address has no place in the name that TLS sends along (RFC 6066); the certificate is held against `host` then.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(secureContext === undefined ? {} : { secureContext }),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
  });
  opened(socket);
  return new Promise((resolve, reject) => {
    // It stays: an error after the connection was given up must not end the process.
    socket.on('error', reject);
    socket.once('close', () => reject(closedEarly()));
    socket.once('secureConnect', () => resolve(socket));
  });
}

/** Made once for all connections: to read a hundred certificates takes longer than to connect. */
const contexts = new WeakMap<Authorities, SecureContext>();

function contextOf(authorities: Authorities): SecureContext | undefined {
  if (authorities.kind === 'default') return undefined;
  if (authorities.kind === 'unknown') throw refused(authorities.closed);
  const made = contexts.get(authorities);
  if (made !== undefined) return made;
  const { createSecureContext, rootCertificates } = process.getBuiltinModule('node:tls');
  const context = createSecureContext({
    ca: [...(authorities.bundled ? rootCertificates : []), ...authorities.others],
  });
  contexts.set(authorities, context);
  return context;
}

/** A tunnel through a proxy (CONNECT, RFC 9110 section 9.3.6), for plain HTTP too, as GitHub's own client does it. */
async function openTunnel(server: URL, proxy: Proxy, authorities: Authorities, opening: Opening): Promise<Socket> {
  const { protocol } = proxy.url;
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new Objection({
      words: `the proxy for this host is of a kind that is not supported, ${protocol}//`,
      advice: 'Name one that begins with http:// or https:// in https_proxy or http_proxy',
      lasting: true,
    });
  }
  opening.reached('connecting to the proxy');
  const toProxy = await open(proxy.url, undefined, authorities, opening);
  opening.reached('waiting for the proxy');
  const target = `${server.hostname}:${portOf(server)}`;
  const { request } = process.getBuiltinModule('node:http');
  return new Promise((resolve, reject) => {
    const asking = request({
      createConnection: () => toProxy,
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...proxyAuthorization(proxy) },
    });
    asking.on('error', reject);
    asking.once('connect', (answer, socket, head) => {
      const status = answer.statusCode ?? 0;
      if (status < 200 || status > 299) {
        reject(refusal(status));
        return;
      }
      if (head.length > 0) socket.unshift(head);
      resolve(toProxy);
    });
    asking.end();
  });
}

function refusal(status: number): Objection {
  return new Objection({
    words: `the proxy did not open a connection to the server and answered ${status}`,
    advice:
      status === 407
        ? 'It wants a user and a password in its URL; special characters in them are percent-encoded'
        : 'See whether it allows this host and port, or name the host in no_proxy',
    lasting: status < 500 && status !== 408 && status !== 425 && status !== 429,
  });
}

function proxyAuthorization({ user, password }: Proxy): Record<string, string> {
  if (user === '' && password === '') return {};
  return { 'proxy-authorization': `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}
