import { describe, type Attempt } from '../../lease/attempt.js';
import type { BornToken, Difference, Granted } from '../../lease/issuer.js';
import { warning } from '../../lease/notice.js';
import type { Ports } from '../../lease/ports.js';
import { quote } from '../../request/shown-text.js';
import { answeredSecrets } from '../answered-secrets.js';
import { fieldsOf, hasOnly, type Fields } from '../json-fields.js';
import { refuseUnsent } from '../unsent-mint.js';
import { isUsableSecret } from '../usable-secret.js';
import { errorOf, type Api } from './api.js';
import { isId, keyOf, printJson, printPath, requestJson, type Permission } from './permissions.js';

export type Status = 'active' | 'inactive';

/** What is asked for; whatever is granted in it is an id. */
export interface AuthorizationRequest {
  readonly orgID: string;
  /** Undefined: the user of the credential. */
  readonly userID: string | undefined;
  readonly status: Status;
  readonly permissions: readonly Permission[];
}

/** Creates an authorization (POST /api/v2/authorizations) and compares the answer with what was asked for. */
export async function createAuthorization(
  order: AuthorizationRequest,
  attempt: Attempt,
  born: (token: BornToken) => void,
  api: Api,
  ports: Pick<Ports, 'mask'>,
): Promise<Granted> {
  const { orgID, userID, status, permissions } = order;
  // InfluxDB knows no names: the name begins the description, whose end is the marker.
  const description = `${attempt.name} ${describe(attempt)}`;
  const body = {
    orgID,
    ...(userID === undefined ? {} : { userID }),
    status,
    description,
    permissions: permissions.map(requestJson),
  };
  const answer = await refuseUnsent(api.mint('/api/v2/authorizations', body));
  // Whatever is wrong with the rest of the answer, a token in it is a secret.
  for (const secret of answeredSecrets(answer, 'token')) ports.mask(secret);
  const authorization = answer.status >= 200 && answer.status <= 299 ? fieldsOf(answer.json) : undefined;
  const secret = authorization?.['token'];
  if (authorization === undefined) throw errorOf(answer);
  const id = authorization['id'];
  if (!isId(id)) throw new Error(`${answer.what}, but the answer holds no id of 16 hexadecimal digits`);
  if (!isUsableSecret(secret)) throw new Error(`${answer.what}, but the answer holds no usable token`);
  born({ id, secret });

  const differences = compare(order, authorization);
  const kept = authorization['description'] === description;
  return {
    expiresAt: undefined,
    grants: printJson(permissions),
    differences,
    confirmed: true,
    notices: kept
      ? []
      : [
          warning(
            'InfluxDB did not keep the description of the token: if the job dies, no sweep can find the token by it.',
          ),
        ],
  };
}

/** Everything in which an authorization is not what was asked for. Permissions are compared as sets, ids included. */
export function compare(
  { orgID, userID, status, permissions }: AuthorizationRequest,
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

  const granted = readPermissions(authorization['permissions']);
  if (granted === undefined) {
    differences.push({ what: 'grants', asked: list(permissions), granted: 'something that cannot be understood' });
  } else {
    const wider = without(granted, permissions);
    const absent = without(permissions, granted);
    if (wider.length > 0)
      differences.push({ what: 'grants', asked: list(permissions), granted: `also ${list(wider)}` });
    if (absent.length > 0) differences.push({ what: 'grants', asked: list(absent), granted: 'nothing of it' });
  }
  return differences;
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
export function readPermissions(value: unknown): readonly Permission[] | undefined {
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
  return permissions.length === 0
    ? 'nothing'
    : permissions.map((permission) => quote(printPath(permission))).join(', ');
}
