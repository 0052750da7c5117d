import { readdirSync, readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

const root = new URL('../', import.meta.url);

/** The pages for users, by their path from the root. */
const documents: readonly string[] = [
  'README.md',
  ...readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

export interface DocumentWorkflow {
  readonly document: string;
  /** In the page. */
  readonly line: number;
  /** A whole workflow: what the page leaves out around jobs or steps is put around them. */
  readonly text: string;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

type Yaml = Readonly<Record<string, unknown>>;

/** Every workflow in the documents, and every part of one that has steps. */
export const documentWorkflows: readonly DocumentWorkflow[] = documents.flatMap((document) => {
  const page = readFileSync(new URL(document, root), 'utf8');
  return [...page.matchAll(/^( *)```yaml\n([^]*?)^ *```/gm)].flatMap(({ index, 1: indent = '', 2: block = '' }) => {
    const written: unknown = parse(block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
    const workflow = wholeOf(written);
    if (workflow === undefined) return [];
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? []);
    const line = page.slice(0, index).split('\n').length;
    return [{ document, line, text: stringify(workflow, { lineWidth: 0 }), steps }];
  });
});

interface Workflow extends Yaml {
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

/** Undefined for what is no part of a workflow of GitHub's. */
function wholeOf(written: unknown): Workflow | undefined {
  if (Array.isArray(written)) {
    const steps = written as readonly Step[];
    if (!steps.some(({ uses, run }) => uses !== undefined || run !== undefined)) return undefined;
    return { on: 'push', permissions: {}, jobs: { job: { 'runs-on': 'ubuntu-latest', steps } as Yaml } };
  }
  if (typeof written !== 'object' || written === null || !('jobs' in written)) return undefined;
  return { on: 'push', permissions: {}, ...(written as Workflow) };
}
