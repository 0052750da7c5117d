import type { Words } from '../request/words.js';

/** No whole answer came. The message is complete: what was sent where, what happened, and what to do next. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  /** The server may have acted on the request. */
  readonly sent: boolean;
  /** Trying again would end the same way: a certificate that is not trusted, a header that cannot be sent. */
  readonly lasting: boolean;

  constructor(
    message: string,
    details: { readonly sent: boolean; readonly lasting: boolean; readonly cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.sent = details.sent;
    this.lasting = details.lasting;
  }
}

/** What went wrong on the way: it follows `POST https://host/path: `. */
export interface Trouble {
  readonly words: string;
  /** What to do next; empty when there is nothing to say. */
  readonly advice: string;
  readonly lasting: boolean;
}

/** Something this client itself objects to, as opposed to an error of Node. */
export class Objection extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.words);
    this.trouble = trouble;
  }
}

/** How far an exchange has come; from `waiting for the answer` on the server may have acted. */
export type Stage =
  'connecting to the proxy' | 'waiting for the proxy' | 'connecting' | 'waiting for the answer' | 'reading the answer';

/**
 * Turns what Node says about a connection into plain words. Of an error only its code is repeated, never its own text.
 *
 * @param party who is at the other end: `the server` or `the proxy host:port`
 */
export function explain(error: unknown, stage: Stage, party: string, hostWords: Words): Trouble {
  if (error instanceof Objection) return error.trouble;
  const code = codeOf(error);
  const [words, advice] = wordsOf(code, stage, party, hostWords);
  const lasting = CERTIFICATE_CODES.has(code) || LASTING_TLS_CODES.has(code);
  return { words: `${words} (${code === '' ? 'without a code' : code})`, advice, lasting };
}

function wordsOf(
  code: string,
  stage: Stage,
  party: string,
  hostWords: Words,
): readonly [words: string, advice: string] {
  switch (code) {
    case 'ENOTFOUND':
      return [`the name of ${party} could not be resolved`, 'Check its spelling, and the DNS of this machine'];
    case 'EAI_AGAIN':
      return [`the name of ${party} could not be resolved`, 'DNS did not answer; check the network of this machine'];
    case 'ECONNREFUSED':
      return [`${party} refused the connection`, 'Check that it runs, and the host and port'];
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return [`${party} cannot be reached from this machine`, 'Check the network, and whether a proxy is needed'];
    case 'ETIMEDOUT':
      return [`${party} did not respond while ${stage}`, adviceOnDelay(stage)];
    case 'ECONNRESET':
    case 'EPIPE':
      return stage === 'reading the answer'
        ? [`the answer was cut short: ${party} closed the connection before its end`, '']
        : [`${party} closed the connection while ${stage}`, ''];
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return [`the certificate of ${party} is for another host name`, 'Check the host'];
    case 'CERT_HAS_EXPIRED':
      return [`the certificate of ${party} has expired`, 'It must be renewed, or the clock of this machine is wrong'];
    case 'CERT_NOT_YET_VALID':
      return [`the certificate of ${party} is not valid yet`, 'Check the clock of this machine'];
    case 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED':
      return [
        `${party} wants a certificate of the client (mutual TLS)`,
        'mint-token has none to show; reach the server at an address that asks for none',
      ];
    // The names of OpenSSL 3.4 and of those before it.
    case 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE':
    case 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE':
      return [
        `${party} refused the TLS handshake`,
        'It may want a certificate of the client, and mint-token has none to show, or ciphers that this Node does not know',
      ];
    case 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION':
    case 'ERR_SSL_UNSUPPORTED_PROTOCOL':
      return [`${party} speaks no version of TLS that this Node accepts`, 'It needs TLS 1.2 or later'];
    case 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL':
      return [`${party} does not speak HTTP/1.1`, 'It may speak HTTP/2 alone; let it speak HTTP/1.1 too'];
  }
  if (CERTIFICATE_CODES.has(code)) {
    return [
      `the certificate of ${party} is not trusted`,
      `If a private authority issued it, set NODE_EXTRA_CA_CERTS in ${hostWords.environment} to the path of its certificate (PEM). Certificates are always checked`,
    ];
  }
  if (NO_TLS_CODES.has(code)) {
    return [`TLS with ${party} could not be established`, 'Check that this port speaks HTTPS and not plain HTTP'];
  }
  if (code.startsWith('ERR_SSL_')) {
    return [`TLS with ${party} could not be established`, `See the TLS settings of ${party}`];
  }
  if (code.startsWith('HPE_')) {
    return [
      `${party} answered with something that is not HTTP`,
      'Check the host and port, and whether the URL begins with http:// where the port speaks HTTPS',
    ];
  }
  return [`the connection to ${party} failed while ${stage}`, ''];
}

/** What to do when nothing comes. */
export function adviceOnDelay(stage: Stage): string {
  return stage === 'waiting for the answer' || stage === 'reading the answer'
    ? 'See whether the server is overloaded or down'
    : 'Check the network, and whether a proxy is needed';
}

/** Codes of certificates that are refused: Node's own, and those of OpenSSL by the names in Node's src/crypto/crypto_common.cc (X509_V_ERR_…). */
const CERTIFICATE_CODES: ReadonlySet<string> = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_CHAIN_TOO_LONG',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNSPECIFIED',
]);

/** What OpenSSL says of bytes that are no TLS. */
const NO_TLS_CODES: ReadonlySet<string> = new Set([
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ERR_SSL_RECORD_LAYER_FAILURE',
]);

/** What the other end wants of TLS, and this one does not have. */
const LASTING_TLS_CODES: ReadonlySet<string> = new Set([
  'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_UNSUPPORTED_PROTOCOL',
  'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL',
]);

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return '';
}
