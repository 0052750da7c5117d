import fs, { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

import { createCommandFiles, parsePairs, type CommandFiles } from '../../runner/command-files.mjs';

/** A folder of the test's own, removed when the test has ended. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mint-token-test-')));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export interface StepFiles {
  /** RUNNER_TEMP of the step. */
  readonly temp: string;
  text(file: keyof CommandFiles): string;
  /** The file as the runner reads it after the process has ended. */
  pairs(file: keyof CommandFiles): Readonly<Record<string, string>>;
}

/** Gives this process the command files of a step until the test has ended. */
export function stepFiles(): StepFiles {
  const temp = temporaryFolder();
  const files = createCommandFiles(temp);
  for (const [name, path] of Object.entries(files)) vi.stubEnv(name, path);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const text = (file: keyof CommandFiles) => readFileSync(files[file], 'utf8');
  return {
    temp,
    text,
    pairs: (file) => {
      const pairs = parsePairs(text(file), process.platform === 'win32');
      return Object.fromEntries([...pairs].map(({ name, value }) => [name, value]));
    },
  };
}

/** What `act` writes to the log, which is not shown. */
export function outputOf(act: () => void): string {
  let written = '';
  const write = fs.writeSync;
  const capture = (file: number, data: Uint8Array): number => {
    if (file !== 1) return write(file, data);
    written += Buffer.from(data).toString('utf8');
    return data.length;
  };
  fs.writeSync = capture as typeof fs.writeSync;
  syncBuiltinESMExports();
  try {
    act();
  } finally {
    fs.writeSync = write;
    syncBuiltinESMExports();
  }
  return written;
}
