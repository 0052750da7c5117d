import { afterAll, describe, expect, it } from 'vitest';
import { createSolarNetworkFake } from '../../fakes/solarnetwork.js';
import { createJob } from '../../runner/job.mjs';
import { ACTION_DIRECTORY } from './issuer-under-test.js';

/** Grants, and the policy that is sent for them, its end left out. */
const CASES: readonly (readonly [grants: string, policy: Readonly<Record<string, unknown>>])[] = [
  ['node-id: 101, 100, 101', { nodeIds: [100, 101] }],
  ['node-id: 100\nsource-id: /REGION1/**, "/a,b"', { nodeIds: [100], sourceIds: ['/REGION1/**', '/a,b'] }],
  ['node-id: 100\nmin-aggregation: Hour', { nodeIds: [100], minAggregation: 'Hour' }],
  ['aggregation: Day, Month', { aggregations: ['Day', 'Month'] }],
  ['min-location-precision: Locality', { minLocationPrecision: 'Locality' }],
  ['location-precision: Region, Country', { locationPrecisions: ['Region', 'Country'] }],
  ['node-metadata-path: /pm/test/**', { nodeMetadataPaths: ['/pm/test/**'] }],
  ['user-metadata-path: /pm/account/public/**', { userMetadataPaths: ['/pm/account/public/**'] }],
  ['api-path: /datum/**\nrefresh-allowed: false', { apiPaths: ['/datum/**'], refreshAllowed: false }],
  ['{"nodeIds": [100], "sourceIds": ["/été/**"]}', { nodeIds: [100], sourceIds: ['/été/**'] }],
  ['unrestricted', {}],
  ['unrestricted\nrefresh-allowed: false', { refreshAllowed: false }],
];

interface Row {
  readonly grants: string;
  readonly sent: string;
  readonly kept: string;
}

const rows: Row[] = [];

afterAll(() => {
  const lines = rows
    .toSorted((a, b) => a.grants.localeCompare(b.grants))
    .map(({ grants, sent, kept }) => `  ${grants.replaceAll('\n', ' | ')}\n    sent ${sent}\n    kept ${kept}`);
  console.log(`What was sent for each policy, and what the server kept:\n${lines.join('\n')}`);
});

describe('a SolarNetwork policy', () => {
  it.each(CASES)('%j is sent whole, and holds as it was sent', async (grants, policy) => {
    const fake = await createSolarNetworkFake();
    const job = await createJob({ actionDirectory: ACTION_DIRECTORY });
    try {
      const { parent, url } = fake;
      const main = await job.runAction({
        with: {
          type: 'solarnetwork/User',
          url,
          credential_id: parent.id,
          credential: parent.secret,
          grants,
        },
      });
      expect(main.conclusion, main.log).toBe('success');
      const sent = JSON.parse(fake.requests[0]?.body ?? '{}') as Readonly<Record<string, unknown>>;
      const [token] = fake.living();
      rows.push({ grants, sent: JSON.stringify(sent), kept: JSON.stringify(token?.policy) });
      const { notAfter, ...members } = sent;
      expect(members).toEqual(policy);
      expect(notAfter).toBe(Date.parse(main.outputs['expires_at'] ?? ''));
      expect(token?.policy).toMatchObject({ notAfter });
      // The grants that the output names are those that the server kept, and are understood again.
      const again = await job.runAction({
        id: 'again',
        with: {
          type: 'solarnetwork/User',
          url,
          credential_id: parent.id,
          credential: parent.secret,
          grants: main.outputs['grants'] ?? '',
        },
      });
      expect(again.conclusion, again.log).toBe('success');
      expect(again.outputs['grants']).toBe(main.outputs['grants']);
      await job.end();
      expect(fake.living()).toEqual([]);
    } finally {
      await job.dispose();
      await fake.close();
    }
  });
});
