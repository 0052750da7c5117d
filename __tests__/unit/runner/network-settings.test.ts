import { describe, expect, it } from 'vitest';

import { proxySecrets, readNetworkSettings, restoreProxies } from '../../../src/runner/network-settings.js';
import { readState } from '../../../src/runner/state.js';

const stateWith = (settings: Readonly<Record<string, string>>) =>
  readState(Object.fromEntries(Object.entries(settings).map(([name, value]) => [`STATE_${name}`, value])));

describe('the way to the network that main saves', () => {
  it('is that of the usual variables, lower case first', () => {
    expect(
      readNetworkSettings({
        http_proxy: 'http://lower.example',
        HTTP_PROXY: 'http://upper.example',
        HTTPS_PROXY: 'http://upper.example',
        https_proxy: '',
        no_proxy: 'localhost',
        NODE_EXTRA_CA_CERTS: '/etc/ca.pem',
        NODE_USE_SYSTEM_CA: '1',
      }),
    ).toStrictEqual({
      http_proxy: 'http://lower.example',
      https_proxy: 'http://upper.example',
      no_proxy: 'localhost',
      node_extra_ca_certs: '/etc/ca.pem',
      node_use_system_ca: '1',
    });
  });

  it('is empty where nothing is set, so that post sees that nothing was', () => {
    expect(new Set(Object.values(readNetworkSettings({})))).toStrictEqual(new Set(['']));
  });

  it('is what post uses, whatever a later step has set', () => {
    const environment = {
      http_proxy: 'http://127.0.0.1:1',
      HTTPS_PROXY: 'http://127.0.0.1:2',
      https_proxy: 'http://127.0.0.1:3',
      NO_PROXY: '*',
      PATH: '/bin',
    };
    restoreProxies(stateWith({ https_proxy: 'http://proxy.example' }), environment);
    expect(environment).toStrictEqual({ https_proxy: 'http://proxy.example', PATH: '/bin' });
  });
});

describe('the password of a proxy', () => {
  it.each([
    ['http://user:not-a-real-password@proxy.example:3128', ['not-a-real-password']],
    ['http://user:not%2Fa%20real@proxy.example', ['not%2Fa%20real', 'not/a real']],
    ['http://user:100%wrong@proxy.example', ['100%wrong']],
    // Whatever the last @ ends is the password, as URL parsers see it.
    ['http://user:not@a@real@proxy.example', ['not@a@real', 'not%40a%40real']],
    ['http://user:not:a:real@proxy.example', ['not:a:real', 'not%3Aa%3Areal']],
    // What a URL parser makes of it is what is sent.
    [' http://user:not-a-real-password@proxy.example', ['not-a-real-password']],
    ['http:///user:not-a-real-password@proxy.example', ['not-a-real-password']],
    ['socks+http://user:not-a-real-password@proxy.example', ['not-a-real-password']],
    ['http://user:not-a\t-real-password@proxy.example', ['not-a\t-real-password', 'not-a-real-password']],
    ['user:not-a-real-password@proxy.example:3128', ['not-a-real-password']],
    ['http://:not-a-real-password@proxy.example', ['not-a-real-password']],
    ['http://user:not-a-real-password@[::1]:3128/', ['not-a-real-password']],
    // A token in the place of a user; a mere name is none.
    ['http://not-a-real-proxy-token@proxy.example', ['not-a-real-proxy-token']],
    ['http://not-a-real-token@proxy.example', ['not-a-real-token']],
  ])('is known: %s', (proxy, expected) => {
    expect(proxySecrets({ http_proxy: '', https_proxy: proxy }).map(({ text }) => text)).toStrictEqual(expected);
    expect(proxySecrets({ http_proxy: proxy, https_proxy: '' }).map(({ text }) => text)).toStrictEqual(expected);
    expect(proxySecrets({ http_proxy: proxy, https_proxy: proxy }).map(({ text }) => text)).toStrictEqual(expected);
  });

  it.each([
    ['http://ci:build@proxy.example:3128', 'ci:build@proxy.example:3128', 'ci:build'],
    ['ci:build@proxy.example:3128/', 'ci:build@proxy.example:3128', 'ci:build'],
    ['http://c%69:b%75ild@proxy.example', 'c%69:b%75ild@proxy.example', 'ci:build'],
    ['http://:1@proxy.example', ':1@proxy.example', ':1'],
  ])('is told with the texts that it is used in: %s', (proxy, written, basic) => {
    const secrets = proxySecrets({ http_proxy: proxy, https_proxy: '' });
    expect(secrets.length).toBeGreaterThan(0);
    for (const { what, within } of secrets) {
      expect(what).toBe('The password of the proxy in http_proxy');
      expect(within).toEqual(expect.arrayContaining([written, Buffer.from(basic).toString('base64')]));
    }
  });

  it.each([
    '',
    'http://proxy.example:3128',
    'http://user@proxy.example',
    'http://fifteen-letters@proxy.example',
    'http://user:@proxy.example',
    'http://[::1]:3128',
    'http://proxy.example:3128/a:b@c',
    'http://proxy.example:3128?a:b@c',
  ])('does not exist: %j', (proxy) => {
    expect(proxySecrets({ http_proxy: proxy, https_proxy: proxy })).toStrictEqual([]);
  });
});
