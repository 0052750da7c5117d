import { writeIfRead } from '../host/write-all.js';
import { plainText } from '../host/plain-text.js';
import type { CommandVerb } from '../terminal/options.js';

/** Says everything that is wrong with a command line. Returns the exit status. */
export function tellMisuse(problems: readonly string[], verb: CommandVerb): number {
  const lines = problems.map((problem) => `error: ${plainText(problem)}\n`);
  writeIfRead(2, `${lines.join('')}mint-token ${verb} --help says more\n`);
  return 2;
}
