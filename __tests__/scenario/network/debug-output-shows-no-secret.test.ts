import { describe, expect, it } from 'vitest';
import { exportVariables } from './issuer-behind-proxy.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

describe.each(ISSUERS)('$name', (mint) => {
  it.for<Readonly<Record<string, string>>>([
    { NODE_DEBUG: 'http' },
    { NODE_DEBUG: 'net,stream' },
    { NODE_DEBUG: '*' },
    { NODE_OPTIONS: '--trace-tls' },
  ])('main sends nothing when Node would show it: %o', async (environment) => {
    const { main, post, requests, leftByMain } = await runLeasedJob(mint, { environment });
    expect(main.conclusion, main.log).toBe('failure');
    expect(main.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /nothing is sent, since (?:NODE_DEBUG is ".*"|Node was started with --trace-tls): .* Remove /,
      ),
    ]);
    expect(requests).toEqual([]);
    expect(leftByMain).toEqual([]);
    expect(post.conclusion, post.log).toBe('success');
  });

  it.for(['http', 'tls', 'net,stream', '*'])(
    'post sends nothing when a later step sets NODE_DEBUG to %j, and says which token is left',
    async (value) => {
      let seen = 0;
      const { main, post, requests, left, credentials } = await runLeasedJob(mint, {
        with: { on_revoke_failure: 'fail' },
        between: async (job, issuer) => {
          seen = issuer.requests().length;
          await exportVariables(job, { NODE_DEBUG: value });
        },
      });
      expect(main.conclusion, main.log).toBe('success');
      expect(post.conclusion, post.log).toBe('failure');
      expect(post.annotations.map(({ message }) => message)).toEqual([
        expect.stringMatching(/nothing is sent, since NODE_DEBUG is ".*": .*Remove NODE_DEBUG .*Revoke it by hand: \S/),
      ]);
      expect(requests).toHaveLength(seen);
      expect(left).toHaveLength(1);
      for (const credential of credentials)
        expect(post.rawLog.replace(/^::add-mask::.*$/gm, '')).not.toContain(credential);
    },
  );
});
