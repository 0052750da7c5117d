import { createHash, createHmac } from 'node:crypto';
import type { Seconds } from '../../request/lifetime.js';
import { restrictionsJson, type Restrictions } from './restrictions.js';

export interface TokenContent {
  readonly actor: string;
  /** When the token was made: whole seconds since 1970. */
  readonly createdAt: Seconds;
  /** Every token ends, though Datasette knows tokens that do not. */
  readonly life: Seconds;
  /** Undefined: the token may do whatever its actor may do. */
  readonly restrictions: Restrictions | undefined;
}

/**
 * The JSON inside a token, byte for byte as `datasette create-token` writes it (datasette/tokens.py): the keys a, t, d, _r
 * in this order, no blanks, nothing escaped that need not be.
 */
export function payload({ actor, createdAt, life, restrictions }: TokenContent): string {
  const members = [`"a":${JSON.stringify(actor)}`, `"t":${createdAt}`, `"d":${life}`];
  if (restrictions !== undefined) members.push(`"_r":${restrictionsJson(restrictions)}`);
  return `{${members.join(',')}}`;
}

/**
 * Signs a payload as itsdangerous' URLSafeSerializer does with the salt "token" (itsdangerous/signer.py): the key is
 * SHA-1 of salt, "signer" and secret one after the other, the signature HMAC-SHA1 of the encoded payload. Never
 * compressed: servers take both forms, and compressed bytes differ from one zlib to another.
 *
 * @param secret used as text, as it is: not trimmed, not decoded from hexadecimal
 */
export function signToken(text: string, secret: string): string {
  const body = Buffer.from(text, 'utf8').toString('base64url');
  const key = createHash('sha1').update(`tokensigner${secret}`, 'utf8').digest();
  const signature = createHmac('sha1', key).update(body, 'ascii').digest('base64url');
  return `dstok_${body}.${signature}`;
}
