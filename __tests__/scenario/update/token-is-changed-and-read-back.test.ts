import { describe, expect, it } from 'vitest';
import { runUpdateStep } from './update-step.js';
import { UPDATES } from './update-under-test.js';

describe.each(UPDATES)('$name', (update) => {
  it('changes all that is asked for, in steps that are told before they are taken, and hands on what the token is now', async () => {
    const { step, running, state, log } = await runUpdateStep(update);
    expect(step.conclusion, log).toBe('success');
    expect(new Set(Object.values(state))).toEqual(new Set(['after']));
    expect(running.othersIntact()).toBe(true);
    const told = log.split('\n').filter((line) => line.startsWith('step '));
    expect(told).toEqual(
      Object.keys(state).map((what, index) => `step ${index + 1} of ${Object.keys(state).length}: ${what}`),
    );
    expect(step.outputs).toMatchObject({
      token_id: running.inputs['token_id'],
      type: running.inputs['type'],
      expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/) as string,
    });
    const [token] = JSON.parse(step.outputs['json'] ?? '') as readonly Readonly<Record<string, unknown>>[];
    expect(token).toMatchObject({
      id: running.inputs['token_id'],
      outcome: 'updated',
      before: { id: running.inputs['token_id'] },
      after: { id: running.inputs['token_id'] },
    });
    expect(step.rawSummary).toContain('Before');
  });

  it('changes nothing the second time, and says so', async () => {
    const running = await update.start();
    const again = { ...update, start: () => Promise.resolve({ ...running, close: () => Promise.resolve() }) };
    try {
      expect((await runUpdateStep(again)).step.conclusion).toBe('success');
      const { step, log } = await runUpdateStep(again);
      expect(step.conclusion).toBe('success');
      expect(log).toContain('Nothing to change: the token is as it shall be.');
      expect(log).not.toMatch(/^step /m);
    } finally {
      await running.close();
    }
  });

  it('shows what it would change in a dry run, and changes nothing', async () => {
    const { step, state, log } = await runUpdateStep(update, { with: { dry_run: 'true' } });
    expect(step.conclusion).toBe('success');
    expect(new Set(Object.values(state))).toEqual(new Set(['before']));
    expect(log).toContain(' -> ');
    expect(step.outputs['json']).toContain('"outcome":"planned"');
  });

  it('tells a token that is not there from one that is', async () => {
    const running = await update.start();
    const id = running.inputs['token_id'] ?? '';
    await running.close();
    const { step } = await runUpdateStep(update, {
      with: { token_id: id.replace(/.$/, (last) => (last === '1' ? '2' : '1')) },
    });
    expect(step.conclusion).toBe('failure');
    expect(step.annotations.map(({ message }) => message).join('\n')).toContain('there is no token');
  });

  it('shows its credential nowhere', async () => {
    const { step, running } = await runUpdateStep(update);
    const spoken = step.rawLog
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask::'))
      .join('\n');
    expect(spoken + step.rawSummary + JSON.stringify(step.outputs)).not.toContain(running.inputs['credential']);
  });
});
