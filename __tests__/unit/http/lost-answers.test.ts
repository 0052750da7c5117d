import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { createClient, type HttpAnswer, type HttpRequest } from '../../../src/http/client.js';
import { HttpFailure } from '../../../src/http/failure.js';
import { always, createFakeServer, type Fault } from '../../fakes/faults.js';
import { createTestPorts } from './test-ports.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const MINT: HttpRequest = {
  method: 'POST',
  path: '/tokens?note=not-a-real-secret-in-the-query',
  headers: () => ({ authorization: 'Bearer not-a-real-secret-in-a-header', 'content-type': 'application/json' }),
  body: '{"secret":"not-a-real-secret-in-the-body"}',
  repeat: 'mints',
};

interface Ending {
  readonly answer?: HttpAnswer;
  readonly failure?: HttpFailure;
}

async function mintAt(endpoint: string, request = MINT): Promise<Ending> {
  const client = createClient({ endpoint, ports: createTestPorts() });
  return client.send(request).then(
    (answer) => ({ answer }),
    (error: unknown) => {
      if (!(error instanceof HttpFailure)) throw error;
      return { failure: error };
    },
  );
}

async function mintWith(fault: Fault, request = MINT) {
  const answer = {
    status: 201,
    headers: { 'content-type': 'application/json' },
    body: '{"token":"not-a-real-secret-minted"}',
  };
  const server = await createFakeServer(() => answer, { onRequest: always('POST', '/tokens', fault) });
  closing.push(() => server.close());
  return { ...(await mintAt(server.url, request)), server };
}

/** Sends these bytes once a request has begun to come, and then closes, or waits for the client to do so. */
async function mintAnsweredBy(bytes: string, then: 'close' | 'wait' = 'close', request = MINT) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => (then === 'close' ? socket.end(bytes) : socket.write(bytes)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return mintAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, request);
}

describe('a mint whose answer is lost fails as sent, and is not repeated', () => {
  test('the connection is reset', async () => {
    const { failure, server } = await mintWith({ kind: 'act-then-reset' });
    expect(failure).toMatchObject({
      sent: true,
      message: `POST ${server.url}/tokens: the server closed the connection while waiting for the answer (ECONNRESET)`,
    });
    expect(server.requests).toHaveLength(1);
  });

  test('the answer ends before the length that it announced', async () => {
    const { failure, server } = await mintWith({ kind: 'act-then-half-answer' });
    expect(failure).toMatchObject({
      sent: true,
      message: `POST ${server.url}/tokens: the answer was cut short: the server closed the connection before its end (ECONNRESET)`,
    });
    expect(server.requests).toHaveLength(1);
  });

  test('a chunked answer has no last chunk, though what came is whole JSON', async () => {
    const { failure } = await mintAnsweredBy('HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n');
    expect(failure).toMatchObject({ sent: true });
    expect(failure?.message).toContain('the answer was cut short');
  });

  test('the answer is garbled after its head', async () => {
    const { failure } = await mintAnsweredBy('HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n');
    expect(failure).toMatchObject({ sent: true });
    expect(failure?.message).toContain('answered with something that is not HTTP');
  });

  test('the answer is not HTTP, and the bytes that came are not in the error', async () => {
    const { failure } = await mintAnsweredBy('{"token":"not-a-real-secret-minted"}\r\n\r\n');
    expect(failure).toMatchObject({ sent: true });
    expect(failure?.message).toContain('answered with something that is not HTTP');
    const bytes = Buffer.from('not-a-real-secret-minted').toString('hex').match(/../g)?.slice(0, 8).join(' ') ?? '';
    const all = inspect(failure, { depth: 9, showHidden: true });
    expect(all).not.toContain('not-a-real-secret-minted');
    expect(all).not.toContain(bytes);
  });
});

test('an error tells method, host, path and cause, and holds neither query nor headers nor body', async () => {
  const { failure, server } = await mintWith({ kind: 'act-then-reset' });
  expect(failure?.message).toContain(`POST ${server.url}/tokens: `);
  expect(failure?.cause).toMatchObject({ code: 'ECONNRESET' });
  expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain('not-a-real-secret');
});

test('user and password in the URL of an endpoint are in no error', async () => {
  const { failure } = await mintAt('http://someone:not-a-real-secret@127.0.0.1:1');
  expect(failure?.message).toContain('POST http://127.0.0.1:1/tokens: ');
  expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain('not-a-real-secret');
});

describe('an answer that is larger than allowed', () => {
  test('is not read to its end', async () => {
    let written: () => void = () => undefined;
    const whole = new Promise<void>((resolve) => {
      written = resolve;
    });
    const { failure, server } = await mintWith({
      kind: 'huge-answer',
      bytes: 100_000_000,
      act: true,
      afterAnswering: written,
    });
    expect(failure).toMatchObject({ sent: true, lasting: true });
    expect(failure?.message).toContain('the answer is larger than 10000000 bytes');
    await whole;
    expect(server.requests).toHaveLength(1);
    expect(process.memoryUsage().arrayBuffers).toBeLessThan(60_000_000);
  });

  test('is refused at once when it announces its length', async () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-length: 101\r\n\r\n{';
    const { failure } = await mintAnsweredBy(head, 'wait', { ...MINT, largestAnswer: 100 });
    expect(failure).toMatchObject({
      message: expect.stringMatching(
        /^POST http:\/\/127\.0\.0\.1:\d+\/tokens: the answer is larger than 100 bytes and was not read to its end\. Check that the URL is that of the issuer$/,
      ) as string,
      sent: true,
      lasting: true,
    });
  });

  test('is read when it is just as large as allowed', async () => {
    const { answer } = await mintWith(
      { kind: 'status', status: 200, act: false, body: `"${'x'.repeat(98)}"` },
      { ...MINT, largestAnswer: 100 },
    );
    expect(answer?.json).toHaveLength(98);
  });
});
