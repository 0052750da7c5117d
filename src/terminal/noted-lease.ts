import { hideSecrets } from '../host/hidden-secrets.js';
import { tell, type EndHost } from '../host/host.js';
import { openPorts } from '../host/open-ports.js';
import { proxySecrets } from '../host/proxy-secrets.js';
import { parseNetwork } from '../http/network.js';
import { parseResolver, restoreResolver } from '../http/resolver.js';
import type { RequestPorts } from '../lease/ports.js';
import type { Words } from '../request/words.js';
import { openMasks } from './masks.js';
import { openVoice } from './voice.js';
import type { KeptForEnd, WatchdogNotes } from './watchdog-notes.js';

/** Ends the lease of a process that was killed, by what its watchdog was told: on its way, whatever the environment says here. */
export function openNotedLease(
  { record, tokenSecret, tokenFile }: WatchdogNotes,
  { credential, network, identity, onRevokeFailure }: KeptForEnd,
  words: Words,
  environment: NodeJS.ProcessEnv,
  log: (text: string) => void,
): EndHost {
  // Before anything can look up a name: the system reads these but once.
  restoreResolver(parseResolver(network.resolver), environment);
  const voice = openVoice(words, environment, log);
  const masks = openMasks(environment, log);
  const mask = (secret: string) => masks.mask(secret);
  return {
    ...voice,
    kept() {
      const secrets = [credential.secret, tokenSecret ?? '', ...Object.values(identity)];
      // What shows all the same was told by the process that minted.
      hideSecrets([...secrets.map((text) => ({ what: 'The credential', text })), ...proxySecrets(network)], mask);
      return { record, credential, tokenSecret, onRevokeFailure, tokenFile };
    },
    async openPorts(timeout, stop) {
      const ways = {
        words,
        network: await parseNetwork(network, environment),
        mask,
        maskNew: (secret: string) => masks.maskNew(secret),
        say: (text: string) => voice.say(text),
        tell: (notice: Parameters<typeof tell>[1]) => tell(voice, notice),
        async identityToken(audience: string, ports: RequestPorts) {
          // Loaded here: most issuers are reached with a secret.
          const { requestIdentityToken } = await import('../http/identity-token.js');
          return requestIdentityToken(identity, audience, ports);
        },
      };
      return openPorts(ways, timeout, stop);
    },
  };
}
