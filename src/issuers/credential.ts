import type { Given } from '../request/request.js';
import { invalid, valid, type Problem, type Result } from '../request/problem.js';
import type { Words } from '../request/words.js';
import type { Surroundings } from '../lease/surroundings.js';

export interface FoundCredential {
  readonly secret: string;
  /** For `Prepared.sources`: `credential: from the environment variable INFLUX_TOKEN`. */
  readonly source: string;
}

/**
 * The parent secret: the input `credential`, else a variable, which is refused when an earlier mint of the job exported
 * it, since it then holds a child.
 *
 * @param variable the secret variable that the system's own clients read
 * @param what the credential in the user's words: `an InfluxDB token`
 */
export function findCredential(
  given: Given,
  surroundings: Surroundings,
  words: Words,
  { variable, what }: { readonly variable: string; readonly what: string },
): Result<FoundCredential> {
  const input = given('credential');
  if (input !== undefined) return read('credential', input, words.fromInput('credential'));

  const ambient = surroundings.secretVariable(variable);
  if (ambient === undefined)
    return invalid({ input: 'credential', message: missing(what, variable, surroundings, words) });
  if (surroundings.exported(variable)) {
    const instead = `Give the parent in the input, as in ${words.secretSetting('credential', 'PARENT')}`;
    return invalid(exportedBefore(variable, 'so it holds a minted token and not the parent', instead, words));
  }
  return read(variable, ambient, `from the environment variable ${variable}`);

  function read(place: string, text: string, origin: string): Result<FoundCredential> {
    if (text.trim() === '') return invalid({ input: place, message: missing(what, variable, surroundings, words) });
    const secret = parseCredential(place, text);
    if (!secret.ok) return secret;
    // Masked as it was read, with its blanks; what is sent has none.
    surroundings.mask(secret.value);
    return valid({ secret: secret.value, source: `credential: ${origin}` });
  }
}

/**
 * A credential as it goes into an HTTP header: the blanks at its ends, which copying leaves, are dropped. Its text is
 * never part of a message.
 */
export function parseCredential(input: string, text: string): Result<string> {
  const secret = text.trim();
  if (secret === '') return invalid({ input, message: 'the value is empty' });
  if (/[\r\n]/.test(secret)) {
    return invalid({ input, message: 'the value has more than one line; expected one credential on one line' });
  }
  if (!/^[\x20-\x7e]+$/.test(secret)) {
    return invalid({
      input,
      message: 'the value holds a control character or one outside ASCII, which no header can carry; copy it again',
    });
  }
  const scheme = /^(?:Token|Bearer|Basic)(?= )/i.exec(secret);
  if (scheme !== null) {
    return invalid({
      input,
      message: `the value begins with "${scheme[0]} "; expected the credential alone, without the word of the header`,
    });
  }
  return valid(secret);
}

/**
 * What is wrong with a variable that was to be a parent, and that an earlier mint exported.
 *
 * @param holds what it holds instead, and `instead` what to do
 */
export function exportedBefore(variable: string, holds: string, instead: string, words: Words): Problem {
  return {
    input: variable,
    message: `an earlier mint of this ${words.work} exported this variable, ${holds}. ${instead}, or mint without ${words.input('export_env')}`,
  };
}

function missing(what: string, variable: string, { emptyCredentialHint }: Surroundings, words: Words): string {
  const hint = emptyCredentialHint === '' ? '' : ` ${emptyCredentialHint}`;
  return `${what} is needed, and none is given; set ${words.secretSetting('credential', 'PARENT')} or the environment variable ${variable}.${hint}`;
}
