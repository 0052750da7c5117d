import { expect } from 'vitest';

/**
 * Requests to InfluxDB and what a real one (OSS 2.9.1) answers: the fake is held to this table, and the table to the
 * real server by an end-to-end test.
 */

/** A server that is set up as the table wants it: its own ids, and a token for each caller. */
export interface InfluxdbUnderTest {
  readonly url: string;
  readonly ids: Readonly<Record<IdName, string>>;
  readonly tokens: Readonly<Record<Caller, string>>;
}

/**
 * `acme` has the buckets `iot-center` and `other`, and the user `admin` owns all tokens; `elsewhere` has `foreign`. The
 * user `ada` owns none. `child` is the id of the token `child`.
 */
export type IdName = 'acme' | 'elsewhere' | 'admin' | 'ada' | 'iot-center' | 'other' | 'foreign' | 'child';

/**
 * operator: everything everywhere. all-access: everything in acme, for admin. minter: what `mintingPermissions` says,
 * with read and write on all buckets of acme. child: write on iot-center. inactive: all-access, but inactive.
 */
export type Caller = 'operator' | 'all-access' | 'minter' | 'child' | 'inactive' | 'nobody';

export interface Expected {
  readonly caller: Caller;
  readonly request: string;
  readonly body?: string;
  readonly status: number;
  /** Of an error. */
  readonly code?: string;
  readonly message?: string;
  /** The JSON of an answer; members of the real answer that are not named here do not count, in lists neither. */
  readonly shows?: unknown;
}

const BOTH_ORGANIZATIONS = [
  { id: '{acme}', name: 'acme' },
  { id: '{elsewhere}', name: 'elsewhere' },
];

