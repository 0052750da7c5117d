import type { Access, Context } from './access.js';
import type { Attempt } from './attempt.js';
import type { Ports } from './ports.js';

/**
 * Minted tokens as their issuer keeps them: what is needed to end a lease, loaded by itself. Whoever ends one pays for
 * nothing of grants.
 */
export interface Tokens {
  /**
   * The tokens of an attempt whose answer was lost. `complete` only when "none found" is known to mean that none exists.
   * Absent where the issuer shows nobody its tokens.
   */
  readonly find?: (attempt: Attempt) => Promise<Found>;
  /**
   * "Already gone" only when the issuer says so in its own words.
   *
   * @param leased what is known of the token, where an issuer is to be held to it
   */
  revoke(id: string, leased?: LeasedToken): Promise<'revoked' | 'already-gone'>;
  /** A command to paste that revokes the token, or finds it when no id is known. Holds no secret. */
  byHand(token: { readonly id: string } | { readonly attempt: Attempt }): string;
}

/** What a lease knows of a token of its own, besides the id. */
export interface LeasedToken {
  readonly attempt: Attempt;
  /** The token itself, where it was kept because the issuer needs it; that of a token that was found is not known. */
  readonly secret?: string | undefined;
  /** Whether it was handed on: then it is what was asked for, in every way. */
  readonly delivered: boolean;
}

/**
 * Takes up the tokens of a lease, from its access and what was recorded beside it.
 *
 * @throws Error when the access or the context is not of this type of token
 */
export type OpenTokens = (access: Access, context: Context, ports: Ports) => Tokens;

export type Found =
  | { readonly kind: 'found'; readonly ids: readonly string[]; readonly complete: boolean }
  /** Tokens that may be the attempt's or somebody else's: none may be touched. */
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] };
