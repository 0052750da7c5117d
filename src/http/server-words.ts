import type { HttpAnswer } from './client.js';

const LONGEST = 300;

/**
 * The server's own message about an answer, in one line of at most 300 characters; undefined when it said nothing to a
 * person. `pick` finds the message in the JSON of the issuer's errors; of an answer without JSON, plain text is taken
 * and HTML is not. Control characters other than white space are left to whoever prints it.
 */
export function serverWords(answer: HttpAnswer, pick: (json: unknown) => unknown): string | undefined {
  const found = answer.json === undefined ? plainText(answer) : pick(answer.json);
  if (typeof found !== 'string') return undefined;
  const line = found.replace(/\s+/g, ' ').trim();
  const characters = [...line.slice(0, 2 * LONGEST + 2)];
  if (characters.length === 0) return undefined;
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('');
}

function plainText({ headers, text }: HttpAnswer): string | undefined {
  const type = headers['content-type'] ?? 'text/plain';
  return /^text\/plain\b/i.test(type) && !/^\s*</.test(text) ? text : undefined;
}
