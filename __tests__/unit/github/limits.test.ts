import { describe, expect, it, test } from 'vitest';
import { waitAfterRefusal, waitUntilReset } from '../../../src/github/limits.js';
import { answerOf } from './answers.js';

const NOW = Date.UTC(2026, 10, 24, 12);
const RATE = { message: 'API rate limit exceeded for installation ID 1.' };
const SECONDARY = {
  message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
};
const RIGHT = { message: 'Resource not accessible by integration' };
const spent = (seconds: number) => ({
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': String(NOW / 1000 + seconds),
});

describe('how long GitHub wants no further requests', () => {
  test.each([
    ['no more requests in this hour', 403, RATE, spent(600), 601_000],
    ['the same with the status that others use', 429, RATE, spent(600), 601_000],
    ['too many in a short time, with a number of seconds', 403, SECONDARY, { 'retry-after': '42' }, 42_000],
    ['the same as 429', 429, SECONDARY, { 'retry-after': '42' }, 42_000],
    ['both: what is asked for in so many words', 403, SECONDARY, { ...spent(600), 'retry-after': '42' }, 42_000],
    ['too many in a short time, without a time', 403, SECONDARY, {}, 60_000],
    ['an older word for it', 403, { message: 'You have triggered an abuse detection mechanism.' }, {}, 60_000],
    ['nothing but the status', 429, undefined, {}, 60_000],
    ['a time that is past', 403, RATE, spent(-600), 1_000],
    ['a wait of nothing', 429, SECONDARY, { 'retry-after': '0' }, 1_000],
    ['a time that cannot be read', 403, RATE, { ...spent(0), 'x-ratelimit-reset': 'soon' }, 60_000],
  ])('%s', (_, status, json, headers, wait) => {
    expect(waitAfterRefusal(answerOf(status, json, headers), 1, NOW)).toBe(wait);
  });

  it('is longer each time that it did not help, up to a quarter of an hour', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((refusals) => waitAfterRefusal(answerOf(403, SECONDARY), refusals, NOW));
    expect(waits).toEqual([60_000, 120_000, 240_000, 480_000, 900_000, 900_000]);
    const told = answerOf(429, SECONDARY, { 'retry-after': '0' });
    expect([1, 2, 5].map((refusals) => waitAfterRefusal(told, refusals, NOW))).toEqual([1_000, 2_000, 16_000]);
  });

  it('is counted by the clock of the server', () => {
    expect(waitAfterRefusal(answerOf(403, RATE, spent(600)), 1, NOW + 300_000)).toBe(601_000);
    const { date, ...headers } = answerOf(403, RATE, spent(600)).headers;
    expect(date).toBeDefined();
    expect(waitAfterRefusal({ ...answerOf(403, RATE), headers }, 1, NOW + 300_000)).toBe(301_000);
  });

  test.each([
    ['a right that is lacking', 403, RIGHT, {}],
    ['a right that is lacking, found with the last request that is allowed', 403, RIGHT, spent(600)],
    ['a 403 of a proxy', 403, undefined, {}],
    ['a run that is not there', 404, { message: 'Not Found' }, spent(600)],
    ['trouble of the server', 503, undefined, { 'retry-after': '42' }],
    ['a good answer', 200, {}, spent(600)],
  ])('is no question after %s', (_, status, json, headers) => {
    expect(waitAfterRefusal(answerOf(status, json, headers), 1, NOW)).toBeUndefined();
  });
});

describe('the last request that is allowed', () => {
  it('says until when there is none', () => {
    expect(waitUntilReset(answerOf(200, {}, spent(600)), NOW)).toBe(601_000);
    expect(waitUntilReset(answerOf(200, {}, { ...spent(600), 'x-ratelimit-remaining': '1' }), NOW)).toBeUndefined();
    expect(waitUntilReset(answerOf(200, {}), NOW)).toBeUndefined();
  });
});
