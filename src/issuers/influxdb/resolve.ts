import type { Notice } from '../../lease/notice.js';
import type { Problem } from '../../request/problem.js';
import { quote } from '../../request/shown-text.js';
import { refuseInactive, type Api } from './api.js';
import type { Ask, PlacedReference } from './grants.js';
import {
  cached,
  findNamed,
  ORGANIZATION,
  listBucketNames,
  type Lookup,
  found,
  fetchById,
  missing,
  findBucket,
  bucketList,
  hintOn,
  beyond,
} from './look-up.js';
import { didYouMeanOneOf } from './nearest-names.js';
import { type NamedOwner, findOwner, refusalFor } from './owner.js';
import { kindOf, withoutRepeats, type Permission, type ResourceType } from './permissions.js';
import { noticeOfSystemBucket } from './reach.js';
import type { ChosenReference, OneTarget, Reference } from './reference.js';

/** What the user asked for, by names or ids. */
export interface Wish extends NamedOwner {
  readonly asks: readonly Ask[];
}

export interface Resolved {
  readonly orgID: string;
  /** Undefined: the user of the credential. */
  readonly userID: string | undefined;
  /** By which they were looked up; undefined where an id was given. */
  readonly orgName: string | undefined;
  readonly userName: string | undefined;
  readonly permissions: readonly Permission[];
  readonly notices: readonly Notice[];
}

/**
 * Turns names into ids and holds every id against the organisation: one request for each name and each id, two where a
 * word may be both, none for the id of the organisation or of a user.
 *
 * @throws Refused for what is not there: all of it in one message, each with its place
 */
export async function resolve({ organization, user, asks }: Wish, api: Api): Promise<Resolved> {
  const organizationNamed = cached((name: string) => findNamed(ORGANIZATION, name, api));
  const owner = await findOwner({ organization, user }, organizationNamed, api);
  const { orgID, userID } = owner;
  const problems = [...owner.problems];
  // Nothing of the grants can be looked up without it.
  if (orgID === undefined) throw refusalFor(problems);
  const listOnce = cached(() => listBucketNames(orgID, api));
  const chosen: Chosen = { organization, orgID, organizationNamed, bucketNames: () => listOnce(undefined), api };
  const lookUp = cached((resource: OneResource) => lookUpResource(resource, chosen));

  const permissions: Permission[] = [];
  const notices = new Map<string, Notice>();
  for (const ask of asks) {
    const foreign = await foreignOrganization(ask.organizations, chosen);
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
  return {
    orgID,
    userID,
    orgName: nameOf(organization),
    userName: nameOf(user),
    permissions: withoutRepeats(permissions),
    notices: [...notices.values()],
  };
}

function nameOf(chosen: ChosenReference | undefined): string | undefined {
  return chosen?.reference.kind === 'name' ? chosen.reference.name : undefined;
}

/** The organisation that the token will belong to, and what is asked about it. */
interface Chosen {
  readonly organization: ChosenReference;
  readonly orgID: string;
  readonly organizationNamed: (name: string) => Promise<Lookup>;
  readonly bucketNames: () => Promise<readonly string[]>;
  readonly api: Api;
}

interface OneResource {
  readonly type: ResourceType;
  readonly target: OneTarget;
}

async function foreignOrganization(
  references: readonly PlacedReference[],
  chosen: Chosen,
): Promise<Problem | undefined> {
  for (const { reference, at } of references) {
    const looked = await lookUpOrganization(reference, chosen);
    if (looked.kind !== 'found') return { input: 'grants', at, message: looked.message };
  }
  return undefined;
}

async function lookUpResource({ type, target }: OneResource, chosen: Chosen): Promise<Lookup> {
  const { orgID, api } = chosen;
  if (type === 'orgs') return lookUpTargetOrganization(target, chosen);
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
      return typeof looked === 'string' ? explainBucket(target.name, looked, chosen) : looked;
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
      if (byName === 'hidden') return explainBucket(target.text, byName, chosen);
      return missing(
        `no bucket of organisation ${orgID} has the id or the name ${quote(target.text)}. ${bucketList(orgID)}`,
      );
    }
  }
}

/** Why a bucket is not found by its name, and what to do: asks for more, so only when it is to be told. */
async function explainBucket(
  name: string,
  why: 'absent' | 'hidden',
  { orgID, bucketNames, api }: Chosen,
): Promise<Lookup> {
  if (why === 'hidden') await refuseInactive(api);
  const hints = `${didYouMeanOneOf(name, await bucketNames())}${hintOn(name)}`;
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

async function lookUpTargetOrganization(target: OneTarget, chosen: Chosen): Promise<Lookup> {
  const { orgID, organization } = chosen;
  if (target.kind === 'name') return lookUpOrganization(target, chosen);
  if (target.kind === 'id-or-name') {
    const { id } = target;
    if (id === orgID) return found(id, undefined);
    const named = await lookUpOrganization({ kind: 'name', name: target.text }, chosen);
    return named.kind === 'missing' ? missing(foreignMessage(id, organization.input)) : named;
  }
  const byId = await lookUpOrganization(target, chosen);
  if (byId.kind !== 'found' || target.name === undefined) return byId;
  return lookUpOrganization({ kind: 'name', name: target.name }, chosen);
}

/** Only the chosen organisation: a grant on another one reaches out of what the token belongs to. */
async function lookUpOrganization(
  reference: Reference,
  { organization: { reference: chosen, input }, orgID, organizationNamed }: Chosen,
): Promise<Lookup> {
  if (reference.kind === 'id') {
    if (reference.id === orgID) return found(orgID, chosen.kind === 'name' ? chosen.name : undefined);
    return missing(foreignMessage(reference.id, input));
  }
  const named = await organizationNamed(reference.name);
  if (named.kind !== 'found' || named.id === orgID) return named;
  return missing(foreignMessage(quote(reference.name), input));
}

export function foreignMessage(organization: string, input: string): string {
  return `the organisation ${organization} is not the one of ${input}; a token belongs to one organisation and is granted nothing in others`;
}
