import type { Milliseconds } from '../request/lifetime.js';
import { warning } from '../lease/notice.js';
import { throwIfStopped, type Ports } from '../lease/ports.js';
import { isLoopback } from './connection.js';
import { exchange, type Limits, type Received } from './exchange.js';
import { HttpFailure } from './failure.js';
import { proxyFor } from './proxy.js';
import { repeatsKey } from './repeated-keys.js';
import { backoff, mayRepeat, MOST_TRIES, readRetryAfter } from './retry.js';

/** One endpoint, spoken to in JSON, by the retry policy and the limits of this module. */
export interface HttpClient {
  /**
   * Sends a request and returns the answer of the server, whatever its status, once nothing is left to retry.
   *
   * @throws HttpFailure when no whole answer came: `sent` tells whether the server may have acted on the request
   * @throws Stopped when a stop was requested before the request was sent, or before it was sent again
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the endpoint and its path prefix, beginning with a slash; percent-encoded, with the query. */
  readonly path: string;
  /** Made anew for each try: a signature holds the time. Names in lower case. */
  readonly headers: () => Readonly<Record<string, string>>;
  /** The body as it is sent; its content type stands in the headers. */
  readonly body?: string;
  /**
   * `safe`: may be repeated whatever happened (reads, deletes, full replacements). `mints`: only when the server surely
   * did nothing: connection refused, name not resolved, TLS not established, or 429.
   */
  readonly repeat: 'safe' | 'mints';
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
  /** `POST http://127.0.0.1:8086/api/v2/authorizations answered 401 Unauthorized`, for messages; no query, no secret. */
  readonly what: string;
}

export interface ClientOptions {
  /** The base URL without a trailing slash; its path is put before that of each request. */
  readonly endpoint: string;
  readonly ports: Ports;
  /** When to come back by the issuer's own header, in milliseconds since 1970; undefined when the answer does not say. */
  readonly retryAt?: (headers: HttpAnswer['headers']) => Milliseconds | undefined;
  /** Whether the issuer may have acted on a request that it answers 429; never unless given, as the standard has it. */
  readonly mayHaveActed?: (answer: HttpAnswer) => boolean;
}

const LIMITS: Limits = { connecting: 10_000, whole: 30_000 };
const LARGEST_ANSWER = 10_000_000;

/**
 * A client for one endpoint. Follows no redirect, checks every certificate, and goes through the proxy that the usual
 * variables name (`https_proxy`, `http_proxy`, `no_proxy`) when it is created.
 *
 * @throws Error when a variable names no proxy that could be used
 */
export function createClient({ endpoint, ports, retryAt, mayHaveActed = () => false }: ClientOptions): HttpClient {
  const server = new URL(endpoint);
  const proxy = proxyFor(server);
  let warned = false;

  return { send };

  async function send(request: HttpRequest): Promise<HttpAnswer> {
    warnOfClearText();
    let sent = false;
    for (let tries = 1; ; tries++) {
      throwIfStopped(ports.stop);
      const outcome = await attempt(request);
      // What the server may have done at an earlier try counts, however the last one ended.
      const acted = 'status' in outcome ? outcome.status !== 429 || mayHaveActed(outcome) : outcome.sent;
      sent ||= acted;
      const left = ports.deadline.remaining();
      const asked = 'status' in outcome ? askedWait(outcome) : undefined;
      const wait = Math.max(backoff(tries), asked ?? 0);
      const again = tries < MOST_TRIES && mayRepeat(request, outcome, acted);
      if (again && wait < left) {
        await ports.clock.sleep(wait, ports.stop);
      } else if (again && 'status' in outcome && asked !== undefined && asked >= left) {
        throw waitTooLong(outcome, asked, left, sent);
      } else {
        return finish(outcome, tries, sent);
      }
    }
  }

  function warnOfClearText(): void {
    if (warned || server.protocol !== 'http:' || isLoopback(server)) return;
    warned = true;
    ports.notify(
      warning(`The credential travels in clear text to ${server.origin}: anyone on the way can read it. Use https.`),
    );
  }

  async function attempt(request: HttpRequest): Promise<HttpAnswer | HttpFailure> {
    const path = `${server.pathname.replace(/\/$/, '')}${request.path}`;
    const what = `${request.method} ${server.origin}${path.replace(/[?#].*$/s, '')}`;
    const headers = {
      host: server.host,
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'mint-token',
      ...request.headers(),
    };
    try {
      const received = await exchange(
        {
          route: { server, proxy },
          method: request.method,
          path,
          headers,
          body: request.body,
          largestAnswer: request.largestAnswer ?? LARGEST_ANSWER,
          what,
        },
        LIMITS,
        ports.deadline,
      );
      return answerOf(received, what);
    } catch (error) {
      if (error instanceof HttpFailure) return error;
      throw error;
    }
  }

  function askedWait({ headers }: HttpAnswer): Milliseconds | undefined {
    const now = ports.clock.now();
    const own = retryAt?.(headers);
    const waits = [readRetryAfter(headers['retry-after'], now), own === undefined ? undefined : own - now];
    const known = waits.filter((wait) => wait !== undefined);
    return known.length === 0 ? undefined : Math.max(...known);
  }
}

function finish(outcome: HttpAnswer | HttpFailure, tries: number, sent: boolean): HttpAnswer {
  if ('status' in outcome) return outcome;
  if (tries === 1) throw outcome;
  const { message, lasting, cause } = outcome;
  throw new HttpFailure(`${message}. Tried ${tries} times`, { sent, lasting, cause });
}

function waitTooLong({ what }: HttpAnswer, asked: Milliseconds, left: Milliseconds, sent: boolean): HttpFailure {
  const seconds = (duration: Milliseconds) => `${Math.max(0, Math.ceil(duration / 1000))} s`;
  return new HttpFailure(
    `${what} and asks to wait ${seconds(asked)}, but only ${seconds(left)} are left. Run it again later, or give it more time with the input timeout`,
    { sent, lasting: false },
  );
}

function answerOf({ status, headers, body }: Received, what: string): HttpAnswer {
  const words =
    `${what} answered ${status} ${process.getBuiltinModule('node:http').STATUS_CODES[status] ?? ''}`.trimEnd();
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity') {
    // The name of the encoding is the server's text: it is not repeated.
    const unread = `${words} with a compressed body, which was not asked for and is not read`;
    return { status, headers, text: '', json: undefined, what: unread };
  }
  const text = body.toString('utf8');
  const json = readJson(text);
  if (json !== undefined && repeatsKey(text)) {
    return { status, headers, text, json: undefined, what: `${words} with a key that stands twice in its JSON` };
  }
  return { status, headers, text, json, what: words };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
