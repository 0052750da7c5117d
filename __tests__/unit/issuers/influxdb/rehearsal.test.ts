import fc from '../../../properties.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { coverageOf, type Permission } from '../../../../src/issuers/influxdb/permissions.js';
import { Refused } from '../../../../src/lease/issuer.js';
import { always, rewriteJson } from '../../../fakes/faults.js';
import {
  allAccessPermissions,
  mintingPermissions,
  operatorPermissions,
  type FakePermission,
} from '../../../fakes/influxdb.js';
import { createWorld, type Given, type World } from './world.js';

let world: World;
beforeEach(async () => {
  world = await createWorld({ withoutParent: true });
});
afterEach(async () => {
  await world.close();
});

async function rehearse(given: Given = {}): Promise<readonly string[]> {
  const plan = await world.plan({ grants: 'buckets *: read', ...given });
  world.forget();
  const notices = (await plan.rehearse?.()) ?? [];
  return notices.map(({ level, message }) => `${level}: ${message}`);
}

async function refusalOf(given: Given = {}): Promise<string> {
  const error: unknown = await rehearse(given).then(
    (notices) => new Error(`nothing was refused: ${notices.join('; ')}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refused)) throw error;
  return error.message;
}

async function isRefused(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (error) {
    if (error instanceof Refused) return true;
    throw error;
  }
}

/** `read:orgs/O/buckets/B`, as InfluxDB writes permissions. */
function permission(text: string): FakePermission {
  const [, action = '', orgID, type = '', id] =
    /^(read|write):(?:orgs\/([^/]+)\/(?=.))?([A-Za-z]+)(?:\/(.+))?$/.exec(text) ?? [];
  return { action, resource: { type, id, orgID } };
}

/** What lets a credential list its user's tokens, itself among them. */
const listing = ({ acme, user }: World) => [`read:orgs/${acme}/authorizations`, `read:users/${user}`];
const minting = ({ acme, user }: World) => [`write:orgs/${acme}/authorizations`, `write:users/${user}`];

const parentWith = (...permissions: readonly string[]) => world.parentWith(permissions.map(permission));

describe('a dry run', () => {
  test('says nothing of a credential that can do it all, and changes nothing', async () => {
    world.parentWith(allAccessPermissions(world.acme, world.user));
    const before = world.fake.tokens();
    expect(await rehearse()).toEqual([]);
    expect(world.fake.tokens()).toEqual(before);
    expect(world.requests()).toEqual([
      'GET /api/v2/authorizations',
      `GET /api/v2/orgs?orgID=${world.acme}`,
      'GET /api/v2/me',
    ]);
  });

  test('says nothing of the smallest credential that can do it all', async () => {
    const { acme, buckets } = world;
    parentWith(...listing(world), ...minting(world), `read:orgs/${acme}/buckets/${buckets.iotCenter}`);
    expect(await rehearse({ grants: 'buckets iot-center: read' })).toEqual([]);
  });

  test('refuses an unknown or inactive credential, and an organisation that is not there', async () => {
    world.parentWith(allAccessPermissions(world.acme, world.user));
    await expect(rehearse({ credential: 'not-a-real-secret-nobody-has' })).rejects.toThrow(Refused);
    await expect(rehearse({ org: '7e30e69b70378cc5' })).rejects.toThrow(
      'there is no organisation with the id 7e30e69b70378cc5',
    );
    world.parentWith(allAccessPermissions(world.acme, world.user), 'inactive');
    await expect(rehearse()).rejects.toThrow('The credential is an inactive token');
  });
});

describe('an organisation is told to be missing by InfluxDB alone', () => {
  test.for([
    [404, '<h1>Not found</h1>'],
    [404, '{"code":"unavailable","message":"not found"}'],
    [403, '{"code":"not found","message":"organization not found"}'],
  ] as const)('%s %s says nothing of it', async ([status, body]) => {
    const other = await createWorld({
      onRequest: always('GET', '/api/v2/orgs', { kind: 'status', act: false, status, body }),
    });
    const plan = await other.plan({ grants: 'buckets *: read' });
    expect(await plan.rehearse?.()).toEqual([]);
    await other.close();
  });
});

describe('a dry run with a credential that can see itself, and may not mint', () => {
  test('names all that it lacks, in InfluxDB’s own notation', async () => {
    const { acme, user } = world;
    parentWith(...listing(world), `read:orgs/${acme}/buckets`);
    const grants = `buckets iot-center: read, write\ntelegrafs *: read\norgs ${acme}: read`;
    expect(await refusalOf({ grants })).toBe(
      `a mint would be refused: the credential lacks write:orgs/${acme}/authorizations, write:users/${user}, write:orgs/${acme}/buckets/${world.buckets.iotCenter}, read:orgs/${acme}/telegrafs, read:orgs/${acme}. To mint and to revoke takes write on the authorizations of the organisation, and write on the token's user by the id of that user (a right on the users of an organisation does not count); and a token can hand on only what it holds itself. Give the credential what it lacks, use an all-access token of that user, or remove the grants that it does not hold`,
    );
    expect(world.requests()).toHaveLength(3);
  });

  test('a right on the users of the organisation is none on the user', async () => {
    const { acme, user } = world;
    const rights = [...listing(world), `write:orgs/${acme}/authorizations`, `read:orgs/${acme}/buckets`];
    parentWith(...rights, `write:orgs/${acme}/users`);
    expect(await refusalOf()).toContain(`lacks write:users/${user}. To mint`);
  });

  test('for another user it is that user on whom it needs write', async () => {
    const ada = world.fake.addUser('ada');
    parentWith(...listing(world), ...minting(world), `read:orgs/${world.acme}/buckets`);
    expect(await refusalOf({ user: ada })).toContain(`lacks write:users/${ada}. To mint`);
  });

  test('for another user write on all users will do', async () => {
    const ada = world.fake.addUser('ada');
    const { acme } = world;
    parentWith(...listing(world), `write:orgs/${acme}/authorizations`, 'write:users', 'read:users', 'read:buckets');
    expect(await rehearse({ user: ada })).toEqual([]);
    expect(world.requests()).toHaveLength(4);
  });

  test('what the dry run says and what a mint does are the same, whatever the credential holds', async () => {
    const { acme, elsewhere, user, buckets } = world;
    const pool = [
      ...minting(world),
      ...minting(world),
      'write:authorizations',
      `write:orgs/${elsewhere}/authorizations`,
      'write:users',
      `write:orgs/${acme}/users`,
      'read:buckets',
      `read:orgs/${acme}/buckets`,
      `read:orgs/${acme}/buckets/${buckets.other}`,
      `write:orgs/${acme}/buckets`,
      `write:orgs/${acme}/buckets/${buckets.iotCenter}`,
      `write:buckets/${buckets.iotCenter}`,
      `read:orgs/${acme}`,
      'read:orgs',
    ];
    const grants = fc.constantFrom(
      'buckets *: read',
      'buckets *: write',
      `buckets iot-center: write`,
      `orgs ${acme}: read`,
      `users ${user}: read`,
      'authorizations *: read',
    );
    let refused = 0;
    let minted = 0;
    await fc.assert(
      fc.asyncProperty(fc.subarray(pool, { minLength: 2 }), grants, async (held, grants) => {
        const one = await createWorld({ withoutParent: true });
        try {
          // The same ids in each world.
          expect([one.acme, one.user]).toEqual([acme, user]);
          const readable = `read:orgs/${acme}/buckets/${buckets.iotCenter}`;
          one.parentWith([...listing(one), readable, ...held].map(permission));
          const plan = await one.plan({ grants });
          const said = await isRefused(plan.rehearse?.() ?? Promise.reject(new Error('no dry run')));
          const done = await isRefused(plan.mint(one.attempt(), () => undefined));
          expect(said).toBe(done);
          if (done) refused++;
          else minted++;
        } finally {
          await one.close();
        }
      }),
      { numRuns: 60 },
    );
    expect(Math.min(refused, minted)).toBeGreaterThan(3);
  });
});

