/**
 * Writes the generated parts of the documents, each between its comments: the tables of inputs and outputs in README.md from
 * action.yml, and the tables of what follows from a grant from the sources of the warnings. With --check nothing is
 * written, and a part that differs is an error.
 */
import './typescript-sources.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const { REACH: DATASETTE_REACH } = await import('../src/issuers/datasette/reach.js');
const { ACTIONS, RESOURCE_TYPES } = await import('../src/issuers/influxdb/permissions.js');
const { reachOf } = await import('../src/issuers/influxdb/reach.js');
const { REACH: NAMESPACE_REACH } = await import('../src/issuers/namespace/reach.js');
const { AREAS } = await import('../src/issuers/solarnetwork/reach.js');

const root = new URL('..', import.meta.url);
const action = parse(readFileSync(new URL('action.yml', root), 'utf8'));

write('README.md', {
  inputs: table(['input', 'meaning'], rowsOf(action.inputs)),
  outputs: table(['output', 'meaning'], rowsOf(action.outputs)),
});
write('docs/datasette.md', {
  reach: table(
    ['action', 'what it does'],
    [...DATASETTE_REACH].map(([name, follows]) => [`\`${name}\``, follows('the database')]),
  ),
});
write('docs/namespace.md', {
  reach: table(
    ['right', 'a token with it can'],
    NAMESPACE_REACH.map(({ type, actions, effect }) => [`\`${type}: ${actions.join(', ')}\``, effect]),
  ),
});
write('docs/influxdb.md', {
  reach: table(['grant', 'what follows', 'outlives the token', 'reaches beyond it'], influxdbReach()),
});
write('docs/solarnetwork.md', {
  reach: table(
    ['below the path', 'when the token is revoked'],
    AREAS.map(({ paths, follows }) => [paths.map((path) => `\`${path}\``).join(', '), follows]),
  ),
});

/**
 * @param {string} document
 * @param {Readonly<Record<string, string>>} parts what stands between the comments of each name
 */
function write(document, parts) {
  const path = new URL(document, root);
  const before = readFileSync(path, 'utf8');
  let after = before;
  for (const [name, part] of Object.entries(parts)) {
    const pattern = new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`);
    if (!pattern.test(after)) throw new Error(`${document} has no place for the ${name}`);
    after = after.replace(pattern, (_, open, close) => `${open}\n${part}\n\n${close}`);
  }
  if (after === before) return;
  if (process.argv.includes('--check')) {
    console.error(`A table of ${document} is not that of the sources. Run "npm run documents".`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, after);
  }
}

/**
 * @param {readonly string[]} headings
 * @param {readonly (readonly string[])[]} rows
 */
function table(headings, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return ['<!-- prettier-ignore -->', line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** @param {Readonly<Record<string, { readonly description: string, readonly required?: boolean }>>} entries */
function rowsOf(entries) {
  return Object.entries(entries).map(([key, { description, required }]) => {
    const meaning = description.trim().replaceAll('|', '\\|');
    return [`\`${key}\``, `${required === true ? '**Required.** ' : ''}${meaning}`];
  });
}

/** What is written first is what matters most: the grants that are warned about. */
function influxdbReach() {
  const grants = RESOURCE_TYPES.flatMap((type) =>
    ACTIONS.map((action) => ({ grant: `\`${type} …: ${action}\``, reach: reachOf(type, action) })),
  );
  const rows = grants.flatMap(({ grant, reach }) => (reach === undefined ? [] : [{ grant, ...reach }]));
  const warned = rows.filter(({ escapes, usual }) => escapes !== undefined && usual !== true);
  const noted = rows.filter((row) => !warned.includes(row));
  return [
    ...[...warned, ...noted].map(({ grant, follows, escapes }) => [
      grant,
      follows,
      escapes === undefined ? '' : 'yes',
      escapes === 'end and scope' ? 'yes' : '',
    ]),
    ['any other', 'no more than it says', '', ''],
  ];
}
