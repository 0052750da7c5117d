import { afterEach, describe, expect, test } from 'vitest';
import { openIssuedTokens } from '../../../../src/issuers/datasette-managed/issued-tokens.js';
import { isUnchanged, type ListedToken } from '../../../../src/lease/listed-token.js';
import { createFakeManagedDatasette, type FakeManagedDatasette } from '../../../fakes/datasette-managed.js';
import { createSecrets } from '../../../fakes/secrets.js';
import { createTestPorts } from '../../http/test-ports.js';

const running: FakeManagedDatasette[] = [];
afterEach(async () => {
  for (const fake of running.splice(0)) await fake.close();
});

/** The tokens of a server, as one of `ci-bot`'s sees them. */
async function start({ creators }: { readonly creators: readonly string[] }) {
  const fake = await createFakeManagedDatasette({ secret: 'not-a-real-secret-of-a-datasette-server', creators });
  running.push(fake);
  const parent = fake.add({ actor: 'ci-bot', life: null });
  const ports = { ...createTestPorts(), ...createSecrets() };
  const authentication = { kind: 'secret', secret: fake.tokenOf(parent) } as const;
  const tokens = await openIssuedTokens({ endpoint: fake.url, authentication }, ports);
  return { fake, parent, tokens };
}

describe('a kept token', () => {
  test('is the same in the list and when it is read again, so that a sweep does not take it for changed', async () => {
    const { fake, parent, tokens } = await start({ creators: ['ci-bot'] });
    const permissions = { a: ['vi'], d: { mydb: ['vd', 'ct'] }, r: { mydb: { mytable: ['ir'] } } };
    fake.add({ actor: 'ci-bot', description: 'for <the> "import" & more', permissions, life: 600 });
    fake.add({ actor: 'ci-bot', description: 'eternal', life: null });
    fake.add({ actor: 'ci-bot', description: null, permissions: {} });
    const listed: ListedToken[] = [];
    for await (const token of tokens.list(() => undefined)) listed.push(token);
    expect(listed.map(({ id }) => id).toSorted()).toEqual(fake.rows.map(({ id }) => String(id)).toSorted());
    expect(listed.find(({ isCredential }) => isCredential === true)?.id).toBe(String(parent.id));

    const read = await tokens.read(listed.map(({ id }) => id));
    for (const [index, token] of listed.entries()) {
      const now = read[index];
      expect(now?.kind === 'read' && isUnchanged(token, now.token), token.id).toBe(true);
    }
  });
});

describe('the list', () => {
  test('is said to lack tokens, once, where the credential may create none', async () => {
    const { tokens } = await start({ creators: [] });
    const reasons: string[] = [];
    for await (const token of tokens.list((why) => reasons.push(why))) expect(token.type).toBe('datasette/managed');
    expect(reasons).toEqual(['the credential may create none, so it is not sure that it is known there']);
  });

  test('is said to be whole where it may', async () => {
    const { tokens } = await start({ creators: ['ci-bot'] });
    const reasons: string[] = [];
    for await (const token of tokens.list((why) => reasons.push(why))) expect(token.type).toBe('datasette/managed');
    expect(reasons).toEqual([]);
  });
});
