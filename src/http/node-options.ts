import type { Environment } from '../lease/network.js';

/**
 * The options that Node was started with, those of NODE_OPTIONS first, as `--name` or `--name=value` with dashes in the name;
 * Node takes underscores for dashes too.
 */
export function nodeOptions(environment: Environment): readonly string[] {
  const written = (environment['NODE_OPTIONS'] ?? '').split(/\s+/);
  return [...written, ...process.execArgv].map((option) => {
    const [name = '', ...value] = option.replace(/^"|"$/g, '').split('=');
    return [name.replaceAll('_', '-'), ...value].join('=');
  });
}

/** Whether a flag is on by the last word on it; undefined when there is none. */
export function flag(options: readonly string[], name: string): boolean | undefined {
  const last = options.findLast((option) => option === `--${name}` || option === `--no-${name}`);
  return last === undefined ? undefined : last === `--${name}`;
}
