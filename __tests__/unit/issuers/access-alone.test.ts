import { describe, expect, test } from 'vitest';
import { loadAccess, TYPES } from '../../../src/issuers/registry.js';
import type { FoundAccess } from '../../../src/lease/found-access.js';
import { formatProblem, type Result } from '../../../src/request/problem.js';
import { runnerWords } from '../../../src/runner/words.js';
import { always } from '../../fakes/faults.js';
import { createWorld, surroundingsOf } from './influxdb/world.js';

type Given = Readonly<Record<string, string>>;

async function findAccess(type: string, given: Given): Promise<Result<FoundAccess>> {
  const finder = await loadAccess(type);
  if (finder === undefined) throw new Error(`${type} is no type`);
  return finder.findAccess((input) => given[input], surroundingsOf(), runnerWords);
}

async function reach(type: string, given: Given): Promise<FoundAccess> {
  const found = await findAccess(type, given);
  if (!found.ok) throw new Error(found.problems.map(formatProblem).join('\n'));
  return found.value;
}

const INPUTS: Readonly<Record<string, Given>> = {
  datasette: { credential: 'not-a-real-secret-of-a-server-0123456789' },
  'datasette/managed': { url: 'http://127.0.0.1:8001', credential: 'dsatok_not-a-real-secret-parent' },
  influxdb: { url: 'http://127.0.0.1:8086', credential: 'not-a-real-secret-parent', org: 'acme' },
  namespace: { credential: 'not-a-real-secret-bearer' },
  'namespace/user': { credential: 'not-a-real-secret-bearer' },
  'solarnetwork/ReadNodeData': { credential: 'not-a-real-secret', credential_id: 'Lqc8Z_KzpD8.L0_em0Au' },
  'solarnetwork/User': { credential: 'not-a-real-secret', credential_id: 'Lqc8Z_KzpD8.L0_em0Au' },
};

describe('without a word of grants', () => {
  test.each(TYPES)('%s is reached', async (type) => {
    const found = await reach(type, INPUTS[type] ?? {});
    expect(found.sources[0]).toMatch(/^credential: /);
    // A signed token is kept by nobody.
    expect(found.openIssuedTokens === undefined).toBe(type === 'datasette');
  });

  test.each(TYPES)('what is missing to reach %s is told', async (type) => {
    const found = await findAccess(type, {});
    expect(found.ok ? [] : found.problems.map(({ input }) => input)).toContain('credential');
  });

  test('a type that does not exist is not reached', async () => {
    expect(await loadAccess('datasete')).toBeUndefined();
  });
});

describe('the tokens of an organisation of InfluxDB', () => {
  test('are opened by its name, which is looked up once', async () => {
    const world = await createWorld();
    const { id } = await world.mint();
    const access = await reach('influxdb', { url: world.fake.url, credential: world.parent.token, org: 'acme' });
    world.forget();
    const tokens = await access.openIssuedTokens?.(world.ports);
    expect(world.requests()).toEqual(['GET /api/v2/orgs?org=acme']);
    expect(await tokens?.revoke(id)).toBe('revoked');
    await world.close();
  });

  test('are not opened when there is none of that name, and it is said where it stood', async () => {
    const world = await createWorld();
    const given = { url: world.fake.url, credential: world.parent.token, org: 'acne', user: 'nobody' };
    const opening = (await reach('influxdb', given)).openIssuedTokens?.(world.ports);
    await expect(opening).rejects.toThrow(/org: there is no organisation named "acne".*user: there is no user named/);
    await world.close();
  });

  test('are not opened when the look-up fails', async () => {
    const world = await createWorld({
      onRequest: always('GET', '/api/v2/orgs', { kind: 'status', status: 404, act: false }),
    });
    const access = await reach('influxdb', { url: world.fake.url, credential: world.parent.token, org: 'acme' });
    await expect(access.openIssuedTokens?.(world.ports)).rejects.toThrow('/api/v2/orgs answered 404');
    await world.close();
  });
});
