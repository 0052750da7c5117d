import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finishing } from './issuer-behind-proxy.js';

const HOOK = new URL('record-loaded-modules.mjs', import.meta.url).href;

/** What a process has loaded by its end. */
export interface LoadedModules {
  readonly entry: string;
  /** Node's own modules. */
  readonly modules: readonly string[];
  /** The paths of its other modules. */
  readonly files: readonly string[];
}

/** The environment of a job whose main and post record what they load, and what they have recorded, in this order. */
export async function recordLoading({ onTestFinished }: Finishing) {
  const folder = await mkdtemp(join(tmpdir(), 'mint-token-loaded-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'loaded');
  return {
    environment: { NODE_OPTIONS: `--import=${HOOK}`, LOADED_MODULES: file },
    loaded: async (): Promise<readonly LoadedModules[]> => {
      const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
      return lines.map((line) => JSON.parse(line) as LoadedModules);
    },
  };
}
