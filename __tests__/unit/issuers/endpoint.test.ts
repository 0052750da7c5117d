import { describe, expect, test } from 'vitest';
import { parseEndpoint } from '../../../src/issuers/endpoint.js';

const BLANK = 'the URL holds a blank, a control character or a backslash';
const refusal = (input: string, reason: string) => ({
  ok: false,
  problems: [
    {
      input,
      message: `${reason}; expected a base URL such as https://host.example or http://127.0.0.1:8086/prefix`,
    },
  ],
});

describe('a base URL is accepted', () => {
  test.for([
    ['https://us-east-1-1.aws.cloud2.influxdata.com', 'https://us-east-1-1.aws.cloud2.influxdata.com'],
    ['https://host.example/', 'https://host.example'],
    ['https://host.example//', 'https://host.example'],
    [' https://host.example\n', 'https://host.example'],
    ['HTTPS://Host.Example/Prefix/', 'https://host.example/Prefix'],
    ['http://localhost:8086', 'http://localhost:8086'],
    ['https://host.example:443', 'https://host.example'],
    ['https://host.example/a/b%20c', 'https://host.example/a/b%20c'],
    ['http://[::1]:8086/influx/', 'http://[::1]:8086/influx'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['https://host.example/@me', 'https://host.example/@me'],
    ['https://host.example/a//b@c', 'https://host.example/a//b@c'],
  ] as const)('%j is spoken to as %s', ([text, endpoint]) => {
    expect(parseEndpoint('url', text)).toEqual({ ok: true, value: endpoint });
  });
});

test('a base URL may have 2000 characters', () => {
  const url = 'https://host.example/'.padEnd(2_000, 'a');
  expect(parseEndpoint('url', url)).toEqual({ ok: true, value: url });
});

describe('what is no base URL is refused', () => {
  test.for([
    ['', 'the URL is empty'],
    ['  ', 'the URL is empty'],
    ['https://host.example/'.padEnd(2_001, 'a'), 'the URL is longer than 2000 characters'],
    ['localhost:8086', 'found "localhost:8086", which does not begin with https://'],
    ['host.example', 'found "host.example", which does not begin with https://'],
    ['//host.example', 'found "//host.example", which does not begin with https://'],
    ['7https://host.example', 'found "7https://host.example", which does not begin with https://'],
    ['https:host.example', 'found "https:host.example", which does not begin with https://'],
    ['https:/host.example', 'found "https:/host.example", which does not begin with https://'],
    ['https://', 'found "https://", which is not a URL'],
    ['https://host.example:99999', 'found "https://host.example:99999", which is not a URL'],
    ['ftp://host.example', 'found a URL of the scheme "ftp:"'],
    ['h2://host.example', 'found a URL of the scheme "h2:"'],
    ['file:///etc/passwd', 'found a URL of the scheme "file:"'],
    ['https://host.example/a b', BLANK],
    ['https://host\t.example', BLANK],
    ['https://host.example\nhttps://other.example', BLANK],
    ['https:\\\\host.example', BLANK],
    ['https://host.example?', 'the URL holds a query (?…), which is refused'],
    ['https://host.example#', 'the URL holds a fragment (#…), which is refused'],
  ] as const)('%j: %s', ([text, reason]) => {
    expect(parseEndpoint('INFLUX_HOST', text)).toEqual(refusal('INFLUX_HOST', reason));
  });

  const USER = 'the URL holds user information before an @, which is refused';
  test.for([
    ['https://me:not-a-real-secret@host.example', USER],
    ['https://not-a-real-secret@host.example', USER],
    ['https://@host.example/not-a-real-secret', USER],
    ['//me:not-a-real-secret@host.example', USER],
    ['ftp://me:not-a-real-secret@host.example', USER],
    // With more than two slashes it is user information to the parser all the same.
    ['https:///me:not-a-real-secret@host.example', USER],
    ['https:///not-a-real-secret@host.example', USER],
    ['https:///:not-a-real-secret@host.example', USER],
    ['me:not-a-real-secret@host.example', 'the URL does not begin with https://'],
    // A secret in the wrong input, which the runner masks as a whole only.
    [
      'not-a-real-secret-that-is-longer-than-what-is-shown-of-a-text-in-a-message-of-this-action==',
      'the URL does not begin with https://',
    ],
    ['https://host.example/?token=not-a-real-secret', 'the URL holds a query (?…), which is refused'],
    ['https://host.example/#not-a-real-secret', 'the URL holds a fragment (#…), which is refused'],
  ] as const)('a part that may hold a secret is not shown (case %#)', ([text, reason]) => {
    expect(parseEndpoint('url', text)).toEqual(refusal('url', reason));
  });
});
