import type { Difference } from './difference.js';
import type { Attempt, AttemptWish } from './attempt.js';
import { Refused, type BornToken, type Granted, type MintedToken, type Plan } from './issuer.js';
import { type Expiry, formatInstant, type Lifetime, type Milliseconds } from '../request/lifetime.js';
import { isFinished, LAST_LOOK, LOOKS, searchLostToken } from './lost-token.js';
import { notice, warning } from './notice.js';
import { neverStops, throwIfStopped, type Ports } from './ports.js';
import { withoutSecret, withOutcome, type LeaseRecord, type Outcome } from './record.js';
import { attemptByServer, canBeRedated, lifeOf, serverAheadOf, TOLERATED, type Life } from './server-clock.js';
import { enumerate, enumerateBy, messageOf } from '../request/shown-text.js';
import type { OpenTokens, Tokens } from './tokens.js';
import type { Access } from './access.js';
import type { Words } from '../request/words.js';

/** Where a lease is written down and its token handed on: the files of a runner. */
export interface Keeper {
  /** Writes the record down before it returns. Throws when that is impossible: then nothing may be minted. */
  save(record: LeaseRecord): void;
  /** Writes the token itself down before it returns; absent where the end of the lease does not need it. */
  saveSecret?(secret: string): void;
  /**
   * Hands the token to whoever waits for it, all or nothing. Throws when it cannot.
   *
   * @param now by the issuer's clock, as the end of the token is
   */
  deliver(token: MintedToken, now: Milliseconds): void | Promise<void>;
}

/** What is to be minted. */
export interface LeaseOrder {
  readonly type: string;
  /** The system's own name, for messages. */
  readonly title: string;
  readonly wish: AttemptWish;
  readonly access: Access;
  readonly plan: Plan;
  /** Undefined where nothing can revoke the token. */
  readonly openTokens: OpenTokens | undefined;
  /** How long the end of the lease may take. */
  readonly endTimeout: Milliseconds;
}

/** The answer to a mint was lost. What is known of its token is in the message. */
export class LostAnswer extends Error {
  override readonly name = 'LostAnswer';
}

/** The issuer granted something else than was asked for; the token was not handed on. */
export class NotAsAsked extends Error {
  override readonly name = 'NotAsAsked';
}

/** How long the one revocation may take that follows a stop. */
const LAST_REVOCATION: Milliseconds = 3_000;

/**
 * The life of a lease up to the hand-over: the intent is saved, the token minted, masked, recorded and verified, and
 * then delivered; whatever goes wrong after the mint revokes it.
 *
 * @throws Refused when nothing was minted, NotAsAsked, LostAnswer, Stopped, or what `deliver` threw
 */
export async function mintLease(order: LeaseOrder, keeper: Keeper, ports: Ports): Promise<MintedToken> {
  const lease: Lease = { order, keeper, ports, journal: openJournal(order, keeper, ports) };

  let lostBefore = false;
  let redated = false;
  for (;;) {
    const minted = await mintOnce(lease, redated);
    switch (minted.kind) {
      case 'delivered':
        return minted.token;
      case 'misdated':
        redated = true;
        break;
      case 'lost': {
        const { attempt, because } = minted;
        const end = await endLost(lease, attempt);
        if (lostBefore || end.kind !== 'clear') throw lost(attempt, because, end, ports.words);
        lostBefore = true;
        ports.notify(warning(`The answer to the mint was lost: ${messageOf(because)}. ${end.known} Trying once more.`));
      }
    }
  }
}

/** A lease that is under way. */
interface Lease {
  readonly order: LeaseOrder;
  readonly keeper: Keeper;
  readonly ports: Ports;
  readonly journal: Journal;
}

/** What becomes of the attempts of a lease, kept as its record changes: every change is saved before it counts. */
interface Journal {
  begin(attempt: Attempt): void;
  settle(attempt: Attempt, outcome: Outcome): void;
  /** Settles what has happened already, and is not taken back when it cannot be saved any more: then `otherwise` is said. */
  note(attempt: Attempt, outcome: Outcome, otherwise: string): void;
}

