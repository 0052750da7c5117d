import { describe, expect, test } from 'vitest';
import { typesOf } from '../../src/issuers/registry.js';
import { inputsOf, VERBS, type Verb } from '../../src/request/inputs.js';
import { formatProblem } from '../../src/request/problem.js';
import { readOrder } from '../../src/verbs/order.js';
import type { Surroundings } from '../../src/lease/surroundings.js';
import { runnerWords } from '../../src/runner/words.js';
import { tmpdir } from 'node:os';
import { documentWorkflows, type Step } from '../document-workflows.js';

interface Example {
  readonly verb: Verb;
  readonly document: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Every step in the documents that uses an action of ours, with the values of expressions made up. */
const examples: readonly Example[] = documentWorkflows.flatMap(({ document, steps }) =>
  steps.flatMap((step) => {
    const verb = verbOf(step);
    return verb === undefined ? [] : [{ verb, document, inputs: inputsWithValues(step) }];
  }),
);

function verbOf({ uses = '' }: Step): Verb | undefined {
  const [action, folder = 'create'] = /^mint-token\/mint-token(?:\/(\w+))?@/.exec(uses) ?? [];
  return action === undefined ? undefined : VERBS.find((verb) => verb === folder);
}

function inputsWithValues(step: Step): Readonly<Record<string, string>> {
  const given = Object.entries(step.with ?? {});
  return Object.fromEntries(
    given.map(([name, value]) => [name, String(value).replaceAll(/\$\{\{[^}]*\}\}/g, 'AbCdEfGhIjKlMnOpQrSt')]),
  );
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
  test.each(examples.filter(({ verb }) => verb === 'create'))(
    '$document: $inputs.type is understood as it stands',
    async ({ inputs }) => {
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
    },
  );

  const further = examples.filter(({ verb }) => verb !== 'create');

  test.each(further)('$document: $verb takes what it is given, for $inputs.type', ({ verb, inputs }) => {
    expect(Object.keys(inputs).filter((name) => !inputsOf(verb).some((known) => known === name))).toEqual([]);
    expect(typesOf(inputs['type'] ?? '')).not.toEqual([]);
  });
});
