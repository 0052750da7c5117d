import { openPorts } from '../host/open-ports.js';
import type { Network } from '../lease/network.js';
import type { Ports, RequestPorts, Stop } from '../lease/ports.js';
import type { Milliseconds } from '../request/lifetime.js';
import { say, tell } from './log.js';
import { maskNewSecret, maskSecret } from './masks.js';
import { runnerWords } from './words.js';

/**
 * The world of a lease on a runner.
 *
 * @param environment names the provider of identity tokens
 */
export function openRunnerPorts(
  timeout: Milliseconds,
  stop: Stop,
  network: Network,
  environment: NodeJS.ProcessEnv,
): Ports {
  const ways = {
    words: runnerWords,
    network,
    mask: maskSecret,
    maskNew: maskNewSecret,
    say,
    tell,
    async identityToken(audience: string, ports: RequestPorts) {
      // Loaded here: most issuers are reached with a secret.
      const { requestIdentityToken } = await import('../http/identity-token.js');
      return requestIdentityToken(environment, audience, ports);
    },
  };
  return openPorts(ways, timeout, stop);
}
