import { describe, expect, it } from 'vitest';
import { startForwardProxy } from '../../fakes/forward-proxy.js';
import { ISSUERS, type IssuerUnderTest } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';
import { OTHER_LOOPBACK } from './issuer-behind-proxy.js';

/** The issuer at an address for which a proxy would be used. */
const elsewhere = (issuer: IssuerUnderTest): IssuerUnderTest => ({
  ...issuer,
  async start(onRequest) {
    const running = await issuer.start(onRequest);
    const { port } = new URL(running.inputs['url'] ?? '');
    return { ...running, inputs: { ...running.inputs, url: `http://${OTHER_LOOPBACK}:${port}` } };
  },
});

describe.each(ISSUERS)('$name: main and post', (mint) => {
  it.for(['0.0.0.0/8', 'corp.example 0.0.0.0', '::/0,0.0.0.0/0'])(
    'send nothing through the proxy when no_proxy is %j',
    async (no_proxy, { onTestFinished }) => {
      const spy = await startForwardProxy({ routes: {} });
      onTestFinished(() => spy.close());
      const { main, post, left } = await runLeasedJob(elsewhere(mint), {
        environment: { http_proxy: spy.url, no_proxy },
      });
      expect(main.conclusion, main.log).toBe('success');
      expect(post.conclusion, post.log).toBe('success');
      expect(spy.asked).toEqual([]);
      expect(left).toEqual([]);
    },
  );

  it('go through the proxy, and say so, when no_proxy is not understood', async ({ onTestFinished }) => {
    const spy = await startForwardProxy({ routes: {}, instead: 403 });
    onTestFinished(() => spy.close());
    const environment = { http_proxy: spy.url, no_proxy: '0.0.0.*' };
    const { main } = await runLeasedJob(elsewhere(mint), { environment });
    expect(main.conclusion, main.log).toBe('failure');
    expect(main.annotations[0]?.message).toMatch(
      /^no_proxy: not understood, and so without effect: "0\.0\.0\.\*"\. Expected /,
    );
    expect(spy.asked.length).toBeGreaterThan(0);
  });
});
