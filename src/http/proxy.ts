import { checkBypass } from '@actions/http-client/lib/proxy';

/** A proxy, with the user and password that it wants as they are meant, not percent-encoded; both empty where it wants none. */
export interface Proxy {
  readonly url: URL;
  readonly user: string;
  readonly password: string;
}

/**
 * The proxy that the usual variables (`https_proxy`, `http_proxy`, `no_proxy`, or in capitals) name for a server; without
 * a scheme it is spoken to in plain HTTP. Undefined where the server is reached directly, as loopback always is.
 *
 * @throws Error when the variable holds no URL: to go around a proxy would send the credential another way than was meant
 */
export function proxyFor(server: URL): Proxy | undefined {
  const name = server.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const value = process.env[name] || process.env[name.toUpperCase()];
  if (value === undefined || value === '' || checkBypass(server)) return undefined;
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
