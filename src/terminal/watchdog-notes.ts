import type { MadeTokenFile } from '../host/token-file.js';
import type { NetworkTexts } from '../http/network.js';
import type { OnRevokeFailure } from '../request/revoke-failure.js';
import type { StartedProcess } from './processes.js';

/*
 * What the watchdog's pipe carries: a line of JSON for each thing to know, of which the last of its kind counts. Secrets stand
 * in it, since nobody ever sees it but the process that ends the lease.
 */

export interface WatchdogNotes {
  readonly access?: KeptForEnd;
  /** The lease, as `serializeRecord` writes it. */
  readonly record?: string;
  /** The token itself, where its end needs it. */
  readonly tokenSecret?: string;
  readonly tokenFile?: MadeTokenFile;
  readonly command?: NotedCommand;
}

/** How the issuer is reached again. */
export interface KeptForEnd {
  /** Each empty when there is none. */
  readonly credential: { readonly secret: string; readonly id: string };
  readonly network: NetworkTexts;
  /** What a job asks for identity tokens with, as variables. */
  readonly identity: Readonly<Record<string, string>>;
  readonly onRevokeFailure: OnRevokeFailure;
  /** Removed when the lease has ended: the authorities lie there that did not fit. */
  readonly folder?: string;
  /** Where the lease is written down besides, and is forgotten when it has ended. */
  readonly journalFolder?: string;
}

export type NotedCommand =
  /** It is being started, with this mark among its variables, so that it is found although its number is not noted yet. */
  | { readonly kind: 'starting'; readonly mark: string }
  | { readonly kind: 'running'; readonly process: StartedProcess; readonly ownsGroup: boolean }
  | { readonly kind: 'ended' };

export function printNotes(notes: WatchdogNotes): string {
  return `${JSON.stringify(notes)}\n`;
}

/** Everything that was noted; of a line that was cut off, because its writer was killed, nothing. */
export function parseNotes(text: string): WatchdogNotes {
  let all: WatchdogNotes = {};
  for (const line of text.split('\n').slice(0, -1)) {
    // What stands there was written by the same version of this program, into a pipe that nobody else has.
    all = { ...all, ...(JSON.parse(line) as WatchdogNotes) };
  }
  return all;
}
