import type { Outcome } from './printing.js';

/** What `npm run leaks` measures; written by the tests, read by run.mjs. */
export interface LeakResults {
  readonly types: readonly TypeResult[];
  readonly hostileSecrets: readonly HostileResult[];
  /** In the order of the outcomes. */
  readonly ways: readonly { readonly name: string; readonly notCoverable: string | null }[];
  readonly places: readonly string[];
  readonly missingPrograms: readonly string[];
}

export interface TypeResult {
  readonly type: string;
  /** What was printed, by what it is. */
  readonly secrets: readonly {
    readonly what: string;
    readonly length: number;
    readonly outcomes: readonly Outcome[];
  }[];
  /** Where else the secrets were looked for, in the order of the places. */
  readonly places: readonly PlaceOutcome[];
}

export type PlaceOutcome =
  | { readonly kind: 'clean' }
  | { readonly kind: 'not looked at'; readonly reason: string }
  | { readonly kind: 'leaked'; readonly what: string };

export interface HostileResult {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
  readonly places: readonly PlaceOutcome[];
  /** Ways of printing in which it is known to show. */
  readonly shows: { readonly in: readonly string[]; readonly reason: string } | null;
}
