import type { Milliseconds } from '../request/lifetime.js';
import { messageOf } from '../request/shown-text.js';
import type { Words } from '../request/words.js';
import type { Access, Authentication, Context } from './access.js';
import type { Attempt } from './attempt.js';

/**
 * All that the end of a lease needs, written down before its token is asked for. Holds no secret: that of an
 * authentication is kept beside it, by the keeper.
 */
export interface LeaseRecord {
  readonly version: 1;
  readonly type: string;
  readonly endpoint: string | undefined;
  readonly authentication: RecordedAuthentication;
  readonly context: Context;
  /** Whether the token ends by itself. */
  readonly expires: boolean;
  /** Whether the issuer knows a way to revoke. */
  readonly revocable: boolean;
  /** Whether the user wants the token revoked. */
  readonly revoke: boolean;
  /** How long the end of the lease may take. */
  readonly timeout: Milliseconds;
  readonly attempts: readonly RecordedAttempt[];
}

export type RecordedAuthentication = Exclude<Authentication, { kind: 'secret' }> | { readonly kind: 'secret' };

export interface RecordedAttempt extends Attempt {
  readonly outcome: Outcome;
}

export type Outcome =
  /** The answer has not come, or was lost: a token may exist. `searched`: main has no look for it left to do. */
  | { readonly kind: 'open'; readonly searched: boolean }
  | { readonly kind: 'nothing' }
  /** Minted, but not (or not yet) handed on. */
  | { readonly kind: 'minted'; readonly id: string }
  | { readonly kind: 'delivered'; readonly id: string; readonly expiresAt: Milliseconds }
  | { readonly kind: 'revoked'; readonly id: string };

export function withoutSecret(authentication: Authentication): RecordedAuthentication {
  return authentication.kind === 'secret' ? { kind: 'secret' } : authentication;
}

/**
 * How to reach the issuer again, from the record and the secret that was kept beside it.
 *
 * @throws Error when the secret is lost
 */
export function accessOf(
  record: LeaseRecord,
  kept: { readonly secret: string; readonly id: string },
  { keptIn }: Pick<Words, 'keptIn'>,
): Access {
  const { endpoint, authentication } = record;
  if (authentication.kind !== 'secret') return { endpoint, authentication };
  if (kept.secret === '') {
    throw new Error(`the credential is missing in ${keptIn}`);
  }
  return {
    endpoint,
    authentication: { kind: 'secret', secret: kept.secret, ...(kept.id === '' ? {} : { id: kept.id }) },
  };
}

export function withOutcome(record: LeaseRecord, leaseId: string, outcome: Outcome): LeaseRecord {
  return {
    ...record,
    attempts: record.attempts.map((attempt) => (attempt.leaseId === leaseId ? { ...attempt, outcome } : attempt)),
  };
}

export function serializeRecord(record: LeaseRecord): string {
  return JSON.stringify(record);
}

/** @throws Error when the text is no record of this version: for a user, who has to revoke by hand */
export function parseRecord(text: string, { keptIn, logOfMint }: Pick<Words, 'keptIn' | 'logOfMint'>): LeaseRecord {
  try {
    return readRecord(objectOf(readJson(text), 'the record'));
  } catch (error) {
    throw new Error(
      `the record of the lease in ${keptIn} cannot be read: ${messageOf(error)}. Revoke the token by hand: ${logOfMint} names it`,
      { cause: error },
    );
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error('it is not JSON', { cause: error });
  }
}

function readRecord(value: RecordFields): LeaseRecord {
  if (value['version'] !== 1) {
    throw new Error(`it has version ${JSON.stringify(value['version'])}, and this code knows version 1 only`);
  }
  const attempts = value['attempts'];
  if (!Array.isArray(attempts)) throw new Error('attempts is not a list');
  return {
    version: 1,
    type: textOf(value, 'type'),
    endpoint: value['endpoint'] === undefined ? undefined : textOf(value, 'endpoint'),
    authentication: parseAuthentication(objectOf(value['authentication'], 'authentication')),
    context: parseContext(objectOf(value['context'], 'context')),
    expires: booleanOf(value, 'expires'),
    revocable: booleanOf(value, 'revocable'),
    revoke: booleanOf(value, 'revoke'),
    timeout: numberOf(value, 'timeout'),
    attempts: attempts.map((attempt) => parseAttempt(objectOf(attempt, 'an attempt'))),
  };
}

function parseAuthentication(value: RecordFields): RecordedAuthentication {
  const kind = textOf(value, 'kind');
  if (kind === 'none' || kind === 'secret') return { kind };
  if (kind !== 'identity-token') throw new Error(`${kind} is no kind of authentication`);
  const audience = textOf(value, 'audience');
  return value['workspace'] === undefined
    ? { kind, audience }
    : { kind, audience, workspace: textOf(value, 'workspace') };
}

function parseContext(value: RecordFields): Context {
  return Object.fromEntries(Object.keys(value).map((key) => [key, textOf(value, key)]));
}

function parseAttempt(value: RecordFields): RecordedAttempt {
  return {
    leaseId: textOf(value, 'leaseId'),
    name: textOf(value, 'name'),
    description: textOf(value, 'description'),
    marker: textOf(value, 'marker'),
    startedAt: numberOf(value, 'startedAt'),
    serverAhead: numberOf(value, 'serverAhead'),
    expiresAt: numberOf(value, 'expiresAt'),
    outcome: parseOutcome(objectOf(value['outcome'], 'outcome')),
  };
}

function parseOutcome(value: RecordFields): Outcome {
  const kind = textOf(value, 'kind');
  switch (kind) {
    case 'open':
      return { kind, searched: booleanOf(value, 'searched') };
    case 'nothing':
      return { kind };
    case 'minted':
    case 'revoked':
      return { kind, id: textOf(value, 'id') };
    case 'delivered':
      return { kind, id: textOf(value, 'id'), expiresAt: numberOf(value, 'expiresAt') };
    default:
      throw new Error(`${kind} is no outcome of an attempt`);
  }
}

/** What was kept as JSON, read member by member. */
export type RecordFields = Readonly<Record<string, unknown>>;

/** @throws Error when it is anything else */
export function objectOf(value: unknown, what: string): RecordFields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${what} is not an object`);
  return { ...value };
}

/** @throws Error when the member is absent, or no text */
export function textOf(fields: RecordFields, key: string): string {
  const value = fields[key];
  if (typeof value !== 'string') throw new Error(`${key} is not a text`);
  return value;
}

function numberOf(fields: RecordFields, key: string): number {
  const value = fields[key];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Error(`${key} is not a whole number`);
  return value;
}

function booleanOf(fields: RecordFields, key: string): boolean {
  const value = fields[key];
  if (typeof value !== 'boolean') throw new Error(`${key} is neither true nor false`);
  return value;
}
