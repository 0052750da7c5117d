import { hideSecrets } from '../host/hidden-secrets.js';
import { openSurroundings } from '../host/surroundings.js';
import type { Surroundings } from '../lease/surroundings.js';
import { tell } from './log.js';
import { maskSecret } from './masks.js';
import { SECRET_NOT_PASSED, type Trust } from './run-context.js';

/** What an issuer may learn of a step. */
export function readSurroundings(environment: NodeJS.ProcessEnv, trust: Trust): Surroundings {
  return openSurroundings(environment, {
    hide(what, text) {
      for (const notice of hideSecrets([{ what, text }], maskSecret)) tell(notice);
    },
    mask: maskSecret,
    emptyCredentialHint: trust.withoutSecrets ?? SECRET_NOT_PASSED,
  });
}
