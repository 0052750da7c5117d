import { describe, expect, it } from 'vitest';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

/** Secrets that no client could use, or that a runner could take for something else. */
const SECRETS = [
  '',
  'x'.repeat(1_000_000),
  'y'.repeat(16 * 1024 + 1),
  'first\n::set-output name=token::second',
  '\u0000',
  ' ',
];

describe.each(ISSUERS)('$name: a token', (issuer) => {
  it.each(SECRETS.map((secret) => ({ secret, shown: JSON.stringify(secret.slice(0, 40)) })))(
    'that is $shown is never handed on',
    async ({ secret }) => {
      const { main, left, othersIntact } = await runLeasedJob(issuer, {
        with: { timeout: '30s' },
        fault: ({ role }) =>
          role === 'mint'
            ? {
                kind: 'rewrite',
                rewrite: (answer) => ({
                  ...answer,
                  body: answer.body.replace(issuer.tokenInAnswer, (_, key: string) => key + JSON.stringify(secret)),
                }),
              }
            : undefined,
      });
      expect(main.conclusion).toBe('failure');
      expect(main.outputs).toEqual({});
      expect(left).toEqual([]);
      expect(othersIntact).toBe(true);
    },
  );
});
