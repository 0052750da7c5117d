import { addExportMark, EXPORT_MARK } from '../host/export-mark.js';
import { SHORTEST_FORM } from '../host/secret-forms.js';
import type { Environment } from '../lease/network.js';

/** What the environment of a command is made of. */
export interface EnvironmentToMake {
  /** That of this process. */
  readonly inherited: Environment;
  /** What the token was, or could have been, minted with: nothing of it reaches the command by a variable. */
  readonly parents: Iterable<string>;
  /** Whether it was minted with an identity token, which anyone may ask for who has these variables. */
  readonly byIdentityToken: boolean;
  /** The variables by which the command finds its token. */
  readonly token: Readonly<Record<string, string>>;
  /** Tells which variables hold a minted token, which is no parent of another one. */
  readonly mark: string;
  /** Nothing else of this process's but what a program needs. */
  readonly pristine: boolean;
}

const NEEDED = ['PATH', 'HOME', 'LANG', 'TERM'];

/** Those by which a job asks for identity tokens at GitHub. */
const IDENTITY = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'];

export function makeEnvironment(
  { inherited, parents, byIdentityToken, token, mark, pristine }: EnvironmentToMake,
  platform = process.platform,
): Readonly<Record<string, string>> {
  // Windows takes a name in capitals and one in small letters for the same.
  const fold = (name: string) => (platform === 'win32' ? name.toUpperCase() : name);
  const replaced = new Set([...Object.keys(token), EXPORT_MARK, ...(byIdentityToken ? IDENTITY : [])].map(fold));
  const needed = new Set(NEEDED.map(fold));
  const secrets = [...new Set([...parents].map((parent) => parent.trim()))].filter((secret) => secret !== '');
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(inherited)) {
    if (value === undefined || replaced.has(fold(name)) || (pristine && !needed.has(fold(name)))) continue;
    if (!secrets.some((secret) => tellsOf(secret, value))) environment[name] = value;
  }
  return { ...environment, ...token, [EXPORT_MARK]: addExportMark(inherited[EXPORT_MARK], mark) };
}

function tellsOf(secret: string, value: string): boolean {
  // What is so short stands by chance in paths, and in much else that a command needs.
  return secret.length < SHORTEST_FORM ? value.trim() === secret : value.includes(secret);
}
