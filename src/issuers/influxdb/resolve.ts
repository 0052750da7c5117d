import { Refused } from '../../lease/issuer.js';
import { formatProblem, notice, quote, type Notice, type Position } from '../../lease/problem.js';
import { didYouMean } from '../../lease/suggestion.js';
import { fieldsOf } from '../json-fields.js';
import { errorOf, itemsOf, refuseInactive, serverErrorOf, type Api } from './api.js';
import type { Ask, Reference, Target } from './grants.js';
import { isId, kindOf, withoutRepeats, type Permission, type ResourceType } from './permissions.js';

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
  /** It is there, in another organisation or out of the credential's sight. */
  | { readonly kind: 'beyond'; readonly message: string };

/**
 * Turns names into ids and holds every id against the organisation: one request for each name and each id, two where a
 * word may be both, none for the id of the organisation or of a user.
 *
 * @throws Refused for what is not there, all grants in one message
 */
export async function resolve({ organization, user, asks }: Wish, api: Api): Promise<Resolved> {
  const organizationNamed = cached((name: string) => findOrganization(name, api));
  const bucketNames = cached(async (id: string) => listBucketNames(id, api));

  const orgID = await idOf(organization, organizationNamed);
  const userID = user === undefined ? undefined : await idOf(user, (name) => findUser(name, api));

  const lookUps = new Map<string, Lookup>();
  const problems = new Set<string>();
  const permissions: Permission[] = [];
  const notices = new Map<string, Notice>();
  for (const ask of asks) {
    const foreign = await foreignOrganization(ask.organizations);
    if (foreign !== undefined) {
      problems.add(at(ask.at, foreign));
      continue;
    }
    const resource = await lookUp(ask);
    if (resource === 'all') {
      permissions.push({ action: ask.action, type: ask.type, id: undefined, orgID, name: undefined });
    } else if (resource.kind === 'found') {
      const { id, name, system } = resource;
      const within = kindOf(ask.type).global === true ? undefined : orgID;
      permissions.push({ action: ask.action, type: ask.type, id, orgID: within, name });
      if (system) notices.set(id, ofSystemBucket(name ?? id, orgID));
    } else {
      problems.add(at(ask.at, resource.message));
    }
  }
  if (problems.size > 0) throw new Refused([...problems].join('; '));
  return { orgID, userID, permissions: withoutRepeats(permissions), notices: [...notices.values()] };

  async function foreignOrganization(references: readonly Reference[]): Promise<string | undefined> {
    for (const reference of references) {
      const looked = await lookUpOrganization(reference);
      if (looked.kind !== 'found') return looked.message;
    }
    return undefined;
  }

  async function lookUp({ type, target }: Ask): Promise<Lookup | 'all'> {
    if (target.kind === 'all') return 'all';
    const key = JSON.stringify([type, target]);
    const known = lookUps.get(key);
    if (known !== undefined) return known;
    const looked = await lookUpNew(type, target);
    lookUps.set(key, looked);
    return looked;
  }

  async function lookUpNew(type: ResourceType, target: Exclude<Target, { kind: 'all' }>): Promise<Lookup> {
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
        if (looked.kind === 'found') return looked;
        if (looked.kind === 'beyond') await refuseInactive(api);
        return missing(`${looked.message}.${didYouMean(target.name, await bucketNames(orgID))}`);
      }
      case 'id-or-name': {
        const byId = await fetchById(type, target.text.toLowerCase(), orgID, api);
        const byName = await findBucket(target.text, orgID, api);
        if (byName.kind === 'found' && byId.kind !== 'missing') {
          return missing(
            `${quote(target.text)} is the id of one bucket and the name of another; write "id=${target.text}" or "name=${target.text}"`,
          );
        }
        if (byId.kind === 'found') return byId;
        if (byName.kind === 'found') return byName;
        if (byName.kind === 'beyond') await refuseInactive(api);
        return byId.kind === 'beyond'
          ? byId
          : missing(`no bucket of organisation ${orgID} has the id or the name ${quote(target.text)}`);
      }
    }
  }

  async function lookUpTargetOrganization(target: Exclude<Target, { kind: 'all' }>): Promise<Lookup> {
    if (target.kind === 'name') return lookUpOrganization(target);
    if (target.kind === 'id-or-name') {
      const id = target.text.toLowerCase();
      return id === orgID ? found(id, undefined) : lookUpOrganization({ kind: 'name', name: target.text });
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
    if (chosen.kind === 'name' && chosen.name === reference.name) return found(orgID, reference.name);
    const named = await organizationNamed(reference.name);
    if (named.kind !== 'found' || named.id === orgID) return named;
    return missing(foreignMessage(quote(reference.name), input));
  }
}

