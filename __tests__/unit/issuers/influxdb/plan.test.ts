import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refused } from '../../../../src/lease/issuer.js';
import { always, first, rewriteJson, type FakeRequest } from '../../../fakes/faults.js';
import { mintingPermissions, operatorPermissions } from '../../../fakes/influxdb.js';
import { createWorld, type Given, type World } from './world.js';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.close();
});

/** The permissions that would be asked for; names as the output shows them. */
async function permissionsOf(given: Given): Promise<unknown> {
  return JSON.parse((await world.plan(given)).grants);
}

async function refusalOf(given: Given): Promise<string> {
  const error: unknown = await world.plan(given).then(
    () => new Error('the plan was made'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refused)) throw error;
  return error.message;
}

const ofBucket = (action: string, id: string, name: string) => ({
  action,
  resource: { type: 'buckets', id, orgID: world.acme, name },
});

describe('what is asked for', () => {
  test('the example of the vendor comes out as exactly that, with the bucket by its id', async () => {
    const { acme, buckets } = world;
    const grants = `[
      {"action": "read", "resource": {"orgID": "${acme}", "type": "authorizations"}},
      {"action": "read", "resource": {"orgID": "${acme}", "type": "buckets"}},
      {"action": "write", "resource": {"orgID": "${acme}", "type": "buckets", "name": "iot-center"}}]`;
    expect(await permissionsOf({ grants })).toEqual([
      { action: 'read', resource: { type: 'authorizations', orgID: acme } },
      { action: 'read', resource: { type: 'buckets', orgID: acme } },
      ofBucket('write', buckets.iotCenter, 'iot-center'),
    ]);
    expect(world.requests()).toEqual([`GET /api/v2/buckets?orgID=${acme}&name=iot-center`]);
  });

  test('repeats add up, and the same bucket by name and id is one', async () => {
    const { iotCenter } = world.buckets;
    const grants = `buckets iot-center: read\nbuckets id=${iotCenter}: read, write\nbuckets iot-center: read`;
    expect(await permissionsOf({ grants })).toEqual([
      ofBucket('read', iotCenter, 'iot-center'),
      ofBucket('write', iotCenter, 'iot-center'),
    ]);
    expect(world.requests()).toHaveLength(2);
  });

  test('the organisation and a user are asked for by id, never with an orgID', async () => {
    const { acme, user } = world;
    expect(await permissionsOf({ grants: `orgs ${acme}: read\nusers ${user}: read` })).toEqual([
      { action: 'read', resource: { type: 'orgs', id: acme } },
      { action: 'read', resource: { type: 'users', id: user } },
    ]);
    expect(world.requests()).toEqual([]);
  });

  test('the organisation by its name', async () => {
    expect(await permissionsOf({ grants: 'orgs acme: read' })).toEqual([
      { action: 'read', resource: { type: 'orgs', id: world.acme, name: 'acme' } },
    ]);
    expect(world.requests()).toEqual(['GET /api/v2/orgs?org=acme']);
  });

  test('the output is accepted again, and comes out the same', async () => {
    const { grants } = await world.plan({ grants: 'buckets iot-center: write\norgs acme: read\ntelegrafs *: read' });
    expect((await world.plan({ grants })).grants).toBe(grants);
  });

  test('names with any characters are found', async () => {
    const name = 'a b+c&d=e%20f/ü’"';
    const id = world.fake.addBucket(world.acme, name);
    const grants = `buckets ${JSON.stringify(name)}: read`;
    expect(await permissionsOf({ grants })).toEqual([ofBucket('read', id, name)]);
    expect((await world.plan({ grants })).shownGrants).toEqual([`buckets ${JSON.stringify(name)} (id ${id}): read`]);
  });

  test('a dashboard or a task by id is looked at too', async () => {
    for (const type of ['dashboards', 'tasks', 'labels', 'scrapers', 'notificationRules']) {
      const id = world.fake.addResource(type, world.acme);
      expect(await permissionsOf({ grants: `${type} ${id}: read` })).toEqual([
        { action: 'read', resource: { type, id, orgID: world.acme } },
      ]);
    }
    expect(world.requests()).toHaveLength(5);
  });
});

