import { formatInstant, HOUR, type Milliseconds } from '../request/lifetime.js';
import type { LeaseRecord, RecordedAttempt } from '../lease/record.js';
import { endOfAttempt, type Ending } from '../lease/revoke.js';
import type { OnRevokeFailure } from '../request/revoke-failure.js';
import type { Teller } from '../host/host.js';

/**
 * Says how an attempt of the lease ended.
 *
 * @returns whether the job fails because of it
 */
export function reportEnding(
  ending: Ending,
  record: Pick<LeaseRecord, 'expires'>,
  onRevokeFailure: OnRevokeFailure,
  ourNow: Milliseconds,
  host: Teller,
): boolean {
  const { attempt } = ending;
  const { expires } = record;
  const { words } = host;
  const now = ourNow + attempt.serverAhead;
  const end = formatInstant(endOfAttempt(attempt));
  if (expires && endOfAttempt(attempt) <= now && attempt.outcome.kind === 'delivered') {
    host.warn(
      `The ${words.work} outlived its token: ${attempt.name} ended at ${end}. Ask for a longer ${words.input('expires_in')} if ${words.laterUser}s need it.`,
    );
  }
  switch (ending.kind) {
    case 'revoked':
      host.say(`revoked ${ending.id} (${attempt.name})`);
      return false;
    case 'already-gone':
      host.say(`${ending.id} (${attempt.name}) was revoked already, or is gone`);
      return false;
    case 'nothing-minted':
      host.say(`no token of ${attempt.name} exists`);
      return false;
    case 'none-so-far': {
      const message = `No token of ${attempt.name} exists so far, but the time ended before the last look for it; a server that acts late may still make it. To look again: ${ending.byHand}`;
      // Most likely there is none, so only who asks for it is failed over it.
      return annotate(host, message, onRevokeFailure === 'fail');
    }
    case 'left':
      host.say(`left ${ending.id} (${attempt.name}) until ${end}, as ${words.setting('revoke', 'false')} asks for`);
      return false;
    case 'failed': {
      if (expires && endOfAttempt(attempt) <= now) {
        host.warn(
          `A token of ${attempt.name} could not be revoked: ${ending.reason}. By the clock of ${attempt.serverAhead === 0 ? 'this machine' : 'the server'} it ended at ${end}.`,
        );
        return false;
      }
      const life = expires ? `lives until ${end}` : 'lives until it is revoked';
      const message = `A token of ${attempt.name} may be left and ${life}: ${ending.reason}. Revoke it by hand: ${ending.byHand}`;
      return annotate(host, message, failsJob(attempt, record, onRevokeFailure, now));
    }
  }
}

/** Says it as what it is to who waits for the end; returns `fails`. */
function annotate(host: Teller, message: string, fails: boolean): boolean {
  if (fails) host.fail(message);
  else host.warn(message);
  return fails;
}

/** Says of a token that nothing can revoke how long it lives. */
export function reportIrrevocable(
  { name, outcome, serverAhead }: RecordedAttempt,
  ourNow: Milliseconds,
  host: Teller,
): void {
  if (outcome.kind !== 'delivered') {
    host.say(`no token of ${name} was handed on`);
    return;
  }
  const end = formatInstant(outcome.expiresAt);
  host.say(
    outcome.expiresAt <= ourNow + serverAhead
      ? `the token ${outcome.id} (${name}) ended at ${end}, before the ${host.words.work} did`
      : `the token ${outcome.id} (${name}) cannot be revoked and lives until ${end}`,
  );
}

/** Whether a failure to revoke fails what waits for the end: as the user said, else by how long the token would live on. */
export function failsJob(
  attempt: RecordedAttempt,
  { expires }: Pick<LeaseRecord, 'expires'>,
  onRevokeFailure: OnRevokeFailure,
  now: Milliseconds,
): boolean {
  if (onRevokeFailure !== undefined) return onRevokeFailure === 'fail';
  return !expires || endOfAttempt(attempt) - now > HOUR * 1000;
}
