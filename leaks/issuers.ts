import { createFakeDatasette } from '../__tests__/fakes/datasette.js';
import type { OnRequest } from '../__tests__/fakes/faults.js';
import { ISSUERS, type IssuerUnderTest, type RunningIssuer } from '../__tests__/scenario/network/issuer-under-test.js';

/** What is run for each type: a way to mint, and what else of it is secret. */
export type LeakingIssuer = Pick<IssuerUnderTest, 'name' | 'start'>;

/** Tried at a server before it is handed on, so that there is a moment to look at the process in. */
const datasette: LeakingIssuer = {
  name: 'datasette',
  start: (onRequest) => startDatasette('not-a-real-secret-of-a-datasette-server/+=', onRequest),
};

export const LEAKING_ISSUERS: readonly LeakingIssuer[] = [datasette, ...ISSUERS];

/** @param secret DATASETTE_SECRET, which may be any text */
export async function startDatasette(secret: string, onRequest?: OnRequest): Promise<RunningIssuer> {
  const fake = await createFakeDatasette({ secret, ...(onRequest === undefined ? {} : { onRequest }) });
  return {
    inputs: {
      type: 'datasette',
      url: fake.url,
      actor: 'ci-bot',
      credential: secret,
      grants: 'mydb mytable: insert-row, update-row',
    },
    context: {},
    credentials: [secret],
    requests: () => fake.requests,
    left: () => Promise.resolve([]),
    othersIntact: () => Promise.resolve(true),
    close: () => fake.close(),
  };
}

/** The bearers and identity tokens that went over the wire, by what they are: what exchanges gave is secret too. */
export function secretsOnTheWire(issuer: RunningIssuer): ReadonlyMap<string, string> {
  const secrets = new Map<string, string>();
  for (const { headers, body } of issuer.requests()) {
    const [, bearer] = /^(?:Bearer|Token) (.+)$/.exec(headers.authorization ?? '') ?? [];
    if (bearer !== undefined && !issuer.credentials.includes(bearer)) secrets.set(bearer, 'exchanged bearer');
    for (const [identityToken] of body.matchAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g)) {
      secrets.set(identityToken, 'identity token');
    }
  }
  return secrets;
}
