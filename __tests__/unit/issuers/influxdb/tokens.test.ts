import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTokens } from '../../../../src/issuers/influxdb/tokens.js';
import { describe as describeAttempt, type Attempt } from '../../../../src/lease/attempt.js';
import { always, first, type Fault } from '../../../fakes/faults.js';
import { allAccessPermissions, mintingPermissions, operatorPermissions } from '../../../fakes/influxdb.js';
import { createWorld, type World } from './world.js';
import type { Context } from '../../../../src/lease/access.js';
import type { Tokens } from '../../../../src/lease/tokens.js';
import { plainText } from '../../../../src/host/plain-text.js';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.close();
});

/** As post takes a lease up again: from what was recorded alone. */
function tokensOf(
  { fake, parent, acme, ports }: World,
  { endpoint = fake.url, context = { orgID: acme } }: { readonly endpoint?: string; readonly context?: Context } = {},
): Required<Tokens> {
  return openTokens({ endpoint, authentication: { kind: 'secret', secret: parent.token } }, context, ports);
}

/** A token of an attempt whose answer was lost, for the parent's user unless another is named. */
function lose({ fake, acme, user }: World, attempt: Attempt, userID = user): string {
  const permissions = [{ action: 'read', resource: { type: 'buckets', orgID: acme } }];
  return fake.addToken({ orgID: acme, userID, permissions, description: describeAttempt(attempt) }).id;
}

describe('revoking', () => {
  test('takes one request, and the token is gone', async () => {
    const { id } = await world.mint();
    world.forget();
    expect(await tokensOf(world).revoke(id)).toBe('revoked');
    expect(world.requests()).toEqual([`DELETE /api/v2/authorizations/${id}`]);
    expect(world.fake.tokens().map((token) => token.id)).toEqual([world.parent.id]);
  });

  test('a token that is already gone is said so by InfluxDB itself', async () => {
    const { id } = await world.mint();
    const tokens = tokensOf(world);
    await tokens.revoke(id);
    expect(await tokens.revoke(id)).toBe('already-gone');
  });

  test('works when the user of the token was deleted', async () => {
    const ada = world.fake.addUser('ada');
    const operator = world.parentWith(operatorPermissions());
    const id = lose(world, world.attempt(), ada);
    world.fake.removeUser(ada);
    expect(await tokensOf(world).revoke(id)).toBe('revoked');
    expect(world.fake.tokens()).toContain(operator);
  });

  test.for<Fault>([
    { kind: 'status', act: false, status: 404, body: 'not found' },
    { kind: 'status', act: false, status: 404, body: '{"code":"not found","message":"path not found"}' },
    { kind: 'status', act: false, status: 404, body: '{"code":"not found","message":"user not found"}' },
    { kind: 'status', act: false, status: 404, body: '{"message":"authorization not found"}' },
    { kind: 'status', act: false, status: 404, body: '{"code":"x","message":"authorization not found"}' },
    { kind: 'status', act: false, status: 400, body: '{"code":"not found","message":"authorization not found"}' },
    { kind: 'html', act: false, status: 404 },
    { kind: 'html', act: false },
    { kind: 'status', act: false, status: 200, body: '{}' },
    { kind: 'redirect', act: false, location: '/' },
  ])('an answer of anything else counts as a failure (case %#)', async (fault) => {
    const other = await createWorld({ onRequest: first('DELETE', /./, fault) });
    const { id } = await other.mint();
    await expect(tokensOf(other).revoke(id)).rejects.toThrow('/api/v2/authorizations/');
    expect(other.fake.tokens()).toHaveLength(2);
    await other.close();
  });

  test('a lost answer is asked again, and the token that is gone by then counts as gone', async () => {
    const other = await createWorld({ onRequest: first('DELETE', /./, { kind: 'act-then-reset' }) });
    const { id } = await other.mint();
    expect(await tokensOf(other).revoke(id)).toBe('already-gone');
    await other.close();
  });

  test('a credential that may not revoke is told what it lacks', async () => {
    const id = lose(world, world.attempt());
    world.parentWith([{ action: 'write', resource: { type: 'users', id: world.user } }]);
    await expect(tokensOf(world).revoke(id)).rejects.toThrow(
      `The credential lacks write:orgs/${world.acme}/authorizations: give it that right`,
    );
    world.parentWith([], 'inactive');
    await expect(tokensOf(world).revoke(id)).rejects.toThrow('The credential is an inactive token');
  });

  test.for(['', 'x', '../me', '0000000000000000', '11acc3aadf3c2000/x'])(
    'an id that is none is not sent: %j',
    async (id) => {
      await expect(tokensOf(world).revoke(id)).rejects.toThrow('the recorded id of the token is no id of InfluxDB');
      expect(world.requests()).toEqual([]);
    },
  );

  test('a record that was tampered with is not followed', () => {
    expect(() => tokensOf(world, { context: { orgID: '7e30e69b70378cc5&x=' } })).toThrow('is no id');
    expect(() => tokensOf(world, { context: {} })).toThrow('is no id');
    expect(() => tokensOf(world, { context: { orgID: world.acme, userID: '../me' } })).toThrow('is no id');
  });
});

