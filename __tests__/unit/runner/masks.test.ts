import { createHash } from 'node:crypto';
import fc from '../../properties.js';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';

import { maskNewSecret, maskSecret } from '../../../src/runner/masks.js';
import { outputOf } from './step-process.js';
import { formsOf, SHORTEST_FORM } from '../../../src/host/secret-forms.js';
import { holdsKnownSecret, redact } from '../../../src/host/known-secrets.js';

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
const unicode = (text: string, which: RegExp): string =>
  text.replace(which, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const dotNetJson = (text: string): string =>
  unicode(json(text).replaceAll('\\"', '\\u0022'), /[^\x20-\x7e]|[<>&'+`]/g).replace(
    /\\u[0-9a-f]{4}/g,
    (code) => `\\u${code.slice(2).toUpperCase()}`,
  );
const html = (text: string, double: string, single: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', double)
    .replaceAll("'", single);

const encodeBytes = (text: string, encoding: 'base64' | 'base64url' | 'hex' | 'HEX'): string =>
  encoding === 'HEX' ? Buffer.from(text).toString('hex').toUpperCase() : Buffer.from(text).toString(encoding);

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
  ['JSON within JSON within JSON', (text) => json(json(json(text)))],
  ['JSON of PHP', (text) => asciiJson(text).replaceAll('/', '\\/')],
  ['JSON of Go', (text) => unicode(json(text), /[<>&\u2028\u2029]/g)],
  ['JSON of Gson', (text) => unicode(json(text), /[<>&'=]/g)],
  ['JSON of .NET', (text) => dotNetJson(text)],
  ['an address', encodeURI],
  ['percent-encoding that leaves slashes', (text) => rfc3986(text).replaceAll('%2F', '/')],
  [
    'percent-encoding that leaves slashes with lower-case codes',
    (text) => lowerCaseCodes(rfc3986(text)).replaceAll('%2f', '/'),
  ],
  ['double quotes alone escaped', (text) => text.replaceAll('"', '\\"')],
  ['single quotes doubled', (text) => text.replaceAll("'", "''")],
  ['single quotes of a shell', (text) => text.replaceAll("'", `'\\''`)],
  ['single quotes of Python and JavaScript', (text) => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")],
  ['double quotes of a shell', (text) => text.replace(/["$`\\]/g, '\\$&')],
  ['HTML', (text) => html(text, '&quot;', '&#39;')],
  ['HTML of Go', (text) => html(text, '&#34;', '&#39;')],
  ['HTML of Python', (text) => html(text, '&quot;', '&#x27;')],
  ['XML', (text) => html(text, '&quot;', '&apos;')],
  ['single quotes of Python for a shell', (text) => text.replaceAll("'", `'"'"'`)],
  ['single quotes of git', (text) => text.replace(/['!]/g, (sign) => `'\\${sign}'`)],
  ['the user of an address', userOfAddress],
];

function userOfAddress(text: string): string {
  const address = new URL('http://server.example');
  address.username = text;
  return address.username;
}

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
    ['xxd -p -u', 60, 'HEX'],
  ] as const)('does not come through in the lines that %s prints', (_, width, encoding) => {
    fc.assert(
      fc.property(secrets, fc.constantFrom('', '\n'), (secret, after) => {
        const text = encodeBytes(secret + after, encoding);
        const lines = (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map((line) => masked(line, secret));
        const left = lines.join('').replaceAll('***', '');
        // A piece shorter than any mask, and what the new line and the padding make of the end.
        expect(left.length).toBeLessThan(SHORTEST_FORM + 4);
      }),
    );
  });

  it.each([
    ['base64', 76, 'base64', 12],
    ['openssl base64', 64, 'base64', 12],
    ['base64 in narrow lines', 40, 'base64', 12],
    ['base64url', 76, 'base64url', 12],
    ['xxd -p', 60, 'hex', 16],
    ['xxd -p -u', 60, 'HEX', 16],
  ] as const)(
    'shows one short piece at each break of the lines of %s, wherever it begins',
    (_, width, encoding, piece) => {
      fc.assert(
        fc.property(fc.nat(80), secrets, fc.nat(80), (before, secret, after) => {
          const text = encodeBytes('~'.repeat(before) + secret + '~'.repeat(after), encoding);
          const others = encodeBytes('~'.repeat(before + after), encoding).length;
          const lines = text.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
          const left = lines.map((line) => masked(line, secret).replaceAll('***', '')).join('');
          const breaks = Math.ceil(encodeBytes(secret, encoding).length / width) + 1;
          expect(left.length - others).toBeLessThanOrEqual(breaks * piece + SHORTEST_FORM);
        }),
      );
    },
  );

  it.each([
    ["it's a `not-a-real` ${secret}, with {#~}!", String.raw`it\'s\ a\ \`not-a-real\`\ \$\{secret\}\,\ with\ \{#~\}\!`],
    ['#not-a-real:~secret;[1]*?', String.raw`\#not-a-real:\~secret\;\[1\]\*\?`],
  ])('does not come through as bash quotes %s for printf %%q', (secret, quoted) => {
    expect(masked(quoted, secret)).toBe('***');
  });

  it.each([
    ['not-a-real-secret-in-base64==', 'token=not-a-real-secret-in-base64'],
    ['not=a=real=secret==', 'token=not=a=real=secret'],
  ])('does not come through without the equals signs at its end: %s', (secret, text) => {
    expect(masked(text, secret)).toBe('token=***');
  });

  it('does not come through as Python shows its bytes', () => {
    const secret = 'not a réal\\secret: → 😀';
    const shown = String.raw`b'not a r\xc3\xa9al\\secret: \xe2\x86\x92 \xf0\x9f\x98\x80'`;
    expect(masked(shown, secret)).toBe("b'***'");
    expect(masked(String.raw`b'\xc3\xa9-one\n\ttwo'`, 'é-one\n\ttwo')).toBe("b'***'");
  });

  it.each([
    [' \tnot-a-real-secret ', 'not-a-real-secret'],
    ['  not-a-real-line \n  another-not-real-one', 'not-a-real-line'],
    ['  not-a-real-line \n  another-not-real-one', 'another-not-real-one'],
  ])('does not come through without the blanks around it, or around a line of it: %j', (secret, text) => {
    expect(masked(`[${text}]`, secret)).toBe('[***]');
  });

  it('does not come through in the last line of an encoded text, which begins somewhere within it', () => {
    // 19 bytes: the last piece of 16 digits is not one of those that are counted from the beginning.
    const secret = 'not-a-real-secret-1';
    const hex = Buffer.from(secret).toString('hex');
    expect(masked(hex.slice(-16), secret)).toBe('***');
    expect(masked(Buffer.from(secret).toString('base64url').slice(0, 25).slice(-12), secret)).toBe('***');
  });

  it('is masked in pieces up to a length of 1024, so that runners do not search each line for thousands', () => {
    const pieces = (length: number) =>
      formsOf('not-a-real-secret-'.repeat(60).slice(0, length)).filter((form) => [12, 16].includes(form.length));
    expect(pieces(1024).length).toBeGreaterThan(10);
    expect(pieces(1025)).toStrictEqual([]);
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
        expect(short.filter((form) => form !== secret && form !== secret.trim())).toStrictEqual([]);
      }),
    );
    expect(formsOf('abc')).toStrictEqual(['abc']);
    // The first is no mask for a runner, since a line of it is so short.
    expect(formsOf('abc\n').filter((form) => form.length < 8)).toStrictEqual(['abc\n', 'abc']);
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

  it('hides no brace of a file of JSON, which a runner that masks line by line would look for in every log', () => {
    const secret = JSON.stringify({ bearer_token: 'not-a-real-secret-in-a-file', last: 1 }, undefined, 2);
    const written = outputOf(() => {
      maskSecret(secret);
    });
    const lines = [...written.matchAll(/^::add-mask::(.*)$/gm)].flatMap(([, data]) =>
      decode(data ?? '').split(/[\r\n]+/),
    );
    expect(lines.filter((line) => line.length < 8)).toStrictEqual([]);
    expect(lines).toContain('"bearer_token": "not-a-real-secret-in-a-file",');
    expect(lines).toContain('"last": 1');
    expect(redact(secret)).toBe('***');
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
    // What would be left of this one is shorter than any mask.
    outputOf(() => {
      maskSecret('not-a-real-part-x');
    });
    expect(redact('not-a-real-part-x')).toBe('***');
  });

  it('keeps out the beginning of a secret that somebody shortened', () => {
    const secret = 'not-a-real-secret-of-some-length';
    outputOf(() => {
      maskSecret(secret);
    });
    expect(redact('the server said: bad token not-a-real-secret-of-so…')).toBe('the server said: bad token ***…');
    // What is left behind a piece of it, or stands alone, is shorter than any mask.
    expect(redact('not-a-real-se… and bm90LWEtcmVhbC1zZW… and not-a-…')).toMatch(
      /^\*\*\*… and \*\*\*\w{0,7}… and not-a-…$/,
    );
    expect(redact('nothing of it… here')).toBe('nothing of it… here');
    // Eight characters are a mask; fewer tell little. What no ellipsis follows was not shortened.
    expect(redact('(not-a-re…')).toBe('(***…');
    expect(redact('(not-a-r…')).toBe('(not-a-r…');
    expect(redact('see…, not-a-real-secret-of-so')).toBe('see…, not-a-real-secret-of-so');
  });

  it('hides all of a secret of which an earlier one is a part, on runners that replace one after the other', async () => {
    vi.resetModules();
    const fresh = {
      ...(await import('../../../src/runner/masks.js')),
      ...(await import('../../../src/host/known-secrets.js')),
    };
    const secrets = [
      'not-a-real-parent',
      'before/not-a-real-parent/after',
      'x',
      'not-a-real-exotic-one',
      'not-a-real-parent-abcd',
    ];
    const written = outputOf(() => {
      for (const secret of secrets) fresh.maskSecret(secret);
    });
    const masks = [...written.matchAll(/^::add-mask::(.*)$/gm)].map(([, data]) => decode(data ?? ''));
    for (const secret of secrets) {
      for (const text of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('hex')]) {
        if (text.length < SHORTEST_FORM && text !== secret) continue;
        expect(masks.reduce((rest, mask) => rest.replaceAll(mask, '***'), `(${text})`)).toBe('(***)');
      }
    }
  });

  it('ends when a secret is made of the very sign that takes its place', async () => {
    vi.resetModules();
    const fresh = {
      ...(await import('../../../src/runner/masks.js')),
      ...(await import('../../../src/host/known-secrets.js')),
    };
    outputOf(() => {
      fresh.maskSecret('***');
      fresh.maskSecret('*');
    });
    expect(fresh.redact('(not-a-real-*-secret)')).toBe('(not-a-real-***-secret)');
  });

  it('hides all of a secret that holds one which an even earlier one tore', async () => {
    vi.resetModules();
    const fresh = {
      ...(await import('../../../src/runner/masks.js')),
      ...(await import('../../../src/host/known-secrets.js')),
    };
    const written = outputOf(() => {
      for (const secret of [
        'not-a-real-core',
        'around not-a-real-core there',
        'on and around not-a-real-core there is',
      ])
        fresh.maskSecret(secret);
    });
    const masks = [...written.matchAll(/^::add-mask::(.*)$/gm)].map(([, data]) => decode(data ?? ''));
    const text = '(on and around not-a-real-core there is)';
    expect(masks.reduce((rest, mask) => rest.replaceAll(mask, '***'), text)).toBe('(***)');
    expect(fresh.redact(text)).toBe('(***)');
  });

  it.each([
    ['GitHub', undefined, undefined, 'not::a::real::one', '::add-mask::not::a::real::one'],
    ['a forge', 'true', 'true', 'not::a::real::two', '::add-mask::not::a::real::two'],
    ['act', 'true', undefined, 'not::a::real::three', '##[add-mask]not::a::real::three'],
    ['act', 'true', undefined, ':not-a-real-four', '##[add-mask]:not-a-real-four'],
    ['act', 'true', undefined, 'not:a:real:five', '::add-mask::not:a:real:five'],
    ['act', 'true', undefined, 'not-a-real-secret-six', '::add-mask::not-a-real-secret-six'],
    ['a runner whose ACT is not true', 'false', undefined, 'not::a::real::seven', '::add-mask::not::a::real::seven'],
  ])('is told to %s (ACT=%s, GITEA_ACTIONS=%s) in the words that it knows: %s', (_, act, gitea, secret, line) => {
    vi.stubEnv('ACT', act);
    vi.stubEnv('GITEA_ACTIONS', gitea);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const lines = outputOf(() => {
      maskSecret(secret);
    }).split('\n');
    expect(lines.filter((written) => written.endsWith(secret))).toStrictEqual([line]);
  });

  it('is told to act in a line that act understands, and never in one that it would print', () => {
    vi.stubEnv('ACT', 'true');
    vi.stubEnv('GITEA_ACTIONS', undefined);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const secrets = [
      'not::a::real::secret',
      ':not-a-real: secret::',
      'not a real: secret',
      'not::a]real::secret',
      '%0A::%25x',
    ];
    for (const secret of secrets) {
      const lines = outputOf(() => {
        maskSecret(secret);
      }).split('\n');
      // The patterns of pkg/runner/command.go in nektos/act 0.2.89.
      const commands = lines
        .filter((line) => line !== '')
        .map((line) => /^::([^ ]+)( (.+))?::([^\r\n]*)$/.exec(line) ?? /^##\[([^ ]+)( (.+))?\]([^\r\n]*)$/.exec(line));
      expect(commands.map((command) => command?.[1])).toStrictEqual(commands.map(() => 'add-mask'));
      const masks = commands.map((command) => decode(command?.[4] ?? ''));
      expect(masks.includes(secret)).toBe(!secret.includes(']'));
    }
  });
});

describe('a secret that is known', () => {
  const known = 'not-a-real-secret-that-is-known';
  beforeAll(() => {
    outputOf(tellSecrets);
  });
  const tellSecrets = () => {
    maskSecret(` ${known}\n`);
    maskSecret('{"session_token":"not-a-real-session-token","bearer_token":"not-a-real-bearer-token"}');
    maskSecret('Q7!x');
    maskNewSecret('not-a-real-secret-that-is-new');
  };

  it.each([
    ['itself, without its blanks', known, true],
    ['within another text', `x${known}y`, true],
    ['a part of it, as of a file of several', 'not-a-real-session-token', true],
    ['a short one', 'Q7!x', true],
    ['another text that holds a short one', 'aQ7!xb-and-more-of-it', false],
    ['its first characters', known.slice(0, 15), false],
    ['a new token, which is masked all the same', 'not-a-real-secret-that-is-new', false],
    ['another one', 'not-a-real-secret-of-another', false],
    ['nothing', '', false],
  ])('is found: %s', (_, text, found) => {
    expect(holdsKnownSecret(text)).toBe(found);
  });

  it('stays known when an answer gives it out as a new one', () => {
    outputOf(() => {
      maskNewSecret(known);
    });
    expect(holdsKnownSecret(known)).toBe(true);
    expect(redact('not-a-real-secret-that-is-new')).toBe('***');
  });
});

describe('the time that masks take', () => {
  /** Different at every place, as a token is. */
  const token = (length: number, seed: string): string => {
    let text = '';
    for (let part = 0; text.length < length; part++) {
      text += createHash('sha256').update(`not-a-real-secret ${seed} ${part}`).digest('base64url');
    }
    return text.slice(0, length);
  };

  it.each([
    ['equals signs', '='.repeat(16_000) + 'a'],
    ['quotes and backslashes', `'"\\`.repeat(5_000)],
    ['blanks', `a${' '.repeat(16_000)}a`],
    ['line ends', `a${'\r\n'.repeat(8_000)}a`],
    ['short lines', 'a\n'.repeat(8_000)],
    ['signs of four bytes', '😀'.repeat(4_000)],
    ['one sign', 'a'.repeat(16_000)],
  ])('does not explode with a secret of %s, nor with a text of them', (_, secret) => {
    const text = secret.repeat(5);
    outputOf(() => {
      for (let part = 0; part < 4; part++) maskSecret(secret.slice(0, secret.length - part));
    });
    expect(redact(text).length).toBeLessThan(text.length / 100);
    expect(redact(`${text}…`.repeat(3)).length).toBeLessThan(text.length / 100);
  });

  it('does not grow with the square of the number of secrets', () => {
    const secrets = Array.from({ length: 120 }, (_, index) => token(1_000, `number ${index}`));
    outputOf(() => {
      for (const secret of secrets) maskSecret(secret);
    });
    expect(redact(secrets.join(' '))).toBe(secrets.map(() => '***').join(' '));
  });

  it('does not grow with the number of secrets in a text, or of places where one may have been cut off', () => {
    outputOf(() => {
      for (let index = 0; index < 20; index++) maskSecret(token(1_000, `in a text ${index}`));
    });
    const plain = 'nothing of them, '.repeat(20_000);
    expect(redact(plain)).toBe(plain);
    const cut = 'nothing of them… '.repeat(20_000);
    expect(redact(cut)).toBe(cut);
  });
});

/** What a runner makes of the data of a command. */
const decode = (data: string): string => data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
