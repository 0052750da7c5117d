import { readActionsOrigin } from '../host/actions-origin.js';
import { hideSecrets } from '../host/hidden-secrets.js';
import type { MintHost } from '../host/host.js';
import { proxySecrets } from '../host/proxy-secrets.js';
import { readNetwork, serializeNetwork } from '../http/network.js';
import { readProxies } from '../http/proxy.js';
import { warning } from '../lease/notice.js';
import { serializeRecord } from '../lease/record.js';
import { handOver, handOverPlan } from './handover.js';
import { runnerLog, tell } from './log.js';
import { maskSecret } from './masks.js';
import { openRunnerPorts } from './open-ports.js';
import { readTrust } from './run-context.js';
import { reserveState, saveState } from './save-state.js';
import { writeSummary } from './summary.js';
import { readSurroundings } from './surroundings.js';

/** A step of a job on GitHub's runner, or on one of its kind. */
export function openMintHost(environment: NodeJS.ProcessEnv): MintHost {
  const trust = readTrust(environment);
  const temporaryFolder = environment['RUNNER_TEMP'] || undefined;
  return {
    ...runnerLog,
    origin: readActionsOrigin(environment),
    surroundings: readSurroundings(environment, trust),
    tokenFilePlace: {
      folder: temporaryFolder,
      called: 'RUNNER_TEMP',
      workspace: environment['GITHUB_WORKSPACE'] || undefined,
    },
    reserve: reserveState,
    hide(secrets) {
      for (const notice of hideSecrets(secrets, maskSecret)) tell(notice);
    },
    ambientSecrets: () => proxySecrets(readProxies(environment)),
    notices: () => (trust.forkWithSecrets === undefined ? [] : [warning(trust.forkWithSecrets)]),
    openPorts: async (timeout, stop) =>
      openRunnerPorts(timeout, stop, await readNetwork(environment, tell), environment),
    async keepAccess({ authentication, onRevokeFailure }, { network }) {
      const secret = authentication.kind === 'secret' ? authentication : undefined;
      saveState({
        ...(await serializeNetwork(network, temporaryFolder)),
        identity_token_url: environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '',
        credential: secret?.secret ?? '',
        credential_id: secret?.id ?? '',
        on_revoke_failure: onRevokeFailure ?? '',
      });
    },
    keepSecret: (secret) => saveState({ token: secret }),
    keepRecord: (record) => saveState({ record: serializeRecord(record) }),
    deliver: handOver,
    deliverPlan: handOverPlan,
    summarize: writeSummary,
  };
}
