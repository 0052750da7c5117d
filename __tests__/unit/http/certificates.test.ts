import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { createServer as createSecureServer, type TlsOptions } from 'node:tls';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { authoritySources } from '../../../src/http/authority-sources.js';
import { createClient } from '../../../src/http/client.js';
import { parseNetwork, readNetwork, serializeNetwork } from '../../../src/http/network.js';
import type { Authorities, Network } from '../../../src/lease/network.js';
import { createAuthority, createServerCertificate, type Certificate } from '../../fakes/certificates.js';
import { createFakeServer, type FakeServer } from '../../fakes/faults.js';
import { startForwardProxy } from '../../fakes/forward-proxy.js';
import { networkOf, plainNetwork } from '../../fakes/network.js';
import { startTlsFront } from '../../fakes/tls-front.js';
import { sendFromChild } from './child/run-child.js';
import { createTestPorts } from './test-ports.js';

const HOUR = 3_600_000;
let folder: string;
let authorityFile: string;
let authority: Certificate;
let server: FakeServer;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  authorityFile = join(folder, 'authority.pem');
  authority = await createAuthority('A private authority');
  writeFileSync(authorityFile, authority.cert);
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  server = await createFakeServer(() => ({ status: 200, headers: {}, body: '{}' }));
  closing.push(() => server.close());
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  for (const close of closing.splice(0).reverse()) await close();
});

async function startSecureServer(host: string, endsAt?: number) {
  const front = await startTlsFront(await createServerCertificate(authority, [host], endsAt), server.url);
  closing.push(() => front.close());
  return front;
}

async function startProxy(port: number, certificate?: Certificate) {
  const proxy = await startForwardProxy({
    routes: { [`issuer.example:${port}`]: port, 'issuer.example:443': port },
    ...(certificate === undefined ? {} : { certificate }),
  });
  closing.push(() => proxy.close());
  return proxy;
}

async function get(endpoint: string, variables: Readonly<Record<string, string>> = {}) {
  const client = createClient({ endpoint, ports: createTestPorts({ network: await networkOf(variables) }) });
  return client.send({ method: 'GET', path: '/', headers: () => ({}), repeat: 'safe' });
}

function getTrusting(endpoint: string, variables: Readonly<Record<string, string>> = {}) {
  return get(endpoint, { ...variables, NODE_EXTRA_CA_CERTS: authorityFile });
}

