import { learnSecret } from '../host/known-secrets.js';
import { githubMask, hiddenBy } from '../host/mask-commands.js';
import { learnForms } from '../host/new-forms.js';
import type { Hidden } from '../host/hidden-secrets.js';
import { writeLog } from './log-stream.js';

/** Hides a secret from the logs of this job: from now on, in this step and in later ones. */
export function maskSecret(secret: string): Hidden {
  learnSecret(secret);
  return hide(secret);
}

/** Hides in the same way what an answer gives out as a new token: that makes it none of the secrets that are known. */
export function maskNewSecret(secret: string): void {
  hide(secret);
}

function hide(secret: string): Hidden {
  // In one write: a hundred of them are a good part of the time that a step takes.
  writeLog(learnForms(secret).map(githubMask).join(''));
  return hiddenBy(githubMask, secret);
}
