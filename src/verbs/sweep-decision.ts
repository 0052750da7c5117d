import { endOfToken, type ListedToken } from '../lease/listed-token.js';
import { isChanged, isPrintedAs, readDescription, type Marker } from '../lease/marker.js';
import type { RunReference, RunState } from '../lease/runs.js';
import { formatInstant, type Milliseconds } from '../request/lifetime.js';
import { forgeOf, placeIn, type Scope } from './sweep-scope.js';

/** What a sweep goes by, besides the tokens and the runs. */
export interface SweepRules {
  readonly now: Milliseconds;
  /** How long ago a run, or the end of a token, must be. */
  readonly grace: Milliseconds;
  readonly scope: Scope;
  /** The host of the forge whose runs can be looked up. */
  readonly forge: string;
}

export type Decision = {
  /** For a person, as the end of a sentence about the token. */
  readonly reason: string;
} & (
  | { readonly decision: 'revoke'; readonly because: 'run-ended' | 'end-past' }
  | { readonly decision: 'keep'; readonly because: Keeping }
);

export type Keeping =
  | 'credential'
  | 'maybe-credential'
  | 'foreign'
  | 'later-version'
  | 'other-forge'
  | 'out-of-scope'
  | 'left-to-its-end'
  | 'run-alive'
  | 'run-ended-lately'
  | 'run-unknown'
  | 'changed';

/** Kept only because nobody could tell. */
export function needsAttention({ because }: Pick<Decision, 'because'>): boolean {
  return because === 'maybe-credential' || because === 'later-version' || because === 'run-unknown';
}

/** The run that must be asked about before a token can be decided on. Undefined where no answer would count, or none can be had. */
export function runToAsk(token: ListedToken, rules: SweepRules): RunReference | undefined {
  const examined = examine(token, rules);
  return examined.kind === 'candidate' && examined.run.kind === 'known' ? examined.run.run : undefined;
}

/**
 * What becomes of a token.
 *
 * @param state that of `runToAsk`; undefined when it was not asked, or could not be any more
 */
export function decide(token: ListedToken, state: RunState | undefined, rules: SweepRules): Decision {
  const examined = examine(token, rules);
  if (examined.kind === 'decided') return examined.decision;
  const { marker, run } = examined;
  const end = endOfToken(token);
  const ending = end === undefined ? 'it has no end' : `its end is ${formatInstant(end)}`;
  const pastEnd = end !== undefined && end + rules.grace <= rules.now;

  if (marker.untilExpiry) {
    return pastEnd
      ? endPast(end)
      : keep('left-to-its-end', `it is left to its end, as revoke: false asked for; ${ending}`);
  }
  const known = run.kind === 'unknown' ? run : (state ?? UNASKED);
  if (known.kind === 'alive') return keep('run-alive', `its run is not over (${known.status})`);
  if (pastEnd) return endPast(end);
  if (known.kind === 'unknown') return keep('run-unknown', `${known.reason}; ${ending}`);
  const ended = `its run ended at ${formatInstant(known.endedAt)}`;
  return known.endedAt + rules.grace <= known.askedAt
    ? { decision: 'revoke', because: 'run-ended', reason: ended }
    : keep('run-ended-lately', `${ended}, which is less than the grace ago`);
}

const UNASKED: RunState = { kind: 'unknown', reason: 'there was no time left to ask about its run' };

/** For a token that is not any more what it was when the plan was made. */
export const CHANGED = keep('changed', 'it was changed since the plan was made');

type Examined =
  | { readonly kind: 'decided'; readonly decision: Decision }
  | { readonly kind: 'candidate'; readonly marker: Marker; readonly run: FoundRun };

type FoundRun = { readonly kind: 'known'; readonly run: RunReference } | Extract<RunState, { kind: 'unknown' }>;

/** What can be said without asking the forge. */
function examine(token: ListedToken, rules: SweepRules): Examined {
  const decided = (because: Keeping, reason: string): Examined => ({
    kind: 'decided',
    decision: keep(because, reason),
  });
  const { scope, forge } = rules;
  if (token.isCredential === true) return decided('credential', 'it is the credential itself');
  const read = readDescription(token.description ?? '');
  if (read.kind === 'foreign') return decided('foreign', 'no marker of mint-token is at the end of its description');
  if (read.kind === 'of-later-version')
    return decided('later-version', 'its marker is one of a later version of mint-token');
  const { marker } = read;
  const { repository } = marker.origin;
  switch (placeIn(scope, forge, marker.origin)) {
    case 'on another forge':
      return decided('other-forge', `it comes from another forge, ${forgeOf(marker.origin)}`);
    case 'outside':
      return decided('out-of-scope', `${repository === '' ? 'where it comes from' : repository} is out of the scope`);
    case 'inside':
      break;
  }
  if (token.isCredential === undefined && token.managesTokens) {
    return decided(
      'maybe-credential',
      'it may make or revoke tokens, so it may be the credential itself, whose id is not known',
    );
  }
  return { kind: 'candidate', marker, run: findRun(marker, rules) };
}

/** `owner/name`, neither of which may climb out of a path. */
const REPOSITORY = /^(?!\.+\/)[\w.-]+\/(?!\.+$)[\w.-]+$/;
/** As far as a number in JSON is exact. */
const NUMBER = /^[1-9]\d{0,14}$/;

function findRun({ origin, untilExpiry }: Marker, { forge }: SweepRules): FoundRun {
  const { by, repository, run, attempt } = origin;
  const unknown = (reason: string): FoundRun => ({ kind: 'unknown', reason });
  if (untilExpiry) return unknown('its run does not count');
  if (by === 'terminal') return unknown('it was minted at a terminal, which has no runs');
  if (by !== undefined) return unknown(`its run is one of ${by}, which is not asked`);
  if (!isPrintedAs(forgeOf(origin), 'at', forge))
    return unknown(`its run is on ${forgeOf(origin)}, which is not asked`);
  if (isChanged(repository)) return unknown('the name of its repository stands in the marker only in part');
  if (!REPOSITORY.test(repository)) return unknown('its marker names no repository that could be asked for');
  if (!NUMBER.test(run) || !NUMBER.test(attempt)) return unknown('its marker has no number of a run');
  return { kind: 'known', run: { repository, run, attempt } };
}

function keep(because: Keeping, reason: string): Decision {
  return { decision: 'keep', because, reason };
}

function endPast(end: Milliseconds): Decision {
  return { decision: 'revoke', because: 'end-past', reason: `it should have ended at ${formatInstant(end)}` };
}
