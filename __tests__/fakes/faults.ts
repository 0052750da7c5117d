import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/**
 * An HTTP server on loopback for the fakes of the issuers, which can be told to go wrong.
 *
 * A fake is a function that acts on a request and returns an answer. This file listens, records what came, and, when
 * `onRequest` returns a fault, does what networks, proxies and dying servers do, around the same function:
 *
 *     const fake = await createFakeServer(handle, { onRequest: first('POST', '/tokens', { kind: 'act-then-reset' }) });
 *     ... fake.url, fake.requests ...
 *     await fake.close();
 */
export async function createFakeServer(
  handle: Handle,
  { onRequest, now = Date.now }: FakeServerOptions = {},
): Promise<FakeServer> {
  const requests: FakeRequest[] = [];
  const failures: unknown[] = [];
  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      failures.push(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('the fake failed; see close()');
    });
  });
  // A client that goes away in the middle is a thing to be tried, not a failure of the fake.
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (failures.length > 0) throw new AggregateError(failures, 'the fake failed while it served');
    },
  };

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('date', new Date(now()).toUTCString());
    const request = await readRequest(incoming, requests.length);
    // The client went away before the whole request was here: no server would act on it.
    if (request === undefined) return;
    requests.push(request);
    const fault = onRequest?.(request);
    if (fault === undefined) return send(response, await handle(request));
    await misbehave(fault, request, response);
  }

  /** Acts whether or not anybody waits for it. */
  async function actLate(fault: Fault, request: FakeRequest): Promise<void> {
    const answer = await handle(request);
    await fault.afterActing?.(answer);
  }

  async function misbehave(fault: Fault, request: FakeRequest, response: ServerResponse): Promise<void> {
    await fault.beforeActing?.();
    const answer = actsAtOnce(fault) ? await handle(request) : undefined;
    if (answer !== undefined) await fault.afterActing?.(answer);
    if (fault.kind === 'reset-then-act') {
      response.socket?.resetAndDestroy();
      await fault.until;
      await actLate(fault, request);
      return;
    }
    if (response.socket === null || response.destroyed) return;

    switch (fault.kind) {
      case 'refuse-before':
      case 'act-then-reset':
        response.socket.resetAndDestroy();
        break;
      case 'act-then-never-answer':
      case 'never-answer':
        // Left open: the client's deadline, or close(), ends it.
        break;
      case 'act-then-half-answer':
        await sendHalf(response, acted(answer));
        break;
      case 'status':
        await send(response, {
          status: fault.status,
          headers: { ...typeOf(fault.body), ...fault.headers },
          body: fault.body ?? '',
        });
        break;
      case 'redirect':
        await send(response, { status: fault.status ?? 307, headers: { location: fault.location }, body: '' });
        break;
      case 'html': {
        const headers = { 'content-type': 'text/html; charset=utf-8' };
        await send(response, { status: fault.status ?? 200, headers, body: '<!doctype html><title>Sign in</title>' });
        break;
      }
      case 'content-type': {
        const { status, headers, body } = acted(answer);
        await send(response, { status, headers: { ...headers, 'content-type': fault.contentType }, body });
        break;
      }
      case 'huge-answer':
        await sendHuge(response, fault.bytes);
        break;
      case 'slow-drip':
        await drip(response, acted(answer), fault.interval);
        break;
      case 'rewrite':
        await send(response, fault.rewrite(acted(answer)));
        break;
      case 'callback':
        await send(response, acted(answer));
        break;
    }
    await fault.afterAnswering?.();
  }
}

export type Handle = (request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>;

export interface FakeServerOptions {
  /** Called once for each request, when the whole of it has come and before anything is done. */
  readonly onRequest?: OnRequest | undefined;
  /** The clock that its `Date` tells; that of this machine unless given. */
  readonly now?: (() => number) | undefined;
}

export type OnRequest = (request: FakeRequest) => Fault | undefined;

export interface FakeServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** All that came, in order, the ones that met a fault too. */
  readonly requests: readonly FakeRequest[];
  /** Stops listening and drops what is open. Rejects when the fake itself threw, so that no test passes over it. */
  close(): Promise<void>;
}

