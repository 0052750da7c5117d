import { hideSecrets } from '../host/hidden-secrets.js';
import type { EndHost } from '../host/host.js';
import { proxySecrets } from '../host/proxy-secrets.js';
import { parseResolver, restoreResolver } from '../http/resolver.js';
import { ON_REVOKE_FAILURE } from '../request/revoke-failure.js';
import { runnerLog } from './log.js';
import { maskSecret } from './masks.js';
import { openRunnerPorts } from './open-ports.js';
import { readState } from './state.js';

/**
 * The post step of a job: all that it does comes from the state that main saved. Inputs are not read: they can be another
 * step's.
 */
export function openEndHost(environment: NodeJS.ProcessEnv): EndHost {
  const state = readState(environment);
  // Before anything can look up a name: the system reads these but once.
  restoreResolver(parseResolver(state.resolver), environment);
  return {
    ...runnerLog,
    kept() {
      const secrets = [state.credential, state.token].map((text) => ({ what: 'The credential', text }));
      // What shows all the same was told by main.
      hideSecrets([...secrets, ...proxySecrets(state)], maskSecret);
      return {
        record: state.record || undefined,
        credential: { secret: state.credential, id: state.credential_id },
        tokenSecret: state.token || undefined,
        onRevokeFailure: ON_REVOKE_FAILURE.find((choice) => choice === state.on_revoke_failure),
        tokenFile:
          state.token_file === ''
            ? undefined
            : { path: state.token_file, hash: state.token_file_sha256, firstFolder: state.token_file_folder },
      };
    },
    /** The way to the issuer is main's: a later step of the job may have set another, to read the credential on its way. */
    async openPorts(timeout, stop) {
      // Loaded here: a token that cannot be revoked needs none.
      const { parseNetwork } = await import('../http/network.js');
      const ofMain = { ...environment, ACTIONS_ID_TOKEN_REQUEST_URL: state.identity_token_url };
      return openRunnerPorts(timeout, stop, await parseNetwork(state, environment), ofMain);
    },
  };
}
