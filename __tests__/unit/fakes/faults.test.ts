import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import {
  always,
  createFakeServer,
  first,
  inTurn,
  oneOf,
  rewriteJson,
  type FakeServer,
  type Fault,
  type OnRequest,
} from '../../fakes/faults.js';

// The scenarios lean on these faults: a fault that does not happen would let them pass for nothing.

let fake: FakeServer | undefined;
let deeds = 0;
afterEach(async () => {
  const open = fake;
  fake = undefined;
  deeds = 0;
  await open?.close();
});

async function fakeWith(onRequest?: OnRequest): Promise<FakeServer> {
  fake = await createFakeServer(
    () => ({ status: 201, headers: { 'content-type': 'application/json' }, body: `{"deed":${++deeds}}` }),
    { onRequest },
  );
  return fake;
}

interface Heard {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly complete: boolean;
}

/** What a client hears; rejects with the code of the network error when it hears no status. */
function post(url: string, path = '/things'): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(`${url}${path}`, { method: 'POST', agent: false }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (part: string) => (text += part));
      incoming.on('error', () => undefined);
      incoming.on('close', () => {
        resolve({ status: incoming.statusCode, headers: incoming.headers, text, complete: incoming.complete });
      });
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => reject(new Error(error.code)));
    outgoing.end('{"a":1}');
  });
}

const faulty = (fault: Fault) => fakeWith(always('POST', '/things', fault));

test('without a fault a request is acted on, answered and recorded', async () => {
  const { url, requests } = await fakeWith();
  expect(await post(url, '/things?a=%20b')).toMatchObject({ status: 201, text: '{"deed":1}', complete: true });
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    index: 0,
    method: 'POST',
    path: '/things',
    target: '/things?a=%20b',
    body: '{"a":1}',
  });
  expect(requests[0]?.query.get('a')).toBe(' b');
});

test('refuse-before resets the connection and does nothing', async () => {
  const { url } = await faulty({ kind: 'refuse-before' });
  await expect(post(url)).rejects.toThrow('ECONNRESET');
  expect(deeds).toBe(0);
});

test('act-then-reset does the deed and resets the connection', async () => {
  const { url } = await faulty({ kind: 'act-then-reset' });
  await expect(post(url)).rejects.toThrow('ECONNRESET');
  expect(deeds).toBe(1);
});

test('reset-then-act does the deed only when its time has come', async () => {
  const { promise: until, resolve: comes } = Promise.withResolvers<undefined>();
  const { promise: done, resolve: afterActing } = Promise.withResolvers<unknown>();
  const { url } = await faulty({ kind: 'reset-then-act', until, afterActing });
  await expect(post(url)).rejects.toThrow('ECONNRESET');
  expect(deeds).toBe(0);
  comes(undefined);
  await done;
  expect(deeds).toBe(1);
});

test.for([
  { kind: 'never-answer', expected: 0 },
  { kind: 'act-then-never-answer', expected: 1 },
] as const)('$kind leaves the client waiting', async ({ kind, expected }) => {
  const { promise: reached, resolve: afterAnswering } = Promise.withResolvers<undefined>();
  const { url } = await faulty({ kind, afterAnswering: () => afterAnswering(undefined) });
  const outgoing = httpRequest(`${url}/things`, { method: 'POST', agent: false }).end('');
  let heard = false;
  outgoing.on('response', () => (heard = true)).on('error', () => undefined);
  await reached;
  expect({ heard, deeds }).toEqual({ heard: false, deeds: expected });
  outgoing.destroy();
});

test('act-then-half-answer sends half of the body and ends the connection', async () => {
  const { url } = await faulty({ kind: 'act-then-half-answer' });
  expect(await post(url)).toMatchObject({ status: 201, text: '{"dee', complete: false });
  expect(deeds).toBe(1);
});

test.for([true, false])('status, redirect, html and huge-answer act as they are told (act: %s)', async (act) => {
  const { url } = await fakeWith(
    inTurn('POST', '/things', [
      { kind: 'status', act, status: 429, headers: { 'retry-after': '1' }, body: 'wait' },
      { kind: 'redirect', act, location: 'http://127.0.0.1:1/' },
      { kind: 'html', act },
      { kind: 'huge-answer', act, bytes: 200_000 },
    ]),
  );
  expect(await post(url)).toMatchObject({ status: 429, text: 'wait', headers: { 'retry-after': '1' } });
  expect(await post(url)).toMatchObject({ status: 307, headers: { location: 'http://127.0.0.1:1/' } });
  expect(await post(url)).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
  const huge = await post(url);
  expect(huge.text).toHaveLength(200_000);
  expect(JSON.parse(huge.text)).toHaveProperty('filling');
  expect(deeds).toBe(act ? 4 : 0);
});

test('content-type and rewrite change the right answer', async () => {
  const { url } = await fakeWith(
    inTurn('POST', '/things', [
      { kind: 'content-type', contentType: 'text/plain' },
      { kind: 'rewrite', rewrite: rewriteJson((body) => ({ ...body, wider: true })) },
    ]),
  );
  expect(await post(url)).toMatchObject({ text: '{"deed":1}', headers: { 'content-type': 'text/plain' } });
  expect(await post(url)).toMatchObject({ text: '{"deed":2,"wider":true}' });
});

test('slow-drip sends the right answer byte by byte', async () => {
  const { url } = await faulty({ kind: 'slow-drip', interval: 1 });
  expect(await post(url)).toMatchObject({ status: 201, text: '{"deed":1}', complete: true });
});

test('the moments of a request are called in order, and waited for', async () => {
  const calls: string[] = [];
  const call = (name: string) => async () => {
    await Promise.resolve();
    calls.push(`${name} ${deeds}`);
  };
  const { promise: answered, resolve } = Promise.withResolvers<undefined>();
  const { url } = await faulty({
    kind: 'callback',
    beforeActing: call('before'),
    afterActing: call('after'),
    afterAnswering: () => resolve(undefined),
  });
  expect(await post(url)).toMatchObject({ status: 201 });
  await answered;
  expect(calls).toEqual(['before 0', 'after 1']);
});

test('a fault can be meant for the first request alone, and several can be combined', async () => {
  const { url } = await fakeWith(
    oneOf(
      first('POST', '/things', { kind: 'status', act: false, status: 503 }),
      first('POST', /^\/other\//, { kind: 'status', act: false, status: 418 }),
    ),
  );
  const statuses = [];
  for (const path of ['/things', '/things', '/other/1', '/other/2']) statuses.push((await post(url, path)).status);
  expect(statuses).toEqual([503, 201, 418, 201]);
});

test('a fake that throws fails the test that closes it', async () => {
  const broken = await createFakeServer(() => {
    throw new Error('not implemented');
  });
  expect(await post(broken.url)).toMatchObject({ status: 500 });
  await expect(broken.close()).rejects.toThrow('the fake failed while it served');
});