describe('a certificate that is not trusted is refused, and the credential is not sent', () => {
  test('with the advice to name the authority', async () => {
    const { port } = await startSecureServer('127.0.0.1');
    const answer = get(`https://127.0.0.1:${port}`);
    await expect(answer).rejects.toMatchObject({ name: 'HttpFailure', sent: false, lasting: true });
    await expect(answer).rejects.toThrow(
      /: the certificate of the server is not trusted \([A-Z_]+\)\. If a private authority issued it, set NODE_EXTRA_CA_CERTS /,
    );
    await expect(answer).rejects.not.toThrow(/Tried/);
    expect(server.requests).toEqual([]);
  });

  test('under NODE_TLS_REJECT_UNAUTHORIZED=0', async () => {
    const { port } = await startSecureServer('127.0.0.1');
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await expect(get(`https://127.0.0.1:${port}`)).rejects.toThrow(/is not trusted/);
    expect(server.requests).toEqual([]);
  });

  test('under NODE_TLS_REJECT_UNAUTHORIZED=0 since the start of the process', async () => {
    const { port } = await startSecureServer('127.0.0.1');
    const outcome = await sendFromChild(
      { endpoint: `https://127.0.0.1:${port}`, timeout: HOUR },
      { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    );
    expect(outcome.failure).toContain('is not trusted');
    expect(server.requests).toEqual([]);
  });

  test('under NODE_TLS_REJECT_UNAUTHORIZED=0 through a proxy', async () => {
    const { port } = await startSecureServer('issuer.example');
    const proxy = await startProxy(port);
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await expect(get('https://issuer.example', { https_proxy: proxy.url })).rejects.toThrow(
      /the certificate of the server is not trusted/,
    );
    expect(proxy.asked).toEqual(['issuer.example:443']);
    expect(server.requests).toEqual([]);
  });

  test('under NODE_TLS_REJECT_UNAUTHORIZED=0 when it is that of the proxy', async () => {
    const { port } = await startSecureServer('issuer.example');
    const proxy = await startProxy(port, await createServerCertificate(authority, ['localhost']));
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await expect(get('https://issuer.example', { https_proxy: proxy.url })).rejects.toThrow(
      /the certificate of the proxy localhost:\d+ is not trusted/,
    );
    expect(proxy.asked).toEqual([]);
  });
});

describe('with the private authority trusted', () => {
  test('the server is accepted', async () => {
    const { port } = await startSecureServer('127.0.0.1');
    await expect(getTrusting(`https://127.0.0.1:${port}`)).resolves.toMatchObject({ status: 200, json: {} });
  });

  test('the server is accepted through a proxy that itself speaks TLS', async () => {
    const { port } = await startSecureServer('issuer.example');
    const proxy = await startProxy(port, await createServerCertificate(authority, ['localhost']));
    await expect(getTrusting('https://issuer.example', { https_proxy: proxy.url })).resolves.toMatchObject({
      status: 200,
    });
    expect(proxy.asked).toEqual(['issuer.example:443']);
  });

  test.each(['127.0.0.2', 'other.example'])('a certificate for %s is refused: it is for another host', async (host) => {
    const { port } = await startSecureServer(host);
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await expect(getTrusting(`https://127.0.0.1:${port}`)).rejects.toThrow(
      /the certificate of the server is for another host name \(ERR_TLS_CERT_ALTNAME_INVALID\)/,
    );
    expect(server.requests).toEqual([]);
  });

  test('a certificate for another host is refused through a proxy', async () => {
    const { port } = await startSecureServer('other.example');
    const proxy = await startProxy(port);
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await expect(getTrusting('https://issuer.example', { https_proxy: proxy.url })).rejects.toThrow(
      /is for another host name/,
    );
    expect(server.requests).toEqual([]);
  });

  test.each([
    ['its name through a proxy', 'issuer.example', 'issuer.example'],
    ['its name', 'localhost', 'localhost'],
    // An address has no place there (RFC 6066, section 3).
    ['no name', '127.0.0.1', false],
  ])('a server is told by TLS %s, and that HTTP/1.1 is spoken: %s', async (_name, host, told) => {
    const seen: unknown[] = [];
    const certificate = await createServerCertificate(authority, [host]);
    const secure = createSecureServer({ ...certificate, ALPNProtocols: ['h2', 'http/1.1'] }, (socket) => {
      seen.push('servername' in socket ? socket.servername : undefined, socket.alpnProtocol);
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}'));
    });
    await new Promise<void>((resolve) => secure.listen(0, host === 'localhost' ? host : '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => secure.close(resolve)));
    const { port } = secure.address() as AddressInfo;
    const proxy = await startProxy(port);
    await expect(getTrusting(`https://${host}:${port}`, { https_proxy: proxy.url })).resolves.toMatchObject({
      status: 200,
    });
    expect(seen).toEqual([told, 'http/1.1']);
  });

  test('an expired certificate is refused', async () => {
    const { port } = await startSecureServer('127.0.0.1', Date.now() - 60_000);
    await expect(getTrusting(`https://127.0.0.1:${port}`)).rejects.toThrow(
      /the certificate of the server has expired \(CERT_HAS_EXPIRED\)/,
    );
  });
});

test('a server that speaks plain HTTP on an https port is named as the likely cause', async () => {
  const plain = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  });
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => plain.close(resolve)));
  const { port } = plain.address() as AddressInfo;
  await expect(get(`https://127.0.0.1:${port}`)).rejects.toThrow(
    /TLS with the server could not be established \(\w+\)\. Check that this port speaks HTTPS and not plain HTTP/,
  );
});

