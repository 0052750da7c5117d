import type { MintHost } from '../host/host.js';
import { serializeNetwork } from '../http/network.js';
import { warning } from '../lease/notice.js';
import { serializeRecord } from '../lease/record.js';
import { openAskedHost } from './asked-host.js';
import { handOver, handOverPlan } from './handover.js';
import { readTrust } from './run-context.js';
import { reserveState, saveState } from './save-state.js';
import { writeSummary } from './summary.js';

/** A step of a job on GitHub's runner, or on one of its kind. */
export function openMintHost(environment: NodeJS.ProcessEnv): MintHost {
  const trust = readTrust(environment);
  const temporaryFolder = environment['RUNNER_TEMP'] || undefined;
  return {
    ...openAskedHost(environment, trust),
    tokenFilePlace: {
      folder: temporaryFolder,
      called: 'RUNNER_TEMP',
      workspace: environment['GITHUB_WORKSPACE'] || undefined,
    },
    reserve: reserveState,
    notices: () => (trust.forkWithSecrets === undefined ? [] : [warning(trust.forkWithSecrets)]),
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
