import type { Authentication } from '../lease/access.js';
import type { MintedToken } from '../lease/issuer.js';
import type { Notice } from '../lease/notice.js';
import type { Origin } from '../lease/origin.js';
import type { Ports, Stop } from '../lease/ports.js';
import type { LeaseRecord } from '../lease/record.js';
import type { Surroundings } from '../lease/surroundings.js';
import type { Milliseconds } from '../request/lifetime.js';
import type { OnRevokeFailure } from '../request/revoke-failure.js';
import type { Words } from '../request/words.js';
import type { NamedSecret } from './hidden-secrets.js';
import type { MadeTokenFile, TokenFilePlace } from './token-file.js';

/*
 * What runs a verb: a runner, a terminal, a test. Here stands what they do differently. What a verb does, and what it tells,
 * is the same for all of them.
 */

/** What a verb tells, and in whose words. Whatever it is given to tell, it shows no secret and obeys no text. */
export interface Teller {
  readonly words: Words;
  /** A line. */
  say(text: string): void;
  warn(message: string): void;
  /** Shows an error. Ends nothing. */
  fail(message: string): void;
}

export function tell(teller: Teller, { level, message }: Notice): void {
  if (level === 'warning') teller.warn(message);
  else teller.say(`note: ${message}`);
}

/** What does what it is asked for, with a credential that is given or found. */
export interface AskedHost extends Teller {
  readonly origin: Origin;
  /** What is found there when nothing is given. Its secrets are hidden as they are read. */
  readonly surroundings: Surroundings;
  /** Hides secrets from whatever is printed from now on, and warns of what of them may show all the same. */
  hide(secrets: readonly NamedSecret[]): void;
  /** Secrets that stand around whatever is asked for: the password of a proxy, say. */
  ambientSecrets(): readonly NamedSecret[];
  openPorts(timeout: Milliseconds, stop: Stop): Promise<Ports>;
}

/** What mints. */
export interface MintHost extends AskedHost {
  readonly tokenFilePlace: TokenFilePlace;
  /**
   * The very first: makes ready to keep what the end of a lease will need, before anything is read of what was asked for.
   *
   * @throws Error when nothing can be kept: then nothing may be minted
   */
  reserve(): void;
  /** What is to be known of where this runs before anything is minted. */
  notices(): readonly Notice[];
  /** Keeps what the end of a lease needs besides its record. */
  keepAccess(access: KeptAccess, ports: Ports): Promise<void>;
  /** Keeps the token itself, for an end that needs it. */
  keepSecret(secret: string): void;
  keepRecord(record: LeaseRecord): void;
  /** All or nothing. The token comes last: nobody has it before everything else worked. */
  deliver(handOver: HandOver, now: Milliseconds): void | Promise<void>;
  /** What is known without a token. */
  deliverPlan(plan: DryRun): void;
  /** A table for people who look later. One that cannot be written is said and fails nothing. */
  summarize(title: string, rows: readonly SummaryRow[]): void;
}

export interface KeptAccess {
  readonly authentication: Authentication;
  readonly onRevokeFailure: OnRevokeFailure;
}

/** A token on its way to whoever waits for it. */
export interface HandOver {
  readonly token: MintedToken;
  readonly revocable: boolean;
  /** The token file: its absolute path, and what it will hold. Absent when none is made. */
  readonly file?: { readonly path: string; readonly content: string };
  /** The variables by which others find the token, made when they are needed. Absent when none are exported. */
  readonly exports?: () => Readonly<Record<string, string>>;
}

export interface DryRun {
  readonly type: string;
  readonly name: string;
  readonly expiresAt: Milliseconds;
  readonly grants: string;
}

export type SummaryRow = readonly [heading: string, values: readonly string[]];

/** What lists tokens that exist, changes or revokes them. */
export interface AdminHost extends AskedHost {
  /** Hands on what came of it, and shows its table. What was done is done: throws only when something cannot be handed on. */
  deliver(results: Results): void;
}

/** What came of a verb, for people and for programs. No text in it is trusted, and none needs to be neutralised before. */
export interface Results {
  readonly table: Table;
  /** Short ones, by the names of the outputs. */
  readonly values: readonly (readonly [name: string, value: string])[];
  /** The elements of the output `json`. */
  readonly json: Iterable<unknown>;
  /** The rows of the output `csv`, headings among them; absent where the verb has none. */
  readonly csv?: Iterable<readonly Cell[]>;
  /** Whether the table is kept for people who look later, too. */
  readonly summary: boolean;
}

export interface Table {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly string[]>;
  /** Of the rows: not all of them may be shown. */
  readonly count: number;
  /** A sentence about the whole: `2 tokens were revoked, 1 was gone already.` */
  readonly conclusion: string;
}

/** `exact`: a program compares it, so it is written as it is: an id. */
export interface Cell {
  readonly text: string;
  readonly exact?: true;
}

/** What ends a lease that it, or another process before it, has minted. */
export interface EndHost extends Teller {
  /** What was kept; read at once, and its secrets are hidden before it is returned. */
  kept(): Kept;
  /** On the way that was kept, whatever the surroundings say by now. */
  openPorts(timeout: Milliseconds, stop: Stop): Promise<Ports>;
}

export interface Kept {
  /** As text; undefined when none was kept, because nothing was to be minted. */
  readonly record: string | undefined;
  /** Each empty when none was kept. */
  readonly credential: { readonly secret: string; readonly id: string };
  /** Of the token itself; undefined where the end needs none. */
  readonly tokenSecret: string | undefined;
  readonly onRevokeFailure: OnRevokeFailure;
  readonly tokenFile: MadeTokenFile | undefined;
}
