import { gzipSync } from 'node:zlib';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createClient, type HttpRequest } from '../../../src/http/client.js';
import { isLoopback } from '../../../src/http/server-address.js';
import { serverWords } from '../../../src/http/server-words.js';
import { createTestPorts } from './test-ports.js';
import { USER_AGENT } from '../../../src/version.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const GET: HttpRequest = { method: 'GET', path: '/tokens', headers: () => ({}), repeat: 'safe' };

async function answerTo(answer: RequestListener, request = GET) {
  const endpoint = await start(answer);
  const received = await createClient({ endpoint, ports: createTestPorts() }).send(request);
  return { ...received, endpoint };
}

test('a request arrives below the path of the endpoint, with the body and headers it was given', async () => {
  let url = '';
  let headers: IncomingHttpHeaders = {};
  let body = '';
  const endpoint = await start((request, response) => {
    url = request.url ?? '';
    headers = request.headers;
    request.on('data', (part: Buffer) => (body += part.toString('utf8')));
    request.on('end', () => response.end('{}'));
  });
  await createClient({ endpoint: `${endpoint}/influx`, ports: createTestPorts() }).send({
    method: 'POST',
    path: '/api/v2/authorizations?orgID=1%2F2',
    headers: () => ({ authorization: 'Token not-a-real-secret', 'content-type': 'application/json' }),
    body: '{"name":"Zoë"}',
    repeat: 'mints',
  });
  expect(url).toBe('/influx/api/v2/authorizations?orgID=1%2F2');
  expect(body).toBe('{"name":"Zoë"}');
  expect(headers).toEqual({
    host: new URL(endpoint).host,
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': USER_AGENT,
    authorization: 'Token not-a-real-secret',
    'content-type': 'application/json',
    'content-length': '15',
    connection: 'close',
  });
});

test.each([
  [
    'https://user:not-a-real-secret@login.example:8443/path?token=x#y',
    ' (to https://login.example:8443, not followed)',
  ],
  ['//other.example/x', ' (to http://other.example, not followed)'],
  ['ftp://files.example/', ''],
  ['javascript:alert(1)', ''],
  ['http://[', ''],
  [`https://${'a'.repeat(300)}.example/`, ''],
])('of a redirect to %s no more is said than its scheme and host', async (location, said) => {
  const { what, endpoint } = await answerTo((_, response) => response.writeHead(302, { location }).end());
  expect(what).toBe(`GET ${endpoint}/tokens answered 302 Found${said}`);
});

