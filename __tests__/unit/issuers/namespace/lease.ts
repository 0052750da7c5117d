import { openTokens } from '../../../../src/issuers/namespace/tokens.js';
import { createDeadline } from '../../../../src/lease/clock.js';
import type { InputName } from '../../../../src/request/inputs.js';
import type { Network } from '../../../../src/lease/network.js';
import type { Issuer, MintedToken, Plan, Prepared } from '../../../../src/lease/issuer.js';
import { mintLease } from '../../../../src/lease/mint.js';
import { neverStops, type Ports } from '../../../../src/lease/ports.js';
import { formatProblem, invalid, type Result } from '../../../../src/request/problem.js';
import { accessOf, type LeaseRecord } from '../../../../src/lease/record.js';
import { parseRequest } from '../../../../src/request/request.js';
import { endLease, type Ending } from '../../../../src/lease/revoke.js';
import { plainNetwork } from '../../../fakes/network.js';
import type { IdentityProvider } from '../../../fakes/identity-provider.js';
import { namespaceToken, namespaceUserToken } from '../../../../src/issuers/namespace/issuer.js';
import type { Surroundings } from '../../../../src/lease/surroundings.js';
import { runnerWords } from '../../../../src/runner/words.js';
import { createSecrets } from '../../../fakes/secrets.js';

export type Inputs = Partial<Record<InputName, string>>;

export interface World {
  readonly network?: Network;
  readonly variables?: Readonly<Record<string, string>>;
  /** Files by their path; an Error is thrown when the file is read. */
  readonly files?: Readonly<Record<string, string | Error>>;
  /** Variables that an earlier mint exported. */
  readonly exported?: readonly string[];
  readonly platform?: NodeJS.Platform;
  readonly identityProvider?: IdentityProvider;
  readonly emptyCredentialHint?: string;
  /** Milliseconds since 1970 at the beginning. */
  readonly startedAt?: number;
}

/** What a step does with a Namespace type, without a runner: the action's own code from the inputs to the end of the lease. */
export interface Step {
  readonly issuer: Issuer;
  readonly masked: readonly string[];
  readonly notices: readonly string[];
  readonly ports: Ports;
  prepare(): Promise<Result<Prepared>>;
  plan(): Promise<Plan>;
  mint(): Promise<MintedToken>;
  /** What post does, with nothing but what was recorded. */
  end(): Promise<readonly Ending[]>;
  readonly record: () => LeaseRecord;
  /** What the name of each attempt was, and how it ended. */
  readonly outcomes: () => readonly string[];
}

export function createStep(inputs: Inputs, world: World = {}): Step {
  const issuer = inputs.type === 'namespace/user' ? namespaceUserToken : namespaceToken;
  const secrets = createSecrets();
  const notices: string[] = [];
  const startedAt = world.startedAt ?? Date.now();
  let slept = 0;
  const clock = {
    now: () => Date.now() - createdAt + startedAt + slept,
    sleep(duration: number) {
      slept += duration;
      return Promise.resolve();
    },
  };
  const createdAt = Date.now();
  const ports: Ports = {
    clock,
    deadline: createDeadline(() => clock.now(), 120_000),
    stop: neverStops,
    words: runnerWords,
    network: world.network ?? plainNetwork,
    ...secrets,
    notify: ({ message }) => notices.push(message),
    identityToken: (audience) => askForIdentityToken(audience, world.identityProvider),
  };
  const surroundings: Surroundings = {
    variable: (name) => world.variables?.[name],
    secretVariable: (name) => world.variables?.[name],
    exported: (name) => world.exported?.includes(name) ?? false,
    mask: secrets.mask,
    secretFile(path) {
      const file = world.files?.[path];
      if (file instanceof Error) throw file;
      return file;
    },
    platform: world.platform ?? 'linux',
    identityTokens: world.identityProvider !== undefined,
    emptyCredentialHint: world.emptyCredentialHint ?? '',
  };
  let record: LeaseRecord | undefined;
  let secret = '';

  const parse = () =>
    parseRequest(inputs.type ?? 'namespace', issuer, (name) => inputs[name], clock.now(), runnerWords);

  async function prepare(): Promise<Result<Prepared>> {
    const { request, problems } = await parse();
    const prepared = issuer.prepare(request, surroundings, runnerWords);
    const all = [...problems, ...(prepared.ok ? [] : prepared.problems)];
    return all.length > 0 ? invalid(...all) : prepared;
  }

  const recorded = (): LeaseRecord => {
    if (record === undefined) throw new Error('nothing was recorded');
    return record;
  };

  return {
    issuer,
    masked: secrets.masked,
    notices,
    ports,
    prepare,
    async plan() {
      const prepared = await prepare();
      if (!prepared.ok) throw new Error(`the inputs are wrong: ${problemsOf(prepared).join('; ')}`);
      return prepared.value.plan(ports);
    },
    async mint() {
      const { request, options } = await parse();
      const prepared = await prepare();
      if (!prepared.ok) throw new Error(`the inputs are wrong: ${problemsOf(prepared).join('; ')}`);
      const { authentication } = prepared.value.access;
      secret = authentication.kind === 'secret' ? authentication.secret : '';
      const plan = await prepared.value.plan(ports);
      notices.push(...[...prepared.value.notices, ...plan.notices].map(({ message }) => message));
      return mintLease(
        {
          type: request.type,
          title: issuer.title,
          openTokens,
          access: prepared.value.access,
          plan,
          endTimeout: options.timeout / 2,
          wish: {
            name: request.name,
            description: request.description,
            lifetime: request.lifetime,
            expiry: issuer.expiry,
            origin: { repository: 'octo-org/octo-repo', run: '1', attempt: '1', job: 'build' },
            revoke: options.revoke,
          },
        },
        { save: (saved) => (record = saved), deliver: () => undefined },
        ports,
      );
    },
    async end() {
      const lease = recorded();
      const access = accessOf(lease, { secret, id: '' }, runnerWords);
      return endLease(lease, openTokens(access, lease.context, ports), ports);
    },
    record: recorded,
    outcomes: () => recorded().attempts.map(({ outcome }) => outcome.kind),
  };
}

export function problemsOf(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.problems.map(formatProblem);
}

/** The message of what a promise was rejected with. */
export async function messageOfRejection(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
  throw new Error('expected a failure');
}

async function askForIdentityToken(audience: string, provider: IdentityProvider | undefined): Promise<string> {
  if (provider === undefined) throw new Error('this job may not ask for an identity token');
  const answer = await fetch(`${provider.requestUrl}&audience=${encodeURIComponent(audience)}`, {
    headers: { authorization: `Bearer ${provider.requestToken}` },
  });
  const body = (await answer.json()) as { readonly value?: string };
  if (body.value === undefined) throw new Error(`no identity token: ${answer.status}`);
  return body.value;
}