describe('a name that more than one has', () => {
  /** The server shows each that has the name a second time, with another id. */
  const twice = (path: string, list: string) =>
    createWorld({
      onRequest: always('GET', path, {
        kind: 'rewrite',
        rewrite: rewriteJson((body) => {
          const items = body[list] as readonly object[];
          return { ...body, [list]: [...items, ...items.map((item) => ({ ...item, id: 'f'.repeat(16) }))] };
        }),
      }),
    });

  test.each([
    [
      'a bucket',
      '/api/v2/buckets',
      'buckets',
      {},
      'grants, line 1, column 9',
      'iot-center',
      ({ buckets }: World) => buckets.iotCenter,
    ],
    ['an organisation', '/api/v2/orgs', 'orgs', { org: 'acme' }, 'org', 'acme', ({ acme }: World) => acme],
    ['a user', '/api/v2/users', 'users', { user: 'admin' }, 'user', 'admin', ({ user }: World) => user],
  ] as const)('is refused, with the ids: %s', async (_, path, list, given, place, name, idIn) => {
    const doubled = await twice(path, list);
    const grants = list === 'buckets' ? 'buckets iot-center: read' : 'buckets *: read';
    await expect(doubled.plan({ grants, ...given })).rejects.toThrow(
      `${place}: the server shows 2 ${list} named "${name}": ${idIn(doubled)}, ffffffffffffffff. Give the id of the one that is meant, instead of the name`,
    );
    await doubled.close();
  });

  test('is refused for a word that may be an id as well', async () => {
    const doubled = await twice('/api/v2/buckets', 'buckets');
    doubled.fake.addBucket(doubled.acme, '0123456789abcdef');
    await expect(doubled.plan({ grants: 'buckets 0123456789abcdef: read' })).rejects.toThrow(
      /the server shows 2 buckets named "0123456789abcdef"/,
    );
    await doubled.close();
  });
});

describe('the name of a resource by its id', () => {
  test('is left out when it is longer than a person would give', async () => {
    const id = world.fake.addBucket(world.acme, 'x'.repeat(1_001));
    expect(await permissionsOf({ grants: `buckets id=${id}: read` })).toEqual([
      { action: 'read', resource: { type: 'buckets', id, orgID: world.acme } },
    ]);
  });
});

describe('how many requests a plan costs', () => {
  test.for<[string, (world: World) => Given, number]>([
    ['nothing to look up', () => ({ grants: 'buckets *: read' }), 0],
    ['a bucket by name', () => ({ grants: 'buckets iot-center: read, write' }), 1],
    ['a bucket by id', ({ buckets }) => ({ grants: `buckets id=${buckets.other}: read` }), 1],
    ['two buckets', () => ({ grants: 'buckets iot-center: read\nbuckets other: write\nbuckets other: read' }), 2],
    ['a bare word of 16 hexadecimal digits', ({ buckets }) => ({ grants: `buckets ${buckets.other}: read, write` }), 2],
    ['an organisation by name', () => ({ grants: 'buckets *: read', org: 'acme' }), 1],
    ['a user by name', () => ({ grants: 'buckets *: read', user: 'admin' }), 1],
    ['a user by id', ({ user }) => ({ grants: 'buckets *: read', user }), 0],
    ['all by name', () => ({ grants: 'buckets iot-center: read', org: 'acme', user: 'admin' }), 3],
    [
      'a permission object with the name of the organisation',
      () => ({ grants: '{"action":"read","resource":{"type":"buckets","org":"acme"}}' }),
      1,
    ],
  ])('%s', async ([, given, expected]) => {
    await world.plan(given(world));
    expect(world.requests()).toHaveLength(expected);
  });
});

