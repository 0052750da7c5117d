import type { HttpAnswer } from '../http/client.js';
import { decodeJsonString, endOfJsonString } from '../request/json-text.js';
import { SHORTEST_SECRET } from './usable-secret.js';

/**
 * Every text that stands behind a key in an answer of whatever shape: also one that is no JSON, that has the key twice, or
 * whose end was cut off. A short one is left out: as a mask it would garble the log.
 */
export function answeredSecrets({ text }: HttpAnswer, key: string): readonly string[] {
  const secrets = new Set<string>();
  for (const { index, 0: found } of text.matchAll(new RegExp(`"${key}"\\s*:\\s*(?=")`, 'g'))) {
    const start = index + found.length;
    const end = endOfJsonString(text, start);
    const secret =
      end === undefined
        ? (/[^\n]*/.exec(text.slice(start + 1))?.[0] ?? '')
        : (decodeJsonString(text.slice(start, end)) ?? text.slice(start + 1, end - 1));
    if (secret.length >= SHORTEST_SECRET) secrets.add(secret);
  }
  return [...secrets];
}
