import { createHmac, randomBytes } from 'node:crypto';

/** The variable that tells later mints of a job which others a mint has exported, and with which values. */
export const EXPORT_MARK = 'MINT_TOKEN_EXPORTED';

/** What one mint exported: a key of its own, and by it the hash of each variable. In hexadecimal, between dots. */
const MARK_OF_ONE_MINT = /^[0-9a-f]{32}(?:\.[0-9a-f]{32})+$/;

/**
 * What this mint adds to the mark. It tells values apart and nothing of them to whoever does not have it; it is masked all
 * the same, since a token can be made of a secret that a person chose.
 */
export function newExportMark(variables: Readonly<Record<string, string>>): string {
  const key = randomBytes(16).toString('hex');
  return [key, ...Object.entries(variables).map(([name, value]) => hashOf(key, name, value))].join('.');
}

/** The marks of all mints of the job so far, and of this one. What stands there and is no mark is left out. */
export function addExportMark(earlier: string | undefined, mark: string): string {
  return [...marksIn(earlier), mark].join(' ');
}

/**
 * Whether a mint exported the variable with this value, blanks at its ends aside: a value that the user set afterwards is the
 * user's.
 */
export function isExported(marks: string | undefined, name: string, value: string): boolean {
  return marksIn(marks).some((mark) => {
    const [key = '', ...hashes] = mark.split('.');
    return hashes.includes(hashOf(key, name, value));
  });
}

function marksIn(text = ''): readonly string[] {
  return text.split(' ').filter((mark) => MARK_OF_ONE_MINT.test(mark));
}

function hashOf(key: string, name: string, value: string): string {
  return createHmac('sha256', key).update(`${name}=${value.trim()}`).digest('hex').slice(0, 32);
}
