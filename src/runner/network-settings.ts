import type { NamedSecret } from './hidden-secrets.js';
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
export function proxySecrets(settings: Pick<State, 'http_proxy' | 'https_proxy'>): readonly NamedSecret[] {
  const secrets = new Map<string, NamedSecret>();
  for (const name of ['http_proxy', 'https_proxy'] as const) {
    const text = settings[name];
    for (const { user, password, host } of [writtenIn(text), parsedFrom(text)]) {
      const what = `The ${password === '' ? 'token' : 'password'} of the proxy in ${name}`;
      const secret = password === '' && user.length >= SHORTEST_TOKEN ? user : password;
      if (secret === '') continue;
      const meant = { user: decoded(user), password: decoded(password) };
      const basic = Buffer.from(`${meant.user}:${meant.password}`).toString('base64');
      const within = [`${user}:${password}@${host}`, basic];
      for (const form of [secret, decoded(secret)]) {
        const known = secrets.get(form)?.within ?? [];
        secrets.set(form, { what, text: form, within: [...new Set([...known, ...within])] });
      }
    }
  }
  return [...secrets.values()];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded: as it is written it is meant.
    return text;
  }
}

interface Authority {
  readonly user: string;
  readonly password: string;
  readonly host: string;
}

/** As URL parsers split it: the last @ ends the user information, and its first colon the user. */
function writtenIn(text: string): Authority {
  const authority = text.replace(/^\w+:\/\//, '').replace(/[/?#].*$/s, '');
  const end = authority.lastIndexOf('@');
  const [user = '', ...rest] = authority.slice(0, Math.max(0, end)).split(':');
  return { user, password: rest.join(':'), host: authority.slice(end + 1) };
}

/** As the client of the proxy will have it: a parser drops blanks, and takes slashes for each other. */
function parsedFrom(text: string): Authority {
  const url = text.includes('://') ? text : `http://${text}`;
  // Not URL.parse: Node has that from 22.1 on, and `npm start` runs on any from 20 on.
  if (!URL.canParse(url)) return { user: '', password: '', host: '' };
  const { username, password, host } = new URL(url);
  return { user: username, password, host };
}
