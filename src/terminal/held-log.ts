import { createOutput, type Output } from './output.js';

/** What this process itself writes, besides what its command does. */
export interface Log {
  /** By the numbers of the files. */
  readonly outputs: Readonly<Record<1 | 2, Output>>;
  /** Writes to standard error, without ever waiting for who reads it. */
  write(text: string): void;
  /** From now on the screen is the command's: what is written is kept. */
  hold(): void;
  /** The command has ended: what was kept is written. */
  release(): void;
  /** Resolves when all is written, or nobody reads it. */
  written(): Promise<void>;
}

export function openLog(): Log {
  const outputs = { 1: createOutput(1), 2: createOutput(2) };
  let held: string[] | undefined;
  const write = (text: string): void => {
    if (held === undefined) outputs[2].write(Buffer.from(text));
    else held.push(text);
  };
  return {
    outputs,
    write,
    hold() {
      held = [];
    },
    release() {
      const texts = held ?? [];
      held = undefined;
      for (const text of texts) write(text);
    },
    async written() {
      for (const output of Object.values(outputs)) await new Promise<void>((resolve) => output.onWritten(resolve));
    },
  };
}
