import fc from '../../../properties.js';
import { describe, expect, test } from 'vitest';
import { readGrants } from '../../../../src/issuers/solarnetwork/grants.js';
import {
  policyJson,
  printLines,
  printPolicy,
  restricts,
  type Policy,
} from '../../../../src/issuers/solarnetwork/policy.js';
import { parseGrants } from '../../../../src/request/grants.js';
import { formatProblem, invalid } from '../../../../src/request/problem.js';
import { readPolicyAsServerDoes } from '../../../fakes/solarnetwork-policy.js';
import { comparePolicies, policyHash, restrictingMembers } from '../../../../src/issuers/solarnetwork/compare.js';
import { runnerWords } from '../../../../src/runner/words.js';

const END = 1_759_143_600_000;

function read(text: string) {
  const { grants, problems } = parseGrants(text);
  return problems.length === 0 ? readGrants(grants, runnerWords) : invalid(...problems);
}

function policyOf(text: string): Policy {
  const result = read(text);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result.value;
}

function problemsOf(text: string): readonly string[] {
  const result = read(text);
  return result.ok ? [] : result.problems.map(formatProblem);
}

const EVERY_LINE = `
node-id: 101, 100, 101
node-id: 102
source-id: /REGION1/**, "/a,b"
aggregation: Hour, Day
location-precision: Locality, Country
node-metadata-path: /pm/test/**
user-metadata-path: /pm/account/public/**
api-path: /datum/**, !/datum/stream
refresh-allowed: true`;

const EVERY_MEMBER: Policy = {
  nodeIds: [100, 101, 102],
  sourceIds: ['/REGION1/**', '/a,b'],
  aggregations: ['Hour', 'Day'],
  locationPrecisions: ['Locality', 'Country'],
  nodeMetadataPaths: ['/pm/test/**'],
  userMetadataPaths: ['/pm/account/public/**'],
  apiPaths: ['/datum/**', '!/datum/stream'],
  refreshAllowed: true,
};

const EXPECTED_AGGREGATION =
  'expected an aggregation, in this letter case: None, Minute, FiveMinute, TenMinute, FifteenMinute, ThirtyMinute, Hour, HourOfDay, HourOfYear, SeasonalHourOfDay, Day, DayOfWeek, DayOfYear, SeasonalDayOfWeek, Week, WeekOfYear, Month, Year, RunningTotal.';
const EXPECTED_PRECISION =
  'expected a location precision, in this letter case: LatLong, Block, Street, PostalCode, Locality, StateOrProvince, Region, TimeZone, Country.';
const EXPECTED_OPTION =
  'expected one of node-id, source-id, min-aggregation, aggregation, min-location-precision, location-precision, node-metadata-path, user-metadata-path, api-path, refresh-allowed.';
const EXPECTED_MEMBER =
  'expected one of nodeIds, sourceIds, minAggregation, aggregations, minLocationPrecision, locationPrecisions, nodeMetadataPaths, userMetadataPaths, apiPaths, refreshAllowed.';
const EXPECTED_NODE = 'expected the id of a node, a whole number from 1 to 9007199254740991, as in 100';
const RESTRICTS_NOTHING = 'this policy restricts nothing, and a token with it could do everything that its type can';
const RESTRICT_OR_SAY_SO =
  'add a restriction such as node-id: 100, or a line with the word unrestricted if the token shall have no restriction but its end';
const AS_IN_A_POLICY = 'as in {"nodeIds":[100,101],"sourceIds":["/REGION1/**"]}';

