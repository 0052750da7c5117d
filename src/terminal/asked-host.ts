import type { AskedHost } from '../host/host.js';
import type { Origin } from '../lease/origin.js';
import type { Terminal } from './terminal.js';

/** A command, whatever it is asked for. */
export function openAskedHost(terminal: Terminal, origin: Origin): AskedHost {
  return {
    ...terminal.voice,
    origin,
    surroundings: terminal.surroundings,
    hide: (secrets) => terminal.hide(secrets),
    ambientSecrets: () => terminal.ambientSecrets(),
    openPorts: (timeout, stop) => terminal.openPorts(timeout, stop),
  };
}
