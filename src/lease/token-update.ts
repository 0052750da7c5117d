import type { Change, Clearable, KnownOfUpdates } from '../request/change.js';
import { formatInstant, type Milliseconds } from '../request/lifetime.js';
import type { Result } from '../request/problem.js';
import type { Words } from '../request/words.js';
import type { Difference } from './difference.js';
import type { FoundAccess } from './found-access.js';
import { shorten } from '../request/shown-text.js';
import type { ListedToken } from './listed-token.js';
import { describeWith, fitMarker, LONGEST_MARKER, printMarker, readDescription, splitDescription } from './marker.js';
import type { Notice } from './notice.js';
import { throwIfStopped, type Ports } from './ports.js';

/** Which way a change goes in what a token may do. */
export type Direction = 'same' | 'narrower' | 'wider' | 'both';

/** One thing in which a change goes some way: of a policy, one of its members. */
export interface Move {
  readonly what: string;
  readonly direction: Direction;
  readonly before: string;
  readonly after: string;
}

/** The way of all moves together. */
export function directionOfAll(moves: readonly Pick<Move, 'direction'>[]): Direction {
  const directions = new Set(moves.map(({ direction }) => direction));
  const [narrower, wider] = [directions.has('narrower'), directions.has('wider')];
  if (directions.has('both') || (narrower && wider)) return 'both';
  return narrower ? 'narrower' : wider ? 'wider' : 'same';
}

/** How the tokens of a type are changed: loaded by who changes one, and by nobody else. */
export interface TokenUpdates extends KnownOfUpdates {
  /** Understands a change, without any effect. Reports all problems at once. */
  understand(change: Change, words: Words): Result<UnderstoodChange>;
}

/** A change that is understood and may be tried. */
export interface UnderstoodChange {
  open(found: FoundAccess, ports: Ports): TokenUpdate;
}

/** A change of one token. */
export interface TokenUpdate {
  /**
   * What is to be done with a token, as it was just read.
   *
   * @param now by the clock of the issuer
   * @throws Refused when that cannot be done, or would have no effect
   */
  plan(token: ListedToken, now: Milliseconds): UpdatePlan;
  /** All in which a token is not what it should be, where that is the issuer's to say: what it may do, and when it ends. */
  compare(wanted: ListedToken, found: ListedToken): readonly UpdateDifference[];
  /** What a token may do, in the system's own JSON with full names; accepted again as `grants`. */
  printGrants(token: ListedToken): string;
  /** How all power is taken from a token. Absent where that can only be done by revoking it. */
  readonly disabling?: { readonly status: string; readonly disable: (id: string) => Promise<void> };
}

export interface UpdatePlan {
  /** What the token shall be. */
  readonly wanted: ListedToken;
  /** In this order. Empty when there is nothing to change. */
  readonly steps: readonly UpdateStep[];
  /** Which way what it may do goes. */
  readonly moves: readonly Move[];
  readonly notices: readonly Notice[];
}

/** A request that changes something. Repeating it does no harm. */
export interface UpdateStep {
  /** `its name and description` */
  readonly what: string;
  send(): Promise<void>;
}

export interface UpdateDifference extends Difference {
  /** Whether the token can do more, or lives longer, than was wanted. */
  readonly wider: boolean;
}

/** Thrown by a step after which a token may have more power than anybody wanted. */
export class PowerInDoubt extends Error {
  override readonly name = 'PowerInDoubt';
}

/** How far a change got. */
export interface Progress {
  readonly done: readonly UpdateStep[];
  /** Undefined when every step was done. */
  readonly failure: StepFailure | undefined;
}

export interface StepFailure {
  readonly step: UpdateStep;
  /** Whether its request may have been sent. */
  readonly begun: boolean;
  readonly error: unknown;
  /** The steps after it. */
  readonly untried: readonly UpdateStep[];
}

/**
 * Takes the steps of a plan, up to the first that fails: the issuer knows no transaction over them.
 *
 * @param before told of each step before its request is sent, so that whoever kills the process can see how far it got
 */
export async function takeSteps(
  { steps }: Pick<UpdatePlan, 'steps'>,
  before: (step: UpdateStep, index: number) => void,
  { stop }: Pick<Ports, 'stop'>,
): Promise<Progress> {
  for (const [index, step] of steps.entries()) {
    let begun = false;
    try {
      throwIfStopped(stop);
      before(step, index);
      begun = true;
      await step.send();
    } catch (error) {
      return { done: steps.slice(0, index), failure: { step, begun, error, untried: steps.slice(index + 1) } };
    }
  }
  return { done: steps, failure: undefined };
}

/** Everything in which a token that was read back is not what it should be. */
export function differencesFrom(
  wanted: ListedToken,
  found: ListedToken,
  update: Pick<TokenUpdate, 'compare' | 'disabling'>,
): readonly UpdateDifference[] {
  const texts = (['name', 'description', 'status', 'type'] as const).flatMap((what) => {
    const [asked, granted] = [wanted[what], found[what]];
    if ((asked ?? '') === (granted ?? '')) return [];
    const wider = what === 'type' || (what === 'status' && asked === update.disabling?.status);
    return [{ what, asked: showText(asked), granted: showText(granted), wider }];
  });
  return [...texts, ...update.compare(wanted, found)];
}

/** How the end of a token differs from the one that it should have; nothing where it is at most `tolerance` away. */
export function differencesOfEnd(
  wanted: ListedToken['expiresAt'],
  found: ListedToken['expiresAt'],
  tolerance: Milliseconds = 0,
): readonly UpdateDifference[] {
  if (typeof wanted === 'number' && typeof found === 'number') {
    if (Math.abs(found - wanted) <= tolerance) return [];
    return [{ what: 'end', asked: formatInstant(wanted), granted: formatInstant(found), wider: found > wanted }];
  }
  if (wanted === found) return [];
  return [{ what: 'end', asked: showEnd(wanted), granted: showEnd(found), wider: wanted !== 'never' }];
}

export function showEnd(end: ListedToken['expiresAt']): string {
  return typeof end === 'number' ? formatInstant(end) : end === 'never' ? 'none' : 'not told';
}

/** Characters. */
const LONGEST_SHOWN = 600;

function showText(text: string | undefined): string {
  // All of it, as far as an issuer keeps it: the difference may stand at the end.
  return text === undefined || text === '' ? 'nothing' : JSON.stringify(shorten(text, LONGEST_SHOWN));
}

/** The text that a change wants: undefined when it stays, empty when it is emptied. */
export function wantedText(change: Pick<Change, Clearable | 'clear'>, what: Clearable): string | undefined {
  return change.clear.includes(what) ? '' : change[what];
}

/**
 * A description with another text before its marker, which stays. A token without one gets none: it is not of a lease of
 * ours.
 */
export function withText(description: string | undefined, text: string | undefined): string | undefined {
  if (text === undefined) return description;
  const { marker } = splitDescription(description ?? '');
  return marker === '' ? text : describeWith(text, marker);
}

/**
 * A description whose marker tells another end. One without a marker, or with one of a later version, stays as it is.
 *
 * @param longest characters that the issuer keeps of a description
 */
export function withEnd(description: string | undefined, end: Milliseconds, longest = Infinity): string | undefined {
  const read = readDescription(description ?? '');
  if (read.kind !== 'marked') return description;
  const { text, marker } = read;
  const room = longest - (text === '' ? 0 : [...text].length + 1);
  return describeWith(text, printMarker(fitMarker({ ...marker, expiresAt: end }, Math.min(room, LONGEST_MARKER))));
}
