import { describe, expect, test } from 'vitest';
import { explain, Objection } from '../../../src/http/failure.js';
import { runnerWords } from '../../../src/runner/words.js';

const withCode = (code: unknown) => Object.assign(new Error('words of Node that are not repeated'), { code });

const NETWORK = 'Check the network, and whether a proxy is needed';
const TLS = 'Check that this port speaks HTTPS and not plain HTTP';
const AUTHORITY =
  'If a private authority issued it, set NODE_EXTRA_CA_CERTS in the env of the job to the path of its certificate (PEM). Certificates are always checked';

describe('what went wrong with a connection is said in plain words, with what to do next', () => {
  test.each([
    ['ENOTFOUND', 'the name of the server could not be resolved', 'Check its spelling, and the DNS of this machine'],
    [
      'EAI_AGAIN',
      'the name of the server could not be resolved',
      'DNS did not answer; check the network of this machine',
    ],
    ['ECONNREFUSED', 'the server refused the connection', 'Check that it runs, and the host and port'],
    ['EHOSTUNREACH', 'the server cannot be reached from this machine', NETWORK],
    ['ENETUNREACH', 'the server cannot be reached from this machine', NETWORK],
    ['ETIMEDOUT', 'the server did not respond while connecting', NETWORK],
    ['ECONNRESET', 'the server closed the connection while connecting', ''],
    ['EPIPE', 'the server closed the connection while connecting', ''],
    ['EPROTO', 'TLS with the server could not be established', TLS],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'TLS with the server could not be established', TLS],
    [
      'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
      'the server refused the TLS handshake',
      'It may want a certificate of the client, and mint-token has none to show, or ciphers that this Node does not know',
    ],
    ['ERR_SSL_BAD_SIGNATURE', 'TLS with the server could not be established', 'See the TLS settings of the server'],
    [
      'HPE_INVALID_CONSTANT',
      'the server answered with something that is not HTTP',
      'Check the host and port, and whether the URL begins with http:// where the port speaks HTTPS',
    ],
    ['EMFILE', 'the connection to the server failed while connecting', ''],
  ])('%s, which may be over at the next try', (code, words, advice) => {
    expect(explain(withCode(code), 'connecting', 'the server', runnerWords)).toEqual({
      words: `${words} (${code})`,
      advice,
      lasting: false,
    });
  });

  test.each([
    [
      'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
      'the server wants a certificate of the client (mutual TLS)',
      'mint-token has none to show; reach the server at an address that asks for none',
    ],
    [
      'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
      'the server speaks no version of TLS that this Node accepts',
      'It needs TLS 1.2 or later',
    ],
    [
      'ERR_SSL_UNSUPPORTED_PROTOCOL',
      'the server speaks no version of TLS that this Node accepts',
      'It needs TLS 1.2 or later',
    ],
    [
      'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL',
      'the server does not speak HTTP/1.1',
      'It may speak HTTP/2 alone; let it speak HTTP/1.1 too',
    ],
  ])('%s, TLS that the other end will not have, which no further try would change', (code, words, advice) => {
    expect(explain(withCode(code), 'connecting', 'the server', runnerWords)).toEqual({
      words: `${words} (${code})`,
      advice,
      lasting: true,
    });
  });

  test.each([
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'is for another host name', 'Check the host'],
    ['CERT_HAS_EXPIRED', 'has expired', 'It must be renewed, or the clock of this machine is wrong'],
    ['CERT_NOT_YET_VALID', 'is not valid yet', 'Check the clock of this machine'],
    ['CERT_CHAIN_TOO_LONG', 'is not trusted', AUTHORITY],
    ['CERT_REJECTED', 'is not trusted', AUTHORITY],
    ['CERT_REVOKED', 'is not trusted', AUTHORITY],
    ['CERT_SIGNATURE_FAILURE', 'is not trusted', AUTHORITY],
    ['CERT_UNTRUSTED', 'is not trusted', AUTHORITY],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'is not trusted', AUTHORITY],
    ['INVALID_CA', 'is not trusted', AUTHORITY],
    ['INVALID_PURPOSE', 'is not trusted', AUTHORITY],
    ['PATH_LENGTH_EXCEEDED', 'is not trusted', AUTHORITY],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'is not trusted', AUTHORITY],
    ['UNABLE_TO_GET_ISSUER_CERT', 'is not trusted', AUTHORITY],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'is not trusted', AUTHORITY],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'is not trusted', AUTHORITY],
    ['UNSPECIFIED', 'is not trusted', AUTHORITY],
  ])('%s, a refused certificate, which no further try would change', (code, words, advice) => {
    expect(explain(withCode(code), 'connecting', 'the proxy proxy.example:3128', runnerWords)).toEqual({
      words: `the certificate of the proxy proxy.example:3128 ${words} (${code})`,
      advice,
      lasting: true,
    });
  });

  test.each(['ECONNRESET', 'EPIPE'])('%s within an answer, of which then the end is missing', (code) => {
    expect(explain(withCode(code), 'reading the answer', 'the server', runnerWords)).toEqual({
      words: `the answer was cut short: the server closed the connection before its end (${code})`,
      advice: '',
      lasting: false,
    });
  });

  test.each([
    ['an error without a code', new Error('words of Node that are not repeated')],
    ['an error whose code is empty', withCode('')],
    ['an error whose code is a number', withCode(7)],
    ['something that has a code and is no error', { code: 'ENOTFOUND' }],
    ['a text', 'ENOTFOUND'],
    ['nothing', undefined],
  ])('%s, of which nothing is repeated', (_name, thrown) => {
    expect(explain(thrown, 'waiting for the answer', 'the server', runnerWords)).toEqual({
      words: 'the connection to the server failed while waiting for the answer (without a code)',
      advice: '',
      lasting: false,
    });
  });

  test('an objection of this client, in its own words', () => {
    const trouble = { words: 'the answer is too large', advice: 'Check the URL', lasting: true };
    expect(explain(new Objection(trouble), 'reading the answer', 'the server', runnerWords)).toEqual(trouble);
  });
});