/** Names of ids stand in braces: `{acme}`. Nothing here changes the server, but for authorizations that it creates. */
export const ANSWERS: readonly Expected[] = [
  // Who asks
  ...['GET /authorizations', 'GET /me', 'GET /nope', 'POST /authorizations', 'POST /write?org=acme&bucket=other'].map(
    (request) => refused('nobody', request, 401, 'unauthorized', 'unauthorized access'),
  ),
  refused('inactive', 'GET /me', 401, 'unauthorized', 'token is inactive'),
  refused('inactive', 'GET /authorizations/{child}', 401, 'unauthorized', 'token is inactive'),
  refused('inactive', 'DELETE /authorizations/{child}', 401, 'unauthorized', 'token is inactive'),
  refused('inactive', 'GET /buckets/{other}', 401, 'unauthorized', 'token is inactive'),
  create('inactive', [readBuckets('{acme}')], 401, 'unauthorized', 'token is inactive'),
  shown('inactive', 'GET /authorizations?orgID={acme}', { authorizations: [] }),
  shown('inactive', 'GET /orgs?org=acme', { orgs: [] }),
  shown('inactive', 'GET /users?name=admin', { users: [] }),
  shown('inactive', 'GET /buckets?orgID={acme}&name=other', { buckets: [] }),
  refused(
    'inactive',
    'POST /write?org=acme&bucket=other',
    403,
    'forbidden',
    'insufficient permissions for write: token is inactive',
  ),

  // Look-ups
  shown('all-access', 'GET /orgs?org=acme', { orgs: [{ id: '{acme}', name: 'acme' }] }),
  shown('all-access', 'GET /orgs?orgID={acme}', { orgs: [{ id: '{acme}', name: 'acme' }] }),
  shown('all-access', 'GET /orgs?org=elsewhere', { orgs: [] }),
  shown('operator', 'GET /orgs?orgID=zz', { orgs: BOTH_ORGANIZATIONS }),
  shown('operator', 'GET /orgs?org=', { orgs: BOTH_ORGANIZATIONS }),
  refused('all-access', 'GET /orgs?org=nope', 404, 'not found', 'organization name "nope" not found'),
  refused('all-access', 'GET /orgs?orgID=0123456789abcdef', 404, 'not found', 'organization not found'),
  shown('all-access', 'GET /orgs/{acme}', { id: '{acme}', name: 'acme' }),
  refused('all-access', 'GET /orgs/{elsewhere}', 401, 'unauthorized', 'read:orgs/{elsewhere} is unauthorized'),
  // The right is looked at before the organisation or the user.
  refused(
    'all-access',
    'GET /orgs/0123456789abcdef',
    401,
    'unauthorized',
    'read:orgs/0123456789abcdef is unauthorized',
  ),
  refused('operator', 'GET /orgs/0123456789abcdef', 404, 'not found', 'organization not found'),
  shown('all-access', 'GET /orgs?orgID={elsewhere}', { orgs: [] }),
  refused('all-access', 'GET /orgs/zz', 400, 'invalid', 'id must have a length of 16 bytes'),
  shown('all-access', 'GET /users?name=admin', { users: [{ id: '{admin}', name: 'admin' }] }),
  shown('all-access', 'GET /users?name=ada', { users: [] }),
  refused('all-access', 'GET /users?name=nope', 404, 'not found', 'user not found'),
  refused('all-access', 'GET /users?id=zz', 400, 'invalid', 'id must have a length of 16 bytes'),
  shown('all-access', 'GET /me', { id: '{admin}', name: 'admin', status: 'active' }),
  refused('minter', 'GET /me', 401, 'unauthorized', 'read:users/{admin} is unauthorized'),
  shown('all-access', 'GET /users/{admin}', { id: '{admin}' }),
  refused('all-access', 'GET /users/{ada}', 401, 'unauthorized', 'read:users/{ada} is unauthorized'),
  refused(
    'all-access',
    'GET /users/0123456789abcdef',
    401,
    'unauthorized',
    'read:users/0123456789abcdef is unauthorized',
  ),
  refused('operator', 'GET /users/0123456789abcdef', 404, 'not found', 'user not found'),
  shown('all-access', 'GET /buckets?orgID={acme}&name=other', {
    buckets: [{ id: '{other}', orgID: '{acme}', name: 'other', type: 'user' }],
  }),
  shown('operator', 'GET /buckets?name=foreign', { buckets: [{ id: '{foreign}', orgID: '{elsewhere}' }] }),
  shown('child', 'GET /buckets?orgID={acme}&name=other', { buckets: [] }),
  shown('all-access', 'GET /buckets?orgID=0123456789abcdef', { buckets: [] }),
  refused('all-access', 'GET /buckets?orgID={acme}&name=foreign', 404, 'not found', 'bucket "foreign" not found'),
  refused('all-access', 'GET /buckets?orgID=0123456789abcdef&name=x', 404, 'not found', 'bucket "x" not found'),
  refused('all-access', 'GET /buckets?orgID=zz&name=x', 400, 'invalid', 'id must have a length of 16 bytes'),
  refused('all-access', 'GET /buckets?limit=101', 400, 'invalid', 'limit must be between 1 and 100'),
  shown('all-access', 'GET /buckets/{other}', { id: '{other}', orgID: '{acme}', name: 'other' }),
  refused('all-access', 'GET /buckets/0123456789abcdef', 404, 'not found', 'bucket not found'),
  refused('all-access', 'GET /buckets/0000000000000000', 400, 'invalid', 'invalid ID'),
  refused(
    'all-access',
    'GET /buckets/{foreign}',
    401,
    'unauthorized',
    'read:orgs/{elsewhere}/buckets/{foreign} is unauthorized',
  ),
  refused('all-access', 'GET /dashboards/0123456789abcdef', 404, 'not found', 'dashboard not found'),
  refused('all-access', 'GET /tasks/0123456789abcdef', 404, 'not found', 'failed to find task: task not found'),
  refused('all-access', 'GET /nope', 404, 'not found', 'path not found'),
  { caller: 'all-access', request: 'DELETE /authorizations', status: 405 },

  // Authorizations
  shown('minter', 'GET /authorizations?orgID={acme}', { authorizations: [] }),
  shown('all-access', 'GET /authorizations?orgID=0123456789abcdef', { authorizations: [] }),
  refused('all-access', 'GET /authorizations?orgID=zz', 400, 'invalid', 'id must have a length of 16 bytes'),
  refused('all-access', 'GET /authorizations?org=nope', 404, 'not found', 'organization name "nope" not found'),
  shown('all-access', 'GET /authorizations/{child}', {
    id: '{child}',
    token: '',
    status: 'active',
    orgID: '{acme}',
    org: 'acme',
    userID: '{admin}',
    user: 'admin',
    permissions: [
      {
        action: 'write',
        resource: { type: 'buckets', id: '{iot-center}', orgID: '{acme}', name: 'iot-center', org: 'acme' },
      },
    ],
  }),
  refused(
    'child',
    'GET /authorizations/{child}',
    401,
    'unauthorized',
    'read:orgs/{acme}/authorizations/{child} is unauthorized',
  ),
  refused(
    'child',
    'DELETE /authorizations/{child}',
    401,
    'unauthorized',
    'write:orgs/{acme}/authorizations/{child} is unauthorized',
  ),
  refused('all-access', 'DELETE /authorizations/0123456789abcdef', 404, 'not found', 'authorization not found'),
  refused('all-access', 'DELETE /authorizations/zz', 400, 'invalid', 'id must have a length of 16 bytes'),

  create('child', [readBuckets('{acme}')], 401, 'unauthorized', 'write:orgs/{acme}/authorizations is unauthorized'),
  create(
    'minter',
    [{ action: 'read', resource: { type: 'tasks', orgID: '{acme}' } }],
    403,
    'forbidden',
    'permission read:orgs/{acme}/tasks is not allowed: read:orgs/{acme}/tasks is unauthorized',
  ),
  create(
    'minter',
    [{ action: 'write', resource: { type: 'buckets' } }],
    403,
    'forbidden',
    'permission write:buckets is not allowed: write:buckets is unauthorized',
  ),
  create(
    'operator',
    [readBuckets('{elsewhere}')],
    400,
    'invalid',
    'permission read:orgs/{elsewhere}/buckets is not for org id {acme}',
  ),
  create('operator', [readBuckets('0123456789abcdef')], 400, 'invalid', 'unable to create token', {
    orgID: '0123456789abcdef',
  }),
  create('operator', [readBuckets('{acme}')], 400, 'invalid', 'unable to create token', { userID: '0123456789abcdef' }),
  create('all-access', [readBuckets('{acme}')], 401, 'unauthorized', 'write:users/{ada} is unauthorized', {
    userID: '{ada}',
  }),
  create('all-access', [readBuckets('{acme}')], 400, 'invalid', 'org id required: invalid ID', { orgID: undefined }),
  create('all-access', [readBuckets('{acme}')], 400, 'invalid', 'invalid status: must be active or inactive', {
    status: 'paused',
  }),
  create('all-access', [], 400, 'invalid', 'authorization must include permissions'),
  create(
    'all-access',
    [readBuckets('acme')],
    400,
    'invalid',
    'invalid json structure: id must have a length of 16 bytes',
  ),
  create('all-access', [readBuckets('0000000000000000')], 400, 'invalid', 'invalid json structure: invalid ID'),
  create(
    'all-access',
    [{ action: 'read', resource: { type: 'nope', orgID: '{acme}' } }],
    400,
    'invalid',
    'invalid resource type for permission: unknown resource type for permission',
  ),
  create(
    'all-access',
    [{ action: 'READ', resource: { type: 'buckets', orgID: '{acme}' } }],
    400,
    'invalid',
    'invalid action type for permission: unknown action for permission',
  ),
  create(
    'all-access',
    [{ action: 'write', resource: { type: 'instance' } }],
    403,
    'forbidden',
    'permission write:instance is not allowed: write:instance is unauthorized',
  ),
  refused('all-access', 'POST /authorizations', 400, 'invalid', 'invalid json structure: EOF'),
  {
    ...refused('all-access', 'POST /authorizations', 400, 'invalid', 'invalid json structure: unexpected EOF'),
    body: '{"orgID":',
  },

  // What the server grants
  granted(
    'minter',
    { type: 'buckets', id: '{other}', orgID: '{acme}' },
    { type: 'buckets', id: '{other}', orgID: '{acme}', name: 'other', org: 'acme' },
  ),
  granted(
    'all-access',
    { type: 'buckets', orgID: '{acme}', name: 'iot-center' },
    { type: 'buckets', orgID: '{acme}', org: 'acme' },
  ),
  granted(
    'all-access',
    { type: 'buckets', orgID: '{acme}', id: null },
    { type: 'buckets', orgID: '{acme}', org: 'acme' },
  ),
  granted(
    'all-access',
    { type: 'buckets', orgID: '{acme}', id: '0123456789abcdef' },
    { type: 'buckets', id: '0123456789abcdef', orgID: '{acme}' },
  ),
  granted(
    'all-access',
    { type: 'buckets', orgID: '{acme}', id: '{other}', name: 'iot-center' },
    { type: 'buckets', id: '{other}', orgID: '{acme}', name: 'other' },
  ),
  granted('operator', { type: 'buckets', name: 'iot-center', org: 'acme' }, { type: 'buckets' }),

  // What tokens open
  { caller: 'child', request: 'POST /write?org=acme&bucket=iot-center', body: 'm f=1', status: 204 },
  { caller: 'child', request: 'POST /write?org={acme}&bucket={iot-center}', body: 'm f=1', status: 204 },
  {
    ...refused('child', 'POST /write?org=acme&bucket=other', 403, 'forbidden', 'insufficient permissions for write'),
    body: 'm f=1',
  },
  {
    ...refused('child', 'POST /write?org=acme&bucket=nope', 404, 'not found', 'bucket "nope" not found'),
    body: 'm f=1',
  },
  {
    ...refused('child', 'POST /write?org=nope&bucket=other', 404, 'not found', 'organization name "nope" not found'),
    body: 'm f=1',
  },
];

