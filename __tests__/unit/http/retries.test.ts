import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient, type ClientOptions, type HttpRequest } from '../../../src/http/client.js';
import { backoff, readRetryAfter } from '../../../src/http/retry.js';
import { createDeadline, systemClock } from '../../../src/lease/clock.js';
import type { Milliseconds } from '../../../src/request/lifetime.js';
import { neverStops, Stopped, type Stop } from '../../../src/lease/ports.js';
import { createFakeServer, inTurn, type FakeServer, type Fault } from '../../fakes/faults.js';
import { networkOf } from '../../fakes/network.js';
import { startForwardProxy } from '../../fakes/forward-proxy.js';
import { createTestStop } from '../../fakes/stop.js';
import { createTestPorts } from './test-ports.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closing.splice(0)) await close();
});
// With the longest of all backoffs no test passes by the luck of the draw.
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
});

const READ: HttpRequest = { method: 'GET', path: '/tokens', headers: () => ({}), repeat: 'safe' };
const MINT: HttpRequest = { method: 'POST', path: '/tokens', headers: () => ({}), body: '{}', repeat: 'mints' };

const status = (code: number, headers = {}): Fault => ({ kind: 'status', status: code, headers, act: false });

async function startServer(request: HttpRequest, faults: readonly (Fault | undefined)[]): Promise<FakeServer> {
  const answer = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' };
  const server = await createFakeServer(() => answer, { onRequest: inTurn(request.method, '/tokens', faults) });
  closing.push(() => server.close());
  return server;
}

async function send(
  request: HttpRequest,
  faults: readonly (Fault | undefined)[],
  options: Partial<ClientOptions> = {},
) {
  const server = await startServer(request, faults);
  const ports = createTestPorts();
  const client = createClient({ endpoint: server.url, ports, ...options });
  const answer = client.send(request);
  await answer.catch(() => undefined);
  return { answer, server, ports };
}

/** Ports whose time stands still, and passes with no wait. */
function stoppedPorts(timeout: Milliseconds) {
  const waits: Milliseconds[] = [];
  const begunAt = Date.now();
  const clock = {
    now: () => begunAt,
    sleep: (duration: Milliseconds) => {
      waits.push(duration);
      return Promise.resolve();
    },
  };
  return { ...createTestPorts({ timeout, clock }), begunAt, waits };
}