describe('a bucket that cannot be granted', () => {
  test('that does not exist: at the word that names it, with the nearest names', async () => {
    expect(await refusalOf({ grants: 'buckets iot-centre: read' })).toBe(
      `grants, line 1, column 9: organisation ${world.acme} has no bucket named "iot-centre"; names are case-sensitive. Did you mean "iot-center"? The command "influx bucket list --org-id ${world.acme}" shows those that are there`,
    );
    world.fake.addBucket(world.acme, 'iot-center-eu');
    world.fake.addBucket(world.acme, 'Iot-Centre');
    expect(await refusalOf({ grants: '\n  buckets iot-centre: read' })).toContain('grants, line 2, column 11: ');
    expect(await refusalOf({ grants: 'buckets iot-centre: read' })).toContain(
      ' Did you mean "Iot-Centre", "iot-center" or "iot-center-eu"? ',
    );
  });

  test('that is written as it stands in a URL: that names are taken literally', async () => {
    expect(await refusalOf({ grants: 'buckets my%20bucket: read' })).toContain(
      'has no bucket named "my%20bucket"; names are case-sensitive. Note that encoded text is taken literally: "my%20bucket" ("my bucket"?). Write names as they are',
    );
    expect(await refusalOf({ grants: 'buckets iot-center: read', org: 'my%20org' })).toContain('("my org"?)');
  });

  test('that is like no other: names are listed by a command', async () => {
    const refusal = await refusalOf({ grants: 'buckets weather: read' });
    // The server itself says that it is not there, so nothing is asked of the credential.
    expect(world.requests()).not.toContain('GET /api/v2/me');
    expect(refusal).toContain(
      'has no bucket named "weather"; names are case-sensitive. The command "influx bucket list',
    );
  });

  test('the nearest name is found among hundreds, though a page of the list holds a hundred', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `sensor-${index}`);
    const page = ({ query }: FakeRequest): string => {
      const offset = Number(query.get('offset'));
      const buckets = names.slice(offset, offset + Number(query.get('limit')));
      // The page is cut before what may not be read is left out.
      return JSON.stringify({
        buckets: buckets.map((name) => ({ name })).filter(({ name }) => !name.endsWith('5')),
      });
    };
    const many = await createWorld({
      onRequest: (request) =>
        request.query.has('limit') ? { kind: 'status', act: false, status: 200, body: page(request) } : undefined,
    });
    await expect(many.plan({ grants: 'buckets sensor_249: read' })).rejects.toThrow('Did you mean "sensor-249"');
    const pages = many.requests().filter((request) => request.includes('limit=100'));
    expect(pages.map((request) => /offset=\d+/.exec(request)?.[0])).toEqual([
      'offset=0',
      'offset=100',
      'offset=200',
      'offset=300',
    ]);
    await many.close();
  });

  test('the list is read within reason, and once for all that is not found', async () => {
    const body = (offset: string) => JSON.stringify({ buckets: [{ name: `page ${offset}` }] });
    const endless = await createWorld({
      onRequest: ({ query }) =>
        query.has('limit')
          ? { kind: 'status', act: false, status: 200, body: body(query.get('offset') ?? '') }
          : undefined,
    });
    await expect(endless.plan({ grants: 'buckets one: read\nbuckets two: read' })).rejects.toThrow(Refused);
    expect(endless.requests().filter((request) => request.includes('limit=100'))).toHaveLength(10);
    await endless.close();
  });

  test.for([
    ['7e30e69b70378cc', 15],
    ['7e30e69b70378cc5f', 17],
    ['7E30E69B70378CC5FF', 18],
  ] as const)('by a word that was meant as an id: %s has %s digits', async ([word, digits]) => {
    const hint = `An id has exactly 16 hexadecimal digits, and this has ${digits}.`;
    expect(await refusalOf({ grants: `buckets ${word}: read` })).toContain(hint);
    expect(await refusalOf({ org: word })).toContain(hint);
    expect(await refusalOf({ user: word, grants: 'buckets *: read' })).toContain(hint);
    world.parentWith(mintingPermissions(world.acme, world.user, []));
    world.fake.addBucket(world.acme, word);
    world.fake.addOrganization(word);
    world.fake.addUser(word);
    expect(await refusalOf({ grants: `buckets ${word}: read` })).toContain(hint);
    expect(await refusalOf({ org: word })).toContain(hint);
    expect(await refusalOf({ user: word, grants: 'buckets *: read' })).toContain(hint);
  });

  test.for(['7e30e69b70378c', '7e30e69b70378cc5fff', '7e30e69b70378cg', '7e30e69b70378cc5'])(
    'and no other word is counted: %s',
    async (word) => {
      expect(await refusalOf({ grants: `buckets ${word}: read` })).not.toContain('and this has');
      expect(await refusalOf({ grants: `buckets name=${word}: read` })).not.toContain('and this has');
    },
  );

  test('of another organisation, by name', async () => {
    expect(await refusalOf({ grants: 'buckets foreign: read' })).toContain('has no bucket named "foreign"');
  });

  test('of another organisation, by id, although the server would grant it', async () => {
    const { foreign } = world.buckets;
    const expected = /with the id [0-9a-f]{16} does not belong to organisation/;
    expect(await refusalOf({ grants: `buckets id=${foreign}: write` })).toMatch(expected);
    expect(await refusalOf({ grants: `buckets ${foreign}: write` })).toMatch(expected);
    expect(await refusalOf({ grants: `{"action":"write","resource":{"type":"buckets","id":"${foreign}"}}` })).toMatch(
      expected,
    );
    expect(world.requests().some((request) => request.startsWith('POST'))).toBe(false);
  });

  test('of another organisation, by id, with a credential that may read it', async () => {
    const { foreign } = world.buckets;
    world.parentWith([{ action: 'read', resource: { type: 'buckets' } }]);
    expect(await refusalOf({ grants: `buckets id=${foreign}: write` })).toContain(
      `the resource of the type buckets with the id ${foreign} does not belong to organisation ${world.acme}`,
    );
  });

  test('the same holds for every other type', async () => {
    const task = world.fake.addResource('tasks', world.elsewhere);
    world.parentWith([{ action: 'read', resource: { type: 'tasks' } }]);
    expect(await refusalOf({ grants: `tasks ${task}: read` })).toContain('does not belong to organisation');
  });

  test('by an id that nothing has', async () => {
    expect(await refusalOf({ grants: 'buckets id=7e30e69b70378cc5: read' })).toContain(
      'there is no resource of the type buckets with the id 7e30e69b70378cc5',
    );
  });

  test('by an id with the name of another', async () => {
    const { iotCenter } = world.buckets;
    const grants = `{"action":"write","resource":{"type":"buckets","id":"${iotCenter}","name":"other"}}`;
    expect(await refusalOf({ grants })).toContain(`with the id ${iotCenter} has the name "iot-center" and not "other"`);
  });

  test('by an id that nothing has, whatever name stands beside it', async () => {
    const grants = '{"action":"read","resource":{"type":"buckets","id":"7e30e69b70378cc5","name":"iot-center"}}';
    expect(await refusalOf({ grants })).toContain(
      ': there is no resource of the type buckets with the id 7e30e69b70378cc5. The command "influx bucket list',
    );
    expect(await refusalOf({ grants: 'tasks 7e30e69b70378cc5: read' })).toBe(
      'grants, line 1, column 7: there is no resource of the type tasks with the id 7e30e69b70378cc5',
    );
  });

  test('that the credential may not read', async () => {
    world.parentWith(mintingPermissions(world.acme, world.user, []));
    expect(await refusalOf({ grants: 'buckets iot-center: write' })).toBe(
      `grants, line 1, column 9: the server shows the credential no bucket named "iot-center" in organisation ${world.acme}: either there is none, or it is hidden because the credential lacks read:orgs/${world.acme}/buckets. If the name is right, give the credential that permission, or use an all-access token of the organisation`,
    );
    expect(await refusalOf({ grants: 'buckets _monitoring: read' })).toContain(
      `it is hidden because the credential lacks read:orgs/${world.acme}. If`,
    );
    // One that is not there is said to be so to this credential as well.
    expect(await refusalOf({ grants: 'buckets nope: write' })).toContain('has no bucket named "nope"; names are');
    expect(await refusalOf({ grants: `buckets id=${world.buckets.other}: write` })).toContain(
      `The credential lacks read:orgs/${world.acme}/buckets/${world.buckets.other}`,
    );
  });

  test('all of them are told, each with a number and its place', async () => {
    const grants =
      'buckets nope: read\nbuckets iot-center: read\nbuckets id=7e30e69b70378cc5: write\nbuckets nope: write, read';
    const refusal = await refusalOf({ grants, user: 'ada' });
    expect(refusal.match(/^\d problems|\(\d\) .+?: /g)).toEqual([
      '4 problems',
      '(1) user: ',
      '(2) grants, line 1, column 9: ',
      '(3) grants, line 3, column 9: ',
      '(4) grants, line 4, column 9: ',
    ]);
  });

  test('each of them is a problem of its own, at its place, for the annotations of the run', async () => {
    const grants = 'buckets nope: read\nbuckets *: read\nbuckets name=none: write';
    await expect(world.plan({ grants })).rejects.toMatchObject({
      problems: [
        { input: 'grants', at: { line: 1, column: 9 }, message: expect.stringContaining('"nope"') as string },
        { input: 'grants', at: { line: 3, column: 9 }, message: expect.stringContaining('"none"') as string },
      ],
    });
  });

  test('an organisation and a user that are both not there are told together', async () => {
    expect(await refusalOf({ org: 'acne', user: 'ada' })).toMatch(
      /^2 problems: \(1\) org: there is no organisation named "acne".*; \(2\) user: there is no user named "ada"/,
    );
  });
});

