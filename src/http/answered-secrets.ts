import type { HttpAnswer } from './client.js';
import { LONGEST_SECRET, SHORTEST_SECRET } from '../lease/usable-secret.js';
import { decodeJsonString, endOfJsonString } from '../request/json-text.js';

/** No issuer gives out so many at once. Each is a hundred masks, which a runner looks for in every line from then on. */
const MOST = 4;

/**
 * Masks the texts that stand behind some keys of an answer, of whatever shape that is: also of one that is no JSON, that has a
 * key twice, or whose end was cut off. Called before anything else is done with it.
 *
 * @returns the answer; without its content when there are more such texts, or longer ones, than anything could be made of
 */
export function maskAnswered(answer: HttpAnswer, keys: readonly string[], mask: (secret: string) => void): HttpAnswer {
  const secrets = new Set<string>();
  for (const secret of textsBehind(answer, keys)) {
    // A short one would, as a mask, garble the log.
    if (secret.length < SHORTEST_SECRET || secrets.has(secret)) continue;
    if (secret.length > LONGEST_SECRET || secrets.size === MOST) {
      return {
        ...answer,
        text: '',
        json: undefined,
        what: `${answer.what} with more or longer texts in the place of a token than can be masked`,
      };
    }
    secrets.add(secret);
    mask(secret);
  }
  return answer;
}

function* textsBehind({ text, json }: HttpAnswer, keys: readonly string[]): Generator<string> {
  // By the name that a key has when its escapes are read.
  for (const key of keys) {
    const value: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, key) : undefined;
    if (typeof value === 'string') yield value;
  }
  for (const { index, 0: found } of text.matchAll(new RegExp(`"(?:${keys.join('|')})"\\s*:\\s*(?=")`, 'g'))) {
    const start = index + found.length;
    const end = endOfJsonString(text, start);
    if (end === undefined) yield /[^\n]*/.exec(text.slice(start + 1))?.[0] ?? '';
    else yield decodeJsonString(text.slice(start, end)) ?? text.slice(start + 1, end - 1);
  }
}
