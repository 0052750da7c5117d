import fc from '../../properties.js';
import { expect, test } from 'vitest';
import { parseGrants, printGrantLine, printWord } from '../../../src/request/grants.js';

// What log and summary show of a grant can be pasted back as `grants`.

test.for([
  ['mydb', 'mydb'],
  ['insert-row', 'insert-row'],
  ['/REGION1/**', '/REGION1/**'],
  ['urn:x', 'urn:x'],
  [':x', ':x'],
  ['a*', 'a*'],
  ['日本', '日本'],
  ["it's", "it's"],
  ['a{', 'a{'],
  ['*', '"*"'],
  ['', '""'],
  ['a b', '"a b"'],
  ['a,b', '"a,b"'],
  ['a#b', '"a#b"'],
  ['a:', '"a:"'],
  ['{a', '"{a"'],
  ['[a', '"[a"'],
  ['a"b', '"a\\"b"'],
  ['a\nb', '"a\\nb"'],
  ['a\u00a0b', '"a\u00a0b"'],
  ['a\u200bb', '"a\u200bb"'],
  ['-a', '"-a"'],
  ['a-b', 'a-b'],
  ['unrestricted', '"unrestricted"'],
] as const)('the name %j is printed as %s', ([text, printed]) => {
  expect(printWord(text)).toBe(printed);
});

test('a * that means all is printed without quotes', () => {
  const all = { text: '*', quoted: false };
  const name = { text: '*', quoted: true };
  expect(printGrantLine({ resource: [{ text: 'builder', quoted: true }, all], actions: [all, name] })).toBe(
    'builder *: *, "*"',
  );
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc
    .array(
      fc.constantFrom('a', '*', '-', "'", '#', ':', ': ', '{', '[', '"', '\\', ',', ' ', '\t', '\r', '\n', '\0', '🚀'),
      {
        minLength: 1,
      },
    )
    .map((pieces) => pieces.join('')),
  fc.constantFrom(
    'unrestricted',
    'all-access',
    '--grant',
    '-a',
    'nsc',
    'token',
    '*',
    '#',
    ':',
    '::',
    '{}',
    '"',
    '\u2028',
    '\ufeff',
    '\u007f',
    '\u0085',
  ),
);
const word = fc.oneof(
  text.map((text) => ({ text, quoted: true })),
  fc.constant({ text: '*', quoted: false }),
);
const words = fc.array(word, { minLength: 1, maxLength: 4 });

test('printed lines are read as the same words again, whatever their characters', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ resource: words, actions: words }), { minLength: 1, maxLength: 3 }), (lines) => {
      const { grants, problems } = parseGrants(lines.map(printGrantLine).join('\n'));
      expect(problems).toEqual([]);
      if (grants.form !== 'lines') throw new Error(`read as ${grants.form}`);
      const plain = (words: readonly { readonly text: string; readonly quoted: boolean }[]) =>
        words.map(({ text, quoted }) => (text === '*' && !quoted ? { all: true } : { text }));
      expect(grants.lines.map(({ resource, actions }) => [plain(resource), plain(actions)])).toEqual(
        lines.map(({ resource, actions }) => [plain(resource), plain(actions)]),
      );
    }),
    { numRuns: 2000 },
  );
});
