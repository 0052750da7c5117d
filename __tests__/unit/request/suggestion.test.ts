import fc from '../../properties.js';
import { expect, test } from 'vitest';
import { allNear, didYouMean, nearest } from '../../../src/request/suggestion.js';

const ACTIONS = ['insert-row', 'update-row', 'delete-row', 'read', 'write', 'create-table', 'id'];

test.for([
  ['insert-rwo', 'insert-row'],
  ['insertrow', 'insert-row'],
  ['insert_row', 'insert-row'],
  ['insert-roow', 'insert-row'],
  ['nisert-rwo', 'insert-row'],
  ['INSERT-ROW', 'insert-row'],
  ['Raed', 'read'],
  ['ids', 'id'],
  ['updat-ro', 'update-row'],
  ['upda-ro', undefined],
  ['insert-row-s-', undefined],
  ['drop', undefined],
  ['xy', undefined],
  ['', undefined],
] as const)('%j is %j mistyped', ([text, meant]) => {
  expect(nearest(text, ACTIONS)).toBe(meant);
  expect(didYouMean(text, ACTIONS)).toBe(meant === undefined ? '' : ` Did you mean "${meant}"?`);
});

test('the nearest is proposed, whatever the order; of equals the first', () => {
  expect(nearest('hour', ['hours2', 'houx', 'hou'])).toBe('houx');
  expect(nearest('hour', ['hourly', 'hoursx', 'ho'])).toBe('hourly');
  expect(nearest('HOURS', ['hour', 'Hours'])).toBe('Hours');
});

test('a name from a server is shown with its control characters escaped', () => {
  expect(didYouMean('my db', ['my\ndb'])).toBe(' Did you mean "my\\ndb"?');
});

/** One edit of a word: a character put in, taken out or replaced, or two neighbours swapped. */
const edit = fc.record({
  kind: fc.constantFrom('insert', 'remove', 'replace', 'swap'),
  place: fc.nat(),
  character: fc.constantFrom('q', 'z', '-'),
});

test('any word of five letters or more is found again after any edit', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-p]{5,12}$/), fc.array(edit, { maxLength: 1 }), (word, edits) => {
      const mistyped = edits.reduce((text, { kind, place, character }) => {
        const index = place % text.length;
        const [before, after] = [text.slice(0, index), text.slice(index)];
        if (kind === 'insert') return before + character + after;
        if (kind === 'remove') return before + after.slice(1);
        if (kind === 'replace') return before + character + after.slice(1);
        return before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
      }, word);
      expect(nearest(mistyped, [word])).toBe(word);
    }),
  );
});

test('nothing that differs by more than two edits is proposed', () => {
  // The plain recursive definition of the distance.
  const distance = (a: string, b: string): number => {
    if (a === '' || b === '') return a.length + b.length;
    const rest = Math.min(
      distance(a.slice(1), b) + 1,
      distance(a, b.slice(1)) + 1,
      distance(a.slice(1), b.slice(1)) + (a.charCodeAt(0) === b.charCodeAt(0) ? 0 : 1),
    );
    return a.length > 1 && b.length > 1 && a.charCodeAt(0) === b.charCodeAt(1) && a.charCodeAt(1) === b.charCodeAt(0)
      ? Math.min(rest, distance(a.slice(2), b.slice(2)) + 1)
      : rest;
  };
  fc.assert(
    fc.property(fc.stringMatching(/^[abc]{0,5}$/), fc.stringMatching(/^[abc]{4,5}$/), (text, candidate) => {
      expect(nearest(text, [candidate]) !== undefined).toBe(distance(text, candidate) <= 2);
    }),
  );
});

test('all that are near are told, the nearest first', () => {
  expect(allNear('hour', ['hourly', 'x', 'houx', 'Hour', 'ours'])).toEqual(['Hour', 'houx', 'hourly', 'ours']);
});

test('a long word takes no longer than its characters, and no word of a server is too long', () => {
  const text = 'ab'.repeat(250);
  const candidates = Array.from({ length: 4_000 }, (_, index) => `${text.slice(0, -4)}${index}`);
  expect(allNear(text, candidates)).toHaveLength(0);
  expect(nearest(text, [...candidates, `${text.slice(0, -1)}x`])).toBe(`${text.slice(0, -1)}x`);
  expect(nearest('x'.repeat(16_000), ['x'.repeat(16_000), 'y'.repeat(10_000_000)])).toBeUndefined();
});
