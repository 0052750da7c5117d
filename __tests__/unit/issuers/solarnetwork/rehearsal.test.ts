import { describe, expect, test } from 'vitest';
import { Refused } from '../../../../src/lease/issuer.js';
import { always, rewriteJson, type Fault } from '../../../fakes/faults.js';
import type { SolarNetworkFakeOptions } from '../../../fakes/solarnetwork.js';
import { createTestPorts } from '../../http/test-ports.js';
import { createSecrets } from '../../../fakes/secrets.js';
import {
  BASE,
  NOT_A_SECRET,
  openSession,
  rejection,
  request,
  startFake,
  surroundings,
  type SessionOptions,
} from './session.js';
import { readNodeData } from '../../../../src/issuers/solarnetwork/issuer.js';
import { runnerWords } from '../../../../src/runner/words.js';

describe('a dry run', () => {
  async function rehearse(options: SolarNetworkFakeOptions = {}, sessionOptions: SessionOptions = {}) {
    const fake = await startFake(options);
    const { plan } = await openSession(fake, sessionOptions);
    const notices = plan.rehearse?.() ?? Promise.resolve([]);
    await notices.catch(() => undefined);
    expect(fake.requests.map(({ method }) => method)).toEqual(['GET']);
    return notices;
  }

  test('finds nothing wrong with an unrestricted User token', async () => {
    await expect(rehearse()).resolves.toEqual([]);
    await expect(
      rehearse({ parent: { policy: { notAfter: 4_102_444_800_000, refreshAllowed: true } } }),
    ).resolves.toEqual([]);
  });

  test('tells that the credential may not mint, and why', async () => {
    const restricted = await rejection(rehearse({ parent: { policy: { nodeIds: [100], minAggregation: 'None' } } }));
    expect(restricted).toBeInstanceOf(Refused);
    expect(restricted.message).toMatch(
      /^the policy of the credential \S{20} restricts it \(nodeIds, minAggregation\), and SolarNetwork lets such a token mint none; use a User token whose policy holds nothing but an end and refreshAllowed$/,
    );
    const reading = await rejection(rehearse({ parent: { type: 'ReadNodeData' } }));
    expect(reading).toBeInstanceOf(Refused);
    expect(reading.message).toContain(' answered 403 Forbidden: Access Denied. The credential ');
    expect(await rejection(rehearse({}, { inputs: { credential: NOT_A_SECRET } }))).toBeInstanceOf(Refused);
  });

  test('goes by the entry of the credential, wherever it stands in the list', async () => {
    const turnedRound: Fault = {
      kind: 'rewrite',
      rewrite: rewriteJson((body) => ({ ...body, data: (body['data'] as readonly unknown[]).toReversed() })),
    };
    const fake = await startFake({ onRequest: always('GET', BASE, turnedRound) });
    fake.add({ policy: { nodeIds: [100], notAfter: 1 } });
    const { plan } = await openSession(fake);
    await expect(plan.rehearse?.()).resolves.toEqual([]);
  });

  test('tells that the credential does not see itself', async () => {
    const empty: Fault = { kind: 'rewrite', rewrite: rewriteJson((body) => ({ ...body, data: [] })) };
    const fake = await startFake({ onRequest: always('GET', BASE, empty) });
    const { plan } = await openSession(fake);
    await expect(plan.rehearse?.()).resolves.toEqual([
      {
        level: 'notice',
        message: `The credential ${fake.parent.id} does not see itself in the list of tokens, so a token whose answer is lost could not be looked for.`,
      },
    ]);
  });

  test('fails when the list is none', async () => {
    const other: Fault = { kind: 'rewrite', rewrite: rewriteJson((body) => ({ ...body, data: {} })) };
    const fake = await startFake({ onRequest: always('GET', BASE, other) });
    const { plan } = await openSession(fake);
    const error = await rejection(plan.rehearse?.() ?? Promise.resolve());
    expect(error).not.toBeInstanceOf(Refused);
    expect(error.message).toBe(`GET ${fake.url}${BASE} answered 200 OK, but not with a list of tokens`);
  });

  test('reads the list of an account with very many tokens', async () => {
    const filling = 'x'.repeat(11_000_000);
    const long: Fault = { kind: 'rewrite', rewrite: rewriteJson((body) => ({ ...body, filling })) };
    await expect(rehearse({ onRequest: always('GET', BASE, long) })).resolves.toEqual([]);
  });

  test('tells that the credential ends before the token, and not when they end at once', async () => {
    const end = Date.parse('2099-11-24T12:00:00.500Z');
    const rehearseUntil = async (notAfter: number) => {
      const fake = await startFake({ parent: { policy: { notAfter } } });
      const inputs = { url: fake.url, credential: fake.parent.secret, credential_id: fake.parent.id };
      const lifetime = { kind: 'at', instant: end } as const;
      const result = readNodeData.prepare({ ...request(inputs), lifetime }, surroundings(), runnerWords);
      if (!result.ok) throw new Error('these inputs are right');
      const plan = await result.value.plan({ ...createTestPorts(), ...createSecrets() });
      return { id: fake.parent.id, notices: await plan.rehearse?.() };
    };
    expect((await rehearseUntil(end)).notices).toEqual([]);
    expect((await rehearseUntil(end + 1)).notices).toEqual([]);
    const { id, notices } = await rehearseUntil(end - 1);
    expect(notices).toEqual([
      {
        level: 'notice',
        message: `The credential ${id} ends at 2099-11-24T12:00:00.499Z, before the token that it mints; after that it cannot revoke.`,
      },
    ]);
  });
});
