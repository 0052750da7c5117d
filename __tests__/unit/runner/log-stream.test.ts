import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { writeCommand, writeLog } from '../../../src/runner/log-stream.js';

const write = fs.writeSync;
afterEach(() => {
  fs.writeSync = write;
  syncBuiltinESMExports();
});

/** A log that takes at most so many bytes at once, and sometimes answers with an error instead. */
function logThat(take: (call: number) => number | NodeJS.ErrnoException): () => string {
  const taken: Buffer[] = [];
  let calls = 0;
  fs.writeSync = ((_file: number, data: Buffer) => {
    const answer = take(calls++);
    if (answer instanceof Error) throw answer;
    taken.push(Buffer.from(data.subarray(0, answer)));
    return Math.min(answer, data.length);
  }) as typeof fs.writeSync;
  syncBuiltinESMExports();
  return () => Buffer.concat(taken).toString('utf8');
}

const failure = (code: string) => Object.assign(new Error(code), { code });

describe('the log', () => {
  it('gets all of a text, however little it takes at once, also within a character', () => {
    const text = logThat(() => 3);
    writeLog('größer → 😀\n');
    expect(text()).toBe('größer → 😀\n');
  });

  it('is waited for when it is full', () => {
    const text = logThat((call) => (call % 2 === 0 ? failure('EAGAIN') : 2));
    writeLog('not lost');
    expect(text()).toBe('not lost');
  });

  it('gives its reader time when it is full, and does not ask again at once', () => {
    const text = logThat((call) => (call < 20 ? failure('EAGAIN') : 100));
    const begun = performance.now();
    writeLog('not lost');
    expect(text()).toBe('not lost');
    expect(performance.now() - begun).toBeGreaterThan(20);
  });

  it('that nobody reads any more ends nothing', () => {
    logThat(() => failure('EPIPE'));
    expect(() => {
      writeLog('unread');
    }).not.toThrow();
  });

  it('that fails otherwise is an error', () => {
    logThat(() => failure('EIO'));
    expect(() => {
      writeLog('lost');
    }).toThrow('EIO');
  });

  it('gets a command in one line, whatever its data', () => {
    const text = logThat((call) => (call >= 0 ? 1_000 : 0));
    writeCommand('error', '100 %\r\nof two lines');
    expect(text()).toBe('::error::100 %25%0D%0Aof two lines\n');
  });
});
