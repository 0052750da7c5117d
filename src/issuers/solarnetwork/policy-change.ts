import type { Direction, Move } from '../../lease/token-update.js';
import type { Problem } from '../../request/problem.js';
import { enumerateBy, showJson } from '../../request/shown-text.js';
import { restrictingMembers, type AnsweredPolicy } from './compare.js';
import { EXCLUDING, optionOf } from './grants.js';
import { LOCATION_PRECISIONS, MEMBERS, type Policy } from './policy.js';

/**
 * What a policy is once the server has merged another one into it (BasicSecurityPolicy.Builder, withMergedPolicy, of
 * SolarNetwork/solarnetwork-common): lists grow, single values are overwritten, and nothing is taken away.
 */
export function mergePolicies(before: AnsweredPolicy, addition: Policy): AnsweredPolicy {
  const merged = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(addition)) {
    merged.set(name, Array.isArray(value) ? [...new Set([...listOf(before[name]), ...listOf(value)])] : value);
  }
  return Object.fromEntries(merged);
}

/**
 * What of an addition stands beside a member that excludes it: the server keeps one of the two, and says nothing of the other.
 */
export function findExcluded(before: AnsweredPolicy, addition: Policy): readonly Problem[] {
  const pairs = EXCLUDING.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);
  return pairs.flatMap(([added, standing]) => {
    if (addition[added] === undefined || isAbsent(before[standing])) return [];
    const [option, inTheWay] = [optionOf(added), optionOf(standing)];
    return [
      {
        input: 'grants',
        message: `the policy of the token has ${inTheWay}: ${shown(before[standing])}, and beside it ${option} is not added: the server keeps one of the two and drops the other without a word. Write the whole policy, with replace: true`,
      },
    ];
  });
}

/** Each dimension of what a token may do in which one policy is not the other, the end excepted. */
export function movesBetween(before: AnsweredPolicy, after: AnsweredPolicy): readonly Move[] {
  const moves: Move[] = [];
  const add = (what: string, direction: Direction, from: string, to: string) => {
    if (direction !== 'same') moves.push({ what, direction, before: from, after: to });
  };
  for (const { min, list, levels } of SCALES) {
    const names = [min, list].filter((name) => !isAbsent(before[name]) || !isAbsent(after[name]));
    const show = (policy: AnsweredPolicy) => {
      const name = names.find((candidate) => !isAbsent(policy[candidate]));
      return name === undefined ? OPEN : `${optionOf(name)} ${shown(policy[name])}`;
    };
    const [one, other] = [scaleOf(before, min, list, levels), scaleOf(after, min, list, levels)];
    const what = names.map(optionOf).join(' and ');
    // What is not understood may be anything.
    const direction =
      one === undefined || other === undefined ? directionOfUnknown(before, after, names) : directionOf(one, other);
    add(what, direction, show(before), show(after));
  }
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (ON_SCALES.has(name) || name === 'notAfter') continue;
    const [one, other] = [before[name], after[name]];
    const option = MEMBERS.find((member) => member.name === name)?.option ?? name;
    if (name === 'refreshAllowed') {
      // The server refuses only when it is false (AuthTokenController.java of SolarNetwork/solarnetwork-central).
      const [was, is] = [one !== false, other !== false];
      add(option, was === is ? 'same' : is ? 'wider' : 'narrower', shown(one), shown(other));
    } else add(option, directionOf(setOf(one), setOf(other)), shown(one), shown(other));
  }
  // A policy with any restriction, also one that lets everything through, bars a User token from tokens (SecurityUtils.java).
  const [barred, willBeBarred] = [before, after].map((policy) => restrictingMembers(policy).length > 0);
  if (barred !== willBeBarred) {
    const managing = (bars: boolean | undefined) => (bars === true ? 'no' : 'yes, if it is a User token');
    add('managing tokens', willBeBarred === true ? 'narrower' : 'wider', managing(barred), managing(willBeBarred));
  }
  return moves;
}

