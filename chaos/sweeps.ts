import { setTimeout } from 'node:timers/promises';
import { createFakeGithub, type FakeRun } from '../__tests__/fakes/github.js';
import { allAccessPermissions, createFakeInfluxdb } from '../__tests__/fakes/influxdb.js';
import { BEARERS, createNamespaceFake } from '../__tests__/fakes/namespace.js';
import { createSolarNetworkFake } from '../__tests__/fakes/solarnetwork.js';
import { createJob, type StepResult } from '../__tests__/runner/job.mjs';
import { ACTION_DIRECTORY } from '../__tests__/scenario/network/issuer-under-test.js';
import type { Signal } from './cases.js';
import { ANSWER_FAULTS, createFront, type AnswerFault, type RequestMoment } from './front.js';
import type { Moment } from './moments.mjs';

/** What the servers of a sweep are. */
export const SERVERS = ['issuer', 'forge'] as const;
type Server = (typeof SERVERS)[number];

/** One thing that goes wrong in a sweep. Requests of each server are counted from 1. */
export interface SweepStrike {
  readonly server: Server;
  readonly request: number;
  readonly moment: RequestMoment;
  readonly fault: Signal | AnswerFault | 'lie';
}

export interface SweepCase {
  readonly id: string;
  readonly moment: Moment;
  readonly strike: SweepStrike;
}

/** A system with tokens of dead and of living runs, of others, and of no run. */
export interface SweptSystem {
  readonly name: string;
  start(): Promise<{
    readonly url: string;
    readonly inputs: Readonly<Record<string, string>>;
    add(description: string): Promise<string>;
    living(): readonly string[];
    close(): Promise<void>;
  }>;
}

const influxdb: SweptSystem = {
  name: 'sweep of influxdb',
  async start() {
    const fake = await createFakeInfluxdb();
    const orgID = fake.addOrganization('acme');
    const userID = fake.addUser('ci');
    const permissions = allAccessPermissions(orgID, userID);
    const { token } = fake.addToken({ orgID, userID, permissions });
    return {
      url: fake.url,
      inputs: { type: 'influxdb', org: orgID, credential: token },
      add: (description) =>
        Promise.resolve(fake.addToken({ orgID, userID, permissions: permissions.slice(0, 0), description }).id),
      living: () => fake.tokens().map(({ id }) => id),
      close: () => fake.close(),
    };
  },
};

const namespace: SweptSystem = {
  name: 'sweep of namespace',
  async start() {
    const fake = await createNamespaceFake();
    let names = 0;
    return {
      url: fake.url,
      inputs: { type: 'namespace', credential: BEARERS.administrator },
      async add(description) {
        const answer = await fetch(`${fake.url}/namespace.cloud.iam.v1beta.TokenService/CreateRevokableToken`, {
          method: 'POST',
          headers: { authorization: `Bearer ${BEARERS.administrator}`, 'content-type': 'application/json' },
          body: JSON.stringify({
            name: `swept-${names++}`,
            description,
            expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
            access: { grants: [{ resourceType: 'builder', resourceId: '*', actions: ['ensure'] }] },
          }),
        });
        return ((await answer.json()) as { readonly token: { readonly tokenId: string } }).token.tokenId;
      },
      living: () => fake.living().map(({ tokenId }) => tokenId),
      close: () => fake.close(),
    };
  },
};

const solarnetwork: SweptSystem = {
  name: 'sweep of solarnetwork',
  async start() {
    const fake = await createSolarNetworkFake();
    return {
      url: fake.url,
      inputs: { type: 'solarnetwork', credential_id: fake.parent.id, credential: fake.parent.secret },
      add: (description) => Promise.resolve(fake.add({ description }).id),
      living: () => fake.tokens.map(({ id }) => id),
      close: () => fake.close(),
    };
  },
};

export const SWEPT_SYSTEMS: readonly SweptSystem[] = [influxdb, namespace, solarnetwork];

const REPOSITORY = 'octo-org/consumer';
const DEAD = [11, 12] as const;
const ALIVE = 21;

const markerOf = (run: number, lease: number, repository = REPOSITORY) =>
  `[mint-token lease=${lease.toString(16).padStart(32, '0')} repo=${repository} run=${run}/1 job=build expires=2099-01-01T00:00:00Z]`;

export interface SweepOutcome {
  readonly struck: boolean;
  /** Tokens of dead runs that are there after the next sweep. */
  readonly left: number;
  /** Whether any other token is not there any more. */
  readonly othersRevoked: boolean;
  readonly broken: readonly string[];
  /** How many requests each server had in the first sweep. */
  readonly requests: Readonly<Record<Server, number>>;
  readonly log: string;
}

