import { describe, expect, it } from 'vitest';
import { startForwardProxy, type ForwardProxy } from '../../fakes/forward-proxy.js';
import { exportVariables, OTHER_LOOPBACK, putBehindProxy, type Finishing } from './issuer-behind-proxy.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

/** Would see every request that is sent through it, the credential included. */
async function startSpy({ onTestFinished }: Finishing): Promise<ForwardProxy> {
  const spy = await startForwardProxy({ routes: {} });
  onTestFinished(() => spy.close());
  return spy;
}

describe.each(ISSUERS)('$name: post', (mint) => {
  it.for(['http_proxy', 'HTTP_PROXY', 'ALL_PROXY'])(
    'goes through the proxy of main when a later step sets %s',
    async (name, test) => {
      const { issuer, proxy } = await putBehindProxy(mint, test);
      const spy = await startSpy(test);
      const { main, post, requests, left } = await runLeasedJob(issuer, {
        environment: { HTTP_PROXY: proxy.url },
        between: (job) => exportVariables(job, { [name]: spy.url }),
      });
      expect(main.conclusion, main.log).toBe('success');
      expect(post.conclusion, post.log).toBe('success');
      expect(post.log).toMatch(/^revoked /m);
      expect(spy.asked).toEqual([]);
      expect(proxy.asked).toHaveLength(requests.length);
      expect(left).toEqual([]);
    },
  );

  it('goes through the proxy of main when a later step makes an exception of the host', async (test) => {
    const { issuer, proxy } = await putBehindProxy(mint, test);
    const { post, left } = await runLeasedJob(issuer, {
      environment: { HTTP_PROXY: proxy.url },
      between: (job) => exportVariables(job, { no_proxy: '*', NO_PROXY: '*' }),
    });
    expect(post.conclusion, post.log).toBe('success');
    expect(left).toEqual([]);
  });

  it('goes through the proxy that main had by all_proxy', async (test) => {
    const { issuer, proxy } = await putBehindProxy(mint, test);
    const spy = await startSpy(test);
    const { main, post, requests, left } = await runLeasedJob(issuer, {
      environment: { all_proxy: proxy.url },
      between: (job) => exportVariables(job, { all_proxy: spy.url, http_proxy: spy.url }),
    });
    expect(main.conclusion, main.log).toBe('success');
    expect(post.conclusion, post.log).toBe('success');
    expect(spy.asked).toEqual([]);
    expect(proxy.asked).toHaveLength(requests.length);
    expect(left).toEqual([]);
  });

  it('goes through none when main had none, whatever a later step sets', async (test) => {
    const spy = await startSpy(test);
    const { main, post, left } = await runLeasedJob(
      {
        ...mint,
        async start(onRequest) {
          const running = await mint.start(onRequest);
          const { port } = new URL(running.inputs['url'] ?? '');
          return { ...running, inputs: { ...running.inputs, url: `http://${OTHER_LOOPBACK}:${port}` } };
        },
      },
      {
        between: (job) =>
          exportVariables(job, {
            http_proxy: spy.url,
            HTTP_PROXY: spy.url,
            all_proxy: spy.url,
            NODE_USE_ENV_PROXY: '1',
          }),
      },
    );
    expect(main.conclusion, main.log).toBe('success');
    expect(post.conclusion, post.log).toBe('success');
    expect(spy.asked).toEqual([]);
    expect(left).toEqual([]);
  });
});
