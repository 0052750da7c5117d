/** Where the process runs: what is found there when an input does not say it. */
export interface Surroundings {
  /** A variable that is no secret; undefined when unset or empty. */
  variable(name: string): string | undefined;
  /** A variable that is a secret: masked before it is returned; undefined when unset or empty. */
  secretVariable(name: string): string | undefined;
  /** Whether an earlier mint of this job exported the variable with the value that it has: no parent for another token. */
  exported(name: string): boolean;
  /** Hides a secret that was taken out of something else: out of the JSON of a file, say. */
  mask(secret: string): void;
  /** The text of a file, masked as a secret before it is returned; undefined when there is none. Throws when it cannot be read. */
  secretFile(path: string): string | undefined;
  readonly platform: NodeJS.Platform;
  /** Whether this job may ask for identity tokens. */
  readonly identityTokens: boolean;
  /** What to tell a user whose credential is empty: the likely cause in this run, and what to do. Empty when there is none. */
  readonly emptyCredentialHint: string;
}