describe('grants', () => {
  test('as lines name every option of s10k', () => {
    expect(policyOf(EVERY_LINE)).toEqual(EVERY_MEMBER);
    expect(policyOf('min-aggregation: Hour\nmin-location-precision: Locality\nrefresh-allowed: false')).toEqual({
      minAggregation: 'Hour',
      minLocationPrecision: 'Locality',
      refreshAllowed: false,
    });
  });

  test('as JSON are a SecurityPolicy', () => {
    expect(policyOf(JSON.stringify(EVERY_MEMBER))).toEqual(EVERY_MEMBER);
  });

  test('as the word unrestricted are the policy without a restriction', () => {
    expect(policyOf('unrestricted')).toEqual({});
  });

  test('may say beside unrestricted what restricts nothing', () => {
    expect(policyOf('unrestricted\nrefresh-allowed: false')).toEqual({ refreshAllowed: false });
    expect(policyOf('refresh-allowed: true\n unrestricted\nmin-aggregation: None')).toEqual({
      refreshAllowed: true,
      minAggregation: 'None',
    });
  });

  test('that could not be read are no policy, and are not told a second time', () => {
    const { grants, problems } = parseGrants('');
    expect(problems).toHaveLength(1);
    expect(readGrants(grants, runnerWords)).toEqual(invalid());
  });

  test.each([
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
  ])('name the aggregation %s, and who writes its key %s is told the name', (name, key) => {
    expect(policyOf(`aggregation: ${name}`)).toEqual({ aggregations: [name] });
    expect(problemsOf(`aggregation: ${key}`)).toEqual([
      `grants, line 1, column 14: found "${key}"; ${EXPECTED_AGGREGATION} Did you mean "${name}"?`,
    ]);
  });

  test.each([
    'LatLong',
    'Block',
    'Street',
    'PostalCode',
    'Locality',
    'StateOrProvince',
    'Region',
    'TimeZone',
    'Country',
  ])('name the location precision %s', (name) => {
    expect(policyOf(`location-precision: ${name}`)).toEqual({ locationPrecisions: [name] });
  });

  test.each<readonly [string, string, Policy]>([
    ['sources in the order in which they are written, numbers too', 'source-id: 20, 3', { sourceIds: ['20', '3'] }],
    ['a node whose id is written twice once', 'node-id: 7, 10, 7', { nodeIds: [7, 10] }],
    ['a source without a slash', 'source-id: Main', { sourceIds: ['Main'] }],
    [
      'a source that looks like a path of the API',
      'source-id: /api/v1/sec/datum',
      { sourceIds: ['/api/v1/sec/datum'] },
    ],
    [
      'metadata below a key that looks like a path of the API',
      'node-metadata-path: /api/v1/x\nuser-metadata-path: /solaruser/api/v1',
      { nodeMetadataPaths: ['/api/v1/x'], userMetadataPaths: ['/solaruser/api/v1'] },
    ],
    ['an API path with api inside', 'api-path: /datum/api/v1', { apiPaths: ['/datum/api/v1'] }],
    ['an exclamation mark inside a path', 'api-path: /api!/v1', { apiPaths: ['/api!/v1'] }],
    ['a minimum that leaves something out', 'min-location-precision: Block', { minLocationPrecision: 'Block' }],
    [
      'the lowest precision beside a restriction',
      'min-location-precision: LatLong\nmin-aggregation: Day',
      { minAggregation: 'Day', minLocationPrecision: 'LatLong' },
    ],
  ])('may hold %s', (_what, text, policy) => {
    expect(policyOf(text)).toEqual(policy);
  });

  test('are printed as a line for each option, and as JSON', () => {
    expect(printLines(policyOf(EVERY_LINE))).toEqual([
      'node-id: 100, 101, 102',
      'source-id: /REGION1/**, "/a,b"',
      'aggregation: Hour, Day',
      'location-precision: Locality, Country',
      'node-metadata-path: /pm/test/**',
      'user-metadata-path: /pm/account/public/**',
      'api-path: /datum/**, !/datum/stream',
      'refresh-allowed: true',
    ]);
    expect(printLines(policyOf('min-location-precision: Region\nsource-id: "*"\nmin-aggregation: Week'))).toEqual([
      'source-id: "*"',
      'min-aggregation: Week',
      'min-location-precision: Region',
    ]);
    expect(printPolicy(policyOf('min-location-precision: Region\nnode-id: 2, 1'))).toBe(
      '{"nodeIds":[1,2],"minLocationPrecision":"Region"}',
    );
    expect(printLines({})).toEqual(['unrestricted']);
    expect(printPolicy({})).toBe('unrestricted');
    expect(printLines({ refreshAllowed: false })).toEqual(['unrestricted', 'refresh-allowed: false']);
    expect(printPolicy({ refreshAllowed: false })).toBe('unrestricted\nrefresh-allowed: false');
  });

  test('are printed so that they are accepted again', () => {
    for (const text of [
      EVERY_LINE,
      'min-aggregation: Hour',
      'source-id: "*", "/with blank", "/a:", "#x"',
      'unrestricted',
      'unrestricted\nrefresh-allowed: false',
    ]) {
      expect(policyOf(printPolicy(policyOf(text)))).toEqual(policyOf(text));
      expect(policyOf(printLines(policyOf(text)).join('\n'))).toEqual(policyOf(text));
    }
  });
});

