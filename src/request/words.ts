import type { InputName } from './inputs.js';

/**
 * How a host is spoken of in what its users are told, so that a message fits whoever reads it: one who writes a workflow, or
 * one who types a command.
 */
export interface Words {
  /** The name of an input as it is written: `expires_in`, `--expires-in`. */
  input(name: InputName): string;
  /** The same within a sentence: `the input org`, `--org`. */
  theInput(name: InputName): string;
  /** Where a value came from that was given: `from the input`, `from --url`. */
  fromInput(name: InputName): string;
  /** An input with a value: `org: my-org`, `--org my-org`. */
  setting(name: InputName, value: string): string;
  /** How a secret is given that is kept under a name. */
  secretSetting(name: InputName, keptAs: string): string;
  /** How a value is given that is kept under a name, and is no secret. */
  variableSetting(name: InputName, keptAs: string): string;
  /** What the token is made for: `job`, `command`. */
  readonly work: string;
  /** What the work runs on: `runner`, `machine`. */
  readonly machine: string;
  /** What to do so that the work may ask for an identity token, as an imperative. */
  readonly allowIdentityTokens: string;
  /** Who never gets an identity token, as a sentence; empty when there is nothing to say. */
  readonly withoutIdentityTokens: string;
}
