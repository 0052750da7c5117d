import { describe, expect, it, test } from 'vitest';
import { runKey, type RunState } from '../../../src/lease/runs.js';
import { runnerWords } from '../../../src/runner/words.js';
import { tokenJson } from '../../../src/lease/listed-token.js';
import {
  asPlanned,
  countSwept,
  planSweep,
  runsToAsk,
  sweptTokenJson,
  whyTooMany,
  type SweptToken,
} from '../../../src/verbs/sweep-plan.js';
import { ALIVE, endedAgo, HOUR, NOW, ORIGIN, RULES, tokenOf, UNKNOWN } from './sweep-rules.js';

const run = (number: number) => ({ run: String(number) });
const states = new Map<string, RunState>([
  [runKey({ ...ORIGIN, run: '1' }), endedAgo(9 * HOUR)],
  [runKey({ ...ORIGIN, run: '2' }), ALIVE],
  [runKey({ ...ORIGIN, run: '3' }), UNKNOWN],
  [runKey({ ...ORIGIN, run: '1', attempt: '3' }), ALIVE],
]);
const tokens = [
  tokenOf({ id: 'dead-1', origin: run(1) }),
  tokenOf({ id: 'alive', origin: run(2) }),
  tokenOf({ id: 'dead-2', origin: run(1) }),
  tokenOf({ id: 'unknown', origin: run(3) }),
  tokenOf({ id: 'not-asked', origin: run(4) }),
  tokenOf({ id: 'foreign', description: undefined }),
  tokenOf({ id: 'again', origin: { run: '1', attempt: '3' } }),
  tokenOf({ id: 'past', origin: run(3), expiresAt: NOW - 9 * HOUR }),
];
const plan = planSweep(tokens, states, RULES);

describe('the runs that a plan needs', () => {
  it('are each asked for once, a second try of a run by itself', () => {
    expect(runsToAsk(tokens, RULES).map(runKey)).toStrictEqual([
      'octo-org/octo-repo 1/2',
      'octo-org/octo-repo 2/2',
      'octo-org/octo-repo 3/2',
      'octo-org/octo-repo 4/2',
      'octo-org/octo-repo 1/3',
    ]);
  });
});

describe('a plan', () => {
  it('decides on every token by its own run', () => {
    expect(plan.revoke.map(({ token }) => token.id)).toStrictEqual(['dead-1', 'dead-2', 'past']);
    expect(plan.keep.map(({ token }) => token.id)).toStrictEqual(['alive', 'unknown', 'not-asked', 'foreign', 'again']);
  });

  it('is too large when it revokes more than is allowed, and says the number to set', () => {
    expect(whyTooMany(plan, 3, runnerWords)).toBeUndefined();
    expect(whyTooMany(plan, 2, runnerWords)).toBe(
      'the plan revokes 3 tokens, and max_revocations allows 2, so none is revoked; look through the plan, and if it is right set max_revocations: 3',
    );
  });

  it('is the result of a dry run, in which nothing is revoked', () => {
    const swept = asPlanned(plan);
    expect(countSwept(swept)).toStrictEqual({ found: 8, revoked: 0, kept: 5, failed: 0, needs_attention: 2 });
    expect(swept.map(({ token, outcome }) => `${token.id} ${outcome}`)).toStrictEqual([
      'dead-1 revoke',
      'dead-2 revoke',
      'past revoke',
      'alive keep',
      'unknown keep',
      'not-asked keep',
      'foreign keep',
      'again keep',
    ]);
  });
});

test('what was done is counted by what became of each token', () => {
  const outcomes = ['revoked', 'revoked', 'gone', 'failed', 'kept', 'kept'] as const;
  const swept = outcomes.map((outcome, index): SweptToken => ({
    token: tokenOf({ id: `token-${index}` }),
    outcome,
    because: index === 5 ? 'run-unknown' : index === 4 ? 'changed' : 'run-ended',
    reason: 'its run ended',
  }));
  expect(countSwept(swept)).toStrictEqual({ found: 6, revoked: 2, kept: 2, failed: 1, needs_attention: 1 });
});

test('a token of a plan is told with what is decided, and why', () => {
  const [swept] = asPlanned(plan);
  if (swept === undefined) throw new Error('the plan has tokens');
  expect(sweptTokenJson(swept)).toStrictEqual({
    ...tokenJson(swept.token),
    decision: 'revoke',
    reason: 'its run ended at 2026-11-24T03:17:00Z',
  });
});