describe('finding the token of a lost answer', () => {
  const cases = [false, true];
  test.for(cases)('by its marker, among others (tokens in clear text in the list: %s)', async (clearTextLists) => {
    const other = await createWorld({ clearTextLists });
    const attempt = other.attempt();
    lose(other, other.attempt());
    const id = lose(other, attempt);
    lose(other, { ...attempt, marker: `${attempt.marker} and more` });
    expect(await tokensOf(other).find(attempt)).toEqual({ kind: 'found', ids: [id], complete: true });
    expect(other.requests()).toEqual([`GET /api/v2/authorizations?orgID=${other.acme}`]);
    await other.close();
  });

  test('a description of the user before the marker does not matter', async () => {
    const attempt = { ...world.attempt(), description: 'nightly import ü\n' };
    const id = lose(world, attempt);
    expect(await tokensOf(world).find(attempt)).toMatchObject({ ids: [id] });
  });

  test('none is left: known, when the credential sees itself in the list', async () => {
    for (const permissions of [
      allAccessPermissions(world.acme, world.user),
      operatorPermissions(),
      [
        { action: 'read', resource: { type: 'authorizations', orgID: world.acme } },
        { action: 'read', resource: { type: 'users', id: world.user } },
      ],
    ]) {
      world.parentWith(permissions);
      expect(await tokensOf(world).find(world.attempt())).toEqual({ kind: 'found', ids: [], complete: true });
    }
  });

  test('none is found, but nothing is known: a server without /me, and nothing in its list may read all tokens', async () => {
    const answers: Readonly<Record<string, readonly [status: number, body: unknown]>> = {
      '/api/v2/me': [404, { code: 'not found', message: 'path not found' }],
      '/api/v2/authorizations': [
        200,
        { authorizations: [{ id: '11acc3aadf3c2000', userID: world.user, permissions: [] }] },
      ],
    };
    const other = await createWorld({
      onRequest({ path }) {
        const [status, body] = answers[path] ?? [];
        return status === undefined ? undefined : { kind: 'status', act: false, status, body: JSON.stringify(body) };
      },
    });
    expect(await tokensOf(other).find(other.attempt())).toEqual({ kind: 'found', ids: [], complete: false });
    await other.close();
  });

  test('none is left: a server without /me is believed when something in its list may read all tokens', async () => {
    const pathNotFound = '{"code":"not found","message":"path not found"}';
    const other = await createWorld({
      onRequest: always('GET', '/api/v2/me', { kind: 'status', act: false, status: 404, body: pathNotFound }),
    });
    expect(await tokensOf(other).find(other.attempt())).toEqual({ kind: 'found', ids: [], complete: true });
    await other.close();
  });

  test('none is found, but nothing is known: the credential may not list', async () => {
    const attempt = world.attempt();
    lose(world, attempt);
    for (const permissions of [
      mintingPermissions(world.acme, world.user, []),
      [{ action: 'read', resource: { type: 'authorizations', orgID: world.acme } }],
      [{ action: 'read', resource: { type: 'users', id: world.user } }],
      // An organisation's users are not the user.
      [
        { action: 'read', resource: { type: 'authorizations', orgID: world.acme } },
        { action: 'read', resource: { type: 'users', orgID: world.acme } },
      ],
    ]) {
      world.parentWith(permissions);
      expect(await tokensOf(world).find(attempt)).toEqual({ kind: 'found', ids: [], complete: false });
    }
  });

  test('none is found, but the list shows other tokens only: of another user, or a single one by its id', async () => {
    const attempt = world.attempt();
    lose(world, attempt);
    const ada = world.fake.addUser('ada');
    lose(world, world.attempt(), ada);
    world.parentWith([
      { action: 'read', resource: { type: 'authorizations', orgID: world.acme } },
      { action: 'read', resource: { type: 'users', id: ada } },
    ]);
    expect(await tokensOf(world).find(attempt)).toMatchObject({ ids: [], complete: false });
    // Single tokens by their ids: one of the credential's user that may not list, one of another user that may.
    const ofUser = lose(world, world.attempt());
    const { id: ofAda } = world.fake.addToken({
      orgID: world.acme,
      userID: ada,
      permissions: allAccessPermissions(world.acme, ada),
    });
    for (const id of [ofUser, ofAda]) {
      world.parentWith([
        { action: 'read', resource: { type: 'authorizations', id } },
        { action: 'read', resource: { type: 'users' } },
      ]);
      expect(await tokensOf(world).find(attempt)).toMatchObject({ ids: [], complete: false });
    }
  });

  test('an inactive credential, for which every list is empty, is an error', async () => {
    world.parentWith(allAccessPermissions(world.acme, world.user), 'inactive');
    await expect(tokensOf(world).find(world.attempt())).rejects.toThrow('The credential is an inactive token');
  });

  test('for another user: known only when the credential may read that user', async () => {
    const ada = world.fake.addUser('ada');
    const context = { orgID: world.acme, userID: ada };
    expect(await tokensOf(world, { context }).find(world.attempt())).toMatchObject({ ids: [], complete: false });
    world.parentWith(operatorPermissions());
    expect(await tokensOf(world, { context }).find(world.attempt())).toMatchObject({ ids: [], complete: true });
    const attempt = world.attempt();
    const id = lose(world, attempt, ada);
    expect(await tokensOf(world, { context }).find(attempt)).toMatchObject({ ids: [id], complete: true });
  });

  test('the user of the token is recorded when one was asked for, and only then', async () => {
    expect((await world.plan({ user: world.user })).context).toEqual({ orgID: world.acme, userID: world.user });
    expect((await world.plan()).context).toEqual({ orgID: world.acme });
  });

  test('a list that is larger than other answers may be is read', async () => {
    const many = await createWorld();
    const attempt = many.attempt();
    for (let index = 0; index < 11; index++) {
      many.fake.addToken({ orgID: many.acme, userID: many.user, permissions: [], description: 'x'.repeat(1_000_000) });
    }
    const id = lose(many, attempt);
    expect(await tokensOf(many).find(attempt)).toMatchObject({ ids: [id] });
    await many.close();
  });

  test.for<Fault>([
    { kind: 'html', act: false },
    { kind: 'status', act: false, status: 200, body: '{}' },
    { kind: 'status', act: false, status: 200, body: '{"authorizations":null}' },
    { kind: 'status', act: false, status: 404, body: '' },
  ])('an answer of anything else is not taken for an empty list (case %#)', async (fault) => {
    const other = await createWorld({ onRequest: first('GET', /./, fault) });
    await expect(tokensOf(other).find(other.attempt())).rejects.toThrow('which is not what InfluxDB');
    await other.close();
  });
});

