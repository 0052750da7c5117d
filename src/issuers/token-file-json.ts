import type { MintedToken } from '../lease/issuer.js';
import { formatInstant } from '../request/lifetime.js';

/** The token file of an issuer that knows no form of its own: an object with `token`, `token_id` and `expires_at` (RFC 3339). */
export function tokenFileJson({ secret, id, expiresAt }: MintedToken): string {
  return `${JSON.stringify({ token: secret, token_id: id, expires_at: formatInstant(expiresAt) })}\n`;
}
