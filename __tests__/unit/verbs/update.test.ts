import { afterEach, describe, expect, test } from 'vitest';
import { neverStops, type Stop } from '../../../src/lease/ports.js';
import { formatInstant } from '../../../src/request/lifetime.js';
import { exitStatusOf } from '../../../src/verbs/outcome.js';
import { update } from '../../../src/verbs/update.js';
import { first, rewriteJson, type Fault, type FakeRequest } from '../../fakes/faults.js';
import {
  allAccessPermissions,
  createFakeInfluxdb,
  type Authorization,
  type FakeInfluxdbOptions,
} from '../../fakes/influxdb.js';
import { BEARERS, createNamespaceFake, type NamespaceFakeOptions } from '../../fakes/namespace.js';
import { createSolarNetworkFake, type SolarNetworkFakeOptions, type StoredToken } from '../../fakes/solarnetwork.js';
import { createTestStop } from '../../fakes/stop.js';
import { askFor, createAdminHost, type AdminHostOptions, type Given } from './in-memory-admin-host.js';

const DAY = 86_400_000;
/** The start of a day, in a month. */
const END = Math.floor(Date.now() / DAY) * DAY + 30 * DAY;
const LATER_END = END + 60 * DAY;
const ENDS = formatInstant(END);
const LATER = formatInstant(LATER_END);
const MARKER = `[mint-token lease=0123456789abcdef0123456789abcdef repo=octo-org/sun run=17/1 job=report expires=${ENDS}]`;
const LATER_MARKER = MARKER.replace('job=report', 'colour=red');

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Updated {
  readonly status: number;
  readonly told: readonly string[];
  readonly errors: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  /** The element of the output `json`. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly rows: readonly (readonly string[])[];
  /** `METHOD path` of the requests that could change something. */
  readonly writes: readonly string[];
}

interface Running {
  readonly given: Given;
  readonly requests: readonly FakeRequest[];
}

async function run(
  { given, requests }: Running,
  asked: Given,
  { stop = neverStops, ...options }: AdminHostOptions & { readonly stop?: Stop } = {},
): Promise<Updated> {
  const host = createAdminHost(options);
  const seen = requests.length;
  const status = exitStatusOf(await update(askFor({ ...given, ...asked }), host, stop));
  const [results] = host.delivered;
  return {
    status,
    told: host.told,
    errors: host.errors,
    outputs: Object.fromEntries(results?.values ?? []),
    json: ([...(results?.json ?? [])][0] ?? {}) as Readonly<Record<string, unknown>>,
    rows: [...(results?.table.rows ?? [])],
    writes: requests
      .slice(seen)
      .filter(({ method, path }) => method !== 'GET' && !path.endsWith('ListRevokableTokens'))
      .map(({ method, path }) => `${method} ${path.replace(/^.*\/auth-tokens|^.*TokenService/, '')}`),
  };
}

async function solarNetwork(token: Partial<StoredToken> = {}, options: SolarNetworkFakeOptions = {}) {
  const fake = await createSolarNetworkFake(options);
  closing.push(() => fake.close());
  const other = fake.add({ name: 'other', description: MARKER, policy: { nodeIds: [100] } });
  const added = fake.add({
    type: 'ReadNodeData',
    name: 'Reporting: region 1',
    description: `For the team. ${MARKER}`,
    policy: { nodeIds: [100, 101], sourceIds: ['/REGION1/**'], notAfter: END },
    ...token,
  });
  return {
    fake,
    id: added.id,
    requests: fake.requests,
    /** As it stands in the database now. */
    now: () => fake.tokens.find(({ id }) => id === added.id),
    othersIntact: () => fake.tokens.some((candidate) => candidate === other) && fake.tokens.includes(fake.parent),
    given: {
      type: `solarnetwork/${added.type}`,
      token_id: added.id,
      url: fake.url,
      credential: fake.parent.secret,
      credential_id: fake.parent.id,
    },
  };
}

async function influxdb(token: Partial<Authorization> = {}, options: FakeInfluxdbOptions = {}) {
  const fake = await createFakeInfluxdb(options);
  closing.push(() => fake.close());
  const orgID = fake.addOrganization('acme');
  const userID = fake.addUser('ci');
  const bucket = fake.addBucket(orgID, 'iot-center');
  const parent = fake.addToken({ orgID, userID, permissions: allAccessPermissions(orgID, userID) });
  const added = fake.addToken({
    orgID,
    userID,
    permissions: [{ action: 'write', resource: { type: 'buckets', id: bucket, orgID } }],
    description: `nightly import ${MARKER}`,
    ...token,
  });
  return {
    fake,
    id: added.id,
    parent,
    requests: fake.requests,
    now: () => fake.tokens().find(({ id }) => id === added.id),
    given: { type: 'influxdb', token_id: added.id, url: fake.url, credential: parent.token, org: 'acme' },
  };
}