/** A sweep to which a strike happens, and another to which nothing does. */
export async function runChaoticSweep(system: SweptSystem, strike?: SweepStrike): Promise<SweepOutcome> {
  const running = await system.start();
  const github = await createFakeGithub({ onRequest: () => lie() });
  const updatedAt = new Date(Date.now() - 7_200_000).toISOString();
  const runOf = (run: number, status: string): FakeRun => ({
    repository: REPOSITORY,
    run,
    attempt: 1,
    status,
    updatedAt,
  });
  for (const run of DEAD) github.addRun(runOf(run, 'completed'));
  github.addRun(runOf(ALIVE, 'in_progress'));
  const dead: string[] = [];
  for (const [index, run] of [...DEAD, ...DEAD].entries()) dead.push(await running.add(markerOf(run, index)));
  const others = [
    await running.add(markerOf(ALIVE, 100)),
    await running.add(`nightly import ${markerOf(ALIVE, 101)}`),
    await running.add(markerOf(DEAD[0], 102, 'octo-org/other')),
    await running.add(`${markerOf(DEAD[0], 103)} and more`),
    await running.add('of somebody'),
  ];
  const before = running.living().filter((id) => !dead.includes(id));

  const requests = { issuer: 0, forge: 0 };
  let first = true;
  let struck = false;
  let kill: (signal: Signal) => Promise<void> = () => Promise.resolve();
  const blowOf = (server: Server) => () => {
    if (!first) return undefined;
    requests[server]++;
    if (strike?.server !== server || strike.request !== requests[server]) return undefined;
    struck = true;
    const { moment, fault } = strike;
    if (fault === 'lie') return undefined;
    if (fault === 'SIGKILL' || fault === 'SIGINT' || fault === 'SIGTERM')
      return { kind: 'signal', moment, send: () => kill(fault) } as const;
    return { kind: 'fault', moment, fault, body429: undefined } as const;
  };
  const fronts = {
    issuer: await createFront(running.url, blowOf('issuer')),
    forge: await createFront(github.apiUrl, blowOf('forge')),
  };
  // The answer is about the next run, as it is: of a dead one for the living one, and the other way round.
  function lie() {
    if (!first || strike?.fault !== 'lie' || strike.server !== 'forge' || strike.request !== requests.forge)
      return undefined;
    return {
      kind: 'rewrite',
      rewrite: (answer: {
        readonly status: number;
        readonly headers: Readonly<Record<string, string>>;
        readonly body: string;
      }) => {
        const body = JSON.parse(answer.body) as Readonly<Record<string, unknown>>;
        return { ...answer, body: JSON.stringify({ ...body, id: Number(body['id']) + 1, status: 'completed' }) };
      },
    } as const;
  }

  const job = await createJob({
    actionDirectory: `${ACTION_DIRECTORY}/sweep`,
    context: { GITHUB_API_URL: fronts.forge.url },
    githubToken: github.token,
  });
  try {
    const inputs = { ...running.inputs, url: fronts.issuer.url, dry_run: 'false', timeout: '12s' };
    const started = job.startAction({ id: 'first', with: inputs });
    kill = async (signal) => {
      started.kill(signal);
      if (signal === 'SIGKILL') await started.result;
      else await setTimeout(50);
    };
    const swept = await started.result;
    await Promise.all([fronts.issuer.settled(), fronts.forge.settled()]);
    first = false;
    const afterFirst = running.living();
    const again = await job.runAction({ id: 'second', with: inputs });
    const living = running.living();
    const broken = [
      ...brokenBy(swept, dead, afterFirst),
      ...(fronts.issuer.strayed() + fronts.forge.strayed() > 0 ? ['a redirect was followed'] : []),
      ...(again.conclusion === 'success' ? [] : ['the next sweep failed']),
    ];
    return {
      struck,
      left: dead.filter((id) => living.includes(id)).length,
      othersRevoked: [...before, ...others].some((id) => !living.includes(id)),
      broken,
      requests,
      log: job.log,
    };
  } finally {
    await job.dispose();
    await Promise.all([fronts.issuer.close(), fronts.forge.close()]);
    await Promise.all([running.close(), github.close()]);
  }
}

/** A sweep that says success has ended the work, and one that was not killed has said what it did. */
function brokenBy(swept: StepResult, dead: readonly string[], living: readonly string[]): readonly string[] {
  const left = dead.filter((id) => living.includes(id));
  const gone = dead.filter((id) => !living.includes(id));
  if (swept.conclusion === 'success' && left.length > 0 && Number(swept.outputs['needs_attention']) < left.length) {
    return [`success, and ${left.length} tokens of dead runs are there that nobody is told of`];
  }
  const told = swept.outputs['json'];
  if (told === undefined) return [];
  const decided = JSON.parse(told) as readonly { readonly id: string; readonly decision: string }[];
  const claimed = decided.filter(({ decision }) => decision === 'revoked').map(({ id }) => id);
  return claimed.every((id) => gone.includes(id)) ? [] : ['a token is said to be revoked, and is there'];
}

const MOMENT_OF_REQUEST: Readonly<Record<RequestMoment, Moment>> = {
  before: 'before it is sent',
  working: 'while the server works',
  answered: 'after the answer',
};

/** Every request to either server, every moment, every fault. */
export function sweepCases(requests: SweepOutcome['requests']): readonly SweepCase[] {
  return SERVERS.flatMap((server) =>
    Array.from({ length: requests[server] }, (_, index) => index + 1).flatMap((request) =>
      (
        ['SIGKILL', 'SIGINT', 'SIGTERM', ...ANSWER_FAULTS, ...(server === 'forge' ? ['lie' as const] : [])] as const
      ).flatMap((fault) =>
        momentsOf(fault).map((moment) => ({
          id: ['sweep', server, request, moment, fault].join('.').replaceAll(' ', '-'),
          moment: MOMENT_OF_REQUEST[moment],
          strike: { server, request, moment, fault },
        })),
      ),
    ),
  );
}

/** All else of an answer with a wrong content type, or that is a lie, is right. */
function momentsOf(fault: SweepStrike['fault']): readonly RequestMoment[] {
  return fault === 'wrong content type' || fault === 'lie' ? ['answered'] : ['before', 'working', 'answered'];
}

export function describeSweepStrike({ server, request, moment, fault }: SweepStrike): string {
  return `${fault} at request ${request} to the ${server} (${MOMENT_OF_REQUEST[moment]})`;
}
