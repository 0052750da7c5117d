import { describe, expect, it } from 'vitest';

import { readProxies } from '../../../src/http/proxy.js';
import { proxySecrets } from '../../../src/host/proxy-secrets.js';

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
    expect(proxySecrets(readProxies({ https_proxy: proxy })).map(({ text }) => text)).toStrictEqual(expected);
    expect(proxySecrets(readProxies({ http_proxy: proxy })).map(({ text }) => text)).toStrictEqual(expected);
    expect(proxySecrets(readProxies({ http_proxy: proxy, ALL_PROXY: proxy })).map(({ text }) => text)).toStrictEqual(
      expected,
    );
  });

  it.each([
    ['http://ci:build@proxy.example:3128', 'ci:build@proxy.example:3128', 'ci:build'],
    ['ci:build@proxy.example:3128/', 'ci:build@proxy.example:3128', 'ci:build'],
    ['http://c%69:b%75ild@proxy.example', 'c%69:b%75ild@proxy.example', 'ci:build'],
    ['http://:1@proxy.example', ':1@proxy.example', ':1'],
  ])('is told with the texts that it is used in: %s', (proxy, written, basic) => {
    const secrets = proxySecrets(readProxies({ http_proxy: proxy }));
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
    expect(proxySecrets(readProxies({ http_proxy: proxy, ALL_PROXY: proxy }))).toStrictEqual([]);
  });
});
