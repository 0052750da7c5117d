import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finder } from '../../../../src/issuers/influxdb/access.js';
import { describe as describeAttempt } from '../../../../src/lease/attempt.js';
import type { IssuedTokens } from '../../../../src/lease/issued-tokens.js';
import type { ListedToken } from '../../../../src/lease/listed-token.js';
import { formatProblem } from '../../../../src/request/problem.js';
import { runnerWords } from '../../../../src/runner/words.js';
import { always, first } from '../../../fakes/faults.js';
import { mintingPermissions, operatorPermissions, type FakeInfluxdbOptions } from '../../../fakes/influxdb.js';
import { createWorld, surroundingsOf, type World } from './world.js';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.close();
});

async function open({ fake, parent, acme, ports }: World, given: Readonly<Record<string, string>> = {}) {
  const inputs: Readonly<Record<string, string>> = { url: fake.url, credential: parent.token, org: acme, ...given };
  const found = finder.findAccess((input) => inputs[input], surroundingsOf(), runnerWords);
  if (!found.ok) throw new Error(found.problems.map(formatProblem).join('\n'));
  const tokens = await found.value.openIssuedTokens?.(ports);
  if (tokens === undefined) throw new Error('there are no tokens');
  return tokens;
}

async function all(
  tokens: IssuedTokens,
  mayLack: (why: string) => void = () => undefined,
): Promise<readonly ListedToken[]> {
  const listed: ListedToken[] = [];
  for await (const token of tokens.list(mayLack)) listed.push(token);
  return listed;
}

async function other(options: FakeInfluxdbOptions): Promise<World> {
  await world.close();
  return (world = await createWorld(options));
}

describe('the list', () => {
  test('has each token of the organisation as the server tells it', async () => {
    const attempt = world.attempt();
    const { fake, acme, user, buckets, parent } = world;
    const permissions = [{ action: 'read', resource: { type: 'buckets', id: buckets.iotCenter, orgID: acme } }];
    const description = `nightly import ${describeAttempt(attempt)}`;
    const { id } = fake.addToken({ orgID: acme, userID: user, permissions, description, status: 'inactive' });
    fake.addToken({ orgID: world.elsewhere, userID: user, permissions });
    const listed = new Map((await all(await open(world))).map((token) => [token.id, token]));
    expect([...listed.keys()].toSorted()).toEqual([parent.id, id].toSorted());
    const token = listed.get(id);
    expect(token).toMatchObject({
      id,
      type: 'influxdb',
      name: undefined,
      description,
      status: 'inactive',
      expiresAt: undefined,
      grants: [
        { action: 'read', resource: { type: 'buckets', id: buckets.iotCenter, orgID: acme, name: 'iot-center' } },
      ],
      managesTokens: false,
      isCredential: undefined,
    });
    expect(Math.abs((token?.createdAt ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(listed.get(parent.id)).toMatchObject({ managesTokens: true, isCredential: undefined });
    expect(world.ports.notices).toEqual([]);
  });

  test('tells which token is the credential where the server shows values, and shows none of them', async () => {
    await other({ clearTextLists: true });
    const { id, secret } = await world.mint();
    const listed = await all(await open(world));
    expect(Object.fromEntries(listed.map((token) => [token.id, token.isCredential]))).toEqual({
      [world.parent.id]: true,
      [id]: false,
    });
    expect(JSON.stringify(listed)).not.toContain(secret);
    expect(JSON.stringify(listed)).not.toContain(world.parent.token);
  });

  test('has those of one user alone when one is named', async () => {
    const ada = world.fake.addUser('ada');
    world.parentWith(operatorPermissions());
    const { id } = world.fake.addToken({ orgID: world.acme, userID: ada, permissions: [] });
    expect((await all(await open(world, { user: 'ada' }))).map((token) => token.id)).toEqual([id]);
  });

  test('is said to lack tokens when the credential may not see all', async () => {
    await world.mint();
    world.parentWith(mintingPermissions(world.acme, world.user, []));
    const reasons: string[] = [];
    await all(await open(world), (why) => reasons.push(why));
    expect(reasons).toEqual(['the server shows the credential no token of this organisation']);
  });

  test('of an inactive credential is refused: the server shows it none, as if there were none', async () => {
    await world.mint();
    world.parentWith(operatorPermissions(), 'inactive');
    await expect(all(await open(world))).rejects.toThrow('The credential is an inactive token');
  });

  test('that is none is an error', async () => {
    await other({ onRequest: always('GET', '/api/v2/authorizations', { kind: 'html', act: false }) });
    await expect(all(await open(world))).rejects.toThrow("not what InfluxDB's v2 API answers here");
  });
});

describe('reading', () => {
  test('tells what is there, what is not, and what is of another organisation, in the order of the ids', async () => {
    const { id } = await world.mint();
    world.parentWith(operatorPermissions());
    const foreign = world.fake.addToken({ orgID: world.elsewhere, userID: world.user, permissions: [] });
    const tokens = await open(world);
    const read = await tokens.read(['11acc3aadf3c2000', id, foreign.id]);
    expect(read).toMatchObject([
      { kind: 'absent' },
      { kind: 'read', token: { id } },
      { kind: 'elsewhere', reason: expect.stringContaining('another organisation') as string },
    ]);
  });

  test('a token whose owner was deleted cannot be read, and is not called absent', async () => {
    const ada = world.fake.addUser('ada');
    world.parentWith(operatorPermissions());
    const { id } = world.fake.addToken({ orgID: world.acme, userID: ada, permissions: [] });
    world.fake.removeUser(ada);
    const [read] = await (await open(world)).read([id]);
    expect(read).toMatchObject({ kind: 'unreadable', error: { message: expect.stringContaining('404') as string } });
  });

  test('one that fails takes nothing from the others', async () => {
    await other({
      onRequest: always('GET', '/api/v2/authorizations/11acc3aadf3c2000', { kind: 'html', act: false, status: 403 }),
    });
    const { id } = await world.mint();
    const read = await (await open(world)).read(['11acc3aadf3c2000', id]);
    expect(read.map(({ kind }) => kind)).toEqual(['unreadable', 'read']);
  });

  test('an answer about another token is not believed', async () => {
    await other({
      onRequest: first('GET', /authorizations\/11acc3aadf3c2000$/, {
        kind: 'status',
        act: false,
        status: 200,
        body: '{"id":"11acc3aadf3c2001"}',
      }),
    });
    const [read] = await (await open(world)).read(['11acc3aadf3c2000']);
    expect(read?.kind).toBe('unreadable');
  });
});
