import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '../../../../src/http/client.js';
import { describe as describeAttempt } from '../../../../src/lease/attempt.js';
import { Refused, type MintedToken } from '../../../../src/lease/issuer.js';
import { first, rewriteJson, type Fault } from '../../../fakes/faults.js';
import { mintingPermissions, operatorPermissions } from '../../../fakes/influxdb.js';
import { createWorld, type Given, type World } from './world.js';
import { influxdb } from '../../../../src/issuers/influxdb/issuer.js';

const PATH = '/api/v2/authorizations';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.close();
});

async function withFault<Value>(fault: Fault, use: (world: World) => Promise<Value>): Promise<Value> {
  const faulty = await createWorld({ onRequest: first('POST', PATH, fault) });
  try {
    return await use(faulty);
  } finally {
    await faulty.close();
  }
}

/** The error that a mint ends with, and whether a token was announced before. */
async function failureOf(of: World, given: Given = {}) {
  const planned = await of.plan(given);
  let born = false;
  const error: unknown = await planned
    .mint(of.attempt(), () => (born = true))
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  if (!(error instanceof Error)) throw new Error('the mint did not fail');
  return { born, refused: error instanceof Refused, message: error.message };
}

async function writes(secret: string, bucket: string): Promise<number> {
  const client = createClient({ endpoint: world.fake.url, ports: world.ports });
  const { status } = await client.send({
    method: 'POST',
    path: `/api/v2/write?org=acme&bucket=${bucket}`,
    headers: () => ({ authorization: `Token ${secret}` }),
    body: 'm f=1',
    repeat: 'safe',
  });
  return status;
}

describe('a token', () => {
  test('is minted by one request, that says everything by id and holds its name and the marker', async () => {
    const { acme, buckets, fake } = world;
    const planned = await world.plan();
    world.forget();
    const attempt = world.attempt();
    await planned.mint(attempt, () => undefined);
    expect(world.requests()).toEqual([`POST ${PATH}`]);
    expect(JSON.parse(fake.requests.at(-1)?.body ?? '')).toEqual({
      orgID: acme,
      status: 'active',
      description: `${attempt.name} ${describeAttempt(attempt)}`,
      permissions: [{ action: 'write', resource: { type: 'buckets', id: buckets.iotCenter, orgID: acme } }],
    });
    expect(fake.requests.at(-1)?.headers).toMatchObject({
      authorization: `Token ${world.parent.token}`,
      'content-type': 'application/json',
    });
  });

  test('may do what was granted and no more', async () => {
    const { secret, granted } = await world.mint({ grants: 'buckets iot-center: write' });
    expect(granted).toMatchObject({ differences: [], unconfirmed: [], expiresAt: undefined, notices: [] });
    expect(await writes(secret, 'iot-center')).toBe(204);
    expect(await writes(secret, 'other')).toBe(403);
  });

  test('has the name that the user gave at the beginning of its description, and the marker at its end', async () => {
    const planned = await world.plan({ name: 'nightly' });
    const attempt = { ...world.attempt(), name: 'nightly', description: 'import of sensors' };
    const { notices } = await planned.mint(attempt, () => undefined);
    expect(world.fake.tokens().at(-1)?.description).toBe(`nightly import of sensors ${attempt.marker}`);
    expect(notices).toEqual([]);
  });

  test('is masked before it is announced', async () => {
    const order: string[] = [];
    const planned = await world.plan({}, { ...world.ports, maskNew: () => void order.push('mask') });
    await planned.mint(world.attempt(), () => void order.push('born'));
    expect(order).toEqual(['mask', 'born']);
  });

  test('of another user and inactive, when that is asked for', async () => {
    const ada = world.fake.addUser('ada');
    world.parentWith(operatorPermissions());
    const { id } = await world.mint({ user: 'ada', status: 'inactive' });
    expect(world.fake.tokens().find((token) => token.id === id)).toMatchObject({ userID: ada, status: 'inactive' });
  });

  test('is minted by the smallest parent that can', async () => {
    const { acme, user, buckets } = world;
    const grant = { action: 'write', resource: { type: 'buckets', id: buckets.iotCenter, orgID: acme } };
    const read = { action: 'read', resource: grant.resource };
    world.parentWith(mintingPermissions(acme, user, [grant, read]));
    const { granted } = await world.mint();
    expect(granted.differences).toEqual([]);
  });

  test('can be had by what is said of this type: its inputs, its example, the form of its file', async () => {
    expect(influxdb).toMatchObject({
      title: 'InfluxDB',
      grantExample: 'buckets iot-center: read, write',
      inputs: ['url', 'credential', 'org', 'user', 'status'],
      expiry: { kind: 'none' },
      tokenFileFormat: 'token',
      exportsTokenFile: false,
    });
    const { leftOpen, shownGrants } = await world.plan({ grants: influxdb.grantExample });
    expect(leftOpen).toEqual([]);
    expect(shownGrants).toEqual([`buckets iot-center (id ${world.buckets.iotCenter}): read, write`]);
  });

  test('goes to later steps by the variables of the influx command', async () => {
    const token: MintedToken = {
      type: 'influxdb',
      id: '11acc3aadf3c2000',
      secret: 'not-a-real-secret',
      name: 'n',
      expiresAt: Date.UTC(2026, 10, 22, 12),
      grants: '[]',
      unconfirmed: [],
    };
    const plan = await world.plan();
    expect(plan.exports(token, undefined)).toEqual({
      INFLUX_TOKEN: 'not-a-real-secret',
      INFLUX_HOST: world.fake.url,
      INFLUX_ORG_ID: world.acme,
    });
    expect(plan.tokenFile(token)).toBe(
      '{"token":"not-a-real-secret","token_id":"11acc3aadf3c2000","expires_at":"2026-11-22T12:00:00Z"}\n',
    );
  });
});

