import { readFileSync } from 'node:fs';
import type { Surroundings } from '../lease/surroundings.js';
import { EXPORT_MARK, isExported } from './export-mark.js';
import { SHORTEST_FORM } from './secret-forms.js';

/** What a host does with what is found in the surroundings. */
export interface Finder {
  /** Hides a secret, by what messages call it, and says what of it may show all the same. */
  readonly hide: (what: string, secret: string) => void;
  /** Hides what holds a secret among other things. */
  readonly mask: (text: string) => void;
  /** What to tell a user whose credential is empty. Empty when there is nothing to say. */
  readonly emptyCredentialHint: string;
}

/** What an issuer may learn of the process that it runs in. */
export function openSurroundings(
  environment: NodeJS.ProcessEnv,
  { hide, mask, emptyCredentialHint }: Finder,
): Surroundings {
  const variable = (name: string) => {
    const value = environment[name];
    return value === undefined || value === '' ? undefined : value;
  };
  return {
    variable,
    secretVariable(name) {
      const value = variable(name);
      if (value !== undefined) hide(`The credential in ${name}`, value);
      return value;
    },
    exported(name) {
      const value = variable(name);
      return value !== undefined && isExported(variable(EXPORT_MARK), name, value);
    },
    mask: (secret) => hide('The credential', secret),
    secretFile(path) {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
      // A file of a few characters holds no token; as a mask it would tear logs apart.
      if (text.trim().length >= SHORTEST_FORM) mask(text);
      return text;
    },
    platform: process.platform,
    identityTokens:
      variable('ACTIONS_ID_TOKEN_REQUEST_URL') !== undefined &&
      variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN') !== undefined,
    emptyCredentialHint,
  };
}