describe('which entry of the list is the credential’s', () => {
  const enough = () => [...listing(world), ...minting(world), `read:orgs/${world.acme}/buckets`];
  const addToken = (permissions: readonly string[], more: { userID?: string; status?: 'inactive' } = {}) =>
    world.fake.addToken({ orgID: world.acme, userID: world.user, permissions: permissions.map(permission), ...more });

  test('not one that could not show what was shown: tokens that were minted, and weak ones', async () => {
    addToken([`write:orgs/${world.acme}/buckets`]);
    addToken([`read:orgs/${world.acme}/authorizations`]);
    addToken([`read:users/${world.user}`]);
    parentWith(...enough());
    expect(await rehearse()).toEqual([]);
  });

  test('not one that would have shown more than was shown', async () => {
    world.fake.addToken({
      orgID: world.acme,
      userID: world.user,
      permissions: allAccessPermissions(world.acme, world.user),
    });
    // This one may not read the organisation.
    parentWith(...listing(world), ...minting(world));
    expect(await refusalOf()).toContain(`lacks read:orgs/${world.acme}/buckets. To mint`);
  });

  test('not one of another user, and not an inactive one', async () => {
    const ada = world.fake.addUser('ada');
    addToken([...listing(world), `read:users/${ada}`], { userID: ada });
    addToken([...listing(world), `read:users/${ada}`], { status: 'inactive' });
    parentWith(...enough(), `read:users/${ada}`);
    expect(await rehearse()).toEqual([]);
  });

  test('not one of the organisation, when the credential is of another and holds its rights everywhere', async () => {
    const orgID = world.elsewhere;
    world.fake.addToken({
      orgID,
      userID: world.user,
      permissions: [`read:orgs/${orgID}/authorizations`, `read:users/${world.user}`].map(permission),
    });
    world.parentWith(operatorPermissions());
    expect(await rehearse({ org: orgID })).toEqual([]);
  });

  test('several that hold enough: it is one of them', async () => {
    addToken([...enough(), 'read:users']);
    parentWith(...enough());
    expect(await rehearse()).toEqual([]);
  });

  test('several, of which some do not: that is said, and nothing is refused', async () => {
    addToken(listing(world));
    parentWith(...enough());
    expect(await rehearse()).toEqual([
      'notice: Whether the credential may mint this token could not be told: 2 tokens in the list could be it, and not all of them hold what the mint takes.',
    ]);
    parentWith(...enough(), 'read:orgs');
    expect(await rehearse()).toEqual([]);
  });

  test('several that all lack the same: that is sure', async () => {
    addToken([...listing(world), `write:orgs/${world.acme}/authorizations`]);
    parentWith(...listing(world), `read:orgs/${world.acme}/buckets`);
    expect(await refusalOf()).toContain(`lacks write:users/${world.user}. To mint`);
  });

  test('none, where the server tells no user of its own: that is said', async () => {
    const other = await createWorld({
      onRequest: always('GET', '/api/v2/me', {
        kind: 'status',
        act: false,
        status: 404,
        body: '{"code":"not found","message":"path not found"}',
      }),
    });
    const plan = await other.plan();
    expect(await plan.rehearse?.()).toEqual([
      {
        level: 'notice',
        message:
          'Whether the credential may mint this token could not be told: its own permissions are not in the list of tokens that it is shown.',
      },
    ]);
    await other.close();
  });

  test('one whose permissions are of a kind that nobody knows may be it', async () => {
    const other = await createWorld({
      withoutParent: true,
      onRequest: always('GET', '/api/v2/authorizations', {
        kind: 'rewrite',
        rewrite: rewriteJson(({ authorizations, ...rest }) => ({
          ...rest,
          authorizations: [
            { userID: other.user, status: 'active', permissions: [{ action: 'read', resource: {}, region: 'eu' }] },
            ...(authorizations as readonly unknown[]),
          ],
        })),
      }),
    });
    const { acme } = other;
    other.parentWith([...listing(other), ...minting(other), `read:orgs/${acme}/buckets`].map(permission));
    const plan = await other.plan({ grants: 'buckets *: read' });
    expect(await plan.rehearse?.()).toMatchObject([
      { level: 'notice', message: expect.stringContaining('2 tokens in the list could be it') as string },
    ]);
    await other.close();
  });
});