function openJournal(order: LeaseOrder, keeper: Keeper, ports: Ports): Journal {
  const { type, wish, access, openTokens, plan } = order;
  let record: LeaseRecord = {
    version: 1,
    type,
    endpoint: access.endpoint,
    authentication: withoutSecret(access.authentication),
    context: plan.context,
    expires: wish.expiry.kind !== 'none',
    revocable: openTokens !== undefined,
    revoke: wish.revoke,
    timeout: order.endTimeout,
    attempts: [],
  };
  const save = (changed: LeaseRecord) => {
    record = changed;
    keeper.save(changed);
  };
  const settle = (attempt: Attempt, outcome: Outcome) => save(withOutcome(record, attempt.leaseId, outcome));
  return {
    begin: (attempt) =>
      save({ ...record, attempts: [...record.attempts, { ...attempt, outcome: { kind: 'open', searched: false } }] }),
    settle,
    note(attempt, outcome, otherwise) {
      try {
        settle(attempt, outcome);
      } catch (error) {
        ports.notify(warning(`${otherwise} ${messageOf(error)}`));
      }
    },
  };
}

type Minted =
  | { readonly kind: 'delivered'; readonly token: MintedToken }
  /** By the wrong clock, which is known now. Nothing is left of it that post does not know. */
  | { readonly kind: 'misdated' }
  | { readonly kind: 'lost'; readonly attempt: Attempt; readonly because: unknown };

/** @param redated whether an attempt before this one was made by the wrong clock: there is no third one for that */
async function mintOnce(lease: Lease, redated: boolean): Promise<Minted> {
  const { order, keeper, ports, journal } = lease;
  throwIfStopped(ports.stop);
  const attempt = attemptByServer(order.wish, order.plan, ports);
  journal.begin(attempt);

  let born: BornToken | undefined;
  let life: Life | undefined;
  const lifeNow = () => lifeOf(order.wish, attempt, order.plan, ports.clock.now());
  try {
    const granted = await order.plan.mint(attempt, (token) => {
      ports.maskNew(token.secret);
      refuseKnownSecret(token, ports);
      born = token;
      // Before its id: whoever knows that must be able to end it.
      keeper.saveSecret?.(token.secret);
      journal.settle(attempt, { kind: 'minted', id: token.id });
    });
    life = lifeNow();
    throwIfStopped(ports.stop);
    if (born === undefined) throw new Error('the issuer granted a token that was never announced');
    checkLife(life, order, redated, ports);
    const token = verified(order, attempt, born, granted, ports);
    await keeper.deliver(token, ports.clock.now() + serverAheadOf(order.plan));
    const { id, expiresAt } = token;
    journal.note(
      attempt,
      { kind: 'delivered', id, expiresAt },
      `That the token was handed on could not be recorded; ${ports.words.later.revokes(attempt.leaseId)}.`,
    );
    return { kind: 'delivered', token };
  } catch (error) {
    // Before it is given up, which takes a while.
    life ??= lifeNow();
    const again = !redated && canBeRedated(order.wish, life);
    if (born !== undefined) {
      await abandon(lease, attempt, born);
      if (again) return { kind: 'misdated' };
      throw error;
    }
    if (error instanceof Refused) {
      journal.settle(attempt, { kind: 'nothing' });
      if (life.kind !== 'ended') throw error;
      if (again) return { kind: 'misdated' };
      throw new Refused(`${error.message}; ${life.words}`, { cause: error, problems: error.problems });
    }
    throwIfStopped(ports.stop);
    return { kind: 'lost', attempt, because: error };
  }
}

/**
 * An answer that repeats a secret, such as the credential, would hand that on to every later step. Its id is as little to be
 * believed, and may be that of the credential: so the answer counts as lost, and what was minted is looked for by its marker.
 *
 * @throws Error when the token, or its id, is no new one
 */
function refuseKnownSecret({ id, secret }: BornToken, { holdsKnown }: Ports): void {
  if (holdsKnown(secret)) {
    throw new Error(
      'the answer gives out as a new token a secret that was there before, such as the credential itself; it is not handed on',
    );
  }
  if (holdsKnown(id) || id.includes(secret)) {
    throw new Error('the answer gives out a secret as the id of the token; neither is handed on');
  }
}

