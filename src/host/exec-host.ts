import type { Stop } from '../lease/ports.js';
import type { EndHost, MintHost } from './host.js';

/** What runs a command with a token. */
export interface ExecHost {
  /** Mints; to deliver the token is to start the command with it. */
  readonly mint: MintHost;
  /** Ends the lease of that token, by what was kept since. */
  readonly end: EndHost;
  /** Requested while nothing runs yet. */
  readonly before: Stop;
  /** What became of the command. */
  readonly command: () => CommandState;
  /** From now on nothing but the end of the lease is under way, and a signal hurries that. */
  readonly hurry: () => Stop;
  /** Nothing is left of the lease. */
  readonly over: () => void;
  /** Everything is done: resolves when all is written that was said, by the command too. */
  readonly close: () => Promise<void>;
}

export type CommandState =
  | { readonly kind: 'not-started' }
  /** Its token was minted for nothing. `status`: what shells say of such a command. */
  | { readonly kind: 'failed-to-start'; readonly status: number }
  /** `status` resolves when it has ended, with all that has to be waited for. */
  | { readonly kind: 'started'; readonly status: Promise<number> };
