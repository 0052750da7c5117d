import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');
const documents = [root, join(root, 'docs')]
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.md'));

/** The targets of the links of a document that lead to a file, or to a heading of one. */
function linksOf(text: string): readonly string[] {
  const prose = text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\((?<target>[^()\s]+)\)/g)]
    .map(({ groups }) => groups?.['target'] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** As GitHub makes the anchor of a heading. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (?<heading>.+)$/gm)].map(({ groups }) =>
    (groups?.['heading'] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Why a link leads nowhere; undefined when it does lead somewhere. */
function fault(document: string, target: string): string | undefined {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? document : resolve(dirname(document), file);
  if (relative(root, path).startsWith('..')) return `${target} leads out of the repository`;
  if (!existsSync(path)) return `${target} does not exist`;
  if (anchor !== undefined && !anchorsOf(readFileSync(path, 'utf8')).includes(anchor))
    return `${target} has no such heading`;
  return undefined;
}

describe('the links of', () => {
  it.each(documents.map((path) => [relative(root, path), path] as const))(
    '%s lead to files and headings that exist',
    (_, path) => {
      const faults = linksOf(readFileSync(path, 'utf8')).flatMap((target) => fault(path, target) ?? []);
      expect(faults).toStrictEqual([]);
    },
  );
});

it('the security document names a test for each of the five promises', () => {
  const text = readFileSync(join(root, 'docs', 'security.md'), 'utf8');
  const promises = text.split(/^### (?=\d)/m).slice(1);
  expect(promises.map((promise) => promise.slice(0, 1))).toStrictEqual(['1', '2', '3', '4', '5']);
  for (const promise of promises) {
    expect(linksOf(promise.split(/^## /m)[0] ?? '').filter((target) => target.endsWith('.test.ts'))).not.toStrictEqual(
      [],
    );
  }
});

it('a link to nowhere would be noticed', () => {
  expect(linksOf('[a](b.md) `[c](d.md)` [e](https://host.example/) [f](g.md#h)')).toStrictEqual(['b.md', 'g.md#h']);
  const readme = join(root, 'README.md');
  expect(fault(readme, 'docs/no-such-page.md')).toBe('docs/no-such-page.md does not exist');
  expect(fault(readme, 'docs/security.md#no-such-heading')).toBe(
    'docs/security.md#no-such-heading has no such heading',
  );
  expect(fault(readme, '../x.md')).toBe('../x.md leads out of the repository');
});
