import type { Authorities, Closed, Environment, Network, ProxySettings, ResolverVariable } from '../lease/network.js';
import { warning, type Notice } from '../lease/notice.js';
import { quote } from '../request/shown-text.js';
import { areDefault, authoritySources } from './authority-sources.js';
import { readProxies } from './proxy.js';
import { changedNames, parseResolver, printResolver, readResolver, unprovedNames } from './resolver.js';
import { whatNodeShows } from './what-node-shows.js';

type Notify = (notice: Notice) => void;

/**
 * A network as texts, each to be kept under a name of its own: passwords of proxies stand in them as they are, so that they
 * are masked wherever a text is shown. All of them empty is a network without proxies, with Node's own authorities.
 */
export interface NetworkTexts extends ProxySettings {
  readonly authorities: string;
  readonly resolver: string;
}

const DEFAULT_AUTHORITIES: Authorities = { kind: 'default' };

/** The network of this process, by the environment that it was started with. */
export async function readNetwork(environment: Environment, notify: Notify): Promise<Network> {
  const proxies = readProxies(environment);
  const sources = authoritySources(environment);
  const resolver = readResolver(environment);
  return {
    proxies,
    isException: await readNoProxy(proxies, notify),
    authorities: areDefault(sources)
      ? DEFAULT_AUTHORITIES
      : (await import('./authorities.js')).readAuthorities(sources, notify),
    resolver,
    closed: whatNodeShows(environment) ?? tooLong(proxies, resolver) ?? unprovedNames(resolver),
  };
}

const none = () => false;

async function readNoProxy(proxies: ProxySettings, notify: Notify): Promise<Network['isException']> {
  const { http_proxy, https_proxy, all_proxy, no_proxy } = proxies;
  // Of no interest where there is no proxy.
  if (no_proxy === '' || (http_proxy === '' && https_proxy === '' && all_proxy === '')) return none;
  const { isException, notUnderstood } = (await import('./no-proxy.js')).readExceptions(no_proxy);
  if (notUnderstood.length > 0) {
    notify(
      warning(
        `no_proxy: not understood, and so without effect: ${notUnderstood.map(quote).join(', ')}. Expected names and addresses such as corp.example, .corp.example, 10.0.0.0/8 or fd00::/8, each with a port or without, separated by commas or blanks.`,
      ),
    );
  }
  return isException;
}

/** Characters: post gets each text in an environment variable, of which Windows takes 32,767. */
const LONGEST_TEXT = 16_384;

function tooLong(proxies: ProxySettings, resolver: readonly ResolverVariable[]): Closed | undefined {
  const texts = { ...proxies, 'the settings of the resolver': printResolver(resolver) };
  const found = Object.entries(texts).find(([, text]) => text.length > LONGEST_TEXT);
  if (found === undefined) return undefined;
  const [name, { length }] = found;
  return {
    words: `nothing is sent, since ${name} cannot be kept for the revocation: ${length} characters, where ${LONGEST_TEXT} fit`,
    advice: 'Make it shorter',
  };
}

/**
 * The network as texts from which `parseNetwork` makes it again in another process.
 *
 * @param folder where a file is made for more authorities than a text may hold; undefined when there is none
 * @throws Error when that file cannot be made
 */
export async function serializeNetwork(
  { proxies, authorities, resolver }: Network,
  folder: string | undefined,
): Promise<NetworkTexts> {
  return {
    ...proxies,
    authorities:
      authorities.kind === 'default'
        ? ''
        : (await import('./authorities.js')).serializeAuthorities(authorities, folder),
    resolver: printResolver(resolver),
  };
}

/**
 * The network that was kept, whatever this process was started with. Where it cannot be had any more it is closed, with words
 * that say why.
 */
export async function parseNetwork(texts: NetworkTexts, environment: Environment): Promise<Network> {
  const { http_proxy, https_proxy, all_proxy, no_proxy } = texts;
  const proxies = { http_proxy, https_proxy, all_proxy, no_proxy };
  const resolver = parseResolver(texts.resolver);
  return {
    proxies,
    // What is not understood was told by the process that made it.
    isException: await readNoProxy(proxies, () => undefined),
    authorities: await parseAuthorities(texts.authorities, environment),
    resolver,
    closed: whatNodeShows(environment) ?? changedNames(resolver),
  };
}

async function parseAuthorities(text: string, environment: Environment): Promise<Authorities> {
  if (text !== '') return (await import('./authorities.js')).parseAuthorities(text);
  if (areDefault(authoritySources(environment))) return DEFAULT_AUTHORITIES;
  return { kind: 'listed', bundled: true, others: [] };
}
