import { bearsLease, describeWith, LONGEST_MARKER, markerOf, printMarker } from './marker.js';
import type { Origin } from './origin.js';
import { endOf, type Expiry, type Lifetime, type Milliseconds } from '../request/lifetime.js';

/** One try to mint: who it is, so that its token is found again if the answer is lost. */
export interface Attempt {
  /** 128 random bits, in hexadecimal. */
  readonly leaseId: string;
  readonly name: string;
  /** The user's own; empty when none was given. What is sent is `describe(attempt)`, which ends with the marker. */
  readonly description: string;
  readonly marker: string;
  readonly startedAt: Milliseconds;
  /** How far the issuer's clock was known to be ahead of ours; 0 where it was near enough, or not known. */
  readonly serverAhead: Milliseconds;
  /** The end that is asked for, by the issuer's clock. */
  readonly expiresAt: Milliseconds;
}

export interface AttemptWish {
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly lifetime: Lifetime;
  readonly expiry: Expiry;
  readonly origin: Origin;
  /** Whether the token is to be revoked when its run ends. */
  readonly revoke: boolean;
  /** Characters that the issuer keeps of a description; undefined: as many as it gets. */
  readonly longestDescription?: number | undefined;
}

/**
 * A new attempt, with a lease id, a name (unless the user gave one) and a marker that no other attempt has.
 *
 * @param serverAhead how far the clock by which its end counts is ahead of that of `now`
 */
export function newAttempt(wish: AttemptWish, now: Milliseconds, serverAhead: Milliseconds = 0): Attempt {
  const { name, description = '', lifetime, expiry, origin, revoke, longestDescription = Infinity } = wish;
  // Loaded here: who looks for the token of an attempt makes none.
  const { randomBytes, randomInt } = process.getBuiltinModule('node:crypto');
  const leaseId = randomBytes(16).toString('hex');
  const wantedEnd = endOf(lifetime, now + serverAhead, expiry);
  const expiresAt = expiry.kind === 'millisecond' ? wantedEnd - randomInt(10_000) : wantedEnd;
  const room = longestDescription - (description === '' ? 0 : [...description].length + 1);
  const marker = markerOf({ leaseId, origin, expiresAt, untilExpiry: !revoke }, Math.min(room, LONGEST_MARKER));
  return {
    leaseId,
    name: name ?? generatedName(origin, leaseId),
    description,
    marker: printMarker(marker),
    startedAt: now,
    serverAhead,
    expiresAt,
  };
}

/** The description that is sent: the user's, at most 200 characters, and the marker at its end. */
export function describe({ description, marker }: Attempt): string {
  return describeWith(description, marker);
}

/** Whether a description read from the issuer is that of the attempt's token. Only its end counts: the rest is the user's text. */
export function isDescribedBy(text: string, { leaseId }: Attempt): boolean {
  return bearsLease(text, leaseId);
}

/** For people who look through a list of tokens: at most 100 characters, letters, digits and hyphens. */
function generatedName({ repository, run, attempt, job }: Origin, leaseId: string): string {
  const repositoryName = repository.slice(repository.lastIndexOf('/') + 1);
  const readable = [repositoryName.slice(0, 24), run, attempt, job].join('-').replace(/[^A-Za-z0-9]+/g, '-');
  return `mint-token-${readable.slice(0, 56)}-${leaseId}`.replace(/-+/g, '-');
}
