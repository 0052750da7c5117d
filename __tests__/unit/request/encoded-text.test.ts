import { describe, expect, it } from 'vitest';
import fc from '../../properties.js';

import { noteOnEncoded } from '../../../src/request/encoded-text.js';

describe('names that look as they stand in a URL', () => {
  it.each([
    [['my%20db'], '"my%20db" ("my db"?)'],
    [['my~20db'], '"my~20db" ("my db"?)'],
    [['%2FG2%2F**'], '"%2FG2%2F**" ("/G2/**"?)'],
    [['a~2Fb~2Fc', 'plain', 'a~2Fb~2Fc'], '"a~2Fb~2Fc" ("a/b/c"?)'],
    [['caf%C3%A9', 'x%40y'], '"caf%C3%A9" ("café"?), "x%40y" ("x@y"?)'],
  ])('are noted once, with what they would be: %j', (names, list) => {
    expect(noteOnEncoded(names)).toBe(
      `encoded text is taken literally: ${list}. Write names as they are, not as they stand in a URL.`,
    );
  });

  it('are not all shown where there are many', () => {
    const note = noteOnEncoded(Array.from({ length: 1000 }, (_, index) => `db%20${String(index)}`));
    expect(note).toContain('"db%204" ("db 4"?), and 995 more. Write');
  });

  it.each(['', 'mydb', '100%', '100%zz', '50%25x%', '~', 'a~b', '~2f', '/REGION1/**', 'a+b', '%E0%A4'])(
    'are none: %j',
    (name) => {
      expect(noteOnEncoded([name])).toBeUndefined();
    },
  );

  it('are noted for whatever was encoded, and for nothing that is plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const encoded = encodeURIComponent(text);
        expect(noteOnEncoded([encoded]) !== undefined).toBe(/%[0-9A-F]{2}/.test(encoded));
        if (!/[%~]/.test(text)) expect(noteOnEncoded([text])).toBeUndefined();
      }),
    );
  });
});
