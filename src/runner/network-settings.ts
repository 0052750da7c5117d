import type { State } from './state.js';

const PROXY_VARIABLES = ['http_proxy', 'https_proxy', 'no_proxy'] as const;

/** The variables that decide how requests leave this machine, by the names that post's state has for them. */
export function readNetworkSettings(
  environment: NodeJS.ProcessEnv,
): Pick<State, 'http_proxy' | 'https_proxy' | 'no_proxy' | 'node_extra_ca_certs' | 'node_use_system_ca'> {
  const proxy = (name: (typeof PROXY_VARIABLES)[number]) => environment[name] || environment[name.toUpperCase()] || '';
  return {
    http_proxy: proxy('http_proxy'),
    https_proxy: proxy('https_proxy'),
    no_proxy: proxy('no_proxy'),
    node_extra_ca_certs: environment['NODE_EXTRA_CA_CERTS'] ?? '',
    node_use_system_ca: environment['NODE_USE_SYSTEM_CA'] ?? '',
  };
}

/** Gives post the proxies of main: a later step of the job may have set others to read the credential on its way. */
export function restoreProxies(state: State, environment: NodeJS.ProcessEnv): void {
  for (const name of PROXY_VARIABLES) {
    Reflect.deleteProperty(environment, name.toUpperCase());
    Reflect.deleteProperty(environment, name);
    if (state[name] !== '') environment[name] = state[name];
  }
}

/** The passwords in the URLs of proxies, as they are written and as they are meant, and tokens in the place of a user. */
export function proxySecrets(settings: Pick<State, 'http_proxy' | 'https_proxy'>): readonly string[] {
  const secrets: string[] = [];
  for (const text of [settings.http_proxy, settings.https_proxy]) {
    // URL parsers let the last @ end the user information, and its first colon the user.
    const authority = text.replace(/^\w+:\/\//, '').replace(/[/?#].*$/s, '');
    const userInformation = authority.slice(0, Math.max(0, authority.lastIndexOf('@')));
    const colon = userInformation.indexOf(':');
    const written = userInformation.slice(colon + 1);
    // A user without a password is a name, which as a mask would tear logs apart, or a token, which is longer.
    if (written === '' || (colon === -1 && written.length < 16)) continue;
    secrets.push(written);
    try {
      secrets.push(decodeURIComponent(written));
    } catch {
      // Not percent-encoded: as it is written it is meant.
    }
  }
  return secrets;
}
