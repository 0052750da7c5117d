import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { endProcess, exitCodeOf, listenForStop } from '../../../src/host/process-end.js';

function listen(): ReturnType<typeof listenForStop> {
  const before = new Map((['SIGINT', 'SIGTERM'] as const).map((signal) => [signal, process.listeners(signal)]));
  const stop = listenForStop();
  onTestFinished(() => {
    for (const [signal, listeners] of before) {
      for (const listener of process.listeners(signal)) {
        if (!listeners.includes(listener)) process.removeListener(signal, listener);
      }
    }
  });
  return stop;
}

/** Calls what listens to a signal, as Node does; a real one would end the process of the tests. */
const receive = (signal: 'SIGINT' | 'SIGTERM') => process.emit(signal, signal);

describe('a request to stop', () => {
  it('has not come before a signal has', () => {
    expect(listen().signal).toBeUndefined();
  });

  it('is the first signal; further ones are ignored', () => {
    const stop = listen();
    let called = 0;
    stop.onRequest(() => called++);
    receive('SIGTERM');
    receive('SIGTERM');
    receive('SIGINT');
    expect(stop.signal).toBe('SIGTERM');
    expect(called).toBe(1);
  });

  it('is told to everyone who waits, to one that waits twice too, and not to one that waits no longer', () => {
    const stop = listen();
    const told: string[] = [];
    const twice = () => told.push('twice');
    stop.onRequest(twice);
    stop.onRequest(twice);
    const forget = stop.onRequest(() => told.push('forgotten'));
    forget();
    receive('SIGINT');
    expect(told).toStrictEqual(['twice', 'twice']);
  });

  it('is told at once to one who asks afterwards', () => {
    const stop = listen();
    receive('SIGINT');
    let called = 0;
    stop.onRequest(() => called++);
    expect(called).toBe(1);
  });

  it.each([0, 1, 130, 143])('ends the process at once, with the exit code %i', (code) => {
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
    onTestFinished(() => {
      exit.mockRestore();
    });
    endProcess(code);
    expect(exit.mock.calls).toStrictEqual([[code]]);
  });

  it('ends the process with the code that shells expect', () => {
    expect(exitCodeOf('SIGINT')).toBe(130);
    expect(exitCodeOf('SIGTERM')).toBe(143);
    expect(exitCodeOf('SIGBREAK')).toBe(143);
  });
});