describe('by hand', () => {
  test('a command revokes by id, and holds no secret', () => {
    const command = tokensOf(world, { endpoint: 'https://influx.example/it’s' }).byHand({ id: '11acc3aadf3c2000' });
    expect(command).toBe(
      `curl --fail-with-body -X DELETE -H "Authorization: Token $INFLUX_TOKEN" 'https://influx.example/it’s/api/v2/authorizations/11acc3aadf3c2000'`,
    );
  });

  test('a command finds the id by the marker, and shows no token', () => {
    const attempt = world.attempt();
    const command = tokensOf(world, { endpoint: "https://influx.example/it's" }).byHand({ attempt });
    expect(command).toContain(`'https://influx.example/it'\\''s/api/v2/authorizations?orgID=${world.acme}' | jq -r `);
    expect(command).toContain(`endswith("${attempt.marker}")) | .id'`);
    expect(command).not.toContain(world.parent.token);
  });

  test('without an id both steps are said, and what an empty result is worth', () => {
    const attempt = world.attempt();
    const byHand = tokensOf(world, { endpoint: 'https://influx.example' }).byHand({ attempt });
    const authorizations = 'https://influx.example/api/v2/authorizations';
    expect(byHand).toBe(
      [
        '(1) find its id, with INFLUX_TOKEN set to a token that may list all tokens of its user, such as an all-access token of that user; an empty result from a lesser one proves nothing:',
        `curl --fail-with-body -sS -H "Authorization: Token $INFLUX_TOKEN" '${authorizations}?orgID=${world.acme}' |`,
        `jq -r '.authorizations[] | select(.description | endswith("${attempt.marker}")) | .id'`,
        '(2) delete each id that this prints, in the place of ID:',
        `curl --fail-with-body -X DELETE -H "Authorization: Token $INFLUX_TOKEN" ${authorizations}/ID`,
      ].join(' '),
    );
    expect(plainText(byHand)).toBe(byHand);
  });

  test.skipIf(process.platform === 'win32')('both commands do what they say when they are pasted', async () => {
    const attempt = { ...world.attempt(), description: 'it’s $HOME `x`' };
    const id = lose(world, attempt);
    const other = lose(world, world.attempt());
    const byHand = tokensOf(world).byHand({ attempt });
    const [, search = '', deletion = ''] = /: (curl .+) \(2\) .+?: (curl .+)$/.exec(byHand) ?? [];
    const paste = async (command: string) => {
      const env = { PATH: process.env['PATH'], INFLUX_TOKEN: world.parent.token };
      return (await promisify(execFile)('sh', ['-c', command], { env })).stdout;
    };
    expect(await paste(search)).toBe(`${id}\n`);
    await paste(deletion.replace('ID', id));
    expect(world.fake.tokens().map((token) => token.id)).toEqual([world.parent.id, other]);
    expect(await paste(search)).toBe('');
  });
});
