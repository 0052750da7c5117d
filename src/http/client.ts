import type { Milliseconds } from '../request/lifetime.js';
import { notice, warning } from '../lease/notice.js';
import { SHORTEST_TRY, throwIfStopped, type Deadline, type RequestPorts } from '../lease/ports.js';
import { createTurn } from '../lease/turn.js';
import { readAnswerJson } from './answer-json.js';
import type { Route } from './connection.js';
import { exchange, moreTime, type Limits, type Received } from './exchange.js';
import { HttpFailure } from './failure.js';
import { proxyFor } from './proxy.js';
import {
  backoff,
  inSeconds,
  isTransient,
  mayRepeat,
  pause,
  readRetryAfter,
  wordsOfTries,
  type Outcome,
  type Repeat,
} from './retry.js';
import { isLoopback } from './server-address.js';
import { aheadByDate } from './server-clock.js';
import type { Words } from '../request/words.js';
import { USER_AGENT } from '../version.js';

/** One endpoint, spoken to in JSON, by the retry policy and the limits of this module. */
export interface HttpClient {
  /**
   * Sends a request, as long as there is time for it as often as it may be repeated, and returns the last answer of the
   * server, whatever its status.
   *
   * @throws HttpFailure when no whole answer came: `sent` tells whether the server may have acted on the request
   * @throws Stopped when a stop was requested before the request was sent, or before it was sent again
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** How far the server's clock is ahead of ours, by the last answer that told; undefined until one did. */
  readonly serverAhead: () => Milliseconds | undefined;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the endpoint and its path prefix, beginning with a slash; percent-encoded, with the query. */
  readonly path: string;
  /** Made anew for each try: a signature holds the time. Names in lower case. */
  readonly headers: () => Readonly<Record<string, string>>;
  /** The body as it is sent; its content type stands in the headers. A function makes it anew for each try: it may hold the time. */
  readonly body?: string | (() => string);
  readonly repeat: Repeat;
  /**
   * Whether an answer that may come out better next time will do, after so long: for what is good to know and must not take
   * the time of the rest. None will unless given.
   */
  readonly willDo?: (answer: HttpAnswer, triedFor: Milliseconds) => boolean;
  /** Bytes that the answer may have; 10,000,000 when not given. */
  readonly largestAnswer?: number;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body as JSON, undefined when it is none, whatever the content type says. */
  readonly json: unknown;
  /** How far the server's clock is ahead of ours; undefined when the answer does not tell. */
  readonly serverAhead?: Milliseconds | undefined;
  /**
   * `POST http://127.0.0.1:8086/api/v2/authorizations answered 401 Unauthorized`, for messages, with how often and how long
   * it was tried if that was more than once; no query, no secret.
   */
  readonly what: string;
}

export interface ClientOptions {
  /** The base URL without a trailing slash; its path is put before that of each request. */
  readonly endpoint: string;
  readonly ports: RequestPorts;
  /**
   * When to come back by the issuer's own header, in milliseconds since 1970 by the server's clock; undefined when the answer
   * does not say.
   */
  readonly retryAt?: (headers: HttpAnswer['headers']) => Milliseconds | undefined;
  /** Whether the issuer may have acted on a request that it answers 429; never unless given, as the standard has it. */
  readonly mayHaveActed?: (answer: HttpAnswer) => boolean;
}

const LIMITS: Limits = { connecting: 10_000, whole: 30_000 };
const LARGEST_ANSWER = 10_000_000;
/** A user who waits longer than that is told why. */
const SILENT: Milliseconds = 3_000;

/**
 * A client for one endpoint. Follows no redirect, checks every certificate, and takes the way that the network of the
 * ports says.
 *
 * @throws Error when a variable names no proxy that could be used
 */
