import fc from '../../properties.js';
import { expect, test } from 'vitest';
import { messageOf, quote, showCharacter } from '../../../src/request/shown-text.js';

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
