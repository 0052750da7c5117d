import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';

import { createFakeDatasette, type FakeDatasetteOptions } from '../../fakes/datasette.js';

/** Made with itsdangerous 2.2.0 and accepted, or refused, by a real Datasette 1.0a37. */
const real = {
  plain: 'dstok_eyJhIjoicm9vdCIsInQiOjE3MDAwMDAwMDB9.zzlqKRNLjeami4fmPgv-w4tXjdE',
  expired: 'dstok_eyJhIjoicm9vdCIsInQiOjE3MDAwMDAwMDAsImQiOjM2MDB9.PonE788-i0X6Y9amtxvlCWJrUpM',
  restricted:
    'dstok_.eJyrVkpUslIqys8vUdJRKlGyMjQ3gAIdpRQlK2NDU2MzGD--SMmqGqQ-WqksE6i8rEQpFqyqWiklP7kYLF6oFFuro1SEEAPTpbmpeSVgBZlFQI2lRUBVQAAA9rAjXg.niiPKNVj7JaPj71BJdK6HE3Ze4E',
};

async function ask(authorization: string, options: Partial<FakeDatasetteOptions> = {}, path = '/-/actor.json') {
  const fake = await createFakeDatasette({ secret: 'mysecret', ...options });
  onTestFinished(() => fake.close());
  const answer = await fetch(`${fake.url}${path}`, { headers: { authorization } });
  const body = await answer.text();
  return { status: answer.status, body: answer.status === 500 ? body : (JSON.parse(body) as Record<string, unknown>) };
}

/** Signs by the rules of itsdangerous, whatever the text is. */
function signed(text: string): string {
  const body = Buffer.from(text).toString('base64url');
  const key = createHash('sha1').update('tokensignermysecret').digest();
  return `dstok_${body}.${createHmac('sha1', key).update(body).digest('base64url')}`;
}

const invalid = (error: string) => ({ status: 401, body: { ok: false, error, errors: [error], status: 401 } });

describe('the fake Datasette', () => {
  it('takes tokens that a real one takes, compressed ones too', async () => {
    expect(await ask(`Bearer ${real.plain}`)).toStrictEqual({
      status: 200,
      body: { ok: true, actor: { id: 'root', token: 'dstok' } },
    });
    expect(await ask(`Bearer ${real.restricted}`)).toMatchObject({
      body: { actor: { _r: { a: ['vi', 'vt'], d: { docs: ['vq'] }, r: { docs: { documents: ['ir', 'ur'] } } } } },
    });
  });

  it.each([
    [`Bearer ${real.expired}`, 'Token has expired'],
    [`Bearer ${real.plain.replace('z', 'y')}`, 'Invalid token signature'],
    [`Bearer ${real.plain.slice(0, -3)}`, 'Invalid token signature'],
    ['Bearer dstok_', 'Invalid token signature'],
    ['Bearer dstok_abc', 'Invalid token signature'],
    [`Bearer ${signed('{"a":"root"}')}`, 'Invalid token: no timestamp'],
    [`Bearer ${signed('{"a":"root","t":1.5}')}`, 'Invalid token: invalid timestamp'],
    [`Bearer ${signed('{"a":"root","t":1700000000,"d":"60"}')}`, 'Invalid token: invalid duration'],
  ])('refuses what a real one refuses, in its words (%#)', async (authorization, words) => {
    expect(await ask(authorization)).toStrictEqual(invalid(words));
    expect(await ask(authorization, { version: '1.0a35' })).toStrictEqual({ status: 200, body: { actor: null } });
  });

  it.each(['', 'Basic cm9vdDo=', `bearer ${real.plain}`, `Bearer  ${real.plain}`, 'Bearer dsatok_MQ.x'])(
    'knows nobody who shows no token of this kind (%#)',
    async (authorization) => {
      expect(await ask(authorization)).toStrictEqual({ status: 200, body: { ok: true, actor: null } });
    },
  );

  it('knows no signed tokens as 0.65, and takes none when it was told so', async () => {
    expect(await ask(`Bearer ${real.plain}`, { version: '0.65.5' })).toStrictEqual({
      status: 200,
      body: { actor: null },
    });
    expect(await ask(`Bearer ${real.plain}`, { takesSignedTokens: false })).toStrictEqual(
      invalid('Signed tokens are not enabled for this Datasette instance'),
    );
  });

  it.each(['"root"', 'null', '7', 'no JSON', '{"t":1700000000}'])(
    'fails as a real one does over the signed payload %s',
    async (text) => {
      expect(await ask(`Bearer ${signed(text)}`)).toStrictEqual({ status: 500, body: 'Internal Server Error' });
    },
  );

  it('cuts lives to its longest one, and a life of 0 escapes it', async () => {
    const options = { longestLife: 30, now: () => 1_700_000_010_000 };
    expect(await ask(`Bearer ${real.expired}`, options)).toMatchObject({
      body: { actor: { token_expires: 1_700_000_030 } },
    });
    expect(await ask(`Bearer ${real.plain}`, options)).toMatchObject({
      body: { actor: { token_expires: 1_700_000_030 } },
    });
    expect(await ask(`Bearer ${real.plain}`, { ...options, now: () => 1_700_000_031_000 })).toStrictEqual(
      invalid('Token has expired'),
    );
    const { body } = await ask(`Bearer ${signed('{"a":"root","t":1,"d":0}')}`, options);
    expect(body).toStrictEqual({ ok: true, actor: { id: 'root', token: 'dstok' } });
  });

  it('is found below its base, and nowhere else', async () => {
    expect(await ask(`Bearer ${real.plain}`, { base: '/data' }, '/data/-/actor.json')).toMatchObject({ status: 200 });
    expect(await ask(`Bearer ${real.plain}`, { base: '/data' })).toMatchObject({ status: 404 });
    expect(await ask(`Bearer ${real.expired}`, { base: '/data' })).toMatchObject({ status: 401 });
  });
});
