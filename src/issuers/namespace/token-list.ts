import type { Milliseconds } from '../../request/lifetime.js';
import { messageOf } from '../../request/shown-text.js';
import { fieldsOf, type Fields } from '../json-fields.js';
import { listOf, objectOf, textOf } from './protobuf-json.js';
import { readServiceError, type ServiceErrorCode } from './service-error.js';
import { errorOf, type Api } from './api.js';

/** Enough for any workspace, and an end for a server that always says there is more. */
const MOST_PAGES = 1_000;
/** A page may have as many tokens as it has room for, of the size that they have. */
const MOST_TOKENS = 100_000;
/** Each is kept to the end of the list, to know it again. */
const LONGEST_CURSOR = 16_384;

/**
 * All tokens that the service lists, page by page, the revoked ones left out; each as the JSON object that came. Whoever reads
 * to the end has seen them all.
 *
 * @throws Error when a page cannot be had, or the pages do not end
 */
export async function* listTokens(api: Api): AsyncGenerator<Fields, void> {
  const seen = new Set<string>();
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await api.call('ListRevokableTokens', cursor === '' ? {} : { paginationCursor: cursor });
    const fields = fieldsOf(answer.json);
    if (answer.status !== 200 || fields === undefined) throw errorOf(answer, 'list', api);
    const { what } = answer;
    // One by one: what stands behind an entry that cannot be read does not hide those before it.
    const tokens = read(what, () => listOf(fields, 'tokens'));
    if (tokens.length > MOST_TOKENS) throw new Error(`${what}, with ${tokens.length} tokens on a page, which is none`);
    for (const token of tokens) {
      yield read(what, () => objectOf(token, 'a listed token'));
      await api.turn();
    }
    cursor = read(what, () => textOf(fields, 'paginationCursor'));
    if (cursor === '') return;
    if (cursor.length > LONGEST_CURSOR) throw new Error(`${what}, with a cursor of ${cursor.length} characters`);
    if (seen.has(cursor))
      throw new Error(`${answer.what}, with the cursor of a page that was read before: the list has no end`);
    seen.add(cursor);
  }
  throw new Error(`the list of tokens has more than ${MOST_PAGES} pages`);
}

function read<Part>(what: string, part: () => Part): Part {
  try {
    return part();
  } catch (error) {
    throw new Error(`${what}, but ${messageOf(error)}`, { cause: error });
  }
}

/** How long a service that says itself that it cannot list is asked again: who may mint needs the time more. */
const LONGEST_TRIAL: Milliseconds = 10_000;

/**
 * Asks for one entry, to learn whether the credential is accepted and may list tokens. Undefined when it may; else what was
 * said, with a code if it was said by the service.
 */
export async function tryToList(
  api: Api,
): Promise<{ readonly code: ServiceErrorCode | undefined; readonly error: Error } | undefined> {
  const answer = await api.call(
    'ListRevokableTokens',
    { maxEntries: 1 },
    (trouble, triedFor) => triedFor >= LONGEST_TRIAL && readServiceError(trouble) !== undefined,
  );
  if (answer.status === 200 && fieldsOf(answer.json) !== undefined) return undefined;
  return { code: readServiceError(answer)?.code, error: errorOf(answer, 'list', api) };
}
