import { noteOnEncoded } from '../../request/encoded-text.js';
import { enumerate, quote } from '../../request/shown-text.js';
import { fieldsOf, type Fields } from '../json-fields.js';
import { type Api, itemsOf, refuseInactive, serverErrorOf, errorOf } from './api.js';
import { didYouMeanOneOf } from './nearest-names.js';
import { isId, type ResourceType, kindOf } from './permissions.js';

/** What came of asking the server for one resource. */
export type Lookup =
  | { readonly kind: 'found'; readonly id: string; readonly name: string | undefined; readonly system: boolean }
  /** It is not there, or not as it was asked for. */
  | { readonly kind: 'missing'; readonly message: string }
  /** It is in another organisation, or out of the credential's sight. */
  | { readonly kind: 'beyond'; readonly message: string };

export const found = (id: string, name: string | undefined, system = false): Lookup => ({
  kind: 'found',
  id,
  name,
  system,
});
export const missing = (message: string): Lookup => ({ kind: 'missing', message });
export const beyond = (message: string): Lookup => ({ kind: 'beyond', message });

/** What has a name of its own on the whole server, and how it is looked up and told of. */
interface Named {
  readonly title: string;
  readonly path: string;
  /** Its list in an answer; also its type in a permission. */
  readonly list: string;
  /** The query that filters by name. */
  readonly filter: string;
  /** The command that shows names and ids. */
  readonly command: string;
}

export const ORGANIZATION: Named = {
  title: 'organisation',
  path: '/api/v2/orgs',
  list: 'orgs',
  filter: 'org',
  command: 'influx org list',
};

export const USER: Named = {
  title: 'user',
  path: '/api/v2/users',
  list: 'users',
  filter: 'name',
  command: 'influx user list',
};

export async function findNamed(
  { title, path, list, filter, command }: Named,
  name: string,
  api: Api,
): Promise<Lookup> {
  const answer = await api.get(`${path}?${filter}=${encodeURIComponent(name)}`);
  if (isNotFound(answer)) {
    const near = didYouMeanOneOf(name, await listNames(path, list, api));
    return missing(
      `there is no ${title} named ${quote(name)}; names are case-sensitive.${near}${hintOn(name)} The command "${command}" shows names and ids; either can be given`,
    );
  }
  const items = itemsOf(answer, list).filter((candidate) => candidate['name'] === name);
  const [item, second] = items;
  if (second !== undefined) return severalNamed(name, list, items);
  if (isId(item?.['id'])) return found(item['id'], name);
  await refuseInactive(api);
  return beyond(
    `the server shows the credential no ${title} named ${quote(name)}: either there is none, or the credential lacks read:${list}/ID, with the id of the ${title}.${hintOn(name)} Give that id (16 hexadecimal digits, shown by "${command}") instead of the name: it needs no look-up`,
  );
}

/** The name alone may match a bucket of another organisation, and the server drops a filter that it does not like. */
export async function findBucket(name: string, orgID: string, api: Api): Promise<Lookup | 'absent' | 'hidden'> {
  const answer = await api.get(`/api/v2/buckets?orgID=${orgID}&name=${encodeURIComponent(name)}`);
  if (isNotFound(answer)) return 'absent';
  const items = itemsOf(answer, 'buckets').filter(
    (candidate) => candidate['name'] === name && candidate['orgID'] === orgID,
  );
  const [item, second] = items;
  if (second !== undefined) return severalNamed(name, 'buckets', items);
  // OSS answers an empty list for a bucket that the credential may not read, and to an inactive credential.
  return isId(item?.['id']) ? found(item['id'], name, item['type'] === 'system') : 'hidden';
}

/** Names are unique on a server that keeps its own rules: which of these is meant, nobody can tell. */
function severalNamed(name: string, list: string, items: readonly Fields[]): Lookup {
  const ids = items.map(({ id }) => (isId(id) ? id : 'one without an id'));
  return missing(
    `the server shows ${items.length} ${list} named ${quote(name)}: ${enumerate(ids)}. Give the id of the one that is meant, instead of the name`,
  );
}

