import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { parseCondition } from './condition.mjs';
import { parseYamlSubset } from './yaml-subset.mjs';

/**
 * What a runner needs of an action.yml.
 *
 * @typedef {object} ActionMetadata
 * @property {string} name
 * @property {ReadonlyMap<string, ActionInput>} inputs by name, in the order of the file
 * @property {string} main absolute path of the script
 * @property {{ script: string, condition: (status: import('./condition.mjs').JobStatus) => boolean } | undefined} post
 */

/**
 * @typedef {object} ActionInput
 * @property {string} default empty when the file gives none
 * @property {string | undefined} deprecationMessage
 */

/**
 * Reads `action.yml` (or `action.yaml`) of a JavaScript action. A key that the emulator does not know, an expression as a
 * default but that of the job's token, and a `pre` are errors: they would be silently not emulated otherwise.
 *
 * @param {string} directory absolute path
 * @returns {ActionMetadata}
 * @throws {Error} naming the file and, where there is one, the line
 */
export function readActionMetadata(directory) {
  const path = ['action.yml', 'action.yaml'].map((name) => join(directory, name)).find(isFile);
  if (path === undefined) {
    throw new Error(`There is no action.yml in ${directory}`);
  }
  try {
    return interpret(parseYamlSubset(readFileSync(path, 'utf8')), directory);
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** The one expression that is evaluated as a default: by the job. */
export const GITHUB_TOKEN = '${{ github.token }}';

/** @param {import('./yaml-subset.mjs').YamlMapping} document @param {string} directory @returns {ActionMetadata} */
function interpret(document, directory) {
  refuseUnknown('the file', document, ['name', 'description', 'author', 'branding', 'inputs', 'outputs', 'runs']);
  const runs = mappingOf(document, 'runs');
  refuseUnknown('runs', runs, ['using', 'main', 'post', 'post-if']);
  const using = textOf(runs, 'using');
  if (!/^node\d+$/.test(using)) {
    throw new Error(`runs.using is '${using}'; the emulator runs JavaScript actions (node24) only`);
  }

  /** @type {Map<string, ActionInput>} */
  const inputs = new Map();
  for (const [name, declaration] of Object.entries(
    document['inputs'] === undefined ? {} : mappingOf(document, 'inputs'),
  )) {
    if (typeof declaration === 'string') {
      throw new Error(`inputs.${name} is no mapping`);
    }
    refuseUnknown(`inputs.${name}`, declaration, ['description', 'required', 'default', 'deprecationMessage']);
    const value = declaration['default'] === undefined ? '' : textOf(declaration, 'default');
    if (value.includes('${{') && value !== GITHUB_TOKEN) {
      throw new Error(`inputs.${name}.default is an expression, which the emulator does not evaluate`);
    }
    inputs.set(name, {
      default: value,
      deprecationMessage:
        declaration['deprecationMessage'] === undefined ? undefined : textOf(declaration, 'deprecationMessage'),
    });
  }

  if (runs['post'] === undefined && runs['post-if'] !== undefined) {
    throw new Error('runs.post-if without runs.post');
  }
  return {
    name: textOf(document, 'name'),
    inputs,
    main: scriptOf(runs, 'main', directory),
    post:
      runs['post'] === undefined
        ? undefined
        : {
            script: scriptOf(runs, 'post', directory),
            condition: parseCondition(runs['post-if'] === undefined ? 'always()' : textOf(runs, 'post-if')),
          },
  };
}

/**
 * @param {import('./yaml-subset.mjs').YamlMapping} runs
 * @param {'main' | 'post'} key
 * @param {string} directory
 * @returns {string}
 */
function scriptOf(runs, key, directory) {
  const script = join(directory, textOf(runs, key));
  if (!isFile(script)) {
    throw new Error(`runs.${key} names ${script}, which is not there (is the action built?)`);
  }
  return script;
}

/** @param {import('./yaml-subset.mjs').YamlMapping} mapping @param {string} key @returns {string} */
function textOf(mapping, key) {
  const value = mapping[key];
  if (typeof value !== 'string') {
    throw new Error(`${key} is missing, or no text`);
  }
  return value;
}

/** @param {import('./yaml-subset.mjs').YamlMapping} mapping @param {string} key */
function mappingOf(mapping, key) {
  const value = mapping[key];
  if (value === undefined || typeof value === 'string') {
    throw new Error(`${key} is missing, or no mapping`);
  }
  return value;
}

/** @param {string} where @param {import('./yaml-subset.mjs').YamlMapping} mapping @param {readonly string[]} known */
function refuseUnknown(where, mapping, known) {
  for (const key of Object.keys(mapping)) {
    if (!known.includes(key)) {
      throw new Error(`${where} has the key '${key}', which the emulator does not know`);
    }
  }
}

/** @param {string} path @returns {boolean} */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
