import type { LookupAddress } from 'node:dns';
import type { Socket } from 'node:net';
import type { Milliseconds } from '../request/lifetime.js';

/** How long an address is tried alone, before the next one is tried beside it (RFC 8305, section 5). */
const HEAD_START: Milliseconds = 250;

/**
 * A plain connection to a host, over whichever of its addresses answers first. None is given up for another, as Node itself
 * does after 250 ms: each has all the time that a connection may take, which is the caller's to limit, by destroying what was
 * opened.
 *
 * @param opened is given every socket as soon as it exists
 */
export async function dial(host: string, port: number, opened: (socket: Socket) => void): Promise<Socket> {
  const addresses = await addressesOf(host);
  const { connect } = process.getBuiltinModule('node:net');
  return new Promise((resolve, reject) => {
    const waiting = [...addresses];
    const trying = new Set<Socket>();
    const errors: Error[] = [];
    let nextOne: NodeJS.Timeout | undefined;
    tryNext();

    function tryNext(): void {
      clearTimeout(nextOne);
      const address = waiting.shift();
      if (address === undefined) {
        if (trying.size === 0) reject(tellingOne(errors) ?? closedEarly());
        return;
      }
      const socket = connect({ host: address.address, family: address.family, port });
      trying.add(socket);
      // The listener stays: an error after the connection was given up must not end the process.
      socket.on('error', (error) => {
        errors.push(error);
        if (trying.delete(socket)) tryNext();
      });
      socket.once('close', () => {
        if (trying.size > 0 && trying.has(socket)) giveUp();
      });
      socket.once('connect', () => {
        trying.delete(socket);
        stop();
        resolve(socket);
      });
      if (waiting.length > 0) nextOne = setTimeout(tryNext, HEAD_START);
      opened(socket);
    }

    /** Whoever opened the connection has destroyed it. */
    function giveUp(): void {
      stop();
      reject(closedEarly());
    }

    function stop(): void {
      clearTimeout(nextOne);
      waiting.length = 0;
      const others = [...trying];
      trying.clear();
      for (const other of others) other.destroy();
    }
  });
}

async function addressesOf(host: string): Promise<readonly LookupAddress[]> {
  const family = process.getBuiltinModule('node:net').isIP(host);
  if (family !== 0) return [{ address: host, family }];
  const { ADDRCONFIG, lookup } = process.getBuiltinModule('node:dns');
  // As net.connect asks: no addresses of a family that this machine has none of.
  const hints = process.platform === 'win32' ? 0 : ADDRCONFIG;
  const found = await new Promise<readonly LookupAddress[]>((resolve, reject) => {
    lookup(host, { all: true, hints }, (error, addresses) => {
      if (error === null) resolve(addresses);
      else reject(error);
    });
  });
  return alternating(found);
}

/** Families in turn, the system's first one first (RFC 8305, section 4): one of them may lead nowhere. */
function alternating(addresses: readonly LookupAddress[]): readonly LookupAddress[] {
  const [first] = addresses;
  const ofFirst = addresses.filter(({ family }) => family === first?.family);
  const ofOther = addresses.filter(({ family }) => family !== first?.family);
  return ofFirst
    .flatMap((address, index) => [address, ...ofOther.slice(index, index + 1)])
    .concat(ofOther.slice(ofFirst.length));
}

const UNREACHABLE: ReadonlySet<unknown> = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/** Of several errors one that says more than that this machine has no way to the address. */
function tellingOne(errors: readonly Error[]): Error | undefined {
  return errors.find((error) => 'code' in error && !UNREACHABLE.has(error.code)) ?? errors[0];
}

/** In the form of Node's own errors. */
export function closedEarly(): Error {
  return Object.assign(new Error('closed before it was established'), { code: 'ECONNRESET' });
}