async function namespace(description = `For CI. ${MARKER}`, options: NamespaceFakeOptions = {}) {
  const { now = Date.now } = options;
  const fake = await createNamespaceFake(options);
  closing.push(() => fake.close());
  const answer = await fetch(`${fake.url}/namespace.cloud.iam.v1beta.TokenService/CreateRevokableToken`, {
    method: 'POST',
    headers: { authorization: `Bearer ${BEARERS.administrator}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'ci',
      description,
      expiresAt: new Date(now() + 3_600_000).toISOString(),
      access: { grants: [{ resourceType: 'builder', resourceId: '*', actions: ['ensure'] }] },
    }),
  });
  const { token } = (await answer.json()) as { readonly token: { readonly tokenId: string } };
  return {
    fake,
    id: token.tokenId,
    requests: fake.requests,
    endsIn: () => {
      const end = fake.tokens.find(({ tokenId }) => tokenId === token.tokenId)?.expiresAt;
      return end === undefined ? undefined : Number(end.seconds) - Math.floor(now() / 1000);
    },
    given: { type: 'namespace', token_id: token.tokenId, url: fake.url, credential: BEARERS.administrator },
  };
}

describe('a SolarNetwork token', () => {
  test('gets another name, and keeps its description and marker', async () => {
    const world = await solarNetwork();
    const { status, outputs, json, writes, rows } = await run(world, { name: 'Student access' });
    expect(status).toBe(0);
    expect(writes).toEqual(['POST /info']);
    expect(world.now()).toMatchObject({ name: 'Student access', description: `For the team. ${MARKER}` });
    expect(outputs).toEqual({
      token_id: world.id,
      name: 'Student access',
      type: 'solarnetwork/ReadNodeData',
      status: 'Active',
      grants: '{"nodeIds":[100,101],"sourceIds":["/REGION1/**"]}',
      expires_at: ENDS,
    });
    expect(json).toMatchObject({
      id: world.id,
      name: 'Student access',
      outcome: 'updated',
      before: { name: 'Reporting: region 1' },
      after: { name: 'Student access' },
    });
    expect(rows).toContainEqual(['Name', 'Reporting: region 1', 'Student access']);
    expect(world.othersIntact()).toBe(true);
  });

  test('gets another description, and keeps its name and marker', async () => {
    const world = await solarNetwork();
    expect(await run(world, { description: 'Allow access 🌞' })).toMatchObject({ status: 0, writes: ['POST /info'] });
    expect(world.now()).toMatchObject({
      name: 'Reporting: region 1',
      description: `Allow access 🌞 ${MARKER}`,
    });
  });

  test.each([
    ['name', { name: undefined, description: `For the team. ${MARKER}` }],
    ['description', { name: 'Reporting: region 1', description: MARKER }],
    ['name, description', { name: undefined, description: MARKER }],
  ])('is emptied of its %s, but for the marker', async (clear, texts) => {
    const world = await solarNetwork();
    expect((await run(world, { clear })).status).toBe(0);
    const { name, description } = world.now() ?? {};
    expect({ name, description }).toEqual(texts);
  });

  test('of somebody else gets no marker, and needs no foreign: true, since the credential is known', async () => {
    const world = await solarNetwork({ description: 'made by hand' });
    expect((await run(world, { description: 'made by hand, kept by us', expires_at: LATER })).status).toBe(0);
    expect(world.now()?.description).toBe('made by hand, kept by us');
  });

  test('with a marker of a later version keeps it as it is, and that is said', async () => {
    const world = await solarNetwork({ description: `Text. ${LATER_MARKER}` });
    const { status, told } = await run(world, { description: 'New text.', expires_at: LATER });
    expect(status).toBe(0);
    expect(world.now()?.description).toBe(`New text. ${LATER_MARKER}`);
    expect(told.join('\n')).toContain('The marker is one of a later version of mint-token and stays as it is');
  });

  test('gets restrictions added to its policy, and keeps its end', async () => {
    const world = await solarNetwork();
    const { status, told, outputs, writes } = await run(world, {
      grants: 'node-id: 107, 164\nsource-id: /REGION2/**',
    });
    expect(status).toBe(0);
    expect(writes).toEqual(['PATCH /policy']);
    expect(world.now()?.policy).toEqual({
      nodeIds: [100, 101, 107, 164],
      sourceIds: ['/REGION1/**', '/REGION2/**'],
      notAfter: END,
    });
    expect(JSON.parse(outputs['grants'] ?? '')).toEqual({
      nodeIds: [100, 101, 107, 164],
      sourceIds: ['/REGION1/**', '/REGION2/**'],
    });
    const shown = told.findIndex((line) => line.includes('what it may do becomes wider'));
    expect(told).toContain('  node-id: 100, 101 -> 100, 101, 107, 164, wider');
    expect(shown).toBeGreaterThan(-1);
    // Before anything is done.
    expect(shown).toBeLessThan(told.indexOf('step 1 of 1: policy'));
  });

  test('gets another policy in place of its own, with the old end', async () => {
    const world = await solarNetwork({
      policy: { nodeIds: [100], minAggregation: 'Hour', refreshAllowed: false, notAfter: END },
    });
    const { status, told, writes } = await run(world, { grants: 'node-id: 107, 164', replace: 'true' });
    expect(status).toBe(0);
    expect(writes).toEqual(['PUT /policy']);
    expect(world.now()?.policy).toEqual({ nodeIds: [107, 164], notAfter: END });
    expect(told).toContain('  what it may do becomes narrower and wider');
    expect(told).toContain('  refresh-allowed: false -> no restriction, wider');
  });

  test.each([
    [{ expires_at: LATER }, LATER_END],
    [{ drop_expiry: 'true' }, undefined],
    [{}, END],
  ] as const)('that gets another policy with %j ends then', async (inputs, notAfter) => {
    const world = await solarNetwork();
    expect((await run(world, { grants: 'node-id: 100', replace: 'true', ...inputs })).status).toBe(0);
    expect(world.now()?.policy).toEqual({ nodeIds: [100], ...(notAfter === undefined ? {} : { notAfter }) });
  });

  test('becomes unrestricted when that is written out, with a warning', async () => {
    const world = await solarNetwork({ type: 'User' });
    const { status, told, outputs } = await run(world, { grants: 'unrestricted', replace: 'true' });
    expect(status).toBe(0);
    expect(world.now()?.policy).toEqual({ notAfter: END });
    expect(outputs['grants']).toBe('unrestricted');
    expect(told.join('\n')).toContain('warning: The token is unrestricted');
  });

  test('gets another end, which its marker tells too, and keeps its policy', async () => {
    const world = await solarNetwork();
    const { status, writes, outputs } = await run(world, { expires_at: LATER });
    expect(status).toBe(0);
    expect(writes).toEqual(['POST /info', 'PATCH /policy']);
    expect(world.now()).toMatchObject({
      description: `For the team. ${MARKER.replace(ENDS, LATER)}`,
      policy: { nodeIds: [100, 101], sourceIds: ['/REGION1/**'], notAfter: LATER_END },
    });
    expect(outputs['expires_at']).toBe(LATER);
  });

  test('is disabled before anything else is done, and activated after everything', async () => {
    const world = await solarNetwork();
    const disabled = await run(world, { status: 'Disabled', grants: 'node-id: 102', name: 'x' });
    expect(disabled.writes).toEqual(['POST /status', 'POST /info', 'PATCH /policy']);
    expect(disabled.outputs['status']).toBe('Disabled');
    const activated = await run(world, { status: 'Active', name: 'y' });
    expect(activated.writes).toEqual(['POST /info', 'POST /status']);
    expect(world.now()).toMatchObject({ name: 'y', status: 'Active' });
  });

  test.each<readonly [string, Given]>([
    ['the texts that it has', { name: 'Reporting: region 1', description: 'For the team.' }],
    ['restrictions that it has', { grants: 'node-id: 101' }],
    ['the policy that it has', { grants: 'source-id: /REGION1/**\nnode-id: 101, 100', replace: 'true' }],
    ['the status that it has', { status: 'Active' }],
    ['the end that it has', { expires_at: ENDS.slice(0, 10) }],
  ])('is not written when it is to get %s', async (_what, asked) => {
    const world = await solarNetwork();
    const { status, writes, json, errors } = await run(world, asked);
    expect({ status, writes, errors, outcome: json['outcome'] }).toEqual({
      status: 0,
      writes: [],
      errors: [],
      outcome: 'unchanged',
    });
  });

  test('is not written when nothing is asked for, and a warning says so', async () => {
    const world = await solarNetwork();
    const { status, writes, told } = await run(world, {});
    expect({ status, writes }).toEqual({ status: 0, writes: [] });
    expect(told.join('\n')).toContain('warning: No change is asked for');
  });

  test('is shown before and after by a dry run, and left as it is', async () => {
    const world = await solarNetwork();
    const before = world.now();
    const { status, writes, told, json, outputs } = await run(world, {
      grants: 'node-id: 102',
      name: 'Wider',
      expires_at: LATER,
      dry_run: 'true',
    });
    expect({ status, writes }).toEqual({ status: 0, writes: [] });
    expect(world.now()).toBe(before);
    expect(told).toContain('  name: Reporting: region 1 -> Wider');
    expect(told).toContain(`  end: ${ENDS} -> ${LATER}`);
    expect(told).toContain('  node-id: 100, 101 -> 100, 101, 102, wider');
    expect(json).toMatchObject({
      outcome: 'planned',
      before: { name: 'Reporting: region 1' },
      after: { name: 'Wider' },
    });
    expect(outputs['name']).toBe('Wider');
  });

  test('is not given what the server would store without effect', async () => {
    const world = await solarNetwork({ policy: { minAggregation: 'Hour' } });
    const { status, errors, writes } = await run(world, { grants: 'aggregation: Day' });
    expect({ status, writes }).toEqual({ status: 1, writes: [] });
    expect(errors).toEqual([
      'grants: the policy of the token has min-aggregation: Hour, and beside it aggregation is not added: the server keeps one of the two and drops the other without a word. Write the whole policy, with replace: true',
    ]);
  });

  test('that does not exist is an error', async () => {
    const world = await solarNetwork();
    const { status, errors, writes } = await run(world, { token_id: 'kF67p6g30eUXQICUgzQf', name: 'x' });
    expect({ status, writes }).toEqual({ status: 1, writes: [] });
    expect(errors).toEqual([
      'there is no token kF67p6g30eUXQICUgzQf: see whether it was revoked, and whether it is of this account',
    ]);
  });

  test('of the other type is an error that names it', async () => {
    const world = await solarNetwork({ type: 'User' });
    const { errors, writes } = await run(world, { type: 'solarnetwork/ReadNodeData', name: 'x' });
    expect(writes).toEqual([]);
    expect(errors.join('\n')).toContain(
      'is a token of type solarnetwork/User; if it is meant, set type: solarnetwork/User',
    );
  });

  test('that is the credential itself is never changed', async () => {
    const world = await solarNetwork();
    const { errors, writes } = await run(world, {
      type: 'solarnetwork/User',
      token_id: world.fake.parent.id,
      name: 'x',
      foreign: 'true',
    });
    expect(writes).toEqual([]);
    expect(errors.join('\n')).toContain('is the credential itself, which is never changed');
  });

  test('with the marker of another token is told from it by its id', async () => {
    const world = await solarNetwork({ description: MARKER });
    expect((await run(world, { name: 'mine' })).status).toBe(0);
    expect(world.othersIntact()).toBe(true);
  });

  test('of an old id with a comma is changed too', async () => {
    const world = await solarNetwork({ id: 'ABC;D12,34efghijklmn' });
    expect((await run(world, { name: 'old' })).status).toBe(0);
    expect(world.now()?.name).toBe('old');
  });

  test('is read as it is, and not as a cache of the server has it', async () => {
    const world = await solarNetwork({}, { queryCache: true });
    expect((await run(world, { name: 'one' })).status).toBe(0);
    expect((await run(world, { name: 'two' })).status).toBe(0);
    expect(world.now()?.name).toBe('two');
  });
});

describe('what the server makes of a change', () => {
  test('is compared, and a token that got wider than wanted is disabled', async () => {
    const world = await solarNetwork({}, { grant: (token) => ({ ...token, policy: { notAfter: END } }) });
    const { status, errors, json } = await run(world, { grants: 'node-id: 102' });
    expect(status).toBe(1);
    const [error] = errors;
    expect(error).toContain(`The update of ${world.id} went through (policy), and is not what it should be`);
    expect(error).toContain('asked for [100,101,102], and it is no restriction');
    expect(error).toContain('it was disabled too (Disabled)');
    expect(world.now()?.status).toBe('Disabled');
    expect(json).toMatchObject({ outcome: 'failed', after: { status: 'Disabled' } });
  });

  test('is compared, and a token that got narrower than wanted stays as it is', async () => {
    const world = await solarNetwork(
      {},
      { grant: (token) => ({ ...token, policy: { nodeIds: [100], sourceIds: ['/REGION1/**'], notAfter: END } }) },
    );
    const { status, errors } = await run(world, { grants: 'node-id: 102' });
    expect(status).toBe(1);
    expect(errors[0]).toContain('asked for [100,101,102], and it is [100]');
    expect(errors[0]).not.toContain('disabled');
    expect(world.now()?.status).toBe('Active');
  });

  test.each([
    ['later', LATER_END + 1],
    ['never', undefined],
  ])('is compared in its end: %s is wider', async (_what, notAfter) => {
    const world = await solarNetwork(
      {},
      {
        grant: ({ policy = {}, ...token }) => {
          const kept = Object.fromEntries(Object.entries(policy).filter(([name]) => name !== 'notAfter'));
          return { ...token, policy: { ...kept, ...(notAfter === undefined ? {} : { notAfter }) } };
        },
      },
    );
    const { errors } = await run(world, { expires_at: LATER });
    expect(errors[0]).toContain(`it differs in end: asked for ${LATER}`);
    expect(world.now()?.status).toBe('Disabled');
  });

  test('is taken for a lost policy when it is an empty 200: the token is disabled at once', async () => {
    const emptied: Fault = { kind: 'rewrite', rewrite: (answer) => ({ ...answer, body: '' }) };
    const world = await solarNetwork({}, { onRequest: first('PATCH', /\/policy$/, emptied) });
    const { status, errors } = await run(world, { grants: 'node-id: 102' });
    expect(status).toBe(1);
    expect(errors[0]).toContain('with nothing, as SolarNetwork does when it kept no policy');
    expect(errors[0]).toContain('it was disabled too (Disabled)');
    expect(world.now()?.status).toBe('Disabled');
  });

  test.each<readonly [string, Given, string, readonly string[]]>([
    ['the first step', { name: 'x', grants: 'node-id: 102' }, '/info', []],
    [
      'a later step',
      { name: 'x', grants: 'node-id: 102', status: 'Disabled' },
      '/policy',
      ['status Disabled', 'name and description'],
    ],
  ])('is said when %s fails: what was done before, and what was not', async (_what, asked, path, done) => {
    const refused: Fault = {
      kind: 'status',
      status: 403,
      act: false,
      body: '{"success":false,"message":"ACCESS_DENIED"}',
    };
    const world = await solarNetwork(
      {},
      { onRequest: ({ path: sent }) => (sent.endsWith(path) ? refused : undefined) },
    );
    const { status, errors, json } = await run(world, asked);
    expect(status).toBe(1);
    expect(errors[0]).toContain('did not go through');
    for (const step of done) expect(errors[0]).toContain(step);
    expect(errors[0]).toContain('failed, and possibly done');
    expect(errors[0]).toContain('ACCESS_DENIED');
    // It has no more power than before: what to do about it is left to the user.
    expect(errors[0]).not.toContain('disabled too');
    expect(json['outcome']).toBe('failed');
  });

  test('is said when the answer to a step was lost and the step was done all the same', async () => {
    const world = await solarNetwork(
      {},
      { onRequest: ({ path }) => (path.endsWith('/policy') ? { kind: 'act-then-reset' } : undefined) },
    );
    const { status, errors } = await run(world, { grants: 'node-id: 102', timeout: '1m' });
    expect(status).toBe(1);
    expect(errors[0]).toContain('failed, and possibly done: policy');
    expect(errors[0]).toContain('Read back, it is what it should be all the same');
    expect(world.now()?.policy?.nodeIds).toEqual([100, 101, 102]);
  });

  test('is said to be unknown when it cannot be read back', async () => {
    let changed = false;
    const world = await solarNetwork(
      {},
      {
        onRequest: ({ method }) => {
          changed ||= method === 'PATCH';
          return changed && method === 'GET' ? { kind: 'refuse-before' } : undefined;
        },
      },
    );
    const { status, errors, json } = await run(world, { grants: 'node-id: 102' });
    expect(status).toBe(1);
    expect(errors[0]).toContain('It could not be read back');
    expect(json).not.toHaveProperty('after');
  });

  test('is looked at also when the step was asked to stop in the middle, and no further step is begun', async () => {
    const stop = createTestStop();
    const world = await solarNetwork(
      {},
      { onRequest: first('POST', /\/info$/, { kind: 'callback', afterActing: () => stop.request('SIGTERM') }) },
    );
    const { status, errors, writes } = await run(world, { name: 'x', grants: 'node-id: 102' }, { stop });
    expect(status).toBe(143);
    expect(writes).toEqual(['POST /info']);
    expect(errors[0]).toContain('(done: name and description; not begun: policy): stopped by SIGTERM');
    expect(world.now()?.name).toBe('x');
  });

  test('is not touched when the step was asked to stop before', async () => {
    const stop = createTestStop();
    const world = await solarNetwork(
      {},
      { onRequest: first('GET', /\/find$/, { kind: 'callback', afterActing: () => stop.request('SIGINT') }) },
    );
    const { status, writes, errors } = await run(world, { name: 'x' }, { stop });
    expect({ status, writes }).toEqual({ status: 130, writes: [] });
    expect(errors[0] ?? 'nothing was changed').toMatch(/not begun|nothing was changed/);
  });

  test('is said also when it cannot be handed on', async () => {
    const world = await solarNetwork();
    const { status, errors } = await run(
      world,
      { name: 'x' },
      {
        deliver: () => {
          throw new Error('the outputs could not be set');
        },
      },
    );
    expect(status).toBe(1);
    expect(errors).toEqual([`Updated ${world.id}. But the outputs could not be set`]);
  });
});

describe('an InfluxDB token', () => {
  test('gets another description before its marker', async () => {
    const world = await influxdb();
    const { status, writes, outputs } = await run(world, { description: 'weekly' });
    expect({ status, writes }).toEqual({ status: 0, writes: [`PATCH /api/v2/authorizations/${world.id}`] });
    expect(world.now()?.description).toBe(`weekly ${MARKER}`);
    expect(outputs).toMatchObject({ name: '', status: 'active', expires_at: ENDS });
  });

  test('is emptied of its description, but for the marker', async () => {
    const world = await influxdb();
    expect((await run(world, { clear: 'description' })).status).toBe(0);
    expect(world.now()?.description).toBe(MARKER);
  });

  test('becomes inactive, and active again', async () => {
    const world = await influxdb();
    expect((await run(world, { status: 'inactive' })).outputs['status']).toBe('inactive');
    expect(world.now()?.status).toBe('inactive');
    expect((await run(world, { status: 'active' })).outputs['status']).toBe('active');
    expect(world.now()?.status).toBe('active');
  });

  test('of somebody else is changed with foreign: true only, and gets no marker', async () => {
    const world = await influxdb({ description: 'made by hand' });
    const refused = await run(world, { description: 'x' });
    expect(refused).toMatchObject({ status: 1, writes: [] });
    expect(refused.errors[0]).toContain(
      'no marker of mint-token is at the end of its description, and InfluxDB does not tell whether it is the credential itself. If it is meant, set foreign: true',
    );
    expect((await run(world, { description: 'x', foreign: 'true' })).status).toBe(0);
    expect(world.now()?.description).toBe('x');
  });

  test('with a marker of a later version is changed with foreign: true only, and keeps its marker', async () => {
    const world = await influxdb({ description: `text ${LATER_MARKER}` });
    const refused = await run(world, { description: 'x' });
    expect(refused.errors[0]).toContain('its marker is one of a later version of mint-token');
    expect((await run(world, { description: 'x', foreign: 'true' })).status).toBe(0);
    expect(world.now()?.description).toBe(`x ${LATER_MARKER}`);
  });

  test('that is the credential itself is never changed where the server shows it', async () => {
    const world = await influxdb({}, { clearTextLists: true });
    const { errors, writes } = await run(world, { token_id: world.parent.id, status: 'inactive', foreign: 'true' });
    expect(writes).toEqual([]);
    expect(errors[0]).toContain('is the credential itself, which is never changed');
  });

  test('that a server shows in clear text is shown nowhere', async () => {
    const world = await influxdb({}, { clearTextLists: true });
    const secret = world.now()?.token ?? '';
    const updated = await run(world, { description: 'weekly' });
    expect(updated.status).toBe(0);
    expect(JSON.stringify(updated)).not.toContain(secret);
  });

  test('is disabled when it got permissions that nobody asked for', async () => {
    let patched = false;
    const wider: Fault = {
      kind: 'rewrite',
      rewrite: rewriteJson((body) => ({
        ...body,
        permissions: [...(body['permissions'] as unknown[]), { action: 'write', resource: { type: 'users' } }],
      })),
    };
    const world = await influxdb(
      {},
      {
        onRequest: ({ method, path }) => {
          const told = patched && method === 'GET' && path.includes('authorizations/');
          patched ||= method === 'PATCH';
          return told ? wider : undefined;
        },
      },
    );
    const { status, errors } = await run(world, { description: 'weekly' });
    expect(status).toBe(1);
    expect(errors[0]).toContain('it is also "write:users"');
    expect(world.now()?.status).toBe('inactive');
  });
});

describe('a Namespace token', () => {
  test.each([
    [{ expires_in: '2h' }, 7_200],
    [{ expires_at: new Date(Date.now() + 7_200_000).toISOString().replace(/\.\d+/, '') }, 7_200],
  ])('gets a later end with %j, by its refresh', async (asked, seconds) => {
    const world = await namespace();
    const { status, writes, told } = await run(world, asked);
    expect({ status, writes }).toEqual({ status: 0, writes: ['POST /RefreshRevokableToken'] });
    expect(Math.abs((world.endsIn() ?? 0) - seconds)).toBeLessThan(10);
    expect(told.join('\n')).toContain('The marker in the description keeps the old end');
  });

  test('counts its end by the clock of the server', async () => {
    const ahead = 7_200_000;
    const world = await namespace(undefined, { now: () => Date.now() + ahead });
    expect((await run(world, { expires_in: '2h' })).status).toBe(0);
    expect(Math.abs((world.endsIn() ?? 0) - 7_200)).toBeLessThan(10);
  });

  test('does not get an earlier end', async () => {
    const world = await namespace();
    const { status, writes, errors } = await run(world, { expires_in: '30m' });
    expect({ status, writes }).toEqual({ status: 1, writes: [] });
    expect(errors[0]).toContain('Namespace only moves an end to later');
  });

  test('that ends then already is not written', async () => {
    const world = await namespace();
    const { status, writes, json } = await run(world, { expires_in: '1h' });
    expect({ status, writes, outcome: json['outcome'] }).toEqual({ status: 0, writes: [], outcome: 'unchanged' });
  });

  test('that lives longer than wanted is said to, with how to revoke it, since it cannot be disabled', async () => {
    let refreshed = false;
    const world = await namespace(undefined, {
      grant: (token) => {
        if (refreshed && token.expiresAt !== undefined) token.expiresAt.seconds += 86_400n;
        refreshed = true;
        return token;
      },
    });
    const { status, errors } = await run(world, { expires_in: '2h' });
    expect(status).toBe(1);
    expect(errors[0]).toContain('it differs in end');
    expect(errors[0]).toContain(`Namespace cannot disable a token. To revoke it: `);
    expect(errors[0]).toContain(`nsc token revoke --token_id ${world.id}`);
  });

  test('of somebody else is changed with foreign: true only', async () => {
    const world = await namespace('made by hand');
    expect((await run(world, { expires_in: '2h' })).errors[0]).toContain('set foreign: true');
    expect((await run(world, { expires_in: '2h', foreign: 'true' })).status).toBe(0);
  });

  test('that does not exist is an error', async () => {
    const world = await namespace();
    const { status, errors } = await run(world, { token_id: 'tok_nothing', expires_in: '2h' });
    expect(status).toBe(1);
    expect(errors[0]).toContain('there is no token tok_nothing');
  });
});

describe('bad inputs', () => {
  test('are told all at once, and nothing is sent', async () => {
    const world = await solarNetwork();
    const { status, errors, told } = await run(world, {
      token_id: 'kF67',
      grants: 'node-ids: 100',
      expires_in: 'soon',
      drop_expiry: 'true',
      clear: 'names',
      name: 'x'.repeat(129),
      status: 'disabled',
      dry_run: 'maybe',
      url: 'ftp://nowhere',
    });
    expect(status).toBe(1);
    expect(world.requests).toEqual([]);
    expect(errors.map((error) => error.replace(/[,:].*$/s, ''))).toEqual([
      'token_id',
      'grants',
      'expires_in',
      'drop_expiry',
      'name',
      'clear',
      'url',
      'status',
      'dry_run',
    ]);
    expect(errors).toContain('status: found "disabled"; expected Active or Disabled. Did you mean "Disabled"?');
    expect(errors).toContain('clear: found "names"; expected name, or description');
    expect(told.at(-1)).toBe('nothing was done: 9 problems with the inputs');
  });

  test.each<readonly [string, Given, string]>([
    [
      'replace without grants',
      { replace: 'true' },
      'replace: it says that grants takes the place of the policy, and none is given',
    ],
    [
      'drop_expiry without replace',
      { drop_expiry: 'true', grants: 'node-id: 1' },
      'drop_expiry: an end is taken away only with the whole policy: set replace: true, and write the policy in grants',
    ],
    [
      'drop_expiry beside an end',
      { drop_expiry: 'true', replace: 'true', grants: 'node-id: 1', expires_in: '1h' },
      'drop_expiry: a new end is given too; keep one of the two',
    ],
    [
      'unrestricted without replace',
      { grants: 'unrestricted' },
      'grants, line 1, column 1: what is added takes nothing away; unrestricted needs replace: true',
    ],
    ['a name that is cleared too', { name: 'x', clear: 'name' }, 'clear: a new name is given too; keep one of the two'],
    ['an end that is none', { expires_in: 'never' }, 'expires_in: found "never", and endless tokens are not minted'],
    ['both ends', { expires_in: '1h', expires_at: LATER }, 'expires_at: expires_in is given too; keep one of the two'],
    [
      'both of a pair in one policy',
      { grants: 'aggregation: Day\nmin-aggregation: Hour' },
      'min-aggregation and aggregation exclude each other; keep one of the two',
    ],
    ['nothing in JSON', { grants: '{}' }, 'grants: it adds nothing; name at least one member, as in node-id: 100'],
    ['an empty list in JSON', { grants: '{"nodeIds":[]}' }, 'the server would drop it and restrict nothing'],
    ['an id in quotes in JSON', { grants: '{"nodeIds":["100"]}' }, 'expected a number without quotes'],
  ])('%s', async (_what, asked, message) => {
    const world = await solarNetwork();
    const { status, errors } = await run(world, asked);
    expect(status).toBe(1);
    expect(errors.join('\n')).toContain(message);
    expect(world.requests).toEqual([]);
  });

  test.each<readonly [string, Given]>([
    ['grants', { grants: 'buckets *: read' }],
    ['expires_in', { expires_in: '1h' }],
    ['name', { name: 'x' }],
    ['replace', { replace: 'true' }],
  ])('InfluxDB cannot change %s, and it is said what it can', async (input, asked) => {
    const world = await influxdb();
    const { errors } = await run(world, asked);
    expect(errors).toEqual([
      `${input}: InfluxDB cannot change that; of a token it can change the status and the description; it knows no names and no expiry, and permissions stay as they were granted`,
    ]);
    expect(world.requests).toEqual([]);
  });

  test('InfluxDB has no names that could be cleared', async () => {
    const world = await influxdb();
    expect((await run(world, { clear: 'name' })).errors).toEqual(['clear: found "name"; expected description']);
  });

  test('Namespace can change nothing but a later end', async () => {
    const world = await namespace();
    const { errors } = await run(world, { name: 'x', description: 'y', grants: 'builder *: ensure', status: 'Active' });
    expect(errors.map((error) => error.replace(/:.*$/s, ''))).toEqual(['grants', 'name', 'description', 'status']);
    expect(errors[0]).toBe(
      'grants: Namespace cannot change that; of a token it can change the end, and only to a later one',
    );
  });

  test.each([
    ['datasette', 'mint another one'],
    ['solarnetwork', 'solarnetwork alone names more than one type'],
    ['influx', 'Did you mean "influxdb"?'],
    ['', 'it is not given'],
  ])('the type %j', async (type, message) => {
    const host = createAdminHost();
    expect(await update(askFor({ ...(type === '' ? {} : { type }), name: 'x' }), host, neverStops)).toEqual({
      kind: 'misused',
    });
    expect(host.errors.join('\n')).toContain(message);
    expect(host.errors.join('\n')).toContain('token_id: it is not given');
  });

  test.each([
    ['solarnetwork', '11acc3aadf3c2000'],
    ['influxdb', 'kF67p6g30eUXQICUgzQf'],
    ['influxdb', '0000000000000000'],
    ['namespace', 'tok_1/../x'],
  ] as const)('an id of another form is no id of %s: %s', async (system, id) => {
    const world = await { solarnetwork: solarNetwork, influxdb, namespace }[system]();
    const seen = world.requests.length;
    const { errors } = await run(world, { token_id: id });
    expect(errors[0]).toContain(`token_id: found "${id}"; expected`);
    expect(world.requests.length).toBe(seen);
  });
});
