import { readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../runner/job.mjs';
import {
  exportVariables,
  newAuthority,
  newFront,
  putBehindSecureProxy,
  type Authority,
  type Finishing,
} from './issuer-behind-proxy.js';
import { ISSUERS, type IssuerUnderTest } from './issuer-under-test.js';
import { runLeasedJob, type LeasedJob } from './leased-job.js';

type Variables = Readonly<Record<string, string>>;

/** What a later step may do: set variables, and write files. */
interface LaterStep {
  readonly variables?: Variables;
  readonly act?: (job: Job) => Promise<unknown>;
  /** Whether the name of the issuer leads to somebody else from then on, who has a certificate of the other authority. */
  readonly impostor?: boolean;
}

/** A job whose issuer has a certificate of an authority that nobody trusts by himself. */
async function runJob(
  mint: IssuerUnderTest,
  ours: Authority,
  others: Authority,
  environment: Variables,
  { variables = {}, act, impostor = false }: LaterStep,
  test: Finishing,
): Promise<LeasedJob & { readonly heardByImpostor: number }> {
  const { issuer, proxy, redirect } = await putBehindSecureProxy(mint, ours, test);
  let heard = () => 0;
  const job = await runLeasedJob(issuer, {
    environment: { https_proxy: proxy.url, ...environment },
    with: { on_revoke_failure: 'fail' },
    between: async (running) => {
      await act?.(running);
      await exportVariables(running, variables);
      if (!impostor) return;
      const front = await newFront(others, 'http://127.0.0.1:9', test);
      heard = front.used;
      redirect(front.port);
    },
  });
  expect(job.main.conclusion, job.main.log).toBe('success');
  return { ...job, heardByImpostor: heard() };
}

function expectRevoked({ post, left }: LeasedJob): void {
  expect(post.conclusion, post.log).toBe('success');
  expect(post.log).toMatch(/^revoked /m);
  expect(left).toEqual([]);
}

/** Nobody could revoke the token, and the job has failed for it. */
function expectRefused({ post, left, credentials }: LeasedJob, why: RegExp): void {
  expect(post.conclusion, post.log).toBe('failure');
  const [annotation] = post.annotations;
  expect(annotation?.message).toMatch(why);
  expect(annotation?.message).toMatch(/Revoke it by hand: \S/);
  for (const credential of credentials) expect(post.log).not.toContain(credential);
  expect(left).toHaveLength(1);
}

const twoAuthorities = async (test: Finishing) =>
  [await newAuthority('ours', test), await newAuthority('of others', test)] as const;

/** How a job names the authorities besides those that come with Node. */
const WAYS: Readonly<Record<string, (file: string) => Variables>> = {
  NODE_EXTRA_CA_CERTS: (file) => ({ NODE_EXTRA_CA_CERTS: file }),
  NODE_USE_SYSTEM_CA: (file) => ({ NODE_USE_SYSTEM_CA: '1', SSL_CERT_FILE: file }),
  SSL_CERT_DIR: (file) => ({ NODE_USE_SYSTEM_CA: '1', SSL_CERT_FILE: '/none', SSL_CERT_DIR: dirname(file) }),
  '--use-system-ca': (file) => ({ NODE_OPTIONS: '--use-system-ca', SSL_CERT_FILE: file }),
  '--use-openssl-ca': (file) => ({ NODE_OPTIONS: '--use-openssl-ca', SSL_CERT_FILE: file }),
};

describe.each(ISSUERS)('$name: post trusts the authorities that main trusted', (mint) => {
  it.for(['', 'another file'])('when a later step sets NODE_EXTRA_CA_CERTS to %j', async (value, test) => {
    const [ours, others] = await twoAuthorities(test);
    const variables = { NODE_EXTRA_CA_CERTS: value === '' ? '' : others.file };
    expectRevoked(await runJob(mint, ours, others, { NODE_EXTRA_CA_CERTS: ours.file }, { variables }, test));
  });

  it('when a later step removes their file, as a checkout does', async (test) => {
    const [ours, others] = await twoAuthorities(test);
    const act = () => rm(ours.file);
    expectRevoked(await runJob(mint, ours, others, { NODE_EXTRA_CA_CERTS: ours.file }, { act }, test));
  });

  it('when they are so many that a file beside the state holds them', async (test) => {
    const [ours, others] = await twoAuthorities(test);
    await writeFile(ours.file, [...rootCertificates, ours.cert].join('\n'));
    const act = () => rm(ours.file);
    expectRevoked(await runJob(mint, ours, others, { NODE_EXTRA_CA_CERTS: ours.file }, { act }, test));
  });
});

describe.each(ISSUERS)('$name: post sends nothing to an impostor', (mint) => {
  it('whose authority a later step names', async (test) => {
    const [ours, others] = await twoAuthorities(test);
    const variables = { NODE_EXTRA_CA_CERTS: others.file, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const later = { variables, impostor: true };
    const job = await runJob(mint, ours, others, { NODE_EXTRA_CA_CERTS: ours.file }, later, test);
    expectRefused(job, /the certificate of the server is not trusted/);
    expect(job.heardByImpostor).toBe(0);
  });

  it.for(['removes', 'rewrites'])(
    'nor to anybody else when a later step %s the file beside the state',
    async (how, test) => {
      const [ours, others] = await twoAuthorities(test);
      await writeFile(ours.file, [...rootCertificates, ours.cert].join('\n'));
      const act = async ({ temp }: Job) => {
        const names = (await readdir(temp)).filter((name) => name.startsWith('mint-token-authorities-'));
        expect(names).toHaveLength(1);
        for (const name of names) {
          if (how === 'removes') await rm(join(temp, name));
          else await writeFile(join(temp, name), others.cert);
        }
      };
      const later = { act, impostor: how === 'rewrites' };
      const job = await runJob(mint, ours, others, { NODE_EXTRA_CA_CERTS: ours.file }, later, test);
      expectRefused(job, /the file of the authorities that the mint trusted is gone or was changed: \S/);
      expect(job.heardByImpostor).toBe(0);
    },
  );
});

/** How they are named is the same for every issuer. */
describe.each(ISSUERS.slice(0, 1))('$name: post', (mint) => {
  it.for(Object.entries(WAYS))(
    'trusts the authorities that main was given by %s, when a later step names others',
    async ([, name], test) => {
      const [ours, others] = await twoAuthorities(test);
      const later = { NODE_EXTRA_CA_CERTS: others.file, SSL_CERT_FILE: others.file, SSL_CERT_DIR: '/none' };
      expectRevoked(await runJob(mint, ours, others, name(ours.file), { variables: later }, test));
    },
  );

  it.for(Object.entries(WAYS))(
    'sends nothing to an impostor whose authority a later step writes into the file of %s',
    async ([, name], test) => {
      const [ours, others] = await twoAuthorities(test);
      const later = { act: () => writeFile(ours.file, others.cert), impostor: true };
      const job = await runJob(mint, ours, others, name(ours.file), later, test);
      expectRefused(job, /the certificate of the server is not trusted/);
      expect(job.heardByImpostor).toBe(0);
    },
  );

  it.for(Object.entries(WAYS))(
    'sends nothing to an impostor whose authority a later step adds by %s',
    async ([, name], test) => {
      const [ours, others] = await twoAuthorities(test);
      const later = { variables: name(others.file), impostor: true };
      const job = await runJob(mint, ours, others, { NODE_EXTRA_CA_CERTS: ours.file }, later, test);
      expectRefused(job, /the certificate of the server is not trusted/);
      expect(job.heardByImpostor).toBe(0);
    },
  );
});
