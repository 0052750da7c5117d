import { createFakeDatasette } from '../__tests__/fakes/datasette.js';
import { ISSUERS, type RunningIssuer } from '../__tests__/scenario/network/issuer-under-test.js';

export interface ChaosIssuer {
  readonly name: string;
  /** Whether its tokens can be revoked. Of those that cannot, none may be handed on that the server did not accept. */
  readonly revocable: boolean;
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

/** Trouble with the database is answered 429 by SolarNetwork, also when a transaction failed at its end. */
const DATABASE_TROUBLE = JSON.stringify({ success: false, code: 'DAO.00100', message: 'Transient database error' });

export const CHAOS_ISSUERS: readonly ChaosIssuer[] = [
  datasette,
  ...ISSUERS.map((issuer) => ({
    name: issuer.name,
    revocable: true,
    requestsAfterMint: issuer.mainRequests.length - 1 - issuer.mainRequests.indexOf('mint'),
    body429: issuer.name.startsWith('solarnetwork') ? DATABASE_TROUBLE : undefined,
    start: () => issuer.start(),
  })),
];
