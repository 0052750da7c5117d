import type { HttpAnswer } from './client.js';
import { isTransient } from './retry.js';

/**
 * What to say, in one sentence, of an answer that is not in the words of the issuer because nobody could deal with the
 * request just now, such as the page of a proxy whose server is gone; undefined for any other answer. How often and how long
 * it was tried stands in the answer's `what`.
 */
export function unavailability({ status }: Pick<HttpAnswer, 'status'>): string | undefined {
  if (!isTransient(status)) return undefined;
  if (status === 500) return 'The server, or a proxy in front of it, failed; see its log, and try again later';
  if (status === 429) return 'The server, or a proxy in front of it, takes no more requests for now; try again later';
  return 'The server is unavailable, or a proxy in front of it is; see whether it runs, and try again later';
}
