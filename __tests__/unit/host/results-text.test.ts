import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnSecret, known } from '../../../src/host/known-secrets.js';
import { formsOf } from '../../../src/host/secret-forms.js';
import { csvText, jsonText } from '../../../src/host/results-text.js';

const json = (elements: readonly unknown[]) => [...jsonText(elements)].join('');
const csv = (...cells: readonly string[]) => [...csvText([cells.map((text) => ({ text }))])].join('');

describe('JSON', () => {
  it('says what it was given, whatever text that is, and nothing that a runner would obey', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('::error::x', '\n::stop-commands::x', '##[group]x'),
    );
    const element = fc.record({ id: text, grants: fc.array(text) });
    fc.assert(
      fc.property(fc.array(element), (elements) => {
        const written = json(elements);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(elements)));
        expect(written).not.toMatch(/^\s*::/m);
        expect(written).not.toContain('##[');
        expect(written).not.toMatch(/(?!\n)\p{Cc}|[\u2028\u2029\u202e]/u);
      }),
    );
  });

  it('has an element a line, and an empty list in one', () => {
    expect(json([])).toBe('[]');
    expect(json([{ a: 1 }, { b: '##[x' }])).toBe('[\n{"a":1},\n{"b":"##\\u005bx"}\n]');
  });

  it('shows no secret', () => {
    const secret = 'not-a-real-secret-in-a-description';
    learnSecret(secret);
    for (const form of formsOf(secret)) known.add(form);
    expect(json([{ description: `it is ${secret}` }])).toBe('[\n{"description":"it is ***"}\n]');
    expect(csv(`it is ${secret}`)).toBe('it is ***\n');
  });
});

describe('CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['a=b', 'a=b'],
    ['a, b', '"a, b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', 'two lines'],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ])('%j is written as %s', (text, written) => {
    expect(csv(text)).toBe(`${written}\n`);
  });

  it('an id is written as it is, and still begins no command', () => {
    const id = (text: string) => [...csvText([[{ text, exact: true }]])].join('');
    expect(id('-Lqc8Z_KzpD8.L0_em0A')).toBe('-Lqc8Z_KzpD8.L0_em0A\n');
    expect(id('ABC;D12,34xxxxxxxxxx')).toBe('"ABC;D12,34xxxxxxxxxx"\n');
    expect(id('::error::x')).toBe('"::error::x"\n');
  });
});
