import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

import { createClient } from '../../../src/http/client.js';
import { parseNetwork, readNetwork, serializeNetwork } from '../../../src/http/network.js';
import { parseResolver, restoreResolver } from '../../../src/http/resolver.js';
import { createFakeServer } from '../../fakes/faults.js';
import { networkOf, plainNetwork } from '../../fakes/network.js';
import { createTestPorts } from './test-ports.js';

type Variables = Readonly<Record<string, string>>;

/** What post has of the network of a main with the first variables, when it runs with the second. */
const keptOf = async (main: Variables, post: Variables = {}) =>
  parseNetwork(await serializeNetwork(await networkOf(main), undefined), post);

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'network-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** With names at its beginning, which is all that the system reads. */
function makeLarge(file: string): void {
  writeFileSync(file, 'issuer evil.example\n');
  truncateSync(file, 10_000_001);
}

function makePipe(file: string): void {
  execFileSync('mkfifo', [file]);
}

describe('what is kept of a network', () => {
  it('is nothing but empty texts where nothing was set', async () => {
    expect(new Set(Object.values(await serializeNetwork(plainNetwork, undefined)))).toEqual(new Set(['']));
    expect(await keptOf({})).toEqual(plainNetwork);
  });

  it('is the same network again, whatever is set meanwhile', async () => {
    const main = {
      http_proxy: 'http://someone:not-a-real-secret@proxy.example',
      HTTPS_PROXY: 'http://proxy.example',
      all_proxy: 'http://all.example',
      no_proxy: 'corp.example',
      LOCALDOMAIN: 'corp.example',
    };
    const later = {
      http_proxy: 'http://127.0.0.1:1',
      https_proxy: 'http://127.0.0.1:2',
      ALL_PROXY: 'http://127.0.0.1:3',
      NO_PROXY: '*',
      RES_OPTIONS: 'ndots:5',
    };
    const kept = await keptOf(main, later);
    expect(kept).toEqual({ ...(await networkOf(main)), isException: kept.isException });
    expect(kept.isException(new URL('https://corp.example'))).toBe(true);
    expect(kept.isException(new URL('https://other.example'))).toBe(false);
    expect(await keptOf({}, later)).toEqual(plainNetwork);
  });

  it('holds the URL of a proxy as it is, so that the password in it is masked wherever it is shown', async () => {
    const http_proxy = 'http://someone:"not-a-real\\secret@proxy.example';
    expect(await serializeNetwork(await networkOf({ http_proxy }), undefined)).toMatchObject({ http_proxy });
  });

  it.each(['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy', 'LOCALDOMAIN'])(
    'is never more than post can be given: a longer %s closes the network',
    async (name) => {
      const longest = { [name]: 'x'.repeat(name === 'LOCALDOMAIN' ? 16_349 : 16_384) };
      expect((await networkOf(longest)).closed).toBeUndefined();
      const { closed } = await networkOf({ [name]: `${String(longest[name])}x` });
      expect(closed?.words).toMatch(
        /^nothing is sent, since .* cannot be kept for the revocation: 16385 characters, where 16384 fit$/,
      );
    },
  );
});

