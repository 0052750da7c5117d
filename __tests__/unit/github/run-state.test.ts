import { describe, expect, it, test } from 'vitest';
import { readRunState } from '../../../src/github/run-state.js';
import { runJson } from '../../fakes/github.js';
import { answerOf } from './answers.js';

const RUN = { repository: 'octo-org/octo-repo', run: '1658821493', attempt: '2' };
const ENDED = runJson({
  repository: RUN.repository,
  run: 1658821493,
  attempt: 2,
  status: 'completed',
  updatedAt: '2026-11-24T10:30:00Z',
});
const read = (changes: object, headers = {}) => {
  const data = { ...ENDED, ...changes };
  return readRunState(answerOf(200, data, headers), data, RUN);
};

describe('a run', () => {
  it('has ended when GitHub calls it completed, at the time when it was last changed', () => {
    expect(read({})).toEqual({
      kind: 'ended',
      endedAt: Date.UTC(2026, 10, 24, 10, 30),
      askedAt: Date.UTC(2026, 10, 24, 12),
    });
  });

  test.each(['queued', 'in_progress', 'requested', 'waiting', 'pending', 'a_status_to_come'])(
    'goes on while it is %s',
    (status) => {
      expect(read({ status })).toEqual({ kind: 'alive', status });
    },
  );

  test.each([
    ['another run', { id: 1 }, {}],
    ['a run whose number is too large to be exact', { id: 2 ** 60 }, {}],
    ['a run whose number is a text', { id: '1658821493' }, {}],
    ['another try', { run_attempt: 1 }, {}],
    ['no try', { run_attempt: undefined }, {}],
    ['another repository', { repository: { full_name: 'octo-org/renamed' } }, {}],
    ['a repository in other letters', { repository: { full_name: 'Octo-Org/octo-repo' } }, {}],
    ['no repository', { repository: null }, {}],
    ['no status', { status: null }, {}],
    ['a status that is no word', { status: 'completed\n::add-mask::x' }, {}],
    ['no end', { updated_at: undefined }, {}],
    ['an end that is none', { updated_at: 'yesterday' }, {}],
    ['an end in another zone', { updated_at: '2026-11-24T10:30:00+01:00' }, {}],
    ['no time of the answer', {}, { date: '' }],
  ])('is not known from an answer with %s', (_, changes, headers) => {
    const state = read(changes, headers);
    expect(state.kind).toBe('unknown');
    expect(state.kind === 'unknown' && state.reason).toMatch(/^GET .* answered 200, but /);
  });

  test.each([undefined, null, '', 'completed', [], 7])('is not known from an answer that is %j', (data) => {
    expect(readRunState(answerOf(200, data), data, RUN).kind).toBe('unknown');
  });

  test.each([
    [301, 'octo-org/octo-repo was renamed or moved: GET'],
    [302, 'octo-org/octo-repo was renamed or moved: GET'],
    [307, 'octo-org/octo-repo was renamed or moved: GET'],
    [308, 'octo-org/octo-repo was renamed or moved: GET'],
    [401, 'the GitHub token is not accepted: GET'],
    [403, 'the GitHub token lacks a right in octo-org/octo-repo, such as `actions: read`: GET'],
    [404, 'try 2 of run 1658821493 of octo-org/octo-repo was deleted, or the GitHub token may not see it: GET'],
    [204, 'GET https://api.github.example/x answered 204'],
    [500, 'GET https://api.github.example/x answered 500'],
  ])('is not known from an answer %i, whatever stands in it', (status, words) => {
    const state = readRunState(answerOf(status, { ...ENDED, message: 'What  GitHub\nsays' }), ENDED, RUN);
    expect(state).toEqual({ kind: 'unknown', reason: expect.stringContaining(words) as string });
    // Of what is no error nothing is repeated.
    const said = state.kind === 'unknown' && state.reason.endsWith(' (What GitHub says)');
    expect(said).toBe(status >= 400);
  });
});