describe('a refusal says what the parent lacks, and mints nothing', () => {
  const cases: readonly [string, (world: World) => Given, RegExp][] = [
    [
      'the right to create tokens',
      (w) => {
        w.parentWith([{ action: 'read', resource: { type: 'buckets', orgID: w.acme } }]);
        return {};
      },
      /"write:orgs\/[0-9a-f]{16}\/authorizations is unauthorized"\. The credential lacks write:orgs\/[0-9a-f]{16}\/authorizations: give it that right/,
    ],
    [
      'the right on its own user, which one on the organisation’s users does not give',
      (w) => {
        w.parentWith([
          { action: 'write', resource: { type: 'authorizations', orgID: w.acme } },
          { action: 'write', resource: { type: 'users', orgID: w.acme } },
          { action: 'read', resource: { type: 'buckets', orgID: w.acme } },
        ]);
        return {};
      },
      /The credential needs write:users\/[0-9a-f]{16}: .*a right on the users of an organisation does not count/,
    ],
    [
      'what it should hand on',
      (w) => {
        w.parentWith(
          mintingPermissions(w.acme, w.user, [{ action: 'read', resource: { type: 'buckets', orgID: w.acme } }]),
        );
        return {};
      },
      /answered 403 Forbidden: "permission write:.* is not allowed: .*"\. A token can hand on only what it holds itself, and the credential does not hold write:orgs\/[0-9a-f]{16}\/buckets\/[0-9a-f]{16}/,
    ],
    [
      'the right in another organisation',
      (w) => ({ org: w.elsewhere, grants: 'buckets *: read' }),
      /lacks write:orgs\//,
    ],
    [
      'an organisation that exists',
      (w) => {
        w.parentWith(operatorPermissions());
        return { org: '0123456789abcdef', grants: 'buckets *: read' };
      },
      /"unable to create token"\. The organisation or the user does not exist/,
    ],
    [
      'a user that exists',
      (w) => {
        w.parentWith(operatorPermissions());
        return { user: '0123456789abcdef', grants: 'buckets *: read' };
      },
      /The organisation or the user does not exist/,
    ],
    [
      'being active',
      (w) => {
        w.parentWith([], 'inactive');
        return { grants: 'buckets *: read' };
      },
      /The credential is an inactive token: activate it/,
    ],
    [
      'being known',
      () => ({ credential: 'not-a-real-secret-nobody-has', grants: 'buckets *: read' }),
      /does not know the credential/,
    ],
  ];
  test.for(cases)('%s', async ([, given, expected]) => {
    const wanted = given(world);
    const before = world.fake.tokens();
    const failure = await failureOf(world, wanted);
    expect(failure).toMatchObject({ born: false, refused: true });
    expect(failure.message).toMatch(expected);
    expect(failure.message).not.toContain(world.parent.token);
    expect(world.fake.tokens()).toEqual(before);
  });

  test('a server that cannot be reached surely minted nothing', async () => {
    const planned = await world.plan();
    await world.fake.close();
    await expect(planned.mint(world.attempt(), () => undefined)).rejects.toThrow(Refused);
    world = await createWorld();
  });

  test('too many requests, said by whomever', async () => {
    const other = await createWorld({
      onRequest: ({ method }) => (method === 'POST' ? { kind: 'status', act: false, status: 429 } : undefined),
    });
    expect(await failureOf(other)).toMatchObject({ refused: true });
    expect(other.fake.tokens()).toHaveLength(1);
    await other.close();
  });
});