/** A port of loopback that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test.each([
  ['an answer', status(503), 'resolved'],
  ['too many requests', status(429, { 'retry-after': '1' }), 'resolved'],
  ['no answer', { kind: 'act-then-reset' }, 'rejected'],
] as const)(
  'what its sender decides on by the first answer is sent once, whatever comes of it: %s',
  async (_, fault, outcome) => {
    const { answer, server, ports } = await send({ ...READ, repeat: 'never' }, [fault]);
    const [settled] = await Promise.allSettled([answer]);
    expect(settled.status).toBe(outcome === 'resolved' ? 'fulfilled' : 'rejected');
    expect(server.requests).toHaveLength(1);
    expect(ports.waits).toEqual([]);
  },
);

test('a mint that is answered 429 is not sent again when the issuer may have acted all the same; a read is', async () => {
  const mayHaveActed = () => true;
  const mint = await send(MINT, [status(429)], { mayHaveActed });
  await expect(mint.answer).resolves.toMatchObject({ status: 429 });
  expect(mint.server.requests).toHaveLength(1);
  const read = await send(READ, [status(429)], { mayHaveActed });
  await expect(read.answer).resolves.toMatchObject({ status: 200 });
});

describe('a request that is safe to repeat', () => {
  test.each([408, 425, 429, 500, 502, 503, 504])('is sent again after status %i', async (code) => {
    const { answer, server, ports } = await send(READ, [status(code)]);
    await expect(answer).resolves.toMatchObject({ status: 200, json: { ok: true } });
    expect(server.requests).toHaveLength(2);
    expect(ports.waits).toEqual([500]);
  });

  test.each([400, 401, 403, 404, 409, 422])('is not sent again after status %i', async (code) => {
    const { answer, server } = await send(READ, [status(code)]);
    await expect(answer).resolves.toMatchObject({ status: code });
    expect(server.requests).toHaveLength(1);
  });

  test.each<Fault>([{ kind: 'refuse-before' }, { kind: 'act-then-reset' }, { kind: 'act-then-half-answer' }])(
    'is sent again after $kind',
    async (fault) => {
      const { answer, server } = await send(READ, [fault]);
      await expect(answer).resolves.toMatchObject({ status: 200 });
      expect(server.requests).toHaveLength(2);
    },
  );

  test.each([501, 505])('is not sent again after status %i, which no time changes', async (code) => {
    const { answer, server } = await send(READ, [status(code)]);
    await expect(answer).resolves.toMatchObject({ status: code });
    expect(server.requests).toHaveLength(1);
  });

  test('is sent again with growing waits until the deadline, and then the last answer counts, with how often and how long it was tried', async () => {
    const { answer, server, ports } = await send(READ, Array<Fault>(99).fill(status(503)));
    const { what } = await answer;
    expect(ports.waits.slice(0, 6)).toEqual([500, 1_000, 2_000, 4_000, 4_000, 4_000]);
    // The last try still has a second of the 60.
    const waited = ports.waits.reduce((sum, wait) => sum + wait, 0);
    expect(waited).toBeGreaterThan(57_000);
    expect(waited).toBeLessThanOrEqual(59_000);
    expect(server.requests).toHaveLength(ports.waits.length + 1);
    expect(what).toMatch(
      new RegExp(
        `^GET ${server.url}/tokens answered 503 Service Unavailable \\(tried ${server.requests.length} times in (?:59|60) s\\)$`,
      ),
    );
  });

  test('is sent again until the deadline, and then the last failure counts, with how often and how long it was tried', async () => {
    const { answer, server } = await send(READ, Array<Fault>(99).fill({ kind: 'act-then-reset' }));
    await expect(answer).rejects.toMatchObject({ name: 'HttpFailure', sent: true });
    await expect(answer).rejects.toThrow(
      new RegExp(`\\(ECONNRESET\\)\\. Tried ${server.requests.length} times in (?:59|60) s$`),
    );
    expect(server.requests.length).toBeGreaterThan(10);
  });

  test('is told to the user once, when it takes long', async () => {
    const { server, ports } = await send(READ, Array<Fault>(9).fill(status(503)));
    expect(ports.notices).toEqual([
      expect.stringMatching(
        new RegExp(
          `^GET ${server.url}/tokens answered 503 Service Unavailable\\. It is tried again for up to 59 s\\.$`,
        ),
      ),
    ]);
    const short = await send(READ, Array<Fault>(2).fill(status(503)));
    expect(short.ports.notices).toEqual([]);
  });

  test('counts as sent when an early try was, although the last one was refused', async () => {
    const server = await startServer(READ, [{ kind: 'act-then-reset' }]);
    const leaping = createTestPorts();
    const ports = {
      ...leaping,
      clock: {
        now: () => leaping.clock.now(),
        async sleep(duration: Milliseconds) {
          await leaping.clock.sleep(duration, neverStops);
          await server.close().catch(() => undefined);
        },
      },
    };
    const answer = createClient({ endpoint: server.url, ports }).send(READ);
    await expect(answer).rejects.toThrow(/ECONNREFUSED.*Tried \d+ times/);
    await expect(answer).rejects.toMatchObject({ sent: true });
  });

  test('gets its headers anew for each try, so that a signature is not stale', async () => {
    let count = 0;
    const { server } = await send({ ...READ, headers: () => ({ 'x-sn-date': String(++count) }) }, [status(503)]);
    expect(server.requests.map(({ headers }) => headers['x-sn-date'])).toEqual(['1', '2']);
  });

  test('is not begun again when the wait would outlast the deadline', async () => {
    const ports = createTestPorts({ timeout: 400 });
    const { answer, server } = await send(READ, [status(503)], { ports });
    await expect(answer).resolves.toMatchObject({ status: 503 });
    expect(server.requests).toHaveLength(1);
    expect(ports.waits).toEqual([]);
  });
});

describe('a request that mints', () => {
  test.each<Fault>([{ kind: 'refuse-before' }, { kind: 'act-then-reset' }, { kind: 'act-then-half-answer' }])(
    'is never sent again after $kind',
    async (fault) => {
      const { answer, server } = await send(MINT, [fault]);
      await expect(answer).rejects.toMatchObject({ sent: true });
      expect(server.requests).toHaveLength(1);
    },
  );

  test.each([408, 425, 500, 502, 503, 504])('is never sent again after status %i', async (code) => {
    const { answer, server } = await send(MINT, [status(code, { 'retry-after': '1' })]);
    await expect(answer).resolves.toMatchObject({ status: code });
    expect(server.requests).toHaveLength(1);
  });

  test('is sent again after 429: the server did nothing', async () => {
    const { answer, server } = await send(MINT, [status(429)]);
    await expect(answer).resolves.toMatchObject({ status: 200 });
    expect(server.requests).toHaveLength(2);
  });

  test('is sent again when the connection was refused, until the server is there', async () => {
    const port = await freePort();
    const request = vi.fn();
    const ports = createTestPorts({
      clock: {
        now: () => Date.now(),
        async sleep() {
          const { createServer: createHttpServer } = await import('node:http');
          const server = createHttpServer((_request, response) => {
            request();
            response.end('{}');
          }).listen(port, '127.0.0.1');
          await once(server, 'listening');
          closing.push(() => new Promise((resolve) => server.close(resolve)));
        },
      },
    });
    const answer = await createClient({ endpoint: `http://127.0.0.1:${port}`, ports }).send(MINT);
    expect(answer.status).toBe(200);
    expect(request).toHaveBeenCalledTimes(1);
  });

  test('fails as not sent when the connection is refused until the deadline', async () => {
    const port = await freePort();
    const ports = createTestPorts();
    const answer = createClient({ endpoint: `http://127.0.0.1:${port}`, ports }).send(MINT);
    await expect(answer).rejects.toMatchObject({ sent: false, cause: { code: 'ECONNREFUSED' } });
    await expect(answer).rejects.toThrow(
      new RegExp(
        `^POST http://127.0.0.1:${port}/tokens: the server refused the connection \\(ECONNREFUSED\\)\\. Check that it runs, and the host and port\\. Tried \\d+ times in (?:59|60) s$`,
      ),
    );
    expect(ports.waits.length).toBeGreaterThan(10);
  });

  test('is sent again when TLS was not established', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections++;
      socket.on('error', () => undefined);
      socket.once('data', () => socket.resetAndDestroy());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => new Promise((resolve) => server.close(resolve)));
    const { port } = server.address() as AddressInfo;
    const answer = createClient({ endpoint: `https://127.0.0.1:${port}`, ports: createTestPorts() }).send(MINT);
    await expect(answer).rejects.toMatchObject({ sent: false });
    expect(connections).toBeGreaterThan(10);
  });

  test('is sent again when the proxy could not reach the server', async () => {
    const proxy = await startForwardProxy({ routes: {} });
    closing.push(() => proxy.close());
    const ports = createTestPorts({ network: await networkOf({ https_proxy: proxy.url }) });
    const answer = createClient({ endpoint: 'https://issuer.example', ports }).send(MINT);
    await expect(answer).rejects.toMatchObject({ sent: false });
    await expect(answer).rejects.toThrow(/the proxy did not open a connection to the server and answered 502/);
    expect(proxy.asked.length).toBeGreaterThan(10);
  });
});

describe('a server that says when to come back', () => {
  test('in seconds', async () => {
    const { answer, ports } = await send(MINT, [status(429, { 'retry-after': '7' })]);
    await expect(answer).resolves.toMatchObject({ status: 200 });
    expect(ports.waits).toEqual([7_000]);
  });

  test('by a date', async () => {
    const date = new Date(Date.now() + 20_000).toUTCString();
    const { answer, ports } = await send(READ, [status(503, { 'retry-after': date })]);
    await expect(answer).resolves.toMatchObject({ status: 200 });
    expect(ports.waits).toHaveLength(1);
    expect(ports.waits[0]).toBeGreaterThan(15_000);
    expect(ports.waits[0]).toBeLessThanOrEqual(20_000);
  });

  test('by a header of its own, in milliseconds since 1970', async () => {
    const at = Date.now() + 9_000;
    const retryAt = (headers: Readonly<Record<string, string>>) => Number(headers['x-sn-rate-limit-retry-after']);
    const { answer, ports } = await send(MINT, [status(429, { 'X-SN-Rate-Limit-Retry-After': String(at) })], {
      retryAt,
    });
    await expect(answer).resolves.toMatchObject({ status: 200 });
    expect(ports.waits[0]).toBeGreaterThan(5_000);
    expect(ports.waits[0]).toBeLessThanOrEqual(9_000);
  });

  test('too late: how often it was tried before is said', async () => {
    const { answer } = await send(READ, [status(503), status(503, { 'retry-after': '3600' })]);
    await expect(answer).rejects.toThrow(
      / \(tried 2 times in 1 s\) and asks to wait 3600 s, but only 60 s are left\. /,
    );
  });

  test('in the past: then the usual wait is kept', async () => {
    const { ports } = await send(READ, [status(503, { 'retry-after': '0' })]);
    expect(ports.waits).toEqual([500]);
  });

  test.each([
    ['by its own header', '7', 20_000, 20_000],
    ['in seconds', '30', 20_000, 30_000],
  ])('twice: the later one counts, that %s', async (_name, seconds, own, wait) => {
    const ports = stoppedPorts(60_000);
    const retryAt = () => ports.begunAt + own;
    await send(MINT, [status(429, { 'retry-after': seconds })], { ports, retryAt });
    expect(ports.waits).toEqual([wait]);
  });

  test.each([
    ['429 Too Many Requests', MINT, 429, false],
    ['503 Service Unavailable', READ, 503, true],
  ])('after the deadline: the request fails at once and says so (%s)', async (name, request, code, sent) => {
    const { answer, server, ports } = await send(request, [status(code, { 'retry-after': '3600' })]);
    await expect(answer).rejects.toMatchObject({
      name: 'HttpFailure',
      message: `${request.method} ${server.url}/tokens answered ${name} and asks to wait 3600 s, but only 60 s are left. Run it again later, or give it more time with the input timeout`,
      sent,
      lasting: false,
    });
    expect(server.requests).toHaveLength(1);
    expect(ports.waits).toEqual([]);
  });

  test('just when time is up: that is too late', async () => {
    const ports = stoppedPorts(7_000);
    const { answer, server } = await send(MINT, [status(429, { 'retry-after': '7' })], { ports });
    await expect(answer).rejects.toThrow('and asks to wait 7 s, but only 7 s are left');
    expect(server.requests).toHaveLength(1);
  });

  test('before the deadline, but too close to it for the usual wait: the answer counts', async () => {
    const ports = stoppedPorts(400);
    const { answer, server } = await send(READ, [status(503, { 'retry-after': '0' })], { ports });
    await expect(answer).resolves.toMatchObject({ status: 503 });
    expect(server.requests).toHaveLength(1);
    expect(ports.waits).toEqual([]);
  });

  test.each([
    ['a read', READ, 404],
    ['a mint', MINT, 503],
  ])('with an answer after which %s is not sent again: the answer counts', async (_name, request, code) => {
    const { answer, ports } = await send(request, [status(code, { 'retry-after': '3600' })]);
    await expect(answer).resolves.toMatchObject({ status: code });
    expect(ports.waits).toEqual([]);
  });

  test.each([
    ['120', 120_000],
    [' 5 ', 5_000],
    ['Wed, 21 Oct 2026 07:28:00 GMT', Date.UTC(2026, 9, 21, 7, 28)],
    ['Wednesday, 21-Oct-26 07:28:00 GMT', Date.UTC(2026, 9, 21, 7, 28)],
    ['Wed Oct 21 2026 07:28:00 GMT', Date.UTC(2026, 9, 21, 7, 28)],
    ['Wed Oct 21 07:28:00 2026', Date.UTC(2026, 9, 21, 7, 28)],
    ['after Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['2026', 2_026_000],
    ['', undefined],
    [undefined, undefined],
  ])('the header %j is understood as a wait of %j ms at the beginning of 1970', (text, wait) => {
    expect(readRetryAfter(text, 0)).toBe(wait);
  });
});

test('a mistake of this program is not taken for a failure of the network, and not tried again', async () => {
  const ports = createTestPorts();
  const onPassed = vi.fn(() => {
    throw new TypeError('a mistake');
  });
  const { answer } = await send(READ, [], { ports: { ...ports, deadline: { ...ports.deadline, onPassed } } });
  await expect(answer).rejects.toEqual(new TypeError('a mistake'));
  expect(onPassed).toHaveBeenCalledTimes(1);
});

test('a deadline that is moved earlier ends a wait, and leaves it the time for one more try', async () => {
  const server = await startServer(READ, [status(503, { 'retry-after': '50' })]);
  const deadline = createDeadline(() => Date.now(), 60_000);
  const ports = { ...createTestPorts({ clock: systemClock }), deadline };
  const answer = createClient({ endpoint: server.url, ports }).send(READ);
  await vi.waitFor(() => expect(server.requests).toHaveLength(1));
  deadline.leave(1_200);
  await expect(answer).resolves.toMatchObject({ status: 200 });
  expect(deadline.remaining()).toBeGreaterThan(0);
});

describe('a stop', () => {
  test('ends a wait, and nothing more is sent', async () => {
    const stop = createTestStop();
    const clock = {
      now: () => Date.now(),
      sleep(duration: Milliseconds, given: Stop) {
        const sleeping = systemClock.sleep(duration, given);
        stop.request('SIGTERM');
        return sleeping;
      },
    };
    const ports = createTestPorts({ clock, stop });
    const { answer, server } = await send(READ, [status(429, { 'retry-after': '50' })], { ports });
    await expect(answer).rejects.toBeInstanceOf(Stopped);
    expect(server.requests).toHaveLength(1);
  });

  test('before a request keeps it from being sent', async () => {
    const stop = createTestStop();
    stop.request('SIGINT');
    const { answer, server } = await send(READ, [], { ports: createTestPorts({ stop }) });
    await expect(answer).rejects.toBeInstanceOf(Stopped);
    expect(server.requests).toEqual([]);
  });
});

test('waits are spread over the whole of a growing span of at most 4 seconds', () => {
  const random = vi.spyOn(Math, 'random');
  random.mockReturnValue(1);
  expect([1, 2, 3, 4, 5, 9].map(backoff)).toEqual([500, 1_000, 2_000, 4_000, 4_000, 4_000]);
  random.mockReturnValue(0);
  expect(backoff(4)).toBe(0);
});
