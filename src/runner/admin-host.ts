import { readActionsOrigin } from '../host/actions-origin.js';
import { hideSecrets } from '../host/hidden-secrets.js';
import type { AdminHost } from '../host/host.js';
import { proxySecrets } from '../host/proxy-secrets.js';
import { readNetwork } from '../http/network.js';
import { readProxies } from '../http/proxy.js';
import { deliverResults } from './deliver-results.js';
import { runnerLog, tell } from './log.js';
import { maskSecret } from './masks.js';
import { openRunnerPorts } from './open-ports.js';
import { readTrust } from './run-context.js';
import { readSurroundings } from './surroundings.js';

/** A step of a job that lists tokens, changes or revokes them. */
export function openAdminHost(environment: NodeJS.ProcessEnv): AdminHost {
  return {
    ...runnerLog,
    origin: readActionsOrigin(environment),
    surroundings: readSurroundings(environment, readTrust(environment)),
    hide(secrets) {
      for (const notice of hideSecrets(secrets, maskSecret)) tell(notice);
    },
    ambientSecrets: () => proxySecrets(readProxies(environment)),
    openPorts: async (timeout, stop) =>
      openRunnerPorts(timeout, stop, await readNetwork(environment, tell), environment),
    deliver: (results) => deliverResults(results, environment['RUNNER_TEMP'] || undefined),
  };
}
