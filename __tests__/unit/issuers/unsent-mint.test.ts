import { expect, test } from 'vitest';
import { HttpFailure } from '../../../src/http/failure.js';
import { refuseUnsent } from '../../../src/issuers/unsent-mint.js';
import { Refused } from '../../../src/lease/issuer.js';

const failureOf = (error: Error): Promise<unknown> =>
  refuseUnsent(Promise.reject(error)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

test('a mint that surely did not reach the server is a refusal: nothing is left to be found', async () => {
  const unsent = new HttpFailure('the server refused the connection', { sent: false, lasting: false });
  const error = await failureOf(unsent);
  expect(error).toBeInstanceOf(Refused);
  expect(error).toMatchObject({ message: 'the server refused the connection', cause: unsent });
});

test.for([
  ['one that may have reached it', new HttpFailure('the connection broke', { sent: true, lasting: false })],
  ['a mistake of this program', new TypeError('not a function')],
] as const)('every other error is passed on as it is: %s', async ([, error]) => {
  expect(await failureOf(error)).toBe(error);
});
