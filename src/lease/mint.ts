import { newAttempt, type AttemptWish } from './attempt.js';
import {
  Refused,
  type Attempt,
  type BornToken,
  type Difference,
  type Expiry,
  type Granted,
  type MintedToken,
  type Plan,
  type Prepared,
  type Issuer,
} from './issuer.js';
import { formatInstant, type Milliseconds } from './lifetime.js';
import { LAST_LOOK, LOOKS, searchLostToken } from './lost-token.js';
import { neverStops, throwIfStopped, type Ports } from './ports.js';
import { notice, warning } from './notice.js';
import { messageOf } from './shown-text.js';
import { withoutSecret, withOutcome, type LeaseRecord, type Outcome } from './record.js';

/** Where a lease is written down and its token handed on: the files of a runner. */
export interface Keeper {
  /** Writes the record down before it returns. Throws when that is impossible: then nothing may be minted. */
  save(record: LeaseRecord): void;
  /** Hands the token to whoever waits for it, all or nothing. Throws when it cannot. */
  deliver(token: MintedToken): void;
}

/** What is to be minted, and what becomes of it when the job ends. */
export interface LeaseOrder extends AttemptWish {
  readonly type: string;
  readonly issuer: Issuer;
  readonly prepared: Prepared;
  readonly plan: Plan;
  readonly revoke: boolean;
  readonly onRevokeFailure: 'fail' | 'warn' | undefined;
  /** The absolute path of the token file that `deliver` makes. */
  readonly tokenFile: string | undefined;
  /** How long the end of the lease may take. */
  readonly endTimeout: Milliseconds;
}

/** The answer to a mint was lost. What is known of its token is in the message; post looks for it once more. */
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
  const { issuer, plan, prepared } = order;
  let record: LeaseRecord = {
    version: 1,
    type: order.type,
    endpoint: prepared.access.endpoint,
    authentication: withoutSecret(prepared.access.authentication),
    context: plan.context,
    revocable: issuer.revocation !== undefined,
    revoke: order.revoke,
    onRevokeFailure: order.onRevokeFailure,
    timeout: order.endTimeout,
    attempts: [],
  };

  const first = await mintOnce();
  if (first.kind === 'delivered') return first.token;
  const retry = await endLost(first.attempt);
  if (!retry.safe) throw lost(first.attempt, first.because, retry.known);
  ports.notify(
    warning(`The answer to the mint was lost: ${messageOf(first.because)}. ${retry.known} Trying once more.`),
  );

  const second = await mintOnce();
  if (second.kind === 'delivered') return second.token;
  throw lost(second.attempt, second.because, (await endLost(second.attempt)).known);

  function save(changed: LeaseRecord): void {
    record = changed;
    keeper.save(changed);
  }

  function settle(attempt: Attempt, outcome: Outcome): void {
    save(withOutcome(record, attempt.leaseId, outcome));
  }

  async function mintOnce(): Promise<
    | { readonly kind: 'delivered'; readonly token: MintedToken }
    | { readonly kind: 'lost'; readonly attempt: Attempt; readonly because: unknown }
  > {
    throwIfStopped(ports.stop);
    const attempt = newAttempt(order, ports.clock.now());
    save({ ...record, attempts: [...record.attempts, { ...attempt, outcome: { kind: 'open', searched: false } }] });

    let born: BornToken | undefined;
    try {
      const granted = await plan.mint(attempt, (token) => {
        ports.mask(token.secret);
        born = token;
        settle(attempt, { kind: 'minted', id: token.id });
      });
      throwIfStopped(ports.stop);
      if (born === undefined) throw new Error('the issuer granted a token that was never announced');
      const token = verified(order, attempt, born, granted, ports);
      keeper.deliver(token);
      const { id, expiresAt } = token;
      note(
        attempt,
        { kind: 'delivered', id, expiresAt },
        'That the token was handed on could not be recorded; post revokes it.',
      );
      return { kind: 'delivered', token };
    } catch (error) {
      if (born !== undefined) {
        await abandon(attempt, born.id);
        throw error;
      }
      if (error instanceof Refused) {
        settle(attempt, { kind: 'nothing' });
        throw error;
      }
      throwIfStopped(ports.stop);
      return { kind: 'lost', attempt, because: error };
    }
  }

  /** Records what has happened already, and is not taken back when the record cannot be written any more. */
  function note(attempt: Attempt, outcome: Outcome, otherwise: string): void {
    try {
      settle(attempt, outcome);
    } catch (error) {
      ports.notify(warning(`${otherwise} ${messageOf(error)}`));
    }
  }

  /** Revokes a token that will not be handed on, and says so. What fails here is left to post. */
  async function abandon(attempt: Attempt, id: string): Promise<void> {
    if (issuer.revocation === undefined) return;
    try {
      await issuer.revocation(prepared.access, plan.context, portsForAbandoning()).revoke(id);
    } catch (error) {
      ports.notify(warning(`The token ${id} could not be revoked at once; post tries again. ${messageOf(error)}`));
      return;
    }
    ports.notify(notice(`The token ${id} was not handed on, and was revoked at once.`));
    note(attempt, { kind: 'revoked', id }, 'That it was revoked could not be recorded; post finds it gone.');
  }

  /** A stop, or the time that went by, may be why the token is given up: it is no reason to leave it alive. */
  function portsForAbandoning(): Ports {
    const stopped = ports.stop.signal !== undefined;
    if (stopped || ports.deadline.remaining() < LAST_REVOCATION) ports.deadline.leave(LAST_REVOCATION);
    return stopped ? { ...ports, stop: neverStops } : ports;
  }

  /**
   * Looks for the token of a lost answer and revokes it: without its secret it is of no use to anyone. In the record the
   * attempt stays open: post looks once more, in case something on the way sent the request a second time.
   */
  async function endLost(attempt: Attempt): Promise<{ readonly safe: boolean; readonly known: string }> {
    if (issuer.revocation === undefined) return { safe: false, known: 'It cannot be looked for.' };
    const revocation = issuer.revocation(prepared.access, plan.context, ports);
    const search = await searchLostToken(attempt, LOOKS, revocation, ports);
    if (search.kind === 'failed') {
      return { safe: false, known: `Looking for its token failed: ${messageOf(search.reason)}.` };
    }
    settle(attempt, { kind: 'open', searched: search.finished });
    const { ids } = search;
    if (search.kind === 'ambiguous') {
      return {
        safe: false,
        known: `What was found is not surely its token, and was not touched: ${ids.join(', ')}.`,
      };
    }
    if (ids.length === 0) {
      if (!search.complete) {
        return {
          safe: false,
          known: 'The credential may not list all tokens, so it is not known whether a token exists.',
        };
      }
      const known = 'No token of it exists so far';
      return search.finished
        ? { safe: true, known: `${known}.` }
        : {
            safe: false,
            known: `${known}, but the time ended before the last look, ${LAST_LOOK / 1_000} s after the loss.`,
          };
    }
    try {
      for (const id of ids) await revocation.revoke(id);
    } catch (error) {
      throwIfStopped(ports.stop);
      return { safe: false, known: `Its token ${ids.join(', ')} was found, and not revoked: ${messageOf(error)}.` };
    }
    return { safe: true, known: `Its token ${ids.join(', ')} was found and revoked.` };
  }
}

