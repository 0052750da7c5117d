import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDeadline, endEarlier, systemClock } from '../../../src/lease/clock.js';
import { neverStops, type Stop } from '../../../src/lease/ports.js';

const START = Date.UTC(2026, 0, 1);

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

describe('an earlier end of a part of the work', () => {
  test('comes so much before that of the whole, also when that is moved', () => {
    const whole = createDeadline(() => Date.now(), 1_000);
    const part = endEarlier(whole, 400);
    const passed: string[] = [];
    part.onPassed(() => passed.push('part'));
    part.onPassed(() => passed.push('ahead of it'), 100);
    whole.onPassed(() => passed.push('whole'));
    expect(part.remaining()).toBe(600);
    vi.advanceTimersByTime(500);
    expect(passed).toEqual(['ahead of it']);
    vi.advanceTimersByTime(100);
    expect(passed).toEqual(['ahead of it', 'part']);
    part.leave(1_000);
    expect([whole.remaining(), part.remaining()]).toEqual([1_000, 600]);
    vi.advanceTimersByTime(1_000);
    expect(passed).toEqual(['ahead of it', 'part', 'whole']);
  });
});

describe('a deadline', () => {
  test('counts down, and on when it has passed', () => {
    const deadline = createDeadline(() => Date.now(), 1_000);
    expect(deadline.remaining()).toBe(1_000);
    vi.advanceTimersByTime(400);
    expect(deadline.remaining()).toBe(600);
    vi.advanceTimersByTime(1_000);
    expect(deadline.remaining()).toBe(-400);
  });

  test('calls back once when it has passed, not before', () => {
    const deadline = createDeadline(() => Date.now(), 1_000);
    const callback = vi.fn();
    deadline.onPassed(callback);
    vi.advanceTimersByTime(999);
    expect(callback).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(callback).toHaveBeenCalledTimes(1);
    deadline.leave(10);
    vi.advanceTimersByTime(100_000);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  test('calls back when it is only so far away, also when it is moved', () => {
    const deadline = createDeadline(() => Date.now(), 10_000);
    const callback = vi.fn();
    deadline.onPassed(callback, 3_000);
    vi.advanceTimersByTime(6_000);
    deadline.leave(4_000);
    vi.advanceTimersByTime(999);
    expect(callback).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  test('that has passed already calls back all the same, but not within the call', () => {
    const deadline = createDeadline(() => Date.now(), 1_000);
    vi.advanceTimersByTime(5_000);
    const callback = vi.fn();
    deadline.onPassed(callback);
    expect(callback).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  test('can be called off, by each of those who wait, also twice', () => {
    const deadline = createDeadline(() => Date.now(), 1_000);
    const callback = vi.fn();
    const other = vi.fn();
    const callOff = deadline.onPassed(callback);
    deadline.onPassed(other);
    // The same callback may wait twice, and only one of its waits is called off.
    deadline.onPassed(callback);
    callOff();
    callOff();
    vi.advanceTimersByTime(1_000);
    expect(callback).toHaveBeenCalledTimes(1);
    expect(other).toHaveBeenCalledTimes(1);
    callOff();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('stays called off when it is moved', () => {
    const deadline = createDeadline(() => Date.now(), 1_000);
    const callback = vi.fn();
    deadline.onPassed(callback)();
    deadline.leave(5);
    vi.advanceTimersByTime(10_000);
    expect(callback).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is moved earlier for those who wait already', () => {
    const deadline = createDeadline(() => Date.now(), 60_000);
    const callback = vi.fn();
    deadline.onPassed(callback);
    vi.advanceTimersByTime(1_000);
    deadline.leave(5_000);
    expect(deadline.remaining()).toBe(5_000);
    vi.advanceTimersByTime(4_999);
    expect(callback).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(callback).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60_000);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  test('is moved later for those who wait already', () => {
    const deadline = createDeadline(() => Date.now(), 1_000);
    const callback = vi.fn();
    deadline.onPassed(callback);
    vi.advanceTimersByTime(900);
    deadline.leave(3_000);
    vi.advanceTimersByTime(2_999);
    expect(callback).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  test('that is moved again after it has passed holds for those who wait from then on', () => {
    const deadline = createDeadline(() => Date.now(), 1_000);
    vi.advanceTimersByTime(2_000);
    deadline.leave(3_000);
    const callback = vi.fn();
    deadline.onPassed(callback);
    vi.advanceTimersByTime(2_999);
    expect(callback).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  test('that has passed long ago is waited for without a warning of the runtime', async () => {
    vi.useRealTimers();
    const warn = vi.spyOn(process, 'emitWarning');
    const deadline = createDeadline(() => Date.now(), -5_000);
    await new Promise<void>((resolve) => deadline.onPassed(resolve));
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  test('does not keep the process alive', () => {
    vi.useRealTimers();
    const before = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const callOff = createDeadline(() => Date.now(), 60_000).onPassed(() => undefined);
    expect(process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout')).toHaveLength(before);
    callOff();
  });
});

describe('a wait', () => {
  /** A stop that a test requests, which calls back at once when it was requested before. */
  function createStop(): Stop & { request(): void; readonly waiting: Set<() => void> } {
    const waiting = new Set<() => void>();
    let signal: NodeJS.Signals | undefined;
    return {
      waiting,
      get signal() {
        return signal;
      },
      onRequest(callback) {
        if (signal === undefined) waiting.add(callback);
        else callback();
        return () => waiting.delete(callback);
      },
      request() {
        signal = 'SIGTERM';
        for (const callback of waiting) callback();
      },
    };
  }

  async function isOver(sleep: Promise<void>): Promise<boolean> {
    let over = false;
    void sleep.then(() => (over = true));
    await vi.advanceTimersByTimeAsync(0);
    return over;
  }

  test('ends after its time', async () => {
    const stop = createStop();
    const sleep = systemClock.sleep(1_000, stop);
    await vi.advanceTimersByTimeAsync(999);
    expect(await isOver(sleep)).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await isOver(sleep)).toBe(true);
    expect(stop.waiting.size).toBe(0);
  });

  test('ends at once when a stop is requested, and leaves no timer', async () => {
    const stop = createStop();
    const sleep = systemClock.sleep(1_000, stop);
    stop.request();
    expect(await isOver(sleep)).toBe(true);
    expect(stop.waiting.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('does not begin when a stop was requested before', async () => {
    const stop = createStop();
    stop.request();
    await expect(systemClock.sleep(1_000, stop)).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('for work that must not be stopped takes its time', async () => {
    const sleep = systemClock.sleep(1_000, neverStops);
    expect(await isOver(sleep)).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await isOver(sleep)).toBe(true);
  });
});

test('the time is that of the system, in milliseconds', () => {
  expect(systemClock.now()).toBe(START);
});
