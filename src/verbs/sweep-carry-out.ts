import type { IssuedTokens, ReadToken } from '../lease/issued-tokens.js';
import { isUnchanged } from '../lease/listed-token.js';
import { SHORTEST_TRY, Stopped, type Ports } from '../lease/ports.js';
import type { Milliseconds } from '../request/lifetime.js';
import { messageOf } from '../request/shown-text.js';
import { CHANGED } from './sweep-decision.js';
import type { PlannedToken, SweepPlan, SweptToken } from './sweep-plan.js';

/** A token is revoked by what was read of it so long ago at most. */
const FRESH: Milliseconds = 60_000;

/** So many tokens are read again together, where each is read by its id: few enough that all are revoked while that is fresh. */
const READ_TOGETHER = 20;

/** So many requests at once, which every service allows. */
const AT_ONCE = 4;

type Service = Pick<IssuedTokens, 'read' | 'readsList' | 'revoke' | 'byHand'>;
type Surroundings = Pick<Ports, 'clock' | 'deadline' | 'stop'>;

/**
 * Revokes what a plan says, and nothing else: each token is read again just before, and kept when it is not any more what the
 * plan was made for. Goes on, whatever becomes of one of them, until the time ends or a stop is requested.
 *
 * @param report told what became of each token, as soon as it is known
 * @returns in the order of the plan, what it keeps at the end. What was not reached has the outcome `revoke`.
 */
export async function carryOut(
  plan: SweepPlan,
  service: Service,
  ports: Surroundings,
  report: (swept: SweptToken) => void,
): Promise<readonly SweptToken[]> {
  const { readsList = () => false } = service;
  const outcomes = new Map<PlannedToken, SweptToken>();
  const settle = (planned: PlannedToken, swept: SweptToken) => {
    outcomes.set(planned, swept);
    report(swept);
  };
  await revokeById(
    plan.revoke.filter(({ token }) => !readsList(token.id)),
    service,
    ports,
    settle,
  );
  await revokeByList(
    plan.revoke.filter(({ token }) => readsList(token.id)),
    service,
    ports,
    settle,
  );
  return [
    ...plan.revoke.map((planned) => outcomes.get(planned) ?? sweptOf(planned, 'revoke')),
    ...plan.keep.map((planned) => sweptOf(planned, 'kept')),
  ];
}

type Settle = (planned: PlannedToken, swept: SweptToken) => void;

/** A few at a time. What is not fresh any more is read once more. */
async function revokeById(
  planned: readonly PlannedToken[],
  service: Service,
  ports: Surroundings,
  settle: Settle,
): Promise<void> {
  let together = READ_TOGETHER;
  let waiting = planned;
  while (waiting.length > 0 && mayGoOn(ports)) {
    const some = waiting.slice(0, together);
    const stale = await readAndRevoke(some, service, ports, settle);
    waiting = [...stale, ...waiting.slice(together)];
    if (stale.length < some.length || !mayGoOn(ports)) continue;
    if (together > 1) together = Math.floor(together / 2);
    else {
      for (const one of stale) settle(one, sweptOf(one, 'failed', TOO_SLOW));
      waiting = waiting.slice(1);
    }
  }
}

/** All at once, again and again, but not before what was read last is out of date. */
async function revokeByList(
  planned: readonly PlannedToken[],
  service: Service,
  ports: Surroundings,
  settle: Settle,
): Promise<void> {
  let waiting = planned;
  while (waiting.length > 0 && mayGoOn(ports)) {
    const readAt = ports.clock.now();
    const stale = await readAndRevoke(waiting, service, ports, settle);
    if (!mayGoOn(ports)) return;
    if (stale.length === waiting.length) {
      for (const one of stale) settle(one, sweptOf(one, 'failed', TOO_SLOW));
      return;
    }
    waiting = stale;
    const wait = readAt + FRESH - ports.clock.now();
    if (waiting.length > 0 && wait > 0) await ports.clock.sleep(wait, ports.stop);
  }
}

const TOO_SLOW = `the server took longer than ${FRESH / 1000} s to tell what it is now, so that it may have changed since`;

function mayGoOn({ deadline, stop }: Surroundings): boolean {
  return stop.signal === undefined && deadline.remaining() >= SHORTEST_TRY;
}

/** @returns those that were not reached while what was read of them was fresh, or before all work had to end */
async function readAndRevoke(
  planned: readonly PlannedToken[],
  service: Service,
  ports: Surroundings,
  settle: Settle,
): Promise<readonly PlannedToken[]> {
  const readAt = ports.clock.now();
  const read = await readAgain(planned, service);
  const waiting = planned.entries();
  const stale: PlannedToken[] = [];
  const revokeInTurn = async () => {
    for (const [index, one] of waiting) {
      const swept = decideAnew(one, read[index]);
      const late = !mayGoOn(ports) || ports.clock.now() - readAt > FRESH;
      const settled = swept === 'as planned' ? (late ? undefined : await revokeOne(one, service)) : swept;
      // What could not be read because the time ended was not reached.
      if (settled === undefined || (settled.outcome === 'failed' && read[index]?.kind !== 'read' && !mayGoOn(ports))) {
        stale.push(one);
      } else settle(one, settled);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, revokeInTurn));
  return stale;
}

async function readAgain(planned: readonly PlannedToken[], service: Service): Promise<readonly ReadToken[]> {
  try {
    return await service.read(planned.map(({ token }) => token.id));
  } catch (error) {
    if (error instanceof Stopped) return [];
    throw error;
  }
}

/** What becomes of a token by what is read of it now; undefined when nothing was. */
function decideAnew(planned: PlannedToken, read: ReadToken | undefined): SweptToken | 'as planned' | undefined {
  switch (read?.kind) {
    case undefined:
      return undefined;
    case 'absent':
      return sweptOf(planned, 'gone');
    case 'unreadable':
      return sweptOf(planned, 'failed', `it could not be read again: ${messageOf(read.error)}`);
    case 'elsewhere':
      return { ...sweptOf(planned, 'kept', `${CHANGED.reason}: ${read.reason}`), because: CHANGED.because };
    case 'read':
      if (isUnchanged(planned.token, read.token)) return 'as planned';
      return { ...sweptOf(planned, 'kept', CHANGED.reason), because: CHANGED.because };
  }
}

/** Undefined when a stop came before it was asked for. */
async function revokeOne(planned: PlannedToken, service: Service): Promise<SweptToken | undefined> {
  const { id } = planned.token;
  try {
    return sweptOf(planned, (await service.revoke(id)) === 'revoked' ? 'revoked' : 'gone');
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    return sweptOf(planned, 'failed', `${messageOf(error)}. Revoke it by hand: ${service.byHand(id)}`);
  }
}

function sweptOf(
  { token, decision }: PlannedToken,
  outcome: SweptToken['outcome'],
  reason = decision.reason,
): SweptToken {
  return { token, outcome, because: decision.because, reason };
}
