import { readActionsOrigin } from '../host/actions-origin.js';
import { hideSecrets } from '../host/hidden-secrets.js';
import type { AskedHost } from '../host/host.js';
import { proxySecrets } from '../host/proxy-secrets.js';
import { readNetwork } from '../http/network.js';
import { readProxies } from '../http/proxy.js';
import { runnerLog, tell } from './log.js';
import { maskSecret } from './masks.js';
import { openRunnerPorts } from './open-ports.js';
import type { Trust } from './run-context.js';
import { readSurroundings } from './surroundings.js';

/** A step of a job on GitHub's runner, or on one of its kind, whatever it is asked for. */
export function openAskedHost(environment: NodeJS.ProcessEnv, trust: Trust): AskedHost {
  return {
    ...runnerLog,
    origin: readActionsOrigin(environment),
    surroundings: readSurroundings(environment, trust),
    hide(secrets) {
      for (const notice of hideSecrets(secrets, maskSecret)) tell(notice);
    },
    ambientSecrets: () => proxySecrets(readProxies(environment)),
    openPorts: async (timeout, stop) =>
      openRunnerPorts(timeout, stop, await readNetwork(environment, tell), environment),
  };
}