/** @throws NotAsAsked when the token does not live as long as was asked for; one that lives too short is said to, once nothing can be done about it */
function checkLife(life: Life, order: LeaseOrder, redated: boolean, ports: Ports): void {
  if (life.kind === 'as-asked') return;
  if (life.kind === 'shorter' && (redated || !canBeRedated(order.wish, life))) {
    ports.notify(warning(`The token does not live as long as was asked for: ${life.words}.`));
    return;
  }
  throw new NotAsAsked(
    `${order.title} made a token that does not live as long as was asked for, so ${fateOf(order)}: ${life.words}`,
  );
}

function fateOf({ openTokens }: LeaseOrder): string {
  return openTokens === undefined ? 'it is not handed on' : 'it is not handed on but revoked';
}

/** Revokes a token that will not be handed on, and says so. What fails here is left to the end of the lease. */
async function abandon({ order, ports, journal }: Lease, attempt: Attempt, { id, secret }: BornToken): Promise<void> {
  const { later } = ports.words;
  const { openTokens, access, plan } = order;
  if (openTokens === undefined) return;
  try {
    await openTokens(access, plan.context, allowLastRevocation(ports)).revoke(id, {
      attempt,
      secret,
      delivered: false,
    });
  } catch (error) {
    ports.notify(
      warning(
        `The token ${id} could not be revoked at once; ${later.triesAgain(attempt.leaseId)}. ${messageOf(error)}`,
      ),
    );
    return;
  }
  ports.notify(notice(`The token ${id} was not handed on, and was revoked at once.`));
  const otherwise = `That it was revoked could not be recorded; ${later.findsItGone(attempt.leaseId)}.`;
  journal.note(attempt, { kind: 'revoked', id }, otherwise);
}

/** A stop, or the time that went by, may be why the token is given up: it is no reason to leave it alive. */
function allowLastRevocation(ports: Ports): Ports {
  const stopped = ports.stop.signal !== undefined;
  if (stopped || ports.deadline.remaining() < LAST_REVOCATION) ports.deadline.leave(LAST_REVOCATION);
  return stopped ? { ...ports, stop: neverStops } : ports;
}

/** What is known of the token of a lost answer. */
interface LostEnd {
  /** `clear`: none is left and none will be, so that another may be minted. `unknowable`: nobody can look for it. */
  readonly kind: 'clear' | 'open' | 'unknowable';
  readonly known: string;
}

/**
 * Looks for the token of a lost answer and revokes it: without its secret it is of no use to anyone. In the record the
 * attempt stays open: post looks once more, in case something on the way sent the request a second time.
 */
async function endLost({ order, ports, journal }: Lease, attempt: Attempt): Promise<LostEnd> {
  const { openTokens, access, plan } = order;
  const open = (known: string): LostEnd => ({ kind: 'open', known });
  const unknowable: LostEnd = {
    kind: 'unknowable',
    known: `It cannot be looked for. If there is one, it lives until ${formatInstant(attempt.expiresAt)}.`,
  };
  if (openTokens === undefined) return unknowable;
  const tokens = openTokens(access, plan.context, ports);
  const search = await searchLostToken(attempt, LOOKS, tokens, ports);
  if (search.kind !== 'failed') journal.settle(attempt, { kind: 'open', searched: isFinished(search) });
  switch (search.kind) {
    case 'found':
      return revokeFound(search.ids, attempt, tokens, ports);
    case 'none':
      return { kind: 'clear', known: 'No token of it exists so far.' };
    case 'none-so-far': {
      const lastLook = `the last look, ${LAST_LOOK / 1_000} s after the loss`;
      return open(`No token of it exists so far, but the time ended before ${lastLook}.`);
    }
    case 'none-shown':
      return open('The credential may not list all tokens, so it is not known whether a token exists.');
    case 'ambiguous':
      return open(`What was found is not surely its token, and was not touched: ${enumerate(search.ids)}.`);
    case 'failed':
      return open(`Looking for its token failed: ${messageOf(search.reason)}.`);
    case 'impossible':
      return unknowable;
  }
}

async function revokeFound(ids: readonly string[], attempt: Attempt, tokens: Tokens, ports: Ports): Promise<LostEnd> {
  const found = `Its token ${enumerate(ids)} was found`;
  try {
    for (const id of ids) await tokens.revoke(id, { attempt, delivered: false });
  } catch (error) {
    throwIfStopped(ports.stop);
    return { kind: 'open', known: `${found}, and not revoked: ${messageOf(error)}.` };
  }
  return { kind: 'clear', known: `${found} and revoked.` };
}

