import { createHash } from 'node:crypto';
import fc from '../../../properties.js';
import { AuthorizationV2Builder, HttpHeaders } from 'solarnetwork-api-core/lib/net';
import { describe, expect, test } from 'vitest';
import {
  authorization,
  canonicalRequest,
  headerDate,
  queryOf,
  sign,
  signingKey,
  type Parameters,
  type SignedRequest,
} from '../../../../src/issuers/solarnetwork/signature.js';

const DAY = 86_400_000;

const signatureOf = (header: string): string | undefined => /,Signature=([0-9a-f]{64})$/.exec(header)?.[1];
const digestOf = (body: string): string => `sha-256=${createHash('sha256').update(body).digest('base64')}`;

interface Vector {
  readonly request: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly parameters?: Parameters;
  readonly body?: string;
  readonly signature: string;
}

function signedRequest({ request, headers = {}, parameters = [], body = '' }: Vector): SignedRequest {
  const [method = '', path = ''] = request.split(' ');
  return { method, path, parameters, headers, body };
}

describe("the vectors of SolarNetwork's own tests", () => {
  const token = { id: 'test-token-id', secret: 'test-token-secret' };
  const date = Date.UTC(2017, 3, 25, 14, 30);
  const stamp = 'Tue, 25 Apr 2017 14:30:00 GMT';
  const hello = '{"hello":"world"}';

  test('the signing keys', () => {
    expect(signingKey(token.secret, date).toString('hex')).toBe(
      'bf7885e8bd107a79f5c6e13001a4fa15fbd43221ad39ca47fde96191d302dbf4',
    );
    expect(signingKey('ABC123', Date.UTC(2017, 0, 1)).toString('hex')).toBe(
      '1f96b28b651285e49d06989aebaee169fa67a5f6a07fb72a8325fce83b425ad6',
    );
  });

  test('the form of the date', () => {
    expect(headerDate(date)).toBe(stamp);
  });

  test('the canonical request', () => {
    const canonical = canonicalRequest(
      signedRequest({ request: 'GET /api/test', headers: { host: 'localhost', date: stamp }, signature: '' }),
    );
    expect(createHash('sha256').update(canonical).digest('hex')).toBe(
      '1b5cf4c03e8e85f1c08a01ea1d4bd89cc550fc964134b59bb0accf9e5dbb26bf',
    );
  });

  test('a header without the blanks that mean nothing', () => {
    const headers = { host: 'localhost', 'x-sn-date': '  Tue,   25 Apr ' };
    expect(canonicalRequest(signedRequest({ request: 'GET /', headers, signature: '' }))).toContain(
      '\nx-sn-date:Tue, 25 Apr\n',
    );
  });

  const vectors: readonly Vector[] = [
    {
      request: 'GET /api/test',
      headers: { host: 'localhost', date: stamp },
      signature: '4739139d3d370f147b6585795c309b1c6d7d7f59943081f7dd943f689cfa59a3',
    },
    {
      request: 'GET /api/test',
      headers: { host: 'localhost', 'x-sn-date': stamp },
      signature: 'c14fe9f67560fb9a37d2aa7c40b40c260a5936f999877e2469b8ddb1da7c0eb9',
    },
    {
      request: 'GET /api/test',
      headers: { host: 'data.solarnetwork.net', 'x-sn-date': stamp },
      signature: 'e70f99fd237e74912ac594b70bda27a84c1d41c4a3c7050d80c729496c7bff1f',
    },
    {
      request: 'GET /api/query',
      headers: { host: 'localhost', date: stamp },
      parameters: [
        ['foo', 'bar'],
        ['bim', 'bam'],
      ],
      signature: 'c597ed8061d9d12e12ead3d8d6fc03b28a877e8639548f31556b4760be09a4b8',
    },
    {
      request: 'GET /api/query',
      headers: { host: 'localhost', 'x-sn-date': stamp },
      parameters: [['foo', '/path/*']],
      signature: '6e5ae54fe70543a590335a5ab9a29dc089dba4ac75fe15875e716f226c74b6e0',
    },
    {
      request: 'GET /path',
      headers: { host: 'example.com:8443', date: stamp },
      parameters: [
        ['foo', 'bar'],
        ['bim', 'bam'],
      ],
      signature: 'c3a429e748d2ecd1f734c5a9f562e0c353f4a0d9a48a9492c0637178bb1f15dc',
    },
    {
      request: 'GET /path',
      headers: { host: 'example.com:443', date: stamp },
      signature: '5691e0f9366084fd81d50bba679e6c57fbbc85faca87a154ad3e1b29afb2e818',
    },
    {
      request: 'POST /api/post',
      headers: {
        host: 'localhost',
        'x-sn-date': stamp,
        'content-type': 'application/json; charset=UTF-8',
        digest: digestOf(hello),
      },
      body: hello,
      signature: '17b50462a9db77e569bd74676c550c447be07f605f191a39ca481efaa15e9879',
    },
    {
      request: 'POST /api/post',
      headers: {
        host: 'localhost',
        date: stamp,
        'content-type': 'text/plain;charset=UTF-8',
        digest: digestOf('Hello.'),
      },
      body: 'Hello.',
      signature: '3da29e2ceb916ad31b4ffe920afcf94c879d0c4abaaed92941875ac4549f3cf6',
    },
  ];

  test.each(vectors)('$request is signed $signature', (vector) => {
    const header = authorization(token, date, signedRequest(vector));
    expect(signatureOf(header)).toBe(vector.signature);
    expect(header).toBe(
      `SNWS2 Credential=test-token-id,SignedHeaders=${Object.keys(vector.headers ?? {})
        .toSorted()
        .join(';')},Signature=${vector.signature}`,
    );
  });
});

