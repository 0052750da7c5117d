import type { ChildProcess, StdioOptions } from 'node:child_process';
import { closeSync, fstatSync } from 'node:fs';
import { Socket } from 'node:net';
import { isatty } from 'node:tty';
import { maskStream } from './masked-stream.js';
import type { Output } from './output.js';
import type { Pipe } from './pipes.js';

/** A stream of this process that a command writes to through a mask, and which streams of the command lead there. */
export interface MaskedStreamPlan {
  readonly output: 1 | 2;
  readonly carries: readonly (1 | 2)[];
}

/** What is to be masked. A terminal shows what is typed and drawn there: a pipe in its place would change what programs do. */
export function streamsToMask(): readonly MaskedStreamPlan[] {
  const files = ([1, 2] as const).filter((file) => !isatty(file));
  // One pipe where both lead to the same file: two could not keep the order of what is written.
  if (files.length === 2 && isSameFile(1, 2)) return [{ output: 1, carries: [1, 2] }];
  return files.map((file) => ({ output: file, carries: [file] }));
}

/** The streams of a command while it runs. */
export interface CommandStreams {
  readonly stdio: StdioOptions;
  /** The command has its ends of the pipes; undefined when it could not be given any. */
  spawned(command: ChildProcess | undefined): void;
  /** The command has ended. Resolves when all that it wrote is handed on. */
  finish(): Promise<void>;
}

/**
 * @param pipes one for each stream that is masked; none on Windows, which has no such pipes
 * @param outputs what this process writes to, by these numbers
 */
export function openStreams(
  masked: readonly MaskedStreamPlan[],
  pipes: readonly Pipe[],
  forms: readonly string[],
  outputs: Readonly<Record<1 | 2, Output>>,
): CommandStreams {
  const leadingTo = (file: 1 | 2) => {
    const index = masked.findIndex(({ carries }) => carries.includes(file));
    return index === -1 ? 'inherit' : (pipes[index]?.writer ?? 'pipe');
  };
  const streams = pipes.flatMap(({ reader }, index) => {
    const plan = masked[index];
    if (plan === undefined) return [];
    const source = new Socket({ fd: reader, readable: true, writable: false });
    return [maskStream(source, forms, outputs[plan.output])];
  });
  return {
    stdio: ['inherit', leadingTo(1), leadingTo(2)],
    spawned(command) {
      for (const { writer } of pipes) closeSync(writer);
      for (const [file, source] of [[1, command?.stdout] as const, [2, command?.stderr] as const]) {
        if (source !== undefined && source !== null) streams.push(maskStream(source, forms, outputs[file]));
      }
    },
    async finish() {
      await Promise.all(streams.map((stream) => stream.finish()));
    },
  };
}

function isSameFile(a: 1 | 2, b: 1 | 2): boolean {
  const [first, second] = [fstatSync(a, { bigint: true }), fstatSync(b, { bigint: true })];
  return first.ino === second.ino && first.dev === second.dev && first.rdev === second.rdev;
}
