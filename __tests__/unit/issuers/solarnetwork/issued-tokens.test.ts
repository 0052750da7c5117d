import { describe, expect, test } from 'vitest';
import { openIssuedTokens } from '../../../../src/issuers/solarnetwork/issued-tokens.js';
import type { ListedToken } from '../../../../src/lease/listed-token.js';
import type { SolarNetworkFake } from '../../../fakes/solarnetwork.js';
import { createSecrets } from '../../../fakes/secrets.js';
import { createTestPorts } from '../../http/test-ports.js';
import { BASE, startFake } from './session.js';

function open({ url, parent }: Pick<SolarNetworkFake, 'url' | 'parent'>) {
  const ports = { ...createTestPorts(), ...createSecrets() };
  const access = {
    endpoint: url,
    authentication: { kind: 'secret', secret: parent.secret, id: parent.id } as const,
  };
  return { tokens: openIssuedTokens(access, ports) };
}

async function all(fake: SolarNetworkFake): Promise<readonly ListedToken[]> {
  const listed: ListedToken[] = [];
  for await (const token of open(fake).tokens.list(() => undefined)) listed.push(token);
  return listed;
}

const END = Date.UTC(2027, 0, 1);

describe('the list', () => {
  test('has the tokens of both types as the server tells them', async () => {
    const fake = await startFake();
    const policy = { nodeIds: [100, 101], sourceIds: ['/A/**'], notAfter: END };
    const one = fake.add({ type: 'ReadNodeData', status: 'Disabled', name: 'nightly', description: 'import', policy });
    const two = fake.add({ type: 'User' });
    const listed = await all(fake);
    expect(listed.find(({ id }) => id === one.id)).toMatchObject({
      type: 'solarnetwork/ReadNodeData',
      status: 'Disabled',
      name: 'nightly',
      description: 'import',
      expiresAt: END,
      grants: { nodeIds: [100, 101], sourceIds: ['/A/**'] },
      managesTokens: false,
      isCredential: false,
    });
    expect(listed.find(({ id }) => id === two.id)).toMatchObject({
      type: 'solarnetwork/User',
      expiresAt: 'never',
      grants: {},
      managesTokens: true,
      isCredential: false,
    });
    expect(listed.filter(({ isCredential }) => isCredential === true).map(({ id }) => id)).toEqual([fake.parent.id]);
  });

  test('of a restricted credential is said to lack tokens: it is shown itself and no other', async () => {
    const fake = await startFake({ parent: { policy: { nodeIds: [1] } } });
    fake.add({});
    const { tokens } = open(fake);
    const [listed, reasons]: readonly string[][] = [[], []];
    for await (const { id } of tokens.list((why) => reasons?.push(why))) listed?.push(id);
    expect(listed).toEqual([fake.parent.id]);
    expect(reasons).toEqual([expect.stringMatching(/^a policy restricts the credential/)]);
  });
});

describe('reading', () => {
  test('asks for several in one request, with a criterion that keeps the answer out of the cache', async () => {
    const fake = await startFake();
    const [one, two] = [fake.add({}), fake.add({})];
    const read = await open(fake).tokens.read([two.id, 'Lqc8Z_KzpD8.L0_emXXX', one.id]);
    expect(read).toMatchObject([
      { kind: 'read', token: { id: two.id } },
      { kind: 'absent' },
      { kind: 'read', token: { id: one.id } },
    ]);
    expect(fake.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET ${BASE}/find`]);
    expect(fake.requests[0]?.target).toContain('tokenTypes=ReadNodeData%2CUser');
  });

  test('an id with a comma is looked for in the whole list', async () => {
    const fake = await startFake();
    const old = fake.add({ id: 'ABC;D12,34xxxxxxxxxx' });
    const [read] = await open(fake).tokens.read([old.id]);
    expect(read).toMatchObject({ kind: 'read', token: { id: old.id } });
    expect(fake.requests.map(({ path }) => path)).toEqual([BASE]);
  });

  test('by a restricted credential calls nothing absent', async () => {
    const fake = await startFake({ parent: { policy: { nodeIds: [1] } } });
    const hidden = fake.add({});
    expect(await open(fake).tokens.read([hidden.id])).toMatchObject([{ kind: 'unreadable', isCredential: false }]);
  });

  test('by a credential that is not accepted says so, and which token it would be', async () => {
    const fake = await startFake();
    const wrong = { url: fake.url, parent: { ...fake.parent, secret: 'not-a-real-secret-and-wrong' } };
    const read = await open(wrong).tokens.read([fake.parent.id, 'Lqc8Z_KzpD8.L0_emXXX']);
    expect(read).toMatchObject([
      { kind: 'unreadable', isCredential: true },
      { kind: 'unreadable', isCredential: false },
    ]);
  });
});

test('the credential itself is never revoked', async () => {
  const fake = await startFake();
  await expect(open(fake).tokens.revoke(fake.parent.id)).rejects.toThrow('the credential itself');
  expect(fake.requests).toEqual([]);
});
