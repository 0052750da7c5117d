import type { MintHost } from '../host/host.js';
import { SHORTEST_FORM } from '../host/secret-forms.js';

/** Secrets, seen on their way to be hidden. */
export interface SeenSecrets {
  /** All that must show nowhere. */
  readonly all: ReadonlySet<string>;
  /** Those of them by which tokens can be minted. */
  readonly parents: ReadonlySet<string>;
}

/**
 * The host, and what it is given to hide.
 *
 * @param credential as it was given; undefined when it is to be found in the surroundings
 */
export function watchSecrets(
  host: MintHost,
  credential: string | undefined,
): { readonly host: MintHost; readonly seen: SeenSecrets } {
  const all = new Set<string>();
  const parents = new Set<string>(credential === undefined ? [] : [credential]);
  const seeParent = (secret: string | undefined): void => {
    if (secret === undefined) return;
    all.add(secret);
    parents.add(secret);
  };
  const { surroundings } = host;
  const watched: MintHost = {
    ...host,
    hide(secrets) {
      for (const { text, within } of secrets) {
        // As `hideSecrets` has it: of a short one the longer texts that it stands in.
        if (within === undefined || text.length >= SHORTEST_FORM) all.add(text);
        else for (const longer of within) if (longer.length >= SHORTEST_FORM) all.add(longer);
      }
      host.hide(secrets);
    },
    surroundings: {
      ...surroundings,
      secretVariable(name) {
        const value = surroundings.secretVariable(name);
        seeParent(value);
        return value;
      },
      secretFile(path) {
        const text = surroundings.secretFile(path);
        seeParent(text);
        return text;
      },
      mask(secret) {
        seeParent(secret);
        surroundings.mask(secret);
      },
    },
    async openPorts(timeout, stop) {
      const ports = await host.openPorts(timeout, stop);
      return {
        ...ports,
        mask(secret) {
          all.add(secret);
          ports.mask(secret);
        },
        maskNew(secret) {
          all.add(secret);
          ports.maskNew(secret);
        },
      };
    },
  };
  return { host: watched, seen: { all, parents } };
}
