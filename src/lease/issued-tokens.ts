import type { Milliseconds } from '../request/lifetime.js';
import type { ListedToken } from './listed-token.js';

/**
 * All tokens that an issuer shows to a credential, whoever asked for them: for who lists, changes or revokes tokens that it has no
 * record of. A module of its own for each issuer: minting and the end of a lease load nothing of it.
 */
export interface IssuedTokens {
  /**
   * Page by page where the system has pages. Those that are known to be revoked are left out.
   *
   * @param mayLack told why there may be more tokens than the credential is shown: for a person, as the end of a sentence
   * @throws Error when the rest cannot be had; what came before stands
   */
  list(mayLack: (why: string) => void): AsyncIterable<ListedToken>;
  /** How far the clock of the issuer is ahead of ours; undefined where that is not known. */
  readonly serverAhead: () => Milliseconds | undefined;
  /** What the server says of each of them now, in the order of the ids, never from a cache. One that fails takes nothing from the others. */
  read(ids: readonly string[]): Promise<readonly ReadToken[]>;
  /** Whether `read` asks for the whole list to read this token, which nobody should do again and again. Absent where it never does. */
  readonly readsList?: (id: string) => boolean;
  /**
   * "Already gone" only when the issuer says so in its own words.
   *
   * @throws Error when the server does not do it
   */
  revoke(id: string): Promise<'revoked' | 'already-gone'>;
  /** A command to paste that revokes the token. Holds no secret. */
  byHand(id: string): string;
}

export type ReadToken =
  | { readonly kind: 'read'; readonly token: ListedToken }
  /** By the issuer's own words, or because it is not in a list that is known to hold all. */
  | { readonly kind: 'absent' }
  /** It may be there: the credential may not read it (then the error is `Refused`), or the answer did not come. */
  | {
      readonly kind: 'unreadable';
      readonly error: unknown;
      /** Whether it is the credential itself; undefined where nobody can tell. */
      readonly isCredential: boolean | undefined;
    }
  /** It is there, and is none of those that were asked for: of another organisation, say. For a person, as the end of a sentence about it. */
  | { readonly kind: 'elsewhere'; readonly reason: string };

/** How the issuer of a type writes the ids of its tokens. */
export interface TokenIds {
  /** Whether a text can be one. */
  matches(text: string): boolean;
  /** For messages: `16 hexadecimal digits, as in 11acc3aadf3c2000`. */
  readonly form: string;
  /** Whether one may hold a comma. */
  readonly mayHoldComma: boolean;
}
