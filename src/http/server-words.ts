import type { HttpAnswer } from './client.js';

const LONGEST = 300;
/** What stands behind that is not looked at. */
const LONGEST_READ = 10_000;

/**
 * The server's own message about an error, in one line of at most 300 characters; undefined when it said nothing to a
 * person. `pick` finds the message in the JSON of the issuer's errors; of an answer without JSON, plain text is taken
 * and HTML is not. Nothing is repeated of an answer below 400, which may hold the tokens of others, nor of one that does not
 * say what it holds. Control characters other than white space are left to whoever prints it.
 */
export function serverWords(answer: HttpAnswer, pick: (json: unknown) => unknown): string | undefined {
  const { status, headers, json } = answer;
  if (status < 400 || headers['content-type'] === undefined) return undefined;
  const found = json === undefined ? plainText(answer) : pick(json);
  if (typeof found !== 'string') return undefined;
  const line = found.slice(0, LONGEST_READ).replace(/\s+/g, ' ').trim();
  const characters = [...line.slice(0, 2 * LONGEST + 2)];
  if (characters.length === 0) return undefined;
  return characters.length > LONGEST || found.length > LONGEST_READ
    ? `${characters.slice(0, LONGEST - 1).join('')}…`
    : characters.join('');
}

function plainText({ headers, text }: HttpAnswer): string | undefined {
  return /^text\/plain\b/i.test(headers['content-type'] ?? '') && !/^\s{0,1000}</.test(text) ? text : undefined;
}
