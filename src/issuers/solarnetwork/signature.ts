import { createHash, createHmac } from 'node:crypto';
import type { Milliseconds } from '../../request/lifetime.js';

/*
 * SolarNetwork's own scheme for signed requests, SNWS2. Protocol facts: the wiki page "SolarNet API authentication scheme
 * V2"; Snws2AuthorizationBuilder and AuthorizationUtils (client) and AuthenticationDataV2 (server) of
 * SolarNetwork/solarnetwork-common.
 */

/** A SolarNetwork security token: the pair that signs requests. */
export interface TokenPair {
  readonly id: string;
  readonly secret: string;
}

export type Parameters = readonly (readonly [name: string, value: string])[];

/** What a signature covers of a request. */
export interface SignedRequest {
  readonly method: string;
  /** As it stands in the request line: with the path prefix, still percent-encoded, without the query. */
  readonly path: string;
  readonly parameters: Parameters;
  /**
   * Names in lower case. The server insists on `host`, on `date` or `x-sn-date`, and on `content-type`, `content-md5`,
   * `digest` and every `x-sn-*` header that is sent.
   */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The value of the `Authorization` header, for a request whose `date` or `x-sn-date` header says `date`. */
export function authorization(token: TokenPair, date: Milliseconds, request: SignedRequest): string {
  const signature = sign(signingKey(token.secret, date), date, canonicalRequest(request));
  // The server takes names in sorted order and lower case only, and no blank after a comma.
  return `SNWS2 Credential=${token.id},SignedHeaders=${signedNames(request.headers).join(';')},Signature=${signature}`;
}

/** The signature in the value of an `Authorization` header: what stands behind it is nothing. */
export function signatureIn(header: string): string {
  return header.slice(header.lastIndexOf('=') + 1);
}

/** The key of one day in UTC. The server takes it on that day and the six days after it. */
export function signingKey(secret: string, day: Milliseconds): Buffer {
  return hmac(hmac(`SNWS2${secret}`, basicDate(day)), 'snws2_request');
}

/** Hexadecimal, in lower case. */
export function sign(key: Buffer, date: Milliseconds, canonical: string): string {
  const toSign = `SNWS2-HMAC-SHA256\n${basicDate(date)}T${basicTime(date)}Z\n${sha256(canonical)}`;
  return hmac(key, toSign).toString('hex');
}

/** The text that a signature covers. */
export function canonicalRequest({ method, path, parameters, headers, body }: SignedRequest): string {
  const names = signedNames(headers);
  return [
    method,
    path,
    joinParameters(parameters, encodeAsJavaDoes),
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    names.join(';'),
    sha256(body),
  ].join('\n');
}

/** Parameters as a URL carries them, in the order in which they are signed. */
export function queryOf(parameters: Parameters): string {
  return joinParameters(parameters, percentEncode);
}

/** The form of a date in `X-SN-Date`: `Tue, 25 Apr 2017 14:30:00 GMT`. */
export function headerDate(date: Milliseconds): string {
  return new Date(date).toUTCString();
}

function joinParameters(parameters: Parameters, encode: (text: string) => string): string {
  // Sorted by name alone: several values of one name stay in their order. JavaScript compares code units, as Java does.
  const sorted = parameters.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}

/** Everything but the unreserved characters of RFC 3986. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * The server decodes the parameters and encodes them again to check a signature, one UTF-16 code unit at a time: half a
 * surrogate pair becomes a question mark. What is sent is right, and stored right; only what is signed must look like that.
 */
function encodeAsJavaDoes(text: string): string {
  return percentEncode(text.replace(/[\u{10000}-\u{10ffff}]/gu, '??'));
}

function signedNames(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(headers).toSorted();
}

function basicDate(date: Milliseconds): string {
  return new Date(date).toISOString().slice(0, 10).replaceAll('-', '');
}

function basicTime(date: Milliseconds): string {
  return new Date(date).toISOString().slice(11, 19).replaceAll(':', '');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
