import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { InputName } from '../request/inputs.js';
import type { Inputs } from '../request/request.js';
import { messageOf } from '../request/shown-text.js';
import type { CommandLine } from './command-line.js';
import { optionNameOf } from './options.js';

/**
 * What the options give, an input each, with what stands in the files that they name.
 *
 * @param problems gets what is wrong with those
 * @param fixed inputs that the verb gives by itself
 */
export function readGivenInputs(
  { option }: CommandLine,
  problems: string[],
  fixed: Readonly<Partial<Record<InputName, string | undefined>>> = {},
): Inputs {
  const contentOf = (name: string): string | undefined => {
    const path = option(name);
    if (path === undefined) return undefined;
    try {
      return readText(path);
    } catch (error) {
      const place = path === '-' ? 'standard input' : JSON.stringify(path);
      problems.push(`--${name}: ${place} could not be read: ${messageOf(error)}`);
      return undefined;
    }
  };
  const credential = contentOf('credential-file');
  if (credential?.trim() === '') problems.push('--credential-file: there is nothing in it but blanks');
  const grants = [contentOf('grants-file'), option('grants'), option('grant')].filter((text) => text !== undefined);
  const tokenFile = option('token-file');

  const values: Readonly<Partial<Record<InputName, string | undefined>>> = {
    ...fixed,
    // The end of the last line belongs to the file; what else stands in it is the secret's.
    credential: credential?.replace(/\r?\n$/, ''),
    grants: grants.length === 0 ? undefined : grants.join('\n'),
    // From where the command is called, like every other path of a command.
    token_file: tokenFile === undefined ? undefined : resolve(tokenFile),
  };
  return (name) => (name in values ? values[name] : option(optionNameOf(name)));
}

/** @throws Error when it cannot be read, or is not UTF-8 */
function readText(path: string): string {
  // 0: standard input, whatever the system calls it.
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path === '-' ? 0 : path));
}