describe('a bare word of 16 hexadecimal digits', () => {
  test('is an id when a bucket has it', async () => {
    const { other } = world.buckets;
    expect(await permissionsOf({ grants: `buckets ${other.toUpperCase()}: read` })).toEqual([
      ofBucket('read', other, 'other'),
    ]);
  });

  test('is a name when a bucket has it', async () => {
    const id = world.fake.addBucket(world.acme, '0123456789ABCDEF');
    const expected = [ofBucket('read', id, '0123456789ABCDEF')];
    expect(await permissionsOf({ grants: 'buckets 0123456789ABCDEF: read' })).toEqual(expected);
    expect(await permissionsOf({ grants: 'buckets name=0123456789ABCDEF: read' })).toEqual(expected);
  });

  test('is refused when it is both, until the user says which', async () => {
    const named = world.fake.addBucket(world.acme, '0123456789abcdef');
    world.fake.addBucket(world.acme, 'by-id', '0123456789abcdef');
    const refusal = await refusalOf({ grants: 'buckets 0123456789abcdef: read' });
    expect(refusal).toContain('write "id=0123456789abcdef" or "name=0123456789abcdef"');
    expect(await permissionsOf({ grants: 'buckets id=0123456789abcdef: read' })).toEqual([
      ofBucket('read', '0123456789abcdef', 'by-id'),
    ]);
    expect(await permissionsOf({ grants: 'buckets name=0123456789abcdef: read' })).toEqual([
      ofBucket('read', named, '0123456789abcdef'),
    ]);
  });

  test('is refused too when the id is that of a bucket that is out of sight', async () => {
    world.fake.addBucket(world.acme, '0123456789abcdef');
    world.fake.addBucket(world.elsewhere, 'by-id', '0123456789abcdef');
    expect(await refusalOf({ grants: 'buckets 0123456789abcdef: read' })).toContain(
      'is the id of one bucket and the name of another',
    );
  });

  test('is refused when it is neither', async () => {
    expect(await refusalOf({ grants: 'buckets 0123456789abcdef: read' })).toContain(
      `has the id or the name "0123456789abcdef". The command "influx bucket list --org-id ${world.acme}" shows`,
    );
  });

  test('is refused when it is no id, and a name that is hidden', async () => {
    world.fake.addBucket(world.acme, '0123456789abcdef');
    world.parentWith(mintingPermissions(world.acme, world.user, []));
    expect(await refusalOf({ grants: 'buckets 0123456789abcdef: read' })).toContain('or it is hidden because');
  });
});

