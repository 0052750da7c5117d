import fc from '../../properties.js';
import { describe, expect, it } from 'vitest';

import { readNetwork } from '../../../src/http/network.js';
import { readExceptions } from '../../../src/http/no-proxy.js';

const covers = (text: string, url: string) => readExceptions(text).isException(new URL(url));

describe('a server that no_proxy names is reached without the proxy', () => {
  it.each([
    ['corp.example', 'https://corp.example'],
    ['corp.example', 'https://a.b.corp.example'],
    ['CORP.example', 'https://Corp.Example'],
    ['corp.example.', 'https://corp.example'],
    ['corp.example', 'https://corp.example.'],
    ['.corp.example', 'https://a.corp.example'],
    ['*.corp.example', 'https://a.corp.example'],
    ['*.corp.example', 'https://a.b.corp.example'],
    ['münchen.example', 'https://xn--mnchen-3ya.example'],
    ['xn--mnchen-3ya.example', 'https://münchen.example'],
    ['build_host', 'http://build_host:8086'],
    ['a.example, corp.example', 'https://corp.example'],
    ['a.example corp.example', 'https://corp.example'],
    ['a.example\tcorp.example,,', 'https://corp.example'],
    ['*', 'https://anything.example:1'],
    ['corp.example:8443', 'https://corp.example:8443'],
    ['corp.example:443', 'https://corp.example'],
    ['.corp.example:80', 'http://a.corp.example'],
    ['10.1.2.3', 'https://10.1.2.3'],
    ['10.1.2.3:8086', 'http://10.1.2.3:8086'],
    ['10.0.0.0/8', 'https://10.255.255.255'],
    ['10.1.2.3/8', 'https://10.255.255.255'],
    ['10.0.0.0/8:8086', 'http://10.1.1.1:8086'],
    ['0.0.0.0/0', 'https://192.0.2.1'],
    ['192.0.2.7/32', 'https://192.0.2.7'],
    ['10.0.0.0/8', 'https://[::ffff:10.1.1.1]'],
    ['fd00::12', 'https://[fd00::12]'],
    ['FD00:0::12', 'https://[fd00::12]'],
    ['[fd00::12]', 'https://[fd00::12]:8443'],
    ['[fd00::12]:8443', 'https://[fd00::12]:8443'],
    ['fd00::/8', 'https://[fd12::1]'],
    ['[fd00::]/8', 'https://[fd12::1]'],
    ['[fd00::/8]', 'https://[fd12::1]'],
    ['[fd00::]/8:443', 'https://[fd12::1]'],
    ['::/0', 'https://[2001:db8::1]'],
  ])('%s: %s', (text, url) => {
    expect(covers(text, url)).toBe(true);
    expect(readExceptions(text).notUnderstood).toEqual([]);
  });
});

describe('a server that no_proxy does not name is reached through the proxy', () => {
  it.each([
    ['', 'https://corp.example'],
    ['corp.example', 'https://notcorp.example'],
    ['corp.example', 'https://corp.example.other'],
    ['.corp.example', 'https://corp.example'],
    ['*.corp.example', 'https://corp.example'],
    ['corp.example:8443', 'https://corp.example'],
    ['corp.example:80', 'https://corp.example'],
    ['10.1.2.3', 'https://10.1.2.4'],
    ['10.1.2.3', 'https://a.10.1.2.3.example'],
    ['10.0.0.0/8', 'https://11.0.0.1'],
    ['10.0.0.0/8', 'https://ten.example'],
    ['10.0.0.0/31', 'https://10.0.0.2'],
    ['10.0.0.0/8:8086', 'http://10.1.1.1'],
    ['fd00::12', 'https://[fd00::13]'],
    ['fd00::/8', 'https://[fe00::1]'],
    ['[fd00::12]:8443', 'https://[fd00::12]'],
    ['::/0', 'https://corp.example'],
  ])('%j: %s', (text, url) => {
    expect(covers(text, url)).toBe(false);
    expect(readExceptions(text).notUnderstood).toEqual([]);
  });
});

describe('what is not understood', () => {
  const texts = [
    '10.',
    '10.1',
    '192.168.*',
    '10.0.0.0/33',
    '10.0.0.256',
    'fd00::/129',
    'fd00::xyz',
    'fe80::1%eth0',
    '[fd00::12',
    '[corp.example]',
    '*corp.example',
    'a.*.example',
    '*.',
    '.',
    '<local>',
    'http://corp.example',
    'corp.example/path',
    'corp.example:99999',
    'corp.example:http',
    'corp..example',
    '10.0.0.0/',
    '/8',
    'me@corp.example',
  ];

  it.each(texts)('makes no exception: %s', (text) => {
    expect(readExceptions(`${text},good.example`).notUnderstood).toEqual([text]);
    for (const url of ['https://corp.example', 'https://10.0.0.1', 'https://[fd00::12]', 'https://10.1.0.0']) {
      expect(covers(text, url)).toBe(false);
    }
    expect(covers(`${text},good.example`, 'https://good.example')).toBe(true);
  });

  const noticesOf = async (variables: Readonly<Record<string, string>>) => {
    const notices: string[] = [];
    await readNetwork(variables, ({ message }) => notices.push(message));
    return notices;
  };

  it.each(['http_proxy', 'HTTPS_PROXY', 'all_proxy'])('is warned about where there is a proxy: %s', async (name) => {
    expect(await noticesOf({ [name]: 'http://proxy.example', no_proxy: '10.0.0.0/8 <local>,*corp.example' })).toEqual([
      'no_proxy: not understood, and so without effect: "<local>", "*corp.example". Expected names and addresses such as corp.example, .corp.example, 10.0.0.0/8 or fd00::/8, each with a port or without, separated by commas or blanks.',
    ]);
  });

  it('is of no interest where there is none', async () => {
    expect(await noticesOf({ no_proxy: '<local>' })).toEqual([]);
  });
});

it('whatever stands in no_proxy is read, and never makes an exception of a name that no part of it ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const exceptions = readExceptions(text);
      expect(text).toContain(exceptions.notUnderstood[0] ?? '');
      if (!/\*|example/i.test(text.normalize('NFKC')))
        expect(exceptions.isException(new URL('https://corp.example'))).toBe(false);
    }),
  );
});

it('a text of 100,000 parts, or of one part as long, is read in time', () => {
  for (const text of ['a.'.repeat(100_000), 'a,'.repeat(100_000), '1.'.repeat(100_000), '['.repeat(200_000)]) {
    const begun = performance.now();
    readExceptions(text).isException(new URL('https://corp.example'));
    expect(performance.now() - begun).toBeLessThan(2_000);
  }
});
