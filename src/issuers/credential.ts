import type { Surroundings } from '../lease/issuer.js';
import type { Request } from '../request/request.js';
import { invalid, valid, type Result } from '../request/problem.js';

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
  { given }: Pick<Request, 'given'>,
  surroundings: Surroundings,
  { variable, what }: { readonly variable: string; readonly what: string },
): Result<FoundCredential> {
  const input = given('credential');
  if (input !== undefined) return read('credential', input, 'from the input');

  const ambient = surroundings.secretVariable(variable);
  if (ambient === undefined) return invalid({ input: 'credential', message: missing(what, variable, surroundings) });
  if (surroundings.exported(variable)) {
    return invalid({
      input: variable,
      message:
        'an earlier mint of this job exported this variable, so it holds a minted token and not the parent. ' +
        'Give the parent in the input, as in credential: ${{ secrets.PARENT }}, or mint without export_env',
    });
  }
  return read(variable, ambient, `from the environment variable ${variable}`);

  function read(place: string, text: string, origin: string): Result<FoundCredential> {
    if (text.trim() === '') return invalid({ input: place, message: missing(what, variable, surroundings) });
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

function missing(what: string, variable: string, { emptyCredentialHint }: Surroundings): string {
  const hint = emptyCredentialHint === '' ? '' : ` ${emptyCredentialHint}`;
  return `${what} is needed to mint with, and none is given; set credential: \${{ secrets.PARENT }} or the environment variable ${variable}.${hint}`;
}
