import { hideSecrets, type NamedSecret } from '../host/hidden-secrets.js';
import { tell, type Teller } from '../host/host.js';
import { openPorts, type Ways } from '../host/open-ports.js';
import { proxySecrets } from '../host/proxy-secrets.js';
import { openSurroundings } from '../host/surroundings.js';
import { readNetwork } from '../http/network.js';
import { readProxies } from '../http/proxy.js';
import type { Ports, Stop } from '../lease/ports.js';
import type { Surroundings } from '../lease/surroundings.js';
import type { Milliseconds } from '../request/lifetime.js';
import type { Words } from '../request/words.js';
import { openMasks } from './masks.js';
import { openVoice } from './voice.js';

/** What every verb has of a terminal, or of a CI that runs the command. */
export interface Terminal {
  readonly voice: Teller;
  readonly environment: NodeJS.ProcessEnv;
  readonly surroundings: Surroundings;
  hide(secrets: readonly NamedSecret[]): void;
  /** Hides it without a word about how well. */
  mask(secret: string): void;
  ambientSecrets(): readonly NamedSecret[];
  /** The world of a lease, on the way that this process's environment says. */
  openPorts(timeout: Milliseconds, stop: Stop): Promise<Ports>;
}

/** @param log takes what is told, and what a CI is told to mask */
export function openTerminal(environment: NodeJS.ProcessEnv, words: Words, log: (text: string) => void): Terminal {
  const voice = openVoice(words, environment, log);
  const masks = openMasks(environment, log);
  const hide = (secrets: readonly NamedSecret[]) => {
    for (const notice of hideSecrets(secrets, (secret) => masks.mask(secret))) tell(voice, notice);
  };
  return {
    voice,
    environment,
    surroundings: openSurroundings(environment, {
      hide: (what, text) => hide([{ what, text }]),
      mask: (secret) => void masks.mask(secret),
      emptyCredentialHint: '',
    }),
    hide,
    mask: (secret) => masks.maskNew(secret),
    ambientSecrets: () => proxySecrets(readProxies(environment)),
    async openPorts(timeout, stop) {
      const ways: Ways = {
        words,
        network: await readNetwork(environment, (notice) => tell(voice, notice)),
        mask: (secret) => void masks.mask(secret),
        maskNew: (secret) => masks.maskNew(secret),
        say: (text) => voice.say(text),
        tell: (notice) => tell(voice, notice),
        async identityToken(audience, ports) {
          // Loaded here: most issuers are reached with a secret.
          const { requestIdentityToken } = await import('../http/identity-token.js');
          return requestIdentityToken(environment, audience, ports);
        },
      };
      return openPorts(ways, timeout, stop);
    },
  };
}
