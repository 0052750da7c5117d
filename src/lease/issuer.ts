import type { Access, Context } from './access.js';
import type { Attempt } from './attempt.js';
import type { Difference } from './difference.js';
import type { Milliseconds } from '../request/lifetime.js';
import type { Notice } from './notice.js';
import type { Ports } from './ports.js';
import type { Problem, Result } from '../request/problem.js';
import type { KnownOfIssuer, Request } from '../request/request.js';
import type { Words } from '../request/words.js';
import type { Surroundings } from './surroundings.js';

/**
 * A system that mints tokens, seen from a lease: one per type, loaded when its type is asked for.
 * Everything before `plan` happens offline, so that all of a user's mistakes are reported together.
 */
export interface Issuer extends KnownOfIssuer {
  /** Characters that it keeps of a description; absent where it keeps all that an attempt may have. */
  readonly longestDescription?: number;
  /**
   * The end of a lease needs the token itself: it is revoked by it, or it is tried to prove that it is revoked. Absent where its
   * id is enough.
   */
  readonly endsByToken?: true;
  /** Anyone may read the descriptions of its tokens. Absent where they are shown only to whom they concern. */
  readonly showsDescriptions?: true;
  /** The form of a token file when the user names none. */
  readonly tokenFileFormat: 'json' | 'token';
  /** Understands the request and finds the credential, without any effect. Reports all problems at once. */
  prepare(request: Request, surroundings: Surroundings, words: Words): Result<Prepared>;
}

/** A request that is understood and may be sent. */
export interface Prepared {
  readonly access: Access;
  /** Where the credential and the endpoint came from, one line each. */
  readonly sources: readonly string[];
  readonly notices: readonly Notice[];
  /**
   * Resolves names with the credential, without side effects. The plan goes on with the same ports.
   *
   * @throws Refused when the request cannot be granted
   */
  plan(ports: Ports): Promise<Plan>;
}

/** Exactly what will be asked for. */
export interface Plan {
  /** In the system's own JSON with full names; accepted again as `grants`. */
  readonly grants: string;
  /** One line for each grant, for the log and the summary. */
  readonly shownGrants: readonly string[];
  /** Where a grant is a restriction: what it leaves open, one line each. */
  readonly leftOpen: readonly string[];
  readonly notices: readonly Notice[];
  readonly context: Context;
  /** How far the issuer's clock is ahead of this machine's, by its last answer that told; undefined as long as none did. */
  readonly serverAhead: () => Milliseconds | undefined;
  /**
   * Asks the issuer for the token, and reads back what its answer leaves out. `born` is called the moment the token
   * is known, before any further request. Throws `Refused` when surely nothing was minted; any other error before
   * `born` means that the answer was lost.
   */
  mint(attempt: Attempt, born: (token: BornToken) => void): Promise<Granted>;
  /**
   * The variables by which others find the token, by the names that the system's own clients read.
   *
   * @param file the absolute path of the token file; undefined when none is made
   */
  exports(token: MintedToken, file: string | undefined): Readonly<Record<string, string>>;
  /** The content of a token file in the issuer's own form. */
  tokenFile(token: MintedToken): string;
  /** For a dry run: what could go wrong later in the life of the lease, found out by requests that change nothing. */
  rehearse?(): Promise<readonly Notice[]>;
}

export interface BornToken {
  readonly id: string;
  readonly secret: string;
}

/** What the issuer says it granted. */
export interface Granted {
  /** The end by the issuer's own word; undefined when it says none. */
  readonly expiresAt: Milliseconds | undefined;
  /** What was asked for, in the system's own JSON with full names; in the issuer's words, where it has others for the same. */
  readonly grants: string;
  /** Everything in which the answer is not what was asked for, the end excepted. */
  readonly differences: readonly Difference[];
  readonly unconfirmed: readonly Unconfirmed[];
  readonly notices: readonly Notice[];
  readonly told?: Told;
}

/**
 * What the server tells of a token besides, in its own words, for who shows it as the system's own tool does. A member is
 * absent where it does not tell.
 */
export interface Told {
  readonly createdAt?: string;
  /** All that was stored as the description, where that is more than was given as one. */
  readonly description?: string;
  readonly userId?: string;
  readonly userName?: string;
}

/** What was asked for and the server never tells. */
export type Unconfirmed = 'grants' | 'workspace';

/** A token that passed every check. */
export interface MintedToken {
  readonly type: string;
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  /** By the issuer's clock. */
  readonly expiresAt: Milliseconds;
  /** In the system's own JSON with full names; accepted again as `grants`. */
  readonly grants: string;
  readonly unconfirmed: readonly Unconfirmed[];
  readonly told?: Told;
}

/** The issuer, or a look at its state, says no: surely nothing was minted. The message tells the user why and what to do. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** What is wrong with the inputs, where that is the reason: each is told by itself. The message says all of it too. */
  readonly problems: readonly Problem[];

  constructor(message: string, options: ErrorOptions & { readonly problems?: readonly Problem[] } = {}) {
    super(message, options);
    this.problems = options.problems ?? [];
  }
}
