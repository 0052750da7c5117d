import { afterEach, describe, expect, test } from 'vitest';
import { AuthorizationV2Builder } from 'solarnetwork-api-core/lib/net';
import {
  createSolarNetworkFake,
  type SolarNetworkFake,
  type SolarNetworkFakeOptions,
} from '../../fakes/solarnetwork.js';

// The fake is held to the server's rules by clients that are not ours: SolarNetwork's own package signs here.

const BASE = '/solaruser/api/v1/sec/user/auth-tokens';
const MINUTE = 60_000;
const DAY = 86_400_000;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function startFake(options: SolarNetworkFakeOptions = {}): Promise<SolarNetworkFake> {
  const fake = await createSolarNetworkFake(options);
  closing.push(() => fake.close());
  return fake;
}

interface Call {
  readonly method?: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: string;
  readonly contentType?: string;
  readonly date?: Date;
  /** The day whose key signs. */
  readonly keyDate?: Date;
  readonly secret?: string;
  readonly token?: { readonly id: string; readonly secret: string };
  readonly change?: (headers: Record<string, string>) => Record<string, string>;
}

async function call(fake: SolarNetworkFake, options: Call = {}) {
  const { method = 'GET', path = '', query = {}, json, contentType = 'application/json', change } = options;
  const { date = new Date(), keyDate = date, token = fake.parent, secret = token.secret } = options;
  const builder = new AuthorizationV2Builder(token.id);
  builder
    .method(method)
    .host(new URL(fake.url).host)
    .path(`${BASE}${path}`)
    .queryParams(query)
    .snDate(true)
    .date(keyDate);
  builder.saveSigningKey(secret).date(date);
  const headers: Record<string, string> = { 'x-sn-date': date.toUTCString() };
  if (json !== undefined) {
    headers['content-type'] = contentType;
    builder.contentType(contentType);
    headers['digest'] = String(builder.computeContentDigest(json).httpHeaders.firstValue('Digest'));
  }
  headers['authorization'] = builder.buildWithSavedKey();
  const queryText = builder.canonicalQueryParameters();
  const answer = await fetch(`${fake.url}${BASE}${path}${queryText === '' ? '' : `?${queryText}`}`, {
    method,
    headers: change?.(headers) ?? headers,
    ...(json === undefined ? {} : { body: json }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  };
}

const failure = (message: string) => ({ success: false, message });

describe('a signature', () => {
  test("of SolarNetwork's own package is accepted", async () => {
    const fake = await startFake();
    await expect(call(fake)).resolves.toMatchObject({
      status: 200,
      body: { success: true, data: [{ id: fake.parent.id }] },
    });
    await expect(
      call(fake, { method: 'POST', path: '/generate/User', json: '{"sourceIds":["/été/**"]}' }),
    ).resolves.toMatchObject({ status: 200, body: { data: { policy: { sourceIds: ['/été/**'] } } } });
  });

  test.each([0, 1, 6])('with a key that is %i days old is accepted', async (age) => {
    await expect(call(await startFake(), { keyDate: new Date(Date.now() - age * DAY) })).resolves.toMatchObject({
      status: 200,
    });
  });

  test.each([7, -1])('with a key that is %i days old is not', async (age) => {
    await expect(call(await startFake(), { keyDate: new Date(Date.now() - age * DAY) })).resolves.toMatchObject({
      status: 403,
      body: failure('Bad credentials'),
    });
  });

  test.each([14, -14])('is accepted when the clock is off by %i minutes', async (minutes) => {
    await expect(call(await startFake(), { date: new Date(Date.now() + minutes * MINUTE) })).resolves.toMatchObject({
      status: 200,
    });
  });

  test.each([16, -16])('is not accepted when the clock is off by %i minutes', async (minutes) => {
    await expect(call(await startFake(), { date: new Date(Date.now() + minutes * MINUTE) })).resolves.toMatchObject({
      status: 403,
      body: failure('Date skew too large'),
    });
  });

  const changed = (name: string, change: (value: string) => string): Call => ({
    change: (headers) => ({ ...headers, [name]: change(headers[name] ?? '') }),
  });
  test.each<readonly [string, Call, number, string]>([
    [
      'that is missing',
      { change: (headers) => ({ 'x-sn-date': headers['x-sn-date'] ?? '' }) },
      401,
      'Full authentication is required to access this resource',
    ],
    [
      'of another scheme',
      changed('authorization', (text) => text.replace('SNWS2', 'snws2')),
      401,
      'Full authentication is required to access this resource',
    ],
    ['with another secret', { secret: 'not-a-real-secret-other' }, 403, 'Bad credentials'],
    [
      'with an unknown id',
      { token: { id: 'unknown-token-id-000', secret: 'not-a-real-secret' } },
      403,
      'Bad credentials',
    ],
    [
      'in capitals',
      changed('authorization', (text) => text.replace(/[0-9a-f]{64}$/, (hex) => hex.toUpperCase())),
      403,
      'Bad credentials',
    ],
    [
      'with blanks after the commas',
      changed('authorization', (text) => text.replaceAll(',', ', ')),
      403,
      'Invalid Signature value',
    ],
    [
      'of one header',
      changed('authorization', (text) => text.replace(/host;x-sn-date/, 'host')),
      403,
      'Invalid SignedHeaders value',
    ],
    [
      'that leaves out the date',
      changed('authorization', (text) => text.replace('x-sn-date', 'accept')),
      403,
      "The 'x-sn-date' HTTP header must be included in SignedHeaders",
    ],
    ['over a date that is none', changed('x-sn-date', () => 'today'), 403, 'Invalid HTTP X-SN-Date header value'],
    [
      'over another date',
      changed('x-sn-date', (text) =>
        text
          .replace(/:\d\d GMT/, ':61 GMT')
          .replace(':61', ':00')
          .replace(/\d\d:00 GMT/, '00:00 GMT'),
      ),
      403,
      'Bad credentials',
    ],
    [
      'over another body',
      {
        method: 'POST',
        path: '/generate/User',
        json: '{}',
        change: (headers) => ({ ...headers, digest: 'sha-256=AAAA' }),
      },
      403,
      'Content sha-256 digest value mismatch',
    ],
    [
      'that leaves out the content type',
      {
        method: 'POST',
        path: '/generate/User',
        json: '{}',
        change: (headers) => ({
          ...headers,
          authorization: (headers['authorization'] ?? '').replace('content-type;', ''),
        }),
      },
      403,
      "The 'content-type' HTTP header must be included in SignedHeaders",
    ],
  ])('%s is refused', async (_what, options, status, message) => {
    const answer = await call(await startFake(), options);
    expect(answer).toMatchObject({ status, body: failure(message) });
    expect(answer.headers.get('www-authenticate')).toBe('SNWS2');
  });

  test('of an expired token is not even looked at', async () => {
    const fake = await startFake({ parent: { policy: { notAfter: 1 } } });
    await expect(call(fake, { secret: 'not-a-real-secret-other' })).resolves.toMatchObject({
      status: 401,
      body: failure('Expired token'),
    });
  });

  test('covers the port that a proxy leaves out', async () => {
    const fake = await startFake();
    const behindProxy = { change: (headers: Record<string, string>) => ({ ...headers, 'x-forwarded-proto': 'https' }) };
    // The host of this fake has a port, so nothing is added to it.
    await expect(call(fake, behindProxy)).resolves.toMatchObject({ status: 200 });
  });
});

describe('an endpoint', () => {
  test('/info overwrites both fields, and clears what is blank or missing', async () => {
    const fake = await startFake();
    const { id } = fake.add({ name: 'old', description: 'old too' });
    const info = (query: Record<string, string>) =>
      call(fake, { method: 'POST', path: '/info', query: { tokenId: id, ...query } });
    await expect(info({ name: 'new' })).resolves.toMatchObject({ status: 200, body: { success: true } });
    const token = () => fake.tokens.find((candidate) => candidate.id === id);
    expect(token()).toMatchObject({ name: 'new' });
    expect(token()).not.toHaveProperty('description');
    await info({ name: ' ', description: 'd' });
    expect(token()).not.toHaveProperty('name');
    await expect(info({ name: 'x'.repeat(129) })).resolves.toMatchObject({ status: 422, body: { code: 'DAO.00103' } });
  });

  test('/status knows two words, and lets a token disable itself', async () => {
    const fake = await startFake();
    const set = (status: string) =>
      call(fake, { method: 'POST', path: '/status', query: { tokenId: fake.parent.id, status } });
    await expect(set('disabled')).resolves.toMatchObject({ status: 422 });
    await expect(set('Disabled')).resolves.toMatchObject({ status: 200, body: { success: true } });
    await expect(call(fake)).resolves.toMatchObject({ status: 403, body: failure('Bad credentials') });
  });

  test('PATCH /policy adds, PUT takes the place of all, the end too, and nobody looks whose the nodes are', async () => {
    const fake = await startFake();
    const { id } = fake.add({ policy: { nodeIds: [100], minAggregation: 'Hour', notAfter: 4_102_444_800_000 } });
    const change = (method: string, policy: unknown) =>
      call(fake, { method, path: '/policy', query: { tokenId: id }, json: JSON.stringify(policy) });
    await expect(change('PATCH', { nodeIds: [900], aggregations: ['Day'] })).resolves.toMatchObject({
      status: 200,
      body: { data: { id, policy: { nodeIds: [100, 900], minAggregation: 'Hour', notAfter: 4_102_444_800_000 } } },
    });
    await expect(change('PUT', { sourceIds: ['/A'] })).resolves.toMatchObject({
      body: { data: { policy: { sourceIds: ['/A'] } } },
    });
    expect(fake.tokens.find((token) => token.id === id)?.policy).toEqual({ sourceIds: ['/A'] });
  });

  test.each(['PATCH', 'PUT'])(
    '%s /policy with a node that is no number wipes the policy, with an empty 200',
    async (method) => {
      const fake = await startFake();
      const { id } = fake.add({ policy: { nodeIds: [100] } });
      const answer = await call(fake, { method, path: '/policy', query: { tokenId: id }, json: '{"nodeIds":["101"]}' });
      expect(answer).toMatchObject({ status: 200, body: undefined });
      expect(fake.tokens.find((token) => token.id === id)).not.toHaveProperty('policy');
    },
  );

  test.each([
    [{ path: '/policy', method: 'PUT', json: '{}' }],
    [{ path: '/status', method: 'POST', query: { status: 'Disabled' } }],
    [{ path: '/info', method: 'POST' }],
  ])('that changes a token does not know one that is not there: %j', async (options) => {
    const { query = {}, ...rest } = options as Call;
    await expect(
      call(await startFake(), { ...rest, query: { ...query, tokenId: 'kF67p6g30eUXQICUgzQf' } }),
    ).resolves.toMatchObject({ status: 403, body: failure('UNKNOWN_OBJECT') });
  });

  test('DELETE is silent about what does not exist', async () => {
    const fake = await startFake();
    await expect(call(fake, { method: 'DELETE', query: { tokenId: 'x' } })).resolves.toMatchObject({
      status: 200,
      body: { success: true },
    });
    await expect(call(fake, { method: 'DELETE' })).resolves.toMatchObject({
      status: 400,
      body: { error: 'Bad Request' },
    });
  });

  test('/generate tells the secret once', async () => {
    const fake = await startFake();
    const made = await call(fake, { method: 'POST', path: '/generate/ReadNodeData' });
    expect(made.body).toMatchObject({
      data: {
        authSecret: fake.living()[0]?.secret,
        created: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/) as string,
      },
    });
    expect(JSON.stringify((await call(fake)).body)).not.toContain('authSecret');
  });

  test('/generate knows two types and one content type', async () => {
    const fake = await startFake();
    await expect(call(fake, { method: 'POST', path: '/generate/Nope' })).resolves.toMatchObject({ status: 422 });
    await expect(
      call(fake, { method: 'POST', path: '/generate/User', json: '{}', contentType: 'text/plain' }),
    ).resolves.toMatchObject({ status: 415, body: { status: 415 } });
  });

  test('/find with one identifier is answered from a cache, the list is not', async () => {
    const fake = await startFake();
    const { id } = fake.add();
    const find = () => call(fake, { path: '/find', query: { identifiers: id } });
    await find();
    await call(fake, { method: 'DELETE', query: { tokenId: id } });
    await expect(find()).resolves.toMatchObject({ body: { data: { results: [{ id }] } } });
    await expect(
      call(fake, { path: '/find', query: { identifiers: id, tokenTypes: 'User,ReadNodeData' } }),
    ).resolves.toMatchObject({ body: { data: { results: [] } } });
    await expect(call(fake)).resolves.toMatchObject({ body: { data: [{ id: fake.parent.id }] } });
  });

  test('shows a restricted token itself and lets it change nothing', async () => {
    const fake = await startFake();
    const restricted = fake.add({ policy: { nodeIds: [100] } });
    await expect(call(fake, { token: restricted })).resolves.toMatchObject({ body: { data: [{ id: restricted.id }] } });
    for (const options of [
      { method: 'POST', path: '/generate/User' },
      { method: 'DELETE', query: { tokenId: restricted.id } },
      { method: 'POST', path: '/info', query: { tokenId: restricted.id, name: 'n' } },
    ]) {
      await expect(call(fake, { token: restricted, ...options })).resolves.toMatchObject({
        status: 403,
        body: failure('ACCESS_DENIED'),
      });
    }
  });

  test('counts requests when told to, for each token alone', async () => {
    const fake = await startFake({ rateLimit: { burst: 2, perSecond: 0.001 } });
    await call(fake);
    await call(fake);
    const refused = await call(fake);
    expect(refused).toMatchObject({ status: 429, body: { code: 'WEB.10000' } });
    expect(Number(refused.headers.get('x-sn-rate-limit-retry-after'))).toBeGreaterThan(Date.now());
    await expect(call(fake, { token: fake.add() })).resolves.toMatchObject({ status: 200 });
  });
});