function lost(attempt: Attempt, because: unknown, known: string): LostAnswer {
  return new LostAnswer(
    `the answer to the mint of ${attempt.name} was lost: ${messageOf(because)}. ${known} Post looks for it once more`,
    { cause: because },
  );
}

/** @throws NotAsAsked when the issuer granted anything else than was asked for */
function verified(order: LeaseOrder, attempt: Attempt, born: BornToken, granted: Granted, ports: Ports): MintedToken {
  const { issuer, prepared, plan } = order;
  const end = compareEnd(issuer.expiry, attempt.expiresAt, granted.expiresAt);
  const differences = [...granted.differences, ...(end.difference === undefined ? [] : [end.difference])];
  if (differences.length > 0) {
    const list = differences.map(({ what, asked, granted }) => `${what}: asked for ${asked}, granted ${granted}`);
    const fate = issuer.revocation === undefined ? 'it is not handed on' : 'it is not handed on but revoked';
    throw new NotAsAsked(`${issuer.title} did not grant what was asked for, so ${fate}. ${list.join('; ')}`);
  }
  if (end.expiresAt < attempt.expiresAt && issuer.expiry.kind === 'second') {
    ports.notify(
      notice(
        `${issuer.title} gave the token an earlier end than asked for: ${formatInstant(end.expiresAt)} instead of ${formatInstant(attempt.expiresAt)}.`,
      ),
    );
  }
  for (const message of granted.notices) ports.notify(message);
  return {
    type: order.type,
    id: born.id,
    secret: born.secret,
    name: attempt.name,
    expiresAt: end.expiresAt,
    grants: granted.grants,
    confirmed: granted.confirmed,
    endpoint: prepared.access.endpoint,
    context: plan.context,
    tokenFile: order.tokenFile,
  };
}

/** What the answer says of the token's end, held against what was asked for. */
function compareEnd(
  expiry: Expiry,
  asked: Milliseconds,
  granted: Milliseconds | undefined,
): { readonly expiresAt: Milliseconds; readonly difference?: Difference } {
  if (expiry.kind === 'none') return { expiresAt: asked };
  const differs =
    granted === undefined || (expiry.kind === 'millisecond' ? granted !== asked : granted > asked + 1_000);
  if (differs) {
    const said = granted === undefined ? 'no end at all' : formatInstant(granted);
    return { expiresAt: asked, difference: { what: 'end', asked: formatInstant(asked), granted: said } };
  }
  return { expiresAt: Math.min(granted, asked) };
}