export function foreignMessage(organization: string, input: string): string {
  return `the organisation ${organization} is not the one of ${input}; a token belongs to one organisation and is granted nothing in others`;
}

function at(position: Position, message: string): string {
  return formatProblem({ input: 'grants', at: position, message });
}

const found = (id: string, name: string | undefined, system = false): Lookup => ({ kind: 'found', id, name, system });
const missing = (message: string): Lookup => ({ kind: 'missing', message });
const beyond = (message: string): Lookup => ({ kind: 'beyond', message });

async function idOf({ input, reference }: ChosenReference, named: (name: string) => Promise<Lookup>): Promise<string> {
  if (reference.kind === 'id') return reference.id;
  const looked = await named(reference.name);
  if (looked.kind !== 'found') throw new Refused(`${input}: ${looked.message}`);
  return looked.id;
}

async function findOrganization(name: string, api: Api): Promise<Lookup> {
  const answer = await api.get(`/api/v2/orgs?org=${encodeURIComponent(name)}`);
  if (isNotFound(answer)) return missing(`there is no organisation named ${quote(name)}`);
  const item = itemsOf(answer, 'orgs').find((candidate) => candidate['name'] === name);
  if (isId(item?.['id'])) return found(item['id'], name);
  await refuseInactive(api);
  return beyond(
    `the credential may not read an organisation named ${quote(name)}; give the id of the organisation (16 hexadecimal digits), for which no look-up is needed`,
  );
}

async function findUser(name: string, api: Api): Promise<Lookup> {
  const answer = await api.get(`/api/v2/users?name=${encodeURIComponent(name)}`);
  if (isNotFound(answer)) return missing(`there is no user named ${quote(name)}`);
  const item = itemsOf(answer, 'users').find((candidate) => candidate['name'] === name);
  if (isId(item?.['id'])) return found(item['id'], name);
  await refuseInactive(api);
  return beyond(
    `the credential may not read a user named ${quote(name)}; give the id of the user (16 hexadecimal digits)`,
  );
}

/** The name alone may match a bucket of another organisation, and the server drops a filter that it does not like. */
async function findBucket(name: string, orgID: string, api: Api): Promise<Lookup> {
  const answer = await api.get(`/api/v2/buckets?orgID=${orgID}&name=${encodeURIComponent(name)}`);
  const message = `organisation ${orgID} has no bucket named ${quote(name)} that the credential may read`;
  if (isNotFound(answer)) return missing(message);
  const items = itemsOf(answer, 'buckets');
  const item = items.find((candidate) => candidate['name'] === name && candidate['orgID'] === orgID);
  // OSS answers an empty list for a bucket that the credential may not read, and to an inactive credential.
  return isId(item?.['id']) ? found(item['id'], name, item['type'] === 'system') : beyond(message);
}

/** The server grants any id within any organisation: that it belongs to this one must be seen before. */
async function fetchById(type: ResourceType, id: string, orgID: string, api: Api): Promise<Lookup> {
  const { path, named } = kindOf(type);
  if (path === undefined) throw new Error(`${type} cannot be looked up by id`);
  const answer = await api.get(`${path}/${id}`);
  if (isNotFound(answer)) return missing(`there is no resource of the type ${type} with the id ${id}`);
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

async function listBucketNames(orgID: string, api: Api): Promise<readonly string[]> {
  const answer = await api.get(`/api/v2/buckets?orgID=${orgID}&limit=100`);
  // Only for a suggestion: the error that it is made for is told in any case.
  if (answer.status !== 200) return [];
  return itemsOf(answer, 'buckets')
    .map((item) => item['name'])
    .filter((name) => typeof name === 'string');
}

function isNotFound(answer: Parameters<typeof serverErrorOf>[0]): boolean {
  const error = serverErrorOf(answer);
  return answer.status === 404 && error?.code === 'not found' && error.message !== 'path not found';
}

/** Reading them follows the right to read the organisation (influxdb main-2.x, authorizer/authorize.go, AuthorizeReadBucket). */
function ofSystemBucket(name: string, orgID: string): Notice {
  return notice(
    `${quote(name)} is a system bucket: on InfluxDB OSS a grant on it is without effect, and reading it takes "orgs ${orgID}: read".`,
  );
}

function cached<Value>(ask: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key) => {
    const asked = known.get(key) ?? ask(key);
    known.set(key, asked);
    return asked;
  };
}
