import { Refused } from '../../lease/issuer.js';
import type { Notice } from '../../lease/notice.js';
import { formatProblem, type Problem } from '../../request/problem.js';
import { quote } from '../../request/shown-text.js';
import { fieldsOf } from '../json-fields.js';
import { errorOf, itemsOf, refuseInactive, serverErrorOf, type Api } from './api.js';
import type { Ask, OneTarget, PlacedReference, Reference } from './grants.js';
import { didYouMeanOneOf } from './nearest-names.js';
import { isId, kindOf, withoutRepeats, type Permission, type ResourceType } from './permissions.js';
import { noticeOfSystemBucket } from './reach.js';

/** What the user asked for, by names or ids. */
export interface Wish {
  readonly organization: ChosenReference;
  readonly user: ChosenReference | undefined;
  readonly asks: readonly Ask[];
}

export interface ChosenReference {
  /** The input or the environment variable that it stands in. */
  readonly input: string;
  readonly reference: Reference;
}

export interface Resolved {
  readonly orgID: string;
  /** Undefined: the user of the credential. */
  readonly userID: string | undefined;
  readonly permissions: readonly Permission[];
  readonly notices: readonly Notice[];
}

type Lookup =
  | { readonly kind: 'found'; readonly id: string; readonly name: string | undefined; readonly system: boolean }
  /** It is not there, or not as it was asked for. */
  | { readonly kind: 'missing'; readonly message: string }
  /** It is in another organisation, or out of the credential's sight. */
  | { readonly kind: 'beyond'; readonly message: string };

/**
 * Turns names into ids and holds every id against the organisation: one request for each name and each id, two where a
 * word may be both, none for the id of the organisation or of a user.
 *
 * @throws Refused for what is not there: all of it in one message, each with its place
 */
