import type { HttpAnswer } from '../../http/client.js';
import type { Milliseconds } from '../../request/lifetime.js';
import { fieldsOf, type Fields } from '../json-fields.js';
import { readInstant } from '../read-instant.js';
import { isUsableSecret } from '../../lease/usable-secret.js';
import { successOf } from './api.js';
import type { AnsweredPolicy } from './compare.js';
import type { TokenPair } from './signature.js';

/** A token as the server tells of it, without its secret (UserAuthToken.java of SolarNetwork/solarnetwork-central). */
export interface AnsweredToken {
  readonly id: string;
  readonly type: unknown;
  readonly status: unknown;
  /** Whether its end has passed by the server's clock. */
  readonly expired: unknown;
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly created: Milliseconds | undefined;
  /** Empty when it has none. */
  readonly policy: AnsweredPolicy;
}

/** Whether this is an id as SolarNetwork makes them: 20 characters; old ones may hold `;` and `,`. */
export function isTokenId(text: string): boolean {
  return /^[\w.,;-]{20}$/.test(text);
}

/** Id and secret of a token that was just made, whatever else the answer says; undefined where one of them cannot be used. */
export function readPair(data: unknown): TokenPair | undefined {
  const { id, authSecret: secret } = fieldsOf(data) ?? {};
  return typeof id === 'string' && isTokenId(id) && isUsableSecret(secret) ? { id, secret } : undefined;
}

/** Undefined when the value is no token. Its id is whatever text the server says. */
export function readToken(value: unknown): AnsweredToken | undefined {
  const fields = fieldsOf(value);
  const id = fields?.['id'];
  if (fields === undefined || typeof id !== 'string') return undefined;
  // What is no policy must not be taken for one that restricts nothing.
  const policy = fieldsOf(fields['policy'] ?? {});
  if (policy === undefined) return undefined;
  return {
    id,
    type: fields['type'],
    status: fields['status'],
    expired: fields['expired'],
    name: textOf(fields, 'name'),
    description: textOf(fields, 'description'),
    // `2025-09-29 04:13:52.673034405Z`, with a blank.
    created: readInstant(fields['created']),
    policy,
  };
}

/** A list may have as many tokens as it has room for, of the size that they have. */
const MOST_TOKENS = 500_000;

/** All tokens of an answer to the list; undefined when the answer is none, or holds something that is no token. */
export function readTokens(answer: HttpAnswer): readonly AnsweredToken[] | undefined {
  return readTokensIn(successOf(answer)?.data);
}

export function readTokensIn(data: unknown): readonly AnsweredToken[] | undefined {
  if (!Array.isArray(data) || data.length > MOST_TOKENS) return undefined;
  const tokens = data.map(readToken).filter((token) => token !== undefined);
  return tokens.length === data.length ? tokens : undefined;
}

function textOf(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  return typeof value === 'string' ? value : undefined;
}

/** The end that a policy sets: only whole milliseconds are one. */
export function endOfPolicy({ notAfter }: AnsweredPolicy): Milliseconds | undefined {
  // The last instant that a date can be made of.
  return typeof notAfter === 'number' && Number.isInteger(notAfter) && Math.abs(notAfter) <= 8.64e15
    ? notAfter
    : undefined;
}
