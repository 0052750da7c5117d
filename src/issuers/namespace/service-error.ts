import type { HttpAnswer } from '../../http/client.js';
import { serverWords } from '../../http/server-words.js';
import { enumerate, shorten } from '../../request/shown-text.js';
import { fieldsOf } from '../json-fields.js';

/** The codes of gRPC by their numbers, in the spelling of the Connect protocol (connectrpc.com/docs/protocol, "Error codes"). */
const CODES = [
  'ok',
  'canceled',
  'unknown',
  'invalid_argument',
  'deadline_exceeded',
  'not_found',
  'already_exists',
  'permission_denied',
  'resource_exhausted',
  'failed_precondition',
  'aborted',
  'out_of_range',
  'unimplemented',
  'internal',
  'unavailable',
  'data_loss',
  'unauthenticated',
] as const;

export type ServiceErrorCode = (typeof CODES)[number];

/** An error in Namespace's own words, as opposed to one of a proxy on the way. */
export interface ServiceError {
  readonly code: ServiceErrorCode;
  /** What the server says: its message, the permissions that it misses, and its id of the request, in one line. */
  readonly words: string;
  /** The permissions that the caller misses, by the server's own word: `token/revokable: create`. */
  readonly missing: readonly string[];
}

/**
 * Reads the body of an error: `{"code": "permission_denied", "message": "...", "details": [...]}` of the Connect protocol,
 * or a google.rpc.Status with the code as a number, as the older services below `nsl.` send it. Undefined for anything else.
 */
export function readServiceError(answer: HttpAnswer): ServiceError | undefined {
  const { json } = answer;
  if (answer.status < 400 || typeof json !== 'object' || json === null || !('code' in json)) return undefined;
  const code = typeof json.code === 'number' ? CODES[json.code] : CODES.find((name) => name === json.code);
  if (code === undefined || code === 'ok') return undefined;
  const message = serverWords(answer, messageOf);
  const { missing, requestId } = readDetails('details' in json ? json.details : undefined);
  const words = [
    message === undefined ? code : `${code}: ${message}`,
    ...(missing.length === 0 ? [] : [`missing permission ${enumerate(missing)}`]),
    ...(requestId === undefined ? [] : [`request id ${shorten(requestId, LONGEST_REQUEST_ID)}`]),
  ];
  return { code, words: words.join('; '), missing };
}

/** What the server said about an answer that is no answer of the service, behind a colon; empty when it said nothing. */
export function unknownWords(answer: HttpAnswer): string {
  const words = readServiceError(answer)?.words ?? messageOfHeader(answer) ?? serverWords(answer, messageOf);
  return words === undefined ? '' : `: ${words}`;
}

/** What a service of gRPC says when the error is not in the body (github.com/grpc/grpc, doc/PROTOCOL-HTTP2.md, "Responses"). */
function messageOfHeader({ headers }: HttpAnswer): string | undefined {
  const message = headers['grpc-message'];
  if (message === undefined || message.length > 1_000) return undefined;
  try {
    return decodeURIComponent(message);
  } catch {
    return message;
  }
}

function messageOf(json: unknown): unknown {
  return fieldsOf(json)?.['message'];
}

/**
 * The codes that a server gives before it does anything. The others tell nothing about what was done: `canceled` and
 * `deadline_exceeded` least of all.
 */
const REFUSALS: ReadonlySet<ServiceErrorCode> = new Set<ServiceErrorCode>([
  'invalid_argument',
  'unauthenticated',
  'permission_denied',
  'not_found',
  'already_exists',
  'failed_precondition',
  'unimplemented',
  'out_of_range',
]);

/** Whether the service surely did nothing. */
export function isRefusal({ status }: HttpAnswer, error: ServiceError): boolean {
  return status >= 400 && status < 500 && REFUSALS.has(error.code);
}

/** A service adds one or two to an error. */
const MOST_DETAILS = 100;
const LONGEST_REQUEST_ID = 200;

/** The details that `nsc` shows (github.com/namespacelabs/foundation, cmd/nsc/main.go); others are passed over. */
function readDetails(details: unknown): {
  readonly missing: readonly string[];
  readonly requestId: string | undefined;
} {
  const missing: string[] = [];
  let requestId: string | undefined;
  const some: readonly unknown[] = Array.isArray(details) ? details.slice(0, MOST_DETAILS) : [];
  for (const detail of some) {
    const { type, value } = fieldsOf(detail) ?? {};
    if (typeof type !== 'string' || typeof value !== 'string') continue;
    const message = Buffer.from(value, 'base64');
    switch (type.slice(type.lastIndexOf('/') + 1)) {
      case 'namespace.cloud.iam.v1beta.PermissionDeniedError':
        for (const access of readField(message, 1)) {
          const [resourceType, resourceId, action] = [1, 2, 3].map((number) =>
            readField(access, number)[0]?.toString('utf8'),
          );
          if (!resourceType || !action) continue;
          const where = !resourceId || resourceId === '*' ? '' : ` on ${resourceId}`;
          missing.push(`${resourceType}: ${action}${where}`);
        }
        break;
      case 'foundation.std.protocol.RequestID':
        requestId = readField(message, 1)[0]?.toString('utf8');
        break;
    }
  }
  return { missing, requestId };
}

/**
 * All values of a field that holds texts or messages, from protobuf's binary form (protobuf.dev/programming-guides/encoding).
 * A detail that cannot be read to its end yields what stood before: it only adds to a message.
 */
function readField(message: Buffer, wanted: number): readonly Buffer[] {
  const values: Buffer[] = [];
  let index = 0;
  while (index < message.length) {
    const tag = readNumber();
    const wireType = tag & 7;
    if (wireType === 2) {
      const length = readNumber();
      if (index + length > message.length) break;
      if (tag >>> 3 === wanted) values.push(message.subarray(index, index + length));
      index += length;
    } else if (wireType === 0) readNumber();
    else if (wireType === 1) index += 8;
    else if (wireType === 5) index += 4;
    else break;
  }
  return values;

  function readNumber(): number {
    let number = 0;
    for (let shift = 0; index < message.length; shift += 7) {
      const byte = message[index++] ?? 0;
      number += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return number;
  }
}