describe('the vectors made with the released Java class', () => {
  const token = { id: 'Lqc8Z_KzpD8.L0_em0Au', secret: 'QlmQCrZaemdXmUNISggGF7ed' };
  const date = Date.UTC(2026, 0, 15, 9, 30);
  const base = '/solaruser/api/v1/sec/user/auth-tokens';
  const plain = { host: 'data.solarnetwork.net', 'x-sn-date': headerDate(date) };
  const json = { ...plain, 'content-type': 'application/json' };
  const form = { ...plain, 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
  const id = 'hNAdH.aXHaEqFossMwT8';
  const policy =
    '{"nodeIds":[100,101],"sourceIds":["/REGION1/**"],"minAggregation":"Hour","notAfter":1759143600000,"refreshAllowed":true}';

  test('the signing key', () => {
    expect(signingKey(token.secret, date).toString('hex')).toBe(
      'cbd040b645b7cce08aad5bbf367501632f7cc2526f56dbef5545e8da76634425',
    );
  });

  const vectors: Readonly<Record<string, Vector>> = {
    'S1, a mint without a policy': {
      request: `POST ${base}/generate/ReadNodeData`,
      headers: plain,
      signature: '4afa798ec3bef15586df103a5b2d85a4537f2c46db83c59b4fea64c0f57753ae',
    },
    'S2, a mint with a policy': {
      request: `POST ${base}/generate/User`,
      headers: json,
      body: policy,
      signature: '757cf04bbe1b4c9884a390b73f021a90caa23a55fd80ed0fcb4267a2561a5c85',
    },
    'S3, the same with a digest': {
      request: `POST ${base}/generate/User`,
      headers: { ...json, digest: 'sha-256=jY0b1NDfW9WvEWauycn1hLa2CfE38G5H9Q/U3Ktbkz0=' },
      body: policy,
      signature: 'c95080725b528e394ba1032ad02691500e6b9c43bc4140f843e7ccd47d52cc09',
    },
    'S4, a parameter and a body': {
      request: `PATCH ${base}/policy`,
      headers: json,
      parameters: [['tokenId', id]],
      body: '{"nodeIds":[107,164]}',
      signature: '8c46d96058a054aad4b0d4361b5e8fdf35e0a5ba591110aad3d2dedb795b4147',
    },
    'S5, a body that is not ASCII': {
      request: `PUT ${base}/policy`,
      headers: { ...plain, 'content-type': 'application/json;charset=UTF-8' },
      parameters: [['tokenId', 'vWLOCdFTaB8IeF6__bl5']],
      body: '{"sourceIds":["/été/**"]}',
      signature: 'd07c97788062e4c6403cc52178d3999ef13b00bbf52042ea9898c072a7663e40',
    },
    'S6, parameters full of marks': {
      request: `POST ${base}/info`,
      headers: form,
      parameters: [
        ['tokenId', id],
        ['name', "Student access: (a+b) *'!~"],
        ['description', 'Café & more = 100%'],
      ],
      signature: '2cba61e3fc4c71940b119a8b896f757ba8bb9417703f86e97e71083abc12b04e',
    },
    'S7, a character outside the basic plane': {
      request: `POST ${base}/info`,
      headers: form,
      parameters: [
        ['tokenId', id],
        ['name', 'sun \u{1F31E}'],
      ],
      signature: 'd534f2dcfded4a1f8d906fe734860514b0c17bda398239cb34961ed92cb445d1',
    },
    'S8, two parameters': {
      request: `POST ${base}/status`,
      headers: plain,
      parameters: [
        ['tokenId', id],
        ['status', 'Disabled'],
      ],
      signature: '92fa9b49382ed44379865cf48e606694234896bb42bb33ff1260f847c21abf4d',
    },
    'S9, a revocation': {
      request: `DELETE ${base}`,
      headers: plain,
      parameters: [['tokenId', id]],
      signature: '992f4ed07a07a8c08231aa6acfffc555ee2e8b397e3d4b4b8c9c28d6fa895760',
    },
    'S10, a comma in a parameter': {
      request: `GET ${base}/find`,
      headers: plain,
      parameters: [
        ['identifiers', 'hNAdH.aXHaEqFossMwT8,vWLOCdFTaB8IeF6__bl5'],
        ['active', 'true'],
      ],
      signature: '045efe5d63adaeb86350cebdcd63465a638b5bec1b5b35009312deb64c709446',
    },
  };

  test.each(Object.entries(vectors))('%s', (_name, vector) => {
    expect(signatureOf(authorization(token, date, signedRequest(vector)))).toBe(vector.signature);
  });

  test('S11, a list signed with a key that is six days old', () => {
    const key = signingKey(token.secret, date - 6 * DAY);
    expect(key.toString('hex')).toBe('4762d089bef8f0b41f40b5779fdf26a80619448a9195b1dec60d0e3539b2dbf9');
    const canonical = canonicalRequest(signedRequest({ request: `GET ${base}`, headers: plain, signature: '' }));
    expect(sign(key, date, canonical)).toBe('8e080363e64ede4867a9cd116e6d45a6633a34547cb08f1b159339f5c19577fe');
  });

  test('a URL carries the parameters sorted and in UTF-8, whatever is signed', () => {
    expect(queryOf(vectors['S6, parameters full of marks']?.parameters ?? [])).toBe(
      'description=Caf%C3%A9%20%26%20more%20%3D%20100%25&name=Student%20access%3A%20%28a%2Bb%29%20%2A%27%21~&tokenId=hNAdH.aXHaEqFossMwT8',
    );
    expect(
      queryOf([
        ['b', '3'],
        ['a', '2'],
        ['b', '1'],
        ['a', '1'],
        ['B', '0'],
        ['b', '2'],
      ]),
    ).toBe('B=0&a=2&a=1&b=3&b=1&b=2');
    expect(queryOf([['name', 'sun \u{1F31E}']])).toBe('name=sun%20%F0%9F%8C%9E');
  });

  describe("SolarNetwork's package for JavaScript", () => {
    const packageSignature = (
      { method, path, parameters, headers, body }: SignedRequest,
      secret: string,
      at: number,
    ) => {
      const builder = new AuthorizationV2Builder(token.id);
      builder
        .method(method)
        .host(headers['host'] ?? '')
        .path(path)
        .date(new Date(at))
        .snDate(true);
      builder.queryParams(Object.fromEntries(parameters));
      const contentType = headers['content-type'];
      if (contentType !== undefined) builder.contentType(contentType);
      if (body !== '') {
        builder.computeContentDigest(body);
        expect(builder.httpHeaders.firstValue(HttpHeaders.DIGEST)).toBe(headers['digest']);
      }
      return builder.build(secret);
    };

    // It encodes what is outside the basic plane as UTF-8, which the server refuses (S7), hence plain units here.
    const text = fc.string({ unit: fc.integer({ min: 0x20, max: 0xd7ff }).map((code) => String.fromCharCode(code)) });

    test('signs whatever we sign in the same way', () => {
      fc.assert(
        fc.property(
          fc.record({
            method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
            path: fc.constantFrom(base, `/prefix${base}/info`, `${base}/a%20b`),
            host: fc.constantFrom('data.solarnetwork.net', 'localhost:8080'),
            parameters: fc.dictionary(fc.string({ unit: fc.constantFrom('a', 'Z', '9', '-', '_', '~', '.') }), text, {
              noNullPrototype: true,
            }),
            body: fc.option(text, { nil: '' }),
            secret: fc.string({ minLength: 1 }),
            at: fc.date({ min: new Date('2001-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
          }),
          ({ method, path, host, parameters, body, secret, at }) => {
            const request: SignedRequest = {
              method,
              path,
              parameters: Object.entries(parameters),
              headers: {
                host,
                'x-sn-date': headerDate(at.getTime()),
                ...(body === '' ? {} : { 'content-type': 'application/json', digest: digestOf(body) }),
              },
              body,
            };
            expect(authorization({ id: token.id, secret }, at.getTime(), request)).toBe(
              packageSignature(request, secret, at.getTime()),
            );
          },
        ),
      );
    });
  });
});
