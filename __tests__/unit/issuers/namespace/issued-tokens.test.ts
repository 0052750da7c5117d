import { afterEach, describe, expect, test } from 'vitest';
import { openIssuedTokens } from '../../../../src/issuers/namespace/issued-tokens.js';
import type { ApiContext } from '../../../../src/issuers/namespace/api.js';
import type { ListedToken } from '../../../../src/lease/listed-token.js';
import { inTurn, type OnRequest } from '../../../fakes/faults.js';
import { BEARERS, createNamespaceFake } from '../../../fakes/namespace.js';
import { createSecrets } from '../../../fakes/secrets.js';
import { createTestPorts } from '../../http/test-ports.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(onRequest?: OnRequest, pageSize = 2) {
  const fake = await createNamespaceFake({ pageSize, ...(onRequest === undefined ? {} : { onRequest }) });
  closing.push(() => fake.close());
  return fake;
}

function open(url: string, bearer: string = BEARERS.administrator, credential: ApiContext['credential'] = 'bearer') {
  const ports = { ...createTestPorts(), ...createSecrets() };
  const context = { identityEndpoint: url, credential, source: 'the input credential' };
  return openIssuedTokens({ endpoint: url, authentication: { kind: 'secret', secret: bearer } }, context, ports);
}

async function mint(url: string, name: string, actions: readonly string[], resourceType = 'builder'): Promise<string> {
  const answer = await fetch(`${url}/namespace.cloud.iam.v1beta.TokenService/CreateRevokableToken`, {
    method: 'POST',
    headers: { authorization: `Bearer ${BEARERS.administrator}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      name,
      description: `of ${name}`,
      expiresAt: '2026-12-31T00:00:00Z',
      access: { grants: [{ resourceType, resourceId: '*', actions }] },
    }),
  });
  const { token } = (await answer.json()) as { readonly token: { readonly tokenId: string } };
  return token.tokenId;
}

async function all(url: string): Promise<readonly ListedToken[]> {
  const listed: ListedToken[] = [];
  for await (const token of open(url).list(() => undefined)) listed.push(token);
  return listed;
}

describe('the list', () => {
  test('goes through all pages, leaves out what is revoked, and tells what the service tells', async () => {
    const { url } = await start();
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) ids.push(await mint(url, name, ['ensure']));
    const manager = await mint(url, 'manager', ['revoke'], 'token/revokable');
    await open(url).revoke(ids[1] ?? '');
    const listed = await all(url);
    expect(listed.map(({ id }) => id).toSorted()).toEqual(
      [...ids.filter((_, index) => index !== 1), manager].toSorted(),
    );
    expect(listed.find(({ id }) => id === ids[0])).toMatchObject({
      type: 'namespace',
      name: 'a',
      description: 'of a',
      status: 'ACTIVE',
      expiresAt: Date.UTC(2026, 11, 31),
      grants: [{ resource_type: 'builder', resource_id: '*', actions: ['ensure'] }],
      managesTokens: false,
      isCredential: undefined,
    });
    expect(listed.find(({ id }) => id === manager)).toMatchObject({ managesTokens: true });
  });

  test('is read lazily: who has seen enough asks for no more pages', async () => {
    const fake = await start();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await mint(fake.url, name, ['ensure']);
    const before = fake.requests.length;
    for await (const token of open(fake.url).list(() => undefined)) {
      expect(token.id).toMatch(/^tok_/);
      break;
    }
    expect(fake.requests.length - before).toBe(1);
  });
});

describe('reading', () => {
  test('finds several in one go through the list', async () => {
    const fake = await start();
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) ids.push(await mint(fake.url, name, ['ensure']));
    const before = fake.requests.length;
    const read = await open(fake.url).read([ids[2] ?? '', 'tok_that_is_not_there', ids[0] ?? '']);
    expect(read.map((one) => (one.kind === 'read' ? one.token.id : one.kind))).toEqual([ids[2], 'absent', ids[0]]);
    expect(fake.requests.length - before).toBe(2);
  });

  test('what a page that fails may hold is not called absent', async () => {
    const fake = await start(
      inTurn('POST', /ListRevokableTokens$/, [undefined, { kind: 'html', act: false, status: 403 }]),
    );
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) ids.push(await mint(fake.url, name, ['ensure']));
    const read = await open(fake.url).read([ids[0] ?? '', 'tok_that_is_not_there']);
    expect(read.map(({ kind }) => kind)).toEqual(['read', 'unreadable']);
  });
});
