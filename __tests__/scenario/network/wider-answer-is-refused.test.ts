import { describe, expect, it } from 'vitest';
import { rewriteJson } from '../../fakes/faults.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob, tellsGrants } from './leased-job.js';

describe.each(ISSUERS)('$name: a token that the server made otherwise than asked', (issuer) => {
  it.each(Object.entries(issuer.otherAnswers))('(%s) is revoked at once and never handed on', async (_, change) => {
    const { main, post, leftByMain, left, othersIntact } = await runLeasedJob(issuer, {
      with: { export_env: 'true', token_file: 'token.json' },
      fault: (sent) => (tellsGrants(issuer, sent) ? { kind: 'rewrite', rewrite: rewriteJson(change) } : undefined),
    });
    expect(main.conclusion).toBe('failure');
    expect(main.log).toMatch(/did not grant what was asked for/);
    // However much is granted: more of an annotation no runner shows.
    for (const { message } of main.annotations) expect(message.length).toBeLessThan(4_096);
    expect(main.outputs).toEqual({});
    expect(main.exported).toEqual({});
    expect(main.state['token_file']).toBe('');
    expect(leftByMain).toEqual([]);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
    expect(post.conclusion, post.log).toBe('success');
  });

  it('(rights that are nested 20,000 deep) is known by then, revoked at once and never handed on', async () => {
    const { rights } = issuer.answerKeys;
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const { main, post, leftByMain, left, othersIntact } = await runLeasedJob(issuer, {
      fault: (sent) =>
        tellsGrants(issuer, sent)
          ? {
              kind: 'rewrite',
              rewrite: (answer) => ({
                ...answer,
                body: answer.body.replace(new RegExp(`"${rights}"\\s*:\\s*[[{]`), (found) =>
                  found.endsWith('[') ? `${found}${deep},` : `${found}"a":${deep},`,
                ),
              }),
            }
          : undefined,
    });
    expect(main.conclusion).toBe('failure');
    expect(main.log).toMatch(/did not grant what was asked for/);
    expect(main.outputs).toEqual({});
    expect(leftByMain).toEqual([]);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
    expect(post.conclusion, post.log).toBe('success');
  });
});
