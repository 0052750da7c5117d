/**
 * Takes out of GitHub's OpenAPI description what the tests need of it: the schemas of the answers that are asked for, as JSON
 * Schema, and an example. The description is fetched from npm, and is no dependency: `node scripts/extract-github-schema.mjs`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const PACKAGE = '@octokit/openapi@23.0.2';
const PATH = '/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}';
const TARGET = fileURLToPath(new URL('../__tests__/fakes/github-schema/workflow-run-attempt.json', import.meta.url));

/** What in a schema is only for people, or only of OpenAPI. */
const LEFT_OUT = new Set(['description', 'title', 'example', 'examples', 'deprecated', 'nullable']);
/** What in a schema holds values, not schemas. */
const VALUES = new Set(['enum', 'default', 'required', 'type', 'format']);

const folder = mkdtempSync(join(tmpdir(), 'github-openapi-'));
try {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = /** @type {const} */ ({ cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  const archive = execFileSync(npm, ['pack', '--silent', PACKAGE], options).trim();
  execFileSync('tar', ['-xzf', archive, 'package/package.json', 'package/generated/api.github.com.json'], {
    cwd: folder,
  });
  const { name, version, license } = read('package/package.json');
  const extracted = extract(read('package/generated/api.github.com.json'));
  const source = `${name} ${version} (${license}), ${PATH}; made by scripts/extract-github-schema.mjs`;
  writeFileSync(
    TARGET,
    await format(JSON.stringify({ $comment: source, ...extracted }), { parser: 'json', printWidth: 120 }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} path */
function read(path) {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'));
}

/** @param {Record<string, any>} description */
function extract({ paths, components }) {
  const answer = paths[PATH].get.responses[200].content['application/json'];
  const example = components.examples[nameIn(answer.examples.default.$ref)].value;
  /** @type {Record<string, unknown>} */
  const definitions = {};
  const pending = [nameIn(answer.schema.$ref), 'basic-error'];
  for (const name of pending) {
    definitions[name] = jsonSchema(components.schemas[name], (found) => {
      if (!pending.includes(found)) pending.push(found);
    });
  }
  const sorted = Object.fromEntries(Object.entries(definitions).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return { schema: { $defs: sorted }, example };
}

/**
 * A schema of OpenAPI 3.0 as one of JSON Schema.
 *
 * @param {Record<string, any>} schema
 * @param {(name: string) => void} found told the name of each schema that it refers to
 * @returns {Record<string, unknown>}
 */
function jsonSchema(schema, found) {
  const { $ref, nullable } = schema;
  if (typeof $ref === 'string') {
    found(nameIn($ref));
    return { $ref: `#/$defs/${nameIn($ref)}` };
  }
  const members = Object.entries(schema)
    .filter(([key]) => !LEFT_OUT.has(key) && !key.startsWith('x-'))
    .map(([key, value]) => [key, VALUES.has(key) ? value : inner(key, value)]);
  const converted = Object.fromEntries(members);
  return nullable === true ? { anyOf: [converted, { type: 'null' }] } : converted;

  /**
   * @param {string} key
   * @param {any} value
   * @returns {unknown}
   */
  function inner(key, value) {
    if (Array.isArray(value)) return value.map((item) => jsonSchema(item, found));
    if (typeof value !== 'object') return value;
    if (key !== 'properties') return jsonSchema(value, found);
    const properties = Object.entries(value).map(([name, property]) => [name, jsonSchema(property, found)]);
    return Object.fromEntries(properties);
  }
}

/** @param {string} reference */
function nameIn(reference) {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
