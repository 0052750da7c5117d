import { printGrantLine } from '../../request/grants.js';
import type { Milliseconds } from '../../request/lifetime.js';

export type TokenType = 'ReadNodeData' | 'User';

/**
 * A SecurityPolicy without its end: each member restricts, and one that is absent leaves open what it could restrict.
 * Lists are not empty and hold nothing twice.
 */
export interface Policy {
  readonly nodeIds?: readonly number[];
  readonly sourceIds?: readonly string[];
  readonly aggregations?: readonly string[];
  readonly minAggregation?: string;
  readonly locationPrecisions?: readonly string[];
  readonly minLocationPrecision?: string;
  readonly nodeMetadataPaths?: readonly string[];
  readonly userMetadataPaths?: readonly string[];
  readonly apiPaths?: readonly string[];
  readonly refreshAllowed?: boolean;
}

export type MemberName = keyof Policy;

export interface Member {
  readonly name: MemberName;
  /** The long option of `s10k sec-tokens create`, which is the key of a grant line. */
  readonly option: string;
  readonly example: string;
  /** How one value is read, from its text in a line or from JSON; an error message if it is none. */
  readonly kind: 'node-id' | 'pattern' | 'aggregation' | 'location-precision' | 'boolean';
  readonly list: boolean;
}

/** In the order in which the server writes them (SecurityPolicySerializer.java of SolarNetwork/solarnetwork-common). */
export const MEMBERS: readonly Member[] = [
  { name: 'nodeIds', option: 'node-id', example: '100, 101', kind: 'node-id', list: true },
  { name: 'sourceIds', option: 'source-id', example: '/REGION1/**', kind: 'pattern', list: true },
  { name: 'minAggregation', option: 'min-aggregation', example: 'Hour', kind: 'aggregation', list: false },
  { name: 'aggregations', option: 'aggregation', example: 'Hour, Day', kind: 'aggregation', list: true },
  {
    name: 'minLocationPrecision',
    option: 'min-location-precision',
    example: 'Locality',
    kind: 'location-precision',
    list: false,
  },
  {
    name: 'locationPrecisions',
    option: 'location-precision',
    example: 'Locality, Country',
    kind: 'location-precision',
    list: true,
  },
  { name: 'nodeMetadataPaths', option: 'node-metadata-path', example: '/pm/test/**', kind: 'pattern', list: true },
  {
    name: 'userMetadataPaths',
    option: 'user-metadata-path',
    example: '/pm/account/public/**',
    kind: 'pattern',
    list: true,
  },
  { name: 'apiPaths', option: 'api-path', example: '/datum/**', kind: 'pattern', list: true },
  { name: 'refreshAllowed', option: 'refresh-allowed', example: 'true', kind: 'boolean', list: false },
];

/** The names, and the keys that the server reads as well (domain/datum/Aggregation.java of solarnetwork-common). */
export const AGGREGATIONS: ReadonlyMap<string, string> = new Map([
  ['None', '0'],
  ['Minute', 'm'],
  ['FiveMinute', '5m'],
  ['TenMinute', '10m'],
  ['FifteenMinute', '15m'],
  ['ThirtyMinute', '30m'],
  ['Hour', 'h'],
  ['HourOfDay', 'hd'],
  ['HourOfYear', 'hy'],
  ['SeasonalHourOfDay', 'shd'],
  ['Day', 'd'],
  ['DayOfWeek', 'wd'],
  ['DayOfYear', 'yd'],
  ['SeasonalDayOfWeek', 'swd'],
  ['Week', 'w'],
  ['WeekOfYear', 'yw'],
  ['Month', 'M'],
  ['Year', 'y'],
  ['RunningTotal', 'rt'],
]);

/** From the most to the least precise (domain/LocationPrecision.java of solarnetwork-common). */
export const LOCATION_PRECISIONS: readonly string[] = [
  'LatLong',
  'Block',
  'Street',
  'PostalCode',
  'Locality',
  'StateOrProvince',
  'Region',
  'TimeZone',
  'Country',
];

/** Whether a policy takes anything away from what every token of its type may do. */
export function restricts(policy: Policy): boolean {
  return Object.entries(policy).some(
    ([name, value]) =>
      name !== 'refreshAllowed' &&
      // These two are the lowest of their kind: they and all above them is everything.
      !(name === 'minAggregation' && value === 'None') &&
      !(name === 'minLocationPrecision' && value === 'LatLong'),
  );
}

/** The policy as it is sent: SecurityPolicy JSON with its end in milliseconds, the only form in which the server keeps it. */
export function policyJson(policy: Policy, notAfter: Milliseconds): string {
  return JSON.stringify({ ...policy, notAfter });
}

/** The policy in JSON with full names, or `unrestricted` and what restricts nothing beside it; accepted again as grants. */
export function printPolicy(policy: Policy): string {
  return restricts(policy) ? JSON.stringify(policy) : printLines(policy).join('\n');
}

/** A grant line for each member. */
export function printLines(policy: Policy): readonly string[] {
  const lines = MEMBERS.flatMap(({ name, option }) => {
    const value = policy[name];
    if (value === undefined) return [];
    const words = (Array.isArray(value) ? value : [value]).map((item) => ({ text: String(item), quoted: true }));
    return [printGrantLine({ resource: [{ text: option, quoted: false }], actions: words })];
  });
  return restricts(policy) ? lines : ['unrestricted', ...lines];
}
