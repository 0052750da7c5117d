import { inSeconds, pause } from '../http/retry.js';
import { notice, warning } from '../lease/notice.js';
import { throwIfStopped, type Ports } from '../lease/ports.js';
import { formatInstant, type Milliseconds } from '../request/lifetime.js';

/** Where requests wait while a server wants none. */
export interface Gate {
  /** @param why what the server said; it is told with the time that nothing will be sent for */
  close(wait: Milliseconds, why: string): void;
  /**
   * Waits until a request may be sent. False when that will not be in time.
   *
   * @throws Stopped when a stop was requested
   */
  pass(): Promise<boolean>;
}

/** A user who waits longer than that is told why. */
const SILENT: Milliseconds = 3_000;

export function createGate(ports: Ports): Gate {
  let opensAt = 0;
  return {
    close(wait, why) {
      const now = ports.clock.now();
      // What went through before the gate was closed comes back with much the same wait.
      const known = now + wait < opensAt + SILENT;
      opensAt = Math.max(opensAt, now + wait);
      if (known || wait < SILENT) return;
      const left = ports.deadline.remaining();
      const until = `${why}. Nothing more is asked for ${inSeconds(wait)}, until ${formatInstant(opensAt)}`;
      ports.notify(
        wait < left
          ? notice(`${until}.`)
          : warning(`${until}; but only ${inSeconds(left)} are left, so what was not asked by now is not known.`),
      );
    },
    async pass() {
      for (;;) {
        throwIfStopped(ports.stop);
        const wait = opensAt - ports.clock.now();
        const left = ports.deadline.remaining();
        if (wait <= 0) return left > 0;
        if (wait >= left) return false;
        await pause(wait, ports);
      }
    },
  };
}