export async function resolve({ organization, user, asks }: Wish, api: Api): Promise<Resolved> {
  const organizationNamed = cached((name: string) => findNamed(ORGANIZATION, name, api));
  const bucketNames = cached((id: string) => listBucketNames(id, api));

  const problems: Problem[] = [];
  const idOf = async ({ input, reference }: ChosenReference, named: (name: string) => Promise<Lookup>) => {
    const looked = reference.kind === 'id' ? found(reference.id, undefined) : await named(reference.name);
    if (looked.kind === 'found') return looked.id;
    problems.push({ input, message: looked.message });
    return undefined;
  };
  const chosenID = await idOf(organization, organizationNamed);
  const userID = user === undefined ? undefined : await idOf(user, (name) => findNamed(USER, name, api));
  // Nothing of the grants can be looked up without it.
  if (chosenID === undefined) throw refusalFor(problems);
  const orgID = chosenID;

  const lookUp = cached(lookUpResource);
  const permissions: Permission[] = [];
  const notices = new Map<string, Notice>();
  for (const ask of asks) {
    const foreign = await foreignOrganization(ask.organizations);
    if (foreign !== undefined) {
      problems.push(foreign);
      continue;
    }
    const { action, type, target, at } = ask;
    if (target.kind === 'all') {
      permissions.push({ action, type, id: undefined, orgID, name: undefined });
      continue;
    }
    const resource = await lookUp({ type, target });
    if (resource.kind === 'found') {
      const { id, name, system } = resource;
      const within = kindOf(type).global === true ? undefined : orgID;
      permissions.push({ action, type, id, orgID: within, name });
      if (system) notices.set(`${id} ${action}`, noticeOfSystemBucket(name ?? id, action, orgID));
    } else {
      problems.push({ input: 'grants', at, message: resource.message });
    }
  }
  if (problems.length > 0) throw refusalFor(problems);
  return { orgID, userID, permissions: withoutRepeats(permissions), notices: [...notices.values()] };

  async function foreignOrganization(references: readonly PlacedReference[]): Promise<Problem | undefined> {
    for (const { reference, at } of references) {
      const looked = await lookUpOrganization(reference);
      if (looked.kind !== 'found') return { input: 'grants', at, message: looked.message };
    }
    return undefined;
  }

  async function lookUpResource({ type, target }: { type: ResourceType; target: OneTarget }): Promise<Lookup> {
    if (type === 'orgs') return lookUpTargetOrganization(target);
    switch (target.kind) {
      case 'id': {
        // A user belongs to no organisation, and the credential can hand on only the users that it holds.
        if (type === 'users') return found(target.id, undefined);
        const looked = await fetchById(type, target.id, orgID, api);
        if (looked.kind !== 'found' || target.name === undefined || looked.name === target.name) return looked;
        return missing(
          `the ${type} with the id ${target.id} has the name ${quote(looked.name ?? '')} and not ${quote(target.name)}`,
        );
      }
      case 'name': {
        const looked = await findBucket(target.name, orgID, api);
        return typeof looked === 'string' ? explainBucket(target.name, looked) : looked;
      }
      case 'id-or-name': {
        const byId = await fetchById(type, target.id, orgID, api);
        const byName = await findBucket(target.text, orgID, api);
        if (typeof byName !== 'string' && byId.kind !== 'missing') {
          return missing(
            `${quote(target.text)} is the id of one bucket and the name of another; write "id=${target.text}" or "name=${target.text}"`,
          );
        }
        if (byId.kind === 'found') return byId;
        if (typeof byName !== 'string') return byName;
        if (byId.kind === 'beyond') return byId;
        if (byName === 'hidden') return explainBucket(target.text, byName);
        return missing(
          `no bucket of organisation ${orgID} has the id or the name ${quote(target.text)}. ${bucketList(orgID)}`,
        );
      }
    }
  }

  /** Why a bucket is not found by its name, and what to do: asks for more, so only when it is to be told. */
  async function explainBucket(name: string, why: 'absent' | 'hidden'): Promise<Lookup> {
    if (why === 'hidden') await refuseInactive(api);
    const hints = `${didYouMeanOneOf(name, await bucketNames(orgID))}${lengthOfId(name)}`;
    if (why === 'absent') {
      return missing(
        `organisation ${orgID} has no bucket named ${quote(name)}; names are case-sensitive.${hints} ${bucketList(orgID)}`,
      );
    }
    // Names that begin so are the system's own, whose buckets are read with the organisation (authorizer/authorize.go).
    const lacking = name.startsWith('_') ? `read:orgs/${orgID}` : `read:orgs/${orgID}/buckets`;
    return beyond(
      `the server shows the credential no bucket named ${quote(name)} in organisation ${orgID}: either there is none, or it is hidden because the credential lacks ${lacking}.${hints} If the name is right, give the credential that permission, or use an all-access token of the organisation`,
    );
  }

  async function lookUpTargetOrganization(target: OneTarget): Promise<Lookup> {
    if (target.kind === 'name') return lookUpOrganization(target);
    if (target.kind === 'id-or-name') {
      const { id } = target;
      if (id === orgID) return found(id, undefined);
      const named = await lookUpOrganization({ kind: 'name', name: target.text });
      return named.kind === 'missing' ? missing(foreignMessage(id, organization.input)) : named;
    }
    const byId = await lookUpOrganization(target);
    if (byId.kind !== 'found' || target.name === undefined) return byId;
    return lookUpOrganization({ kind: 'name', name: target.name });
  }

  /** Only the chosen organisation: a grant on another one reaches out of what the token belongs to. */
  async function lookUpOrganization(reference: Reference): Promise<Lookup> {
    const { reference: chosen, input } = organization;
    if (reference.kind === 'id') {
      if (reference.id === orgID) return found(orgID, chosen.kind === 'name' ? chosen.name : undefined);
      return missing(foreignMessage(reference.id, input));
    }
    const named = await organizationNamed(reference.name);
    if (named.kind !== 'found' || named.id === orgID) return named;
    return missing(foreignMessage(quote(reference.name), input));
  }
}

export function foreignMessage(organization: string, input: string): string {
  return `the organisation ${organization} is not the one of ${input}; a token belongs to one organisation and is granted nothing in others`;
}