describe('an organisation or a user that is not there', () => {
  test('by name, with the nearest that can be seen', async () => {
    expect(await refusalOf({ org: 'acne' })).toBe(
      'org: there is no organisation named "acne"; names are case-sensitive. Did you mean "acme"? The command "influx org list" shows names and ids; either can be given',
    );
    expect(await refusalOf({ user: 'Admin', grants: 'buckets *: read' })).toBe(
      'user: there is no user named "Admin"; names are case-sensitive. Did you mean "admin"? The command "influx user list" shows names and ids; either can be given',
    );
  });

  test('and nothing like it', async () => {
    world.parentWith(mintingPermissions(world.acme, world.user, []));
    expect(await refusalOf({ org: 'acne' })).toBe(
      'org: there is no organisation named "acne"; names are case-sensitive. The command "influx org list" shows names and ids; either can be given',
    );
    expect(await refusalOf({ user: 'ada', grants: 'buckets *: read' })).toContain(
      'there is no user named "ada"; names are case-sensitive. The command "influx user list" shows',
    );
  });

  test('that the credential may not read: what it lacks, and that the id does as well', async () => {
    expect(await refusalOf({ org: 'elsewhere' })).toBe(
      'org: the server shows the credential no organisation named "elsewhere": either there is none, or the credential lacks read:orgs/ID, with the id of the organisation. Give that id (16 hexadecimal digits, shown by "influx org list") instead of the name: it needs no look-up',
    );
    world.fake.addUser('ada');
    expect(await refusalOf({ user: 'ada', grants: 'buckets *: read' })).toBe(
      'user: the server shows the credential no user named "ada": either there is none, or the credential lacks read:users/ID, with the id of the user. Give that id (16 hexadecimal digits, shown by "influx user list") instead of the name: it needs no look-up',
    );
  });

  test('another organisation in a grant, where an id stands beside a name', async () => {
    const { acme, elsewhere } = world;
    const named = `{"action":"read","resource":{"type":"buckets","org":"elsewhere"}}`;
    world.parentWith([{ action: 'read', resource: { type: 'orgs' } }]);
    for (const given of [
      { org: acme, grants: named },
      { org: acme, grants: 'orgs elsewhere: read' },
      { org: 'acme', grants: `{"action":"read","resource":{"type":"buckets","orgID":"${elsewhere}"}}` },
      { org: 'acme', grants: `orgs id=${elsewhere}: read` },
      { org: acme, grants: `{"action":"read","resource":{"type":"orgs","id":"${acme}","name":"elsewhere"}}` },
    ]) {
      expect(await refusalOf(given)).toMatch(/the organisation .* is not the one of org/);
    }
    expect(await refusalOf({ org: acme, grants: `orgs ${elsewhere}: read` })).toContain(
      `grants, line 1, column 6: the organisation ${elsewhere} is not the one of org`,
    );
  });
});

