import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Surroundings } from '../lease/issuer.js';
import { maskSecret, SHORTEST_FORM } from './masks.js';
import type { Trust } from './run-context.js';

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
      if (value !== undefined) maskSecret(value);
      return value;
    },
    exported(name) {
      const value = variable(name);
      return value !== undefined && variable(exportMarkName(name)) === exportMark(value);
    },
    mask: maskSecret,
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

/** The variable that says of another one that a mint of this job exported it. */
export function exportMarkName(name: string): string {
  return `MINT_TOKEN_EXPORTED_${name}`;
}

/** Ties the mark to the value, so that a value which the user sets afterwards is the user's again. */
export function exportMark(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 32);
}
