import {
  createServer as createHttpServer,
  request as sendRequest,
  STATUS_CODES,
  type IncomingMessage,
} from 'node:http';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** What a network, a proxy or a dying server makes of an answer. */
export const ANSWER_FAULTS = [
  'connection reset',
  'answer lost',
  '429',
  '429 by date',
  '500',
  '503',
  'redirect',
  'HTML',
  'wrong content type',
  'slow drip',
  'half an answer',
  '100 MB',
] as const;
/** The last is what a proxy answers as long as its server is away. */
export type AnswerFault = (typeof ANSWER_FAULTS)[number] | '503 of a proxy';

/** `before`: the server never acts, or not yet. `working`: it acts after the blow. `answered`: it has acted. */
export type RequestMoment = 'before' | 'working' | 'answered';

/** What is done to one request. A signal hits the process that sent it, a fault its answer. */
export type Blow =
  | { readonly kind: 'signal'; readonly moment: RequestMoment; readonly send: () => Promise<void> }
  | {
      readonly kind: 'fault';
      readonly moment: RequestMoment;
      readonly fault: AnswerFault;
      readonly body429: string | undefined;
    }
  /** The connection is reset, and nothing listens for a while. */
  | { readonly kind: 'gone'; readonly moment: 'before'; readonly milliseconds: number };

