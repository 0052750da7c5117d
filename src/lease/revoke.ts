import type { Milliseconds } from '../request/lifetime.js';
import { LAST_LOOK, LOOKS, searchLostToken } from './lost-token.js';
import type { Ports } from './ports.js';
import type { LeaseRecord, RecordedAttempt } from './record.js';
import { enumerate, messageOf } from '../request/shown-text.js';
import type { Attempt } from './attempt.js';
import type { Tokens } from './tokens.js';

/** How one attempt of a lease ended. */
export type Ending =
  | { readonly kind: 'revoked' | 'already-gone'; readonly attempt: RecordedAttempt; readonly id: string }
  | { readonly kind: 'nothing-minted'; readonly attempt: RecordedAttempt }
  /** None was there, but the time ended before the last look for it. */
  | { readonly kind: 'none-so-far'; readonly attempt: RecordedAttempt; readonly byHand: string }
  /** Left to its expiry, as the user wanted. */
  | { readonly kind: 'left'; readonly attempt: RecordedAttempt; readonly id: string }
  /** It is not known that no token is left. */
  | {
      readonly kind: 'failed';
      readonly attempt: RecordedAttempt;
      readonly reason: string;
      /** A command to paste; holds no secret. */
      readonly byHand: string;
    };

/**
 * Ends a lease from its record: revokes each token by its id, and looks for the token of each attempt whose answer was
 * lost. All at once, since each may take all the time that is left, whatever becomes of the others.
 *
 * @param secret the token itself, where it was kept: that of the last attempt that made one
 */
export async function endLease(
  record: LeaseRecord,
  tokens: Tokens,
  ports: Ports,
  secret?: string,
): Promise<readonly Ending[]> {
  const isLost = ({ outcome }: RecordedAttempt) => outcome.kind === 'open';
  // What a search looks for is of no use to anyone, since nobody has its secret: it is told last.
  const inOrder = [...record.attempts.filter((attempt) => !isLost(attempt)), ...record.attempts.filter(isLost)];
  const last = record.attempts.findLast(({ outcome }) => 'id' in outcome);
  const secretOf = (attempt: RecordedAttempt) => (attempt === last ? secret : undefined);
  const endings = await Promise.all(
    inOrder.map((attempt) => endAttempt(record, attempt, tokens, ports, secretOf(attempt))),
  );
  return endings.flat();
}

/** How a lease ends whose issuer cannot be asked at all: each token that may be left fails, and is told by what is known of it. */
export function endUnasked(record: LeaseRecord, reason: unknown): readonly Ending[] {
  return record.attempts.map((attempt): Ending => {
    const rest = restOf(record, attempt);
    if (rest.kind === 'nothing') return rest.ending;
    const byHand =
      rest.kind === 'revoke'
        ? `its id is ${rest.id}`
        : `look for the one whose description ends with ${attempt.marker}`;
    return { kind: 'failed', attempt, reason: messageOf(reason), byHand };
  });
}

async function endAttempt(
  record: LeaseRecord,
  attempt: RecordedAttempt,
  tokens: Tokens,
  ports: Ports,
  secret: string | undefined,
): Promise<readonly Ending[]> {
  const rest = restOf(record, attempt);
  switch (rest.kind) {
    case 'nothing':
      return [rest.ending];
    case 'revoke':
      return [await revokeById(attempt, rest.id, tokens, secret)];
    case 'search':
      return endLost(attempt, looksFor(record, attempt, rest.searched, ports.clock.now()), tokens, ports);
  }
}

/** What is left to do about an attempt. */
type Rest =
  | { readonly kind: 'nothing'; readonly ending: Ending }
  | { readonly kind: 'revoke'; readonly id: string }
  | { readonly kind: 'search'; readonly searched: boolean };

function restOf({ revoke }: LeaseRecord, attempt: RecordedAttempt): Rest {
  const { outcome } = attempt;
  switch (outcome.kind) {
    case 'nothing':
      return { kind: 'nothing', ending: { kind: 'nothing-minted', attempt } };
    case 'revoked':
      return { kind: 'nothing', ending: { kind: 'already-gone', attempt, id: outcome.id } };
    case 'delivered':
      return revoke
        ? { kind: 'revoke', id: outcome.id }
        : { kind: 'nothing', ending: { kind: 'left', attempt, id: outcome.id } };
    case 'minted':
      return { kind: 'revoke', id: outcome.id };
    case 'open':
      return { kind: 'search', searched: outcome.searched };
  }
}

async function revokeById(attempt: RecordedAttempt, id: string, tokens: Tokens, secret?: string): Promise<Ending> {
  try {
    return {
      kind: await tokens.revoke(id, { attempt, secret, delivered: attempt.outcome.kind === 'delivered' }),
      attempt,
      id,
    };
  } catch (error) {
    return { kind: 'failed', attempt, reason: messageOf(error), byHand: tokens.byHand({ id }) };
  }
}

/**
 * When to look for the token of a lost answer. One look is enough when main did the others, or when a server that acts late
 * has had its time: main sends nothing after its own time, which is twice that of the end.
 */
function looksFor(
  { timeout }: LeaseRecord,
  { startedAt }: Attempt,
  searched: boolean,
  now: Milliseconds,
): readonly Milliseconds[] {
  const settledAt = startedAt + 2 * timeout + LAST_LOOK;
  return searched || now >= settledAt ? LOOKS.slice(0, 1) : LOOKS;
}

async function endLost(
  attempt: RecordedAttempt,
  looks: readonly Milliseconds[],
  tokens: Tokens,
  ports: Ports,
): Promise<readonly Ending[]> {
  const failed = (reason: string): readonly Ending[] => [
    { kind: 'failed', attempt, reason, byHand: tokens.byHand({ attempt }) },
  ];
  const search = await searchLostToken(attempt, looks, tokens, ports);
  switch (search.kind) {
    case 'found':
      return Promise.all(search.ids.map((id) => revokeById(attempt, id, tokens)));
    case 'none':
      return [{ kind: 'nothing-minted', attempt }];
    case 'none-so-far':
      return [{ kind: 'none-so-far', attempt, byHand: tokens.byHand({ attempt }) }];
    case 'none-shown':
      return failed('the answer to the mint was lost, and the credential may not list all tokens, so one may be left');
    case 'ambiguous':
      return failed(
        `what was found is not surely the token whose answer was lost, and was not touched: ${enumerate(search.ids)}`,
      );
    case 'failed':
      return failed(`the answer to the mint was lost, and looking for its token failed: ${messageOf(search.reason)}`);
    case 'impossible':
      return failed('the answer to the mint was lost, and nobody can look for its token');
  }
}

/** The end of the token: the one that was asked for, until the issuer said which it gave. */
export function endOfAttempt({ outcome, expiresAt }: RecordedAttempt): Milliseconds {
  return outcome.kind === 'delivered' ? outcome.expiresAt : expiresAt;
}