describe('a dry run with a credential that could not find a lost token', () => {
  test('warns, with what it lacks, and says that the right to mint could not be tried', async () => {
    world.parentWith(mintingPermissions(world.acme, world.user, []));
    expect(await rehearse()).toEqual([
      `warning: If the answer to a mint were lost, its token could not be found and revoked: the server shows the credential no token of this organisation. With read:orgs/${world.acme}/authorizations, read:users/ID (its own user) the credential could find it. Nor could it be tried whether the credential may mint: its own permissions are not in the list of tokens that it is shown.`,
    ]);
    expect(world.requests()).toHaveLength(3);
  });

  test('of another user, whom it may not read: its own rights are known all the same', async () => {
    const ada = world.fake.addUser('ada');
    parentWith(...listing(world), ...minting(world), `write:users/${ada}`, `read:orgs/${world.acme}/buckets`);
    expect(await rehearse({ user: ada })).toEqual([
      `warning: If the answer to a mint were lost, its token could not be found and revoked: the credential may not read the user ${ada}, nor the tokens of that user. With read:orgs/${world.acme}/authorizations, read:users/${world.user}, read:users/${ada} the credential could find it.`,
    ]);
    expect(world.requests()).toHaveLength(4);
  });
});

test('one permission covers another as InfluxDB has it', () => {
  const of = (text: string): Permission => {
    const { action, resource } = permission(text);
    return { action, type: resource.type, id: resource.id, orgID: resource.orgID, name: undefined };
  };
  const wanted = of('read:orgs/O/buckets/B');
  for (const held of [
    'read:buckets',
    'read:orgs/O/buckets',
    'read:orgs/O/buckets/B',
    'read:buckets/B',
    'read:instance',
  ]) {
    expect([held, coverageOf([of(held)])(wanted)]).toEqual([held, true]);
  }
  for (const held of [
    'write:buckets',
    'read:orgs/P/buckets',
    'read:orgs/O/buckets/C',
    'read:orgs/O/tasks',
    'read:orgs/O',
  ]) {
    expect([held, coverageOf([of(held)])(wanted)]).toEqual([held, false]);
  }
  // All of an organisation is less than all, and one is less than all of an organisation.
  expect(coverageOf([of('read:orgs/O/buckets')])(of('read:buckets'))).toBe(false);
  expect(coverageOf([wanted])(of('read:orgs/O/buckets'))).toBe(false);
});