describe('the organisation in a grant', () => {
  const permission = (id: string, name?: string) => [
    { action: 'read', resource: { type: 'orgs', id, ...(name === undefined ? {} : { name }) } },
  ];
  const object = (members: Readonly<Record<string, string>>) =>
    JSON.stringify({ action: 'read', resource: { type: 'orgs', ...members } });

  test('has the name by which it was chosen, and none where an id was', async () => {
    const { acme } = world;
    expect(await permissionsOf({ org: 'acme', grants: `orgs id=${acme}: read` })).toEqual(permission(acme, 'acme'));
    expect(await permissionsOf({ org: acme, grants: `orgs id=${acme}: read` })).toEqual(permission(acme));
    expect(await permissionsOf({ org: 'acme', grants: object({ id: acme, name: 'acme' }) })).toEqual(
      permission(acme, 'acme'),
    );
    expect(await permissionsOf({ org: acme, grants: object({ id: acme, name: 'acme' }) })).toEqual(
      permission(acme, 'acme'),
    );
  });

  test('is refused when its id is that of another, though its name is right', async () => {
    const { elsewhere } = world;
    expect(await refusalOf({ org: 'acme', grants: object({ id: elsewhere, name: 'acme' }) })).toContain(
      `the organisation ${elsewhere} is not the one of org; a token belongs to one organisation and is granted nothing in others`,
    );
  });

  test('that is not there, or another, is told at the word that names it', async () => {
    const { acme } = world;
    const named = (org: string) => `{"action":"read","resource":{"type":"buckets","org":"${org}"}}`;
    expect(await refusalOf({ org: acme, grants: named('acne') })).toMatch(
      /^grants, line 1, column 53: there is no organisation named "acne"; names are case-sensitive\. Did you mean "acme"\?/,
    );
    world.parentWith([{ action: 'read', resource: { type: 'orgs' } }]);
    expect(await refusalOf({ org: acme, grants: named('elsewhere') })).toBe(
      'grants, line 1, column 53: the organisation "elsewhere" is not the one of org; a token belongs to one organisation and is granted nothing in others',
    );
  });

  test('may have a name that looks like an id', async () => {
    const org = world.fake.addOrganization('0123456789abcdef');
    world.parentWith(operatorPermissions());
    expect(await permissionsOf({ org, grants: 'orgs 0123456789abcdef: read' })).toEqual(
      permission(org, '0123456789abcdef'),
    );
  });

  test('is asked for once, however often it is named', async () => {
    const named = '{"action":"read","resource":{"type":"buckets","org":"acme"}}';
    await world.plan({ grants: [named, named, object({ name: 'acme' })].join('\n') });
    expect(world.requests()).toEqual(['GET /api/v2/orgs?org=acme']);
  });
});

describe('a credential that cannot look anything up', () => {
  test('an inactive one is called so, instead of "no such bucket"', async () => {
    world.parentWith([{ action: 'read', resource: { type: 'buckets', orgID: world.acme } }], 'inactive');
    for (const given of [
      {},
      { org: 'acme' },
      { user: 'admin' },
      { grants: `buckets id=${world.buckets.other}: read` },
      { grants: `buckets ${world.buckets.other}: read` },
    ]) {
      expect(await refusalOf(given)).toMatch(
        /: "token is inactive"\. The credential is an inactive token: activate it/,
      );
    }
  });

  test('an unknown one, and one of an inactive user', async () => {
    for (const grants of ['buckets iot-center: read', `buckets id=${world.buckets.other}: read`]) {
      const path = `/api/v2/buckets${grants.includes('id=') ? `/${world.buckets.other}` : ''}`;
      // That is no problem of the grant: it has no place in it.
      expect(await refusalOf({ grants, credential: 'not-a-real-secret-nobody-has' })).toBe(
        `GET ${world.fake.url}${path} answered 401 Unauthorized: "unauthorized access". The server does not know the credential: check that it was not deleted, and that it belongs to this URL`,
      );
    }
    world.fake.setUserStatus(world.user, 'inactive');
    expect(await refusalOf({})).toContain(
      'answered 403 Forbidden: "User is inactive". The user of the credential is inactive',
    );
  });

  test('the credential is in no message', async () => {
    world.parentWith([], 'inactive');
    expect(await refusalOf({})).not.toContain(world.parent.token);
  });
});