function lost(attempt: Attempt, because: unknown, { kind, known }: LostEnd, { later }: Words): LostAnswer {
  const next = kind === 'unknowable' ? '' : ` ${later.looksOnceMore(attempt.leaseId)}`;
  return new LostAnswer(`the answer to the mint of ${attempt.name} was lost: ${messageOf(because)}. ${known}${next}`, {
    cause: because,
  });
}

/** In characters: a list of what is granted, and one of what was asked for. */
const LONGEST_DIFFERENCE = 3_000;

/** @throws NotAsAsked when the issuer granted anything else than was asked for */
function verified(order: LeaseOrder, attempt: Attempt, born: BornToken, granted: Granted, ports: Ports): MintedToken {
  const { type, title, wish, plan } = order;
  const end = compareEnd(wish, attempt.expiresAt, granted.expiresAt);
  // In the words of the server, and not the user's, they may hold anything; and they are an output.
  const areAnswered = granted.grants !== plan.grants;
  const holdSecret = areAnswered && (ports.holdsKnown(granted.grants) || granted.grants.includes(born.secret));
  const differences = [
    ...granted.differences,
    ...(end.difference === undefined ? [] : [end.difference]),
    ...(holdSecret ? [{ what: 'grants', asked: 'no secret', granted: 'a text that holds one' }] : []),
  ];
  if (differences.length > 0) {
    const show = ({ what, asked, granted }: Difference) => `${what}: asked for ${asked}, granted ${granted}`;
    throw new NotAsAsked(
      `${title} did not grant what was asked for, so ${fateOf(order)}. ${enumerateBy(differences, show, '; ', LONGEST_DIFFERENCE)}`,
    );
  }
  if (isEarlier(wish.expiry, attempt.expiresAt, end.expiresAt)) {
    ports.notify(
      notice(
        `${title} gave the token an earlier end than asked for: ${formatInstant(end.expiresAt)} instead of ${formatInstant(attempt.expiresAt)}.`,
      ),
    );
  }
  for (const message of granted.notices) ports.notify(message);
  return {
    type,
    id: born.id,
    secret: born.secret,
    name: attempt.name,
    expiresAt: end.expiresAt,
    grants: granted.grants,
    unconfirmed: granted.unconfirmed,
    ...(granted.told === undefined ? {} : { told: granted.told }),
  };
}

/** How long the request may take that an issuer counts a life from. */
const LONGEST_MINTING: Milliseconds = 30_000;

/** What the answer says of the token's end, held against what was asked for. */
function compareEnd(
  { expiry, lifetime }: Pick<AttemptWish, 'expiry' | 'lifetime'>,
  asked: Milliseconds,
  granted: Milliseconds | undefined,
): { readonly expiresAt: Milliseconds; readonly difference?: Difference } {
  if (expiry.kind === 'none') return { expiresAt: asked };
  if (granted === undefined || isLater(expiry, lifetime, asked, granted)) {
    const said = granted === undefined ? 'no end at all' : formatInstant(granted);
    return { expiresAt: asked, difference: { what: 'end', asked: formatInstant(asked), granted: said } };
  }
  return { expiresAt: expiry.kind === 'minute' ? granted : Math.min(granted, asked) };
}

/** Whether a token ends so much earlier than asked for that it is to be said. */
function isEarlier({ kind }: Expiry, asked: Milliseconds, granted: Milliseconds): boolean {
  return (kind === 'second' && granted < asked) || (kind === 'minute' && granted < asked - TOLERATED);
}

/** Whether a token ends later than it may; to the millisecond, where that tells it from others, whether it ends at another time. */
function isLater(expiry: Expiry, lifetime: Lifetime, asked: Milliseconds, granted: Milliseconds): boolean {
  switch (expiry.kind) {
    case 'none':
      return false;
    case 'millisecond':
      return granted !== asked;
    case 'second':
      return granted > asked + 1_000;
    case 'minute':
      // The minutes are counted from when the issuer made it, which is later than when that was asked.
      return lifetime.kind === 'at'
        ? granted > lifetime.instant + 1_000
        : granted > asked + TOLERATED + LONGEST_MINTING;
  }
}