test.each<[string, TlsOptions, RegExp]>([
  ['wants a certificate of the client', { requestCert: true }, /wants a certificate of the client \(mutual TLS\)/],
  [
    'wants a certificate of the client, by TLS 1.2',
    { requestCert: true, maxVersion: 'TLSv1.2' },
    /refused the TLS handshake .*It may want a certificate of the client/,
  ],
  [
    'speaks TLS 1.1 alone',
    { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' },
    /speaks no version of TLS that this Node accepts .*It needs TLS 1\.2 or later/,
  ],
  ['speaks HTTP/2 alone', { ALPNProtocols: ['h2'] }, /does not speak HTTP\/1\.1/],
])('a server that %s is told from one that speaks plain HTTP', async (_, options, words) => {
  const strict = createSecureServer({ ...(await createServerCertificate(authority, ['127.0.0.1'])), ...options });
  // Without a word to whoever is refused: that is the test.
  strict.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => strict.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => strict.close(resolve)));
  const { port } = strict.address() as AddressInfo;
  await expect(getTrusting(`https://127.0.0.1:${port}`)).rejects.toThrow(words);
});

describe('the authorities', () => {
  const bundled = process.getBuiltinModule('node:tls').rootCertificates;
  const system = () => [...new Set(process.getBuiltinModule('node:tls').getCACertificates('system'))];

  /** What post has of the network of main, when it runs with these variables. */
  async function keptOf(main: Network, variables: Readonly<Record<string, string>> = {}): Promise<Authorities> {
    return (await parseNetwork(await serializeNetwork(main, folder), variables)).authorities;
  }

  describe('of a process', () => {
    test.each([
      {},
      { NODE_EXTRA_CA_CERTS: '' },
      { NODE_USE_SYSTEM_CA: 'true' },
      { NODE_USE_SYSTEM_CA: '0' },
      { SSL_CERT_FILE: '/a.pem' },
      { NODE_OPTIONS: '--use-bundled-ca --max-old-space-size=4096' },
      { NODE_OPTIONS: '--use-system-ca --no-use-system-ca' },
    ])("are Node's own with %o, and kept in no text", async (variables) => {
      const network = await networkOf(variables);
      expect(network.authorities).toEqual({ kind: 'default' });
      expect((await serializeNetwork(network, undefined)).authorities).toBe('');
    });

    test.each([
      { NODE_USE_SYSTEM_CA: '1' },
      { NODE_OPTIONS: '--use-system-ca' },
      { NODE_OPTIONS: '--max-old-space-size=4096  "--use_system_ca"' },
    ])('are those of the system too with %o', async (variables) => {
      expect((await networkOf(variables)).authorities).toEqual({ kind: 'listed', bundled: true, others: system() });
    });

    test('are those of the system alone with --use-openssl-ca, which looks for them at the same place', async () => {
      const { authorities } = await networkOf({ NODE_OPTIONS: '--use-openssl-ca', NODE_USE_SYSTEM_CA: '1' });
      expect(authorities).toEqual({ kind: 'listed', bundled: false, others: system() });
    });

    test('are those of a file beside the others', async () => {
      const { authorities } = await networkOf({ NODE_EXTRA_CA_CERTS: authorityFile });
      expect(authorities).toEqual({ kind: 'listed', bundled: true, others: [authority.cert.trim()] });
    });

    test.each([
      ['a file that is gone', 'gone.pem', 'ENOENT'],
      ['a file without any', 'none.pem', 'no certificate (PEM) stands in it'],
    ])('are the others alone beside %s, which is said', async (_what, name, reason) => {
      writeFileSync(join(folder, 'none.pem'), 'no certificate');
      const file = join(folder, name);
      const notices: string[] = [];
      const { authorities } = await readNetwork({ NODE_EXTRA_CA_CERTS: file }, ({ message }) => notices.push(message));
      expect(notices).toEqual([
        `The certificates of NODE_EXTRA_CA_CERTS could not be read from ${file}: ${reason}. They are not trusted.`,
      ]);
      expect(authorities).toEqual({ kind: 'listed', bundled: true, others: [] });
    });
  });

  describe('of a Node that cannot list them', () => {
    const tls = process.getBuiltinModule('node:tls');
    const words =
      'nothing is sent over TLS, since this Node trusts the authorities of OpenSSL and cannot say which they are, so that the revocation could not be held to the same';
    const advice = 'set --use-bundled-ca in NODE_OPTIONS and name your own in NODE_EXTRA_CA_CERTS';
    const openssl = { NODE_OPTIONS: '--use-openssl-ca' };

    function withoutList(): void {
      const { getCACertificates } = tls;
      expect(Reflect.set(tls, 'getCACertificates', undefined)).toBe(true);
      onTestFinished(() => void Reflect.set(tls, 'getCACertificates', getCACertificates));
    }

    test('are not known where it takes those of OpenSSL, and it is said which can', async () => {
      withoutList();
      const network = await networkOf(openssl);
      const closed = { words, advice: `Use Node 22.15 or later, or ${advice}` };
      expect(network.authorities).toEqual({ kind: 'unknown', closed });
      expect(await keptOf(network)).toEqual(network.authorities);
      const { port } = await startSecureServer('127.0.0.1');
      await expect(get(`https://127.0.0.1:${port}`, openssl)).rejects.toMatchObject({
        message: `GET https://127.0.0.1:${port}/: ${words}. ${closed.advice}`,
        sent: false,
        lasting: true,
      });
      await expect(get(server.url, openssl)).resolves.toMatchObject({ status: 200 });
    });

    test.each(['darwin', 'win32'])('are not known on %s either', async (platform) => {
      vi.stubGlobal('process', Object.create(process, { platform: { value: platform } }));
      const closed = { words, advice: `To go on, ${advice}` };
      expect((await networkOf(openssl)).authorities).toEqual({ kind: 'unknown', closed });
    });

    test('are those that come with it, and a file, where it takes those', async () => {
      withoutList();
      // Such a Node does not know the variable.
      const { authorities } = await networkOf({ NODE_EXTRA_CA_CERTS: authorityFile, NODE_USE_SYSTEM_CA: '1' });
      expect(authorities).toEqual({ kind: 'listed', bundled: true, others: [authority.cert.trim()] });
    });
  });

  test.each([
    [{}, true],
    [{ NODE_OPTIONS: '--use-bundled-ca' }, false],
  ])('of a Node that was built to take those of OpenSSL are those: %o', (variables, openssl) => {
    const config = { ...process.config, target_defaults: { defines: ['NODE_OPENSSL_CERT_STORE'] } };
    vi.stubGlobal('process', Object.create(process, { config: { value: config } }));
    expect(authoritySources(variables)).toMatchObject({ openssl });
  });

  test('that are no certificates are passed over', async () => {
    const { port } = await startSecureServer('127.0.0.1');
    const broken = '-----BEGIN CERTIFICATE-----\nAAAABBBB\n-----END CERTIFICATE-----\n';
    const file = join(folder, 'broken.pem');
    writeFileSync(file, broken + authority.cert + broken);
    await expect(get(`https://127.0.0.1:${port}`, { NODE_EXTRA_CA_CERTS: file })).resolves.toMatchObject({
      status: 200,
    });
  });

  describe('that post has', () => {
    test.each([
      { NODE_EXTRA_CA_CERTS: '/a.pem' },
      { NODE_USE_SYSTEM_CA: '1' },
      { NODE_OPTIONS: '--use-system-ca' },
      { NODE_OPTIONS: '--use-openssl-ca' },
    ])("are Node's own when main had those, whatever a later step has set: %o", async (variables) => {
      expect(await keptOf(plainNetwork, variables)).toEqual({ kind: 'listed', bundled: true, others: [] });
    });

    test("are Node's own, without listing them, when nothing was set", async () => {
      expect(await keptOf(plainNetwork)).toEqual({ kind: 'default' });
    });

    test.each([{}, { NODE_EXTRA_CA_CERTS: '/other.pem' }])(
      'are those of main by their content, also when their file is gone or is another: %o',
      async (variables) => {
        const file = join(folder, 'passing.pem');
        const another = await createAuthority('another');
        writeFileSync(file, `a comment\n${authority.cert}another\n${another.cert}`);
        const network = await networkOf({ NODE_EXTRA_CA_CERTS: file });
        const texts = await serializeNetwork(network, undefined);
        rmSync(file);
        expect((await parseNetwork(texts, variables)).authorities).toEqual(network.authorities);
        expect(network.authorities).toMatchObject({ others: { length: 2 } });
      },
    );

    test('stand in a file of their own when they are many', async () => {
      const network = await networkOf({ NODE_OPTIONS: '--use-system-ca' });
      const many = { ...network, authorities: { kind: 'listed', bundled: false, others: bundled } } as const;
      const texts = await serializeNetwork(many, folder);
      expect(texts.authorities.length).toBeLessThan(1000);
      expect((await parseNetwork(texts, {})).authorities).toEqual({ kind: 'listed', bundled: false, others: bundled });
    });

    test.each(['gone', 'changed', 'a pipe', 'grown'])(
      'are unknown when that file is %s, and nobody is trusted',
      async (what) => {
        const authorities = { kind: 'listed', bundled: true, others: bundled } as const;
        const texts = await serializeNetwork({ ...plainNetwork, authorities }, folder);
        const { file } = JSON.parse(texts.authorities) as { file: string };
        spoil(file, what);
        const network = await parseNetwork(texts, {});
        const { port } = await startSecureServer('127.0.0.1');
        const client = createClient({ endpoint: `https://127.0.0.1:${port}`, ports: createTestPorts({ network }) });
        const answer = client.send({ method: 'GET', path: '/', headers: () => ({}), repeat: 'safe' });
        await expect(answer).rejects.toMatchObject({
          message: `GET https://127.0.0.1:${port}/: nothing is sent over TLS, since the file of the authorities that the mint trusted is gone or was changed: ${file}`,
          sent: false,
          lasting: true,
        });
      },
    );

    function spoil(file: string, how: string): void {
      if (how === 'changed') writeFileSync(file, authority.cert);
      else if (how === 'grown') truncateSync(file, 5_000_000_000);
      else rmSync(file);
      if (how === 'a pipe' && process.platform !== 'win32') execFileSync('mkfifo', [file]);
    }

    test.each(['{', '{"bundled":true}', '{"bundled":true,"deflated":"AAAA"}', '[]', 'null'])(
      'are unknown when what was kept cannot be read: %s',
      async (text) => {
        const texts = { ...(await serializeNetwork(plainNetwork, undefined)), authorities: text };
        expect((await parseNetwork(texts, {})).authorities.kind).toBe('unknown');
      },
    );

    test('cannot be kept without a folder when they are many', async () => {
      const authorities = { kind: 'listed', bundled: true, others: bundled } as const;
      await expect(serializeNetwork({ ...plainNetwork, authorities }, undefined)).rejects.toThrow(
        'no folder for temporary ones is known',
      );
      await expect(serializeNetwork({ ...plainNetwork, authorities }, join(folder, 'none'))).rejects.toThrow(
        /cannot be kept for the revocation: ENOENT/,
      );
    });
  });

  test('at the start of a process are what it uses', async () => {
    const { port } = await startSecureServer('127.0.0.1');
    const task = { endpoint: `https://127.0.0.1:${port}`, timeout: HOUR };
    const outcome = await sendFromChild(task, { NODE_EXTRA_CA_CERTS: authorityFile });
    expect(outcome).toMatchObject({ status: 200, notices: [], stderr: '' });
  });

  test.each<Readonly<Record<string, string>>>([
    { NODE_EXTRA_CA_CERTS: 'FILE' },
    { SSL_CERT_FILE: 'FILE', NODE_USE_SYSTEM_CA: '1' },
    { SSL_CERT_FILE: 'FILE', NODE_OPTIONS: '--use-openssl-ca' },
    { SSL_CERT_FILE: 'FILE', NODE_OPTIONS: '--use-system-ca' },
  ])('of a later step are not trusted: %o', async (variables) => {
    const { port } = await startSecureServer('127.0.0.1');
    const task = { endpoint: `https://127.0.0.1:${port}`, timeout: HOUR, keptFrom: {} };
    const named = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, value.replace('FILE', authorityFile)]),
    );
    const outcome = await sendFromChild(task, named);
    expect(outcome.failure).toContain('is not trusted');
    expect(server.requests).toEqual([]);
  });

  test('that a later step took away are trusted again', async () => {
    const { port } = await startSecureServer('127.0.0.1');
    const keptFrom = { NODE_EXTRA_CA_CERTS: authorityFile };
    const outcome = await sendFromChild({ endpoint: `https://127.0.0.1:${port}`, timeout: HOUR, keptFrom });
    expect(outcome).toMatchObject({ status: 200, notices: [] });
  });
});
