import { beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/lease/record.js';
import { failsJob, reportEnding, reportIrrevocable } from '../../../src/verbs/report-ending.js';
import type { Teller } from '../../../src/host/host.js';
import { runnerWords } from '../../../src/runner/words.js';

const said: string[] = [];
const host: Teller = {
  words: runnerWords,
  say: (message) => void said.push(message),
  warn: (message) => void said.push(`warning: ${message}`),
  fail: (message) => void said.push(`error: ${message}`),
};
beforeEach(() => void said.splice(0));

const END = Date.UTC(2026, 0, 1);
const record = { expires: true };

const attemptOf = (outcome: Outcome) => ({
  leaseId: '',
  name: 'mint-token-x',
  description: '',
  marker: '',
  startedAt: 0,
  serverAhead: 0,
  expiresAt: END,
  outcome,
});

describe('a clock of the server that is not ours', () => {
  const delivered = { kind: 'delivered', id: 'tok_1', expiresAt: END } as const;

  it.each([
    [-7_200_000, END + 3_600_000, false],
    [7_200_000, END - 3_600_000, true],
  ])('tells whether the job outlived its token (%i ms ahead)', (serverAhead, now, outlived) => {
    const attempt = { ...attemptOf(delivered), serverAhead };
    reportEnding({ kind: 'revoked', attempt, id: 'tok_1' }, record, undefined, now, host);
    expect(said.some((line) => line.includes('The job outlived its token'))).toBe(outlived);
    reportIrrevocable(attempt, now, host);
    expect(said.at(-1)).toContain(outlived ? 'ended at' : 'cannot be revoked and lives until');
  });

  it('is named where a token that could not be revoked has ended by it', () => {
    const attempt = { ...attemptOf({ kind: 'minted', id: 'tok_1' }), serverAhead: 7_200_000 };
    const failure = { kind: 'failed', attempt, reason: 'no', byHand: 'revoke tok_1' } as const;
    expect(reportEnding(failure, record, undefined, END - 3_600_000, host)).toBe(false);
    expect(said.join()).toContain('By the clock of the server it ended at');
  });
});

function reportFailure(outcome: Outcome, now: number, expires = true): boolean {
  const attempt = attemptOf(outcome);
  const failure = { kind: 'failed', attempt, reason: 'the server answered 503', byHand: 'revoke tok_1' } as const;
  return reportEnding(failure, { expires }, 'fail', now, host);
}

describe('a token that is not there so far', () => {
  const ending = {
    kind: 'none-so-far',
    attempt: attemptOf({ kind: 'open', searched: false }),
    byHand: 'look again',
  } as const;

  it('is warned about, with what to do by hand', () => {
    expect(reportEnding(ending, record, undefined, END - 1, host)).toBe(false);
    expect(reportEnding(ending, { expires: false }, 'warn', END - 1, host)).toBe(false);
    expect(said[1]).toBe(said[0]);
    expect(said.slice(1)).toEqual([
      'warning: No token of mint-token-x exists so far, but the time ended before the last look for it; a server that acts late may still make it. To look again: look again',
    ]);
  });

  it('fails the job of who asks for that', () => {
    expect(reportEnding(ending, record, 'fail', END - 1, host)).toBe(true);
    expect(said).toEqual([expect.stringMatching(/^error: No token of mint-token-x exists so far/)]);
  });
});

describe('a token that could not be revoked', () => {
  it('fails the job with its end and what to do by hand', () => {
    expect(reportFailure({ kind: 'minted', id: 'tok_1' }, END - 1)).toBe(true);
    expect(said).toEqual([
      'error: A token of mint-token-x may be left and lives until 2026-01-01T00:00:00Z: the server answered 503. Revoke it by hand: revoke tok_1',
    ]);
  });

  it('is only warned about when it has ended by itself', () => {
    expect(reportFailure({ kind: 'open', searched: true }, END)).toBe(false);
    expect(said).toEqual([
      'warning: A token of mint-token-x could not be revoked: the server answered 503. By the clock of this machine it ended at 2026-01-01T00:00:00Z.',
    ]);
  });

  it('has ended by the end that the issuer gave, when it is known', () => {
    expect(reportFailure({ kind: 'delivered', id: 'tok_1', expiresAt: END - 60_000 }, END - 60_000)).toBe(false);
    expect(said).toHaveLength(2);
  });

  it('fails the job whenever that is, when tokens of its issuer do not end', () => {
    expect(reportFailure({ kind: 'open', searched: true }, END + 1, false)).toBe(true);
    expect(said).toEqual([expect.stringContaining('lives until it is revoked: the server answered 503')]);
  });
});

describe('a token that ended before the job did', () => {
  const delivered = attemptOf({ kind: 'delivered', id: 'tok_1', expiresAt: END - 1 });
  const warning =
    'warning: The job outlived its token: mint-token-x ended at 2025-12-31T23:59:59.999Z. Ask for a longer expires_in if later steps need it.';

  it.each(['revoked', 'already-gone'] as const)('is warned about when it is %s', (kind) => {
    expect(reportEnding({ kind, attempt: delivered, id: 'tok_1' }, record, 'fail', END - 1, host)).toBe(false);
    expect(said).toEqual([warning, expect.stringContaining('tok_1 (mint-token-x)')]);
  });

  it('is not warned about a moment earlier, nor where tokens do not end', () => {
    reportEnding({ kind: 'revoked', attempt: delivered, id: 'tok_1' }, record, 'fail', END - 2, host);
    reportEnding({ kind: 'revoked', attempt: delivered, id: 'tok_1' }, { expires: false }, 'fail', END, host);
    expect(said).toEqual(['revoked tok_1 (mint-token-x)', 'revoked tok_1 (mint-token-x)']);
  });

  it('is said of one that nothing can revoke', () => {
    reportIrrevocable(delivered, END - 2, host);
    reportIrrevocable(delivered, END - 1, host);
    reportIrrevocable(attemptOf({ kind: 'open', searched: false }), END, host);
    expect(said).toEqual([
      'the token tok_1 (mint-token-x) cannot be revoked and lives until 2025-12-31T23:59:59.999Z',
      'the token tok_1 (mint-token-x) ended at 2025-12-31T23:59:59.999Z, before the job did',
      'no token of mint-token-x was handed on',
    ]);
  });
});

describe('a failure to revoke, and the job', () => {
  const now = 1_900_000_000_000;
  const leaves = (expiresAt: number, onRevokeFailure: 'fail' | 'warn' | undefined, expires = true) => {
    const attempt = { ...attemptOf({ kind: 'open', searched: true }), startedAt: now, expiresAt };
    return failsJob(attempt, { expires }, onRevokeFailure, now);
  };

  it('fails the job when the token would live for more than another hour, or for ever', () => {
    expect(leaves(now + 3_600_001, undefined)).toBe(true);
    expect(leaves(now + 3_600_000, undefined)).toBe(false);
    expect(leaves(now, undefined, false)).toBe(true);
  });

  it('goes by the end that the issuer gave, where it is known', () => {
    const delivered = attemptOf({ kind: 'delivered', id: 'token-1', expiresAt: now + 60_000 });
    expect(failsJob({ ...delivered, expiresAt: now + 7_200_000 }, { expires: true }, undefined, now)).toBe(false);
  });

  it('does what the user says instead', () => {
    expect(leaves(now + 1, 'fail')).toBe(true);
    expect(leaves(now + 86_400_000, 'warn', false)).toBe(false);
  });
});