describe('a mistake is told before anything is sent:', () => {
  test.each([
    ['node-id: 12a', `grants, line 1, column 10: found "12a"; ${EXPECTED_NODE}`],
    ['node-id: 0', `grants, line 1, column 10: found "0"; ${EXPECTED_NODE}`],
    ['node-id: -1', `grants, line 1, column 10: found "-1"; ${EXPECTED_NODE}`],
    ['node-id: 007', `grants, line 1, column 10: found "007"; ${EXPECTED_NODE}`],
    ['node-id: 1e3', `grants, line 1, column 10: found "1e3"; ${EXPECTED_NODE}`],
    ['node-id: 9007199254740993', `grants, line 1, column 10: found "9007199254740993"; ${EXPECTED_NODE}`],
    [
      'node-id: *',
      'grants, line 1, column 10: found *; leave the line out to restrict nothing, or name values, as in node-id: 100, 101',
    ],
    [
      'source-id: *',
      'grants, line 1, column 12: found *; leave the line out to restrict nothing, or write "*" in quotes for the pattern that matches one path segment',
    ],
    [
      'min-aggregation: *',
      'grants, line 1, column 18: found *; leave the line out to restrict nothing, or name values, as in min-aggregation: Hour',
    ],
    [
      'aggregation: *',
      'grants, line 1, column 14: found *; leave the line out to restrict nothing, or name values, as in aggregation: Hour, Day',
    ],
    [
      'min-location-precision: *',
      'grants, line 1, column 25: found *; leave the line out to restrict nothing, or name values, as in min-location-precision: Locality',
    ],
    [
      'location-precision: *',
      'grants, line 1, column 21: found *; leave the line out to restrict nothing, or name values, as in location-precision: Locality, Country',
    ],
    [
      'node-metadata-path: *',
      'grants, line 1, column 21: found *; leave the line out to restrict nothing, or write "*" in quotes for the pattern that matches one path segment',
    ],
    [
      'user-metadata-path: *',
      'grants, line 1, column 21: found *; leave the line out to restrict nothing, or write "*" in quotes for the pattern that matches one path segment',
    ],
    [
      'api-path: *',
      'grants, line 1, column 11: found *; leave the line out to restrict nothing, or write "*" in quotes for the pattern that matches one path segment',
    ],
    [
      'refresh-allowed: *',
      'grants, line 1, column 18: found *; leave the line out to restrict nothing, or name values, as in refresh-allowed: true',
    ],
    [
      'source-id: " /A"',
      'grants, line 1, column 12: found " /A"; a blank at the beginning or the end would be part of the pattern; remove it',
    ],
    [
      'source-id: "/A "',
      'grants, line 1, column 12: found "/A "; a blank at the beginning or the end would be part of the pattern; remove it',
    ],
    ['source-id: " "', 'grants, line 1, column 12: found " ", which is blank'],
    [
      'source-id: "/{x}"',
      'grants, line 1, column 12: found "/{x}"; braces stand for anything in a pattern of the server, so they are refused; write ? or * instead',
    ],
    [
      'source-id: "/a}"',
      'grants, line 1, column 12: found "/a}"; braces stand for anything in a pattern of the server, so they are refused; write ? or * instead',
    ],
    [
      '{"sourceIds":["/A\\u0007B"]}',
      'grants, line 1, column 15: found "/A\\u0007B"; a pattern holds no control characters',
    ],
    ['min-aggregation: hour', `grants, line 1, column 18: found "hour"; ${EXPECTED_AGGREGATION} Did you mean "Hour"?`],
    [
      'min-aggregation: 5m',
      `grants, line 1, column 18: found "5m"; ${EXPECTED_AGGREGATION} Did you mean "FiveMinute"?`,
    ],
    ['aggregation: Hour, Dya', `grants, line 1, column 20: found "Dya"; ${EXPECTED_AGGREGATION} Did you mean "Day"?`],
    [
      'min-location-precision: Localty',
      `grants, line 1, column 25: found "Localty"; ${EXPECTED_PRECISION} Did you mean "Locality"?`,
    ],
    ['location-precision: Planet', `grants, line 1, column 21: found "Planet"; ${EXPECTED_PRECISION}`],
    [
      'min-aggregation: Hour, Day',
      'grants, line 1, column 24: min-aggregation takes one value, as in min-aggregation: Hour',
    ],
    [
      'min-aggregation: Hour\nmin-aggregation: Day',
      'grants, line 2, column 1: min-aggregation takes one value, as in min-aggregation: Hour',
    ],
    [
      'min-aggregation: Hour\nmin-aggregation: Day, Week',
      'grants, line 2, column 1: min-aggregation takes one value, as in min-aggregation: Hour',
    ],
    [
      'min-location-precision: Region, Block',
      'grants, line 1, column 33: min-location-precision takes one value, as in min-location-precision: Locality',
    ],
    [
      'refresh-allowed: true, false',
      'grants, line 1, column 24: refresh-allowed takes one value, as in refresh-allowed: true',
    ],
    [
      'min-aggregation: Hour\naggregation: Day',
      'grants, line 2, column 1: min-aggregation and aggregation exclude each other; keep one of the two',
    ],
    [
      'min-location-precision: Region\nlocation-precision: Block',
      'grants, line 2, column 1: min-location-precision and location-precision exclude each other; keep one of the two',
    ],
    [
      'aggregation: Day\nmin-aggregation: Hour',
      'grants, line 1, column 1: min-aggregation and aggregation exclude each other; keep one of the two',
    ],
    ['min-aggregation: x\naggregation: Day', `grants, line 1, column 18: found "x"; ${EXPECTED_AGGREGATION}`],
    ['min-aggregation: x\nmin-aggregation: Day', `grants, line 1, column 18: found "x"; ${EXPECTED_AGGREGATION}`],
    [
      'api-path: datum/**',
      'grants, line 1, column 11: found "datum/**"; a path begins with a slash, or it never matches',
    ],
    [
      'api-path: "!datum/**"',
      'grants, line 1, column 11: found "!datum/**"; a path begins with a slash, or it never matches',
    ],
    [
      'api-path: /solarquery/api/v1/sec/datum/**',
      'grants, line 1, column 11: found "/solarquery/api/v1/sec/datum/**"; a path is written as it goes on after /api/v1/sec, as in /datum/**',
    ],
    [
      'api-path: /api/v1/sec/datum/**',
      'grants, line 1, column 11: found "/api/v1/sec/datum/**"; a path is written as it goes on after /api/v1/sec, as in /datum/**',
    ],
    [
      'api-path: "!/api/v1/sec/datum/**"',
      'grants, line 1, column 11: found "!/api/v1/sec/datum/**"; a path is written as it goes on after /api/v1/sec, as in /datum/**',
    ],
    [
      'node-metadata-path: pm',
      'grants, line 1, column 21: found "pm"; a path begins with a slash, or it never matches',
    ],
    [
      'node-metadata-path: "!/pm"',
      'grants, line 1, column 21: found "!/pm"; a path begins with a slash, or it never matches',
    ],
    [
      'user-metadata-path: pm',
      'grants, line 1, column 21: found "pm"; a path begins with a slash, or it never matches',
    ],
    ['refresh-allowed: yes', 'grants, line 1, column 18: found "yes"; expected true or false'],
    ['node-ids: 100', `grants, line 1, column 1: found "node-ids"; ${EXPECTED_OPTION} Did you mean "node-id"?`],
    ['nodeIds: 100', `grants, line 1, column 1: found "nodeIds"; ${EXPECTED_OPTION} Did you mean "node-id"?`],
    [
      'nodeMetadataPaths: /pm',
      `grants, line 1, column 1: found "nodeMetadataPaths"; ${EXPECTED_OPTION} Did you mean "node-metadata-path"?`,
    ],
    ['node-id 100: read', `grants, line 1, column 1: found "node-id 100"; ${EXPECTED_OPTION}`],
    [
      'not-after: 2027-01-01',
      'grants, line 1, column 1: found "not-after"; the end of the token is set by the input expires_in or expires_at',
    ],
    [
      'notAfter: 1',
      'grants, line 1, column 1: found "notAfter"; the end of the token is set by the input expires_in or expires_at',
    ],
    [
      'expires: 1',
      'grants, line 1, column 1: found "expires"; the end of the token is set by the input expires_in or expires_at',
    ],
    [
      'EXPIRY: 1',
      'grants, line 1, column 1: found "EXPIRY"; the end of the token is set by the input expires_in or expires_at',
    ],
    ['my-expiry: 1', `grants, line 1, column 1: found "my-expiry"; ${EXPECTED_OPTION}`],
    ['xnot-after: 1', `grants, line 1, column 1: found "xnot-after"; ${EXPECTED_OPTION}`],
    [
      'node-id: 100\nunrestricted\nrefresh-allowed: false',
      'grants, line 1, column 1: node-id restricts the token, and unrestricted says that nothing does; remove one of the two',
    ],
    ['refresh-allowed: true', `grants: ${RESTRICTS_NOTHING}; ${RESTRICT_OR_SAY_SO}`],
    ['refresh-allowed: false', `grants: ${RESTRICTS_NOTHING}; ${RESTRICT_OR_SAY_SO}`],
    [
      'min-aggregation: None',
      `grants: the aggregation None and all above it are every aggregation, so this policy restricts nothing; ${RESTRICT_OR_SAY_SO}`,
    ],
    [
      'min-location-precision: LatLong',
      `grants: LatLong and all that is less precise are every precision, so this policy restricts nothing; ${RESTRICT_OR_SAY_SO}`,
    ],
    [
      'min-aggregation: None\nmin-location-precision: LatLong',
      `grants: the aggregation None and all above it are every aggregation, so this policy restricts nothing; ${RESTRICT_OR_SAY_SO}`,
    ],
    ['{}', `grants: ${RESTRICTS_NOTHING}; ${RESTRICT_OR_SAY_SO}`],
    ['{"refreshAllowed":true}', `grants: ${RESTRICTS_NOTHING}; ${RESTRICT_OR_SAY_SO}`],
    ['[]', `grants, line 1, column 1: found an empty list; expected one SecurityPolicy, ${AS_IN_A_POLICY}`],
    ['[{"nodeIds":[1]}]', `grants, line 1, column 1: found a list; expected one SecurityPolicy, ${AS_IN_A_POLICY}`],
    [
      '{"nodeIds":[1]}\n{"nodeIds":[2]}',
      `grants, line 2, column 1: found an object; expected one SecurityPolicy, ${AS_IN_A_POLICY}`,
    ],
    [
      '{"nodeIds":[]}',
      'grants, line 1, column 2: nodeIds is an empty list; the server would drop it and restrict nothing; leave the member out if that is meant',
    ],
    [
      '{"sourceIds":null}',
      'grants, line 1, column 2: sourceIds is null; the server would drop it and restrict nothing; leave the member out if that is meant',
    ],
    ['{"nodeIds":100}', 'grants, line 1, column 2: nodeIds is 100; expected a list, as in "nodeIds":[100,101]'],
    [
      '{"aggregations":"Hour"}',
      'grants, line 1, column 2: aggregations is "Hour"; expected a list, as in "aggregations":["Hour","Day"]',
    ],
    [
      '{"sourceIds":"/A/**"}',
      'grants, line 1, column 2: sourceIds is "/A/**"; expected a list, as in "sourceIds":["/REGION1/**"]',
    ],
    [
      '{"nodeMetadataPaths":"/x"}',
      'grants, line 1, column 2: nodeMetadataPaths is "/x"; expected a list, as in "nodeMetadataPaths":["/pm/test/**"]',
    ],
    [
      '{"userMetadataPaths":"/x"}',
      'grants, line 1, column 2: userMetadataPaths is "/x"; expected a list, as in "userMetadataPaths":["/pm/account/public/**"]',
    ],
    [
      '{"apiPaths":"/x"}',
      'grants, line 1, column 2: apiPaths is "/x"; expected a list, as in "apiPaths":["/datum/**"]',
    ],
    ['{"nodeIds":["100"]}', 'grants, line 1, column 13: found "100" in nodeIds; expected a number without quotes'],
    ['{"nodeIds":[100.0]}', `grants, line 1, column 13: found "100.0"; ${EXPECTED_NODE}`],
    ['{"nodeIds":[1e2]}', `grants, line 1, column 13: found "1e2"; ${EXPECTED_NODE}`],
    ['{"sourceIds":[1]}', 'grants, line 1, column 15: found 1 in sourceIds; expected a text in double quotes'],
    ['{"sourceIds":[""]}', 'grants, line 1, column 15: found "", which is blank'],
    [
      '{"minAggregation":"hour"}',
      `grants, line 1, column 19: found "hour"; ${EXPECTED_AGGREGATION} Did you mean "Hour"?`,
    ],
    [
      '{"minAggregation":null}',
      'grants, line 1, column 19: found null in minAggregation; expected a name in double quotes',
    ],
    [
      '{"minAggregation":["Hour"]}',
      'grants, line 1, column 19: found a list in minAggregation; expected a name in double quotes',
    ],
    [
      '{"minLocationPrecision":5}',
      'grants, line 1, column 25: found 5 in minLocationPrecision; expected a name in double quotes',
    ],
    [
      '{"minAggregation":"Hour","aggregations":["Day"]}',
      'grants, line 1, column 26: minAggregation and aggregations exclude each other; keep one of the two',
    ],
    [
      '{"minLocationPrecision":"Region","locationPrecisions":["Block"]}',
      'grants, line 1, column 34: minLocationPrecision and locationPrecisions exclude each other; keep one of the two',
    ],
    ['{"minAggregation":"x","aggregations":["Day"]}', `grants, line 1, column 19: found "x"; ${EXPECTED_AGGREGATION}`],
    [
      '{"refreshAllowed":"true","nodeIds":[1]}',
      'grants, line 1, column 19: found "true" in refreshAllowed; expected true or false',
    ],
    ['{"nodeids":[1]}', `grants, line 1, column 2: found "nodeids"; ${EXPECTED_MEMBER} Did you mean "nodeIds"?`],
    ['{"quota":5}', `grants, line 1, column 2: found "quota"; ${EXPECTED_MEMBER}`],
    ['{"node-id":[1]}', `grants, line 1, column 2: found "node-id"; ${EXPECTED_MEMBER} Did you mean "nodeIds"?`],
    [
      '{"nodeIds":[1],"notAfter":4102444800000}',
      'grants, line 1, column 16: found "notAfter"; the end of the token is set by the input expires_in or expires_at',
    ],
    [
      '{"expires":"2026-12-01"}',
      'grants, line 1, column 2: found "expires"; the end of the token is set by the input expires_in or expires_at',
    ],
  ])('%j: %s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test('of JSON without a value there is nothing to point at', () => {
    expect(readGrants({ form: 'json', values: [] }, runnerWords)).toStrictEqual(
      invalid({ input: 'grants', message: `found nothing; expected one SecurityPolicy, ${AS_IN_A_POLICY}` }),
    );
  });

  test('all mistakes are told at once', () => {
    expect(problemsOf('node-id: x, y\nmin-aggregation: z\nnope: 1')).toHaveLength(4);
  });
});

