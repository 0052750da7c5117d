import type { Hidden } from '../host/hidden-secrets.js';
import { learnSecret } from '../host/known-secrets.js';
import { githubMask, hiddenBy, type MaskCommand } from '../host/mask-commands.js';
import { learnForms } from '../host/new-forms.js';

/** Hides secrets from what this process says, and from the log of a CI that can be told of them. */
export interface Masks {
  mask(secret: string): Hidden;
  /** What an answer gives out as a new token: by that alone it is none of the secrets that are known. */
  maskNew(secret: string): void;
}

export function openMasks(environment: NodeJS.ProcessEnv, log: (text: string) => void): Masks {
  const command = maskCommandOf(environment);
  const hide = (secret: string): Hidden => {
    const forms = learnForms(secret);
    // Nobody can be told, and what is said here shows no secret.
    if (command === undefined) return 'in every form';
    log(forms.map(command).join(''));
    return hiddenBy(command, secret);
  };
  return {
    mask(secret) {
      learnSecret(secret);
      return hide(secret);
    },
    maskNew: (secret) => void hide(secret),
  };
}

/** Of the CIs, these two take masks from what a process prints, on standard error too. */
function maskCommandOf(environment: NodeJS.ProcessEnv): MaskCommand | undefined {
  if (environment['GITHUB_ACTIONS'] === 'true') return githubMask;
  return environment['TF_BUILD'] ? azureMask : undefined;
}

/**
 * As Azure Pipelines takes it (microsoft/azure-pipelines-agent, Command.cs): a percent sign is escaped by a name of its own,
 * which agents before 2.172 do not know.
 */
const azureMask: MaskCommand = (form) => {
  const data = form
    .replaceAll('%', '%AZP25')
    .replaceAll(';', '%3B')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(']', '%5D');
  return `##vso[task.setsecret]${data}\n`;
};
