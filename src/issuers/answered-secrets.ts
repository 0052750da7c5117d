import type { HttpAnswer } from '../http/client.js';
import { decodeJsonString, endOfJsonString } from '../lease/json-text.js';

/** A text that was cut off may end after a few characters, and as a mask these would garble the log. */
const SHORTEST_CUT = 8;

/**
 * Every text that stands behind a key in an answer of whatever shape: also one that is no JSON, that has the key twice, or
 * whose end was cut off.
 */
export function answeredSecrets({ text }: HttpAnswer, key: string): readonly string[] {
  const secrets = new Set<string>();
  for (const { index, 0: found } of text.matchAll(new RegExp(`"${key}"\\s*:\\s*(?=")`, 'g'))) {
    const start = index + found.length;
    const end = endOfJsonString(text, start);
    if (end === undefined) {
      const cut = /[^\n]*/.exec(text.slice(start + 1))?.[0] ?? '';
      if (cut.length >= SHORTEST_CUT) secrets.add(cut);
    } else {
      secrets.add(decodeJsonString(text.slice(start, end)) ?? text.slice(start + 1, end - 1));
    }
  }
  secrets.delete('');
  return [...secrets];
}
