import type { Closed, Environment } from '../lease/network.js';
import { quote } from '../request/shown-text.js';
import { nodeOptions } from './node-options.js';

/** Parts of Node through which secrets pass, and of which some version prints them: bytes, headers, the variables of a command. */
const DEBUGGED = ['http', 'https', 'http2', 'net', 'tls', 'stream', 'undici', 'fetch', 'child_process'];

/** Print what TLS protects, or the keys with which whoever recorded it can read it. */
const OPTIONS = ['--tls-keylog', '--trace-tls'];

/**
 * Says when this process would show what it sends and what it is answered, secrets included, to standard error or a file:
 * before any mask, and decided when Node started.
 */
export function whatNodeShows(environment: Environment): Closed | undefined {
  const { NODE_DEBUG: debug = '', SSLKEYLOGFILE: keys = '' } = environment;
  if (debugs(debug)) return closed(`NODE_DEBUG is ${quote(debug)}`, 'NODE_DEBUG');
  const option = nodeOptions(environment).find((text) =>
    OPTIONS.some((name) => text === name || text.startsWith(`${name}=`)),
  );
  if (option !== undefined) return closed(`Node was started with ${option.replace(/=.*$/s, '')}`, 'it');
  // OpenSSL reads it where whoever built it wanted that; Node's own copy does not.
  const { variables } = process.config;
  if (keys !== '' && variables.node_shared_openssl) return closed('SSLKEYLOGFILE is set', 'SSLKEYLOGFILE');
  return undefined;
}

function closed(why: string, what: string): Closed {
  return {
    words: `nothing is sent, since ${why}: what is sent and answered, secrets included, would be shown before it is masked`,
    advice: `Remove ${what} from the environment`,
  };
}

/** As Node itself reads it: names separated by commas, `*` for any characters, in capitals or not (lib/internal/util/debuglog.js). */
function debugs(text: string): boolean {
  if (text === '') return false;
  const names = text.split(',').map((name) =>
    name
      .trim()
      .replace(/[|\\{}()[\]^$+?.]/g, '\\$&')
      .replaceAll('*', '.*'),
  );
  const pattern = new RegExp(`^(?:${names.join('|')})$`, 'i');
  return DEBUGGED.some((name) => pattern.test(name));
}
