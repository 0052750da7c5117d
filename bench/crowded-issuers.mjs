/** Fake issuers with a great many tokens of ours, for the benches. */
import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { allAccessPermissions, createFakeInfluxdb } from '../__tests__/fakes/influxdb.js';
import { RevokableToken_Scope, RevokableTokenSchema } from '../__tests__/fakes/namespace-schema/tokens_pb.js';
import { ADMINISTRATOR, BEARERS, createNamespaceFake, WORKSPACE } from '../__tests__/fakes/namespace.js';
import { createSolarNetworkFake } from '../__tests__/fakes/solarnetwork.js';

/** @typedef {import('../__tests__/fakes/faults.js').OnRequest} OnRequest */

/**
 * @typedef {object} Place
 * @property {Readonly<Record<string, string>>} inputs
 * @property {() => number} tokens how many there are
 * @property {() => Promise<void>} close
 */

/**
 * @param {number} others
 * @param {OnRequest} onRequest
 * @returns {Promise<Place>}
 */
export async function startInfluxdb(others, onRequest) {
  const fake = await createFakeInfluxdb({ onRequest });
  const orgID = fake.addOrganization('acme');
  const userID = fake.addUser('ci');
  const bucket = fake.addBucket(orgID, 'iot-center');
  const parent = fake.addToken({ orgID, userID, permissions: allAccessPermissions(orgID, userID) });
  for (let number = 0; number < others; number++) {
    const permissions = ['read', 'write'].map((action) => ({
      action,
      resource: { type: 'buckets', id: bucket, orgID },
    }));
    fake.addToken({ orgID, userID, permissions, description: descriptionOf(number) });
  }
  return {
    inputs: {
      type: 'influxdb',
      url: fake.url,
      credential: parent.token,
      org: 'acme',
      grants: 'buckets iot-center: write',
    },
    tokens: () => fake.tokens().length,
    close: () => fake.close(),
  };
}

/**
 * @param {number} others
 * @param {OnRequest} onRequest
 * @returns {Promise<Place>}
 */
export async function startNamespace(others, onRequest) {
  const fake = await createNamespaceFake({ onRequest });
  // Put where the fake keeps them: to ask it for each would take longer than the bench.
  const kept = /** @type {(typeof fake.tokens)[number][]} */ (fake.tokens);
  for (let number = 0; number < others; number++) {
    kept.push(
      create(RevokableTokenSchema, {
        tokenId: `tok_${String(number).padStart(20, '0')}`,
        tenantId: WORKSPACE,
        name: `of-others-${number}`,
        description: descriptionOf(number),
        createdAt: timestampFromMs(Date.now()),
        expiresAt: timestampFromMs(Date.now() + 86_400_000),
        creatorActorId: ADMINISTRATOR.actor,
        scope: RevokableToken_Scope.TENANT_SCOPE,
        permissions: [{ resourceType: 'builder', resourceId: '*', actions: ['ensure', 'access'] }],
      }),
    );
  }
  return {
    inputs: {
      type: 'namespace',
      url: fake.url,
      credential: BEARERS.administrator,
      grants: 'builder *: ensure, access',
    },
    tokens: () => fake.living().length,
    close: () => fake.close(),
  };
}

/**
 * @param {number} others
 * @param {OnRequest} onRequest
 * @returns {Promise<Place>}
 */
export async function startSolarNetwork(others, onRequest) {
  const fake = await createSolarNetworkFake({ onRequest });
  for (let number = 0; number < others; number++) {
    fake.add({
      type: 'ReadNodeData',
      name: `of-others-${number}`,
      description: descriptionOf(number),
      policy: { nodeIds: [100, 101], sourceIds: ['/REGION1/**'], notAfter: Date.now() + 86_400_000 },
    });
  }
  return {
    inputs: {
      type: 'solarnetwork/ReadNodeData',
      url: fake.url,
      credential: fake.parent.secret,
      credential_id: fake.parent.id,
      grants: 'node-id: 100',
    },
    tokens: () => fake.tokens.length,
    close: () => fake.close(),
  };
}

/** As long as a real one. @param {number} number */
function descriptionOf(number) {
  const lease = String(number).padStart(32, '0');
  return `[mint-token lease=${lease} repo=octo-org/consumer run=16580001234/1 job=build expires=2030-01-01T00:00:00Z]`;
}
