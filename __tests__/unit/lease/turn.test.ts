import { expect, test, vi } from 'vitest';

import { createTurn } from '../../../src/lease/turn.js';

const timeIsUp = () => new Error('the time is over');

/** Keeps the process busy, as the work does that turns are for. */
function work(duration: number): void {
  const end = performance.now() + duration;
  while (performance.now() < end);
}

test('whatever waits has its turn when the work has gone on for long enough, and not before', async () => {
  const turn = createTurn({ remaining: () => 1 }, timeIsUp);
  const waiting = vi.fn();
  setImmediate(waiting);
  for (let step = 0; step < 1_000; step++) await turn();
  expect(waiting).not.toHaveBeenCalled();
  work(60);
  await turn();
  expect(waiting).toHaveBeenCalled();
});

test('work ends when the time is over', async () => {
  let remaining = 1;
  const turn = createTurn({ remaining: () => remaining }, timeIsUp);
  work(60);
  await turn();
  remaining = 0;
  work(60);
  await expect(turn()).rejects.toThrow('the time is over');
});
