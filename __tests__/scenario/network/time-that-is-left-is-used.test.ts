import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createJob } from '../../runner/job.mjs';
import type { Fault } from '../../fakes/faults.js';
import { ACTION_DIRECTORY, ISSUERS, type RunningIssuer } from './issuer-under-test.js';
import { runLeasedJob, type SentRequest } from './leased-job.js';

/** Longer than five tries with growing waits take, and shorter than a restart of a real server. */
const AWAY_MILLISECONDS = 8_000;

/** What a client meets while a server is away. */
const AWAY: Readonly<Record<string, Fault>> = {
  'whose connections are reset': { kind: 'refuse-before' },
  'whose proxy answers 503': { kind: 'html', status: 503, act: false },
};

/** From the first request of a phase on the server is away for a while. */
function awayIn(phase: 'main' | 'post', fault: Fault): (sent: SentRequest) => Fault | undefined {
  let backAt: number | undefined;
  return ({ step }) => {
    if (step.phase !== phase) return undefined;
    backAt ??= performance.now() + AWAY_MILLISECONDS;
    return performance.now() < backAt ? fault : undefined;
  };
}

describe.each(ISSUERS)('$name: a server that is away for 8 s', (issuer) => {
  it.each(Object.entries(AWAY))('(%s) when the job ends: its token is revoked', async (_, fault) => {
    const { post, left, othersIntact } = await runLeasedJob(issuer, { fault: awayIn('post', fault) });
    expect(post.conclusion, post.log).toBe('success');
    expect(post.annotations).toEqual([]);
    expect(post.log).toMatch(/^note: .*It is tried again for up to \d+ s\.$/m);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
  });

  it.each(Object.entries(AWAY))('(%s) when the job begins: a token is minted', async (_, fault) => {
    const { main, left } = await runLeasedJob(issuer, { fault: awayIn('main', fault) });
    expect(main.conclusion, main.log).toBe('success');
    expect(main.outputs['token']).toBeTruthy();
    expect(left).toEqual([]);
  });

  it('(nothing listens there yet) when the job begins: a token is minted, by one request', async () => {
    const running = await issuer.start();
    const relay = await createRelay(running);
    const job = await createJob({ actionDirectory: ACTION_DIRECTORY, context: running.context });
    try {
      const started = job.startAction({ with: { ...running.inputs, url: relay.url } });
      await setTimeout(AWAY_MILLISECONDS);
      await relay.listen();
      const main = await started.result;
      expect(main.conclusion, main.log).toBe('success');
      expect(main.outputs['token']).toBeTruthy();
      expect(running.requests()).toHaveLength(issuer.mainRequests.length);
      await job.end();
      expect(await running.left()).toEqual([]);
    } finally {
      await job.dispose();
      await relay.close();
      await running.close();
    }
  });
});

describe.each(ISSUERS)('$name: a server that stays away', (issuer) => {
  it('is called unavailable, with how often and for how long it was tried', async () => {
    const { main, post, left } = await runLeasedJob(issuer, {
      with: { timeout: '6s' },
      fault: ({ step }) => (step.phase === 'main' ? { kind: 'html', status: 503, act: false } : undefined),
    });
    expect(main.conclusion).toBe('failure');
    const [error] = main.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(error).toMatch(/ answered 503 Service Unavailable \(tried \d+ times in [56] s\)/);
    expect(error).toContain('The server is unavailable, or a proxy in front of it is');
    expect(error).not.toContain('Check the URL');
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
  });
});

interface Relay {
  readonly url: string;
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** An address at which nothing listens at first, and then whatever comes is passed on to the issuer. */
async function createRelay({ inputs }: RunningIssuer): Promise<Relay> {
  const target = new URL(inputs['url'] ?? '');
  const sockets = new Set<Socket>();
  const relay = createServer((client) => {
    const server = connect(Number(target.port), target.hostname);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        server.destroy();
      });
    }
    client.pipe(server).pipe(client);
  });
  const port = await portOf(relay);
  await closed(relay);
  return {
    url: `http://127.0.0.1:${port}`,
    async listen() {
      relay.listen(port, '127.0.0.1');
      await once(relay, 'listening');
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      if (relay.listening) await closed(relay);
    },
  };
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const closed = (server: Server) => new Promise((resolve) => server.close(resolve));
