import fc from '../../properties.js';
import { describe, expect, it } from 'vitest';

import { createSecretMasker, derivedForms } from '../../runner/secret-masker.mjs';
import { jobFor } from './fixture-action.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('verbatim masking', () => {
  it('replaces in the order of registration, so that a short value spoils a longer one', () => {
    const masker = createSecretMasker('verbatim');
    masker.add('abc');
    masker.add('abcdef');
    expect(masker.mask('abcdef')).toBe('***def');
  });

  it('knows no form that was not registered', () => {
    const masker = createSecretMasker('verbatim');
    masker.add('s3cret/value');
    const text = `${base64('s3cret/value')} s3cret%2Fvalue`;
    expect(masker.mask(text)).toBe(text);
    expect(masker.mask('S3CRET/VALUE s3cret/value s3cret/value')).toBe('S3CRET/VALUE *** ***');
  });

  it('masks each line of a value, trimmed', () => {
    const masker = createSecretMasker('verbatim');
    masker.add('first\r\n\r\n  second  ');
    expect(masker.mask('first')).toBe('***');
    expect(masker.mask('[second]')).toBe('[***]');
  });
});

describe("masking as GitHub's runner does it", () => {
  it('merges hits that overlap or touch', () => {
    const masker = createSecretMasker('github');
    masker.add('abcd');
    masker.add('cdef');
    masker.add('gh');
    expect(masker.mask('abcdef gh abcdefgh')).toBe('*** *** ***');
    expect(masker.mask('xabcdabcdx')).toBe('x***x');
    masker.add('1212');
    expect(masker.mask('121212')).toBe('***');
  });

  it('finds base64 at every alignment when the value ends the text, and misses it when something follows', () => {
    const masker = createSecretMasker('github');
    masker.add('not-a-real-secret-1');
    for (const prefix of ['', 'u', 'us', 'use']) {
      expect(masker.mask(base64(`${prefix}not-a-real-secret-1`))).toMatch(/^.{0,4}\*\*\*$/);
    }
    const followed = base64('not-a-real-secret-1\n');
    expect(masker.mask(followed)).toBe(followed);
  });

  it.each([
    [`a"b'c&d<e>`, `a\\"b'c&d<e>`],
    [`a"b'c&d<e>`, `a"b''c&d<e>`],
    [`a"b'c&d<e>`, `a&quot;b&apos;c&amp;d&lt;e&gt;`],
    [`a"b'c&d<e>`, `a%22b%27c%26d%3Ce%3E`],
    ['tab\there', 'tab\\there'],
    ['next\u0085line', 'next\\u0085line'],
    ['"quoted-value"', 'quoted-value'],
    ['part-one&part-two', 'part-one&'],
    ['part-one&part-two', 'part-two'],
    ['part-one&+part-two', 'part-one&+'],
    ['part-one&+part-two', 'art-two'],
  ])('derives from %j the form %j', (value, form) => {
    expect(derivedForms(value)).toContain(form);
  });

  it('derives no base64url, no hexadecimal and no lower-case percent codes', () => {
    const value = '~~~???>>>';
    const forms = derivedForms(value);
    expect(forms).not.toContain(Buffer.from(value).toString('base64url'));
    expect(forms).not.toContain(Buffer.from(value).toString('hex'));
    expect(derivedForms('a/b')).not.toContain('a%2fb');
    expect(derivedForms('"short"')).not.toContain('short');
  });

  it('leaves nothing of a registered value, and everything else', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.array(word), (secrets, words) => {
        const masker = createSecretMasker('github');
        for (const secret of secrets) {
          masker.add(secret);
        }
        const masked = masker.mask(words.join(' '));
        for (const secret of secrets) {
          expect(masked).not.toContain(secret);
        }
        if (
          words.every((text) => secrets.every((secret) => derivedForms(secret).every((form) => !text.includes(form))))
        ) {
          expect(masked).toBe(words.join(' '));
        }
      }),
    );
  });
});

describe('masks of a job', () => {
  const main = `
    console.log('before s3cret-value');
    console.log('::add-mask::s3cret-value');
    console.log('after s3cret-value');
    append('GITHUB_STEP_SUMMARY', 'summary s3cret-value\\n');
    append('GITHUB_OUTPUT', 'token=s3cret-value\\n');`;

  it('act on what follows, not on what was printed before', async () => {
    const job = await jobFor({ main });
    const step = await job.runAction();
    expect(step.log).toBe('before s3cret-value\nafter ***');
    expect(step.rawLog).toBe('before s3cret-value\n::add-mask::s3cret-value\nafter s3cret-value');
    expect(step.summary).toBe('summary ***\n');
    expect(step.rawSummary).toBe('summary s3cret-value\n');
  });

  it('hold in later steps and in post, but never change an output', async () => {
    const job = await jobFor({ main, post: `console.log('post s3cret-value');` });
    const step = await job.runAction();
    expect(step.outputs).toEqual({ token: 's3cret-value' });
    const later = await job.runCommand([process.execPath, '-p', 'process.env.TOKEN'], {
      env: { TOKEN: job.outputs('mint')['token'] },
    });
    expect(later.log).toBe('***');
    const ended = await job.end();
    expect(ended.posts[0]?.log).toBe('Post job cleanup.\npost ***');
    expect(ended.log).toBe(job.log);
    expect(job.rawLog).toContain('post s3cret-value');
  });

  it('are recorded in order, and nothing is replaced when masking is off', async () => {
    const job = await jobFor(
      { main: `console.log('::add-mask::one%0Atwo'); console.log('::add-mask::three'); console.log('one two three');` },
      { masking: 'none', secrets: ['zero'] },
    );
    const step = await job.runAction();
    expect(step.log).toBe('one two three');
    expect(step.masks).toEqual(['one\ntwo', 'three']);
    expect(job.masks).toEqual(['zero', 'one\ntwo', 'three']);
  });

  it('warn about an empty value', async () => {
    const job = await jobFor({ main: `console.log('::add-mask::%0A ');` });
    const step = await job.runAction();
    expect(step).toMatchObject({ masks: [], conclusion: 'success', annotations: [{ level: 'warning' }] });
  });

  it("hide the workflow's secrets from the start, in what the runner prints of a step, too", async () => {
    const job = await jobFor(
      { main: '', inputs: 'inputs:\n  credential:\n    description: secret\n  type:\n    description: what' },
      { secrets: ['s3cret-credential'], stepDetails: true, environment: { INFLUX_TOKEN: 's3cret-credential' } },
    );
    const step = await job.runAction({ with: { type: 'influxdb', credential: 's3cret-credential' } });
    expect(step.log.split('\n')).toEqual([
      '##[group]Run mint-token/mint-token@v1',
      'with:',
      '  type: influxdb',
      '  credential: ***',
      'env:',
      '  INFLUX_TOKEN: ***',
      '##[endgroup]',
    ]);
  });
});
