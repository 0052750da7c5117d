/**
 * Writes the tables of inputs and outputs in README.md from action.yml, between their comments. With --check nothing is
 * written, and a table that differs is an error.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = new URL('..', import.meta.url);
const readme = fileURLToPath(new URL('README.md', root));
const action = parse(readFileSync(new URL('action.yml', root), 'utf8'));

const before = readFileSync(readme, 'utf8');
let after = before;
after = withTable(after, 'inputs', ['input', 'meaning'], action.inputs);
after = withTable(after, 'outputs', ['output', 'meaning'], action.outputs);

if (after === before) {
  // Nothing to do.
} else if (process.argv.includes('--check')) {
  console.error('The tables of README.md are not those of action.yml. Run "npm run documents".');
  process.exitCode = 1;
} else {
  writeFileSync(readme, after);
}

/**
 * @param {string} text
 * @param {string} name
 * @param {readonly string[]} headings
 * @param {Readonly<Record<string, { readonly description: string, readonly required?: boolean }>>} entries
 */
function withTable(text, name, headings, entries) {
  const rows = Object.entries(entries).map(([key, { description, required }]) => {
    const meaning = description.trim().replaceAll('|', '\\|');
    return `| \`${key}\` | ${required === true ? '**Required.** ' : ''}${meaning} |`;
  });
  const table = [
    '<!-- prettier-ignore -->',
    `| ${headings.join(' | ')} |`,
    `| ${headings.map(() => '---').join(' | ')} |`,
    ...rows,
  ].join('\n');
  const pattern = new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`);
  if (!pattern.test(text)) throw new Error(`README.md has no place for the ${name}`);
  return text.replace(pattern, (_, open, close) => `${open}\n${table}\n\n${close}`);
}
