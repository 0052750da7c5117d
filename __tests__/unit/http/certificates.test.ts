import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { createServer as createSecureServer } from 'node:tls';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../../src/http/client.js';
import { trustedAuthorities, trustOf, trustOnly } from '../../../src/http/trust.js';
import { createAuthority, createServerCertificate, type Certificate } from '../../fakes/certificates.js';
import { createFakeServer, type FakeServer } from '../../fakes/faults.js';
import { startForwardProxy } from '../../fakes/forward-proxy.js';
import { startTlsFront } from '../../fakes/tls-front.js';
import { sendFromChild } from './child/run-child.js';
import { createTestPorts } from './test-ports.js';

const HOUR = 3_600_000;
const nothing = trustOf({});
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
  trustOnly(nothing, nothing, () => undefined);
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

function get(endpoint: string) {
  const client = createClient({ endpoint, ports: createTestPorts() });
  return client.send({ method: 'GET', path: '/', headers: () => ({}), repeat: 'safe' });
}

const trustAuthority = () => trustOnly({ ...nothing, extraFile: authorityFile }, nothing, () => undefined);

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
    vi.stubEnv('https_proxy', proxy.url);
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await expect(get('https://issuer.example')).rejects.toThrow(/the certificate of the server is not trusted/);
    expect(proxy.asked).toEqual(['issuer.example:443']);
    expect(server.requests).toEqual([]);
  });

  test('under NODE_TLS_REJECT_UNAUTHORIZED=0 when it is that of the proxy', async () => {
    const { port } = await startSecureServer('issuer.example');
    const proxy = await startProxy(port, await createServerCertificate(authority, ['localhost']));
    vi.stubEnv('https_proxy', proxy.url);
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await expect(get('https://issuer.example')).rejects.toThrow(
      /the certificate of the proxy localhost:\d+ is not trusted/,
    );
    expect(proxy.asked).toEqual([]);
  });
});

