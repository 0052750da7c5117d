import type { InputName } from '../request/inputs.js';
import type { Given } from '../request/request.js';
import type { Result } from '../request/problem.js';
import type { Words } from '../request/words.js';
import type { Access, Context } from './access.js';
import type { IssuedTokens, TokenIds } from './issued-tokens.js';
import type { Notice } from './notice.js';
import type { Ports } from './ports.js';
import type { Surroundings } from './surroundings.js';

/** How an issuer is reached, whatever is to be done there: found in the inputs and the surroundings, offline. */
export interface FoundAccess {
  readonly access: Access;
  /** What the issuer is called with besides. Absent where that is nothing. */
  readonly context?: Context;
  /** Where the credential and the endpoint came from, one line each. */
  readonly sources: readonly string[];
  readonly notices: readonly Notice[];
  /**
   * Takes up the tokens that the access reaches, for who has no lease of theirs; looks up what was given by name. Absent where
   * the issuer keeps no tokens.
   *
   * @throws Refused when something that was named is not there
   */
  readonly openIssuedTokens?: (ports: Ports) => Promise<IssuedTokens>;
}

/** Finds the credential and the endpoint without any effect. Reports all problems at once. */
export type FindAccess = (given: Given, surroundings: Surroundings, words: Words) => Result<FoundAccess>;

/** What is known of the way to an issuer before anything is given: for who mints nothing there. */
export interface AccessFinder {
  /** The system's own name, for messages: `InfluxDB`. */
  readonly title: string;
  /** The inputs by which it is reached. */
  readonly inputs: readonly InputName[];
  /** Absent where the issuer keeps no tokens. */
  readonly tokenIds?: TokenIds;
  readonly findAccess: FindAccess;
}
