import { describe as descriptionOf, isDescribedBy, type Attempt } from '../../src/lease/attempt.js';
import type { Difference } from '../../src/lease/difference.js';
import type { BornToken, Granted, Issuer, Plan } from '../../src/lease/issuer.js';
import type { LeaseRecord } from '../../src/lease/record.js';
import { mintLease, type Keeper, type LeaseOrder } from '../../src/lease/mint.js';
import type { Deadline, Ports, Stop } from '../../src/lease/ports.js';
import type { Notice } from '../../src/lease/notice.js';
import type { Lifetime } from '../../src/request/lifetime.js';
import { plainNetwork } from './network.js';
import { createTestStop } from './stop.js';
import type { Found, OpenTokens, Tokens } from '../../src/lease/tokens.js';
import { createSecrets } from './secrets.js';
import { runnerWords } from '../../src/runner/words.js';

/** How the issuer treats one request to mint. */
export interface MintBehaviour {
  /** What the caller sees: the answer, a refusal, or an error instead of the answer. */
  readonly answer?: 'granted' | Error;
  /** How long the answer takes to come, in milliseconds. */
  readonly takes?: number;
  /** When the token comes into being, in milliseconds after the request; undefined: it never does. */
  readonly actsAfter?: number | undefined;
  readonly granted?:
    Partial<Pick<Granted, 'expiresAt' | 'differences' | 'grants' | 'unconfirmed' | 'notices'>> | undefined;
  /** Runs while the request is under way. */
  readonly during?: () => void;
  /** Grants a token without announcing it. */
  readonly silent?: boolean;
  /** What is announced in the place of the token that came into being. */
  readonly token?: Partial<BornToken>;
  /** Fails after the token was announced, as a second request of the issuer's can. */
  readonly failsAfterBirth?: Error;
}

export interface Misbehaviour {
  readonly mints?: readonly MintBehaviour[];
  readonly find?: (attempt: Attempt) => Found | Error | undefined;
  readonly revoke?: (id: string) => Error | undefined;
  /** The issuer needs the token itself at the end, and tries it: whether it still works after it was revoked. */
  readonly worksOn?: (secret: string) => boolean;
  readonly saveSecret?: () => void;
  readonly save?: (record: LeaseRecord) => void;
  readonly deliver?: () => void;
  readonly expiry?: Issuer['expiry'];
  readonly irrevocable?: boolean;
  /** 10 minutes unless given. */
  readonly lifetime?: Lifetime;
  /** The issuer shows nobody its tokens. */
  readonly unsearchable?: boolean;
  readonly stop?: Stop;
  /** How far the issuer's clock is ahead, as far as it is known after so many requests to mint. */
  readonly serverAhead?: (mints: number) => number | undefined;
}

/** Everything that a test of the life of a lease may want to look at, in the order in which it happened. */
export interface World {
  readonly events: string[];
  readonly tokens: ReadonlyMap<string, string>;
  readonly records: LeaseRecord[];
  readonly notices: Notice[];
  readonly masked: readonly string[];
  /** The token itself, as it was kept last. */
  readonly keptSecret: () => string | undefined;
  readonly attempts: Attempt[];
  /** When each token was handed on, by the issuer's clock. */
  readonly deliveredAt: readonly number[];
  /** Those that the issuer was given to revoke with, one for each time it was asked to. */
  readonly revocationPorts: Ports[];
  readonly mint: () => ReturnType<typeof mintLease>;
  readonly now: () => number;
  readonly deadline: Deadline;
  readonly ports: Ports;
  readonly issuer: Issuer;
  readonly openTokens: OpenTokens;
}

const ORIGIN = { repository: 'octo/spoon-knife', run: '42', attempt: '1', job: 'build' };

/**
 * A lease in a world without network, disk and time: sleeping moves the clock, tokens appear when the clock says so.
 * Tokens are numbered in the order in which they come into being: `token-1`.
 */
