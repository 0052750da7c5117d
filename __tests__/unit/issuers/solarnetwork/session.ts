import { afterEach, expect, vi } from 'vitest';
import { openTokens } from '../../../../src/issuers/solarnetwork/tokens.js';
import { newAttempt, type Attempt } from '../../../../src/lease/attempt.js';
import { parseGrants } from '../../../../src/request/grants.js';
import type { InputName } from '../../../../src/request/inputs.js';
import type { Issuer, Plan } from '../../../../src/lease/issuer.js';
import type { Request } from '../../../../src/request/request.js';
import { formatProblem } from '../../../../src/request/problem.js';
import { rewriteJson, type Fault } from '../../../fakes/faults.js';
import {
  createSolarNetworkFake,
  type SolarNetworkFake,
  type SolarNetworkFakeOptions,
} from '../../../fakes/solarnetwork.js';
import { createTestPorts, type TestPorts } from '../../http/test-ports.js';
import { readNodeData, user } from '../../../../src/issuers/solarnetwork/issuer.js';
import type { Surroundings } from '../../../../src/lease/surroundings.js';
import { runnerWords } from '../../../../src/runner/words.js';
import { createSecrets } from '../../../fakes/secrets.js';

export const BASE = '/solaruser/api/v1/sec/user/auth-tokens';
export const GENERATE = `${BASE}/generate/ReadNodeData`;
export const NOT_A_SECRET = 'not-a-real-secret-of-a-user-token';
export const ID = 'Lqc8Z_KzpD8.L0_em0Au';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closing.splice(0)) await close();
});

export async function startFake(options: SolarNetworkFakeOptions = {}): Promise<SolarNetworkFake> {
  const fake = await createSolarNetworkFake(options);
  closing.push(() => fake.close());
  return fake;
}

export type Inputs = Partial<Record<InputName, string>>;

export function request(inputs: Inputs): Request {
  const { grants, problems } = parseGrants(inputs.grants ?? 'node-id: 100');
  expect(problems).toEqual([]);
  return {
    type: 'solarnetwork/ReadNodeData',
    grants,
    lifetime: { kind: 'in', seconds: 3600 },
    name: inputs.name,
    description: inputs.description,
    given: (input) => inputs[input],
    revoke: true,
    now: Date.now(),
  };
}

export function surroundings(
  variables: Readonly<Record<string, string>> = {},
  more: Partial<Surroundings> = {},
): Surroundings {
  return {
    variable: (name) => variables[name],
    secretVariable: (name) => variables[name],
    exported: () => false,
    mask: () => undefined,
    secretFile: () => undefined,
    platform: 'linux',
    identityTokens: false,
    emptyCredentialHint: '',
    ...more,
  };
}

export function prepared(inputs: Inputs, around = surroundings(), issuer = readNodeData) {
  const result = issuer.prepare(request(inputs), around, runnerWords);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result.value;
}

export function problemsOf(inputs: Inputs, around = surroundings()): readonly string[] {
  const result = readNodeData.prepare(request(inputs), around, runnerWords);
  return result.ok ? [] : result.problems.map(formatProblem);
}

export interface Session {
  readonly plan: Plan;
  readonly ports: TestPorts;
  readonly masked: readonly string[];
  readonly born: readonly { readonly id: string; readonly secret: string }[];
  readonly attempt: Attempt;
  readonly mint: () => ReturnType<Plan['mint']>;
  readonly tokens: () => ReturnType<typeof openTokens>;
}

export interface SessionOptions {
  readonly inputs?: Inputs;
  readonly issuer?: Issuer;
  /** How far the clock of this machine is ahead of the right time, in milliseconds. */
  readonly ahead?: number;
  readonly timeout?: number;
}

export async function openSession(
  fake: Pick<SolarNetworkFake, 'url' | 'parent'>,
  { inputs = {}, issuer = readNodeData, ahead = 0, timeout }: SessionOptions = {},
): Promise<Session> {
  const ready = prepared(
    { url: fake.url, credential: fake.parent.secret, credential_id: fake.parent.id, ...inputs },
    surroundings(),
    issuer,
  );
  const secrets = createSecrets();
  const born: { readonly id: string; readonly secret: string }[] = [];
  const basis = createTestPorts(timeout === undefined ? {} : { timeout });
  const ports: TestPorts = {
    ...basis,
    clock: { ...basis.clock, now: () => basis.clock.now() + ahead },
    ...secrets,
  };
  const plan = await ready.plan(ports);
  const attempt = newAttempt(
    {
      name: inputs.name,
      description: inputs.description,
      lifetime: { kind: 'in', seconds: 3600 },
      expiry: issuer.expiry,
      origin: { repository: 'octo-org/sun', run: '17', attempt: '1', job: 'report' },
      revoke: true,
    },
    ports.clock.now(),
  );
  return {
    plan,
    ports,
    masked: secrets.masked,
    born,
    attempt,
    mint: () => plan.mint(attempt, (token) => born.push(token)),
    tokens: () => openTokens(issuer === user ? 'User' : 'ReadNodeData', ready.access, plan.context, ports),
  };
}

export async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('it went well');
}

export const changeData = (change: (data: Record<string, unknown>) => unknown): Fault => ({
  kind: 'rewrite',
  rewrite: rewriteJson((body) => ({ ...body, data: change({ ...(body['data'] as object) }) })),
});

export const changePolicy = (change: Record<string, unknown>): Fault =>
  changeData((data) => ({ ...data, policy: { ...(data['policy'] as object), ...change } }));
