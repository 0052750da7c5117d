import { describe, expect, it } from 'vitest';

import { readProxies } from '../../../src/http/proxy.js';

describe('the proxies of a process', () => {
  it('are those of the usual variables, lower case first', () => {
    expect(
      readProxies({
        http_proxy: 'http://lower.example',
        HTTP_PROXY: 'http://upper.example',
        HTTPS_PROXY: 'http://upper.example',
        https_proxy: '',
        ALL_PROXY: 'http://all.example',
        no_proxy: 'localhost',
      }),
    ).toStrictEqual({
      http_proxy: 'http://lower.example',
      https_proxy: 'http://upper.example',
      all_proxy: 'http://all.example',
      no_proxy: 'localhost',
    });
  });

  it('are empty where nothing is set, so that post sees that nothing was', () => {
    expect(new Set(Object.values(readProxies({})))).toStrictEqual(new Set(['']));
  });
});
