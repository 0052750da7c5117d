import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fc from '../../properties.js';
import { addExportMark, isExported, newExportMark } from '../../../src/host/export-mark.js';

const value = 'not-a-real-minted-token';

describe('the mark of exported variables', () => {
  it('knows a variable with its value, whatever blanks stand around it, and no other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom('', ' ', '\n', '\t '), (text, other, blank) => {
        const mark = newExportMark({ ONE: text, TWO: `${blank}${text}x` });
        expect(isExported(mark, 'ONE', `${blank}${text}${blank}`)).toBe(true);
        expect(isExported(mark, 'TWO', `${text}x`.trim())).toBe(true);
        expect(isExported(mark, 'ONE', `${text}y`)).toBe(false);
        if (other.trim() !== text.trim()) expect(isExported(mark, 'ONE', other)).toBe(false);
        expect(isExported(mark, 'THREE', text)).toBe(false);
      }),
    );
  });

  it('adds up over the mints of a job', () => {
    const first = addExportMark(undefined, newExportMark({ ONE: value }));
    const both = addExportMark(first, newExportMark({ ONE: `${value}-2`, TWO: value }));
    expect(both.startsWith(`${first} `)).toBe(true);
    for (const [name, text] of [
      ['ONE', value],
      ['ONE', `${value}-2`],
      ['TWO', value],
    ] as const) {
      expect(isExported(both, name, text), name).toBe(true);
    }
    expect(isExported(both, 'TWO', `${value}-2`)).toBe(false);
  });

  it('is another each time, and no hash of the value that anybody could make', () => {
    const marks = [newExportMark({ ONE: value }), newExportMark({ ONE: value })];
    expect(marks[0]).not.toBe(marks[1]);
    for (const mark of marks) {
      for (const text of [value, `ONE=${value}`]) {
        expect(mark).not.toContain(createHash('sha256').update(text).digest('hex').slice(0, 16));
      }
    }
  });

  it.each(['', 'true', '0'.repeat(32), `${'0'.repeat(32)}.`, `${'0'.repeat(32)}.${'g'.repeat(32)}`, ' '])(
    'of somebody else counts as none: %j',
    (text) => {
      expect(isExported(text, 'ONE', value)).toBe(false);
      expect(addExportMark(text, 'mark')).toBe('mark');
    },
  );
});