describe('a system bucket', () => {
  const reading = (name: string) => ({
    level: 'notice',
    message: `"${name}" is a system bucket: on InfluxDB OSS this grant does not open it for reading; that takes "orgs ${world.acme}: read".`,
  });
  const writing = (name: string) => ({
    level: 'warning',
    message: `"${name}" is a system bucket: with this grant what InfluxDB keeps there can be forged, which notification rules then send, and the bucket can be destroyed, after which checks fail or the log of tasks is gone.`,
  });
  beforeEach(() => {
    world.parentWith([
      { action: 'read', resource: { type: 'orgs', id: world.acme } },
      { action: 'read', resource: { type: 'buckets', orgID: world.acme } },
      { action: 'read', resource: { type: 'tasks', orgID: world.acme } },
    ]);
  });

  test('is granted with what that opens, and does not, said once for each', async () => {
    const grants = 'buckets _monitoring: read, write\nbuckets iot-center: read\nbuckets _tasks: read, read';
    const plan = await world.plan({ grants });
    expect(plan.notices).toEqual([reading('_monitoring'), writing('_monitoring'), reading('_tasks')]);
    const [granted] = JSON.parse(plan.grants) as { readonly resource: { readonly id: string } }[];
    const byId = await world.plan({ grants: `buckets id=${granted?.resource.id ?? ''}: read` });
    expect(byId.notices).toEqual([reading('_monitoring')]);
  });

  test('is told by its id where the server says no name', async () => {
    const { iotCenter } = world.buckets;
    const nameless = await createWorld({
      onRequest: first('GET', `/api/v2/buckets/${iotCenter}`, {
        kind: 'rewrite',
        rewrite: rewriteJson((body) => ({ ...body, name: undefined, type: 'system' })),
      }),
    });
    expect(nameless.buckets).toEqual(world.buckets);
    const { notices } = await nameless.plan({ grants: `buckets id=${iotCenter}: read` });
    expect(notices).toEqual([reading(iotCenter)]);
    await nameless.close();
  });

  test('is said of no other bucket, and of nothing else that is of a type called system', async () => {
    const { iotCenter } = world.buckets;
    const grants = `buckets iot-center: read\nbuckets id=${iotCenter}: write\nbuckets *: read`;
    expect((await world.plan({ grants })).notices).toEqual([]);
    expect((await world.plan({ grants: `orgs ${world.acme}: read` })).notices).toEqual([]);
    const tasks = await createWorld({
      onRequest: first('GET', /^\/api\/v2\/tasks\//, {
        kind: 'rewrite',
        rewrite: rewriteJson((body) => ({ ...body, type: 'system' })),
      }),
    });
    const task = tasks.fake.addResource('tasks', tasks.acme);
    expect((await tasks.plan({ grants: `tasks ${task}: read` })).notices).toEqual([]);
    await tasks.close();
  });
});

