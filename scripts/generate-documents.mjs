/**
 * Writes what is made of the sources: the inputs in the files of the actions, from their table; and the generated parts of
 * the documents, each between its comments: the tables of inputs and outputs in README.md from action.yml, and the tables of
 * what follows from a grant from the sources of the warnings. With --check nothing is written, and a part that differs is
 * an error.
 */
import './typescript-sources.mjs';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Document, isScalar, parse, visit } from 'yaml';

const { REACH: DATASETTE_REACH } = await import('../src/issuers/datasette/reach.js');
const { ACTIONS, RESOURCE_TYPES } = await import('../src/issuers/influxdb/permissions.js');
const { reachOf } = await import('../src/issuers/influxdb/reach.js');
const { REACH: NAMESPACE_REACH } = await import('../src/issuers/namespace/reach.js');
const { AREAS } = await import('../src/issuers/solarnetwork/reach.js');

const { describeInput } = await import('../src/request/input-descriptions.js');
const { inputsOf, VERBS } = await import('../src/request/inputs.js');

const root = new URL('..', import.meta.url);

for (const verb of VERBS) {
  const file = verb === 'create' ? 'action.yml' : `${verb}/action.yml`;
  if (existsSync(new URL(file, root))) replaceIn(file, 'the inputs', /^inputs:\n(?: .*\n|\n(?= ))*/m, inputsFor(verb));
}
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
  for (const [name, part] of Object.entries(parts)) {
    const place = new RegExp(`<!-- ${name} -->\\n[^]*?<!-- /${name} -->`);
    replaceIn(document, `the ${name}`, place, `<!-- ${name} -->\n\n${part}\n\n<!-- /${name} -->`);
  }
}

/**
 * @param {string} file
 * @param {string} what
 * @param {RegExp} place
 * @param {string} part what stands there
 */
function replaceIn(file, what, place, part) {
  const path = new URL(file, root);
  const before = readFileSync(path, 'utf8');
  if (!place.test(before)) throw new Error(`${file} has no place for ${what}`);
  const after = before.replace(place, () => part);
  if (after === before) return;
  if (process.argv.includes('--check')) {
    console.error(`In ${file}, ${what} are not those of the sources. Run "npm run documents".`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, after);
  }
}

/** @param {import('../src/request/inputs.js').Verb} verb */
function inputsFor(verb) {
  const required = ['type', 'token_id', ...(verb === 'create' ? ['grants'] : [])];
  const inputs = inputsOf(verb).map((name) => [
    name,
    {
      description: describeInput(name, verb),
      ...(required.includes(name) ? { required: true } : {}),
      // The one default: an expression, which the code could not evaluate.
      ...(name === 'github_token' ? { default: '${{ github.token }}' } : {}),
    },
  ]);
  const document = new Document({ inputs: Object.fromEntries(inputs) });
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === 'description' && isScalar(value)) value.type = 'BLOCK_FOLDED';
    },
  });
  return document.toString({ lineWidth: 120 });
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
