import { expect, it } from 'vitest';
import { rewriteJson } from '../../fakes/faults.js';
import { ISSUERS, type Json } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

const issuers = ISSUERS.filter(({ name }) => name === 'namespace by identity token');

const without = (name: string) => (value: unknown) => ({ ...(value as Json), [name]: undefined });

it.each(issuers)(
  '$name: a workspace that neither the exchange nor the token names is said to be unconfirmed',
  async (issuer) => {
    const { main, left } = await runLeasedJob(issuer, {
      fault({ request: { path } }) {
        if (path.endsWith('/ExchangeOIDCToken')) return { kind: 'rewrite', rewrite: rewriteJson(without('tenant')) };
        if (path.endsWith('/CreateRevokableToken')) {
          return {
            kind: 'rewrite',
            rewrite: rewriteJson((answer) => ({ ...answer, token: without('tenantId')(answer['token']) })),
          };
        }
        if (path.endsWith('/ListRevokableTokens')) {
          const tokensOf = (answer: Json) => (answer['tokens'] ?? []) as readonly unknown[];
          return {
            kind: 'rewrite',
            rewrite: rewriteJson((answer) => ({ ...answer, tokens: tokensOf(answer).map(without('tenantId')) })),
          };
        }
        return undefined;
      },
    });
    expect(main.conclusion, main.log).toBe('success');
    expect(main.log).toContain('its workspace is not confirmed by the server');
    expect(main.summary).toContain('not confirmed by the server');
    expect(left).toEqual([]);
  },
);

it.each(issuers)('$name: a workspace that the server names is not', async (issuer) => {
  const { main } = await runLeasedJob(issuer);
  expect(main.conclusion, main.log).toBe('success');
  expect(main.log).not.toContain('not confirmed');
});