describe('what is sent', () => {
  const names = (kind: 'aggregations' | 'locationPrecisions') =>
    kind === 'aggregations'
      ? fc.constantFrom('None', 'FiveMinute', 'Hour', 'HourOfYear', 'SeasonalDayOfWeek', 'RunningTotal')
      : fc.constantFrom('LatLong', 'Block', 'Locality', 'Country');
  const path = fc.string({ unit: 'grapheme' }).map((text) => `/${text.replace(/[\p{Cc}{}]/gu, '')}x`);
  const list = <Value>(value: fc.Arbitrary<Value>) => fc.uniqueArray(value, { minLength: 1, maxLength: 4 });
  const policies = fc
    .record(
      {
        nodeIds: list(fc.integer({ min: 1 })).map((ids) => ids.toSorted((a, b) => a - b)),
        sourceIds: list(path),
        aggregations: list(names('aggregations')),
        minLocationPrecision: names('locationPrecisions'),
        nodeMetadataPaths: list(path),
        userMetadataPaths: list(path),
        apiPaths: list(path),
        refreshAllowed: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    .filter((policy) => restricts(policy));

  test('is accepted as grants and kept by the server to the last member', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(policyOf(JSON.stringify(policy))).toEqual(policy);
        expect(policyOf(printLines(policy).join('\n'))).toEqual(policy);
        const reading = readPolicyAsServerDoes(policyJson(policy, END));
        if (reading.kind !== 'policy') throw new Error(reading.kind);
        expect(reading.policy.notAfter).toBe(END);
        expect(comparePolicies(policy, { ...reading.policy })).toEqual([]);
        expect(policyHash({ ...reading.policy })).toBe(policyHash(policy));
      }),
    );
  });

  test('is of a form that the server keeps', () => {
    expect(policyJson({ nodeIds: [100, 101], minAggregation: 'Hour' }, END)).toBe(
      '{"nodeIds":[100,101],"minAggregation":"Hour","notAfter":1759143600000}',
    );
    expect(policyJson({}, END)).toBe('{"notAfter":1759143600000}');
  });
});

