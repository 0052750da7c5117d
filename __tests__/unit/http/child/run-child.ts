import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Outcome, Task } from './send-request.js';

const script = fileURLToPath(new URL('./send-request.ts', import.meta.url));
const hooks = new URL('../../../../scripts/typescript-sources.mjs', import.meta.url).href;

/** Sends one request from a process of its own, for what Node decides at its start. Resolves when the process has ended by itself. */
export async function sendFromChild(
  task: Task,
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome & { readonly stderr: string }> {
  // The outcome of a test must not hang on what the machine itself is set to.
  const inherited = Object.entries(process.env).filter(([name]) => !/_proxy$|^NODE_/i.test(name));
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [
      '--experimental-transform-types',
      '--disable-warning=ExperimentalWarning',
      '--import',
      hooks,
      script,
      JSON.stringify(task),
    ],
    { env: { ...Object.fromEntries(inherited), ...environment }, timeout: 30_000 },
  );
  return { ...(JSON.parse(stdout) as Outcome), stderr };
}
