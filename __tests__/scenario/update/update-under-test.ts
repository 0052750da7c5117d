import { createFakeInfluxdb, allAccessPermissions } from '../../fakes/influxdb.js';
import { BEARERS, createNamespaceFake } from '../../fakes/namespace.js';
import { createSolarNetworkFake } from '../../fakes/solarnetwork.js';
import { formatInstant } from '../../../src/request/lifetime.js';
import type { FakeAnswer, OnRequest } from '../../fakes/faults.js';

/** One token that is updated, in every way that its system knows. */
export interface UpdateUnderTest {
  readonly name: string;
  /** What the answers to a request say that did what was asked. */
  readonly yes: (path: string) => FakeAnswer;
  start(onRequest?: OnRequest): Promise<RunningUpdate>;
}

export interface RunningUpdate {
  /** For `with:` of the step. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What the token is at the server, by the words for each step of the update. */
  state(): Readonly<Record<string, 'before' | 'after' | 'other'>>;
  /** Whether the token can do nothing any more. */
  isDisabled(): boolean;
  othersIntact(): boolean;
  close(): Promise<void>;
}

const markerOf = (end: number) =>
  `[mint-token lease=0123456789abcdef0123456789abcdef repo=octo/spoon-knife run=17/1 job=build expires=${formatInstant(end)}]`;
const END = (Math.floor(Date.now() / 1000) + 86_400) * 1000;
const MARKER = markerOf(END);

const json = (body: unknown): FakeAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Which of two a value is. */
function which(value: unknown, before: unknown, after: unknown): 'before' | 'after' | 'other' {
  const text = JSON.stringify(value);
  return text === JSON.stringify(after) ? 'after' : text === JSON.stringify(before) ? 'before' : 'other';
}

function solarNetwork(type: 'ReadNodeData' | 'User'): UpdateUnderTest {
  const before = {
    type,
    name: 'before',
    description: `Text. ${MARKER}`,
    policy: { nodeIds: [100, 101], notAfter: END },
  } as const;
  const laterEnd = END + 1_000;
  return {
    name: `update of solarnetwork/${type}`,
    yes: () => json({ success: true }),
    async start(onRequest) {
      const fake = await createSolarNetworkFake({ onRequest });
      const other = fake.add({ description: MARKER, policy: { nodeIds: [100] } });
      const { id } = fake.add(before);
      const token = () => fake.tokens.find((candidate) => candidate.id === id);
      return {
        inputs: {
          type: `solarnetwork/${type}`,
          url: fake.url,
          credential_id: fake.parent.id,
          credential: fake.parent.secret,
          token_id: id,
          name: 'after',
          grants: 'node-id: 100',
          replace: 'true',
          expires_at: formatInstant(laterEnd),
          status: 'Disabled',
        },
        state: () => ({
          'status Disabled': which(token()?.status, 'Active', 'Disabled'),
          'name and description': which(
            [token()?.name, token()?.description],
            [before.name, before.description],
            ['after', `Text. ${markerOf(laterEnd)}`],
          ),
          'policy and end': which(token()?.policy, before.policy, { nodeIds: [100], notAfter: laterEnd }),
        }),
        isDisabled: () => token()?.status === 'Disabled',
        othersIntact: () => fake.tokens.includes(other) && fake.tokens.includes(fake.parent),
        close: () => fake.close(),
      };
    },
  };
}

const influxdb: UpdateUnderTest = {
  name: 'update of influxdb',
  yes: (path) => json({ id: path.replace(/^.*\//, '') }),
  async start(onRequest) {
    const fake = await createFakeInfluxdb(onRequest === undefined ? {} : { onRequest });
    const orgID = fake.addOrganization('acme');
    const userID = fake.addUser('ci');
    const parent = fake.addToken({ orgID, userID, permissions: allAccessPermissions(orgID, userID) });
    const permissions = [{ action: 'read', resource: { type: 'buckets', orgID } }];
    const other = fake.addToken({ orgID, userID, permissions, description: MARKER });
    const { id } = fake.addToken({ orgID, userID, permissions, description: `Text. ${MARKER}` });
    const token = () => fake.tokens().find((candidate) => candidate.id === id);
    return {
      inputs: {
        type: 'influxdb',
        url: fake.url,
        credential: parent.token,
        org: orgID,
        token_id: id,
        description: 'After.',
        status: 'inactive',
      },
      state: () => ({
        'status and description': which(
          [token()?.status, token()?.description],
          ['active', `Text. ${MARKER}`],
          ['inactive', `After. ${MARKER}`],
        ),
      }),
      isDisabled: () => token()?.status === 'inactive',
      othersIntact: () => fake.tokens().includes(other) && fake.tokens().includes(parent),
      close: () => fake.close(),
    };
  },
};

/** Seconds; an end may be so far from the one that was asked for. */
const TOLERANCE = 60;

const namespace: UpdateUnderTest = {
  name: 'update of namespace',
  yes: () => json({}),
  async start(onRequest) {
    let running = false;
    const fake = await createNamespaceFake({ onRequest: (request) => (running ? onRequest?.(request) : undefined) });
    const add = async (name: string) => {
      const answer = await fetch(`${fake.url}/namespace.cloud.iam.v1beta.TokenService/CreateRevokableToken`, {
        method: 'POST',
        headers: { authorization: `Bearer ${BEARERS.administrator}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          name,
          description: MARKER,
          expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
          access: { grants: [{ resourceType: 'builder', resourceId: '*', actions: ['ensure'] }] },
        }),
      });
      const { token } = (await answer.json()) as { readonly token: { readonly tokenId: string } };
      return token.tokenId;
    };
    const [other, id] = [await add('other'), await add('updated')];
    running = true;
    const endOf = (wanted: string) =>
      Number(fake.tokens.find(({ tokenId }) => tokenId === wanted)?.expiresAt?.seconds ?? 0);
    const [endOfOther, before] = [endOf(other), endOf(id)];
    const after = before + 3_600;
    return {
      inputs: {
        type: 'namespace',
        url: fake.url,
        credential: BEARERS.administrator,
        token_id: id,
        expires_at: new Date(after * 1000).toISOString(),
      },
      state() {
        const end = endOf(id);
        return { end: end === before ? 'before' : Math.abs(end - after) <= TOLERANCE ? 'after' : 'other' };
      },
      isDisabled: () => false,
      othersIntact: () => endOf(other) === endOfOther,
      close: () => fake.close(),
    };
  },
};

export const UPDATES: readonly UpdateUnderTest[] = [
  solarNetwork('ReadNodeData'),
  solarNetwork('User'),
  influxdb,
  namespace,
];
