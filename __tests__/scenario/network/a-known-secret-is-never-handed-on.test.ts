import { describe, expect, it } from 'vitest';
import { rewriteJson } from '../../fakes/faults.js';
import { ISSUERS } from './issuer-under-test.js';
import { runLeasedJob, type SentRequest } from './leased-job.js';

/** What a server was sent to be asked with, or what stands behind it. */
const secretsOf = {
  'what it was asked with': ({ request }: SentRequest) =>
    /(?:^(?:Token|Bearer) |Signature=)(.*)$/.exec(request.headers.authorization ?? '')?.[1],
  'the stored credential': ({ credentials }: SentRequest) => credentials[0],
};

/** The parent of the real Datasette is a signed token, which is no token that it keeps: it is refused before, for its form. */
const issuers = ISSUERS.filter(({ name }) => name !== 'datasette/managed (real)');

describe.each(issuers)('$name: an answer that gives out as a new token', (issuer) => {
  const { id, secret } = issuer.answerKeys;

  it.each(Object.entries(secretsOf))('%s hands nothing on, and leaves nothing', async (_, secretOf) => {
    const known: string[] = [];
    const { main, post, log, leftByMain, left, othersIntact } = await runLeasedJob(issuer, {
      with: { export_env: 'true', token_file: 'token.json', timeout: '10s' },
      fault: (sent) => {
        // An identity token is all that the job by one has, and it is asked for elsewhere.
        const found = secretOf(sent) ?? /Bearer (.*)/.exec(sent.request.headers.authorization ?? '')?.[1];
        if (sent.role !== 'mint' || found === undefined) return undefined;
        known.push(found);
        const inner = (value: unknown): unknown =>
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? Object.fromEntries(
                Object.entries(value).map(([key, member]) => [
                  key,
                  // The id is that of the credential then, as far as anybody knows.
                  key === secret ? found : key === id ? 'f'.repeat(String(member).length) : inner(member),
                ]),
              )
            : value;
        return {
          kind: 'rewrite',
          rewrite:
            secret === undefined
              ? (answer) => ({ ...answer, body: answer.body.replace(issuer.tokenInAnswer, `$1"${found}"`) })
              : rewriteJson(inner),
        };
      },
    });
    expect(known.length).toBeGreaterThan(0);
    expect(main.conclusion).toBe('failure');
    expect(main.log).toMatch(/gives out as a new token a secret that was there before/);
    expect(main.outputs).toEqual({});
    expect(main.exported).toEqual({});
    expect(main.state['token_file']).toBe('');
    for (const text of known) expect(log).not.toContain(text);
    expect(leftByMain).toEqual([]);
    expect(left).toEqual([]);
    expect(othersIntact).toBe(true);
    expect(post.conclusion, post.log).toBe('success');
  });
});
