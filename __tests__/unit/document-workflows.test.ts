import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { documentWorkflows, type Step } from '../document-workflows.js';

const root = new URL('../../', import.meta.url);

interface Action {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** The action of this repository that a step uses; undefined when it uses another, or none. */
function actionOf({ uses = '' }: Step): Action | undefined {
  const [, folder] = /^mint-token\/mint-token((?:\/[\w-]+)?)@v\d+$/.exec(uses) ?? [];
  if (folder === undefined) return undefined;
  const file = new URL(`.${folder}/action.yml`, root);
  expect(existsSync(file), `${uses} is there`).toBe(true);
  return parse(readFileSync(file, 'utf8')) as Action;
}

describe.each(documentWorkflows)('$document, line $line', ({ text, steps }) => {
  it('gives each action of this repository inputs that it has, and all that it requires', () => {
    for (const step of steps) {
      const action = actionOf(step);
      if (action === undefined) continue;
      const given = Object.keys(step.with ?? {});
      expect(given.filter((name) => !(name in action.inputs))).toEqual([]);
      const required = Object.entries(action.inputs).filter(([, { required }]) => required === true);
      expect(required.map(([name]) => name).filter((name) => !given.includes(name))).toEqual([]);
    }
  });

  it('reads only outputs that its steps have', () => {
    const outputs = new Map(
      steps.flatMap((step) => {
        const action = step.id === undefined ? undefined : actionOf(step);
        return step.id === undefined || action === undefined ? [] : [[step.id, Object.keys(action.outputs)] as const];
      }),
    );
    for (const [, id = '', name] of text.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
      expect(outputs.get(id), `steps.${id}`).toContain(name);
    }
  });
});

it('the pages of all systems have workflows', () => {
  const pages = documentWorkflows
    .filter(({ steps }) => steps.some((step) => actionOf(step) !== undefined))
    .map(({ document }) => document);
  for (const page of [
    'README.md',
    ...['datasette', 'influxdb', 'namespace', 'solarnetwork'].map((name) => `docs/${name}.md`),
  ]) {
    expect(pages).toContain(page);
  }
});
