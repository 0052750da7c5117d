import { describe, expect, onTestFinished, test } from 'vitest';
import { readList, readMintedPage, readTokenPage, tokensIn } from '../../../../src/issuers/datasette-managed/pages.js';
import { readRestrictions } from '../../../../src/issuers/datasette-managed/restrictions-text.js';
import { createFakeManagedDatasette } from '../../../fakes/datasette-managed.js';

async function start(now?: () => number) {
  const fake = await createFakeManagedDatasette({
    secret: 'not-a-real-secret',
    creators: ['ci-bot'],
    ...(now === undefined ? {} : { now }),
  });
  onTestFinished(() => fake.close());
  const parent = fake.add({ actor: 'ci-bot', life: null });
  const ask = async (path: string, body?: URLSearchParams) => {
    const answer = await fetch(`${fake.url}/-/api/tokens${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body }),
      headers: { authorization: `Bearer ${fake.tokenOf(parent)}` },
    });
    return answer.text();
  };
  return { fake, ask };
}

/** What a template escapes, and what could pass for a part of the page. */
const HOSTILE = `</span></td><tr class="token-A"> & "q" 'a' <td> &amp; [x]`;

describe('the list of tokens', () => {
  test('is read with what people wrote in it', async () => {
    const { fake, ask } = await start(() => Date.UTC(2026, 10, 25, 12));
    fake.add({ description: HOSTILE, actor: '<b>', permissions: { a: ['vi'], r: { '<td>': { '"t"': ['ir'] } } } });
    const { rows, next, mayCreate } = readList(await ask(''));
    expect(rows).toEqual([
      {
        id: '2',
        status: 'Active',
        description: HOSTILE,
        restrictions: 'All databases:\n- view-instance\nTable: <td>/"t"\n- insert-row',
        ends: true,
        age: 0,
      },
      { id: '1', status: 'Active', description: '', restrictions: 'All permissions', ends: false, age: 0 },
    ]);
    expect({ next, mayCreate }).toEqual({ next: undefined, mayCreate: true });
  });

  test('has pages, and what was made long ago is known to be', async () => {
    const now = Date.UTC(2026, 10, 25, 12);
    const { fake, ask } = await start(() => now);
    const ages = [59, 60, 3599, 3600, 3661, 86_399, 86_400, 200_000, 10_000_000];
    for (const age of ages.toReversed()) fake.add({ createdAt: now / 1000 - age });
    // The page tells hours and minutes, and no seconds beside them.
    const shown = readList(await ask(''))
      .rows.slice(0, -1)
      .map(({ age }) => age ?? -1);
    for (const [index, age] of ages.entries()) expect(age - (shown[index] ?? 0)).toBeLessThan(60);
    for (let count = 0; count < 30; count++) fake.add({});
    expect(readList(await ask('')).next).toBe('10');
    expect(readList(await ask('?next=10')).rows.map(({ id }) => id)).toEqual([
      '10',
      '9',
      '8',
      '7',
      '6',
      '5',
      '4',
      '3',
      '2',
      '1',
    ]);
  });

  test.each([
    ['another page', '<h1>Sign in</h1>'],
    ['a row without its cells', '<h1>API tokens</h1><tr class="token-A"><td>5</td></tr>'],
    ['a row without an id', '<h1>API tokens</h1><tr class="token-A"><td><a href="tokens/x">x</a></td></tr>'],
  ])('is not read from %s', (_, page) => {
    expect(() => readList(page)).toThrow(/no list of tokens|cannot be read/);
  });
});

describe('the page of a token', () => {
  test('is read', async () => {
    const { fake, ask } = await start();
    fake.add({ actor: 'ci-bot', description: HOSTILE, permissions: { d: { mydb: ['ir'] } } });
    expect(readTokenPage(await ask('/2'))).toEqual({
      id: '2',
      status: 'Active',
      description: HOSTILE,
      restrictions: 'Database: mydb\n- insert-row',
      ends: true,
    });
    expect(readTokenPage(await ask('/1'))).toMatchObject({ description: '', restrictions: 'None', ends: false });
  });

  test('is not read from another page', () => {
    expect(() => readTokenPage('<h1>API token: 5</h1>')).toThrow('no page of a token');
  });
});

describe('the page of a new token', () => {
  test('is read, and one with two tokens is not', async () => {
    const { ask, fake } = await start();
    const page = await ask('/create', new URLSearchParams({ expire_type: 'minutes', expire_duration: '5' }));
    const { token, details } = readMintedPage(page);
    expect(token === fake.tokenOf({ id: 2 }), 'the token is that of the row').toBe(true);
    expect(JSON.parse(details)).toMatchObject({ a: 'ci-bot', d: 300 });
    expect(tokensIn(page)).toHaveLength(1);
    const input = /<input type="text" class="copyable"[^>]*>/.exec(page)?.[0] ?? '';
    expect(() => readMintedPage(page.replace(input, input + input))).toThrow('or more than one');
    expect(() => readMintedPage(page.replace(/<pre>[^]*<\/pre>/, ''))).toThrow('no new token');
    expect(() => readMintedPage(page.replace(input, ''))).toThrow('no new token');
  });
});

describe('restrictions as a page prints them', () => {
  test.each([
    ['All permissions', 'unrestricted'],
    ['None', 'unrestricted'],
    ['All databases:\n- view-instance\n- ct', { a: ['view-instance', 'ct'] }],
    [
      'Database: my db\n- insert-row\nTable: a/b\n- view-table\nTable: a/c\n- view-table',
      { d: { 'my db': ['insert-row'] }, r: { a: { b: ['view-table'], c: ['view-table'] } } },
    ],
    // Which of them is the database cannot be told.
    ['Table: a/b/c\n- view-table', undefined],
    ['Table: a\nb/c\n- view-table', undefined],
    ['- view-table', undefined],
  ])('%j', (text, json) => {
    expect(readRestrictions(text)).toEqual(json);
  });
});