/** The members that this version knows, as far as they are what they should be: for who looks at what a policy lets through. */
export function knownPolicy(policy: AnsweredPolicy): Policy {
  const known = MEMBERS.flatMap(({ name, kind, list }) => {
    const value = policy[name];
    const type = kind === 'node-id' ? 'number' : kind === 'boolean' ? 'boolean' : 'string';
    const items = list ? listOf(value).filter((item) => typeof item === type) : [];
    if (list) return items.length === 0 ? [] : [[name, items] as const];
    return typeof value === type ? [[name, value] as const] : [];
  });
  return Object.fromEntries(known);
}

/** What restricts nothing. */
type Allowed = ReadonlySet<string> | 'all';

function directionOf(before: Allowed, after: Allowed): Direction {
  const adds = before !== 'all' && (after === 'all' || [...after].some((item) => !before.has(item)));
  const takes = after !== 'all' && (before === 'all' || [...before].some((item) => !after.has(item)));
  return adds ? (takes ? 'both' : 'wider') : takes ? 'narrower' : 'same';
}

function directionOfUnknown(before: AnsweredPolicy, after: AnsweredPolicy, names: readonly string[]): Direction {
  return names.every((name) => directionOf(setOf(before[name]), setOf(after[name])) === 'same') ? 'same' : 'both';
}

/** A pair of members of which the one has the lowest of all that are allowed, by its level, and the other lists them. */
interface Scale {
  readonly min: 'minAggregation' | 'minLocationPrecision';
  readonly list: 'aggregations' | 'locationPrecisions';
  readonly levels: readonly (readonly string[])[];
}

const SCALES: readonly Scale[] = [
  {
    min: 'minAggregation',
    list: 'aggregations',
    // By their length in seconds (domain/datum/Aggregation.java of SolarNetwork/solarnetwork-common).
    levels: [
      ['None'],
      ['Minute'],
      ['FiveMinute'],
      ['TenMinute'],
      ['FifteenMinute'],
      ['ThirtyMinute'],
      ['Hour', 'HourOfDay', 'HourOfYear', 'SeasonalHourOfDay'],
      ['Day', 'DayOfWeek', 'DayOfYear', 'SeasonalDayOfWeek'],
      ['Week', 'WeekOfYear'],
      ['Month'],
      ['Year'],
      ['RunningTotal'],
    ],
  },
  {
    min: 'minLocationPrecision',
    list: 'locationPrecisions',
    levels: LOCATION_PRECISIONS.map((precision) => [precision]),
  },
];

const ON_SCALES: ReadonlySet<string> = new Set(SCALES.flatMap(({ min, list }) => [min, list]));

/** Undefined where a name is none that is known. */
function scaleOf(
  policy: AnsweredPolicy,
  min: Scale['min'],
  list: Scale['list'],
  levels: Scale['levels'],
): Allowed | undefined {
  const lowest = policy[min];
  // Of both the server goes by the minimum.
  if (!isAbsent(lowest)) {
    const index = levels.findIndex((names) => names.some((name) => name === lowest));
    return index === -1 ? undefined : index === 0 ? 'all' : new Set(levels.slice(index).flat());
  }
  if (isAbsent(policy[list])) return 'all';
  const known = new Set(levels.flat());
  const names = listOf(policy[list]).flatMap((name) => (typeof name === 'string' && known.has(name) ? [name] : []));
  return names.length === listOf(policy[list]).length ? new Set(names) : undefined;
}

/** Whether the server takes a value for no restriction, as if the member were not there. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function setOf(value: unknown): Allowed {
  if (isAbsent(value)) return 'all';
  return new Set((Array.isArray(value) ? listOf(value) : [value]).map((item) => JSON.stringify(item)));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

const OPEN = 'no restriction';

function shown(value: unknown): string {
  if (isAbsent(value)) return OPEN;
  return Array.isArray(value) ? enumerateBy(listOf(value), showItem) : showItem(value);
}

function showItem(item: unknown): string {
  return typeof item === 'string' ? item : showJson(item);
}
