import type { HttpAnswer } from '../http/client.js';
import { HttpFailure } from '../http/failure.js';
import { Refused } from '../lease/issuer.js';

/**
 * The answer to a request that mints.
 *
 * @throws Refused when the request surely did not reach the server; whatever else the client throws leaves open what it did
 */
export async function refuseUnsent(mint: Promise<HttpAnswer>): Promise<HttpAnswer> {
  try {
    return await mint;
  } catch (error) {
    if (error instanceof HttpFailure && !error.sent) throw new Refused(error.message, { cause: error });
    throw error;
  }
}
