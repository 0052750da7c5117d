import { describe, expect, it } from 'vitest';
import type { TlsFront } from '../../fakes/tls-front.js';
import { exportVariables, newAuthority, newFront, putBehindSecureProxy } from './issuer-behind-proxy.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

describe.each(ISSUERS)('$name: post', (mint) => {
  it.for(['', 'another file'])(
    'trusts the authority that main trusted when a later step sets %j',
    async (later, test) => {
      const [ours, others] = [await newAuthority('ours', test), await newAuthority('of others', test)];
      const { issuer, proxy } = await putBehindSecureProxy(mint, ours, test);
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
    const { issuer, proxy, redirect } = await putBehindSecureProxy(mint, ours, test);
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
