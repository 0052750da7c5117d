import { createHash } from 'node:crypto';
import type { Difference } from '../../lease/difference.js';
import { quote, shorten } from '../../request/shown-text.js';
import type { Policy } from './policy.js';

/** A policy as the server answers it: unknown members and types included, since it is what they say that counts. */
export type AnsweredPolicy = Readonly<Record<string, unknown>>;

/** The server knows a dozen. */
const MOST_MEMBERS = 1_000;

/** Every member in which the answered policy is not the one asked for, the end excepted. Lists are compared as sets. */
export function comparePolicies(asked: Policy | AnsweredPolicy, granted: AnsweredPolicy): readonly Difference[] {
  const members = Object.keys(granted).length;
  if (members > MOST_MEMBERS) {
    const { length } = Object.keys(asked);
    return [{ what: 'policy', asked: `one of ${length} members`, granted: `one of ${members} members, which is none` }];
  }
  const wanted = canonicalMembers({ ...asked });
  const got = canonicalMembers(granted);
  const names = new Set([...wanted.keys(), ...Object.keys(granted).filter((name) => name !== 'notAfter')]);
  return [...names].flatMap((name) => {
    const [one, other] = [wanted.get(name), got.get(name)];
    // One that is empty is asked for by nobody, and answered by no server that understands it.
    if (one === other && (other !== undefined || !Object.hasOwn(granted, name))) return [];
    const empty = other === undefined && Object.hasOwn(granted, name);
    return [
      {
        what: `policy member ${quote(name)}`,
        asked: shown(one),
        granted: empty ? 'an empty one, which restricts nothing' : shown(other),
      },
    ];
  });
}

/**
 * The members by which the server counts a policy as restricted, so that its token may not manage tokens: all but the end
 * and `refreshAllowed` (SecurityUtils.java of SolarNetwork/solarnetwork-central).
 */
export function restrictingMembers(policy: AnsweredPolicy): readonly string[] {
  return [...canonicalMembers(policy).keys()].filter((name) => name !== 'refreshAllowed');
}

/** Equal for policies that mean the same, whatever their order; the end is not part of it. Hexadecimal. */
export function policyHash(policy: Policy | AnsweredPolicy): string {
  const members = [...canonicalMembers({ ...policy })].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(members)).digest('hex');
}

function canonicalMembers(policy: AnsweredPolicy): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  for (const [name, value] of Object.entries(policy)) {
    // The server takes null and an empty list for no restriction, as if the member were absent.
    if (name === 'notAfter' || value === undefined || value === null || (Array.isArray(value) && value.length === 0))
      continue;
    const items: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
    members.set(name, items === undefined ? canonical(value) : canonicalList(items));
  }
  return members;
}

/** As many values as the grants of a step have room for. */
const MOST_VALUES = 32_768;

function canonicalList(items: readonly unknown[]): string {
  if (items.length > MOST_VALUES) return `a list of ${items.length} values`;
  return `[${[...new Set(items.map(canonical))].toSorted().join(',')}]`;
}

/** Nothing but simple values can be asked for: of what is none, however deep it is, no more is looked at. */
function canonical(value: unknown): string {
  if (typeof value === 'object') return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object';
  return JSON.stringify(value);
}

function shown(canonical: string | undefined): string {
  return canonical === undefined ? 'no restriction' : shorten(canonical, 300);
}
