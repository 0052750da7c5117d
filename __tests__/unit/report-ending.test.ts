import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LeaseRecord, Outcome } from '../../src/lease/record.js';
import { reportEnding } from '../../src/report-ending.js';

const said: string[] = [];
vi.mock('../../src/runner/log.js', () => ({
  say: (message: string) => said.push(message),
  annotateWarning: (message: string) => said.push(`warning: ${message}`),
  annotateError: (message: string) => said.push(`error: ${message}`),
}));
beforeEach(() => void said.splice(0));

const END = Date.UTC(2026, 0, 1);
const record: LeaseRecord = {
  version: 1,
  type: 'namespace',
  endpoint: 'https://issuer.example',
  authentication: { kind: 'secret' },
  context: {},
  revocable: true,
  revoke: true,
  onRevokeFailure: 'fail',
  timeout: 60_000,
  attempts: [],
};

function reportFailure(outcome: Outcome, now: number, expires = true): boolean {
  const attempt = {
    leaseId: '',
    name: 'mint-token-x',
    description: '',
    marker: '',
    startedAt: 0,
    expiresAt: END,
    outcome,
  };
  const failure = { kind: 'failed', attempt, reason: 'the server answered 503', byHand: 'revoke tok_1' } as const;
  return reportEnding(failure, record, expires, now);
}

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
