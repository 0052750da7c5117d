import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { inflateSync } from 'node:zlib';

import { createFakeServer, type FakeAnswer, type FakeRequest, type FakeServer, type OnRequest } from './faults.js';

export interface FakeDatasetteOptions {
  /** DATASETTE_SECRET of the server. */
  readonly secret: string;
  /**
   * What it does with a token that it does not take: since 1.0a36 every path answers 401, before the token counted for
   * nothing; 0.65 knows no signed tokens at all.
   */
  readonly version?: '1.0a41' | '1.0a35' | '0.65.5';
  /** The setting `max_signed_tokens_ttl` in seconds; 0 for none. */
  readonly longestLife?: number;
  /** The setting `allow_signed_tokens`. */
  readonly takesSignedTokens?: boolean;
  /** The setting `base_url`, such as `/data`; without a slash at its end. */
  readonly base?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly onRequest?: OnRequest;
}

/**
 * A Datasette that tells who a bearer is (`/-/actor.json`) and nothing else. Verifies signed tokens as Datasette does
 * (datasette/tokens.py, datasette/app.py of 1.0a37 and 1.0a41; itsdangerous 2.2.0, signer.py and url_safe.py), written
 * without a look at the code that mints them.
 */
export function createFakeDatasette(options: FakeDatasetteOptions): Promise<FakeServer> {
  return createFakeServer((request) => answerTo(request, options), { onRequest: options.onRequest, now: options.now });
}

export class TokenInvalid extends Error {}

function answerTo(request: FakeRequest, options: FakeDatasetteOptions): FakeAnswer {
  const { version = '1.0a41', base = '' } = options;
  if (request.headers.cookie !== undefined) throw new Error('a client of the API sends no cookies');
  let actor: SignedActor | null;
  try {
    actor = version === '0.65.5' ? null : actorOf(request.headers.authorization ?? '', options);
  } catch (error) {
    // What Datasette does not catch either: a payload that is signed and yet is none.
    if (!(error instanceof TokenInvalid)) return text(500, 'Internal Server Error');
    if (version === '1.0a41') return refusal(401, error.message);
    actor = null;
  }
  if (request.path !== `${base}/-/actor.json`) return refusal(404, 'Not Found');
  if (request.method !== 'GET') return refusal(405, 'Method not allowed');
  return json(200, version === '1.0a41' ? { ok: true, actor } : { actor });
}

export interface SignedActor {
  readonly id: unknown;
  readonly token: 'dstok';
  readonly _r?: unknown;
  readonly token_expires?: number;
}

/** Null for whoever shows no token that is meant for Datasette: anonymous. */
export function actorOf(
  authorization: string,
  { secret, longestLife = 0, takesSignedTokens = true, now = Date.now }: FakeDatasetteOptions,
): SignedActor | null {
  if (!authorization.startsWith('Bearer ')) return null;
  const token = authorization.slice('Bearer '.length);
  if (!token.startsWith('dstok_')) return null;
  if (!takesSignedTokens) throw new TokenInvalid('Signed tokens are not enabled for this Datasette instance');
  const payload = unsign(token.slice('dstok_'.length), 'token', secret);
  if (typeof payload !== 'object' || payload === null) throw new TypeError('the payload is no object');
  const { a, t, d, _r } = { a: undefined, t: undefined, d: undefined, _r: undefined, ...payload } as Record<
    string,
    unknown
  >;
  if (t === undefined) throw new TokenInvalid('Invalid token: no timestamp');
  if (typeof t !== 'number' || !Number.isInteger(t)) throw new TokenInvalid('Invalid token: invalid timestamp');
  if (d !== undefined && d !== null && (typeof d !== 'number' || !Number.isInteger(d))) {
    throw new TokenInvalid('Invalid token: invalid duration');
  }
  if (!('a' in payload)) throw new TypeError('the payload has no actor');
  // 0 is no duration, and escapes the longest life.
  let duration = typeof d === 'number' ? d : undefined;
  if (longestLife > 0 && (duration === undefined || duration > longestLife)) duration = longestLife;
  if (duration !== undefined && duration !== 0 && now() / 1000 - t > duration)
    throw new TokenInvalid('Token has expired');
  return {
    id: a,
    token: 'dstok',
    ...(_r === undefined ? {} : { _r }),
    ...(duration === undefined || duration === 0 ? {} : { token_expires: t + duration }),
  };
}

/** URLSafeSerializer(secret, salt).dumps, for what is too short to be compressed */
export function sign(value: unknown, salt: string, secret: string): string {
  const body = Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${body}.${signatureOf(body, salt, secret).toString('base64url')}`;
}

function signatureOf(body: string, salt: string, secret: string): Buffer {
  const key = createHash('sha1').update(Buffer.concat([salt, 'signer', secret].map((part) => Buffer.from(part))));
  return createHmac('sha1', key.digest()).update(body, 'latin1').digest();
}

/** URLSafeSerializer(secret, salt).loads */
export function unsign(signed: string, salt: string, secret: string): unknown {
  const dot = signed.lastIndexOf('.');
  const body = signed.slice(0, Math.max(0, dot));
  const signature = Buffer.from(signed.slice(dot + 1), 'base64url');
  const expected = signatureOf(body, salt, secret);
  if (dot === -1 || signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    throw new TokenInvalid('Invalid token signature');
  }
  const bytes = body.startsWith('.')
    ? inflateSync(Buffer.from(body.slice(1), 'base64url'))
    : Buffer.from(body, 'base64url');
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

export const refusal = (status: number, error: string): FakeAnswer =>
  json(
    status,
    { ok: false, error, errors: [error], status },
    status === 401 ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {},
  );

export const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): FakeAnswer => ({
  status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-store',
    vary: 'Cookie, Authorization',
    ...headers,
  },
  body: JSON.stringify(body),
});

const text = (status: number, body: string): FakeAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
