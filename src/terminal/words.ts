import { isInput, type InputName } from '../request/inputs.js';
import type { Words } from '../request/words.js';
import { isFlag, optionNameOf } from './options.js';

/** How a lease is ended later. */
export interface LaterCommand {
  /** The command that ends it; undefined where nothing is kept of it that one could begin with. */
  readonly ofLease: (leaseId: string) => string | undefined;
}

/** As one speaks to who types a command, or writes one into a script. */
export function terminalWords({ ofLease }: LaterCommand): Words {
  const byHand = (leaseId: string) => ofLease(leaseId) ?? 'mint-token revoke, with its id';
  return {
    place: (name) => (isInput(name) ? option(name) : name),
    input: option,
    theInput: option,
    fromInput: (name) => `from ${option(name)}`,
    setting: (name, value) => (isFlag(name) ? flag(name, value) : `${option(name)} ${value}`),
    uniqueSetting: (name, word) => `${option(name)} "${word}-$(date +%s)"`,
    secretSetting: (name) => `${option(name)} FILE`,
    variableSetting: (name) => `${option(name)} ID`,
    work: 'command',
    machine: 'machine',
    laterUser: 'later command',
    environment: 'the environment of this command',
    allowIdentityTokens:
      'run the command in a job of GitHub Actions that has "permissions: { id-token: write }", or give a credential',
    useIdentityTokens: 'run the command in a job of GitHub Actions that may ask for an identity token',
    withoutIdentityTokens: '',
    atTheEnd: 'by mint-token revoke',
    later: {
      looksOnceMore(leaseId) {
        const command = ofLease(leaseId);
        return command === undefined ? 'Nothing looks for it once more' : `To look for it once more: ${command}`;
      },
      revokes: (leaseId) => `to revoke it: ${byHand(leaseId)}`,
      triesAgain: (leaseId) => `to try again: ${byHand(leaseId)}`,
      findsItGone: () => 'a later mint-token revoke finds it gone',
    },
    keptIn: 'what was given',
    logOfMint: 'what was said when it was minted',
  };
}

function option(name: InputName): string {
  return `--${name === 'credential' ? 'credential-file' : optionNameOf(name)}`;
}

function flag(name: InputName, value: string): string {
  return value === 'false' ? `--no-${optionNameOf(name)}` : option(name);
}
