import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Job } from '../__tests__/runner/job.mjs';
import type { StepResult } from '../__tests__/runner/step.mjs';
import { createPieceFinder, type FoundPiece } from './pieces.js';
import { markOf, scriptOf, WAYS_OF_PRINTING, type Language, type WayOfPrinting } from './ways-of-printing.js';

/** What became of a secret that was printed in one way. */
export type Outcome =
  | { readonly kind: 'masked' }
  | { readonly kind: 'not coverable' }
  | { readonly kind: 'skipped'; readonly reason: string }
  | ({ readonly kind: 'leaked' } & FoundPiece)
  /** The way showed no telling piece even without masks: it proves nothing of this secret. */
  | { readonly kind: 'not shown' };

const LANGUAGES: readonly Language[] = ['bash', 'node', 'python'];

/** The ways by their index, those left out whose program this machine lacks. */
export const MISSING_PROGRAMS: ReadonlySet<string> = new Set(
  [...new Set(WAYS_OF_PRINTING.flatMap(({ needs }) => needs ?? []))].filter(
    (program) => spawnSync('sh', ['-c', `command -v "$0"`, program]).status !== 0,
  ),
);

const isMissing = ({ needs }: WayOfPrinting): boolean => needs !== undefined && MISSING_PROGRAMS.has(needs);

/** The interpreter itself: a launcher in its place may need the home of its user. */
const PYTHON = MISSING_PROGRAMS.has('python3')
  ? ''
  : spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).stdout.trim();

/** Prints a secret in every way, in one step for each language. */
export async function printInEveryWay(job: Job, secret: string, server: string): Promise<readonly StepResult[]> {
  const steps: StepResult[] = [];
  for (const language of LANGUAGES) {
    const ways = [...WAYS_OF_PRINTING.entries()].filter(([, way]) => way.language === language && !isMissing(way));
    if (ways.length === 0) continue;
    const script = scriptOf(language, ways);
    const command = {
      bash: ['bash', '-c', script],
      node: [process.execPath, '-e', script],
      python: [PYTHON, '-c', script],
    }[language];
    steps.push(await job.runCommand(command, { env: { T: secret, SERVER: server } }));
  }
  return steps;
}

/** What became of the secret in each way, in their order, by what the steps that printed it left in the log. */
export function judge(secret: string, steps: readonly StepResult[]): readonly Outcome[] {
  const find = createPieceFinder(secret);
  const shown = partsOf(steps.map(({ log }) => log));
  const printed = partsOf(steps.map(({ rawLog }) => rawLog));
  return WAYS_OF_PRINTING.map((way, index) => {
    if (isMissing(way)) return { kind: 'skipped', reason: `this machine has no ${way.needs ?? ''}` };
    const masked = shown.get(index);
    const raw = printed.get(index);
    if (masked === undefined || raw === undefined) throw new Error(`nothing was printed for "${way.name}"`);
    if (way.notCoverable !== undefined) return { kind: 'not coverable' };
    const found = find(masked);
    if (found !== undefined) return { kind: 'leaked', ...found };
    return find(raw) === undefined ? { kind: 'not shown' } : { kind: 'masked' };
  });
}

/** The logs cut at the marks of the ways. */
function partsOf(logs: readonly string[]): ReadonlyMap<number, string> {
  const parts = new Map<number, string>();
  const marks = new Map(WAYS_OF_PRINTING.map((_, index) => [markOf(index), index]));
  for (const log of logs) {
    let current: number | undefined;
    for (const line of log.split('\n')) {
      const index = marks.get(line);
      if (index !== undefined) current = index;
      if (current !== undefined) parts.set(current, `${parts.get(current) ?? ''}${line}\n`);
    }
  }
  return parts;
}

/** A server on loopback that answers anything with nothing. */
export async function startAnsweringServer(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((_, answer) => answer.end('ok\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
