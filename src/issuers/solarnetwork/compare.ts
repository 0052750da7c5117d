import { createHash } from 'node:crypto';
import type { Difference } from '../../lease/issuer.js';
import { quote } from '../../request/shown-text.js';
import type { Policy } from './policy.js';

/** A policy as the server answers it: unknown members and types included, since it is what they say that counts. */
export type AnsweredPolicy = Readonly<Record<string, unknown>>;

/** Every member in which the answered policy is not the one asked for, the end excepted. Lists are compared as sets. */
export function comparePolicies(asked: Policy, granted: AnsweredPolicy): readonly Difference[] {
  const wanted = canonicalMembers({ ...asked });
  const got = canonicalMembers(granted);
  return [...new Set([...wanted.keys(), ...got.keys()])].flatMap((name) => {
    const [one, other] = [wanted.get(name), got.get(name)];
    return one === other ? [] : [{ what: `policy member ${quote(name)}`, asked: shown(one), granted: shown(other) }];
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
    members.set(
      name,
      items === undefined
        ? JSON.stringify(value)
        : `[${[...new Set(items.map((item) => JSON.stringify(item)))].toSorted().join(',')}]`,
    );
  }
  return members;
}

function shown(canonical: string | undefined): string {
  return canonical === undefined
    ? 'no restriction'
    : canonical.length > 300
      ? `${canonical.slice(0, 299)}…`
      : canonical;
}
