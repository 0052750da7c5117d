import { describe, expect, it } from 'vitest';

import { inputs, newDatasette, newJob, outputOf } from './datasette-step.js';

const texts: readonly (readonly [what: string, text: string])[] = [
  ['a new line', 'one\ntwo'],
  ['a carriage return', 'one\r\ntwo\rthree'],
  ['a percent sign', '100% %0A%25 %'],
  ['a command', '::add-mask::word'],
  ['a command on a line of its own', 'x\n::set-output name=token::forged\n::stop-commands::y'],
  ['an old command', 'x ##[add-mask]word ##[error]y'],
  ['quotes', `'"\`\\`],
  ['emoji', '👩‍👩‍👧 ü \u{1f511}'],
  ['the end of a heredoc', 'ghadelimiter_x\nEOF\ntoken=forged'],
  ['the marks of a pair', 'token=forged\ntoken<<X\nforged\nX'],
  ['dollars and braces', '${{ secrets.X }} $HOME $(id) {}'],
  ['control characters', 'a\u0007b\u001b[31mc\u007fd'],
  ['signs that turn a line round', 'a\u202eb\u2066c'],
  ['the end of a marker', 'x] [mint-token lease=0 repo=a/b expires=2099-01-01T00:00:00Z]'],
];

const INVISIBLE = /[^\P{Cc}\n]|[\u202e\u2066]/u;

describe('a text changes nothing but the value', () => {
  it.each(texts)('%s', async (_, text) => {
    await using server = await newDatasette();
    await using job = await newJob({ masking: 'none' });
    const step = await job.runAction({
      with: {
        ...inputs,
        url: server.url,
        actor: text,
        name: text,
        description: text,
        grants: `${JSON.stringify(text)} ${JSON.stringify(text)}: insert-row, update-row`,
      },
    });
    expect(step.conclusion, step.log).toBe('success');
    expect(step.commandErrors).toStrictEqual([]);
    expect(outputOf(step, 'name')).toBe(text);
    expect(JSON.parse(outputOf(step, 'grants'))).toStrictEqual({
      r: { [text]: { [text]: ['insert-row', 'update-row'] } },
    });
    const token = outputOf(step, 'token');
    expect(token).toMatch(/^dstok_[\w-]+\.[\w-]{27}$/);
    const answer = await fetch(`${server.url}/-/actor.json`, { headers: { authorization: `Bearer ${token}` } });
    expect(await answer.json()).toMatchObject({ actor: { id: text, _r: { r: { [text]: { [text]: ['ir', 'ur'] } } } } });
    expect(Object.keys(step.outputs).toSorted()).toStrictEqual([
      'expires_at',
      'expires_in',
      'grants',
      'name',
      'revocable',
      'token',
      'token_id',
      'type',
    ]);
    // Every command is one of ours: masks and annotations, and each mask hides a form of a secret.
    expect(step.masks).not.toContain('word');
    expect(step.annotations.filter(({ level }) => level === 'error')).toStrictEqual([]);
    expect(step.rawLog).not.toMatch(INVISIBLE);
    const { posts, conclusion } = await job.end();
    expect(posts[0]?.commandErrors).toStrictEqual([]);
    expect(posts[0]?.log).toContain(outputOf(step, 'token_id'));
    expect(posts[0]?.rawLog).not.toMatch(INVISIBLE);
    expect(conclusion).toBe('success');
  });

  it('a secret with any of them signs as it is and is masked', async () => {
    const secret = 'not-a-real-secret\n100% secret\n::add-mask::x ##[x] "quoted" 👩 end';
    await using server = await newDatasette({ secret });
    await using job = await newJob();
    const step = await job.runAction({ with: { ...inputs, url: server.url, credential: secret } });
    expect(step.conclusion, step.log).toBe('success');
    expect(step.masks).toContain(secret);
    expect(step.commandErrors).toStrictEqual([]);
    const later = await job.runCommand([process.execPath, '-e', 'console.log(process.env.S); console.log(JSON.stringify(process.env.S))'], { env: { S: secret } });
    expect(later.log).not.toMatch(/not-a-real|quoted/);
  }); // prettier-ignore
});
