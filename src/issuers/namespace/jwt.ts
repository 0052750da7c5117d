import { fieldsOf } from '../json-fields.js';

/** What a JWT says (RFC 7519), unchecked: for messages. Undefined for a text that is none. */
export function jwtPayload(text: string): Readonly<Record<string, unknown>> | undefined {
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(text)?.[1];
  if (payload === undefined) return undefined;
  try {
    return fieldsOf(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}
