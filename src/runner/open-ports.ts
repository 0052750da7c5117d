import { createDeadline, systemClock } from '../lease/clock.js';
import type { Milliseconds } from '../request/lifetime.js';
import type { Network } from '../lease/network.js';
import type { Deadline, Ports, RequestPorts, Stop } from '../lease/ports.js';
import { say, tell } from './log.js';
import { maskSecret } from './masks.js';

/** How long an answer may take that is under way when the process is asked to stop: less than a runner waits. */
export const GRACE: Milliseconds = 5_000;

/**
 * The world of a lease on a runner; all of its work, waits and retries included, ends after `timeout`.
 *
 * @param environment names the provider of identity tokens
 */
export function openPorts(timeout: Milliseconds, stop: Stop, network: Network, environment: NodeJS.ProcessEnv): Ports {
  // Each client of a step finds out the same about the way to its server.
  const told = new Set<string>();
  // A clock that nobody sets, as performance.now() is, which loads ten modules of Node.
  const deadline = createDeadline(() => process.uptime() * 1_000, timeout);
  leaveGrace(stop, deadline, 'no new work is begun');
  const ports: RequestPorts = {
    clock: systemClock,
    deadline,
    stop,
    network,
    mask: maskSecret,
    notify(notice) {
      if (told.has(notice.message)) return;
      told.add(notice.message);
      tell(notice);
    },
  };
  return {
    ...ports,
    async identityToken(audience, stop) {
      // Loaded here: most issuers are reached with a secret.
      const { requestIdentityToken } = await import('./identity-token.js');
      return requestIdentityToken(environment, audience, { ...ports, stop });
    },
  };
}

/** When the process is asked to stop: says what that means, and leaves what is under way its few seconds. */
export function leaveGrace(stop: Stop, deadline: Deadline, meaning: string): void {
  stop.onRequest(() => {
    say(`${stop.signal ?? 'a signal'} received: ${meaning}`);
    deadline.leave(Math.min(deadline.remaining(), GRACE));
  });
}
