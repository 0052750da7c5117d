import { STATUS_CODES } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';

import { openTrial } from '../../../../src/issuers/datasette/acceptance.js';
import type { Restrictions } from '../../../../src/issuers/datasette/restrictions.js';
import { payload, signToken } from '../../../../src/issuers/datasette/token.js';
import { createDeadline } from '../../../../src/lease/clock.js';
import { parseGrants } from '../../../../src/request/grants.js';
import { neverStops, type Ports } from '../../../../src/lease/ports.js';
import { createFakeDatasette, type FakeDatasetteOptions } from '../../../fakes/datasette.js';
import { plainNetwork } from '../../../fakes/network.js';
import { always, first, rewriteJson, type Fault, type FakeServer } from '../../../fakes/faults.js';
import { readGrants } from '../../../../src/issuers/datasette/grants.js';
import { runnerWords } from '../../../../src/runner/words.js';

const secret = 'not-a-real-secret-of-a-server';
const grants = '*: view-instance\nmydb mytable: insert-row, update-row';

function restrictionsOf(text: string): Restrictions | undefined {
  const read = readGrants(parseGrants(text).grants);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('; '));
  return read.value.restrictions;
}

/** Ports for which a wait takes no time. */
function ports(): Ports {
  const clock = { now: () => Date.now(), sleep: () => Promise.resolve() };
  return {
    clock,
    deadline: createDeadline(() => clock.now(), 10_000),
    stop: neverStops,
    words: runnerWords,
    network: plainNetwork,
    mask: () => undefined,
    maskNew: () => undefined,
    holdsKnown: () => false,
    notify: () => undefined,
    identityToken: () => Promise.reject(new Error('Datasette asks for none')),
  };
}

async function datasette(options: Partial<FakeDatasetteOptions> = {}): Promise<FakeServer> {
  const fake = await createFakeDatasette({ secret, ...options });
  onTestFinished(() => fake.close());
  return fake;
}

interface Trial {
  readonly actor?: string;
  readonly grants?: string;
  readonly life?: number;
  readonly createdAt?: number;
  readonly signedWith?: string;
  readonly base?: string;
}

const now = Math.floor(Date.now() / 1000);

function tokenOf({
  actor = 'ci-bot',
  grants: asked = grants,
  life = 3600,
  createdAt = now,
  signedWith = secret,
}: Trial) {
  return signToken(payload({ actor, createdAt, life, restrictions: restrictionsOf(asked) }), signedWith);
}

function tryAt(server: FakeServer, trial: Trial = {}) {
  const { actor = 'ci-bot', grants: asked = grants, base = '' } = trial;
  const { tryToken } = openTrial(`${server.url}${base}`, ports());
  return tryToken(tokenOf(trial), { kind: 'dstok', actor, restrictions: restrictionsOf(asked) });
}

const always200 = (change: (actor: Record<string, unknown>) => unknown): Fault => ({
  kind: 'rewrite',
  rewrite: rewriteJson((body) => ({ ...body, actor: change({ ...(body['actor'] as object) }) })),
});

const changed = (change: (actor: Record<string, unknown>) => unknown) =>
  datasette({ onRequest: always('GET', '/-/actor.json', always200(change)) });

const answering = (status: number, body: string, contentType = 'application/json; charset=utf-8') =>
  datasette({
    onRequest: always('GET', '/-/actor.json', {
      kind: 'status',
      status,
      act: true,
      body,
      headers: { 'content-type': contentType },
    }),
  });

