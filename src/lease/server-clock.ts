import { formatDuration, lifeWithin, type Milliseconds } from '../request/lifetime.js';
import { newAttempt, type Attempt, type AttemptWish } from './attempt.js';
import type { Plan } from './issuer.js';
import { warning } from './notice.js';
import type { Ports } from './ports.js';

/**
 * By how much clocks, and so the life of a token, may differ before it counts. A minute is promised; the rest is what the
 * `Date` of an answer leaves open, and an end that is some seconds early by design.
 */
export const TOLERATED: Milliseconds = 50_000;

type ServerClock = Pick<Plan, 'serverAhead'>;

/** How far the issuer's clock is ahead of ours, where that counts; 0 where it is near enough, or not known. */
export function serverAheadOf({ serverAhead }: ServerClock): Milliseconds {
  const ahead = serverAhead() ?? 0;
  return Math.abs(ahead) > TOLERATED ? ahead : 0;
}

/** `clock of this machine is 2h ahead of that of the server` */
export function wordsOfClocks(serverAhead: Milliseconds): string {
  const direction = serverAhead > 0 ? 'behind' : 'ahead of';
  return `clock of this machine is ${formatDuration(Math.abs(serverAhead) / 1000)} ${direction} that of the server`;
}

/** A new attempt, whose end counts by the issuer's clock as far as that is known; where that matters, it is said. */
export function attemptByServer(
  wish: AttemptWish,
  server: ServerClock,
  { clock, notify }: Pick<Ports, 'clock' | 'notify'>,
): Attempt {
  const serverAhead = serverAheadOf(server);
  if (serverAhead !== 0) {
    notify(
      warning(
        `The ${wordsOfClocks(serverAhead)}, by the Date of its answers. The end of the token counts by the clock of the server. Set the clock of this machine right: certificates and signatures depend on it too.`,
      ),
    );
  }
  return newAttempt(wish, clock.now(), serverAhead);
}

/** The life of a token that was just made, by the issuer's clock. `words` say it in a sentence, without its end. */
export type Life =
  | { readonly kind: 'as-asked' }
  | { readonly kind: 'longer'; readonly words: string }
  /** `misdated`: by the clock of this machine, and not because it took long to make it. */
  | { readonly kind: 'shorter'; readonly misdated: boolean; readonly words: string }
  /** It has ended already, or would have. */
  | { readonly kind: 'ended'; readonly words: string };

/**
 * What the life of a token is that was made just now with the end that its attempt asked for. An end that was given as an
 * instant is right by whatever clock, as long as it is not past.
 */
export function lifeOf(
  { lifetime, expiry }: Pick<AttemptWish, 'lifetime' | 'expiry'>,
  { expiresAt, serverAhead }: Attempt,
  server: ServerClock,
  now: Milliseconds,
): Life {
  if (expiry.kind === 'none') return { kind: 'as-asked' };
  const ahead = serverAheadOf(server);
  const life = expiresAt - (now + ahead);
  const say = (what: string) =>
    ahead === 0 ? what : `by the clock of the server ${what}: the ${wordsOfClocks(ahead)}`;
  if (life <= 0) return { kind: 'ended', words: say('the end that was asked for is past') };
  if (lifetime.kind === 'at') return { kind: 'as-asked' };
  const asked = lifeWithin(expiry, lifetime.seconds) * 1000;
  if (Math.abs(life - asked) <= TOLERATED) return { kind: 'as-asked' };
  const words = say(`it lives for ${formatDuration(life / 1000)}, not for ${formatDuration(asked / 1000)}`);
  if (life > asked) return { kind: 'longer', words };
  return { kind: 'shorter', misdated: Math.abs(ahead - serverAhead) > TOLERATED, words };
}

/** Whether another attempt would have the life that was asked for: its end would count by a clock that is known now. */
export function canBeRedated({ lifetime }: Pick<AttemptWish, 'lifetime'>, life: Life): boolean {
  if (lifetime.kind === 'at') return false;
  return life.kind === 'longer' || life.kind === 'ended' || (life.kind === 'shorter' && life.misdated);
}
