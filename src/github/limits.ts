import type { HttpAnswer } from '../http/client.js';
import { readRetryAfter } from '../http/retry.js';
import { MINUTE, type Milliseconds } from '../request/lifetime.js';
import { messageIn } from './messages.js';

/** For clocks that count whole seconds. */
const MARGIN: Milliseconds = 1_000;
const LONGEST_GUESS: Milliseconds = 15 * MINUTE * 1000;

/**
 * How long GitHub wants no further requests after it refused one, because there were too many: in all, or in so short a time.
 * Undefined when it refused none, or for another reason: a missing right is a 403 too.
 *
 * Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 *
 * @param refusals how often in a row that happened, this time included
 */
export function waitAfterRefusal(answer: HttpAnswer, refusals: number, now: Milliseconds): Milliseconds | undefined {
  if (!isRefusedByLimit(answer)) return undefined;
  const told = readRetryAfter(answer.headers['retry-after'], now) ?? waitUntilReset(answer, now);
  // Without a word on the time, a minute; with one, whatever it says, not at once again and again.
  const guess = (told === undefined ? MINUTE * 1000 : MARGIN) * 2 ** (refusals - 1);
  return Math.max(told ?? 0, Math.min(guess, LONGEST_GUESS));
}

/** How long until the next request is allowed, when an answer says that it was the last one of those allowed. */
export function waitUntilReset({ headers }: HttpAnswer, now: Milliseconds): Milliseconds | undefined {
  if (headers['x-ratelimit-remaining'] !== '0') return undefined;
  const reset = headers['x-ratelimit-reset'] ?? '';
  if (!/^\d{1,12}$/.test(reset)) return undefined;
  const sentAt = Date.parse(headers['date'] ?? '');
  return Math.max(0, Number(reset) * 1000 - (Number.isNaN(sentAt) ? now : sentAt)) + MARGIN;
}

function isRefusedByLimit(answer: HttpAnswer): boolean {
  if (answer.status === 429) return true;
  if (answer.status !== 403) return false;
  const message = messageIn(answer) ?? '';
  if (/rate limit|abuse detection/i.test(message) || answer.headers['retry-after'] !== undefined) return true;
  // The last request of those allowed can lack a right as well: then the message says so.
  return answer.headers['x-ratelimit-remaining'] === '0' && !/not accessible/i.test(message);
}
