import fc from '../../properties.js';
import { describe, expect, it } from 'vitest';
import { createStreamMask } from '../../../src/terminal/stream-mask.js';
import { formsOf } from '../../../src/host/secret-forms.js';

const SECRET = 'not-a-real-secret-0123456789/+abcdefg';

/** What comes out of a stream that arrives in these pieces. */
function shown(forms: readonly string[], pieces: readonly Uint8Array[]): string {
  const mask = createStreamMask(forms);
  return Buffer.concat([...pieces.map((piece) => mask.push(piece)), mask.end()]).toString('latin1');
}

/** The plainest way to the same end, for a text that is there as a whole. */
function maskedAtOnce(forms: readonly string[], bytes: Buffer): string {
  const hidden = new Uint8Array(bytes.length);
  for (const form of forms) {
    for (let at = bytes.indexOf(form); at !== -1; at = bytes.indexOf(form, at + 1)) {
      hidden.fill(1, at, at + Buffer.byteLength(form));
    }
  }
  let text = '';
  bytes.forEach((byte, index) => {
    if (hidden[index] === 0) text += String.fromCharCode(byte);
    else if (index === 0 || hidden[index - 1] === 0) text += '***';
  });
  return text;
}

const cut = (bytes: Buffer, places: readonly number[]): readonly Buffer[] => {
  const sorted = [...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  return sorted.map((end, index) => bytes.subarray(sorted[index - 1] ?? 0, end));
};

describe('a masked stream', () => {
  it('hides every form of a secret, cut in two at any byte', () => {
    const forms = formsOf(SECRET);
    for (const form of forms) {
      const bytes = Buffer.from(`before ${form} after`);
      for (let place = 0; place <= bytes.length; place++) {
        const text = shown(forms, [bytes.subarray(0, place), bytes.subarray(place)]);
        expect(text.startsWith('before ***'), form).toBe(true);
        expect(text.endsWith('*** after') || text.endsWith(' after'), form).toBe(true);
        expect(text).not.toContain(form);
      }
    }
  });

  it('shows what a whole text would show, however it is cut', () => {
    const alphabet = fc.constantFrom('a', 'b', 'c');
    const text = (longest: number) => fc.string({ unit: alphabet, minLength: 1, maxLength: longest });
    fc.assert(
      fc.property(fc.array(text(6), { maxLength: 6 }), text(60), fc.array(fc.nat(60)), (forms, stream, places) => {
        const bytes = Buffer.from(stream);
        expect(shown(forms, cut(bytes, places))).toBe(maskedAtOnce(forms, bytes));
      }),
      { numRuns: 2_000 },
    );
  });

  it('changes no byte where nothing is secret', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat(300)), (content, places) => {
        const bytes = Buffer.from(content);
        expect(shown(formsOf(SECRET), cut(bytes, places))).toBe(bytes.toString('latin1'));
      }),
    );
  });

  it('shows at once what cannot begin a secret', () => {
    const mask = createStreamMask(formsOf(SECRET));
    expect(mask.push(Buffer.from('Password: ')).toString()).toBe('Password: ');
    expect(mask.mayPause).toBe(false);
    expect(mask.push(Buffer.from(SECRET)).toString()).toBe('***');
    expect(mask.push(Buffer.from('!')).toString()).toBe('!');
  });

  it('shows a few bytes that may begin a secret when nothing follows, and hides the rest of the secret', () => {
    const mask = createStreamMask([SECRET]);
    expect(mask.push(Buffer.from('> not')).toString()).toBe('> ');
    expect(mask.mayPause).toBe(true);
    expect(mask.pause().toString()).toBe('not');
    expect(mask.pause().toString()).toBe('');
    expect(mask.push(Buffer.from(`${SECRET.slice(3)} and so`)).toString()).toBe('*** and so');
  });

  it('holds four bytes of a secret until the next one, or the end', () => {
    const mask = createStreamMask([SECRET]);
    expect(mask.push(Buffer.from('not-')).toString()).toBe('');
    expect(mask.mayPause).toBe(false);
    expect(mask.pause().toString()).toBe('');
    expect(mask.push(Buffer.from('e')).toString()).toBe('not-e');
    expect(mask.push(Buffer.from('not-')).toString()).toBe('');
    expect(mask.end().toString()).toBe('not-');
  });

  it('takes no longer for forms that begin alike, or end at every byte', () => {
    const mask = createStreamMask([...formsOf('a'.repeat(500)), `${'a'.repeat(20_000)}b`]);
    let text = '';
    for (let count = 0; count < 5; count++) text += mask.push(Buffer.alloc(1_000_000, 'a')).toString();
    expect(text + mask.end().toString()).toBe('***');
  });
});
