import { describe, expect, it } from 'vitest';

import { inputs, newDatasette, newJob, nodeScript, outputOf, secret, spokenBy } from './datasette-step.js';

/** Prints a value as a careless step may: by itself, encoded, with something before and after it, in lines. */
const printEverything = nodeScript(`
const value = process.env.VALUE;
const print = (text) => console.log('form', text);
const lower = (text) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
for (const before of ['', 'u', 'u:', 'us:', 'user:']) {
  for (const after of ['', '\\n', '@host', 'x', 'yz']) {
    const text = before + value + after;
    print(Buffer.from(text).toString('base64'));
    print(Buffer.from(text).toString('base64url'));
    print(Buffer.from(text).toString('hex'));
    print(Buffer.from(text).toString('hex').toUpperCase());
    print(encodeURIComponent(text));
    print(lower(encodeURIComponent(text)));
    print(new URLSearchParams([['', text]]).toString());
    print(lower(new URLSearchParams([['', text]]).toString()));
    print(JSON.stringify(text));
    print(JSON.stringify(JSON.stringify(text)));
  }
}
console.log(value);
console.error(value);
console.log('Authorization: Bearer ' + value);
console.log('Authorization: Basic ' + Buffer.from('user:' + value).toString('base64'));
for (const [encoding, width] of [['base64', 76], ['base64', 64], ['hex', 60]]) {
  for (const line of Buffer.from(value + '\\n').toString(encoding).match(new RegExp('.{1,' + width + '}', 'g'))) console.log(line);
}
`);

/** Pieces by which a form would be known in a log, whatever is left of it. */
function piecesOf(value: string): readonly string[] {
  const forms = [
    value,
    encodeURIComponent(value),
    Buffer.from(value).toString('hex'),
    Buffer.from(value).toString('hex').toUpperCase(),
    ...['', 'x', 'xy'].map((before) => Buffer.from(before + value).toString('base64')),
  ];
  return forms.flatMap((form) => [form.slice(8, 24), form.slice(30, 46), form.slice(-20, -4)]);
}

describe.each(['verbatim', 'github'] as const)('on a runner that masks as %s', (masking) => {
  it('the token works, and no later step can show it or the secret in any usual form', async () => {
    await using server = await newDatasette();
    await using job = await newJob({ masking });
    const mint = await job.runAction({ with: inputs });
    expect(mint.conclusion, mint.log).toBe('success');
    const token = outputOf(mint, 'token');

    const answer = await fetch(`${server.url}/-/actor.json`, { headers: { authorization: `Bearer ${token}` } });
    expect(await answer.json()).toMatchObject({
      ok: true,
      actor: { id: 'ci-bot', _r: { r: { mydb: { mytable: ['ir', 'ur'] } } } },
    });

    for (const value of [token, secret]) {
      const later = await job.runCommand(printEverything, { env: { VALUE: value } });
      expect(later.conclusion).toBe('success');
      for (const piece of piecesOf(value)) expect(later.log, 'a piece of a secret').not.toContain(piece);
      // The whole value by itself leaves nothing but stars.
      expect(later.log.split('\n').filter((line) => line === '***').length).toBeGreaterThanOrEqual(2);
    }
    const { log } = await job.end();
    for (const value of [token, secret]) expect(log).not.toContain(value);
  });
});

describe('the action itself', () => {
  it('writes the token and the secret nowhere but into masks and outputs', async () => {
    await using job = await newJob({ masking: 'none', context: { RUNNER_DEBUG: '1' } });
    const mint = await job.runAction({ with: inputs });
    const token = outputOf(mint, 'token');
    const { posts } = await job.end();
    for (const step of [mint, ...posts]) {
      for (const value of [token, secret]) {
        for (const piece of piecesOf(value)) expect(spokenBy(step)).not.toContain(piece);
      }
    }
    expect(JSON.stringify(mint.state)).not.toContain(secret);
    expect(JSON.stringify(mint.state)).not.toContain(token);
  });

  it('registers every mask before it says anything, the longest first', async () => {
    await using job = await newJob();
    const mint = await job.runAction({ with: inputs });
    const lines = mint.rawLog.split('\n');
    const firstWords = lines.findIndex((line) => !line.startsWith('::add-mask::'));
    expect(lines.slice(0, firstWords)).toContain(`::add-mask::${secret}`);
    const ofToken = mint.masks.filter((mask) => !mint.masks.slice(0, firstWords).includes(mask));
    expect(ofToken).toContain(outputOf(mint, 'token'));
    const lengths = ofToken.map((mask) => mask.length);
    expect(lengths).toStrictEqual(lengths.toSorted((a, b) => b - a));
  });
});
