import { createHash, createHmac } from 'node:crypto';
import fc from '../../../properties.js';
import { describe, expect, it } from 'vitest';

import { parseGrants } from '../../../../src/request/grants.js';
import { restrictionsJson, type Restrictions } from '../../../../src/issuers/datasette/restrictions.js';
import { payload, signToken } from '../../../../src/issuers/datasette/token.js';
import { readGrants } from '../../../../src/issuers/datasette/grants.js';

const hexSecret = 'cdb19e94283a20f9d42cca50c5a4871c0aa07392db308755d60a1a5b9bb0fa52';

/**
 * Made with itsdangerous 2.2.0 as datasette/tokens.py (1.0a37) uses it, and accepted by a Datasette 1.0a37 (but for the one
 * that has expired). The uncompressed forms; the reference compresses all that get shorter by it.
 */
const vectors: readonly {
  readonly what: string;
  readonly secret: string;
  readonly text: string;
  readonly token: string;
}[] = [
  {
    what: 'no end, no restrictions',
    secret: 'mysecret',
    text: '{"a":"root","t":1700000000}',
    token: 'dstok_eyJhIjoicm9vdCIsInQiOjE3MDAwMDAwMDB9.zzlqKRNLjeami4fmPgv-w4tXjdE',
  },
  {
    what: 'an end',
    secret: 'mysecret',
    text: '{"a":"root","t":1700000000,"d":3600}',
    token: 'dstok_eyJhIjoicm9vdCIsInQiOjE3MDAwMDAwMDAsImQiOjM2MDB9.PonE788-i0X6Y9amtxvlCWJrUpM',
  },
  {
    what: 'a restriction on everything',
    secret: 'mysecret',
    text: '{"a":"root","t":1700000000,"_r":{"a":["ir"]}}',
    token: 'dstok_eyJhIjoicm9vdCIsInQiOjE3MDAwMDAwMDAsIl9yIjp7ImEiOlsiaXIiXX19.VsNAoF5Y1Z68pFtlfzJiU_yDAIo',
  },
  {
    what: 'a secret that looks like hexadecimal and is used as text',
    secret: hexSecret,
    text: '{"a":"ci-bot","t":1700000000,"d":31536000000,"_r":{"d":{"mydb":["ir"]}}}',
    token:
      'dstok_eyJhIjoiY2ktYm90IiwidCI6MTcwMDAwMDAwMCwiZCI6MzE1MzYwMDAwMDAsIl9yIjp7ImQiOnsibXlkYiI6WyJpciJdfX19.dFfqPricPM_4GEb-bErR8DksJC4',
  },
  {
    what: 'restrictions on all three levels',
    secret: 'mysecret',
    text: '{"a":"root","t":1700000000,"d":31536000000,"_r":{"a":["vi","vt"],"d":{"docs":["vq"]},"r":{"docs":{"documents":["ir","ur"]}}}}',
    token:
      'dstok_eyJhIjoicm9vdCIsInQiOjE3MDAwMDAwMDAsImQiOjMxNTM2MDAwMDAwLCJfciI6eyJhIjpbInZpIiwidnQiXSwiZCI6eyJkb2NzIjpbInZxIl19LCJyIjp7ImRvY3MiOnsiZG9jdW1lbnRzIjpbImlyIiwidXIiXX19fX0.wU3INrJk2G8Xx8uAavgUvoRsuMc',
  },
  {
    what: 'signs outside ASCII, quotes, and a database whose name looks like an integer',
    secret: 'sécret ключ',
    text: '{"a":"zoë \\"q\\" \\\\ /","t":1700000000,"_r":{"d":{"zeta":["ir"],"2024":["vd"]}}}',
    token:
      'dstok_eyJhIjoiem_DqyBcInFcIiBcXCAvIiwidCI6MTcwMDAwMDAwMCwiX3IiOnsiZCI6eyJ6ZXRhIjpbImlyIl0sIjIwMjQiOlsidmQiXX19fQ.fVLQ80ZvrCHGW2IkfyUJC85FsV8',
  },
  {
    what: 'full names of actions',
    secret: 'mysecret',
    text: '{"a":"root","t":1700000000,"_r":{"r":{"fixtures":{"facetable":["view-table","insert-row"],"facet_cities":["view-table","insert-row"]}}}}',
    token:
      'dstok_eyJhIjoicm9vdCIsInQiOjE3MDAwMDAwMDAsIl9yIjp7InIiOnsiZml4dHVyZXMiOnsiZmFjZXRhYmxlIjpbInZpZXctdGFibGUiLCJpbnNlcnQtcm93Il0sImZhY2V0X2NpdGllcyI6WyJ2aWV3LXRhYmxlIiwiaW5zZXJ0LXJvdyJdfX19fQ.QTxL65SKpu7fNS3fx9giGYcrN7E',
  },
  {
    // Published in an issue of simonw/datasette (number 1946), with a key that later versions left out.
    what: 'the key of a version before 1.0a2',
    secret: 's',
    text: '{"a":"root","token":"dstok","t":1670905680}',
    token: 'dstok_eyJhIjoicm9vdCIsInRva2VuIjoiZHN0b2siLCJ0IjoxNjcwOTA1NjgwfQ.pqSWOwCSNp678hEWl9l5o7m1GaM',
  },
];

