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

/** What went wrong on the way, in words that follow `POST https://host/path: `. */
export interface Trouble {
  readonly words: string;
  readonly lasting: boolean;
}

/** Something this client itself objects to, as opposed to an error of Node. */
export class Objection extends Error {
  readonly lasting: boolean;
  constructor(message: string, lasting: boolean) {
    super(message);
    this.lasting = lasting;
  }
}

/** How far an exchange has come; from `waiting` on the server may have acted. */
export type Stage =
  'connecting to the proxy' | 'waiting for the proxy' | 'connecting' | 'waiting for the answer' | 'reading the answer';

/** Turns what Node says about a connection into plain words. Only the code of an error is repeated, never its own text. */
export function explain(error: unknown, stage: Stage, party: string): Trouble {
  if (error instanceof Objection) return { words: error.message, lasting: error.lasting };
  const code = codeOf(error);
  const known = explainCode(code, stage, party);
  if (known !== undefined) return { words: `${known.words} (${code})`, lasting: known.lasting };
  if (code.startsWith('HPE_')) {
    return {
      words: `${party} answered something that is not HTTP (${code}). Check the URL and its port`,
      lasting: false,
    };
  }
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') {
    return {
      words: `TLS with ${party} could not be established (${code}). Check that its port speaks HTTPS, not plain HTTP, and that nothing on the way intercepts it`,
      lasting: false,
    };
  }
  return { words: `the connection to ${party} failed while ${stage} (${code || 'no error code'})`, lasting: false };
}

function explainCode(code: string, stage: Stage, party: string): Trouble | undefined {
  switch (code) {
    case 'ENOTFOUND':
      return {
        words: `the name of ${party} could not be resolved. Check its spelling and the DNS of this machine`,
        lasting: false,
      };
    case 'EAI_AGAIN':
      return { words: `the name of ${party} could not be resolved for now: DNS did not answer`, lasting: false };
    case 'ECONNREFUSED':
      return {
        words: `${party} refused the connection. Check that it runs, and the host and port of the URL`,
        lasting: false,
      };
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return {
        words: `${party} cannot be reached from this machine. Check the network, and whether a proxy is needed`,
        lasting: false,
      };
    case 'ETIMEDOUT':
      return { words: `${party} did not respond while ${stage}`, lasting: false };
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ECONNABORTED':
      return {
        words:
          stage === 'reading the answer'
            ? `the answer was cut short: ${party} closed the connection before its end`
            : `${party} closed the connection while ${stage}`,
        lasting: false,
      };
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return { words: `the certificate of ${party} is for another host name. Check the URL`, lasting: true };
    case 'CERT_HAS_EXPIRED':
      return { words: `the certificate of ${party} has expired. It must be renewed`, lasting: true };
    case 'CERT_NOT_YET_VALID':
      return { words: `the certificate of ${party} is not valid yet. Check the clock of this machine`, lasting: true };
    default:
      return CERTIFICATE_CODES.has(code)
        ? {
            words: `the certificate of ${party} is not trusted. If a private authority issued it, set NODE_EXTRA_CA_CERTS to the path of the authority's certificate (PEM) in the env of the job; certificates are always checked`,
            lasting: true,
          }
        : undefined;
  }
}

/** What OpenSSL says of a chain it does not trust, by the names in Node's src/crypto/crypto_common.cc (X509_V_ERR_…). */
const CERTIFICATE_CODES: ReadonlySet<string> = new Set([
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

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return '';
}
