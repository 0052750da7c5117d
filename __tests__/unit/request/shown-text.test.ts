import fc from '../../properties.js';
import { expect, test } from 'vitest';
import { enumerate, enumerateBy, messageOf, quote, shorten, showCharacter } from '../../../src/request/shown-text.js';

test('a text is quoted on one line; of more than 80 characters the first 20 are shown, none of them in part', () => {
  expect(quote('a"b\n\\')).toBe('"a\\"b\\n\\\\"');
  expect(quote('🚀'.repeat(80))).toBe(`"${'🚀'.repeat(80)}"`);
  expect(quote('🚀'.repeat(81))).toBe(`"${'🚀'.repeat(20)}…"`);
  expect(quote('')).toBe('""');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const quoted: unknown = JSON.parse(quote(text));
      const shown = typeof quoted === 'string' ? [...quoted] : [];
      expect(shown.length).toBe([...text].length > 80 ? 21 : [...text].length);
      expect(quote(text)).not.toMatch(/[\n\r]/);
    }),
  );
});

test('a long text is shown from its beginning, with the number of the characters that are not shown', () => {
  expect(shorten('as long as that', 15)).toBe('as long as that');
  expect(shorten('as long as that.', 15)).toBe('as long as that… (1 characters more)');
  expect(shorten('a🚀b', 2)).toBe('a… (3 characters more)');
  expect(quote('x'.repeat(10_000_000))).toBe(`"${'x'.repeat(20)}…"`);
});

test('a long list is shown from its beginning, with the number of the items that are not shown', () => {
  const items = Array.from({ length: 12 }, (_, index) => String(index));
  expect(enumerate(items.slice(0, 10))).toBe(items.slice(0, 10).join(', '));
  expect(enumerate(items)).toBe(`${items.slice(0, 10).join(', ')} and 2 more`);
  expect(enumerate(['a', 'x'.repeat(300)], '; ')).toBe(`a; ${'x'.repeat(100)}… (200 characters more)`);
  expect(enumerateBy([1, 2], (item) => `number ${item}`, '; ')).toBe('number 1; number 2');
  expect(enumerate([])).toBe('');
});

test('a character that nobody sees is named by its code point', () => {
  expect(showCharacter('x')).toBe('"x"');
  expect(showCharacter(' ')).toBe('" "');
  expect(showCharacter('🚀')).toBe('"🚀"');
  expect(showCharacter('\t')).toBe('the invisible character U+0009');
  expect(showCharacter('\u00a0')).toBe('the invisible character U+00A0');
  expect(showCharacter('\u{e0041}')).toBe('the invisible character U+E0041');
});

test('an error is told by its message, anything else by its text', () => {
  expect(messageOf(new TypeError('no'))).toBe('no');
  expect(messageOf('plain')).toBe('plain');
  expect(messageOf(undefined)).toBe('undefined');
});
