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

/** The password of a proxy's URL, as it is written and as it is meant; empty where there is none. */
export function proxySecrets(settings: Pick<State, 'http_proxy' | 'https_proxy'>): readonly string[] {
  const secrets: string[] = [];
  for (const text of [settings.http_proxy, settings.https_proxy]) {
    // URL parsers let the last @ end the user information, and its first colon the user.
    const authority = text.replace(/^\w+:\/\//, '').replace(/[/?#].*$/s, '');
    const userInformation = authority.slice(0, Math.max(0, authority.lastIndexOf('@')));
    const colon = userInformation.indexOf(':');
    const written = userInformation.slice(colon + 1);
    if (colon === -1 || written === '') continue;
    secrets.push(written);
    try {
      secrets.push(decodeURIComponent(written));
    } catch {
      // Not percent-encoded: as it is written it is meant.
    }
  }
  return secrets;
}
