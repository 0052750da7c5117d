import { existsSync } from 'node:fs';
import fc from '../../properties.js';
import { describe, expect, it, vi } from 'vitest';

import { maskSecret } from '../../../src/runner/masks.js';
import { plainMarkdown, writeSummary } from '../../../src/runner/summary.js';
import { outputOf, stepFiles } from './step-process.js';

describe('text of servers and users in the summary', () => {
  it.each([
    ['a link', '[click](https://evil.example)'],
    ['an image', '![x](https://evil.example/x.png)'],
    ['emphasis', '**bold** _thin_ ~~gone~~'],
    ['code', '`code` and ```more```'],
    ['HTML', '<img src=x onerror=alert(1)> <!-- hidden -->'],
    ['a reference', '&lt;b&gt; &#60;'],
    ['an end of the cell', 'a | b \\| c'],
    ['a heading', '# heading'],
    ['a mention and an issue', '@octocat #1'],
    ['a footnote', '[^1] [x]: y'],
    ['an expression of mathematics', '$x^2$'],
    ['an address in angle brackets', '<https://evil.example>'],
  ])('is no %s', (_, text) => {
    const plain = plainMarkdown(text);
    expect(plain.replace(/&#\d+;/g, '')).not.toMatch(/[[\](){}<>*_~`|\\#@!$^&"']/);
    expect(read(plain)).toBe(text);
  });

  it.each([
    'https://evil.example',
    'http://evil.example/x',
    'www.evil.example',
    'ftp://evil.example',
    'x@evil.example',
  ])('is no link: %s', (text) => {
    const plain = plainMarkdown(text);
    expect(plain).not.toMatch(/:\/\/|www\.|@|\.\w/);
    expect(read(plain)).toBe(text);
  });

  it('shows what was written, in one line, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const plain = plainMarkdown(text);
        expect(plain).not.toMatch(/[\r\n]/);
        expect(plain.replace(/&#\d+;/g, '')).toMatch(/^[^[\](){}<>*_~`|\\#@!$^&"'+?%]*$/);
        expect(
          read(plain)
            .replaceAll('##\u200b[', '##[')
            .replace(/^(\s*):\u200b/, '$1:'),
        ).toBe(text);
      }),
    );
  });

  it('holds no secret, also where control characters stand between its parts', () => {
    outputOf(() => {
      maskSecret('not-a-real-secret-in-a-summary');
    });
    expect(read(plainMarkdown('[not-a-real-secret-in-a-summary]'))).toBe('[***]');
    expect(read(plainMarkdown('[not-a-real-\u0007secret-in-a-summary]'))).toBe('[***]');
  });

  it('is read as a whole by a person: digits, times and names', () => {
    expect(plainMarkdown('mydb mytable: insert-row, update-row')).toBe('mydb mytable: insert-row, update-row');
    expect(read(plainMarkdown('2026-11-24T06:00:00Z'))).toBe('2026-11-24T06:00:00Z');
  });
});

describe('the job summary', () => {
  it('stays below the size that GitHub shows, whatever was granted', () => {
    const files = stepFiles();
    const grants = Array.from({ length: 60_000 }, (_, index) => `"bucket ${index}": read`);
    writeSummary('InfluxDB token', [
      ['Name', ['*'.repeat(2_000_000)]],
      ['Grants', grants],
    ]);
    const text = files.text('GITHUB_STEP_SUMMARY');
    expect(text).toContain('<br>and 59900 more |');
    expect(text).toContain('… &#40;1999000 characters more&#41;');
    expect(text.length).toBeLessThan(1024 * 1024);
  });

  it('is a table with a row for everything that is known', () => {
    const files = stepFiles();
    writeSummary('Datasette token', [
      ['Type', ['datasette']],
      ['Description', []],
      ['Grants', ['*: view-instance', 'my|db: view-table']],
    ]);
    expect(files.text('GITHUB_STEP_SUMMARY')).toBe(
      [
        '### Datasette token',
        '',
        '| | |',
        '| --- | --- |',
        '| Type | datasette |',
        '| Grants | &#42;: view-instance<br>my&#124;db: view-table |',
        '',
        '',
      ].join('\n'),
    );
  });

  it('is added to what an earlier part of the step wrote', () => {
    const files = stepFiles();
    writeSummary('First', []);
    writeSummary('Second', []);
    expect(files.text('GITHUB_STEP_SUMMARY')).toMatch(/^### First[^]*\n### Second/);
  });

  it.each([undefined, '', '/no/such/folder/summary'])('fails nothing when it cannot be written (%j)', (path) => {
    stepFiles();
    vi.stubEnv('GITHUB_STEP_SUMMARY', path);
    const written = outputOf(() => {
      writeSummary('Datasette token', []);
    });
    expect(written).toMatch(/^::warning::The job summary could not be written: .+\n$/);
    expect(existsSync('/no/such/folder')).toBe(false);
  });
});

/** What a person reads. */
function read(markdown: string): string {
  return markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
