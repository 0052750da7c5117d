import type { Teller } from '../host/host.js';
import type { Milliseconds } from '../request/lifetime.js';

const EVERY: Milliseconds = 10_000;

/** Does work that may be long, and says every ten seconds how far it has come. */
export async function tellProgress<Value>(
  { say }: Pick<Teller, 'say'>,
  describe: () => string,
  work: () => Promise<Value>,
): Promise<Value> {
  const timer = setInterval(() => say(describe()), EVERY);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