describe('an answered policy', () => {
  const EMPTY = 'an empty one, which restricts nothing';
  const asked: Policy = { nodeIds: [100, 101], sourceIds: ['/a', '/b'], minAggregation: 'Hour' };

  test('is the one asked for whatever the order of its lists and members', () => {
    expect(
      comparePolicies(asked, { notAfter: 1, minAggregation: 'Hour', sourceIds: ['/b', '/a'], nodeIds: [101, 100] }),
    ).toEqual([]);
  });

  test.each<readonly [string, Record<string, unknown>, string, string, string]>([
    ['lacks a member', { nodeIds: [100, 101], sourceIds: ['/a', '/b'] }, 'minAggregation', '"Hour"', 'no restriction'],
    ['has an empty list', { ...asked, nodeIds: [] }, 'nodeIds', '[100,101]', EMPTY],
    ['has null', { ...asked, nodeIds: null }, 'nodeIds', '[100,101]', EMPTY],
    ['has one more item', { ...asked, nodeIds: [100, 101, 102] }, 'nodeIds', '[100,101]', '[100,101,102]'],
    ['has one item less', { ...asked, sourceIds: ['/a'] }, 'sourceIds', '["/a","/b"]', '["/a"]'],
    ['has texts for numbers', { ...asked, nodeIds: ['100', '101'] }, 'nodeIds', '[100,101]', '["100","101"]'],
    ['has another value', { ...asked, minAggregation: 'None' }, 'minAggregation', '"Hour"', '"None"'],
    ['has a member more', { ...asked, refreshAllowed: false }, 'refreshAllowed', 'no restriction', 'false'],
    ['has an empty list that nobody asked for', { ...asked, apiPaths: [] }, 'apiPaths', 'no restriction', EMPTY],
    ['has a null that nobody asked for', { ...asked, quota: null }, 'quota', 'no restriction', EMPTY],
    ['has lists in a list', { ...asked, nodeIds: [100, [101]] }, 'nodeIds', '[100,101]', '[100,a list]'],
    ['has objects in a list', { ...asked, nodeIds: [100, {}] }, 'nodeIds', '[100,101]', '[100,an object]'],
    ['has null in a list', { ...asked, nodeIds: [100, null] }, 'nodeIds', '[100,101]', '[100,null]'],
    ['has an object for a list', { ...asked, nodeIds: { 0: 100, 1: 101 } }, 'nodeIds', '[100,101]', 'an object'],
    ['has a member that nobody knows', { ...asked, quota: 5 }, 'quota', 'no restriction', '5'],
  ])('that %s differs', (_what, granted, member, wanted, got) => {
    expect(comparePolicies(asked, granted)).toEqual([
      { what: `policy member "${member}"`, asked: wanted, granted: got },
    ]);
    if (wanted !== 'no restriction' || got !== EMPTY) expect(policyHash(granted)).not.toBe(policyHash(asked));
  });

  test('is none with more members than any policy has, and they are not looked at one by one', () => {
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`n${index}`, 1]));
    const members = Object.keys(asked).length;
    expect(comparePolicies(asked, many)).toEqual([
      { what: 'policy', asked: `one of ${members} members`, granted: 'one of 1001 members, which is none' },
    ]);
  });

  test('may be nested 20,000 deep, or have a million values, and differs', () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
    const many = Array.from({ length: 1_000_000 }, (_, index) => index);
    const differences = comparePolicies(asked, { ...asked, nodeIds: many, sourceIds: [deep], quota: deep });
    expect(differences.map(({ granted }) => granted)).toEqual(['a list of 1000000 values', '[an object]', 'an object']);
    expect(policyHash({ ...asked, quota: deep, nodeIds: many })).not.toBe(policyHash(asked));
    expect(restrictingMembers({ quota: deep })).toEqual(['quota']);
  });

  test('differs in every member at once', () => {
    expect(comparePolicies(asked, { sourceIds: ['/a', '/c'], minAggregation: 'Day', apiPaths: ['/**'] })).toEqual([
      { what: 'policy member "nodeIds"', asked: '[100,101]', granted: 'no restriction' },
      { what: 'policy member "sourceIds"', asked: '["/a","/b"]', granted: '["/a","/c"]' },
      { what: 'policy member "minAggregation"', asked: '"Hour"', granted: '"Day"' },
      { what: 'policy member "apiPaths"', asked: 'no restriction', granted: '["/**"]' },
    ]);
  });

  test('is shown up to 300 characters of a member, and beyond that cut', () => {
    // 300 characters with the brackets and quotes.
    const longest = 'x'.repeat(296);
    const shownOf = (source: string) => comparePolicies({}, { sourceIds: [source] }).map(({ granted }) => granted);
    expect(shownOf(longest)).toEqual([`["${longest}"]`]);
    expect(shownOf(`${longest}y`)).toEqual([`["${longest}y"… (1 characters more)`]);
  });

  test('counts as restricted by every member but its end and refreshAllowed', () => {
    expect(restrictingMembers({ ...EVERY_MEMBER, minAggregation: 'None', nodeIds: [], quota: 1, notAfter: 5 })).toEqual(
      [
        'sourceIds',
        'aggregations',
        'locationPrecisions',
        'nodeMetadataPaths',
        'userMetadataPaths',
        'apiPaths',
        'minAggregation',
        'quota',
      ],
    );
    expect(restrictingMembers({ notAfter: 5, refreshAllowed: false, sourceIds: null })).toEqual([]);
  });
});