export function createWorld(misbehaviour: Misbehaviour = {}): World {
  const { mints = [{ answer: 'granted', actsAfter: 0 }], stop = createTestStop() } = misbehaviour;
  let now = 1_900_000_000_250;
  let kept: string | undefined;
  let endsAt = now + 120_000;
  const events: string[] = [];
  const records: LeaseRecord[] = [];
  const notices: Notice[] = [];
  const secrets = createSecrets(() => events.push('mask'));
  const attempts: Attempt[] = [];
  const deliveredAt: number[] = [];
  const revocationPorts: Ports[] = [];
  const born: { readonly at: number; readonly id: string; readonly description: string }[] = [];
  const revoked = new Set<string>();
  const alive = () => born.filter(({ at, id }) => at <= now && !revoked.has(id));

  const deadline: Deadline = {
    remaining: () => endsAt - now,
    onPassed: () => () => undefined,
    leave: (duration) => {
      events.push(`deadline in ${duration} ms`);
      endsAt = now + duration;
    },
  };
  const ports: Ports = {
    clock: {
      now: () => now,
      sleep: (duration) => {
        events.push(`sleep ${duration}`);
        now += duration;
        return Promise.resolve();
      },
    },
    deadline,
    stop,
    words: runnerWords,
    network: plainNetwork,
    ...secrets,
    notify: (notice) => void notices.push(notice),
    identityToken: () => Promise.reject(new Error('no identity tokens here')),
  };

  let requests = 0;
  const plan: Plan = {
    grants: '["everything that was asked for"]',
    shownGrants: ['everything that was asked for'],
    leftOpen: [],
    notices: [],
    context: { organisation: 'o1' },
    exports: () => ({}),
    tokenFile: () => '',
    serverAhead: () => misbehaviour.serverAhead?.(attempts.length),
    async mint(attempt, announce) {
      attempts.push(attempt);
      const behaviour = mints[requests++] ?? { answer: new Error('no more mints were expected') };
      const id = `token-${born.length + 1}`;
      events.push(`mint ${attempts.length}`);
      if (behaviour.actsAfter !== undefined) {
        born.push({ at: now + behaviour.actsAfter, id, description: descriptionOf(attempt) });
      }
      behaviour.during?.();
      now += behaviour.takes ?? 0;
      await Promise.resolve();
      if (behaviour.answer instanceof Error) throw behaviour.answer;
      const token: BornToken = { id, secret: `not-a-real-secret-${id}`, ...behaviour.token };
      if (behaviour.silent === true)
        return { expiresAt: attempt.expiresAt, grants: plan.grants, differences: [], unconfirmed: [], notices: [] };
      announce(token);
      if (behaviour.failsAfterBirth !== undefined) throw behaviour.failsAfterBirth;
      return {
        expiresAt: attempt.expiresAt,
        grants: plan.grants,
        differences: [] satisfies readonly Difference[],
        unconfirmed: [],
        notices: [],
        ...behaviour.granted,
      };
    },
  };

  async function find(attempt: Attempt): Promise<Found> {
    await Promise.resolve();
    events.push('find');
    const found = misbehaviour.find?.(attempt);
    if (found instanceof Error) throw found;
    const ids = alive()
      .filter(({ description }) => isDescribedBy(description, attempt))
      .map(({ id }) => id);
    return found ?? { kind: 'found', ids, complete: true };
  }

  const tokens: Tokens = {
    ...(misbehaviour.unsearchable === true ? {} : { find }),
    async revoke(id, leased) {
      await Promise.resolve();
      const { secret } = leased ?? {};
      const works = secret !== undefined && misbehaviour.worksOn?.(secret) === true;
      const error = misbehaviour.revoke?.(id) ?? (works ? new Error(`the token ${id} still works`) : undefined);
      if (misbehaviour.worksOn !== undefined) events.push(secret === undefined ? `not tried ${id}` : `try ${secret}`);
      events.push(error === undefined ? `revoke ${id}` : `fail to revoke ${id}`);
      if (error !== undefined) throw error;
      const known = alive().some((token) => token.id === id);
      revoked.add(id);
      return known ? 'revoked' : 'already-gone';
    },
    byHand: (token) => ('id' in token ? `revoke ${token.id}` : `look for ${token.attempt.marker}`),
  };

  const issuer: Issuer = {
    title: 'In-memory issuer',
    grantExample: 'everything: all',
    inputs: [],
    expiry: misbehaviour.expiry ?? { kind: 'second', longest: 86_400 },
    tokenFileFormat: 'token',
    exportsTokenFile: false,
    prepare: () => ({ ok: false, problems: [] }),
  };

  const openTokens: OpenTokens = (_access, _context, given) => {
    revocationPorts.push(given);
    return tokens;
  };

  const keeper: Keeper = {
    save(record) {
      misbehaviour.save?.(record);
      events.push(`save ${record.attempts.map(({ outcome }) => outcome.kind).join(' ')}`);
      records.push(record);
    },
    ...(misbehaviour.worksOn === undefined
      ? {}
      : {
          saveSecret(secret) {
            misbehaviour.saveSecret?.();
            events.push('save the token');
            kept = secret;
          },
        }),
    deliver(token, serverNow) {
      events.push(`deliver ${token.id}`);
      deliveredAt.push(serverNow);
      misbehaviour.deliver?.();
    },
  };

  const order: LeaseOrder = {
    type: 'in-memory',
    title: issuer.title,
    wish: {
      name: undefined,
      description: undefined,
      lifetime: misbehaviour.lifetime ?? { kind: 'in', seconds: 600 },
      expiry: issuer.expiry,
      origin: ORIGIN,
      revoke: true,
    },
    access: { endpoint: 'https://issuer.example', authentication: { kind: 'secret', secret: 'not-a-real-parent' } },
    plan,
    openTokens: misbehaviour.irrevocable === true ? undefined : openTokens,
    endTimeout: 60_000,
  };

  return {
    events,
    get tokens() {
      return new Map(alive().map(({ id, description }) => [id, description]));
    },
    records,
    notices,
    masked: secrets.masked,
    keptSecret: () => kept,
    attempts,
    deliveredAt,
    revocationPorts,
    mint: () => mintLease(order, keeper, ports),
    now: () => now,
    deadline,
    ports,
    issuer,
    openTokens,
  };
}
