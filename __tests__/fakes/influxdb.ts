import { createFakeServer, type FakeAnswer, type FakeRequest, type FakeServer, type OnRequest } from './faults.js';

/**
 * InfluxDB OSS 2.9.1 as a token minter sees it, made after what a real one answered: its rules, its exact words, and
 * its holes. Permissions are matched as in authz.go (matchesV1); `resource.name` is ignored; an id that is null means
 * all; nobody looks whether an id belongs to the organisation beside it; lists have no pages and leave out without a
 * word what the caller may not read; to an inactive caller they are empty.
 */
export async function createFakeInfluxdb({
  onRequest,
  clearTextLists = false,
}: FakeInfluxdbOptions = {}): Promise<FakeInfluxdb> {
  let counter = 0;
  const organizations = new Map<string, Organization>();
  const users = new Map<string, User>();
  const resources = new Map<string, Resource>();
  const authorizations = new Map<string, Authorization>();
  const points: Point[] = [];

  const server = await createFakeServer(handle, { onRequest });
  return {
    ...server,
    addOrganization(name) {
      const organization = { id: nextId(), name };
      organizations.set(organization.id, organization);
      addResource('buckets', organization.id, { name: '_monitoring', bucketType: 'system' });
      addResource('buckets', organization.id, { name: '_tasks', bucketType: 'system' });
      return organization.id;
    },
    addUser(name) {
      const user: User = { id: nextId(), name, status: 'active' };
      users.set(user.id, user);
      return user.id;
    },
    setUserStatus(id, status) {
      const user = users.get(id);
      if (user !== undefined) users.set(id, { ...user, status });
    },
    removeUser(id) {
      users.delete(id);
    },
    addBucket: (orgID, name, id) => addResource('buckets', orgID, { name }, id),
    addResource: (type, orgID) => addResource(type, orgID, {}),
    addToken: ({ orgID, userID, permissions, status = 'active', description = '' }) =>
      add({ orgID, userID, permissions, status, description }),
    tokens: () => [...authorizations.values()],
    points,
  };

  function nextId(): string {
    counter++;
    // Spread like real ids, and never one that another run of the tests would not make.
    return ((BigInt(counter) * 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn).toString(16).padStart(16, '0');
  }

  function addResource(
    type: string,
    orgID: string,
    { name, bucketType = 'user' }: { readonly name?: string; readonly bucketType?: string },
    id = nextId(),
  ): string {
    resources.set(id, { id, type, orgID, name: name ?? `${type} ${id}`, bucketType });
    return id;
  }

  function add(wanted: Omit<Authorization, 'id' | 'token' | 'createdAt' | 'updatedAt'>): Authorization {
    const id = nextId();
    const now = new Date().toISOString();
    const token = `not-a-real-secret-${id}-`.padEnd(86, 'x') + '==';
    const authorization = { ...wanted, id, token, createdAt: now, updatedAt: now };
    authorizations.set(id, authorization);
    return authorization;
  }

  function handle(request: FakeRequest): FakeAnswer {
    try {
      const caller = authenticate(request);
      return route(request, caller);
    } catch (error) {
      if (error instanceof ApiError) return answerError(error);
      throw error;
    }
  }

  function authenticate({ headers }: FakeRequest): Authorization {
    const [, token] = /^(?:Token|Bearer) (.+)$/i.exec(headers.authorization ?? '') ?? [];
    const caller = [...authorizations.values()].find((authorization) => authorization.token === token);
    if (token === undefined || caller === undefined) throw new ApiError(401, 'unauthorized', 'unauthorized access');
    if (users.get(caller.userID)?.status !== 'active') throw new ApiError(403, 'forbidden', 'User is inactive');
    return caller;
  }

  function route(request: FakeRequest, caller: Authorization): FakeAnswer {
    const { method, path } = request;
    const [, collection = '', id, beyond] =
      /^\/api\/v2\/([A-Za-z]+)(?:\/([^/]+))?(\/.*)?$/.exec(path.replace(/\/$/, '')) ?? [];
    if (collection === '' || beyond !== undefined) throw new ApiError(404, 'not found', 'path not found');
    const action = `${method} ${collection}${id === undefined ? '' : '/id'}`;
    switch (action) {
      case 'POST authorizations':
        return create(request, caller);
      case 'GET authorizations':
        return listAuthorizations(request, caller);
      case 'GET authorizations/id':
        return readAuthorization(parseId(id), caller);
      case 'PATCH authorizations/id':
        return updateAuthorization(parseId(id), request, caller);
      case 'DELETE authorizations/id':
        return deleteAuthorization(parseId(id), caller);
      case 'GET orgs':
        return listOrganizations(request, caller);
      case 'GET orgs/id':
        return readOrganization(parseId(id), caller);
      case 'GET users':
        return listUsers(request, caller);
      case 'GET users/id':
        return readUser(parseId(id), caller);
      case 'GET me':
        return readUser(caller.userID, caller);
      case 'GET buckets':
        return listBuckets(request, caller);
      case 'POST write':
        return write(request, caller);
      default:
        if (method === 'GET' && id !== undefined && Object.hasOwn(NOT_FOUND, collection)) {
          return readResource(collection, parseId(id), caller);
        }
        if (KNOWN.has(collection)) return { status: 405, headers: SERVER_HEADERS, body: '' };
        throw new ApiError(404, 'not found', 'path not found');
    }
  }

  // Rights

  function holds(caller: Authorization, wanted: FakePermission): boolean {
    if (caller.status !== 'active') throw new ApiError(401, 'unauthorized', 'token is inactive');
    return caller.permissions.some((held) => matches(held, wanted));
  }

  function authorize(caller: Authorization, wanted: FakePermission): void {
    if (!holds(caller, wanted)) throw new ApiError(401, 'unauthorized', `${printPermission(wanted)} is unauthorized`);
  }

  /** What a list shows: an item that may not be read is left out, whatever the reason. */
  function visible<Item>(items: Iterable<Item>, check: (item: Item) => void): readonly Item[] {
    return [...items].filter((item) => {
      try {
        check(item);
        return true;
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return false;
        throw error;
      }
    });
  }

  // Authorizations

  function create({ body }: FakeRequest, caller: Authorization): FakeAnswer {
    const wanted = decodeAuthorization(body);
    const userID = wanted.userID ?? caller.userID;
    const { orgID, permissions, status, description } = wanted;
    authorize(caller, { action: 'write', resource: { type: 'authorizations', orgID } });
    authorize(caller, { action: 'write', resource: { type: 'users', id: userID } });
    for (const permission of permissions) {
      if (holds(caller, permission)) continue;
      const text = printPermission(permission);
      throw new ApiError(403, 'forbidden', `permission ${text} is not allowed: ${text} is unauthorized`);
    }
    if (permissions.some(({ resource }) => resource.type === 'instance')) {
      throw new ApiError(
        500,
        'internal error',
        'authorizations cannot be created with the instance type, it is only used during setup',
      );
    }
    for (const permission of permissions) {
      const within = permission.resource.orgID;
      if (within !== undefined && within !== orgID) {
        throw new ApiError(400, 'invalid', `permission ${printPermission(permission)} is not for org id ${orgID}`);
      }
    }
    if (!organizations.has(orgID) || !users.has(userID)) throw new ApiError(400, 'invalid', 'unable to create token');
    const made = add({ orgID, userID, permissions, status, description });
    return answerJson(201, { ...show(made), token: made.token });
  }

  function show(authorization: Authorization): Record<string, unknown> {
    const { id, status, description, orgID, userID, createdAt, updatedAt, token } = authorization;
    return {
      id,
      token: clearTextLists ? token : '',
      status,
      description,
      orgID,
      org: organizations.get(orgID)?.name,
      userID,
      user: users.get(userID)?.name,
      permissions: authorization.permissions.map(decorate),
      links: { self: `/api/v2/authorizations/${id}`, user: `/api/v2/users/${userID}` },
      createdAt,
      updatedAt,
    };
  }

  /** Names are added for people, by the id alone: of another organisation's bucket too. */
  function decorate({ action, resource }: FakePermission): unknown {
    const { type, id, orgID } = resource;
    const named = { buckets: resources, orgs: organizations, users }[type];
    const name = id === undefined ? undefined : named?.get(id)?.name;
    // What has an id but is not found is not decorated further.
    const bare = id !== undefined && named !== undefined && name === undefined;
    const org = orgID === undefined || bare ? undefined : organizations.get(orgID)?.name;
    return { action, resource: { type, id, orgID, name, org } };
  }

  function readableAuthorization(caller: Authorization) {
    return ({ id, orgID, userID }: Authorization): void => {
      authorize(caller, { action: 'read', resource: { type: 'authorizations', id, orgID } });
      authorize(caller, { action: 'read', resource: { type: 'users', id: userID } });
    };
  }

  function listAuthorizations({ query }: FakeRequest, caller: Authorization): FakeAnswer {
    const filter = {
      id: optionalId(query.get('id')),
      orgID: optionalId(query.get('orgID')),
      userID: optionalId(query.get('userID')),
    };
    const orgName = query.get('org');
    if (filter.orgID === undefined && orgName !== null) filter.orgID = organizationNamed(orgName).id;
    const userName = query.get('user');
    if (filter.userID === undefined && userName !== null) {
      filter.userID = [...users.values()].find(({ name }) => name === userName)?.id;
      if (filter.userID === undefined) throw new ApiError(404, 'not found', 'user not found');
    }
    if (filter.id !== undefined && !authorizations.has(filter.id)) throw noAuthorization();
    const found = [...authorizations.values()].filter(
      ({ id, orgID, userID }) =>
        (filter.id === undefined || id === filter.id) &&
        (filter.orgID === undefined || orgID === filter.orgID) &&
        (filter.userID === undefined || userID === filter.userID) &&
        users.has(userID) &&
        organizations.has(orgID),
    );
    const shown = visible(found, readableAuthorization(caller)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return answerJson(200, { links: { self: '/api/v2/authorizations' }, authorizations: shown.map(show) });
  }

  function readAuthorization(id: string, caller: Authorization): FakeAnswer {
    const authorization = authorizations.get(id);
    if (authorization === undefined) throw noAuthorization();
    readableAuthorization(caller)(authorization);
    if (!users.has(authorization.userID)) throw new ApiError(404, 'not found', 'user not found');
    return answerJson(200, show(authorization));
  }

  function authorizeChange(caller: Authorization, { id, orgID, userID }: Authorization): void {
    authorize(caller, { action: 'write', resource: { type: 'authorizations', id, orgID } });
    authorize(caller, { action: 'write', resource: { type: 'users', id: userID } });
  }

  function updateAuthorization(id: string, { body }: FakeRequest, caller: Authorization): FakeAnswer {
    const authorization = authorizations.get(id);
    if (authorization === undefined) throw noAuthorization();
    readableAuthorization(caller)(authorization);
    authorizeChange(caller, authorization);
    const { status, description } = decodeObject(body);
    if (status !== undefined && status !== '' && status !== 'active' && status !== 'inactive') {
      throw new ApiError(400, 'invalid', 'encodeAuthorization: unknown authorization status');
    }
    const updated: Authorization = {
      ...authorization,
      status: status === 'active' || status === 'inactive' ? status : authorization.status,
      description: typeof description === 'string' ? description : authorization.description,
      updatedAt: new Date().toISOString(),
    };
    authorizations.set(id, updated);
    return answerJson(200, show(updated));
  }

  function deleteAuthorization(id: string, caller: Authorization): FakeAnswer {
    const authorization = authorizations.get(id);
    if (authorization === undefined) throw noAuthorization();
    authorizeChange(caller, authorization);
    authorizations.delete(id);
    return { status: 204, headers: SERVER_HEADERS, body: '' };
  }

  // Look-ups

  function organizationNamed(name: string): Organization {
    const organization = [...organizations.values()].find((candidate) => candidate.name === name);
    if (organization === undefined) throw new ApiError(404, 'not found', `organization name "${name}" not found`);
    return organization;
  }

  function readableOrganization(caller: Authorization) {
    return ({ id }: Organization): void => authorize(caller, { action: 'read', resource: { type: 'orgs', id } });
  }

  /** A filter that is empty, or an orgID that is none, is dropped: all organisations come, in the order of their ids. */
  function listOrganizations({ query }: FakeRequest, caller: Authorization): FakeAnswer {
    const orgID = query.get('orgID') ?? '';
    const name = query.get('org') ?? '';
    let found = [...organizations.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
    if (isId(orgID)) {
      found = found.filter(({ id }) => id === orgID);
      if (found.length === 0) throw new ApiError(404, 'not found', 'organization not found');
    } else if (name !== '') found = [organizationNamed(name)];
    return answerJson(200, { links: { self: '/api/v2/orgs' }, orgs: visible(found, readableOrganization(caller)) });
  }

  function readOrganization(id: string, caller: Authorization): FakeAnswer {
    authorize(caller, { action: 'read', resource: { type: 'orgs', id } });
    const organization = organizations.get(id);
    if (organization === undefined) throw new ApiError(404, 'not found', 'organization not found');
    return answerJson(200, organization);
  }

  function readableUser(caller: Authorization) {
    return ({ id }: User): void => authorize(caller, { action: 'read', resource: { type: 'users', id } });
  }

  function listUsers({ query }: FakeRequest, caller: Authorization): FakeAnswer {
    const wantedId = optionalId(query.get('id'));
    const wantedName = query.get('name') ?? '';
    const found = [...users.values()].filter(
      ({ id, name }) => (wantedId === undefined || id === wantedId) && (wantedName === '' || name === wantedName),
    );
    if (found.length === 0) throw new ApiError(404, 'not found', 'user not found');
    return answerJson(200, { links: { self: '/api/v2/users' }, users: visible(found, readableUser(caller)) });
  }

  function readUser(id: string, caller: Authorization): FakeAnswer {
    authorize(caller, { action: 'read', resource: { type: 'users', id } });
    const user = users.get(id);
    if (user === undefined) throw new ApiError(404, 'not found', 'user not found');
    return answerJson(200, user);
  }

  function readableResource(caller: Authorization) {
    return ({ type, id, orgID, bucketType }: Resource): void => {
      const system = type === 'buckets' && bucketType === 'system';
      authorize(caller, {
        action: 'read',
        resource: system ? { type: 'orgs', id: orgID } : { type, id, orgID },
      });
    };
  }

  function listBuckets({ query }: FakeRequest, caller: Authorization): FakeAnswer {
    const limit = Number(query.get('limit') ?? 20);
    if (limit < 1 || limit > 100) throw new ApiError(400, 'invalid', 'limit must be between 1 and 100');
    const offset = Number(query.get('offset') ?? 0);
    const orgName = query.get('org');
    const orgID = optionalId(query.get('orgID')) ?? (orgName === null ? undefined : organizationNamed(orgName).id);
    const id = optionalId(query.get('id'));
    const name = query.get('name') ?? '';
    const found = [...resources.values()].filter(
      (resource) =>
        resource.type === 'buckets' &&
        (orgID === undefined || resource.orgID === orgID) &&
        (id === undefined || resource.id === id) &&
        (name === '' || resource.name === name),
    );
    if (name !== '' && found.length === 0) throw new ApiError(404, 'not found', `bucket "${name}" not found`);
    // A page is cut out before what may not be read is left out.
    const page = found.slice(offset, offset + limit);
    const shown = visible(page, readableResource(caller));
    return answerJson(200, { links: { self: '/api/v2/buckets' }, buckets: shown.map(showBucket) });
  }

  function showBucket({ id, orgID, name, bucketType }: Resource): unknown {
    return {
      id,
      orgID,
      type: bucketType,
      name,
      retentionRules: [],
      labels: [],
      links: { self: `/api/v2/buckets/${id}` },
    };
  }

  function readResource(type: string, id: string, caller: Authorization): FakeAnswer {
    const resource = resources.get(id);
    if (resource?.type !== type) {
      throw new ApiError(404, 'not found', (NOT_FOUND[type] ?? '').replace('%', id));
    }
    readableResource(caller)(resource);
    if (type === 'buckets') return answerJson(200, showBucket(resource));
    const { orgID, name } = resource;
    return answerJson(200, type === 'labels' ? { links: {}, label: { id, orgID, name } } : { id, orgID, name });
  }

  // Data: enough to prove what a token can do

  function write({ query, body }: FakeRequest, caller: Authorization): FakeAnswer {
    const org = query.get('org') ?? query.get('orgID') ?? '';
    const { id: orgID } = organizations.get(org) ?? organizationNamed(org);
    const wanted = query.get('bucket') ?? '';
    const bucket = [...resources.values()].find(
      (resource) =>
        resource.type === 'buckets' && resource.orgID === orgID && (resource.id === wanted || resource.name === wanted),
    );
    if (bucket === undefined) throw new ApiError(404, 'not found', `bucket "${wanted}" not found`);
    if (caller.status !== 'active') {
      throw new ApiError(403, 'forbidden', 'insufficient permissions for write: token is inactive');
    }
    if (!holds(caller, { action: 'write', resource: { type: 'buckets', id: bucket.id, orgID } })) {
      throw new ApiError(403, 'forbidden', 'insufficient permissions for write');
    }
    points.push({ bucketID: bucket.id, authorizationID: caller.id, line: body });
    return { status: 204, headers: SERVER_HEADERS, body: '' };
  }
}

export interface FakeInfluxdbOptions {
  readonly onRequest?: OnRequest;
  /** Whether lists, reads and updates show tokens in clear text, as before 2.9 and without hashed tokens. */
  readonly clearTextLists?: boolean;
}

export interface FakeInfluxdb extends FakeServer {
  /** Returns the id. A new organisation has its two system buckets. */
  addOrganization(name: string): string;
  addUser(name: string): string;
  setUserStatus(id: string, status: 'active' | 'inactive'): void;
  /** As on the real server, the user's authorizations stay. */
  removeUser(id: string): void;
  addBucket(orgID: string, name: string, id?: string): string;
  /** A dashboard, task, ..., by its collection in the API. */
  addResource(type: string, orgID: string): string;
  addToken(wanted: {
    readonly orgID: string;
    readonly userID: string;
    readonly permissions: readonly FakePermission[];
    readonly status?: 'active' | 'inactive';
    readonly description?: string;
  }): Authorization;
  /** All that are not deleted, the parents too. */
  tokens(): readonly Authorization[];
  /** What was written, and by which token. */
  readonly points: readonly Point[];
}

export interface FakePermission {
  readonly action: string;
  readonly resource: { readonly type: string; readonly id?: string | undefined; readonly orgID?: string | undefined };
}

export interface Authorization {
  readonly id: string;
  readonly token: string;
  readonly status: 'active' | 'inactive';
  readonly description: string;
  readonly orgID: string;
  readonly userID: string;
  readonly permissions: readonly FakePermission[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Point {
  readonly bucketID: string;
  readonly authorizationID: string;
  readonly line: string;
}

interface Organization {
  readonly id: string;
  readonly name: string;
}

interface User {
  readonly id: string;
  readonly name: string;
  readonly status: 'active' | 'inactive';
}

interface Resource {
  readonly id: string;
  readonly type: string;
  readonly orgID: string;
  readonly name: string;
  readonly bucketType: string;
}

/** The setup token: every type, in all organisations. 2.9.1 does not give it `instance`. */
export function operatorPermissions(): readonly FakePermission[] {
  return TYPES.filter((type) => type !== 'instance').flatMap((type) => [
    { action: 'read', resource: { type } },
    { action: 'write', resource: { type } },
  ]);
}

/** `influx auth create --all-access`: everything in one organisation, for one user. */
export function allAccessPermissions(orgID: string, userID: string): readonly FakePermission[] {
  const permissions: FakePermission[] = [{ action: 'read', resource: { type: 'orgs', id: orgID } }];
  for (const type of TYPES) {
    if (type === 'instance' || type === 'orgs') continue;
    const resource = type === 'users' ? { type, id: userID } : { type, orgID };
    permissions.push({ action: 'read', resource }, { action: 'write', resource });
  }
  return permissions;
}

/** The least that can mint and revoke, by what it shall hand on. */
export function mintingPermissions(
  orgID: string,
  userID: string,
  handedOn: readonly FakePermission[],
): readonly FakePermission[] {
  return [
    { action: 'write', resource: { type: 'authorizations', orgID } },
    { action: 'write', resource: { type: 'users', id: userID } },
    ...handedOn,
  ];
}

const TYPES = [
  'authorizations',
  'buckets',
  'dashboards',
  'orgs',
  'sources',
  'tasks',
  'telegrafs',
  'users',
  'variables',
  'scrapers',
  'secrets',
  'labels',
  'views',
  'documents',
  'notificationRules',
  'notificationEndpoints',
  'checks',
  'dbrp',
  'notebooks',
  'annotations',
  'remotes',
  'replications',
  'instance',
];

const NOT_FOUND: Readonly<Record<string, string>> = {
  buckets: 'bucket not found',
  checks: 'check not found for key "%"',
  dashboards: 'dashboard not found',
  labels: 'label not found',
  notificationEndpoints: 'notification endpoint not found for key "%"',
  notificationRules: 'notification rule not found',
  remotes: 'remote connection not found',
  replications: 'replication not found',
  scrapers: 'scraper target is not found',
  sources: 'source not found',
  tasks: 'failed to find task: task not found',
  telegrafs: 'telegraf configuration not found',
  variables: 'variable not found for key "%"',
};

const KNOWN: ReadonlySet<string> = new Set(['authorizations', 'orgs', 'users', 'me', 'buckets', 'write']);

class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const noAuthorization = () => new ApiError(404, 'not found', 'authorization not found');

const SERVER_HEADERS = { 'x-influxdb-build': 'OSS', 'x-influxdb-version': 'v2.9.1' };
const JSON_HEADERS = { ...SERVER_HEADERS, 'content-type': 'application/json; charset=utf-8' };

function answerJson(status: number, body: unknown): FakeAnswer {
  return { status, headers: JSON_HEADERS, body: JSON.stringify(body, undefined, '\t') };
}

function answerError({ status, code, message }: ApiError): FakeAnswer {
  return {
    status,
    headers: { ...JSON_HEADERS, 'x-platform-error-code': code },
    body: JSON.stringify({ code, message }),
  };
}

/** authz.go, matchesV1: one held permission must cover the wanted one. */
function matches(held: FakePermission, wanted: FakePermission): boolean {
  if (held.action !== wanted.action) return false;
  if (held.resource.type === 'instance') return true;
  if (held.resource.type !== wanted.resource.type) return false;
  const { id, orgID } = held.resource;
  if (id === undefined && orgID === undefined) return true;
  if (orgID !== undefined && id === undefined && orgID === wanted.resource.orgID) return true;
  return id !== undefined && id === wanted.resource.id;
}

function printPermission({ action, resource: { type, id, orgID } }: FakePermission): string {
  return `${action}:${orgID === undefined ? '' : `orgs/${orgID}/`}${type}${id === undefined ? '' : `/${id}`}`;
}

function isId(text: string): boolean {
  return /^(?!0{16})[0-9a-fA-F]{16}$/.test(text);
}

function parseId(text = '', prefix = ''): string {
  if (Buffer.byteLength(text) !== 16) throw new ApiError(400, 'invalid', `${prefix}id must have a length of 16 bytes`);
  if (!isId(text)) throw new ApiError(400, 'invalid', `${prefix}invalid ID`);
  return text.toLowerCase();
}

function optionalId(text: string | null): string | undefined {
  return text === null || text === '' ? undefined : parseId(text);
}

interface Wanted {
  readonly orgID: string;
  readonly userID: string | undefined;
  readonly status: 'active' | 'inactive';
  readonly description: string;
  readonly permissions: readonly FakePermission[];
}

/** Lenient where Go's decoder is: unknown members are dropped, an id that is null is none. */
function decodeAuthorization(body: string): Wanted {
  const { orgID, userID, status, description, permissions } = decodeObject(body);
  const organization = decodeId(orgID, 'orgID');
  const user = decodeId(userID, 'userID');
  const decoded = Array.isArray(permissions) ? permissions.map(decodePermission) : [];
  if (decoded.length === 0) throw new ApiError(400, 'invalid', 'authorization must include permissions');
  for (const { action, resource } of decoded) {
    if (!TYPES.includes(resource.type)) {
      throw new ApiError(400, 'invalid', 'invalid resource type for permission: unknown resource type for permission');
    }
    if (action !== 'read' && action !== 'write') {
      throw new ApiError(400, 'invalid', 'invalid action type for permission: unknown action for permission');
    }
  }
  if (organization === undefined) throw new ApiError(400, 'invalid', 'org id required: invalid ID');
  const wantedStatus = status === undefined || status === null || status === '' ? 'active' : status;
  if (wantedStatus !== 'active' && wantedStatus !== 'inactive') {
    throw new ApiError(400, 'invalid', 'invalid status: must be active or inactive');
  }
  return {
    orgID: organization,
    userID: user,
    status: wantedStatus,
    description: typeof description === 'string' ? description : '',
    permissions: decoded,
  };
}

function decodePermission(value: unknown): FakePermission {
  const { action, resource } = membersOf(value);
  const { type, id, orgID } = membersOf(resource);
  return {
    action: typeof action === 'string' ? action : '',
    resource: {
      type: typeof type === 'string' ? type : '',
      id: decodeId(id, 'permissions.resource.id'),
      orgID: decodeId(orgID, 'permissions.resource.orgID'),
    },
  };
}

function decodeId(value: unknown, path: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return parseId(value, 'invalid json structure: ');
  const message = `json: cannot unmarshal ${typeof value} into Go struct field Resource.${path} of type *platform.ID`;
  throw new ApiError(400, 'invalid', `invalid json structure: ${message}`);
}

function decodeObject(body: string): Readonly<Record<string, unknown>> {
  if (body.trim() === '') throw new ApiError(400, 'invalid', 'invalid json structure: EOF');
  try {
    return membersOf(JSON.parse(body));
  } catch {
    throw new ApiError(400, 'invalid', 'invalid json structure: unexpected EOF');
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
