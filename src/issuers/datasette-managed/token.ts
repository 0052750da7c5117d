import { isUsableSecret } from '../../lease/usable-secret.js';

const PREFIX = 'dsatok_';

/**
 * The id of a token: the number of its row, which is all that is signed (datasette_auth_tokens/views.py). Undefined for a text
 * that is no such token.
 */
export function idIn(token: string): string | undefined {
  if (!token.startsWith(PREFIX) || !isUsableSecret(token)) return undefined;
  const [body = ''] = token.slice(PREFIX.length).split('.');
  const id = Buffer.from(body, 'base64url').toString('latin1');
  return isTokenId(id) ? id : undefined;
}

export function isTokenId(id: string): boolean {
  return /^[1-9]\d{0,15}$/.test(id) && Number.isSafeInteger(Number(id));
}
