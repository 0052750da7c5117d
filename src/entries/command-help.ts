import { writeAll, writeIfRead } from '../host/write-all.js';
import { quote } from '../request/shown-text.js';
import { didYouMean } from '../request/suggestion.js';
import { completionFor, SHELLS } from '../terminal/completion.js';
import { helpOf, overview } from '../terminal/help.js';
import { COMMAND_VERBS, type CommandVerb } from '../terminal/options.js';

/** @param verbs those that there are */
export function printHelp([about]: readonly string[], verbs: readonly string[]): number {
  const verb = COMMAND_VERBS.find((known) => known === about && verbs.includes(known));
  if (verb !== undefined) return printHelpOf(verb);
  if (about !== undefined && !verbs.includes(about)) {
    writeIfRead(2, `error: there is no help about ${quote(about)}.${didYouMean(about, verbs)}\n`);
    return 2;
  }
  writeAll(1, overview(verbs));
  return 0;
}

export function printHelpOf(verb: CommandVerb): number {
  writeAll(1, helpOf(verb));
  return 0;
}

/** @param verbs those that there are */
export function printCompletion([given, ...others]: readonly string[], verbs: readonly string[]): number {
  const shell = SHELLS.find((known) => known === given);
  if (shell === undefined || others.length > 0) {
    const found = given === undefined ? 'no shell is given' : `found ${quote([given, ...others].join(' '))}`;
    writeIfRead(2, `error: ${found}; expected mint-token completion ${SHELLS.join('|')}\n`);
    return 2;
  }
  writeAll(1, completionFor(shell, verbs));
  return 0;
}