function refused(caller: Caller, request: string, status: number, code: string, message: string): Expected {
  return { caller, request, status, code, message };
}

function shown(caller: Caller, request: string, shows: unknown): Expected {
  return { caller, request, status: 200, shows };
}

function readBuckets(orgID: string): unknown {
  return { action: 'read', resource: { type: 'buckets', orgID } };
}

function create(
  caller: Caller,
  permissions: readonly unknown[],
  status: number,
  code: string,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): Expected {
  const body = JSON.stringify({ orgID: '{acme}', permissions, ...more });
  return { caller, request: 'POST /authorizations', body, status, code, message };
}

function granted(caller: Caller, resource: unknown, shows: unknown): Expected {
  const body = JSON.stringify({ orgID: '{acme}', permissions: [{ action: 'write', resource }] });
  const permissions = [{ action: 'write', resource: shows }];
  return {
    caller,
    request: 'POST /authorizations',
    body,
    status: 201,
    shows: { status: 'active', orgID: '{acme}', permissions },
  };
}

/** A text of the table with the ids of a server. */
function withIds(text: string, ids: InfluxdbUnderTest['ids']): string {
  return text.replace(/\{([a-z-]+)\}/g, (whole, name: string) => (isIdName(name, ids) ? ids[name] : whole));
}