export function bucketList(orgID: string): string {
  return `The command "influx bucket list --org-id ${orgID}" shows those that are there`;
}

/** For a word that was probably meant as an id, with a digit too few or too many; or that was copied from a URL. */
export function hintOn(word: string): string {
  const encoded = noteOnEncoded([word]);
  if (encoded !== undefined) return ` Note that ${encoded}`;
  return /^[0-9a-f]{15,18}$/i.test(word) && word.length !== 16
    ? ` An id has exactly 16 hexadecimal digits, and this has ${word.length}.`
    : '';
}

/** The server grants any id within any organisation: that it belongs to this one must be seen before. */
export async function fetchById(type: ResourceType, id: string, orgID: string, api: Api): Promise<Lookup> {
  const { path, named } = kindOf(type);
  if (path === undefined) throw new Error(`${type} cannot be looked up by id`);
  const answer = await api.get(`${path}/${id}`);
  if (isNotFound(answer)) {
    const next = type === 'buckets' ? `. ${bucketList(orgID)}` : '';
    return missing(`there is no resource of the type ${type} with the id ${id}${next}`);
  }
  const elsewhere = beyond(
    `the resource of the type ${type} with the id ${id} does not belong to organisation ${orgID}`,
  );
  const words = answer.status === 401 ? serverErrorOf(answer)?.message : undefined;
  if (words?.endsWith(' is unauthorized') === true) {
    const [, within] = /^read:orgs\/([0-9a-f]{16})\b/.exec(words) ?? [];
    return within === undefined || within === orgID ? beyond(errorOf(answer).message) : elsewhere;
  }
  const body = answer.status === 200 ? fieldsOf(answer.json) : undefined;
  const item = type === 'labels' ? fieldsOf(body?.['label']) : body;
  if (item?.['id'] !== id) throw errorOf(answer);
  if (item['orgID'] !== orgID) return elsewhere;
  const name = named === true && isShowable(item['name']) ? item['name'] : undefined;
  return found(id, name, item['type'] === 'system' && type === 'buckets');
}

/** A name goes into the log and into the output grants; what is longer is none that a person gave. */
function isShowable(name: unknown): name is string {
  return typeof name === 'string' && name.length <= 1_000;
}

/** The server's own limit (influxdb main-2.x, paging.go). */
const LARGEST_PAGE = 100;
const MOST_PAGES = 10;

/**
 * Names of what the credential may read, at most a thousand. The server leaves out of a page what may not be read, so that
 * not a short page ends the list, but one that brings nothing new.
 */
async function listNames(path: string, key: string, api: Api): Promise<readonly string[]> {
  const names = new Set<string>();
  for (let page = 0; page < MOST_PAGES; page++) {
    const before = names.size;
    const separator = path.includes('?') ? '&' : '?';
    const answer = await api.get(`${path}${separator}limit=${LARGEST_PAGE}&offset=${page * LARGEST_PAGE}`);
    // Only for a suggestion: the error that it is made for is told in any case.
    if (answer.status !== 200) break;
    const items = itemsOf(answer, key);
    for (const { name } of items) if (isShowable(name)) names.add(name);
    // A server that does not keep to the size of a page that was asked for has more than anybody can look through.
    if (items.length > LARGEST_PAGE) break;
    if (names.size === before) break;
  }
  return [...names];
}

export function listBucketNames(orgID: string, api: Api): Promise<readonly string[]> {
  return listNames(`/api/v2/buckets?orgID=${orgID}`, 'buckets', api);
}

function isNotFound(answer: Parameters<typeof serverErrorOf>[0]): boolean {
  const error = serverErrorOf(answer);
  return answer.status === 404 && error?.code === 'not found' && error.message !== 'path not found';
}

/** Asks once for each question, which is plain data. */
export function cached<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (question) => {
    const key = JSON.stringify(question);
    const asked = known.get(key) ?? ask(question);
    known.set(key, asked);
    return asked;
  };
}