test('a redirect is an answer, and is not followed', async () => {
  const asked: string[] = [];
  const { status, headers, what, endpoint } = await answerTo((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  expect(status).toBe(307);
  expect(headers['location']).toBe('/elsewhere');
  expect(what).toBe(`GET ${endpoint}/tokens answered 307 Temporary Redirect (to ${endpoint}, not followed)`);
  expect(asked).toEqual(['/tokens']);
});

test('a refusal is an answer, named without the query and without the words of the server', async () => {
  const { status, json, what, endpoint } = await answerTo(
    (_request, response) => response.writeHead(401, 'Words of the server').end('{"message":"unauthorized access"}'),
    { ...GET, path: '/tokens?id=not-a-real-secret' },
  );
  expect(status).toBe(401);
  expect(json).toEqual({ message: 'unauthorized access' });
  expect(what).toBe(`GET ${endpoint}/tokens answered 401 Unauthorized`);
});

test('an answer whose status has no name is named by its number', async () => {
  const { status, what, endpoint } = await answerTo((_request, response) => response.writeHead(299).end('{}'));
  expect(status).toBe(299);
  expect(what).toBe(`GET ${endpoint}/tokens answered 299`);
});

test('a header that comes twice is one, with both values', async () => {
  const { headers } = await answerTo((_request, response) =>
    response.writeHead(200, { 'set-cookie': ['a=1', 'b=2'] }).end('{}'),
  );
  expect(headers['set-cookie']).toBe('a=1, b=2');
});

describe('the body of an answer', () => {
  test.each([
    ['JSON under the content type of JSON', 'application/json', '{"a":1}', { a: 1 }],
    ['JSON under another content type, as InfluxDB 3 sends it', 'json', '{"a":1}', { a: 1 }],
    ['HTML under the content type of JSON', 'application/json', '<!doctype html><title>Sign in</title>', undefined],
    ['HTML', 'text/html', '<!doctype html>', undefined],
    ['half of JSON', 'application/json', '{"a":', undefined],
    ['JSON with something behind it', 'application/json', '{"a":1}}', undefined],
    ['nothing', 'application/json', '', undefined],
  ])('%s', async (_name, type, body, expected) => {
    const { json, text } = await answerTo((_request, response) =>
      response.writeHead(200, { 'content-type': type }).end(body),
    );
    expect(json).toEqual(expected);
    expect(text).toBe(body);
  });

  test('is not read when it is compressed although that was not asked for', async () => {
    const { json, text, what, endpoint } = await answerTo((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}')),
    );
    expect(json).toBeUndefined();
    expect(text).toBe('');
    expect(what).toBe(
      `GET ${endpoint}/tokens answered 200 OK with a compressed body, which was not asked for and is not read`,
    );
  });

  test.each(['identity', 'Identity', ' identity '])(
    'is read when it is said to be not compressed: %j',
    async (name) => {
      const { json, what, endpoint } = await answerTo((_request, response) =>
        response.writeHead(200, { 'content-encoding': name }).end('{"a":1}'),
      );
      expect(json).toEqual({ a: 1 });
      expect(what).toBe(`GET ${endpoint}/tokens answered 200 OK`);
    },
  );

  test('may be empty by its status', async () => {
    const { status, json } = await answerTo((_request, response) => response.writeHead(204).end());
    expect(status).toBe(204);
    expect(json).toBeUndefined();
  });
});

describe('a request that cannot be sent fails before anything is sent', () => {
  test.each(['\n', '\r\nx-evil: 1', '\0', '\u{1F511}'])('a header with %j in its value', async (bad) => {
    const asked: string[] = [];
    const endpoint = await start((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const sending = createClient({ endpoint, ports: createTestPorts() }).send({
      ...GET,
      headers: () => ({ authorization: `Bearer not-a-real-secret${bad}` }),
    });
    await expect(sending).rejects.toMatchObject({
      name: 'HttpFailure',
      message: `GET ${endpoint}/tokens: the value for the header "authorization" holds a character that no header may have, such as a line break. Check what it is made of, for example the credential`,
      sent: false,
      lasting: true,
    });
    expect(asked).toEqual([]);
  });

  test.each(['a header', 'a:header', 'a\r\nheader', ''])('a header of the name %j', async (name) => {
    const asked: string[] = [];
    const endpoint = await start((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const sending = createClient({ endpoint, ports: createTestPorts() }).send({
      ...GET,
      headers: () => ({ [name]: 'x' }),
    });
    await expect(sending).rejects.toMatchObject({ name: 'HttpFailure', sent: false, lasting: true });
    expect(asked).toEqual([]);
  });

  test.each(['/a b', '/é', '/a\r\nhost: evil', 'a', 'a/b', '/\x7f'])('the path %j', async (path) => {
    const asked: string[] = [];
    const endpoint = await start((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const sending = createClient({ endpoint, ports: createTestPorts() }).send({ ...GET, path });
    await expect(sending).rejects.toMatchObject({
      name: 'HttpFailure',
      message: expect.stringMatching(/: the path holds a character that must be percent-encoded$/) as string,
      sent: false,
      lasting: true,
    });
    expect(asked).toEqual([]);
  });
});

test('plain HTTP beyond this machine is warned about, once', async () => {
  const ports = createTestPorts({ timeout: 0 });
  const client = createClient({ endpoint: 'http://issuer.example:8086/x', ports });
  await expect(client.send(GET)).rejects.toThrow();
  await expect(client.send(GET)).rejects.toThrow();
  expect(ports.notices).toEqual([
    'The credential travels in clear text to http://issuer.example:8086: anyone on the way can read it. Use https.',
  ]);
});

test.each(['http://127.0.0.1:1', 'http://127.9.9.9', 'http://[::1]:1', 'http://localhost', 'https://issuer.example'])(
  'no clear text is warned about at %s',
  async (endpoint) => {
    const ports = createTestPorts({ timeout: 0 });
    await expect(createClient({ endpoint, ports }).send(GET)).rejects.toThrow();
    expect(ports.notices).toEqual([]);
  },
);

test.each([
  ['http://localhost', true],
  ['http://[::1]', true],
  ['http://127.0.0.1', true],
  ['http://127.100.20.255', true],
  ['http://128.0.0.1', false],
  ['http://127.0.0.1.example', false],
  ['http://localhost.example', false],
  ['http://not-localhost', false],
  ['http://[::2]', false],
  ['http://10.127.0.1', false],
])('whether %s stays on this machine: %s', (url, expected) => {
  expect(isLoopback(new URL(url))).toBe(expected);
});

describe('the words of the server', () => {
  const pick = (json: unknown) =>
    typeof json === 'object' && json !== null && 'message' in json ? json.message : undefined;
  const answer = (text: string, json: unknown, type = 'application/json') => ({
    status: 400,
    headers: { 'content-type': type },
    text,
    json,
    what: '',
  });

  test.each([
    ['the message that was picked', answer('', { message: 'org not\r\n found ' }), 'org not found'],
    ['no message', answer('', { error: 'x' }), undefined],
    ['a message that is no text', answer('', { message: { a: 1 } }), undefined],
    ['plain text', answer('Bad\tcredentials\n', undefined, 'text/plain; charset=utf-8'), 'Bad credentials'],
    ['HTML', answer('<html>Bad gateway</html>', undefined, 'text/html'), undefined],
    ['HTML that says it is plain text', answer('\n<html>Bad gateway</html>', undefined, 'text/plain'), undefined],
    ['HTML that says it is plain text, from its first sign on', answer('<p>x', undefined, 'text/plain'), undefined],
    ['plain text that says it is HTML', answer('Bad gateway', undefined, 'text/html'), undefined],
    ['text of a type that only mentions plain text', answer('x', undefined, 'application/x; a=text/plain'), undefined],
    ['plain text in which signs of HTML stand', answer('1 < 2 <b>', undefined, 'text/plain'), '1 < 2 <b>'],
    ['text that does not say what it is', { ...answer('[{"token":"x', undefined), headers: {} }, undefined],
    ['JSON that does not say what it is', { ...answer('', { message: 'x' }), headers: {} }, undefined],
    ['plain text of an answer that is no error', { ...answer('x', undefined, 'text/plain'), status: 200 }, undefined],
    ['JSON of an answer that is no error', { ...answer('', { message: 'x' }), status: 399 }, undefined],
    ['nothing', answer('', undefined, 'text/plain'), undefined],
    ['a message of 300 characters', answer('', { message: '🔑'.repeat(300) }), '🔑'.repeat(300)],
    ['a message that begins behind 1200 blanks', answer('', { message: `${' '.repeat(1200)}x` }), 'x'],
  ])('%s', (_name, given, expected) => {
    expect(serverWords(given, pick)).toBe(expected);
  });

  test('are cut to 300 characters', () => {
    const words = serverWords(answer('', { message: '🔑'.repeat(5_000) }), pick) ?? '';
    expect([...words]).toHaveLength(300);
    expect(words.endsWith('🔑…')).toBe(true);
  });

  test.each([' ', ' x', '<', '\n'])('are not looked at in whole when they are %j ten million times', (sign) => {
    const text = sign.repeat(10_000_000);
    for (const given of [answer('', { message: text }), answer(text, undefined, 'text/plain')])
      expect((serverWords(given, pick) ?? '').length).toBeLessThanOrEqual(300);
  });
});

test('JSON in which an object has a key twice is not read, and the answer says so', async () => {
  const text = '{"grants":["all"],"grants":["one"]}';
  const { json, text: received, what, endpoint } = await answerTo((_, response) => response.end(text));
  expect(json).toBeUndefined();
  expect(received).toBe(text);
  expect(what).toBe(`GET ${endpoint}/tokens answered 200 OK with a key that stands twice in its JSON`);
});

test('a server that speaks HTTPS, and is spoken to over plain HTTP, is told of in our words', async () => {
  // As Go's servers answer: without a content type (net/http, server.go).
  const words = 'Client sent an HTTP request to an HTTPS server.\n';
  const { what, endpoint } = await answerTo((request, response) => {
    response.socket?.end(`HTTP/1.0 400 Bad Request\r\n\r\n${words}`);
    request.resume();
  });
  expect(what).toBe(
    `GET ${endpoint}/tokens answered 400 Bad Request, since this port speaks HTTPS: write https:// in the URL`,
  );
});

test('a large answer is read in turns, and no longer than until the end of the time', async () => {
  const endpoint = await start((_, response) => response.end(`{"list":[${'{},'.repeat(3_000_000)}{}]}`));
  const ports = createTestPorts();
  let remaining = 60_000;
  const deadline = { ...ports.deadline, remaining: () => remaining };
  const reading = createClient({ endpoint, ports: { ...ports, deadline } }).send(GET);
  const timer = setInterval(() => (remaining = 0), 1);
  await expect(reading).rejects.toMatchObject({
    message: `GET ${endpoint}/tokens answered 200 OK, and the time for everything ended before it was read. Raise the input timeout`,
    sent: true,
  });
  clearInterval(timer);
});
