import { describe, expect, it } from 'vitest';
import type { FakeRequest } from '../../fakes/faults.js';
import { runUpdateStep } from './update-step.js';
import { UPDATES } from './update-under-test.js';

const isWrite = ({ method, path }: FakeRequest) => method !== 'GET' && !path.endsWith('ListRevokableTokens');

describe.each(UPDATES)('$name', (update) => {
  it.each([0, 1, 2])('that is killed at its write %i has told each step that was done', async (number) => {
    let writes = 0;
    const { state, log, step } = await runUpdateStep(update, {
      onRequest: (request, running) => {
        if (!isWrite(request) || writes++ !== number) return undefined;
        return {
          kind: 'act-then-never-answer',
          afterActing: async () => {
            running?.kill('SIGKILL');
            await running?.result;
          },
        };
      },
    });
    if (writes <= number) return;
    expect(step.signal).toBe('SIGKILL');
    const told = [...log.matchAll(/^step \d+ of \d+: (.*)$/gm)].map(([, what]) => what);
    expect(told).toEqual(Object.entries(state).flatMap(([what, at]) => (at === 'after' ? [what] : [])));
    expect(told).toHaveLength(number + 1);
  });

  it('of which the server did nothing, though it said yes, is an error that shows both', async () => {
    const { step, state } = await runUpdateStep(update, {
      onRequest: (request) =>
        isWrite(request) ? { kind: 'status', act: false, ...update.yes(request.path) } : undefined,
    });
    expect(step.conclusion).toBe('failure');
    expect(new Set(Object.values(state))).toEqual(new Set(['before']));
    const [error] = step.annotations.filter(({ level }) => level === 'error');
    expect(error?.message).toContain('and is not what it should be. Read back, it differs in');
    expect(error?.message).toContain('asked for');
    expect(step.outputs['json']).toContain('"outcome":"failed"');
  });
});