export interface FakeRequest {
  /** 0 for the first request. */
  readonly index: number;
  readonly method: string;
  /** The path and query as they were sent. */
  readonly target: string;
  /** The path, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface FakeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `act: true`: the server does what was asked, and the answer is nevertheless this. */
interface Acting {
  readonly act: boolean;
}

/** Moments of a request. Each is waited for, so that a callback can end a process and see it gone. */
interface Moments {
  readonly beforeActing?: () => void | Promise<void>;
  /** Done, and the client does not know yet. */
  readonly afterActing?: (answer: FakeAnswer) => void | Promise<void>;
  /** The answer, or what there is of it, was handed to the system. */
  readonly afterAnswering?: () => void | Promise<void>;
}

export type Fault = Moments &
  (
    | { readonly kind: 'refuse-before' }
    | { readonly kind: 'act-then-reset' }
    /** A server that acts late: the connection is gone at once, the deed is done when `until` resolves. */
    | { readonly kind: 'reset-then-act'; readonly until: Promise<unknown> }
    | { readonly kind: 'never-answer' }
    | { readonly kind: 'act-then-never-answer' }
    /** Half of the body, under the content length of the whole. */
    | { readonly kind: 'act-then-half-answer' }
    | ({
        readonly kind: 'status';
        readonly status: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly body?: string;
      } & Acting)
    | ({ readonly kind: 'redirect'; readonly location: string; readonly status?: number } & Acting)
    /** What a proxy or a sign-in page says. */
    | ({ readonly kind: 'html'; readonly status?: number } & Acting)
    /** The right answer under a content type of its own. */
    | { readonly kind: 'content-type'; readonly contentType: string }
    /** A JSON text of so many bytes. */
    | ({ readonly kind: 'huge-answer'; readonly bytes: number } & Acting)
    /** The right answer, one byte every `interval` milliseconds. */
    | { readonly kind: 'slow-drip'; readonly interval: number }
    /** The right answer, changed: to widen what was granted, to drop a member. */
    | { readonly kind: 'rewrite'; readonly rewrite: (answer: FakeAnswer) => FakeAnswer }
    /** Nothing is wrong: for the moments alone. */
    | { readonly kind: 'callback' }
  );

/** An `onRequest` that lets the first request of this method and path meet a fault; the next of them go through. */
export function first(method: string, path: string | RegExp, fault: Fault): OnRequest {
  return inTurn(method, path, [fault]);
}

/** Like `first`, for the first, second, ... request of this method and path; undefined lets one go through. */
export function inTurn(method: string, path: string | RegExp, faults: readonly (Fault | undefined)[]): OnRequest {
  let count = 0;
  return (request) => (matches(request, method, path) ? faults[count++] : undefined);
}

/** An `onRequest` that lets every request of this method and path meet a fault. */
export function always(method: string, path: string | RegExp, fault: Fault): OnRequest {
  return (request) => (matches(request, method, path) ? fault : undefined);
}

/** The first fault that one of several `onRequest` functions returns. All of them are asked, so that all count. */
export function oneOf(...all: readonly OnRequest[]): OnRequest {
  return (request) => all.map((onRequest) => onRequest(request)).find((fault) => fault !== undefined);
}

/** For `rewrite`: changes the body of a JSON answer. */
export function rewriteJson(change: (body: Record<string, unknown>) => unknown): (answer: FakeAnswer) => FakeAnswer {
  return (answer) => {
    const body: unknown = JSON.parse(answer.body);
    if (typeof body !== 'object' || body === null) throw new Error('the answer is not a JSON object');
    return { ...answer, body: JSON.stringify(change({ ...body })) };
  };
}

function matches(request: FakeRequest, method: string, path: string | RegExp): boolean {
  return request.method === method && (typeof path === 'string' ? request.path === path : path.test(request.path));
}

function actsAtOnce(fault: Fault): boolean {
  switch (fault.kind) {
    case 'refuse-before':
    case 'reset-then-act':
    case 'never-answer':
      return false;
    case 'status':
    case 'redirect':
    case 'html':
    case 'huge-answer':
      return fault.act;
    default:
      return true;
  }
}

function acted(answer: FakeAnswer | undefined): FakeAnswer {
  if (answer === undefined) throw new Error('this fault needs the answer of the deed');
  return answer;
}

async function readRequest(incoming: IncomingMessage, index: number): Promise<FakeRequest | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    return undefined;
  }
  const target = incoming.url ?? '/';
  const mark = target.indexOf('?');
  return {
    index,
    method: incoming.method ?? '',
    target,
    path: mark === -1 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1)),
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** As servers say what they send, unless a fault says otherwise. */
function typeOf(body = ''): Readonly<Record<string, string>> {
  if (body === '') return {};
  return { 'content-type': /^\s*[{[]/.test(body) ? 'application/json' : 'text/plain' };
}

function send(response: ServerResponse, { status, headers, body }: FakeAnswer): Promise<void> {
  const hasBody = status !== 204 && status !== 304;
  response.writeHead(status, { ...headers, ...(hasBody ? { 'content-length': Buffer.byteLength(body) } : {}) });
  return finished(response, () => response.end(hasBody ? body : undefined));
}

async function sendHalf(response: ServerResponse, { status, headers, body }: FakeAnswer): Promise<void> {
  const bytes = Buffer.from(body);
  if (bytes.length < 2) throw new Error('an answer without a body has no half');
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  await new Promise((resolve) => response.write(bytes.subarray(0, bytes.length >> 1), resolve));
  response.socket?.destroySoon();
}

async function sendHuge(response: ServerResponse, bytes: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  const chunk = Buffer.alloc(64 * 1024, 'x');
  response.write('{"filling":"');
  for (let left = bytes - '{"filling":""}'.length; left > 0; left -= chunk.length) {
    const part = left < chunk.length ? chunk.subarray(0, left) : chunk;
    if (response.destroyed) return;
    if (!response.write(part)) await drained(response);
  }
  await finished(response, () => response.end('"}'));
}

async function drip(response: ServerResponse, { status, headers, body }: FakeAnswer, interval: number): Promise<void> {
  response.writeHead(status, headers);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const bytes = Buffer.from(body);
  for (let index = 0; index < bytes.length && !gone.signal.aborted; index++) {
    response.write(bytes.subarray(index, index + 1));
    // Ends early when the client is gone.
    await setTimeout(interval, undefined, { signal: gone.signal }).catch(() => undefined);
  }
  if (!response.destroyed) await finished(response, () => response.end());
}

/** Until the answer was handed to the system, or the client is gone. */
function finished(response: ServerResponse, end: () => void): Promise<void> {
  return new Promise((resolve) => {
    response.once('finish', resolve);
    response.once('close', resolve);
    end();
  });
}

/** Until more can be written, or the client is gone. */
async function drained(response: ServerResponse): Promise<void> {
  const settled = new AbortController();
  const { signal } = settled;
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]).finally(() =>
    settled.abort(),
  );
}
