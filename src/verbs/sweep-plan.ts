import { tokenJson, type ListedToken, type TokenJson } from '../lease/listed-token.js';
import { runKey, type RunReference, type RunStates } from '../lease/runs.js';
import type { Words } from '../request/words.js';
import { decide, needsAttention, runToAsk, type Decision, type SweepRules } from './sweep-decision.js';

/** What a sweep is going to do: it is shown, and carried out, and nothing else is. */
export interface SweepPlan {
  readonly revoke: readonly PlannedToken[];
  readonly keep: readonly PlannedToken[];
}

export interface PlannedToken {
  readonly token: ListedToken;
  readonly decision: Decision;
}

/** The runs that must be known before a plan can be made, each once. */
export function runsToAsk(tokens: readonly ListedToken[], rules: SweepRules): readonly RunReference[] {
  const runs = new Map<string, RunReference>();
  for (const token of tokens) {
    const run = runToAsk(token, rules);
    if (run !== undefined) runs.set(runKey(run), run);
  }
  return [...runs.values()];
}

export function planSweep(tokens: readonly ListedToken[], states: RunStates, rules: SweepRules): SweepPlan {
  const revoke: PlannedToken[] = [];
  const keep: PlannedToken[] = [];
  for (const token of tokens) {
    const run = runToAsk(token, rules);
    const decision = decide(token, run === undefined ? undefined : states.get(runKey(run)), rules);
    (decision.decision === 'revoke' ? revoke : keep).push({ token, decision });
  }
  return { revoke, keep };
}

/** Why a plan must not be carried out as it is; undefined when it may be. */
export function whyTooMany(
  { revoke }: SweepPlan,
  mostRevocations: number,
  words: Pick<Words, 'input' | 'setting'>,
): string | undefined {
  if (revoke.length <= mostRevocations) return undefined;
  const limit = words.input('max_revocations');
  return `the plan revokes ${revoke.length} tokens, and ${limit} allows ${mostRevocations}, so none is revoked; look through the plan, and if it is right set ${words.setting('max_revocations', String(revoke.length))}`;
}

/** What became of a token: as it was planned, or, once the plan is carried out, what was done. */
export interface SweptToken {
  readonly token: ListedToken;
  readonly outcome: 'revoke' | 'keep' | 'revoked' | 'gone' | 'kept' | 'failed';
  readonly because: Decision['because'];
  readonly reason: string;
}

/** The plan as the result of a dry run. */
export function asPlanned({ revoke, keep }: SweepPlan): readonly SweptToken[] {
  return [...revoke, ...keep].map(({ token, decision: { decision, because, reason } }) => ({
    token,
    outcome: decision,
    because,
    reason,
  }));
}

/** The outputs that count. */
export interface SweepCounts {
  readonly found: number;
  /** By this sweep: not those that were planned to be, nor those that were gone already. */
  readonly revoked: number;
  readonly kept: number;
  readonly failed: number;
  /** Of those kept: kept only because nobody could tell. */
  readonly needs_attention: number;
}

export function countSwept(tokens: readonly SweptToken[]): SweepCounts {
  const count = (...outcomes: readonly SweptToken['outcome'][]) =>
    tokens.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    found: tokens.length,
    revoked: count('revoked'),
    kept: count('keep', 'kept'),
    failed: count('failed'),
    needs_attention: tokens.filter(needsAttention).length,
  };
}

/** A token of a sweep as the output `json` has it. */
export interface SweptTokenJson extends TokenJson {
  readonly decision: SweptToken['outcome'];
  readonly reason: string;
}

export function sweptTokenJson({ token, outcome, reason }: SweptToken): SweptTokenJson {
  return { ...tokenJson(token), decision: outcome, reason };
}
