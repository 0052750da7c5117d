import { expect, it } from 'vitest';
import { answeredSecrets } from '../../../src/issuers/answered-secrets.js';

const answer = (text: string) => ({
  status: 201,
  headers: {},
  text,
  json: undefined,
  what: 'POST /tokens answered 201',
});

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
  expect(answeredSecrets(answer(text), 'token')).toEqual(secrets);
});