describe('with the private authority trusted', () => {
  beforeEach(trustAuthority);

  test('the server is accepted', async () => {
    const { port } = await startSecureServer('127.0.0.1');
    await expect(get(`https://127.0.0.1:${port}`)).resolves.toMatchObject({ status: 200, json: {} });
  });

  test('the server is accepted through a proxy that itself speaks TLS', async () => {
    const { port } = await startSecureServer('issuer.example');
    const proxy = await startProxy(port, await createServerCertificate(authority, ['localhost']));
    vi.stubEnv('https_proxy', proxy.url);
    await expect(get('https://issuer.example')).resolves.toMatchObject({ status: 200 });
    expect(proxy.asked).toEqual(['issuer.example:443']);
  });

  test.each(['127.0.0.2', 'other.example'])('a certificate for %s is refused: it is for another host', async (host) => {
    const { port } = await startSecureServer(host);
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await expect(get(`https://127.0.0.1:${port}`)).rejects.toThrow(
      /the certificate of the server is for another host name \(ERR_TLS_CERT_ALTNAME_INVALID\)/,
    );
    expect(server.requests).toEqual([]);
  });

  test('a certificate for another host is refused through a proxy', async () => {
    const { port } = await startSecureServer('other.example');
    const proxy = await startProxy(port);
    vi.stubEnv('https_proxy', proxy.url);
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await expect(get('https://issuer.example')).rejects.toThrow(/is for another host name/);
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
    vi.stubEnv('https_proxy', proxy.url);
    await expect(get(`https://${host}:${port}`)).resolves.toMatchObject({ status: 200 });
    expect(seen).toEqual([told, 'http/1.1']);
  });

  test('an expired certificate is refused', async () => {
    const { port } = await startSecureServer('127.0.0.1', Date.now() - 60_000);
    await expect(get(`https://127.0.0.1:${port}`)).rejects.toThrow(
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

describe('which authorities are trusted', () => {
  test('NODE_EXTRA_CA_CERTS at the start of the process adds one', async () => {
    const { port } = await startSecureServer('127.0.0.1');
    const task = { endpoint: `https://127.0.0.1:${port}`, timeout: HOUR };
    const outcome = await sendFromChild(task, { NODE_EXTRA_CA_CERTS: authorityFile });
    expect(outcome).toMatchObject({ status: 200, notices: [], stderr: '' });
  });

  test('one that a later step of the job put into NODE_EXTRA_CA_CERTS is not trusted', async () => {
    const { port } = await startSecureServer('127.0.0.1');
    const task = { endpoint: `https://127.0.0.1:${port}`, timeout: HOUR, trustAsIn: {} };
    const outcome = await sendFromChild(task, { NODE_EXTRA_CA_CERTS: authorityFile });
    expect(outcome.failure).toContain('is not trusted');
    expect(server.requests).toEqual([]);
  });

  test('one that a later step of the job took away is trusted again', async () => {
    const { port } = await startSecureServer('127.0.0.1');
    const trustAsIn = { NODE_EXTRA_CA_CERTS: authorityFile };
    const outcome = await sendFromChild({ endpoint: `https://127.0.0.1:${port}`, timeout: HOUR, trustAsIn });
    expect(outcome).toMatchObject({ status: 200, notices: [] });
  });

  test('those that come with Node stay trusted beside it', () => {
    trustAuthority();
    expect(trustedAuthorities()?.length).toBeGreaterThan(100);
    expect(trustedAuthorities()?.at(-1)).toBe(authority.cert);
  });

  test('are those that the variables of Node name', () => {
    expect(trustOf({ NODE_EXTRA_CA_CERTS: '/a.pem' })).toEqual({ extraFile: '/a.pem', system: false });
    expect(trustOf({ NODE_USE_SYSTEM_CA: 'true' })).toEqual({ extraFile: '', system: false });
    expect(trustOf({})).toEqual({ extraFile: '', system: false });
  });

  test('no file that is not named is missed', () => {
    const notices: string[] = [];
    trustOnly(nothing, { ...nothing, extraFile: authorityFile }, ({ message }) => notices.push(message));
    expect(notices).toEqual([]);
    expect(trustedAuthorities()).toEqual(process.getBuiltinModule('node:tls').getCACertificates('bundled'));
  });

  test('those of the operating system are trusted when NODE_USE_SYSTEM_CA was 1, and not otherwise', () => {
    const { getCACertificates } = process.getBuiltinModule('node:tls');
    const system = trustOf({ NODE_USE_SYSTEM_CA: '1' });
    expect(system).toEqual({ extraFile: '', system: true });
    expect(trustOf({ NODE_USE_SYSTEM_CA: '0' }).system).toBe(false);
    trustOnly(system, nothing, () => undefined);
    expect(trustedAuthorities()).toEqual([...getCACertificates('bundled'), ...getCACertificates('system')]);
    trustOnly(nothing, system, () => undefined);
    expect(trustedAuthorities()).toEqual(getCACertificates('bundled'));
  });

  test('nothing is overridden when the variables did not change', () => {
    trustOnly(trustOf({ NODE_EXTRA_CA_CERTS: '/a' }), trustOf({ NODE_EXTRA_CA_CERTS: '/a' }), () => undefined);
    expect(trustedAuthorities()).toBeUndefined();
  });

  test('a file that is gone is warned about, and the others are trusted all the same', () => {
    const notices: string[] = [];
    const extraFile = join(folder, 'gone.pem');
    trustOnly({ ...nothing, extraFile }, nothing, ({ message }) => notices.push(message));
    expect(notices).toEqual([
      `The certificates of NODE_EXTRA_CA_CERTS could not be read from ${extraFile}: ENOENT. They are not trusted.`,
    ]);
    expect(trustedAuthorities()).toEqual(process.getBuiltinModule('node:tls').getCACertificates('bundled'));
  });
});
