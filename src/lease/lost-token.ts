import type { Attempt } from './attempt.js';
import type { Milliseconds } from '../request/lifetime.js';
import { SHORTEST_TRY, throwIfStopped, type Ports } from './ports.js';
import type { Found, Tokens } from './tokens.js';

/**
 * When the token of a lost answer is looked for: a server may act late. Counted from the end of the first look, which
 * takes long when the server is away for a while: it cannot act before it is back.
 */
export const LAST_LOOK: Milliseconds = 10_000;
export const LOOKS: readonly Milliseconds[] = [0, 2_000, 5_000, LAST_LOOK];

/** What is known of the token of a lost answer. */
export type Search =
  /** To be revoked: nobody has its secret. */
  | { readonly kind: 'found'; readonly ids: readonly string[] }
  /** Tokens that may be the attempt's or somebody else's: none may be touched. */
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  /** There is none, and none will be. */
  | { readonly kind: 'none' }
  /** There is none, but the time ended before the last look: a server that acts late may have one then. */
  | { readonly kind: 'none-so-far' }
  /** None was shown, to a credential that may not be shown all. */
  | { readonly kind: 'none-shown'; readonly finished: boolean }
  | { readonly kind: 'failed'; readonly reason: unknown }
  /** The issuer shows nobody its tokens. */
  | { readonly kind: 'impossible' };

/** Whether no look is left to do. */
export function isFinished(search: Search): boolean {
  switch (search.kind) {
    case 'found':
    case 'ambiguous':
    case 'none':
    case 'impossible':
      return true;
    case 'none-so-far':
    case 'failed':
      return false;
    case 'none-shown':
      return search.finished;
  }
}

/**
 * Looks for the token of an attempt whose answer was lost: until one is there, all looks are done, or the time is over.
 *
 * @throws Stopped when a stop is requested
 */
export async function searchLostToken(
  attempt: Attempt,
  looks: readonly Milliseconds[],
  { find }: Pick<Tokens, 'find'>,
  { clock, deadline, stop }: Pick<Ports, 'clock' | 'deadline' | 'stop'>,
): Promise<Search> {
  if (find === undefined) return { kind: 'impossible' };
  let begunAt: Milliseconds | undefined;
  let last: Look = { kind: 'failed', reason: new Error('there was no time left') };
  for (const look of looks) {
    const wait = begunAt === undefined ? 0 : begunAt + look - clock.now();
    if (wait > deadline.remaining()) return judge(last, false);
    if (wait > 0) await clock.sleep(wait, stop);
    throwIfStopped(stop);
    try {
      last = await find(attempt);
    } catch (error) {
      throwIfStopped(stop);
      // A look that the end of the time cut short takes nothing from those before it, no more than one that was not begun.
      if (last.kind === 'found' && deadline.remaining() <= SHORTEST_TRY) return judge(last, false);
      last = { kind: 'failed', reason: error };
    }
    begunAt ??= clock.now();
    if (last.kind === 'ambiguous' || (last.kind === 'found' && last.ids.length > 0)) break;
  }
  return judge(last, true);
}

/** What a look brought: what was found, or why nothing can be said. */
type Look = Found | { readonly kind: 'failed'; readonly reason: unknown };

/** What the last look means. */
function judge(last: Look, finished: boolean): Search {
  if (last.kind !== 'found') return last;
  const { ids, complete } = last;
  if (ids.length > 0) return { kind: 'found', ids };
  if (!complete) return { kind: 'none-shown', finished };
  return { kind: finished ? 'none' : 'none-so-far' };
}
