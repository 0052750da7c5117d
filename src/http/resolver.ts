import { statSync } from 'node:fs';
import type { Closed, Environment, ResolverVariable } from '../lease/network.js';
import { contentOf, hashOf, LARGEST_FILE } from './kept-file.js';

/** What changes how the system resolves a name. */
const RESOLVER_VARIABLES = [
  // resolv.conf(5) and hostname(7): with these a name leads to another host.
  'LOCALDOMAIN',
  'RES_OPTIONS',
  'HOSTALIASES',
  // host.conf(5)
  'RESOLV_HOST_CONF',
  'RESOLV_SPOOF_CHECK',
  'RESOLV_MULTI',
  'RESOLV_REORDER',
  'RESOLV_ADD_TRIM_DOMAINS',
  'RESOLV_OVERRIDE_TRIM_DOMAINS',
  // nss-resolve(8)
  'SYSTEMD_NSS_RESOLVE_VALIDATE',
  'SYSTEMD_NSS_RESOLVE_SYNTHESIZE',
  'SYSTEMD_NSS_RESOLVE_CACHE',
  'SYSTEMD_NSS_RESOLVE_ZONE',
  'SYSTEMD_NSS_RESOLVE_TRUST_ANCHOR',
  'SYSTEMD_NSS_RESOLVE_NETWORK',
];

/** Those of them that name a file. */
const NAMES_FILE: ReadonlySet<string> = new Set(['HOSTALIASES', 'RESOLV_HOST_CONF']);

export function readResolver(environment: Environment): readonly ResolverVariable[] {
  const variables: ResolverVariable[] = [];
  for (const name of RESOLVER_VARIABLES) {
    const value = environment[name];
    if (value === undefined) continue;
    const sha256 = hashOfNames(name, value);
    variables.push({ name, value, ...(sha256 === undefined ? {} : { sha256 }) });
  }
  return variables;
}

/**
 * Gives a process the settings of another. They work only in its environment, and only before its first look-up, when the
 * system reads them.
 */
export function restoreResolver(
  variables: readonly ResolverVariable[],
  environment: Record<string, string | undefined>,
): void {
  for (const name of RESOLVER_VARIABLES) Reflect.deleteProperty(environment, name);
  for (const { name, value } of variables) environment[name] = value;
}

export function printResolver(variables: readonly ResolverVariable[]): string {
  return variables.length === 0 ? '' : JSON.stringify(variables);
}

/** What `printResolver` made. */
export function parseResolver(text: string): readonly ResolverVariable[] {
  if (text === '') return [];
  const values: unknown = JSON.parse(text);
  if (!Array.isArray(values)) throw new Error('the saved settings of the resolver are no list');
  return values.map(readVariable);
}

function readVariable(saved: unknown): ResolverVariable {
  if (typeof saved === 'object' && saved !== null && 'name' in saved && 'value' in saved) {
    const { name, value } = saved;
    const sha256 = 'sha256' in saved ? saved.sha256 : undefined;
    if (typeof name === 'string' && typeof value === 'string') {
      return { name, value, ...(typeof sha256 === 'string' ? { sha256 } : {}) };
    }
  }
  throw new Error('a saved setting of the resolver cannot be read');
}

/** Says when a file of names is no longer what it was: names could lead to another host then. */
export function changedNames(variables: readonly ResolverVariable[]): Closed | undefined {
  const changed = variables.find(
    (variable) => isUnproved(variable) || hashOfNames(variable.name, variable.value) !== variable.sha256,
  );
  if (changed === undefined) return undefined;
  return {
    words: `nothing is sent, since names may no longer resolve as they did at the mint: the file of ${changed.name} is gone or was changed: ${changed.value}`,
    advice: '',
  };
}

function hashOfNames(name: string, value: string): string | undefined {
  const content = NAMES_FILE.has(name) ? contentOf(value) : undefined;
  return content === undefined ? undefined : hashOf(content);
}

/** Says when a file of names is of a kind of which the post step could not tell whether it is still the same. */
export function unprovedNames(variables: readonly ResolverVariable[]): Closed | undefined {
  const unproved = variables.find(isUnproved);
  if (unproved === undefined) return undefined;
  return {
    words: `nothing is sent, since nobody could tell at the revocation whether names still resolve in the same way: the file of ${unproved.name} is a pipe, or larger than ${LARGEST_FILE} bytes: ${unproved.value}`,
    advice: 'Name a file that is smaller',
  };
}

/** What the system would read, and this process does not. */
function isUnproved({ name, value }: ResolverVariable): boolean {
  if (!NAMES_FILE.has(name)) return false;
  try {
    const found = statSync(value);
    return found.isFIFO() || (found.isFile() && found.size > LARGEST_FILE);
  } catch {
    // There is none.
    return false;
  }
}