export function createClient({ endpoint, ports, retryAt, mayHaveActed = () => false }: ClientOptions): HttpClient {
  const server = new URL(endpoint);
  const { network } = ports;
  const route: Route = { server, proxy: proxyFor(server, network), network };
  let warned = false;
  let serverAhead: Milliseconds | undefined;

  return { send, serverAhead: () => serverAhead };

  async function send(request: HttpRequest): Promise<HttpAnswer> {
    warnOfClearText();
    const begunAt = ports.clock.now();
    const triedFor = () => ports.clock.now() - begunAt;
    const tries = (count: number) => wordsOfTries(count, triedFor());
    const willDo = (outcome: ClientOutcome) =>
      outcome.kind === 'answered' && request.willDo?.(outcome.answer, triedFor()) === true;
    let sent = false;
    let told = false;
    for (let count = 1; ; count++) {
      throwIfStopped(ports.stop);
      const outcome = await attempt(request);
      noteClock(outcome);
      // What the server may have done at an earlier try counts, however the last one ended.
      const acted = mayHaveDoneIt(outcome);
      sent ||= acted;
      if (!mayRepeat(request.repeat, outcome, acted) || willDo(outcome)) return result(outcome, tries(count), sent);

      const left = ports.deadline.remaining();
      const asked = askedWait(outcome);
      if (asked >= left && asked > 0) throw waitTooLong(wordsOf(outcome, tries(count)), asked, left, sent, ports.words);
      if (left <= SHORTEST_TRY) return result(outcome, tries(count), sent);
      const wait = Math.max(asked, Math.min(backoff(count), left - SHORTEST_TRY));
      if (!told && triedFor() + wait >= SILENT) {
        told = true;
        ports.notify(notice(`${wordsOf(outcome, '')}. It is tried again for up to ${inSeconds(left)}.`));
      }
      await pause(wait, ports);
    }
  }

  /** What stands in front of a server that is away tells its own time. */
  function noteClock(outcome: ClientOutcome): void {
    if (outcome.kind === 'answered' && !isTransient(outcome.answer.status)) {
      serverAhead = outcome.answer.serverAhead ?? serverAhead;
    }
  }

  function mayHaveDoneIt(outcome: ClientOutcome): boolean {
    switch (outcome.kind) {
      case 'answered':
        return outcome.answer.status !== 429 || mayHaveActed(outcome.answer);
      case 'failed':
        return outcome.failure.sent;
    }
  }

  function warnOfClearText(): void {
    if (warned || server.protocol !== 'http:' || isLoopback(server)) return;
    warned = true;
    ports.notify(
      warning(`The credential travels in clear text to ${server.origin}: anyone on the way can read it. Use https.`),
    );
  }

  async function attempt(request: HttpRequest): Promise<ClientOutcome> {
    const path = `${server.pathname.replace(/\/$/, '')}${request.path}`;
    const what = `${request.method} ${server.origin}${path.replace(/[?#].*$/s, '')}`;
    const headers = {
      host: server.host,
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': USER_AGENT,
      ...request.headers(),
    };
    try {
      const received = await exchange(
        {
          route,
          method: request.method,
          path,
          headers,
          body: typeof request.body === 'function' ? request.body() : request.body,
          largestAnswer: request.largestAnswer ?? LARGEST_ANSWER,
          what,
          hostWords: ports.words,
        },
        LIMITS,
        ports.deadline,
      );
      // Before the answer is looked at, which may take long.
      const answeredAt = ports.clock.now() - received.read;
      const serverAhead = aheadByDate(received.headers, { sentAt: answeredAt - received.waited, answeredAt });
      const answer = await answerOf(received, what, server.origin, ports.deadline, ports.words);
      return { kind: 'answered', answer: { ...answer, serverAhead } };
    } catch (error) {
      if (error instanceof HttpFailure) return { kind: 'failed', failure: error };
      throw error;
    }
  }

  /** How long the server asks to wait; 0 when it does not, or the time it names is past. */
  function askedWait(outcome: ClientOutcome): Milliseconds {
    if (outcome.kind === 'failed') return 0;
    const { headers, serverAhead = 0 } = outcome.answer;
    const now = ports.clock.now() + serverAhead;
    const own = retryAt?.(headers) ?? now;
    return Math.max(0, readRetryAfter(headers['retry-after'], now) ?? 0, own - now);
  }
}

