import type { InputName } from './inputs.js';

/**
 * How a host is spoken of in what its users are told, so that a message fits whoever reads it: one who writes a workflow, or
 * one who types a command.
 */
export interface Words {
  /** Where something is wrong: an input, or an environment variable, whose name stays. */
  place(name: string): string;
  /** The name of an input as it is written: `expires_in`, `--expires-in`. */
  input(name: InputName): string;
  /** The same within a sentence: `the input org`, `--org`. */
  theInput(name: InputName): string;
  /** Where a value came from that was given: `from the input`, `from --url`. */
  fromInput(name: InputName): string;
  /** An input with a value: `org: my-org`, `--org my-org`. */
  setting(name: InputName, value: string): string;
  /** An input with a value that begins with a word, and is another one each time. */
  uniqueSetting(name: InputName, word: string): string;
  /** How a secret is given that is kept under a name. */
  secretSetting(name: InputName, keptAs: string): string;
  /** How a value is given that is kept under a name, and is no secret. */
  variableSetting(name: InputName, keptAs: string): string;

  /** What the token is made for: `job`, `command`. */
  readonly work: string;
  /** What the work runs on: `runner`, `machine`. */
  readonly machine: string;
  /** What uses the token after it was handed on: `later step`. */
  readonly laterUser: string;
  /** Where the variables are set that this process is started with: `the env of the job`. */
  readonly environment: string;

  /** What to do so that the work may ask for an identity token, as an imperative. */
  readonly allowIdentityTokens: string;
  /** The same in short, for who knows identity tokens. */
  readonly useIdentityTokens: string;
  /** Who never gets an identity token, as a sentence; empty when there is nothing to say. */
  readonly withoutIdentityTokens: string;

  /** When a lease is ended that was handed on: `when the job ends`. */
  readonly atTheEnd: string;
  /** What becomes of a lease that is not ended now. */
  readonly later: Later;
  /** Where the record of a lease is kept: `the saved state`. */
  readonly keptIn: string;
  /** What names a token that was minted: `the log of the step that minted it`. */
  readonly logOfMint: string;
}

/** Each without the sign at the end of a sentence. */
export interface Later {
  /** A sentence: who looks for the token of a lost answer, or how to look for it. */
  looksOnceMore(leaseId: string): string;
  /** Clauses about a token: it is revoked; that is tried again; it is found gone. */
  revokes(leaseId: string): string;
  triesAgain(leaseId: string): string;
  findsItGone(leaseId: string): string;
}