describe('an answer that says nothing sure is a lost one: no refusal, no token', () => {
  test.for<Fault>([
    { kind: 'act-then-reset' },
    { kind: 'refuse-before' },
    { kind: 'act-then-half-answer' },
    { kind: 'html', act: true },
    { kind: 'html', act: false, status: 403 },
    { kind: 'redirect', act: false, location: '/elsewhere' },
    {
      kind: 'status',
      act: true,
      status: 500,
      body: '{"code":"internal error","message":"An internal error has occurred"}',
    },
    { kind: 'status', act: true, status: 503, body: '{"code":"unavailable","message":"starting"}' },
    { kind: 'status', act: true, status: 408, body: '{"code":"timeout","message":"too slow"}' },
    { kind: 'status', act: false, status: 404, body: 'no such page' },
    { kind: 'status', act: false, status: 403, body: '{"message":"Forbidden"}' },
    { kind: 'status', act: true, status: 204 },
    { kind: 'status', act: true, status: 201, body: '[]' },
    { kind: 'status', act: true, status: 201, body: '' },
  ])('$kind (case %#)', async (fault) => {
    await withFault(fault, async (faulty) => {
      expect(await failureOf(faulty)).toMatchObject({ born: false, refused: false });
    });
  });

  const change = (members: Readonly<Record<string, unknown>>): Fault => ({
    kind: 'rewrite',
    rewrite: rewriteJson((body) => ({ ...body, ...members })),
  });

  test.for([
    { id: undefined },
    { id: '' },
    { id: 7 },
    { id: '0000000000000000' },
    { id: '11acc3aadf3c200' },
    { id: '../../../../admin' },
  ])('an answer without a usable id, whose token is masked nevertheless (case %#)', async (members) => {
    await withFault(change(members), async (faulty) => {
      const failure = await failureOf(faulty);
      expect(failure).toEqual({
        born: false,
        refused: false,
        message: `POST ${faulty.fake.url}${PATH} answered 201 Created, but the answer holds no id of 16 hexadecimal digits`,
      });
      const minted = faulty.fake.tokens().at(-1)?.token ?? '';
      expect(faulty.masked).toEqual([minted]);
      expect(failure.message).not.toContain(minted);
    });
  });

  test.for([
    { token: undefined, masked: [] },
    { token: '', masked: [] },
    { token: null, masked: [] },
    { token: 'not-a-real-secret\nx', masked: ['not-a-real-secret\nx'] },
    { token: 'not-a-real-secret\u001b', masked: ['not-a-real-secret\u001b'] },
  ])('an answer without a usable token (case %#)', async ({ token, masked }) => {
    await withFault(change({ token }), async (faulty) => {
      expect(await failureOf(faulty)).toEqual({
        born: false,
        refused: false,
        message: `POST ${faulty.fake.url}${PATH} answered 201 Created, but the answer holds no usable token`,
      });
      expect(faulty.masked).toEqual(masked);
    });
  });

  test.for(['x'.repeat(16 * 1024 + 1), '='.repeat(5_000_000)])(
    'an answer with a token that is longer than any is a lost one, and is not read (case %#)',
    async (token) => {
      await withFault(change({ token }), async (faulty) => {
        expect(await failureOf(faulty)).toMatchObject({
          born: false,
          refused: false,
          message: expect.stringContaining('longer texts in the place of a token than can be masked') as string,
        });
      });
    },
  );
});