type ClientOutcome = Outcome<HttpAnswer>;

/** What is left when nothing is tried again. */
function result(outcome: ClientOutcome, tries: string, sent: boolean): HttpAnswer {
  switch (outcome.kind) {
    case 'answered':
      return { ...outcome.answer, what: wordsOf(outcome, tries) };
    case 'failed': {
      const { lasting, cause } = outcome.failure;
      throw new HttpFailure(wordsOf(outcome, tries), { sent, lasting, cause });
    }
  }
}

/** @param tries `14 times in 58 s`; empty when there is nothing to say of them */
function wordsOf(outcome: ClientOutcome, tries: string): string {
  switch (outcome.kind) {
    case 'answered':
      return tries === '' ? outcome.answer.what : `${outcome.answer.what} (tried ${tries})`;
    case 'failed':
      return tries === '' ? outcome.failure.message : `${outcome.failure.message}. Tried ${tries}`;
  }
}

function waitTooLong(
  what: string,
  asked: Milliseconds,
  left: Milliseconds,
  sent: boolean,
  hostWords: Words,
): HttpFailure {
  return new HttpFailure(
    `${what} and asks to wait ${inSeconds(asked)}, but only ${inSeconds(left)} are left. Run it again later, or give it more time with ${hostWords.theInput('timeout')}`,
    { sent, lasting: false },
  );
}

async function answerOf(
  { status, headers, body }: Received,
  what: string,
  origin: string,
  deadline: Deadline,
  hostWords: Words,
): Promise<HttpAnswer> {
  const words =
    `${what} answered ${status} ${process.getBuiltinModule('node:http').STATUS_CODES[status] ?? ''}`.trimEnd() +
    redirectOf(status, headers['location'], origin);
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity') {
    // The name of the encoding is the server's text: it is not repeated.
    const unread = `${words} with a compressed body, which was not asked for and is not read`;
    return { status, headers, text: '', json: undefined, what: unread };
  }
  const text = body.toString('utf8');
  const turn = createTurn(
    deadline,
    () =>
      new HttpFailure(`${words}, and the time for everything ended before it was read. ${moreTime(hostWords)}`, {
        sent: true,
        lasting: false,
      }),
  );
  const json = await readAnswerJson(text, turn);
  switch (json.kind) {
    case 'value':
      return { status, headers, text, json: json.value, what: words };
    case 'none':
      return { status, headers, text, json: undefined, what: `${words}${hintOf(status, text)}` };
    case 'repeated key':
      return { status, headers, text, json: undefined, what: `${words} with a key that stands twice in its JSON` };
  }
}

/** What the servers of Go say, without a content type, to plain HTTP where they speak HTTPS (net/http, server.go). */
function hintOf(status: number, text: string): string {
  return status === 400 && text.slice(0, 100).trim() === 'Client sent an HTTP request to an HTTPS server.'
    ? ', since this port speaks HTTPS: write https:// in the URL'
    : '';
}

/** As long as the name of a host may be. */
const LONGEST_HOST = 253;

/**
 * Where a redirect leads, which tells a wrong scheme, a proxy's log-in page and a moved host from each other: its scheme and host,
 * and nothing else of what the server wrote.
 */
function redirectOf(status: number, location: string | undefined, origin: string): string {
  if (status < 300 || status > 399 || location === undefined || !URL.canParse(location, origin)) return '';
  const { protocol, host } = new URL(location, origin);
  if (!/^https?:$/.test(protocol) || host.length > LONGEST_HOST) return '';
  return ` (to ${protocol}//${host}, not followed)`;
}
