import type { Environment, Network, ProxySettings } from '../lease/network.js';
import { isLoopback } from './server-address.js';

/** A proxy, with the user and password that it wants as they are meant, not percent-encoded; both empty where it wants none. */
export interface Proxy {
  readonly url: URL;
  readonly user: string;
  readonly password: string;
}

/** The usual variables, in lower case or, where that is empty, in capitals. */
export function readProxies(environment: Environment): ProxySettings {
  const read = (name: keyof ProxySettings) => environment[name] || environment[name.toUpperCase()] || '';
  return {
    http_proxy: read('http_proxy'),
    https_proxy: read('https_proxy'),
    all_proxy: read('all_proxy'),
    no_proxy: read('no_proxy'),
  };
}

/**
 * The proxy that leads to a server; without a scheme it is spoken to in plain HTTP. Undefined where the server is reached
 * directly, as loopback always is.
 *
 * @throws Error when the variable holds no URL: to go around a proxy would send the credential another way than was meant
 */
export function proxyFor(server: URL, { proxies, isException }: Network): Proxy | undefined {
  const own = server.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const name = proxies[own] === '' ? 'all_proxy' : own;
  const value = proxies[name];
  if (value === '' || isLoopback(server) || isException(server)) return undefined;
  try {
    const url = new URL(value.includes('://') ? value : `http://${value}`);
    return { url, user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  } catch {
    // Neither the value nor an error that holds it is shown: a password may stand in it.
    throw new Error(
      `the value of ${name} is not the URL of a proxy; expected one such as http://127.0.0.1:3128, with special characters in a user or password percent-encoded`,
    );
  }
}
