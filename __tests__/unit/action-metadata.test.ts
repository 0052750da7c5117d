import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { TYPES, loadIssuer } from '../../src/issuers/registry.js';
import { inputsOf, isOfEveryType, type InputName } from '../../src/request/inputs.js';
import type { MintedToken } from '../../src/lease/issuer.js';
import { parseRequest } from '../../src/request/request.js';
import { handOver, handOverPlan } from '../../src/runner/handover.js';
import { readInputs } from '../../src/runner/inputs.js';
import { stepFiles } from './runner/step-process.js';
import { runnerWords } from '../../src/runner/words.js';

interface Declared {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
  readonly value?: string;
}

interface Metadata {
  readonly name: string;
  readonly description: string;
  readonly author: string;
  readonly branding: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, Declared>>;
  readonly outputs: Readonly<Record<string, Declared>>;
  readonly runs: Readonly<Record<string, string>>;
}

const root = new URL('../../', import.meta.url);
const metadata = parse(readFileSync(new URL('action.yml', root), 'utf8')) as Metadata;

describe('action.yml', () => {
  it('declares the inputs that the code reads, in the same order', () => {
    expect(Object.keys(metadata.inputs)).toStrictEqual([...inputsOf('create')]);
  });

  it('has no default and no other key for an input: the code tells what is written from what is assumed', () => {
    for (const [name, declared] of Object.entries(metadata.inputs)) {
      expect(Object.keys(declared).toSorted(), name).toStrictEqual(
        declared.required === undefined ? ['description'] : ['description', 'required'],
      );
    }
    const required = Object.keys(metadata.inputs).filter((name) => metadata.inputs[name]?.required === true);
    expect(required).toStrictEqual(['type', 'grants']);
  });

  it('declares the outputs that the code writes, and no other', () => {
    const files = stepFiles();
    const token: MintedToken = {
      type: 'example',
      id: 'id',
      secret: 'not-a-real-token',
      name: 'name',
      expiresAt: 1000,
      grants: '{}',
      unconfirmed: [],
    };
    handOver({ token, revocable: true, file: { path: `${files.temp}/token`, content: '' } }, 0);
    const written = Object.keys(files.pairs('GITHUB_OUTPUT'));
    expect(written.toSorted()).toStrictEqual(Object.keys(metadata.outputs).toSorted());

    const dry = stepFiles();
    handOverPlan({ type: 'example', name: 'name', expiresAt: 1000, grants: '{}' });
    expect(written).toStrictEqual(expect.arrayContaining(Object.keys(dry.pairs('GITHUB_OUTPUT'))));
  });

  it('describes everything', () => {
    for (const [name, { description }] of [...Object.entries(metadata.inputs), ...Object.entries(metadata.outputs)]) {
      expect(description.trim().length, name).toBeGreaterThan(8);
      expect(description, name).toMatch(/^[A-Za-z].*[.]$/s);
    }
    for (const text of [metadata.name, metadata.description, metadata.author]) expect(text).toMatch(/\S/);
  });

  it('runs the two entries on Node 24, the second whatever became of the job', () => {
    expect(metadata.runs).toStrictEqual({
      using: 'node24',
      main: 'dist/mint.js',
      post: 'dist/post.js',
      'post-if': 'always()',
    });
    for (const entry of [metadata.runs['main'], metadata.runs['post']]) {
      expect(readFileSync(new URL(entry ?? '', root), 'utf8')).not.toBe('');
    }
  });

  it('has a picture that GitHub knows', () => {
    expect(Object.keys(metadata.branding).toSorted()).toStrictEqual(['color', 'icon']);
  });

  it('names every type of the registry in the description of type', () => {
    for (const type of TYPES) expect(metadata.inputs['type']?.description).toContain(type);
  });
});

describe('the inputs in the code', () => {
  it('are each used by some type', async () => {
    const issuers = await Promise.all(TYPES.map((type) => loadIssuer(type)));
    const used = new Set<InputName>([
      ...inputsOf('create').filter(isOfEveryType),
      ...issuers.flatMap((issuer) => issuer?.inputs ?? []),
    ]);
    expect(inputsOf('create').filter((name) => !used.has(name))).toStrictEqual([]);
  });

  it('are each read from the variable that the runner makes of the declared name', async () => {
    const asked = new Set<string>();
    const environment = new Proxy<NodeJS.ProcessEnv>(
      {},
      {
        get(_, name) {
          asked.add(String(name));
          return undefined;
        },
      },
    );
    const issuer = {
      title: 'Example',
      grantExample: 'everything: all',
      inputs: [],
      expiry: { kind: 'second', longest: 1000 },
      exportsTokenFile: false,
    } as const;
    await parseRequest('example', issuer, readInputs(environment), 0, runnerWords);
    expect([...asked].toSorted()).toStrictEqual(
      Object.keys(metadata.inputs)
        .map((name) => `INPUT_${name.toUpperCase()}`)
        .toSorted(),
    );
  });
});
