import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formsOf, maskSecret, redact, SHORTEST_FORM } from '../../../src/runner/masks.js';
import { outputOf } from './step-process.js';

/** As a runner does that knows no more than it was told, in the order in which it was told. */
const masked = (text: string, secret: string): string =>
  formsOf(secret).reduce((rest, form) => rest.replaceAll(form, '***'), text);

const inCodePoints = fc.string({ unit: 'binary', minLength: 8, maxLength: 40 });
const inVisibleSigns = fc.string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 90 });
const secrets = fc.oneof(inCodePoints, inVisibleSigns).filter((text) => text.trim().length >= 8);
const neighbours = fc.string({ unit: 'binary', maxLength: 9 });

const lowerCaseCodes = (text: string): string => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
const rfc3986 = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
const formEncoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);
const asciiJson = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const json = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Encodings in which each character is encoded for itself, so that the secret is whole whatever stands beside it. */
const encodings: readonly (readonly [name: string, encode: (text: string) => string])[] = [
  ['the very text', (text) => text],
  ['hexadecimal', (text) => Buffer.from(text).toString('hex')],
  ['hexadecimal in upper case', (text) => Buffer.from(text).toString('hex').toUpperCase()],
  ['encodeURIComponent', encodeURIComponent],
  ['encodeURIComponent with lower-case codes', (text) => lowerCaseCodes(encodeURIComponent(text))],
  ['percent-encoding by RFC 3986', rfc3986],
  ['percent-encoding by RFC 3986 with lower-case codes', (text) => lowerCaseCodes(rfc3986(text))],
  ['form encoding', formEncoded],
  ['form encoding with lower-case codes', (text) => lowerCaseCodes(formEncoded(text))],
  ['JSON', json],
  ['JSON that escapes all but ASCII', asciiJson],
  ['JSON within JSON', (text) => json(json(text))],
];

describe('a secret in a log', () => {
  it.each(encodings)('does not come through in %s, whatever stands beside it', (_, encode) => {
    fc.assert(
      fc.property(neighbours, secrets, neighbours, (before, secret, after) => {
        const left = masked(encode(before) + encode(secret) + encode(after), secret).replaceAll('***', '');
        expect(left.length).toBeLessThanOrEqual(encode(before).length + encode(after).length);
      }),
    );
  });

  it.each(['base64', 'base64url'] as const)('does not come through in %s at any alignment', (encoding) => {
    fc.assert(
      fc.property(neighbours, secrets, neighbours, (before, secret, after) => {
        const text = Buffer.from(before + secret + after).toString(encoding);
        const start = Math.ceil((Buffer.byteLength(before) * 8) / 6);
        const end = Math.floor((Buffer.byteLength(before + secret) * 8) / 6);
        const left = masked(text, secret).replaceAll('***', '');
        // What is left are characters that hold bits of a neighbour.
        expect(left.length).toBeLessThanOrEqual(text.length - (end - start));
      }),
    );
  });

  it.each([
    ['base64', 76, 'base64'],
    ['openssl base64', 64, 'base64'],
    ['xxd -p', 60, 'hex'],
  ] as const)('does not come through in the lines that %s prints', (_, width, encoding) => {
    fc.assert(
      fc.property(secrets, fc.constantFrom('', '\n'), (secret, after) => {
        const text = Buffer.from(secret + after).toString(encoding);
        const lines = (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map((line) => masked(line, secret));
        const left = lines.join('').replaceAll('***', '');
        // A piece shorter than any mask, and what the new line and the padding make of the end.
        expect(left.length).toBeLessThan(SHORTEST_FORM + 4);
      }),
    );
  });

  it('does not come through when a line of it stands alone, in any encoding', () => {
    const lines = ['-----BEGIN NOT A KEY-----', 'not-a-real-secret/first+line', 'not a real secret "second" line'];
    const secret = `${lines.join('\r\n')}\n`;
    for (const [name, encode] of encodings) {
      for (const line of lines) expect(masked(`[${encode(line)}]`, secret), name).toBe('[***]');
    }
    for (const line of lines)
      expect(masked(Buffer.from(line).toString('base64'), secret)).toMatch(/^\*\*\*[\w=]{0,4}$/);
  });

  it('is hidden whole before its lines are, so that no line break shows', () => {
    const secret = 'not-a-real-secret\nof-two-lines';
    expect(masked(`(${secret})`, secret)).toBe('(***)');
  });
});

describe('the registered forms', () => {
  it('come longest first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (secret) => {
        const lengths = formsOf(secret).map((form) => form.length);
        expect(lengths).toStrictEqual(lengths.toSorted((a, b) => b - a));
      }),
    );
  });

  it('are never short, but for the secret itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (secret) => {
        const short = formsOf(secret).filter((form) => form.length < 8);
        expect(short.filter((form) => form !== secret)).toStrictEqual([]);
      }),
    );
    expect(formsOf('abc')).toStrictEqual(['abc']);
    // Seven characters in hexadecimal are fourteen: long enough.
    expect(formsOf('abcdefg')).toContain('61626364656667');
  });

  it.each(['', ' ', '\n\n', '\t \r\n'])('do not exist for the blank text %j', (blank) => {
    expect(formsOf(blank)).toStrictEqual([]);
  });

  it('hold no line of the secret twice', () => {
    const forms = formsOf('not-a-real-secret\nnot-a-real-secret\n');
    expect(new Set(forms).size).toBe(forms.length);
  });
});

describe('masking', () => {
  it('tells the runner every form once, in order, each as one command', () => {
    const secret = 'not-a-real-secret: 100%\nof two lines';
    const written = outputOf(() => {
      maskSecret(secret);
      maskSecret(secret);
    });
    const told = written
      .trimEnd()
      .split('\n')
      .map((line) => {
        const data = /^::add-mask::(?<data>.*)$/.exec(line)?.groups?.['data'] ?? 'no mask';
        return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
      });
    expect(told).toStrictEqual(formsOf(secret));
  });

  it('keeps the secret out of the texts of this process from then on', () => {
    const secret = 'not-a-real-secret-to-redact';
    expect(redact(secret)).toBe(secret);
    outputOf(() => {
      maskSecret(secret);
    });
    const hex = Buffer.from(secret).toString('hex');
    expect(redact(`a ${secret} and ${hex} and ${secret}`)).toBe('a *** and *** and ***');
  });

  it('hides a longer secret that was told later before a shorter one that is part of it', () => {
    outputOf(() => {
      maskSecret('not-a-real-part');
      maskSecret('before-not-a-real-part-after');
    });
    expect(redact('before-not-a-real-part-after')).toBe('***');
  });
});
