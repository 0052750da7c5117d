import type { Stop } from '../../src/lease/ports.js';

/** A stop that a test requests. */
export function createTestStop(): Stop & { request(signal: NodeJS.Signals): void } {
  let requested: NodeJS.Signals | undefined;
  const callbacks = new Set<() => void>();
  return {
    get signal() {
      return requested;
    },
    onRequest(callback) {
      if (requested !== undefined) callback();
      else callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    request(signal) {
      requested = signal;
      for (const callback of callbacks) callback();
      callbacks.clear();
    },
  };
}