describe('the settings of the resolver', () => {
  const settings = {
    LOCALDOMAIN: '',
    RES_OPTIONS: 'ndots:2',
    RESOLV_HOST_CONF: '/none',
    RESOLV_MULTI: 'on',
    SYSTEMD_NSS_RESOLVE_VALIDATE: '1',
  };

  it('are those of the system, and nothing else of the environment', async () => {
    const network = await networkOf({ ...settings, PATH: '/bin', RES_GROUP: 'not-a-real-secret', MY_RES_OPTIONS: 'x' });
    expect(network.resolver.map(({ name, value }) => [name, value])).toEqual(Object.entries(settings));
  });

  it.each<Variables>([{}, settings, { LOCALDOMAIN: 'x', HOSTALIASES: '/tmp/x', RESOLV_REORDER: 'on' }])(
    'are those of main again: %o',
    async (main) => {
      const { resolver } = await serializeNetwork(await networkOf(main), undefined);
      const environment = {
        PATH: '/bin',
        LOCALDOMAIN: 'evil.example',
        HOSTALIASES: '/tmp/evil',
        RES_OPTIONS: 'ndots:15',
      };
      restoreResolver(parseResolver(resolver), environment);
      expect(environment).toEqual({ PATH: '/bin', ...main });
    },
  );

  it.each(['HOSTALIASES', 'RESOLV_HOST_CONF'])('close the network when the file of %s is another', async (name) => {
    const file = join(temporaryFolder(), 'names');
    writeFileSync(file, 'issuer issuer.corp.example\n');
    const texts = await serializeNetwork(await networkOf({ [name]: file }), undefined);
    expect((await parseNetwork(texts, {})).closed).toBeUndefined();
    const closed = {
      words: `nothing is sent, since names may no longer resolve as they did at the mint: the file of ${name} is gone or was changed: ${file}`,
      advice: '',
    };
    writeFileSync(file, 'issuer evil.example\n');
    expect((await parseNetwork(texts, {})).closed).toEqual(closed);
    rmSync(file);
    expect((await parseNetwork(texts, {})).closed).toEqual(closed);
    expect(
      (await parseNetwork(await serializeNetwork(await networkOf({ [name]: file }), undefined), {})).closed,
    ).toBeUndefined();
  });

  it.each<[string, (file: string) => void]>([
    ['a file too large to be read', makeLarge],
    ['a pipe', makePipe],
  ])('close the network when %s stands where main found no file of names', async (_what, make) => {
    const file = join(temporaryFolder(), 'names');
    const texts = await serializeNetwork(await networkOf({ HOSTALIASES: file }), undefined);
    make(file);
    expect((await parseNetwork(texts, {})).closed?.words).toContain('the file of HOSTALIASES is gone or was changed');
  });

  it.each<[string, (file: string) => void]>([
    ['a file too large to be read', makeLarge],
    ['a pipe', makePipe],
  ])(
    'close the network of main when they name %s, of which post could not tell whether it is the same',
    async (_, make) => {
      const file = join(temporaryFolder(), 'names');
      make(file);
      expect((await networkOf({ HOSTALIASES: file })).closed).toEqual({
        words: `nothing is sent, since nobody could tell at the revocation whether names still resolve in the same way: the file of HOSTALIASES is a pipe, or larger than 10000000 bytes: ${file}`,
        advice: 'Name a file that is smaller',
      });
      expect((await networkOf({ HOSTALIASES: '/dev/null' })).closed).toBeUndefined();
    },
  );

  it.each(['{', '{}', '[1]', '[{"name":"LOCALDOMAIN"}]', '[{"name":1,"value":"x"}]'])(
    'are an error when what was kept cannot be read: %s',
    (text) => {
      expect(() => parseResolver(text)).toThrow();
    },
  );
});

describe('what Node would show of requests and answers', () => {
  it.each<[Variables, string, string]>([
    [{ NODE_DEBUG: 'http' }, 'NODE_DEBUG is "http"', 'NODE_DEBUG'],
    [{ NODE_DEBUG: 'NET' }, 'NODE_DEBUG is "NET"', 'NODE_DEBUG'],
    [{ NODE_DEBUG: 'module,tls' }, 'NODE_DEBUG is "module,tls"', 'NODE_DEBUG'],
    [{ NODE_DEBUG: 'module, stream' }, 'NODE_DEBUG is "module, stream"', 'NODE_DEBUG'],
    [{ NODE_DEBUG: '*' }, 'NODE_DEBUG is "*"', 'NODE_DEBUG'],
    [{ NODE_DEBUG: 'h*p' }, 'NODE_DEBUG is "h*p"', 'NODE_DEBUG'],
    [{ NODE_DEBUG: 'child_process' }, 'NODE_DEBUG is "child_process"', 'NODE_DEBUG'],
    [{ NODE_OPTIONS: '--tls-keylog=/tmp/keys' }, 'Node was started with --tls-keylog', 'it'],
    [{ NODE_OPTIONS: '--no-warnings --tls_keylog /tmp/keys' }, 'Node was started with --tls-keylog', 'it'],
    [{ NODE_OPTIONS: '--trace-tls' }, 'Node was started with --trace-tls', 'it'],
  ])('closes the network of main, and that of post: %o', async (variables, why, what) => {
    const closed = {
      words: `nothing is sent, since ${why}: what is sent and answered, secrets included, would be shown before it is masked`,
      advice: `Remove ${what} from the environment`,
    };
    expect((await networkOf(variables)).closed).toEqual(closed);
    expect((await keptOf({}, variables)).closed).toEqual(closed);
    expect((await keptOf(variables, {})).closed).toBeUndefined();

    const server = await createFakeServer(() => ({ status: 200, headers: {}, body: '{}' }));
    onTestFinished(() => server.close());
    const ports = createTestPorts({ network: await networkOf(variables) });
    const answer = createClient({ endpoint: server.url, ports }).send({
      method: 'GET',
      path: '/',
      headers: () => ({}),
      repeat: 'safe',
    });
    await expect(answer).rejects.toMatchObject({
      message: `GET ${server.url}/: ${closed.words}. ${closed.advice}`,
      sent: false,
      lasting: true,
    });
    expect(server.requests).toEqual([]);
  });

  it.each<Variables>([
    {},
    { NODE_DEBUG: '' },
    { NODE_DEBUG: 'module,timer' },
    { NODE_DEBUG: 'htt' },
    { NODE_DEBUG: 'h.*p' },
    { NODE_OPTIONS: '--tls-min-v1.3 --trace-warnings' },
    // Node's own copy of OpenSSL does not read it.
    { SSLKEYLOGFILE: '/tmp/keys' },
  ])('is nothing with %o', async (variables) => {
    expect((await readNetwork(variables, () => undefined)).closed).toBeUndefined();
  });
});
