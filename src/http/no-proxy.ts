import type { BlockList } from 'node:net';
import { hostOf, portOf } from './server-address.js';

/** The servers that are reached without a proxy. */
export interface Exceptions {
  readonly isException: (server: URL) => boolean;
  /** The parts of the text that say nothing of the forms that are known. */
  readonly notUnderstood: readonly string[];
}

/**
 * Reads `no_proxy`: names and addresses, separated by commas or blanks, each of them with a port where only that is meant.
 * Nobody has written down its grammar. `corp.example` is that name and all names below it, `.corp.example` and
 * `*.corp.example` those below it, as with curl and Go; `10.0.0.0/8` and `fd00::/8` are ranges, `*` is everything. An
 * address or range covers a server that is named by its address: names are not looked up for it.
 */
export function readExceptions(text: string): Exceptions {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  const covers: Cover[] = [];
  const notUnderstood: string[] = [];
  for (const part of parts) {
    const exception = readPart(part);
    if (exception === undefined) notUnderstood.push(part);
    else covers.push(exception);
  }
  return { isException: (server) => covers.some((cover) => cover(server)), notUnderstood };
}

type Cover = (server: URL) => boolean;

/** `[address]`, `[address]:port`, `[address/length]`, `[address]/length`. */
const IN_BRACKETS = /^\[([^\][/]+)(\/\d{1,3})?\](\/\d{1,3})?(?::(\d{1,5}))?$/;
const WITH_PORT = /^([^:]+):(\d{1,5})$/;

function readPart(part: string): Cover | undefined {
  if (part === '*') return () => true;
  const [, address = '', inside = '', behind = '', ofBrackets] = IN_BRACKETS.exec(part) ?? [];
  if (address !== '') return withPort(ofBrackets, readAddresses(`${address}${inside}${behind}`));
  const [, host = part, port] = WITH_PORT.exec(part) ?? [];
  return withPort(port, readAddresses(host) ?? readName(host));
}

function withPort(port: string | undefined, cover: Cover | undefined): Cover | undefined {
  if (port === undefined || cover === undefined) return cover;
  return Number(port) > 65_535 ? undefined : (server) => portOf(server) === Number(port) && cover(server);
}

/** An address, or a range of them by the length of its prefix. */
function readAddresses(text: string): Cover | undefined {
  // What is no address in any way is told apart without loading what knows them.
  if (!/^[\d.]+(?:\/\d+)?$|:/.test(text)) return undefined;
  const { BlockList, isIP } = process.getBuiltinModule('node:net');
  const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = isIP(address);
  const longest = family === 4 ? 32 : 128;
  // A zone of this machine (fe80::1%eth0) has no place in a URL.
  if (family === 0 || address.includes('%') || Number(length ?? longest) > longest) return undefined;
  const list = new BlockList();
  list.addSubnet(address, Number(length ?? longest), family === 4 ? 'ipv4' : 'ipv6');
  return (server) => listed(list, hostOf(server), isIP);
}

function listed(list: BlockList, host: string, isIP: (text: string) => number): boolean {
  const family = isIP(host);
  return family !== 0 && list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

/** A name, `.name` or `*.name`. */
function readName(text: string): Cover | undefined {
  const [, below, written = ''] = /^(\*?\.)?([\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*)\.?$/u.exec(text) ?? [];
  // What ends in a number is an address to URLs, and was none: 10. or 10.1.
  if (written === '' || /(?:^|\.)\d+$/.test(written) || !URL.canParse(`http://${written}`)) return undefined;
  // As the host of a URL is written: in lower case, other alphabets in Punycode.
  const { hostname } = new URL(`http://${written}`);
  return (server) => {
    const host = hostOf(server).replace(/\.$/, '');
    return host.endsWith(`.${hostname}`) || (below === undefined && host === hostname);
  };
}
