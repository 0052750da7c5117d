import { formatInstant, HOUR, type Milliseconds } from '../request/lifetime.js';
import type { LeaseRecord, RecordedAttempt } from '../lease/record.js';
import { endOfAttempt, type Ending } from '../lease/revoke.js';
import { annotateError, annotateWarning, say } from '../runner/log.js';
import type { OnRevokeFailure } from '../request/revoke-failure.js';

/**
 * Says how an attempt of the lease ended.
 *
 * @returns whether the job fails because of it
 */
export function reportEnding(
  ending: Ending,
  record: Pick<LeaseRecord, 'expires'>,
  onRevokeFailure: OnRevokeFailure,
  now: Milliseconds,
): boolean {
  const { attempt } = ending;
  const { expires } = record;
  const end = formatInstant(endOfAttempt(attempt));
  if (expires && endOfAttempt(attempt) <= now && attempt.outcome.kind === 'delivered') {
    annotateWarning(
      `The job outlived its token: ${attempt.name} ended at ${end}. Ask for a longer expires_in if later steps need it.`,
    );
  }
  switch (ending.kind) {
    case 'revoked':
      say(`revoked ${ending.id} (${attempt.name})`);
      return false;
    case 'already-gone':
      say(`${ending.id} (${attempt.name}) was revoked already, or is gone`);
      return false;
    case 'nothing-minted':
      say(`no token of ${attempt.name} exists`);
      return false;
    case 'none-so-far': {
      const message = `No token of ${attempt.name} exists so far, but the time ended before the last look for it; a server that acts late may still make it. To look again: ${ending.byHand}`;
      // Most likely there is none, so only who asks for it is failed over it.
      return annotate(message, onRevokeFailure === 'fail');
    }
    case 'left':
      say(`left ${ending.id} (${attempt.name}) until ${end}, as revoke: false asks for`);
      return false;
    case 'failed': {
      if (expires && endOfAttempt(attempt) <= now) {
        annotateWarning(
          `A token of ${attempt.name} could not be revoked: ${ending.reason}. By the clock of this machine it ended at ${end}.`,
        );
        return false;
      }
      const life = expires ? `lives until ${end}` : 'lives until it is revoked';
      const message = `A token of ${attempt.name} may be left and ${life}: ${ending.reason}. Revoke it by hand: ${ending.byHand}`;
      return annotate(message, failsJob(attempt, record, onRevokeFailure, now));
    }
  }
}

/** Says it as what it is to the job; returns `fails`. */
function annotate(message: string, fails: boolean): boolean {
  if (fails) annotateError(message);
  else annotateWarning(message);
  return fails;
}

/** Says of a token that nothing can revoke how long it lives. */
export function reportIrrevocable({ name, outcome }: RecordedAttempt, now: Milliseconds): void {
  if (outcome.kind !== 'delivered') {
    say(`no token of ${name} was handed on`);
    return;
  }
  const end = formatInstant(outcome.expiresAt);
  say(
    outcome.expiresAt <= now
      ? `the token ${outcome.id} (${name}) ended at ${end}, before the job did`
      : `the token ${outcome.id} (${name}) cannot be revoked and lives until ${end}`,
  );
}

/** Whether a failure to revoke fails the job: as the user said, else by how long the token would live on. */
export function failsJob(
  attempt: RecordedAttempt,
  { expires }: Pick<LeaseRecord, 'expires'>,
  onRevokeFailure: OnRevokeFailure,
  now: Milliseconds,
): boolean {
  if (onRevokeFailure !== undefined) return onRevokeFailure === 'fail';
  return !expires || endOfAttempt(attempt) - now > HOUR * 1000;
}
