import type { Milliseconds } from '../request/lifetime.js';
import type { Words } from '../request/words.js';
import type { Network } from './network.js';
import type { Notice } from './notice.js';

/** What a lease needs from the world around it, besides its keeper. */
export interface Ports {
  readonly clock: Clock;
  /** The end of all work, waits and retries included. It moves when the process is asked to stop. */
  readonly deadline: Deadline;
  readonly stop: Stop;
  readonly words: Words;
  /** How servers are reached. */
  readonly network: Network;
  /** Hides a secret from every log. Called before anything else happens to the secret. */
  readonly mask: (secret: string) => void;
  /** Hides, in the same way, what an answer gives out as a new token: by that alone it is not known. */
  readonly maskNew: (secret: string) => void;
  /** Whether a text is, or holds, a secret that is known: the credential, or what was exchanged for it, or made with it. */
  readonly holdsKnown: (text: string) => boolean;
  readonly notify: (notice: Notice) => void;
  /**
   * A signed statement of who this job is, for `audience` (OpenID Connect). Throws when the job may not have one.
   *
   * @param stop that of the work that it is for
   */
  readonly identityToken: (audience: string, stop: Stop) => Promise<string>;
}

/** What it takes to ask a server. */
export type RequestPorts = Omit<Ports, 'identityToken'>;

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): Milliseconds;
  /** Resolves after `duration`, or at once when a stop is requested. */
  sleep(duration: Milliseconds, stop: Stop): Promise<void>;
}

/** How much time a request must have: none is sent again when less is left. */
export const SHORTEST_TRY: Milliseconds = 1_000;

export interface Deadline {
  /** Milliseconds that are left; zero or less when it has passed. */
  remaining(): Milliseconds;
  /** Calls back once, when the deadline has passed, or is only `ahead` milliseconds away. Returns a function that calls it off. */
  onPassed(callback: () => void, ahead?: Milliseconds): () => void;
  /** Sets the deadline to `duration` milliseconds from now, earlier or later than before. */
  leave(duration: Milliseconds): void;
}

/** A request to end the process: a signal from the runner or from a person. */
export interface Stop {
  readonly signal: NodeJS.Signals | undefined;
  /** Calls back once, when the stop is requested (at once if it was). Returns a function that calls it off. */
  onRequest(callback: () => void): () => void;
}

/** For work that is done because a stop was requested, and must not be stopped by it. */
export const neverStops: Stop = { signal: undefined, onRequest: () => () => undefined };

/** Thrown instead of beginning new work after a stop was requested. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  constructor(readonly signal: NodeJS.Signals) {
    super(`stopped by ${signal}`);
  }
}

export function throwIfStopped(stop: Stop): void {
  if (stop.signal !== undefined) throw new Stopped(stop.signal);
}
