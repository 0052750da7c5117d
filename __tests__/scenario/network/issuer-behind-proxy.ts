import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { createAuthority, createServerCertificate, type Certificate } from '../../fakes/certificates.js';
import { startForwardProxy, type ForwardProxy } from '../../fakes/forward-proxy.js';
import { startTlsFront, type TlsFront } from '../../fakes/tls-front.js';
import type { IssuerUnderTest } from './issuer-under-test.js';
import type { Job } from '../../runner/job.mjs';

/** The context of the running test: those of a file run at the same time, so a global hook would be another test's. */
export type Finishing = Pick<TestContext, 'onTestFinished'>;

/** No DNS knows it: whatever reaches the issuer by this name has gone through a proxy that does. */
const HOST = 'issuer.example';

/**
 * On loopback, and yet not a name of it for which proxies are passed over. Windows has no way to 0.0.0.0, but IPv6;
 * elsewhere that may be off.
 */
export const OTHER_LOOPBACK = process.platform === 'win32' ? '[::ffff:127.0.0.1]' : '0.0.0.0';

export interface IssuerBehindProxy {
  readonly issuer: IssuerUnderTest;
  /** The proxy that leads to it. */
  readonly proxy: ForwardProxy;
  /** Leads the name to another port on loopback from now on, as whoever sits on the way can. */
  readonly redirect: (port: number) => void;
}

/**
 * The issuer under a name that only the proxy resolves.
 *
 * @param front makes what stands before the issuer, from its URL on loopback: returns a port; none for plain HTTP
 */
export async function putBehindProxy(
  issuer: IssuerUnderTest,
  { onTestFinished }: Finishing,
  front?: (plainUrl: string) => Promise<number>,
): Promise<IssuerBehindProxy> {
  const [scheme, target] = front === undefined ? ['http', `${HOST}:80`] : ['https', `${HOST}:443`];
  const routes: Record<string, number> = {};
  const proxy = await startForwardProxy({ routes });
  onTestFinished(() => proxy.close());
  return {
    proxy,
    redirect(port) {
      routes[target] = port;
    },
    issuer: {
      ...issuer,
      async start(onRequest) {
        const running = await issuer.start(onRequest);
        const plainUrl = running.inputs['url'] ?? '';
        routes[target] = (await front?.(plainUrl)) ?? Number(new URL(plainUrl).port);
        return { ...running, inputs: { ...running.inputs, url: `${scheme}://${HOST}` } };
      },
    },
  };
}

export interface Authority extends Certificate {
  /** Its certificate as NODE_EXTRA_CA_CERTS wants it. */
  readonly file: string;
}

export async function newAuthority(name: string, { onTestFinished }: Finishing): Promise<Authority> {
  const folder = await mkdtemp(join(tmpdir(), 'mint-token-authority-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const authority = await createAuthority(name);
  const file = join(folder, 'authority.pem');
  await writeFile(file, authority.cert);
  return { ...authority, file };
}

export async function newFront(
  authority: Authority,
  plainUrl: string,
  { onTestFinished }: Finishing,
): Promise<TlsFront> {
  const front = await startTlsFront(await createServerCertificate(authority, [HOST]), plainUrl);
  onTestFinished(() => front.close());
  return front;
}

/** The same with TLS, and a certificate of the authority. */
export function putBehindSecureProxy(
  issuer: IssuerUnderTest,
  authority: Authority,
  test: Finishing,
): Promise<IssuerBehindProxy> {
  return putBehindProxy(issuer, test, async (plainUrl) => (await newFront(authority, plainUrl, test)).port);
}

/** A step that exports variables for all later ones, post included. */
export async function exportVariables(job: Job, variables: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  const script = `require('node:fs').appendFileSync(process.env.GITHUB_ENV, ${JSON.stringify(lines.join(''))})`;
  await job.runCommand([process.execPath, '-e', script]);
}
