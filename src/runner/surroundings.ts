import { readFileSync } from 'node:fs';
import { EXPORT_MARK, isExported } from './export-mark.js';
import { hideSecrets } from './hidden-secrets.js';
import { tell } from './log.js';
import { maskSecret, SHORTEST_FORM } from './masks.js';
import type { Trust } from './run-context.js';
import type { Surroundings } from '../lease/surroundings.js';

/** What an issuer may learn of the process that it runs in. */
export function readSurroundings(environment: NodeJS.ProcessEnv, trust: Trust): Surroundings {
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
      if (text.trim().length >= SHORTEST_FORM) maskSecret(text);
      return text;
    },
    platform: process.platform,
    identityTokens:
      variable('ACTIONS_ID_TOKEN_REQUEST_URL') !== undefined &&
      variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN') !== undefined,
    emptyCredentialHint: trust.withoutSecrets ?? '',
  };
}

function hide(what: string, text: string): void {
  for (const notice of hideSecrets([{ what, text }])) tell(notice);
}