describe('an answer that is not what was asked for is told, member by member', () => {
  interface Shown {
    readonly action: string;
    readonly resource: Readonly<Record<string, unknown>>;
  }
  const permissions = (edit: (permission: Shown) => unknown): Fault => ({
    kind: 'rewrite',
    rewrite: rewriteJson((body) => ({ ...body, permissions: (body['permissions'] as Shown[]).flatMap(edit) })),
  });
  const resource = (members: Readonly<Record<string, unknown>>): Fault =>
    permissions(({ action, resource }) => ({ action, resource: { ...resource, ...members } }));
  const member = (members: Readonly<Record<string, unknown>>): Fault => ({
    kind: 'rewrite',
    rewrite: rewriteJson((body) => ({ ...body, ...members })),
  });
  const another = { action: 'read', resource: { type: 'authorizations' } };

  test.for<[string, Fault, string]>([
    ['a wider resource: no id', resource({ id: undefined }), 'grants'],
    ['a wider resource: an id that is null', resource({ id: null }), 'grants'],
    ['a wider resource: an empty id', resource({ id: '' }), 'grants'],
    ['another id', resource({ id: '7e30e69b70378cc5' }), 'grants'],
    ['all organisations', resource({ orgID: undefined }), 'grants'],
    ['another organisation of the grant', resource({ orgID: '7e30e69b70378cc5' }), 'grants'],
    ['another type', resource({ type: 'authorizations' }), 'grants'],
    ['another action', permissions(({ resource }) => ({ action: 'read', resource })), 'grants'],
    ['one more grant', permissions((permission) => [permission, another]), 'grants'],
    ['no grant', permissions(() => []), 'grants'],
    ['an id that is no text', resource({ id: 7 }), 'grants'],
    ['no list of grants', member({ permissions: null }), 'grants'],
    ['a grant that is no object', member({ permissions: ['*'] }), 'grants'],
    ['another organisation', member({ orgID: '7e30e69b70378cc5' }), 'organisation'],
    ['no organisation', member({ orgID: undefined }), 'organisation'],
    ['another status', member({ status: 'inactive' }), 'status'],
  ])('%s', async ([, fault, what]) => {
    await withFault(fault, async (faulty) => {
      const { granted } = await faulty.mint();
      expect(granted.differences).not.toEqual([]);
      expect(granted.differences.every((difference) => difference.what === what)).toBe(true);
    });
  });

  test('another user than the one that was asked for', async () => {
    await withFault(member({ userID: '7e30e69b70378cc5' }), async (faulty) => {
      const { granted } = await faulty.mint({ user: faulty.user });
      expect(granted.differences).toEqual([{ what: 'user', asked: faulty.user, granted: '"7e30e69b70378cc5"' }]);
    });
  });

  test('an owner that the answer itself contradicts, where none was asked for', async () => {
    await withFault(member({ userID: '7e30e69b70378cc5' }), async (faulty) => {
      expect((await faulty.mint()).granted.differences.map(({ what }) => what)).toEqual(['user']);
    });
  });

  test('the difference names what was asked for and what was granted', async () => {
    await withFault(resource({ id: undefined }), async (faulty) => {
      const { acme, buckets } = faulty;
      expect((await faulty.mint()).granted.differences).toEqual([
        {
          what: 'grants',
          asked: `"write:orgs/${acme}/buckets/${buckets.iotCenter}"`,
          granted: `also "write:orgs/${acme}/buckets"`,
        },
        { what: 'grants', asked: `"write:orgs/${acme}/buckets/${buckets.iotCenter}"`, granted: 'nothing of it' },
      ]);
    });
  });

  test.for<[string, Fault]>([
    ['the same grants twice', permissions((permission) => [permission, permission])],
    ['other decorations', resource({ name: 'iot-center', org: 'renamed' })],
    ['members that nobody asked about', member({ links: null, createdAt: 7 })],
  ])('no difference: %s', async ([, fault]) => {
    await withFault(fault, async (faulty) => {
      expect((await faulty.mint()).granted.differences).toEqual([]);
    });
  });

  test.for([{ id: null }, { id: '' }, {}])(
    'no difference: all buckets, however the answer says all (%j)',
    async (members) => {
      await withFault(resource(members), async (faulty) => {
        expect((await faulty.mint({ grants: 'buckets *: write' })).granted.differences).toEqual([]);
      });
    },
  );

  test('what is told as granted has the names by which it was asked for', async () => {
    await withFault(resource({ name: 'renamed' }), async (faulty) => {
      expect((await faulty.mint()).granted.grants).toBe((await faulty.plan()).grants);
    });
  });

  test.for([200, 299])('a token in any answer of success is a token: %s', async (status) => {
    const fault: Fault = { kind: 'rewrite', rewrite: (answer) => ({ ...answer, status }) };
    await withFault(fault, async (faulty) => {
      const { id, secret } = await faulty.mint();
      expect(faulty.fake.tokens().at(-1)).toMatchObject({ id, token: secret });
    });
  });

  test.for([300, 400])('a token in any other answer is none, and masked all the same: %s', async (status) => {
    const fault: Fault = { kind: 'rewrite', rewrite: (answer) => ({ ...answer, status }) };
    await withFault(fault, async (faulty) => {
      expect(await failureOf(faulty)).toMatchObject({ born: false, refused: false });
      expect(faulty.masked).toEqual([faulty.fake.tokens().at(-1)?.token]);
    });
  });

  test('a description that was not kept is warned about: no sweep could find the token', async () => {
    await withFault(member({ description: 'cut' }), async (faulty) => {
      expect((await faulty.mint()).granted.notices).toEqual([
        {
          level: 'warning',
          message:
            'InfluxDB did not keep the description of the token: if the job dies, no sweep can find the token by it.',
        },
      ]);
    });
  });
});
