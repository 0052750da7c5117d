import { createFakeDatasette } from '../__tests__/fakes/datasette.js';
import { createFakeInfluxdb, mintingPermissions } from '../__tests__/fakes/influxdb.js';
import { ISSUERS, type RunningIssuer } from '../__tests__/scenario/network/issuer-under-test.js';

export interface ChaosIssuer {
  readonly name: string;
  /** Whether its tokens can be revoked. Of those that cannot, none may be handed on that the server did not accept. */
  readonly revocable: boolean;
  /**
   * Whether the credential may list tokens. Where not, a token whose answer was lost is not found: post must then say that
   * one may be left. A token that was handed on is revoked all the same.
   */
  readonly findsLost: boolean;
  /** How many requests of main follow the one that mints; undefined where none does. */
  readonly requestsAfterMint: number | undefined;
  /** What a server says that answers 429 though it may have acted; undefined where a 429 means that it did nothing. */
  readonly body429: string | undefined;
  start(): Promise<RunningIssuer>;
}

const SECRET = 'not-a-real-secret-of-a-datasette-server';

/** Signs offline and tries the token at the server that it is for. The server keeps no list of tokens. */
const datasette: ChaosIssuer = {
  name: 'datasette',
  revocable: false,
  findsLost: false,
  requestsAfterMint: undefined,
  body429: undefined,
  async start() {
    const fake = await createFakeDatasette({ secret: SECRET });
    return {
      inputs: {
        type: 'datasette',
        url: fake.url,
        credential: SECRET,
        actor: 'ci-bot',
        grants: 'mydb mytable: insert-row',
      },
      context: {},
      credentials: [SECRET],
      requests: () => fake.requests,
      left: () => Promise.resolve([]),
      othersIntact: () => Promise.resolve(true),
      close: () => fake.close(),
    };
  },
};

/** The least that may mint and revoke. */
const influxdbWithoutList: ChaosIssuer = {
  name: 'influxdb that may not list',
  revocable: true,
  findsLost: false,
  requestsAfterMint: 0,
  body429: undefined,
  async start() {
    const fake = await createFakeInfluxdb();
    const orgID = fake.addOrganization('acme');
    const userID = fake.addUser('ci');
    const id = fake.addBucket(orgID, 'iot-center');
    const read = { action: 'read', resource: { type: 'buckets', id, orgID } };
    const parent = fake.addToken({ orgID, userID, permissions: mintingPermissions(orgID, userID, [read]) });
    const other = fake.addToken({ orgID, userID, permissions: [read], description: 'somebody' });
    const known = new Set([parent.id, other.id]);
    const ids = () => fake.tokens().map((token) => token.id);
    return {
      inputs: {
        type: 'influxdb',
        url: fake.url,
        credential: parent.token,
        org: orgID,
        grants: `buckets id=${id}: read`,
      },
      context: {},
      credentials: [parent.token],
      requests: () => fake.requests,
      left: () => Promise.resolve(ids().filter((token) => !known.has(token))),
      othersIntact: () => Promise.resolve([...known].every((token) => ids().includes(token))),
      close: () => fake.close(),
    };
  },
};

/** Trouble with the database is answered 429 by SolarNetwork, also when a transaction failed at its end. */
const DATABASE_TROUBLE = JSON.stringify({ success: false, code: 'DAO.00100', message: 'Transient database error' });

export const CHAOS_ISSUERS: readonly ChaosIssuer[] = [
  datasette,
  influxdbWithoutList,
  ...ISSUERS.map((issuer) => ({
    name: issuer.name,
    revocable: true,
    findsLost: true,
    requestsAfterMint: issuer.mainRequests.length - 1 - issuer.mainRequests.indexOf('mint'),
    body429: issuer.name.startsWith('solarnetwork') ? DATABASE_TROUBLE : undefined,
    start: () => issuer.start(),
  })),
];
