import type { Granted, Plan, Prepared } from '../../../../src/lease/issuer.js';
import type { Request } from '../../../../src/request/request.js';
import { newAttempt, type Attempt } from '../../../../src/lease/attempt.js';
import { parseGrants } from '../../../../src/request/grants.js';
import type { Ports } from '../../../../src/lease/ports.js';
import { formatProblem } from '../../../../src/request/problem.js';
import {
  allAccessPermissions,
  createFakeInfluxdb,
  type Authorization,
  type FakeInfluxdb,
  type FakeInfluxdbOptions,
  type FakePermission,
} from '../../../fakes/influxdb.js';
import { createTestPorts, type TestPorts } from '../../http/test-ports.js';
import { influxdb } from '../../../../src/issuers/influxdb/issuer.js';
import type { Surroundings } from '../../../../src/lease/surroundings.js';
import { runnerWords } from '../../../../src/runner/words.js';
import { createSecrets } from '../../../fakes/secrets.js';

export type Given = Readonly<Record<string, string>>;

/** A request as the life cycle hands it on, from inputs that are correct but for what a test is about. */
export function requestOf(given: Given): Request {
  const grants = parseGrants(given['grants'] ?? 'buckets iot-center: write');
  if (grants.problems.length > 0) throw new Error(grants.problems.map(formatProblem).join('\n'));
  return {
    type: 'influxdb',
    grants: grants.grants,
    lifetime: { kind: 'in', seconds: 3600 },
    name: given['name'],
    description: undefined,
    given: (input) => given[input],
    revoke: true,
    now: Date.now(),
  };
}

export function surroundingsOf(variables: Given = {}, exported: readonly string[] = []): Surroundings {
  return {
    variable: (name) => variables[name],
    secretVariable: (name) => variables[name],
    exported: (name) => exported.includes(name),
    mask: () => undefined,
    secretFile: () => undefined,
    platform: 'linux',
    identityTokens: false,
    emptyCredentialHint: '',
  };
}

export const CORRECT: Given = {
  url: 'http://127.0.0.1:8086',
  credential: 'not-a-real-secret-parent',
  org: 'acme',
};

/** Every problem, as a user reads it; throws when there is none. */
export function problemsOf(given: Given, surroundings = surroundingsOf()): readonly string[] {
  const result = influxdb.prepare(requestOf(given), surroundings, runnerWords);
  if (result.ok) throw new Error('the request was accepted');
  return result.problems.map(formatProblem);
}

export function prepared(given: Given, surroundings = surroundingsOf()): Prepared {
  const result = influxdb.prepare(requestOf(given), surroundings, runnerWords);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result.value;
}

export interface World {
  readonly fake: FakeInfluxdb;
  readonly ports: Ports & Pick<TestPorts, 'notices'>;
  /** Every secret, in the order in which it was masked. */
  readonly masked: readonly string[];
  readonly acme: string;
  readonly elsewhere: string;
  readonly user: string;
  /** The buckets of acme, and `foreign` of elsewhere. */
  readonly buckets: Readonly<Record<'iotCenter' | 'other' | 'foreign', string>>;
  readonly parent: Authorization;
  /** A parent with these permissions instead of the all-access one. */
  parentWith(permissions: readonly FakePermission[], status?: 'active' | 'inactive'): Authorization;
  /** Prepares with the parent's token and the fake's URL, and plans; with the ports of this world unless others are given. */
  plan(given?: Given, ports?: Ports): Promise<Plan>;
  attempt(): Attempt;
  /** Plans, mints, and returns what came of it. */
  mint(given?: Given): Promise<{ readonly granted: Granted; readonly id: string; readonly secret: string }>;
  /** `METHOD target` of what came since the world was made or `forget` was called. */
  requests(): readonly string[];
  forget(): void;
  close(): Promise<void>;
}

/**
 * The organisation acme with two buckets, elsewhere with one, and a parent token for all of acme. `withoutParent` leaves it
 * out, so that the one of `parentWith` is the only token.
 */
export async function createWorld({
  withoutParent = false,
  ...options
}: FakeInfluxdbOptions & { readonly withoutParent?: boolean } = {}): Promise<World> {
  const fake = await createFakeInfluxdb(options);
  const secrets = createSecrets();
  const ports = { ...createTestPorts(), ...secrets };
  const acme = fake.addOrganization('acme');
  const elsewhere = fake.addOrganization('elsewhere');
  const user = fake.addUser('admin');
  const buckets = {
    iotCenter: fake.addBucket(acme, 'iot-center'),
    other: fake.addBucket(acme, 'other'),
    foreign: fake.addBucket(elsewhere, 'foreign'),
  };
  let parent: Authorization | undefined;
  const parentWith: World['parentWith'] = (permissions, status = 'active') =>
    (parent = fake.addToken({ orgID: acme, userID: user, permissions, status }));
  const theParent = (): Authorization => {
    if (parent === undefined) throw new Error('this world has no parent yet');
    return parent;
  };
  if (!withoutParent) parentWith(allAccessPermissions(acme, user));
  let forgotten = 0;

  const plan = (given: Given = {}, portsOfPlan: Ports = ports) =>
    prepared({ url: fake.url, credential: theParent().token, org: acme, ...given }).plan(portsOfPlan);
  const attempt = () =>
    newAttempt(
      {
        name: undefined,
        description: undefined,
        lifetime: { kind: 'in', seconds: 3600 },
        expiry: influxdb.expiry,
        origin: { repository: 'octo/spoon-knife', run: '123456789', attempt: '2', job: 'build' },
        revoke: true,
      },
      Date.now(),
    );
  return {
    fake,
    ports,
    masked: secrets.masked,
    acme,
    elsewhere,
    user,
    buckets,
    get parent() {
      return theParent();
    },
    parentWith,
    plan,
    attempt,
    async mint(given = {}) {
      const born: { readonly id: string; readonly secret: string }[] = [];
      const granted = await (await plan(given)).mint(attempt(), (token) => void born.push(token));
      const [token] = born;
      if (token === undefined || born.length > 1) throw new Error('a mint announces exactly one token');
      return { granted, ...token };
    },
    requests: () => fake.requests.slice(forgotten).map(({ method, target }) => `${method} ${target}`),
    forget() {
      forgotten = fake.requests.length;
    },
    close: () => fake.close(),
  };
}
