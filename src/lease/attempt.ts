import { randomBytes, randomInt } from 'node:crypto';
import type { Origin } from './origin.js';
import { endOf, type Expiry, formatInstant, type Lifetime, type Milliseconds } from '../request/lifetime.js';

/** One try to mint: who it is, so that its token is found again if the answer is lost. */
export interface Attempt {
  /** 128 random bits, in hexadecimal. */
  readonly leaseId: string;
  readonly name: string;
  /** The user's own; empty when none was given. What is sent is `describe(attempt)`, which ends with the marker. */
  readonly description: string;
  readonly marker: string;
  readonly startedAt: Milliseconds;
  /** The end that is asked for. */
  readonly expiresAt: Milliseconds;
}

export interface AttemptWish {
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly lifetime: Lifetime;
  readonly expiry: Expiry;
  readonly origin: Origin;
}

/** A new attempt, with a lease id, a name (unless the user gave one) and a marker that no other attempt has. */
export function newAttempt({ name, description, lifetime, expiry, origin }: AttemptWish, now: Milliseconds): Attempt {
  const leaseId = randomBytes(16).toString('hex');
  const wantedEnd = endOf(lifetime, now);
  const expiresAt = expiry.kind === 'millisecond' ? wantedEnd - randomInt(10_000) : wantedEnd;
  return {
    leaseId,
    name: name ?? generatedName(origin, leaseId),
    description: description ?? '',
    marker: markerOf(leaseId, origin, expiresAt),
    startedAt: now,
    expiresAt,
  };
}

/** The description that is sent: the user's, at most 200 characters, and the marker at its end. */
export function describe({ description, marker }: Attempt): string {
  return description === '' ? marker : `${description} ${marker}`;
}

/** Whether a description read from the issuer is that of the attempt's token. Only its end counts: the rest is the user's text. */
export function isDescribedBy(text: string, { marker }: Attempt): boolean {
  return text.endsWith(marker);
}

/** At most 300 characters, none of which a description of the user's can imitate at its end. */
function markerOf(leaseId: string, { repository, run, attempt, job }: Origin, expiresAt: Milliseconds): string {
  const fields = {
    lease: leaseId,
    repo: plain(repository, 140),
    run: `${plain(run, 20)}/${plain(attempt, 6)}`,
    job: plain(job, 32),
    expires: formatInstant(expiresAt),
  };
  const text = Object.entries(fields).map(([key, value]) => `${key}=${value}`);
  return `[mint-token ${text.join(' ')}]`;
}

/** For people who look through a list of tokens: at most 100 characters, letters, digits and hyphens. */
function generatedName({ repository, run, attempt, job }: Origin, leaseId: string): string {
  const repositoryName = repository.slice(repository.lastIndexOf('/') + 1);
  const readable = [repositoryName.slice(0, 24), run, attempt, job].join('-').replace(/[^A-Za-z0-9]+/g, '-');
  return `mint-token-${readable.slice(0, 56)}-${leaseId}`.replace(/-+/g, '-');
}

function plain(text: string, longest: number): string {
  return text.replace(/[^A-Za-z0-9._/-]+/g, '_').slice(0, longest);
}
