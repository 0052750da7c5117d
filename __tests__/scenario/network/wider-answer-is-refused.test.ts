import { describe, expect, it } from 'vitest';
import { rewriteJson } from '../../fakes/faults.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob } from './leased-job.js';

describe.each(ISSUERS)('$name: a token that the server made otherwise than asked', (issuer) => {
  it.each(Object.entries(issuer.otherAnswers))('(%s) is revoked at once and never handed on', async (_, change) => {
    const { main, post, leftByMain, left, othersIntact } = await runLeasedJob(issuer, {
      with: { export_env: 'true', token_file: 'token.json' },
      fault: ({ role }) => (role === 'mint' ? { kind: 'rewrite', rewrite: rewriteJson(change) } : undefined),
    });
    expect(main.conclusion).toBe('failure');
    expect(main.log).toMatch(/did not grant what was asked for/);
    expect(main.outputs).toEqual({});
    expect(main.exported).toEqual({});
    expect(main.state['token_file']).toBe('');
    expect(leftByMain).toEqual([]);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
    expect(post.conclusion, post.log).toBe('success');
  });
});