export interface Front {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** How many right answers were sent whole. */
  answered(): number;
  /** How many requests came because a redirect was followed. */
  strayed(): number;
  /** Resolves when the server behind has done all that it was asked, the late deeds too. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** How long after its client was left without an answer a server still acts: between two looks for its token. */
const LATE_MILLISECONDS = 700;
/** Slow enough for every time limit. */
const DRIP_MILLISECONDS = 400;
/** Far more than any answer may have. */
const HUGE_BYTES = 100_000_000;
/** Where a redirect leads: back to this server, where it is noticed when a client follows it. */
const STRAY_PATH = '/chaos-redirected';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/**
 * A server that passes every request on to `upstream`, as it came, over a connection of its own; and does to it what `blowOf`
 * says, which is asked once for each connection, before a byte of it is read. The clients under test use a connection once.
 */
export async function createFront(upstream: string, blowOf: () => Blow | undefined): Promise<Front> {
  const blows = new WeakMap<Socket, Exclude<Blow, { kind: 'gone' }>>();
  const sockets = new Set<Socket>();
  const deeds = new Set<Promise<unknown>>();
  const failures: unknown[] = [];
  let answered = 0;
  let strayed = 0;
  const track = (deed: Promise<unknown>): void => {
    const settled: Promise<unknown> = deed
      .catch((error: unknown) => failures.push(error))
      .finally(() => deeds.delete(settled));
    deeds.add(settled);
  };

  const http = createHttpServer((incoming) => track(serve(incoming)));
  // A client that goes away in the middle is a thing to be tried.
  http.on('clientError', (_error, socket) => socket.destroy());
  const server = createServer({ pauseOnConnect: true }, (socket) => track(accept(socket)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  return {
    url,
    answered: () => answered,
    strayed: () => strayed,
    async settled() {
      while (deeds.size > 0) await Promise.all(deeds);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
      if (failures.length > 0) throw new AggregateError(failures, 'the server in front failed');
    },
  };

  async function accept(socket: Socket): Promise<void> {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    const blow = blowOf();
    if (blow?.kind === 'gone') {
      socket.resetAndDestroy();
      server.close();
      await setTimeout(blow.milliseconds);
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      return;
    }
    if (blow?.moment === 'before') {
      if (blow.kind === 'signal') await blow.send();
      else if (blow.fault === 'connection reset') {
        socket.resetAndDestroy();
        return;
      }
    }
    if (blow !== undefined) blows.set(socket, blow);
    http.emit('connection', socket);
    socket.resume();
  }

  async function serve(incoming: IncomingMessage): Promise<void> {
    const { socket } = incoming;
    if (incoming.url === STRAY_PATH) strayed++;
    const body = await bodyOf(incoming);
    // The whole request never came: no server would act on it.
    if (body === undefined) return;
    const act = () => passOn(upstream, incoming, body);
    const blow = blows.get(socket);
    if (blow === undefined || blow.kind === 'signal') {
      if (blow?.moment === 'working') await blow.send();
      await write(socket, bytesOf(await act()));
      answered++;
      if (blow?.moment === 'answered') await blow.send();
      return;
    }
    if (blow.moment === 'answered') return misanswer(socket, blow, await act());
    await misanswer(socket, blow, { status: 503, headers: {}, body: 'the server is gone' });
    if (blow.moment === 'working') {
      await setTimeout(LATE_MILLISECONDS);
      await act();
    }
  }

  /** Returns while an answer that never ends is still under way. */
  async function misanswer(socket: Socket, { fault, body429 }: Blow & { kind: 'fault' }, right: Answer): Promise<void> {
    const answer = (status: number, headers: Answer['headers'], body: string) =>
      write(socket, bytesOf({ status, headers, body }));
    switch (fault) {
      case 'connection reset':
        socket.resetAndDestroy();
        return;
      case 'answer lost':
        return;
      case '429':
        return answer(429, { 'retry-after': '1' }, body429 ?? 'too many requests');
      case '429 by date':
        return answer(429, { 'retry-after': inSeconds(2).toUTCString() }, body429 ?? 'too many requests');
      case '500':
        return answer(500, {}, '{"code":"internal","message":"trouble"}');
      case '503':
        return answer(503, { 'retry-after': '1' }, 'out of order');
      case '503 of a proxy':
        return answer(503, { 'content-type': 'text/html' }, '<!doctype html><title>Out of order</title>');
      case 'redirect':
        return answer(307, { location: `${url}${STRAY_PATH}` }, '');
      case 'HTML':
        return answer(200, { 'content-type': 'text/html; charset=utf-8' }, '<!doctype html><title>Sign in</title>');
      case 'wrong content type':
        await write(socket, bytesOf({ ...right, headers: { ...right.headers, 'content-type': 'text/html' } }));
        answered++;
        return;
      case 'slow drip':
        void drip(socket, bytesOf(right));
        return;
      case 'half an answer': {
        const bytes = bytesOf(right);
        return write(socket, bytes.subarray(0, halfOf(bytes)));
      }
      case '100 MB':
        return writeHuge(socket);
    }
  }
}

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

async function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch {
    return undefined;
  }
}

/** Sends a request on as it came, the host that it was signed for included, and gives back the answer. */
function passOn(upstream: string, { method, url = '/', headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = sendRequest(upstream, { method, path: url, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const own = new Set(['connection', 'transfer-encoding', 'content-length', 'keep-alive']);
        const kept = Object.entries(answer.headers).filter(([name]) => !own.has(name));
        const received = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
        resolve({ status: answer.statusCode ?? 0, headers: received, body: Buffer.concat(chunks) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function bytesOf({ status, headers, body }: Answer): Buffer {
  const content = Buffer.from(body);
  const length = status === 204 ? {} : { 'content-length': String(content.length) };
  const lines = Object.entries({ ...headers, ...length, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head), content]);
}

/** In the middle of the body, or of the head where there is no body. */
function halfOf(answer: Buffer): number {
  const head = answer.indexOf('\r\n\r\n') + '\r\n\r\n'.length;
  return head === answer.length ? head >> 1 : (head + answer.length) >> 1;
}

/** Resolves when the bytes were handed to the system, or the client is gone. */
function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.end(bytes, () => resolve());
  });
}

/** A JSON text whose length is not told, until all of it was handed to the system, or the client is gone. */
async function writeHuge(socket: Socket): Promise<void> {
  const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n';
  const chunk = Buffer.alloc(64 * 1024, 'x');
  socket.write(`${head}{"filling":"`);
  for (let sent = 0; sent < HUGE_BYTES && !socket.destroyed; sent += chunk.length) {
    if (!socket.write(chunk)) await roomIn(socket);
  }
  socket.end('"}');
}

/** Until more can be written, or the client is gone. */
function roomIn(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      socket.off('drain', go).off('close', go);
      resolve();
    };
    socket.on('drain', go).on('close', go);
    if (socket.destroyed) go();
  });
}

async function drip(socket: Socket, bytes: Buffer): Promise<void> {
  for (const byte of bytes) {
    if (socket.destroyed) return;
    socket.write(Buffer.of(byte));
    await setTimeout(DRIP_MILLISECONDS);
  }
  socket.end();
}
