import { hasShortLine, SHORTEST_FORM } from './secret-forms.js';
import type { Hidden } from './hidden-secrets.js';

/** The line that tells a runner of a mask; empty where it would do harm, or be printed. */
export type MaskCommand = (form: string) => string;

/** To GitHub's runner, or one of its kind. */
export const githubMask: MaskCommand = (form) => {
  if (hasShortLine(form)) return '';
  const data = escapeData(form);
  // act takes the last :: of a line for the end of a command, and prints what it then does not know (pkg/runner/command.go
  // of nektos/act 0.2.89). The older spelling, which GitHub's runner knows too, ends with its last ]. The forges' runners,
  // which are made from act, know only the newer one.
  if (process.env['ACT'] === 'true' && !process.env['GITEA_ACTIONS'] && /^:|::/.test(form)) {
    return form.includes(']') ? '' : `##[add-mask]${data}\n`;
  }
  return `::add-mask::${data}\n`;
};

/** By the escaping of the runner's parser (actions/runner, ActionCommand.cs): one line, whatever the data. */
export function escapeData(data: string): string {
  return data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** How much of a secret such a command hides. */
export function hiddenBy(command: MaskCommand, secret: string): Hidden {
  const text = secret.trim();
  if (hasShortLine(text)) return 'by its longer lines';
  if (text !== '' && command(text) === '') return 'encoded only';
  return text !== '' && text.length < SHORTEST_FORM ? 'as it stands' : 'in every form';
}