describe('a token that the server takes', () => {
  it.each([
    ['restricted', grants],
    ['on many levels', 'zeta: view-database, execute-sql\n2024 "a b": view-table\n*: vi, edit-schema'],
    ['with awkward names', '"__proto__" "constructor": view-table\n"é: \\"q\\"" "*": insert-row, update-row'],
    ['unrestricted', 'unrestricted'],
  ])('is as it was asked for: %s', async (_, asked) => {
    const server = await datasette();
    expect(await tryAt(server, { grants: asked })).toStrictEqual({ expiresAt: (now + 3600) * 1000, differences: [] });
    expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toStrictEqual(['GET /-/actor.json']);
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${tokenOf({ grants: asked })}`);
    expect(server.requests[0]?.headers.accept).toBe('application/json');
  });

  it('is as it was asked for at a server before 1.0a36, and below a prefix', async () => {
    expect(await tryAt(await datasette({ version: '1.0a35' }))).toMatchObject({ differences: [] });
    expect(await tryAt(await datasette({ base: '/data' }), { base: '/data' })).toMatchObject({ differences: [] });
  });

  it('is told with the end that the server gives it', async () => {
    const server = await datasette({ longestLife: 600 });
    expect(await tryAt(server)).toStrictEqual({ expiresAt: (now + 600) * 1000, differences: [] });
  });

  it('is tried again when the server was busy', async () => {
    const busy: Fault = { kind: 'status', status: 503, act: false };
    const server = await datasette({ onRequest: first('GET', '/-/actor.json', busy) });
    expect(await tryAt(server)).toMatchObject({ differences: [] });
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    ['nothing', undefined],
    ['a text', '1800000000'],
    ['null', null],
    ['true', true],
    ['an instant beyond any calendar', 1e15],
  ])('has no known end when the server tells %s of it', async (_, said) => {
    const server = await changed((actor) => ({ ...actor, token_expires: said }));
    expect(await tryAt(server)).toStrictEqual({ expiresAt: undefined, differences: [] });
  });
});

describe('a token that the server takes for another', () => {
  it.each([
    ['another actor', { id: 'root' }, 'actor', '"ci-bot"', '"root"'],
    ['an actor in other letters', { id: 'CI-bot' }, 'actor', '"ci-bot"', '"CI-bot"'],
    ['no actor', { id: undefined }, 'actor', '"ci-bot"', 'nothing'],
    ['an actor that is null', { id: null }, 'actor', '"ci-bot"', 'null'],
    ['an actor that is an object', { id: { id: 'ci-bot' } }, 'actor', '"ci-bot"', 'an object'],
    ['an actor of another type', { id: ['ci-bot'] }, 'actor', '"ci-bot"', 'a list'],
    ['another kind of token', { token: 'dsatok' }, 'kind of token', '"dstok"', '"dsatok"'],
    ['a login', { token: undefined }, 'kind of token', '"dstok"', 'nothing'],
  ])('is not as it was asked for: %s', async (_, change, what, asked, granted) => {
    const server = await changed((actor) => ({ ...actor, ...change }));
    expect((await tryAt(server)).differences).toStrictEqual([{ what, asked, granted }]);
  });

  it('tells an actor that is a number from one that is a text', async () => {
    const server = await changed((actor) => ({ ...actor, id: 5 }));
    expect((await tryAt(server, { actor: '5' })).differences).toStrictEqual([
      { what: 'actor', asked: '"5"', granted: '5' },
    ]);
  });

  const asked = { a: ['vi'], r: { mydb: { mytable: ['ir', 'ur'] } } };
  it.each([
    ['one action more', { ...asked, a: ['vi', 'vd'] }, '*: view-database'],
    ['an action on the whole database', { ...asked, d: { mydb: ['ir'] } }, 'mydb: insert-row'],
    ['another table', { ...asked, r: { mydb: { mytable: ['ir', 'ur'], other: ['ir'] } } }, 'mydb other: insert-row'],
    ['no restrictions', undefined, 'no restrictions'],
    ['null', null, 'unreadable'],
    ['a list', ['vi'], 'unreadable'],
    ['a text', 'vi', 'unreadable'],
    ['nothing in it', {}, 'unreadable'],
    ['a level that nobody knows', { ...asked, x: ['vi'] }, 'unreadable'],
  ])('is wider or cannot be compared: %s', async (_, granted, shown) => {
    const server = await changed((actor) => ({ ...actor, _r: granted }));
    const { differences } = await tryAt(server);
    expect(differences).toHaveLength(1);
    expect(differences[0]?.what).toBe('restrictions');
    expect(differences[0]?.granted).toContain(shown);
  });

  it.each([
    ['less', { a: ['vi'] }],
    ['something else', { a: ['vi'], r: { mydb: { mytable: ['ir', 'dr'] } } }],
    ['a table in other letters', { a: ['vi'], r: { mydb: { Mytable: ['ir', 'ur'] } } }],
  ])('is another: %s', async (_, granted) => {
    const server = await changed((actor) => ({ ...actor, _r: granted }));
    expect((await tryAt(server)).differences).toMatchObject([{ what: 'restrictions' }]);
  });

  it('has restrictions although none were asked for', async () => {
    const server = await changed((actor) => ({ ...actor, _r: { a: ['vi'] } }));
    expect((await tryAt(server, { grants: 'unrestricted' })).differences).toStrictEqual([
      { what: 'restrictions', asked: 'no restrictions', granted: '*: view-instance' },
    ]);
  });

  it('is the same in another order and by other names of the actions', async () => {
    const server = await changed((actor) => ({
      ...actor,
      _r: { r: { mydb: { mytable: ['update-row', 'ir', 'ur'] } }, a: ['view-instance'] },
    }));
    expect((await tryAt(server)).differences).toStrictEqual([]);
  });

  it('is shown in short, however much the server says', async () => {
    const server = await changed((actor) => ({
      ...actor,
      id: 'x'.repeat(5000),
      _r: { a: Array.from({ length: 3000 }, (_, index) => `plugin-action-${String(index)}`) },
    }));
    const { differences } = await tryAt(server);
    expect(differences.map(({ what }) => what)).toStrictEqual(['actor', 'restrictions']);
    for (const { granted } of differences) expect(granted.length).toBeLessThan(1500);
  });

  it('is shown with what differs first, however much was asked for', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `plugin-action-${String(index)}`);
    const server = await changed((actor) => ({ ...actor, _r: { a: [...many.slice(1), 'view-table'] } }));
    const [difference] = (await tryAt(server, { grants: `*: ${many.join(', ')}` })).differences;
    expect(difference?.asked).toMatch(/^\*: plugin-action-0 · /);
    expect(difference?.granted).toMatch(/^\*: view-table · .*… \(300 in all\)$/);
  });

  const shownWhole = 'y'.repeat(1000 - ': view-table'.length);
  it.each([
    ['whole, up to 1000 characters', shownWhole, `${shownWhole}: view-table`],
    ['cut from there on', `${shownWhole}y`, `${shownWhole}y: view-tabl… (1 in all)`],
  ])('is shown %s', async (_, database, shown) => {
    const server = await changed((actor) => ({ ...actor, _r: { d: { [database]: ['vt'] } } }));
    expect((await tryAt(server)).differences).toMatchObject([{ granted: shown }]);
  });

  it('is not shown itself when the server sends it back', async () => {
    const token = tokenOf({});
    const server = await changed((actor) => ({ ...actor, id: `x${token}`, token, _r: { d: { [token]: ['vd'] } } }));
    expect((await tryAt(server)).differences).toStrictEqual([
      { what: 'kind of token', asked: '"dstok"', granted: '"***"' },
      { what: 'actor', asked: '"ci-bot"', granted: '"x***"' },
      {
        what: 'restrictions',
        asked: '*: view-instance · mydb mytable: insert-row · mydb mytable: update-row',
        granted: '***: view-database',
      },
    ]);
  });

  it('cannot be compared by an answer with nesting without an end', async () => {
    const body = `{"actor":{"id":${'['.repeat(5000)}${']'.repeat(5000)},"token":"dstok"}}`;
    const { differences } = await tryAt(await answering(200, body));
    expect(differences).toContainEqual(
      expect.objectContaining({ what: 'restrictions', granted: expect.stringContaining('unreadable') as string }),
    );
  });
});

describe('a token that the server does not take', () => {
  async function refusalBy(server: FakeServer, trial: Trial = {}): Promise<string> {
    const error: unknown = await tryAt(server, trial).then(
      () => new Error('it was taken'),
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    const message = error instanceof Error ? error.message : '';
    expect(message).not.toContain(tokenOf(trial).slice(0, 40));
    expect(message).not.toContain(secret);
    return message;
  }

  const said = (server: FakeServer, words: string) =>
    `the server did not accept the token: GET ${server.url}/-/actor.json answered ${words}`;

  it('says that the secret is another one', async () => {
    const server = await datasette();
    expect(await refusalBy(server, { signedWith: 'not-a-real-secret-of-another' })).toBe(
      said(server, '401 Unauthorized: Invalid token signature. The secret is not that of this server'),
    );
  });

  it('says that the clocks differ when it has expired on arrival', async () => {
    const server = await datasette();
    expect(await refusalBy(server, { createdAt: now - 7200 })).toBe(
      said(
        server,
        "401 Unauthorized: Token has expired. The clocks of this machine and of the server differ, or the server's max_signed_tokens_ttl is shorter than the time since the token was made",
      ),
    );
  });

  it('says that the server takes no signed tokens', async () => {
    const server = await datasette({ takesSignedTokens: false });
    expect(await refusalBy(server)).toMatch(
      /^the server did not accept the token: .* answered 401 Unauthorized: .*not enabled.*\. The server was started with the setting allow_signed_tokens off$/,
    );
  });

  it('says what the server says, and no cause, when the cause is not known', async () => {
    const server = await answering(401, '{"ok":false,"error":"No tokens today"}');
    expect(await refusalBy(server)).toBe(said(server, '401 Unauthorized: No tokens today'));
  });

  it.each([
    ['a page of a database', 403, '{"ok":false,"error":"You do not have permission to view this table"}'],
    ['a page that is missing', 404, '{"ok":false,"error":"Database not found"}'],
    ['a page of something else', 200, '<!doctype html>'],
  ])('names the part of the url before the database, where it is that of %s', async (_, status, body) => {
    const server = await datasette({
      onRequest: always('GET', /actor/, { kind: 'status', status, act: true, body, headers: {} }),
    });
    const error = await refusalBy(server, { base: '/data' });
    expect(error).toContain(`${server.url}/data/-/actor.json answered ${String(status)} `);
    expect(error).toMatch(
      new RegExp(
        `[;.] expected in url the part before the database, with the server's base_url where it has one: ${server.url} unless /data is that$`,
      ),
    );
  });

  it.each([
    [{ version: '1.0a35' }, { signedWith: 'not-a-real-secret-of-another' }],
    [{ version: '1.0a35', takesSignedTokens: false }, {}],
    [{ version: '0.65.5' }, {}],
  ] as const)('says what a silent old server may mean: %j', async (options, trial) => {
    const server = await datasette(options);
    expect(await refusalBy(server, trial)).toBe(
      `GET ${server.url}/-/actor.json answered 200 OK, but the server did not recognise the token (its actor is null): it is older than Datasette 1.0a36 and the secret is another one, it is a 0.x release, which knows no signed tokens, or something on the way removed the Authorization header`,
    );
  });

  it.each([
    ['JSON of another system', 401, '{"message":"no"}', 'application/json'],
    ['an error that is no text', 403, '{"ok":false,"error":["no"]}', 'application/json'],
    ['a web page', 200, '<!doctype html><title>Sign in</title>', 'text/html; charset=utf-8'],
    ['a web page that is missing', 404, '<h1>Not found</h1>', 'text/html'],
    ['an empty answer', 200, '', 'text/plain'],
    ['JSON without an actor', 200, '{"ok":true}', 'application/json'],
    ['a list', 200, '[{"actor":{}}]', 'application/json'],
    ['null', 200, 'null', 'application/json'],
    ['a text for an actor', 200, '"actor"', 'application/json'],
    ['another status of success', 203, '{"actor":{"id":"ci-bot","token":"dstok"}}', 'application/json'],
    ['a redirect', 302, '', 'text/plain'],
  ])('says that no Datasette answers there: %s', async (_, status, body, contentType) => {
    const server = await answering(status, body, contentType);
    expect(await refusalBy(server)).toBe(
      said(server, `${String(status)} ${STATUS_CODES[status] ?? ''}, but not as Datasette does; check url`),
    );
  });

  it.each([
    [500, 'Internal Server Error', 'text/plain', 'The server, or a proxy in front of it, failed; see its log'],
    [503, '<title>Out of order</title>', 'text/html', 'The server is unavailable, or a proxy in front of it is'],
  ])('says that nobody could try it, how often and for how long (%i)', async (status, body, type, words) => {
    const server = await answering(status, body, type);
    expect(await refusalBy(server)).toMatch(
      new RegExp(
        `^the token could not be tried: GET ${server.url}/-/actor\\.json answered ${status} [A-Z][a-z A-Z]+ \\(tried \\d+ times in \\d+ s\\)\\. ${words}`,
      ),
    );
  });

  it('shows the words of the server in short and without the token', async () => {
    const token = tokenOf({});
    const words = `no: ${token} ${'very '.repeat(1000)}`;
    const message = await refusalBy(await answering(401, JSON.stringify({ ok: false, error: words })));
    expect(message).toContain('no: ***');
    expect(message.length).toBeLessThan(800);
  });

  it('follows no redirect with the token', async () => {
    const other = await datasette();
    const server = await datasette({
      onRequest: always('GET', '/-/actor.json', {
        kind: 'redirect',
        location: `${other.url}/-/actor.json`,
        act: false,
      }),
    });
    expect(await refusalBy(server)).toContain('answered 307');
    expect(other.requests).toStrictEqual([]);
  });
});

describe('a server that cannot be reached', () => {
  it('is an error that is no refusal of the token', async () => {
    const server = await createFakeDatasette({ secret });
    await server.close();
    await expect(tryAt(server)).rejects.toThrow(/refused the connection.*Tried \d+ times in \d+ s$/);
  });
});
