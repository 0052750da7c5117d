import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Milliseconds } from '../request/lifetime.js';
import type { Deadline } from '../lease/ports.js';
import { connect, type Route } from './connection.js';
import { adviceOnDelay, explain, HttpFailure, Objection, type Stage } from './failure.js';
import type { Words } from '../request/words.js';

/** One request, sent once. */
export interface OutgoingRequest {
  readonly route: Route;
  readonly method: string;
  /** The whole path, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Bytes. */
  readonly largestAnswer: number;
  /** `POST https://host/path`, for messages. */
  readonly what: string;
  /** Those of the host, for what it could do. */
  readonly hostWords: Words;
}

export interface Limits {
  /** Until a connection stands, TLS and proxy included. */
  readonly connecting: Milliseconds;
  /** From the first step to the last byte of the answer. */
  readonly whole: Milliseconds;
}

export interface Received {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** From the request to the head of the answer. */
  readonly waited: Milliseconds;
  /** From the head of the answer to its end. */
  readonly read: Milliseconds;
}

type Answer = Omit<Received, 'waited' | 'read'>;

/** What to do when the time for everything was too short. */
export function moreTime(hostWords: Words): string {
  return `Raise ${hostWords.theInput('timeout')}`;
}

/**
 * Sends a request once, over a connection of its own, and reads the whole answer. When it returns or throws, no socket
 * and no timer is left. Connections are not kept: an idle one that the server closes at the wrong moment would lose the
 * answer to a mint.
 *
 * @throws HttpFailure when no whole answer came within the limits and the deadline
 */
export async function exchange(outgoing: OutgoingRequest, limits: Limits, deadline: Deadline): Promise<Received> {
  checkSendable(outgoing);
  const advice = moreTime(outgoing.hostWords);
  if (deadline.remaining() <= 0) {
    throw new HttpFailure(`${outgoing.what}: no time was left to send it. ${advice}`, {
      sent: false,
      lasting: false,
    });
  }
  let stage: Stage = 'connecting';
  const reachedAt = new Map<Stage, Milliseconds>();
  const reached = (next: Stage) => {
    stage = next;
    reachedAt.set(next, performance.now());
  };
  const sockets: Socket[] = [];
  let over = false;
  const opened = (socket: Socket) => {
    sockets.push(socket);
    // A step that was under way when time ran out may still open one.
    if (over) socket.destroy();
  };
  const timeout = startTimeout(limits, deadline, () => stage, advice);
  const work = async () => {
    const socket = await connect(outgoing.route, { reached, opened });
    timeout.connected();
    reached('waiting for the answer');
    const answer = await converse(socket, outgoing, () => reached('reading the answer'));
    const endedAt = performance.now();
    const answeredAt = reachedAt.get('reading the answer') ?? endedAt;
    const sentAt = reachedAt.get('waiting for the answer') ?? answeredAt;
    return { ...answer, waited: answeredAt - sentAt, read: endedAt - answeredAt };
  };
  try {
    return await Promise.race([work(), timeout.passed]);
  } catch (error) {
    throw failureOf(outgoing, stage, error);
  } finally {
    over = true;
    timeout.clear();
    for (const socket of sockets) socket.destroy();
  }
}

function failureOf({ what, route, hostWords }: OutgoingRequest, stage: Stage, error: unknown): HttpFailure {
  const withProxy = stage === 'connecting to the proxy' || stage === 'waiting for the proxy';
  const party = withProxy && route.proxy !== undefined ? `the proxy ${route.proxy.url.host}` : 'the server';
  const { words, advice, lasting } = explain(error, stage, party, hostWords);
  return new HttpFailure(advice === '' ? `${what}: ${words}` : `${what}: ${words}. ${advice}`, {
    sent: stage === 'waiting for the answer' || stage === 'reading the answer',
    lasting,
    ...(error instanceof Objection ? {} : { cause: withoutContent(error) }),
  });
}

/** An error of Node's parser carries the bytes that it choked on, which can hold a token. */
function withoutContent(error: unknown): unknown {
  return error instanceof Error && 'rawPacket' in error ? new Error(error.message) : error;
}

/** Node would refuse these too, but only when the connection stands, and it would repeat the path. */
function checkSendable({ what, path, headers }: OutgoingRequest): void {
  const { validateHeaderName, validateHeaderValue } = process.getBuiltinModule('node:http');
  const refuse = (words: string) => new HttpFailure(`${what}: ${words}`, { sent: false, lasting: true });
  for (const [name, value] of Object.entries(headers)) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      throw refuse(
        `the value for the header ${JSON.stringify(name)} holds a character that no header may have, such as a line break. Check what it is made of, for example the credential`,
      );
    }
  }
  if (!/^\/[!-~]*$/.test(path)) throw refuse('the path holds a character that must be percent-encoded');
}

/** Rejects `passed` when a limit or the deadline, wherever it moves meanwhile, has passed. */
function startTimeout(limits: Limits, deadline: Deadline, stage: () => Stage, onDeadline: string) {
  let fail: (error: Objection) => void = () => undefined;
  const passed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const timeUp = (words: string, advice: string) => new Objection({ words, advice, lasting: false });
  const seconds = (duration: Milliseconds) => `${Number((duration / 1000).toFixed(1))} s`;
  const afterLimit = (duration: Milliseconds) => () => {
    fail(timeUp(`timed out after ${seconds(duration)} while ${stage()}`, adviceOnDelay(stage())));
  };
  const connecting = setTimeout(afterLimit(limits.connecting), limits.connecting);
  const whole = setTimeout(afterLimit(limits.whole), limits.whole);
  const callOff = deadline.onPassed(() => {
    fail(timeUp(`the time for everything ended while ${stage()}`, onDeadline));
  });
  return {
    passed,
    connected: () => {
      clearTimeout(connecting);
    },
    clear: () => {
      clearTimeout(connecting);
      clearTimeout(whole);
      callOff();
    },
  };
}

function converse(socket: Socket, outgoing: OutgoingRequest, answered: () => void): Promise<Answer> {
  const { request } = process.getBuiltinModule('node:http');
  const { method, path, headers, body, largestAnswer } = outgoing;
  const sending = request({ createConnection: () => socket, method, path, headers });
  const failed = new Promise<never>((_, reject) => {
    sending.on('error', reject);
  });
  const response = new Promise<IncomingMessage>((resolve) => {
    sending.once('response', resolve);
  });
  const received = response.then(async (answer) => {
    answered();
    const content = await readBody(answer, largestAnswer);
    return { status: answer.statusCode ?? 0, headers: flatten(answer), body: content };
  });
  sending.end(body);
  return Promise.race([received, failed]);
}

async function readBody(answer: IncomingMessage, largest: number): Promise<Buffer> {
  const tooLarge = () =>
    new Objection({
      words: `the answer is larger than ${largest} bytes and was not read to its end`,
      advice: 'Check that the URL is that of the issuer',
      lasting: true,
    });
  if (Number(answer.headers['content-length'] ?? 0) > largest) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a stream without an encoding gives buffers');
    size += chunk.length;
    if (size > largest) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function flatten({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
