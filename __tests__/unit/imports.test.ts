import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint, Linter } from 'eslint';
import ts from 'typescript';
import { parser } from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { MAY_IMPORT } from '../../eslint.config.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = join(root, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));
const folders = Object.keys(MAY_IMPORT);

/** What a file of src/ imports of src/, by its path from there. In types too: a circle of them is one all the same. */
function importsOf(file: string): readonly string[] {
  const path = join(source, file);
  return ts
    .preProcessFile(readFileSync(path, 'utf8'), true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => relative(source, resolve(dirname(path), fileName)).replaceAll('\\', '/'))
    .map((imported) => imported.replace(/\.js$/, '.ts'));
}

describe('the folders of src/', () => {
  it('all have a rule for what they may import', () => {
    const found = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(found.map(({ name }) => name).toSorted()).toEqual(folders.toSorted());
  });

  it('import each other in no circle', () => {
    // Each one is above all that it may import, or the rule itself allows a circle.
    const above = new Map<string, ReadonlySet<string>>();
    const below = (folder: string, path: readonly string[]): ReadonlySet<string> => {
      expect(path, 'a circle').not.toContain(folder);
      const known = above.get(folder);
      if (known !== undefined) return known;
      const all = new Set((MAY_IMPORT[folder] ?? []).flatMap((other) => [other, ...below(other, [...path, folder])]));
      above.set(folder, all);
      return all;
    };
    for (const folder of folders) below(folder, []);
  });

  /** The rules of a folder as they hold there, without those that need types, which take a minute. */
  const rulesOf = async (folder: string): Promise<Linter.Config> => {
    const config: unknown = await new ESLint({ cwd: root }).calculateConfigForFile(join(source, folder, 'any.ts'));
    const { rules = {} } = config as Linter.Config;
    const names = ['no-restricted-imports', 'no-restricted-syntax'];
    const ours = names.flatMap((name) => (rules[name] === undefined ? [] : [[name, rules[name]] as const]));
    return { files: ['**/*.ts'], languageOptions: { parser }, rules: Object.fromEntries(ours) };
  };
  const shapesOf = (other: string): readonly string[] => [
    `import { a } from '../${other}/a.js';`,
    `import type { A } from '../${other}/a.js';`,
    `export { a } from '../${other}/a.js';`,
    `export const a = () => import('../${other}/a.js');`,
  ];

  it.each(folders)('are refused every import that their rule does not allow, and no other: %s', async (folder) => {
    const rules = await rulesOf(folder);
    for (const other of folders.filter((name) => name !== folder)) {
      const isAllowed = MAY_IMPORT[folder]?.includes(other) === true;
      for (const code of shapesOf(other)) {
        const messages = new Linter().verify(code, rules, 'any.ts');
        expect(
          messages.map(({ ruleId }) => ruleId),
          `${folder}: ${code}`,
        ).toEqual(isAllowed ? [] : [expect.stringMatching(/^no-restricted-/)]);
      }
    }
  });
});

it('no file of src/ imports itself by way of others', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const imported of graph.get(file) ?? []) visit(imported, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(files.length).toBeGreaterThan(100);
  expect([...graph.values()].flat().length).toBeGreaterThan(200);
  expect(circles).toEqual([]);
});

describe('what is told by those who know no host', () => {
  /** The action's own documents, and where a run of GitHub Actions is told from others. */
  const OF_THE_ACTION = ['request/input-descriptions.ts', 'host/actions-origin.ts'];
  const WORDS_OF_A_RUNNER =
    /\bworkflows?\b|\b(?:the|this|a|each|later|minting) (?:step|job)s?\b(?! of GitHub)|\bpost step\b|\b[Pp]ost (?:looks|revokes|tries|finds)\b|\brunner['’]?s? (?:of|may|is|cannot)\b|secrets\.[A-Z*]|\bGITHUB_(?!API_URL\b)[A-Z]|\bRUNNER_[A-Z]|\bINPUT_[A-Z]/;

  const textsIn = (file: string): readonly string[] => {
    const texts: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) texts.push(node.text);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(join(source, file), 'utf8'), ts.ScriptTarget.Latest));
    return texts;
  };

  it('is none of the words of who writes a workflow', () => {
    const neutral = files.filter(
      (file) => /^(?:verbs|request|lease|issuers|http|host)\//.test(file) && !OF_THE_ACTION.includes(file),
    );
    const found = neutral.flatMap((file) =>
      textsIn(file)
        .filter((text) => WORDS_OF_A_RUNNER.test(text))
        .map((text) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});