describe('answers that are not InfluxDB’s', () => {
  const path = '/api/v2/buckets';

  test.for([
    { kind: 'html', act: false },
    { kind: 'redirect', act: false, location: 'https://sign-in.example/' },
    { kind: 'status', act: false, status: 404, body: 'no such page' },
    { kind: 'status', act: false, status: 200, body: '{}' },
    { kind: 'status', act: false, status: 200, body: '{"buckets":{}}' },
  ] as const)('are not taken for "no such bucket" ($kind, case %#)', async (fault) => {
    const broken = await createWorld({ onRequest: first('GET', path, fault) });
    await expect(broken.plan()).rejects.toThrow('which is not what InfluxDB');
    await broken.close();
  });

  test('an item with another name, another organisation or no id is not the bucket', async () => {
    for (const item of [
      { id: '7e30e69b70378cc5', name: 'iot-center2', orgID: world.acme },
      { id: '7e30e69b70378cc5', name: 'iot-center', orgID: world.elsewhere },
      { id: '0000000000000000', name: 'iot-center', orgID: world.acme },
      { name: 'iot-center', orgID: world.acme },
    ]) {
      const body = JSON.stringify({ buckets: [item] });
      const other = await createWorld({
        onRequest: first('GET', path, { kind: 'status', act: false, status: 200, body }),
      });
      await expect(other.plan()).rejects.toThrow(Refused);
      await other.close();
    }
  });

  test('something in a list that is no object makes the list unreadable', async () => {
    const other = await createWorld({
      onRequest: first('GET', path, { kind: 'status', act: false, status: 200, body: '{"buckets":[null]}' }),
    });
    await expect(other.plan()).rejects.toThrow('with something in its list that is no object');
    await other.close();
  });

  test('a look-up by id that answers another resource', async () => {
    const { iotCenter, other } = world.buckets;
    const body = JSON.stringify({ id: other, orgID: world.acme, name: 'other' });
    const wrong = await createWorld({
      onRequest: first('GET', /./, { kind: 'status', act: false, status: 200, body }),
    });
    await expect(wrong.plan({ grants: `buckets id=${iotCenter}: read` })).rejects.toThrow('which is not what InfluxDB');
    await wrong.close();
  });

  const answering = (path: string | RegExp, status: number, body: unknown) =>
    createWorld({
      onRequest: always('GET', path, {
        kind: 'status',
        act: false,
        status,
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    });

  test('an organisation or a user of another name is not the one that was asked for', async () => {
    const { elsewhere } = world;
    const orgs = await answering('/api/v2/orgs', 200, { orgs: [{ id: elsewhere, name: 'elsewhere' }] });
    await expect(orgs.plan({ org: 'acme' })).rejects.toThrow(
      'the server shows the credential no organisation named "acme"',
    );
    await orgs.close();
    const users = await answering('/api/v2/users', 200, { users: [{ id: elsewhere, name: 'ada' }] });
    await expect(users.plan({ user: 'admin', grants: 'buckets *: read' })).rejects.toThrow(
      'the server shows the credential no user named "admin"',
    );
    await users.close();
  });

  const unauthorized = (permission: string) => ({ code: 'unauthorized', message: `${permission} is unauthorized` });
  const NOT_INFLUXDB = /^GET \S+ answered .*which is not what InfluxDB/;
  test.for<[string, number, (id: string, acme: string) => unknown, (id: string, acme: string) => RegExp | string]>([
    ['not found', 400, () => ({ code: 'not found', message: 'no' }), () => /^GET \S+ answered 400 Bad Request: "no"$/],
    ['a page', 401, () => '<h1>Sign in</h1>', () => NOT_INFLUXDB],
    [
      'a right that is not the one to read',
      403,
      (id, acme) => unauthorized(`read:orgs/${acme}/buckets/${id}`),
      () => /^GET \S+ answered 403 Forbidden: "read:/,
    ],
    [
      'the right resource under another status',
      201,
      (id, acme) => ({ id, orgID: acme, name: 'iot-center' }),
      () => NOT_INFLUXDB,
    ],
    [
      'a resource without an organisation',
      200,
      (id) => ({ id }),
      () => /does not belong to organisation [0-9a-f]{16}$/,
    ],
    [
      'a right that names no organisation',
      401,
      (id) => unauthorized(`read:buckets/${id}`),
      (id) => `The credential lacks read:buckets/${id}: give it that right`,
    ],
    [
      'words that only hold the name of another organisation',
      401,
      (id) => unauthorized(`no read:orgs/7e30e69b70378cc5/buckets/${id}`),
      () => 'The server does not know the credential',
    ],
  ])('a look-up by id that is answered with %s', async ([, status, body, expected]) => {
    const { iotCenter } = world.buckets;
    const odd = await answering(`/api/v2/buckets/${iotCenter}`, status, body(iotCenter, world.acme));
    await expect(odd.plan({ grants: `buckets id=${iotCenter}: read` })).rejects.toThrow(expected(iotCenter, odd.acme));
    await odd.close();
  });

  test('a label that is answered with no object', async () => {
    const odd = await answering(/^\/api\/v2\/labels\//, 200, '[]');
    await expect(odd.plan({ grants: 'labels 7e30e69b70378cc5: read' })).rejects.toThrow(NOT_INFLUXDB);
    await odd.close();
  });

  test('a name that is no text is none', async () => {
    const { iotCenter } = world.buckets;
    const body = { id: iotCenter, orgID: world.acme, name: 7 };
    const odd = await answering(`/api/v2/buckets/${iotCenter}`, 200, body);
    expect(JSON.parse((await odd.plan({ grants: `buckets id=${iotCenter}: read` })).grants)).toEqual([
      { action: 'read', resource: { type: 'buckets', id: iotCenter, orgID: world.acme } },
    ]);
    const named = `{"action":"read","resource":{"type":"buckets","id":"${iotCenter}","name":"7"}}`;
    await expect(odd.plan({ grants: named })).rejects.toThrow(
      `the buckets with the id ${iotCenter} has the name "" and not "7"`,
    );
    await odd.close();
  });

  test.for([
    ['fails', 500, { code: 'internal error', message: 'no' }],
    ['has names that are no text', 200, { buckets: [{ name: 7 }, {}, { name: null }] }],
  ] as const)('what is not there is told without a suggestion when the list of names %s', async ([, status, body]) => {
    const odd = await createWorld({
      onRequest: ({ query }) =>
        query.has('limit') ? { kind: 'status', act: false, status, body: JSON.stringify(body) } : undefined,
    });
    await expect(odd.plan({ grants: 'buckets iot-centre: read' })).rejects.toThrow(
      `grants, line 1, column 9: organisation ${odd.acme} has no bucket named "iot-centre"; names are case-sensitive. The command`,
    );
    await odd.close();
  });

  test('a server without the v2 API is called so', async () => {
    const body = '{"code":"not found","message":"path not found"}';
    const other = await createWorld({
      onRequest: first('GET', path, { kind: 'status', act: false, status: 404, body }),
    });
    await expect(other.plan()).rejects.toThrow(
      'InfluxDB 3 (Core, Enterprise, Dedicated, Clustered) cannot mint v2 tokens',
    );
    await other.close();
  });
});
