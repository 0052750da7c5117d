import type { Readable } from 'node:stream';
import type { Output } from './output.js';
import { createStreamMask } from './stream-mask.js';

/** What a command writes, on its way through a mask. */
export interface MaskedStream {
  /**
   * The command has ended: what it wrote is shown to the end, and no more is waited for. Others may still hold the stream.
   *
   * Resolves when all is handed to the output.
   */
  finish(): Promise<void>;
}

/** Milliseconds after which what cannot give a secret away is shown, though it may begin one. */
const PAUSE = 100;

/** Bytes: when so many wait for the reader, no more are read, and so the command waits for it as it would without us. */
const MOST_WAITING = 256 * 1024;

/** Bytes: no pipe holds more (pipe(7), pipe-max-size). */
const MOST_LEFT = 1024 * 1024;

/**
 * Masks what comes out of a pipe.
 *
 * @param source destroyed in the end
 */
export function maskStream(source: Readable, forms: readonly string[], output: Output): MaskedStream {
  const mask = createStreamMask(forms);
  let pausing: NodeJS.Timeout | undefined;
  let received = 0;
  let ended = false;

  const show = (bytes: Uint8Array): void => {
    output.write(bytes);
    if (output.closed) source.destroy();
    else if (output.waiting > MOST_WAITING && !source.isPaused()) {
      source.pause();
      output.onWritten(() => source.resume());
    }
  };
  const end = (): void => {
    clearTimeout(pausing);
    if (ended) return;
    ended = true;
    output.write(mask.end());
  };

  source.on('data', (bytes: Buffer) => {
    clearTimeout(pausing);
    received += bytes.length;
    show(mask.push(bytes));
    if (mask.mayPause) pausing = setTimeout(() => show(mask.pause()), PAUSE);
  });
  source.on('error', () => source.destroy());
  const closed = new Promise<void>((resolve) => {
    source.once('close', () => {
      end();
      resolve();
    });
  });

  return {
    async finish() {
      const most = received + MOST_LEFT;
      // Nothing came in two turns of the event loop: nothing is left that the command wrote.
      for (let quiet = 0; quiet < 2 && !source.destroyed && received < most; quiet++) {
        const before = received;
        if (source.isPaused()) await new Promise<void>((resolve) => output.onWritten(resolve));
        await new Promise((resolve) => setImmediate(resolve));
        if (received !== before) quiet = -1;
      }
      source.destroy();
      await closed;
    },
  };
}
