import type { Fields } from '../json-fields.js';
import { listOf, objectOf, textOf } from './protobuf-json.js';
import { readServiceError, type ServiceErrorCode } from './service-error.js';
import { errorOf, type Session } from './session.js';

/** Enough for any workspace, and an end for a server that always says there is more. */
const MOST_PAGES = 1_000;

/**
 * All tokens that the service lists, page by page, the revoked ones left out; each as the JSON object that came. Whoever reads
 * to the end has seen them all.
 *
 * @throws Error when a page cannot be had, or the pages do not end
 */
export async function* listTokens(session: Session): AsyncGenerator<Fields, void> {
  const seen = new Set<string>();
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await session.call('ListRevokableTokens', cursor === '' ? {} : { paginationCursor: cursor });
    if (answer.status !== 200 || typeof answer.json !== 'object') throw errorOf(answer, 'list', session);
    const fields = objectOf(answer.json, 'the list of tokens');
    for (const token of listOf(fields, 'tokens')) yield objectOf(token, 'a listed token');
    cursor = textOf(fields, 'paginationCursor');
    if (cursor === '') return;
    if (seen.has(cursor))
      throw new Error(`${answer.what}, with the cursor of a page that was read before: the list has no end`);
    seen.add(cursor);
  }
  throw new Error(`the list of tokens has more than ${MOST_PAGES} pages`);
}

/**
 * Asks for one entry, to learn whether the credential is accepted and may list tokens. Undefined when it may; else what was
 * said, with a code if it was said by the service.
 */
export async function tryToList(
  session: Session,
): Promise<{ readonly code: ServiceErrorCode | undefined; readonly error: Error } | undefined> {
  const answer = await session.call('ListRevokableTokens', { maxEntries: 1 });
  if (answer.status === 200 && typeof answer.json === 'object' && answer.json !== null) return undefined;
  return { code: readServiceError(answer)?.code, error: errorOf(answer, 'list', session) };
}
