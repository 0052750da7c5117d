import { known, learnSecret } from '../host/known-secrets.js';
import { formsOf, hasShortLine, SHORTEST_FORM } from '../host/secret-forms.js';
import type { Hidden } from '../host/hidden-secrets.js';
import { escapeData, writeLog } from './log-stream.js';

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
  const forms = formsOf(secret);
  // An earlier secret that is part of this one is replaced first by most runners, which leaves this one torn.
  const torn = forms.map(known.replaceInTurn);
  let commands = '';
  const tell = (form: string) => {
    if (known.add(form)) commands += maskCommand(form);
  };
  forms.forEach((form, index) => {
    tell(form);
    const rest = torn[index] ?? form;
    if (rest !== form && rest.length >= SHORTEST_FORM) tell(rest);
  });
  // In one write: a hundred of them are a good part of the time that a step takes.
  writeLog(commands);
  const text = secret.trim();
  if (hasShortLine(text)) return 'by its longer lines';
  if (text !== '' && maskCommand(text) === '') return 'encoded only';
  return text !== '' && text.length < SHORTEST_FORM ? 'as it stands' : 'in every form';
}

/** The line that tells a runner of a mask; empty where it would do harm, or be printed. */
function maskCommand(form: string): string {
  if (hasShortLine(form)) return '';
  const data = escapeData(form);
  // act takes the last :: of a line for the end of a command, and prints what it then does not know (pkg/runner/command.go
  // of nektos/act 0.2.89). The older spelling, which GitHub's runner knows too, ends with its last ]. The forges' runners,
  // which are made from act, know only the newer one.
  if (process.env['ACT'] === 'true' && !process.env['GITEA_ACTIONS'] && /^:|::/.test(form)) {
    return form.includes(']') ? '' : `##[add-mask]${data}\n`;
  }
  return `::add-mask::${data}\n`;
}
