import { holdsKnownSecret } from './known-secrets.js';
import { createDeadline, systemClock } from '../lease/clock.js';
import type { Network } from '../lease/network.js';
import type { Notice } from '../lease/notice.js';
import type { Deadline, Ports, RequestPorts, Stop } from '../lease/ports.js';
import type { Milliseconds } from '../request/lifetime.js';
import type { Words } from '../request/words.js';

/** How long an answer may take that is under way when the process is asked to stop: less than a runner waits. */
export const GRACE: Milliseconds = 5_000;

/** What a host brings to the ports of a lease. */
export interface Ways {
  readonly words: Words;
  readonly network: Network;
  readonly mask: (secret: string) => void;
  readonly maskNew: (secret: string) => void;
  readonly say: (text: string) => void;
  readonly tell: (notice: Notice) => void;
  readonly identityToken: (audience: string, ports: RequestPorts) => Promise<string>;
}

/** The world of a lease; all of its work, waits and retries included, ends after `timeout`. */
export function openPorts(
  { words, network, mask, maskNew, say, tell, identityToken }: Ways,
  timeout: Milliseconds,
  stop: Stop,
): Ports {
  // Each client of a process finds out the same about the way to its server.
  const told = new Set<string>();
  // A clock that nobody sets, as performance.now() is, which loads ten modules of Node.
  const deadline = createDeadline(() => process.uptime() * 1_000, timeout);
  leaveGrace(stop, deadline, 'no new work is begun', say);
  const ports: RequestPorts = {
    clock: systemClock,
    deadline,
    stop,
    words,
    network,
    mask,
    maskNew,
    holdsKnown: holdsKnownSecret,
    notify(notice) {
      if (told.has(notice.message)) return;
      told.add(notice.message);
      tell(notice);
    },
  };
  return { ...ports, identityToken: (audience, stop) => identityToken(audience, { ...ports, stop }) };
}

/** When the process is asked to stop: says what that means, and leaves what is under way its few seconds. */
export function leaveGrace(stop: Stop, deadline: Deadline, meaning: string, say: (text: string) => void): void {
  stop.onRequest(() => {
    say(`${stop.signal ?? 'a signal'} received: ${meaning}`);
    deadline.leave(Math.min(deadline.remaining(), GRACE));
  });
}
