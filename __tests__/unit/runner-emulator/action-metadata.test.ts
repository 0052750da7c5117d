import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from '../../properties.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';

import { readActionMetadata } from '../../runner/action-metadata.mjs';
import { parseCondition } from '../../runner/condition.mjs';
import { parseYamlSubset } from '../../runner/yaml-subset.mjs';

describe('the reader of action.yml', () => {
  const document = [
    '# yaml-language-server: $schema=x',
    'name: Mint token # the name',
    "description: 'It''s one: two'",
    'branding:',
    '    icon: key',
    '',
    '    color: "dark\\tblue"',
    'inputs:',
    '  folded:',
    '    description: >-',
    '      one',
    '      two # not a comment',
    '',
    '      three: 3',
    '    required: true',
    '  literal:',
    '    description: |',
    '      one',
    '        deeper',
    '',
    '      two',
    '',
    '  kept:',
    '    description: |+',
    '      one',
    '',
    '  clipped:',
    '    description: >',
    '      one',
    '      two',
    '',
  ].join('\n');

  it('reads its subset as the yaml library does', () => {
    expect(parseYamlSubset(document)).toEqual(parse(document, { schema: 'failsafe' }));
    expect(parseYamlSubset(document.replaceAll('\n', '\r\n'))).toEqual(parseYamlSubset(document));
  });

  it('reads any document as the yaml library does, or refuses it', () => {
    const text = fc.oneof(
      { weight: 3, arbitrary: fc.stringMatching(/^[a-z][a-z '":#\n.-]{0,12}$/) },
      fc.string(),
      fc.stringMatching(/^[-a-z0-9'"#:,\n {}[\]|>&*!%@`\\~?=]{0,12}$/),
      fc.constantFrom('true', 'null', '~', '', '0o7', '1.0', 'yes', '2020-01-01', 'a\n', 'a\n\n', '\na', ' a', 'a\n b'),
    );
    const document = fc.record({ name: text, nested: fc.record({ text, deeper: fc.record({ text }) }), last: text });
    let understood = 0;
    fc.assert(
      fc.property(
        document,
        fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
        (value, style) => {
          const yaml = stringify(value, { defaultStringType: style, lineWidth: 0 });
          let read: unknown;
          try {
            read = parseYamlSubset(yaml);
          } catch {
            return;
          }
          understood += 1;
          expect(read).toEqual(parse(yaml, { schema: 'failsafe' }) ?? {});
        },
      ),
      { numRuns: 1000 },
    );
    expect(understood).toBeGreaterThan(50);
  });

  it.each([
    ['a:\n  - b', 'line 2'],
    ['a: [b]', 'reserves'],
    ['a: {b: c}', 'reserves'],
    ['a: &x b', 'reserves'],
    ['a: *x', 'reserves'],
    ['a: !!str b', 'reserves'],
    ['a: b\n  c', 'goes on'],
    ['a: "b\n  c"', 'reserves'],
    ['a: b\na: c', 'twice'],
    ['a:\n', 'without a value'],
    ['a: b: c', 'colon'],
    ['a: >2\n  b', 'indentation of its own'],
    ['a: >\n  b\n    c', 'differs'],
    ['a:\n\tb: c', 'tab'],
    ['a: 1.10', 'two ways'],
    ['a: 0x10', 'two ways'],
    ['a: yes', 'two ways'],
    ['---\na: b', 'not a `key: value`'],
    ['  a: b', 'indented'],
    ['a:\n    b: c\n  d: e', 'deeper'],
  ])('refuses %j', (yaml, message) => {
    expect(() => parseYamlSubset(yaml)).toThrow(message);
  });
});

describe('the metadata of an action', () => {
  function metadataOf(yaml: string, ...scripts: string[]) {
    const directory = mkdtempSync(join(tmpdir(), 'fixture-action-'));
    onTestFinished(() => {
      rmSync(directory, { recursive: true, force: true });
    });
    writeFileSync(join(directory, 'action.yml'), yaml);
    for (const script of scripts) {
      writeFileSync(join(directory, script), '');
    }
    return readActionMetadata(directory);
  }
  const runs = 'runs:\n  using: node24\n  main: main.js\n';

  it('holds inputs with their defaults, and the scripts', () => {
    const metadata = metadataOf(
      `name: A\ndescription: B\ninputs:\n  a:\n    description: x\n    default: 5\n  b:\n    description: y\n${runs}  post: post.js\n`,
      'main.js',
      'post.js',
    );
    expect([...metadata.inputs].map(([name, input]) => [name, input.default])).toEqual([
      ['a', '5'],
      ['b', ''],
    ]);
    expect(metadata.post?.condition('cancelled')).toBe(true);
  });

  it.each([
    [`name: A\n${runs}`, [], 'is the action built?'],
    [`name: A\n${runs}  pre: main.js\n`, ['main.js'], "'pre'"],
    ['name: A\nruns:\n  using: composite\n  main: main.js\n', ['main.js'], 'composite'],
    [`name: A\ninputs:\n  a:\n    default: \${{ github.actor }}\n${runs}`, ['main.js'], 'expression'],
    [`name: A\ninputs:\n  a:\n    type: string\n${runs}`, ['main.js'], "'type'"],
    [`name: A\n${runs}  post-if: always()\n`, ['main.js'], 'post-if without'],
    [`name: A\n${runs}  post: main.js\n  post-if: github.ref\n`, ['main.js'], 'does not understand'],
    [runs, ['main.js'], 'name is missing'],
  ])('is refused: %j', (yaml, scripts, message) => {
    expect(() => metadataOf(yaml, ...scripts)).toThrow(message);
  });
});

describe('a condition', () => {
  it.each([
    ['always()', true, true, true],
    ['success()', true, false, false],
    ['Failure()', false, true, false],
    ['${{ cancelled() }}', false, false, true],
    ['!success()', false, true, true],
    ['success() || failure() && cancelled()', true, false, false],
    ['(success() || failure()) && !failure()', true, false, false],
    ['!(success() || cancelled())', false, true, false],
    ['!!always()', true, true, true],
  ])('%s', (text, success, failure, cancelled) => {
    const condition = parseCondition(text);
    expect([condition('success'), condition('failure'), condition('cancelled')]).toEqual([success, failure, cancelled]);
  });

  it.each([
    '',
    'true',
    'always',
    'always(',
    'always() always()',
    "github.ref == 'x'",
    'hashFiles()',
    'success() &',
    '(always()',
    'toString()',
  ])('refuses %j', (text) => {
    expect(() => parseCondition(text)).toThrow('does not understand');
  });
});
