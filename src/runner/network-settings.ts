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

/** A user without a password is a name, which as a mask would tear logs apart, or a token, which is longer. In characters. */
const SHORTEST_TOKEN = 16;

/** The passwords in the URLs of proxies, as they are written and as they are meant, and tokens in the place of a user. */
export function proxySecrets(settings: Pick<State, 'http_proxy' | 'https_proxy'>): readonly string[] {
  const secrets = new Set<string>();
  for (const text of [settings.http_proxy, settings.https_proxy]) {
    for (const { user, password } of [writtenIn(text), parsedFrom(text)]) {
      const secret = password === '' && user.length >= SHORTEST_TOKEN ? user : password;
      secrets.add(secret);
      try {
        secrets.add(decodeURIComponent(secret));
      } catch {
        // Not percent-encoded: as it is written it is meant.
      }
    }
  }
  secrets.delete('');
  return [...secrets];
}

interface UserInformation {
  readonly user: string;
  readonly password: string;
}

/** As URL parsers split it: the last @ ends the user information, and its first colon the user. */
function writtenIn(text: string): UserInformation {
  const authority = text.replace(/^\w+:\/\//, '').replace(/[/?#].*$/s, '');
  const userInformation = authority.slice(0, Math.max(0, authority.lastIndexOf('@')));
  const [user = '', ...rest] = userInformation.split(':');
  return { user, password: rest.join(':') };
}

/** As the client of the proxy will have it: a parser drops blanks, and takes slashes for each other. */
function parsedFrom(text: string): UserInformation {
  const url = text.includes('://') ? text : `http://${text}`;
  // Not URL.parse: Node has that from 22.1 on, and `npm start` runs on any from 20 on.
  if (!URL.canParse(url)) return { user: '', password: '' };
  const { username, password } = new URL(url);
  return { user: username, password };
}
