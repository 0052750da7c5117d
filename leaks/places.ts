import type { StepResult } from '../__tests__/runner/step.mjs';
import type { LeakingJob } from './leaking-job.js';
import { createPieceFinder, type PieceFinder } from './pieces.js';
import type { PlaceOutcome } from './results.js';

interface Place {
  readonly name: string;
  /** The texts to look through; all that were left of a job that ran. */
  readonly texts: (job: LeakingJob) => readonly string[];
}

const steps = ({ main, post }: LeakingJob): readonly StepResult[] => [main, post];

/** Where a secret could be besides what later steps print. Only the first is looked at after the masks of the runner. */
const PLACES: readonly Place[] = [
  { name: 'log, step debug on, after the masks', texts: (job) => steps(job).map(({ log }) => log) },
  {
    name: 'what main and post say, before any mask',
    texts: (job) => steps(job).map(({ rawLog }) => withoutMasks(rawLog)),
  },
  { name: 'messages of annotations', texts: (job) => annotationsOf(job).map(({ message }) => message) },
  {
    name: 'titles and other properties of annotations',
    texts: (job) => annotationsOf(job).flatMap(({ properties }) => Object.values(properties)),
  },
  { name: 'job summary, before any mask', texts: (job) => steps(job).map(({ rawSummary }) => rawSummary) },
  { name: 'stderr, before any mask', texts: ({ standardError }) => [standardError] },
  { name: 'process list during main and post', texts: ({ processLists }) => processLists },
  {
    name: 'files left in RUNNER_TEMP and the workspace, and their names',
    texts: ({ filesLeft }) => [...filesLeft].flat(),
  },
  {
    name: 'outputs but for `token`',
    texts: ({ main }) => valuesBut(main.outputs, ({ name }) => name === 'token'),
  },
  {
    name: 'state, but for a secret as the whole value of its own name, and the address of a proxy',
    texts: ({ post, secrets }) =>
      valuesBut(
        post.state,
        ({ name, value }) => /^https?_proxy$/.test(name) || secrets.some(({ secret }) => secret === value),
      ),
  },
  {
    name: 'environment of later steps, but for what `export_env` names',
    texts: ({ addedEnvironment, main }) =>
      valuesBut(addedEnvironment, ({ name }) => main.exported[name] !== undefined && /TOKEN(?:_SECRET)?$/.test(name)),
  },
];

export const PLACE_NAMES: readonly string[] = PLACES.map(({ name }) => name);

/** What was found of any secret of the job, in the order of the places. */
export function lookEverywhere(job: LeakingJob): readonly PlaceOutcome[] {
  const finders = job.secrets.map(({ what, secret }) => ({
    what,
    find: createPieceFinder(secret, job.main.outputs['token_id']),
  }));
  return PLACES.map(({ name, texts }) => lookAt(name, texts(job), finders));
}

function lookAt(
  name: string,
  texts: readonly string[],
  finders: readonly { readonly what: string; readonly find: PieceFinder }[],
): PlaceOutcome {
  if (texts.length === 0 && name.startsWith('process list')) {
    return { kind: 'not looked at', reason: 'no request, no moment to look in' };
  }
  for (const text of texts) {
    for (const { what, find } of finders) {
      const found = find(text);
      if (found !== undefined) return { kind: 'leaked', what: `${what} (${found.encoding}): ${found.piece}` };
    }
  }
  return { kind: 'clean' };
}

const annotationsOf = (job: LeakingJob) => steps(job).flatMap(({ annotations }) => annotations);

function withoutMasks(rawLog: string): string {
  return rawLog
    .split('\n')
    .filter((line) => !/^(?:::add-mask::|##\[add-mask\])/.test(line))
    .join('\n');
}

function valuesBut(
  record: Readonly<Record<string, string>>,
  left: (entry: { readonly name: string; readonly value: string }) => boolean,
): readonly string[] {
  return Object.entries(record)
    .filter(([name, value]) => !left({ name, value }))
    .map(([, value]) => value);
}
