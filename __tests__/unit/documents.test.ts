import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inputsOf } from '../../src/request/inputs.js';
import { formatProblem } from '../../src/request/problem.js';
import { readOrder } from '../../src/verbs/order.js';
import type { Surroundings } from '../../src/lease/surroundings.js';
import { runnerWords } from '../../src/runner/words.js';
import { tmpdir } from 'node:os';

const root = new URL('../../', import.meta.url);
const documents = ['README.md', ...readdirSync(new URL('docs/', root)).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);

interface Example {
  readonly document: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Every step in the documents that uses this action, with the values of expressions made up. */
const examples: readonly Example[] = documents.flatMap((document) => {
  const text = readFileSync(new URL(document, root), 'utf8');
  const blocks = [...text.matchAll(/```yaml\n([^]*?)```/g)].map(([, block = '']) => block);
  return blocks.flatMap((block) => {
    const steps = stepsIn(parse(block.replace(/\$\{\{[^}]*\}\}/g, 'AbCdEfGhIjKlMnOpQrSt')));
    return steps.map((inputs) => ({ document, inputs }));
  });
});

function stepsIn(value: unknown): readonly Readonly<Record<string, string>>[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { uses, with: inputs, ...rest }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof uses !== 'string' || !uses.startsWith('mint-token/mint-token@'))
    return Object.values(rest).flatMap(stepsIn);
  return [Object.fromEntries(Object.entries(inputs ?? {}).map(([name, text]) => [name, String(text)]))];
}

const surroundings: Surroundings = {
  variable: (name) => (name === 'RUNNER_TEMP' ? '/tmp' : undefined),
  secretVariable: () => undefined,
  exported: () => false,
  mask: () => undefined,
  secretFile: () => undefined,
  platform: 'linux',
  identityTokens: true,
  emptyCredentialHint: '',
};

describe('the examples in the documents', () => {
  test('are there for every page of an issuer', () => {
    const pages = new Set(examples.map(({ document }) => document));
    for (const page of [
      'README.md',
      'docs/datasette.md',
      'docs/influxdb.md',
      'docs/namespace.md',
      'docs/solarnetwork.md',
    ]) {
      expect(pages).toContain(page);
    }
  });

  test.each(examples)('$document: $inputs.type is understood as it stands', async ({ inputs }) => {
    const unknown = Object.keys(inputs).filter((name) => !inputsOf('create').some((known) => known === name));
    expect(unknown).toEqual([]);
    const order = await readOrder(
      { inputs: (name) => inputs[name], names: () => Object.keys(inputs) },
      {
        surroundings,
        tokenFilePlace: { folder: tmpdir(), called: 'RUNNER_TEMP', workspace: undefined },
        words: runnerWords,
      },
      Date.now(),
    );
    expect(order.ok ? [] : order.problems.map(formatProblem)).toEqual([]);
  });
});
