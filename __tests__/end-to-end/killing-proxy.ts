import { readdir, readFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { once } from 'node:events';

export interface KillingProxy {
  readonly url: string;
  /** The bodies of the server's answers that the action never got. */
  readonly lostAnswers: readonly string[];
  stop(): Promise<void>;
}

/**
 * Stands before a server on loopback. When a request that mints comes in (POST to the given path), it lets the server
 * carry it out, then ends the process that sent it by SIGKILL, and passes no answer on: what a runner does that cancels
 * without a signal, at the worst moment.
 *
 * @param target base address of the server
 * @param path the path of the request that mints
 * @param isVictim tells by its environment which process to end
 */
export async function startKillingProxy(
  target: string,
  path: string,
  isVictim: (environment: ReadonlySet<string>) => boolean,
): Promise<KillingProxy> {
  const lostAnswers: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const mints = incoming.method === 'POST' && incoming.url === path;
    const forwarded = request(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        if (!mints) {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
          return;
        }
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          killVictims(isVictim).then(
            () => {
              lostAnswers.push(Buffer.concat(chunks).toString());
              outgoing.destroy();
            },
            (error: unknown) => outgoing.destroy(error instanceof Error ? error : new Error(String(error))),
          );
        });
      },
    );
    forwarded.on('error', (error) => outgoing.destroy(error));
    incoming.pipe(forwarded);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    lostAnswers,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** @throws {Error} when there is not exactly one such process */
async function killVictims(isVictim: (environment: ReadonlySet<string>) => boolean): Promise<void> {
  const victims: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    // A process may end while it is looked at.
    const environment = await readFile(`/proc/${entry}/environ`, 'utf8').catch(() => '');
    if (isVictim(new Set(environment.split('\0')))) victims.push(Number(entry));
  }
  const [victim, ...others] = victims;
  if (victim === undefined || others.length > 0) throw new Error(`${victims.length} processes to end in place of one`);
  process.kill(victim, 'SIGKILL');
}
