import { describe, expect, test } from 'vitest';
import { Refused } from '../../../src/lease/issuer.js';
import type { SolarNetworkFakeOptions } from '../../fakes/solarnetwork.js';
import { NOT_A_SECRET, openSession, startFake, type SessionOptions } from './solarnetwork-session.js';

describe('a dry run', () => {
  async function rehearse(options: SolarNetworkFakeOptions = {}, sessionOptions: SessionOptions = {}) {
    const fake = await startFake(options);
    const { plan, ports } = await openSession(fake, sessionOptions);
    const notices = plan.rehearse?.(ports) ?? Promise.resolve([]);
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
    await expect(rehearse({ parent: { policy: { minAggregation: 'None' } } })).rejects.toThrow(
      /restricts it \(minAggregation\), and SolarNetwork lets such a token mint none/,
    );
    await expect(rehearse({ parent: { type: 'ReadNodeData' } })).rejects.toThrow(/is a ReadNodeData token/);
    await expect(rehearse({}, { inputs: { credential: NOT_A_SECRET } })).rejects.toThrow(Refused);
  });

  test('tells that the credential ends before the token', async () => {
    await expect(rehearse({ parent: { policy: { notAfter: Date.now() + 60_000 } } })).resolves.toMatchObject([
      { level: 'notice', message: expect.stringContaining('before the token that it mints') as string },
    ]);
  });
});
