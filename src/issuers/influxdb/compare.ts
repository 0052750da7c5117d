import type { Difference } from '../../lease/difference.js';
import { enumerateBy, quote } from '../../request/shown-text.js';
import { fieldsOf, hasOnly, type Fields } from '../json-fields.js';
import { keyOf, printPath, type Permission } from './permissions.js';

export type Status = 'active' | 'inactive';

/** What is asked for; whatever is granted in it is an id. */
export interface AuthorizationRequest {
  readonly orgID: string;
  /** Undefined: the user of the credential. */
  readonly userID: string | undefined;
  readonly status: Status;
  readonly permissions: readonly Permission[];
  /** By which the organisation and the user were looked up; undefined where an id was given. */
  readonly orgName: string | undefined;
  readonly userName: string | undefined;
}

/** Everything in which an authorization is not what was asked for. Permissions are compared as sets, ids included. */
export function compare(
  { orgID, userID, status, permissions, orgName, userName }: AuthorizationRequest,
  authorization: Fields,
): readonly Difference[] {
  const differences: Difference[] = [];
  const expect = (what: string, key: string, asked: string) => {
    const granted = authorization[key];
    if (granted !== asked)
      differences.push({ what, asked, granted: typeof granted === 'string' ? quote(granted) : 'nothing' });
  };
  expect('organisation', 'orgID', orgID);
  if (userID !== undefined) expect('user', 'userID', userID);
  else differences.push(...compareOwners(authorization));
  expect('status', 'status', status);
  // The server looks these names up by the ids that it keeps (http/auth_service.go), and leaves out what may not be read.
  if (orgName !== undefined && authorization['org'] !== undefined) expect('name of the organisation', 'org', orgName);
  if (userName !== undefined && authorization['user'] !== undefined) expect('name of the user', 'user', userName);

  const granted = readAnswered(authorization['permissions']);
  if (granted === undefined) {
    differences.push({ what: 'grants', asked: list(permissions), granted: 'something that cannot be understood' });
  } else {
    const wider = without(granted, permissions);
    const absent = without(permissions, granted);
    if (wider.length > 0)
      differences.push({ what: 'grants', asked: list(permissions), granted: `also ${list(wider)}` });
    if (absent.length > 0) differences.push({ what: 'grants', asked: list(absent), granted: 'nothing of it' });
    differences.push(...otherNames(permissions, granted));
  }
  return differences;
}

/** Whatever stands by the right id under another name than the one that was asked for: one of the two is not true. */
function otherNames(asked: readonly Permission[], granted: readonly Permission[]): readonly Difference[] {
  const names = new Map(asked.map((permission) => [keyOf(permission), permission.name]));
  const show = (permission: Permission, name: string) => `${quote(printPath(permission))} with the name ${quote(name)}`;
  return granted.flatMap((permission) => {
    const name = names.get(keyOf(permission));
    return name === undefined || permission.name === undefined || permission.name === name
      ? []
      : [{ what: 'grants', asked: show(permission, name), granted: show(permission, permission.name) }];
  });
}

/**
 * Where the user of the credential is meant, it is not known who that is: only the server could tell, in one request more,
 * and one that lies about its token would lie there too. But an answer names the owner twice.
 */
function compareOwners({ userID, links }: Fields): readonly Difference[] {
  const link = fieldsOf(links)?.['user'];
  const linked = typeof link === 'string' ? /\/users\/([^/]+)$/.exec(link)?.[1] : undefined;
  if (linked === undefined || linked === userID) return [];
  const granted = `${typeof userID === 'string' ? quote(userID) : 'nobody'}, linked to ${quote(linked)}`;
  return [{ what: 'user', asked: 'the user of the credential', granted }];
}

/**
 * Undefined when one of them cannot be understood, as when it has a member that the schema does not (influxdata/openapi,
 * Permission.yml, Resource.yml): then nothing can be said of what the token may do.
 */
export function readAnswered(value: unknown): readonly Permission[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const permissions: Permission[] = [];
  for (const item of value) {
    const permission = fieldsOf(item);
    const resource = fieldsOf(permission?.['resource']);
    const action = permission?.['action'];
    const type = resource?.['type'];
    const id = optionalText(resource?.['id']);
    const orgID = optionalText(resource?.['orgID']);
    const name = optionalText(resource?.['name']);
    if (typeof action !== 'string' || typeof type !== 'string' || id === null || orgID === null) return undefined;
    if (!hasOnly(permission, ['action', 'resource']) || !hasOnly(resource, RESOURCE_MEMBERS)) return undefined;
    permissions.push({ action, type, id, orgID, name: name ?? undefined });
  }
  return permissions;
}

const RESOURCE_MEMBERS = ['type', 'id', 'name', 'orgID', 'org'];

/** An id that is absent, null or empty means all; null stands for what is no text. */
function optionalText(value: unknown): string | undefined | null {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : null;
}

function without(permissions: readonly Permission[], others: readonly Permission[]): readonly Permission[] {
  const keys = new Set(others.map(keyOf));
  return permissions.filter((permission) => !keys.has(keyOf(permission)));
}

function list(permissions: readonly Permission[]): string {
  return permissions.length === 0 ? 'nothing' : enumerateBy(permissions, (permission) => quote(printPath(permission)));
}
