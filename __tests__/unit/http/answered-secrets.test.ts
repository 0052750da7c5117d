import { expect, it } from 'vitest';
import { maskAnswered } from '../../../src/http/answered-secrets.js';

const answer = (text: string, json?: unknown) => ({
  status: 201,
  headers: {},
  text,
  json,
  what: 'POST /tokens answered 201',
});

/** What is masked of an answer, and what is left of it. */
function masking(given: ReturnType<typeof answer>, keys: readonly string[] = ['token']) {
  const masked: string[] = [];
  const left = maskAnswered(given, keys, (secret) => masked.push(secret));
  return { masked, left };
}

it.each([
  ['of an answer', '{"id":"1","token":"not-a-real-secret"}', ['not-a-real-secret']],
  ['behind blanks', '{"token" :\n\t"not-a-real-secret"}', ['not-a-real-secret']],
  [
    'given twice',
    '{"token":"not-a-real-secret-1","token":"not-a-real-secret-2"}',
    ['not-a-real-secret-1', 'not-a-real-secret-2'],
  ],
  [
    'once, though it stands there twice',
    '{"token":"not-a-real-secret","a":{"token":"not-a-real-secret"}}',
    ['not-a-real-secret'],
  ],
  ['without its escapes', '{"token":"not\\u002da-real\\/secret\\n"}', ['not-a-real/secret\n']],
  ['as it stands, when its escapes are none', '{"token":"not-a-real\\xsecret"}', ['not-a-real\\xsecret']],
  ['that is cut off', '{"token":"not-a-real-sec', ['not-a-real-sec']],
  ['that is cut off by the end of its line', '{"token":"not-a-real-sec\nret"}', ['not-a-real-sec']],
  ['in what is no JSON', 'HTTP/1.1 201\n\n"token":"not-a-real-secret"', ['not-a-real-secret']],
  ['not, when it is shorter than any token', '{"token":"not-a-r"}', []],
  ['not, when the cut left next to nothing', '{"token":"not-a-r', []],
  ['not, when it is empty', '{"token":""}', []],
  ['not, when it is no text', '{"token":{"token_id":"x"}}', []],
  ['not, when it stands behind another key', '{"mytoken":"x","token2":"y"}', []],
])('the secret is found %s', (_, text, secrets) => {
  const given = answer(text);
  const { masked, left } = masking(given);
  expect(masked).toEqual(secrets);
  expect(left).toBe(given);
});

it('the secret is found behind each of several keys, and behind one that is written with escapes', () => {
  expect(masking(answer('{"a":"not-a-real-1","b":"not-a-real-2"}'), ['a', 'b']).masked).toEqual([
    'not-a-real-1',
    'not-a-real-2',
  ]);
  const escaped = '{"\\u0074oken":"not-a-real-secret"}';
  expect(masking(answer(escaped, JSON.parse(escaped))).masked).toEqual(['not-a-real-secret']);
});

const tokens = (count: number) => Array.from({ length: count }, (_, index) => `"token":"not-a-real-${index}"`);

it.each([
  ['3,000 of them', `{${tokens(3_000).join(',')}}`, 4],
  ['one more than could be meant', `{${tokens(5).join(',')}}`, 4],
  ['one as long as no token is', `{"token":"${'x'.repeat(16_385)}"}`, 0],
  ['one of 10 MB', `{"token":"${'='.repeat(10_000_000)}"}`, 0],
  ['one of 10 MB without an end', `{"token":"${'='.repeat(10_000_000)}`, 0],
  [
    'as many as 10 MB hold',
    `{"token":"not-a-real"${',"token":"x"'.repeat(700_000)},"token":"${'x'.repeat(16_385)}"}`,
    1,
  ],
])('an answer with %s is not used, and not all of them are masked', (_, text, count) => {
  const { masked, left } = masking(answer(text, {}));
  expect(masked).toHaveLength(count);
  expect(left).toMatchObject({
    text: '',
    json: undefined,
    what: 'POST /tokens answered 201 with more or longer texts in the place of a token than can be masked',
  });
});

it('keys alone, with blanks behind them, are looked through in no time', () => {
  const given = answer(`{${`"token"${' '.repeat(10_000)}:${' '.repeat(10_000)}`.repeat(400)}`);
  const { masked, left } = masking(given);
  expect(masked).toEqual([]);
  expect(left === given).toBe(true);
});

it('one of the largest size, or as many as could be meant, are masked, and the answer is used', () => {
  for (const text of [`{"token":"${'x'.repeat(16_384)}"}`, `{${tokens(4).join(',')}}`]) {
    const given = answer(text);
    expect(masking(given).left).toBe(given);
  }
});