/** The server lists organisations by id, and draws the id of an organisation at random. */
function organizationsById(key: string, value: unknown): unknown {
  if (key !== 'orgs') return value;
  return (value as readonly { readonly id: string }[]).toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function isIdName(name: string, ids: InfluxdbUnderTest['ids']): name is IdName {
  return Object.hasOwn(ids, name);
}

/** Sends a request of the table, and holds the answer against it. */
export async function expectAnswer({ url, tokens, ids }: InfluxdbUnderTest, expected: Expected): Promise<void> {
  const [method = '', path = ''] = withIds(expected.request, ids).split(' ');
  const response = await fetch(`${url}/api/v2${path}`, {
    method,
    headers: { authorization: `Token ${tokens[expected.caller]}` },
    ...(method === 'POST' ? { body: withIds(expected.body ?? '', ids) } : {}),
  });
  const text = await response.text();
  const { code, message, shows } = expected;
  expect(response.status, text).toBe(expected.status);
  if (text !== '') expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  if (message !== undefined) {
    expect(JSON.parse(text)).toEqual({ code, message: withIds(message, ids) });
    expect(response.headers.get('x-platform-error-code')).toBe(code);
  }
  if (shows !== undefined) {
    const wanted: unknown = JSON.parse(withIds(JSON.stringify(shows), ids), organizationsById);
    expect({ answer: JSON.parse(text) as unknown }).toMatchObject({ answer: wanted });
  }
}