function restrictionsOf(grants: string): Restrictions | undefined {
  const read = readGrants(parseGrants(grants).grants);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('; '));
  return read.value.restrictions;
}

describe('the signature of a token', () => {
  it.each(vectors)('is that of the reference: $what', ({ secret, text, token }) => {
    expect(signToken(text, secret)).toBe(token);
  });

  it('is what the rules of itsdangerous give, for any text and secret', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, secret) => {
        const parts = /^dstok_(?<body>[\w-]*)\.(?<signature>[\w-]{27})$/.exec(signToken(text, secret))?.groups;
        const body = parts?.['body'] ?? '';
        expect(Buffer.from(body, 'base64url').toString('utf8')).toBe(text);
        const hash = createHash('sha1').update('token').update('signer').update(Buffer.from(secret, 'utf8'));
        const expected = createHmac('sha1', hash.digest()).update(Buffer.from(body)).digest('base64url');
        expect(parts?.['signature']).toBe(expected);
      }),
    );
  });

  it('depends on every character of the secret, blanks at its ends too', () => {
    const tokens = ['mysecret', ' mysecret', 'mysecret\n', 'Mysecret', 'mysecret '].map((secret) =>
      signToken('{}', secret),
    );
    expect(new Set(tokens).size).toBe(tokens.length);
  });
});

describe('the content of a token', () => {
  it.each([
    ['an end and no restrictions', 'root', 3600, undefined, vectors[1]?.text],
    ['a restriction on a database', 'ci-bot', 31_536_000_000, 'mydb: insert-row', vectors[3]?.text],
    [
      'restrictions on all three levels, in whatever order the lines come',
      'root',
      31_536_000_000,
      'docs documents: insert-row, update-row\n*: view-instance, view-table\ndocs: view-query',
      vectors[4]?.text,
    ],
  ])('is byte for byte that of the reference: %s', (_, actor, life, grants, expected) => {
    const restrictions = grants === undefined ? undefined : restrictionsOf(grants);
    expect(payload({ actor, createdAt: 1_700_000_000, life, restrictions })).toBe(expected);
  });

  it('is that of the reference but for the end, which is never missing here', () => {
    const withoutEnd = (text: string) => text.replace(',"d":60', '');
    const content = { createdAt: 1_700_000_000, life: 60 };
    expect(withoutEnd(payload({ actor: 'root', ...content, restrictions: undefined }))).toBe(vectors[0]?.text);
    expect(withoutEnd(payload({ actor: 'root', ...content, restrictions: restrictionsOf('*: insert-row') }))).toBe(
      vectors[2]?.text,
    );
    const numeric = restrictionsOf('zeta: insert-row\n2024: view-database');
    expect(withoutEnd(payload({ actor: 'zoë "q" \\ /', ...content, restrictions: numeric }))).toBe(vectors[5]?.text);
  });

  it('has the names of databases and tables in the order in which they were written, integers too', () => {
    const restrictions = restrictionsOf('zeta 9: view-table\n2024: view-database\nzeta 1: view-table\n10 x: view-table\n1: view-database'); // prettier-ignore
    if (restrictions === undefined) throw new Error('restrictions were written');
    expect(restrictionsJson(restrictions)).toBe(
      '{"d":{"2024":["vd"],"1":["vd"]},"r":{"zeta":{"9":["vt"],"1":["vt"]},"10":{"x":["vt"]}}}',
    );
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])(
    'takes %s as a name like any other',
    (name) => {
      const restrictions = restrictionsOf(`${name}: view-database\n${name} ${name}: view-table`);
      if (restrictions === undefined) throw new Error('restrictions were written');
      expect(restrictionsJson(restrictions)).toBe(`{"d":{"${name}":["vd"]},"r":{"${name}":{"${name}":["vt"]}}}`);
      expect(payload({ actor: name, createdAt: 1, life: 60, restrictions: undefined })).toBe(
        `{"a":"${name}","t":1,"d":60}`,
      );
    },
  );

  it('escapes as the reference does: control characters and quotes, nothing else', () => {
    const actor = 'a\u0000\u001f\b\f\n\r\t"\\/\u007f\u0085\u2028\u2029é\u{1f600}';
    expect(payload({ actor, createdAt: 1, life: 60, restrictions: undefined })).toBe(
      '{"a":"a\\u0000\\u001f\\b\\f\\n\\r\\t\\"\\\\/\u007f\u0085\u2028\u2029é\u{1f600}","t":1,"d":60}',
    );
  });
});
