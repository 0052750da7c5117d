import type { MintedToken } from '../lease/issuer.js';

/** A token on its way to whoever waits for it. */
export interface HandOver {
  readonly token: MintedToken;
  readonly revocable: boolean;
  /** The token file: its absolute path, and what it will hold. Absent when none is made. */
  readonly file?: { readonly path: string; readonly content: string };
  /** The variables by which others find the token, made when they are needed. Absent when none are exported. */
  readonly exports?: () => Readonly<Record<string, string>>;
}