/** Each problem once; in the message, which is one line, with a number where there are several. */
function refusalFor(all: readonly Problem[]): Refused {
  const problems = new Map(all.map((problem) => [formatProblem(problem), problem]));
  const texts = [...problems.keys()];
  const numbered = texts.map((text, index) => `(${index + 1}) ${text}`).join('; ');
  const message = texts.length === 1 ? texts.join('') : `${texts.length} problems: ${numbered}`;
  return new Refused(message, { problems: [...problems.values()] });
}

const found = (id: string, name: string | undefined, system = false): Lookup => ({ kind: 'found', id, name, system });
const missing = (message: string): Lookup => ({ kind: 'missing', message });
const beyond = (message: string): Lookup => ({ kind: 'beyond', message });

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

const ORGANIZATION: Named = {
  title: 'organisation',
  path: '/api/v2/orgs',
  list: 'orgs',
  filter: 'org',
  command: 'influx org list',
};

const USER: Named = {
  title: 'user',
  path: '/api/v2/users',
  list: 'users',
  filter: 'name',
  command: 'influx user list',
};

async function findNamed({ title, path, list, filter, command }: Named, name: string, api: Api): Promise<Lookup> {
  const answer = await api.get(`${path}?${filter}=${encodeURIComponent(name)}`);
  if (isNotFound(answer)) {
    const near = didYouMeanOneOf(name, await listNames(path, list, api));
    return missing(
      `there is no ${title} named ${quote(name)}; names are case-sensitive.${near}${lengthOfId(name)} The command "${command}" shows names and ids; either can be given`,
    );
  }
  const item = itemsOf(answer, list).find((candidate) => candidate['name'] === name);
  if (isId(item?.['id'])) return found(item['id'], name);
  await refuseInactive(api);
  return beyond(
    `the server shows the credential no ${title} named ${quote(name)}: either there is none, or the credential lacks read:${list}/ID, with the id of the ${title}.${lengthOfId(name)} Give that id (16 hexadecimal digits, shown by "${command}") instead of the name: it needs no look-up`,
  );
}

/** The name alone may match a bucket of another organisation, and the server drops a filter that it does not like. */
async function findBucket(name: string, orgID: string, api: Api): Promise<Lookup | 'absent' | 'hidden'> {
  const answer = await api.get(`/api/v2/buckets?orgID=${orgID}&name=${encodeURIComponent(name)}`);
  if (isNotFound(answer)) return 'absent';
  const items = itemsOf(answer, 'buckets');
  const item = items.find((candidate) => candidate['name'] === name && candidate['orgID'] === orgID);
  // OSS answers an empty list for a bucket that the credential may not read, and to an inactive credential.
  return isId(item?.['id']) ? found(item['id'], name, item['type'] === 'system') : 'hidden';
}

function bucketList(orgID: string): string {
  return `The command "influx bucket list --org-id ${orgID}" shows those that are there`;
}

/** For a word that was probably meant as an id, with a digit too few or too many. */
function lengthOfId(word: string): string {
  return /^[0-9a-f]{15,18}$/i.test(word) && word.length !== 16
    ? ` An id has exactly 16 hexadecimal digits, and this has ${word.length}.`
    : '';
}

/** The server grants any id within any organisation: that it belongs to this one must be seen before. */
async function fetchById(type: ResourceType, id: string, orgID: string, api: Api): Promise<Lookup> {
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
  const name = named === true && typeof item['name'] === 'string' ? item['name'] : undefined;
  return found(id, name, item['type'] === 'system' && type === 'buckets');
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
    for (const { name } of itemsOf(answer, key)) if (typeof name === 'string') names.add(name);
    if (names.size === before) break;
  }
  return [...names];
}

function listBucketNames(orgID: string, api: Api): Promise<readonly string[]> {
  return listNames(`/api/v2/buckets?orgID=${orgID}`, 'buckets', api);
}

function isNotFound(answer: Parameters<typeof serverErrorOf>[0]): boolean {
  const error = serverErrorOf(answer);
  return answer.status === 404 && error?.code === 'not found' && error.message !== 'path not found';
}

/** Asks once for each question, which is plain data. */
function cached<Question, Answer>(
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
