import { describe, expect, test } from 'vitest';
import { parseEndpoint } from '../../../src/issuers/endpoint.js';

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
  ] as const)('%j is spoken to as %s', ([text, endpoint]) => {
    expect(parseEndpoint('url', text)).toEqual({ ok: true, value: endpoint });
  });
});

describe('what is no base URL is refused', () => {
  test.for([
    ['', 'empty'],
    ['  ', 'empty'],
    [`https://host.example/${'a'.repeat(2_000)}`, 'longer than 2000 characters'],
    ['localhost:8086', 'does not begin with https://'],
    ['host.example', 'does not begin with https://'],
    ['//host.example', 'does not begin with https://'],
    ['https:host.example', 'does not begin with https://'],
    ['https:/host.example', 'does not begin with https://'],
    ['https://', 'is not a URL'],
    ['https://host.example:99999', 'is not a URL'],
    ['ftp://host.example', 'scheme "ftp:"'],
    ['file:///etc/passwd', 'scheme "file:"'],
    ['https://host.example/a b', 'blank'],
    ['https://host\t.example', 'control character'],
    ['https://host.example\nhttps://other.example', 'control character'],
    ['https:\\\\host.example', 'backslash'],
    ['https://host.example?', 'query'],
    ['https://host.example#', 'fragment'],
  ] as const)('%j: %s', ([text, reason]) => {
    const result = parseEndpoint('INFLUX_HOST', text);
    expect(result).toMatchObject({ ok: false, problems: [{ input: 'INFLUX_HOST' }] });
    expect(result.ok ? '' : result.problems[0]?.message).toContain(reason);
    expect(result.ok ? '' : result.problems[0]?.message).toContain('such as https://host.example');
  });

  test.for([
    'https://me:not-a-real-secret@host.example',
    'https://not-a-real-secret@host.example',
    'https://@host.example/not-a-real-secret',
    'me:not-a-real-secret@host.example',
    'ftp://me:not-a-real-secret@host.example',
    'https://host.example/?token=not-a-real-secret',
    'https://host.example/#not-a-real-secret',
  ])('a part that may hold a secret is not shown (case %#)', (text) => {
    const result = parseEndpoint('url', text);
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain('not-a-real-secret');
  });
});
