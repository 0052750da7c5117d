import { describe, expect, it } from 'vitest';
import { rewriteJson, type FakeAnswer } from '../../fakes/faults.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob, tellsGrants } from './leased-job.js';

const SECRET_OF_ANOTHER = 'not-a-real-secret-of-another';

describe.each(ISSUERS)('$name: an answer to a mint', (issuer) => {
  const { id, secret, rights } = issuer.answerKeys;

  it.each(Object.entries(issuer.unclearAnswers))('with %s is not taken for a token', async (_, change) => {
    await expectRefusal(rewriteJson(change));
  });

  // The value that a client would miss stands first: of such JSON, most take the last.
  it.each([
    ['an id', id, '"0123456789abcdef"'],
    ...(secret === undefined ? [] : [['a secret', secret, JSON.stringify(SECRET_OF_ANOTHER)]]),
    ['wider rights', rights, '[{"everything":["*"]}]'],
    ['no rights', rights, 'null'],
  ])('with %s beside the one that seems right is not taken for a token', async (_, key, value) => {
    await expectRefusal((answer) => {
      const body = answer.body.replace(new RegExp(`"${key}"\\s*:`), (found) => `${found}${value},${found}`);
      expect(body).not.toBe(answer.body);
      return { ...answer, body };
    });
  });

  async function expectRefusal(rewrite: (answer: FakeAnswer) => FakeAnswer): Promise<void> {
    const { main, post, log, leftByMain, left, othersIntact } = await runLeasedJob(issuer, {
      with: { export_env: 'true', token_file: 'token.json', timeout: '10s' },
      fault: (sent) => (tellsGrants(issuer, sent) ? { kind: 'rewrite', rewrite } : undefined),
    });
    expect(main.conclusion).toBe('failure');
    expect(main.outputs).toEqual({});
    expect(main.exported).toEqual({});
    expect(main.state['token_file']).toBe('');
    expect(log).not.toContain(SECRET_OF_ANOTHER);
    expect(leftByMain).toEqual([]);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
    expect(post.conclusion, post.log).toBe('success');
  }
});
