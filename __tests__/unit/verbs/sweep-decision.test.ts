import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import fc from '../../properties.js';
import { CHANGED, decide, needsAttention, runToAsk } from '../../../src/verbs/sweep-decision.js';
import { MINTERS } from '../../../src/lease/origin.js';
import { ALIVE, endedAgo, HOUR, NOW, RULES, SWEEP_RULES, tokenOf, UNKNOWN } from './sweep-rules.js';

describe.each(SWEEP_RULES)('$rule: $decision', ({ decision, because, needsAttention: attention = false, cases }) => {
  test.each(cases.map((case_, index) => ({ case: index + 1, ...case_ })))('case $case', ({ token, state, rules }) => {
    const decided = decide(token, state, { ...RULES, ...rules });
    expect(decided).toMatchObject({ decision, because });
    expect(needsAttention(decided)).toBe(attention);
    expect(decided.reason).toMatch(/^[a-z]/);
  });
});

describe('the table of docs/sweep.md', () => {
  it('has these rules, in this order', () => {
    const page = readFileSync(new URL('../../../docs/sweep.md', import.meta.url), 'utf8');
    const rows = page
      .split('\n')
      .map((line) => /^\| (?<rule>.*?) +\| (?<fate>Kept|Kept; needs attention|Revoked) +\|$/.exec(line)?.groups)
      .filter((groups) => groups !== undefined)
      .map(({ rule, fate }) => [rule, fate]);
    const changed = ['It was changed since the plan was made', 'Kept'];
    const rules = SWEEP_RULES.map(({ rule, decision, needsAttention: attention = false }) => [
      rule,
      decision === 'revoke' ? 'Revoked' : attention ? 'Kept; needs attention' : 'Kept',
    ]);
    expect(rows).toStrictEqual([...rules, changed]);
    expect(CHANGED.decision).toBe('keep');
    expect(needsAttention(CHANGED)).toBe(false);
  });
});

describe('the run of a token', () => {
  it('is asked for where the answer counts', () => {
    expect(runToAsk(tokenOf(), RULES)).toStrictEqual({
      repository: 'octo-org/octo-repo',
      run: '1658821493',
      attempt: '2',
    });
    // It may go on past the end of the token.
    expect(runToAsk(tokenOf({ expiresAt: NOW - 9 * HOUR }), RULES)).toBeDefined();
  });

  it.each([
    ['a foreign token', tokenOf({ description: 'Nightly import' }), {}],
    ['a token out of scope', tokenOf({ origin: { repository: 'octo-org/x' } }), {}],
    ['a token of another forge', tokenOf({ origin: { at: 'git.example' } }), {}],
    [
      'a token of another forge that is swept',
      tokenOf({ origin: { at: 'git.example' } }),
      { scope: { kind: 'owner', forge: 'git.example', owner: 'octo-org' } } as const,
    ],
    ['the credential', tokenOf({ isCredential: true }), {}],
    ['a token that is left to its end', tokenOf({ marker: { untilExpiry: true } }), {}],
    ['a run of another CI system', tokenOf({ origin: { by: 'jenkins' } }), {}],
  ])('is not asked for: %s', (_, token, rules) => {
    expect(runToAsk(token, { ...RULES, ...rules })).toBeUndefined();
  });

  it('can be asked for with nothing but a plain path, whatever the marker says', () => {
    const text = fc.stringMatching(/^[A-Za-z0-9._/@-]{0,20}$/);
    const origin = fc.record({
      repository: fc.oneof(text, fc.constantFrom('../x', 'x/..', './x', 'x/.', 'a//b', '/a', 'a/')),
      run: text,
      attempt: text,
      job: text,
      by: fc.constantFrom(undefined, ...MINTERS),
    });
    fc.assert(
      fc.property(origin, ({ by, ...origin }) => {
        const token = tokenOf({ origin: by === undefined ? origin : { ...origin, by } });
        const run = runToAsk(token, { ...RULES, scope: { kind: 'all' } });
        if (run === undefined) return;
        const path = `/repos/${run.repository}/actions/runs/${run.run}/attempts/${run.attempt}`;
        expect(new URL(path, 'https://api.example').href).toBe(`https://api.example${path}`);
        expect(path).toMatch(/^\/repos\/[\w.-]+\/[\w.-]+\/actions\/runs\/\d+\/attempts\/\d+$/);
      }),
    );
  });
});

describe('the reason', () => {
  test.each([
    [endedAgo(9 * HOUR), {}, 'its run ended at 2026-11-24T03:17:00Z'],
    [endedAgo(1), {}, 'its run ended at 2026-11-24T12:16:59.999Z, which is less than the grace ago'],
    [ALIVE, {}, 'its run is not over (in_progress)'],
    [UNKNOWN, {}, 'github.com answered 404 Not Found; its end is 2026-11-24T13:00:00Z'],
    [UNKNOWN, { expiresAt: 'never' }, 'github.com answered 404 Not Found; it has no end'],
    [undefined, {}, 'there was no time left to ask about its run; its end is 2026-11-24T13:00:00Z'],
    [undefined, { expiresAt: NOW - HOUR }, 'it should have ended at 2026-11-24T11:00:00Z'],
    [
      undefined,
      { origin: { by: 'tekton' } },
      'its run is one of tekton, which is not asked; its end is 2026-11-24T13:00:00Z',
    ],
    [undefined, { origin: { repository: 'octo-org/x' } }, 'octo-org/x is out of the scope'],
    [undefined, { origin: { at: 'git.example' } }, 'it comes from another forge, git.example'],
  ] as const)('of %j for a token with %j says all that it goes by', (state, token, reason) => {
    expect(decide(tokenOf(token), state, RULES).reason).toBe(reason);
  });
});
