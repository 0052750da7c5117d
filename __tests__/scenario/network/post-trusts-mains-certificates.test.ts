import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAuthority, createServerCertificate, type Certificate } from '../../fakes/certificates.js';
import { startTlsFront, type TlsFront } from '../../fakes/tls-front.js';
import { exportVariables, putBehindProxy, type Finishing, type IssuerBehindProxy } from './issuer-behind-proxy.js';
import { ISSUERS, type IssuerUnderTest } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

interface Authority extends Certificate {
  /** Its certificate as NODE_EXTRA_CA_CERTS wants it. */
  readonly file: string;
}

async function newAuthority(name: string, { onTestFinished }: Finishing): Promise<Authority> {
  const folder = await mkdtemp(join(tmpdir(), 'mint-token-authority-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const authority = await createAuthority(name);
  const file = join(folder, 'authority.pem');
  await writeFile(file, authority.cert);
  return { ...authority, file };
}

async function newFront(authority: Authority, plainUrl: string, { onTestFinished }: Finishing): Promise<TlsFront> {
  const front = await startTlsFront(await createServerCertificate(authority, ['issuer.example']), plainUrl);
  onTestFinished(() => front.close());
  return front;
}

/** The issuer with a certificate of the authority. */
function secured(mint: IssuerUnderTest, authority: Authority, test: Finishing): Promise<IssuerBehindProxy> {
  return putBehindProxy(mint, test, async (plainUrl) => (await newFront(authority, plainUrl, test)).port);
}

describe.each(ISSUERS)('$name: post', (mint) => {
  it.for(['', 'another file'])(
    'trusts the authority that main trusted when a later step sets %j',
    async (later, test) => {
      const [ours, others] = [await newAuthority('ours', test), await newAuthority('of others', test)];
      const { issuer, proxy } = await secured(mint, ours, test);
      const { main, post, left } = await runLeasedJob(issuer, {
        environment: { https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: ours.file },
        between: (job) => exportVariables(job, { NODE_EXTRA_CA_CERTS: later === '' ? '' : others.file }),
      });
      expect(main.conclusion, main.log).toBe('success');
      expect(post.conclusion, post.log).toBe('success');
      expect(post.log).toMatch(/^revoked /m);
      expect(left).toEqual([]);
    },
  );

  it('sends nothing to an impostor whose authority a later step has named', async (test) => {
    const [ours, others] = [await newAuthority('ours', test), await newAuthority('of others', test)];
    const { issuer, proxy, redirect } = await secured(mint, ours, test);
    const impostors: TlsFront[] = [];
    const { main, post, left, credentials } = await runLeasedJob(issuer, {
      environment: { https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: ours.file },
      with: { on_revoke_failure: 'fail' },
      between: async (job) => {
        const impostor = await newFront(others, 'http://127.0.0.1:9', test);
        impostors.push(impostor);
        redirect(impostor.port);
        await exportVariables(job, { NODE_EXTRA_CA_CERTS: others.file, NODE_TLS_REJECT_UNAUTHORIZED: '0' });
      },
    });
    expect(main.conclusion, main.log).toBe('success');
    expect(post.conclusion, post.log).toBe('failure');
    const [annotation] = post.annotations;
    expect(annotation?.message).toMatch(/the certificate of the server is not trusted/);
    expect(annotation?.message).toMatch(/Revoke it by hand: \S/);
    expect(impostors.map((impostor) => impostor.used())).toEqual([0]);
    for (const credential of credentials) expect(post.log).not.toContain(credential);
    // Nobody could revoke it, and the job has failed for it.
    expect(left).toHaveLength(1);
  });
});
