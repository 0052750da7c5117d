import type { ProxySettings } from '../lease/network.js';
import type { NamedSecret } from './hidden-secrets.js';

/** A user without a password is a name, which as a mask would tear logs apart, or a token, which is longer. In characters. */
const SHORTEST_TOKEN = 16;

/** The passwords in the URLs of proxies, as they are written and as they are meant, and tokens in the place of a user. */
export function proxySecrets(settings: ProxySettings): readonly NamedSecret[] {
  const secrets = new Map<string, NamedSecret>();
  for (const name of ['http_proxy', 'https_proxy', 'all_proxy'] as const) {
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
