import fc from '../../properties.js';
import { describe, expect, test } from 'vitest';
import {
  comparePolicies,
  leftOpenBy,
  noticesOfPolicy,
  parsePolicy,
  policyHash,
  policyJson,
  printLines,
  printPolicy,
  restricts,
  type Policy,
  type TokenType,
} from '../../../src/issuers/solarnetwork/policy.js';
import { parseGrants } from '../../../src/lease/grants.js';
import { formatProblem, invalid } from '../../../src/lease/problem.js';
import { readPolicyAsServerDoes } from '../../fakes/solarnetwork-policy.js';

const END = 1_759_143_600_000;

function read(text: string) {
  const { grants, problems } = parseGrants(text);
  return problems.length === 0 ? parsePolicy(grants) : invalid(...problems);
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

  test('are printed so that they are accepted again', () => {
    for (const text of [
      EVERY_LINE,
      'min-aggregation: Hour',
      'source-id: "*", "/with blank", "/a:", "#x"',
      'unrestricted',
    ]) {
      expect(policyOf(printPolicy(policyOf(text)))).toEqual(policyOf(text));
      expect(policyOf(printLines(policyOf(text)).join('\n'))).toEqual(policyOf(text));
    }
  });
});

describe('a mistake is told before anything is sent:', () => {
  test.each([
    ['node-id: 12a', 'grants, line 1, column 10: found "12a"; expected the id of a node'],
    ['node-id: 0', 'found "0"; expected the id of a node'],
    ['node-id: -1', 'found "-1"; expected the id of a node'],
    ['node-id: 007', 'found "007"'],
    ['node-id: 1e3', 'found "1e3"'],
    ['node-id: 9007199254740993', 'found "9007199254740993"'],
    ['node-id: *', 'found *; leave the line out to restrict nothing, or name values'],
    ['source-id: *', 'or write "*" in quotes for the pattern that matches one path segment'],
    ['source-id: " /A"', 'a blank at the beginning or the end would be part of the pattern'],
    ['source-id: "/{x}"', 'braces stand for anything'],
    ['min-aggregation: hour', 'in this letter case: None, Minute'],
    ['min-aggregation: hour', 'Did you mean "Hour"?'],
    ['min-aggregation: 5m', 'Did you mean "FiveMinute"?'],
    ['aggregation: Hour, Dya', 'grants, line 1, column 20: found "Dya"'],
    ['min-location-precision: Localty', 'Did you mean "Locality"?'],
    ['min-aggregation: Hour, Day', 'min-aggregation takes one value'],
    ['min-aggregation: Hour\nmin-aggregation: Day', 'grants, line 2, column 1: min-aggregation takes one value'],
    ['min-aggregation: Hour\naggregation: Day', 'min-aggregation and aggregation exclude each other'],
    ['min-location-precision: Region\nlocation-precision: Block', 'exclude each other'],
    ['api-path: datum/**', 'a path begins with a slash, or it never matches'],
    ['api-path: /solarquery/api/v1/sec/datum/**', 'a path is written as it goes on after /api/v1/sec'],
    ['node-metadata-path: pm', 'a path begins with a slash'],
    ['refresh-allowed: yes', 'expected true or false'],
    ['node-ids: 100', 'Did you mean "node-id"?'],
    ['nodeIds: 100', 'Did you mean "node-id"?'],
    ['node-id 100: read', 'found "node-id 100"; expected one of node-id, source-id'],
    ['not-after: 2027-01-01', 'the end of the token is set by the input expires_in or expires_at'],
    ['refresh-allowed: true', 'this policy restricts nothing'],
    ['refresh-allowed: false', 'write the single word unrestricted if the token shall have no restriction but its end'],
    ['min-aggregation: None', 'None and all above it are every aggregation, so this policy restricts nothing'],
    ['min-location-precision: LatLong', 'are every precision, so this policy restricts nothing'],
    ['{}', 'this policy restricts nothing'],
    ['{"refreshAllowed":true}', 'this policy restricts nothing'],
    ['[]', 'found an empty list; expected one SecurityPolicy'],
    ['[{"nodeIds":[1]}]', 'found a list; expected one SecurityPolicy'],
    ['{"nodeIds":[1]}\n{"nodeIds":[2]}', 'grants, line 2, column 1: found an object; expected one SecurityPolicy'],
    ['{"nodeIds":[]}', 'nodeIds is an empty list; the server would drop it and restrict nothing'],
    ['{"sourceIds":null}', 'sourceIds is null; the server would drop it'],
    ['{"nodeIds":100}', 'nodeIds is 100; expected a list, as in "nodeIds":[100,101]'],
    ['{"sourceIds":"/A/**"}', 'expected a list, as in "sourceIds":["/REGION1/**"]'],
    ['{"nodeIds":["100"]}', 'found "100" in nodeIds; expected a number without quotes'],
    ['{"nodeIds":[100.0]}', 'found "100.0"; expected the id of a node'],
    ['{"nodeIds":[1e2]}', 'found "1e2"'],
    ['{"nodeIds":[9007199254740993]}', 'found "9007199254740993"'],
    ['{"sourceIds":[1]}', 'found 1 in sourceIds; expected a text in double quotes'],
    ['{"sourceIds":[""]}', 'which is blank'],
    ['{"minAggregation":"hour"}', 'Did you mean "Hour"?'],
    ['{"minAggregation":null}', 'found null in minAggregation; expected a name in double quotes'],
    ['{"minAggregation":["Hour"]}', 'found a list in minAggregation'],
    ['{"minAggregation":"Hour","aggregations":["Day"]}', 'minAggregation and aggregations exclude each other'],
    ['{"refreshAllowed":"true","nodeIds":[1]}', 'found "true" in refreshAllowed; expected true or false'],
    ['{"nodeids":[1]}', 'Did you mean "nodeIds"?'],
    ['{"nodeIds":[1],"notAfter":4102444800000}', 'the end of the token is set by the input expires_in or expires_at'],
  ])('%j: %s', (text, problem) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
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
  const asked: Policy = { nodeIds: [100, 101], sourceIds: ['/a', '/b'], minAggregation: 'Hour' };

  test('is the one asked for whatever the order of its lists and members', () => {
    expect(
      comparePolicies(asked, { notAfter: 1, minAggregation: 'Hour', sourceIds: ['/b', '/a'], nodeIds: [101, 100] }),
    ).toEqual([]);
  });

  test.each<readonly [string, Record<string, unknown>, string, string, string]>([
    ['lacks a member', { nodeIds: [100, 101], sourceIds: ['/a', '/b'] }, 'minAggregation', '"Hour"', 'no restriction'],
    ['has an empty list', { ...asked, nodeIds: [] }, 'nodeIds', '[100,101]', 'no restriction'],
    ['has null', { ...asked, nodeIds: null }, 'nodeIds', '[100,101]', 'no restriction'],
    ['has one more item', { ...asked, nodeIds: [100, 101, 102] }, 'nodeIds', '[100,101]', '[100,101,102]'],
    ['has one item less', { ...asked, sourceIds: ['/a'] }, 'sourceIds', '["/a","/b"]', '["/a"]'],
    ['has texts for numbers', { ...asked, nodeIds: ['100', '101'] }, 'nodeIds', '[100,101]', '["100","101"]'],
    ['has another value', { ...asked, minAggregation: 'None' }, 'minAggregation', '"Hour"', '"None"'],
    ['has a member more', { ...asked, refreshAllowed: false }, 'refreshAllowed', 'no restriction', 'false'],
    ['has a member that nobody knows', { ...asked, quota: 5 }, 'quota', 'no restriction', '5'],
  ])('that %s differs', (_what, granted, member, wanted, got) => {
    expect(comparePolicies(asked, granted)).toEqual([
      { what: `policy member "${member}"`, asked: wanted, granted: got },
    ]);
    expect(policyHash(granted)).not.toBe(policyHash(asked));
  });
});

describe('what a policy leaves open', () => {
  test('is all that it does not restrict', () => {
    expect(leftOpenBy({ nodeIds: [100], minAggregation: 'Hour' }, 'ReadNodeData')).toEqual([
      'all sources',
      'every location precision, up to coordinates',
      'all metadata of nodes',
      'all metadata of the account',
      'all API paths that a ReadNodeData token may call',
      'renewing its signing key without its secret',
    ]);
    expect(leftOpenBy({}, 'User')).toHaveLength(8);
    expect(leftOpenBy({ ...EVERY_MEMBER, refreshAllowed: false }, 'User')).toEqual([]);
  });

  test('is everything of a kind whose lowest member is the minimum', () => {
    const open = leftOpenBy({ nodeIds: [1], minAggregation: 'None', minLocationPrecision: 'LatLong' }, 'User');
    expect(open).toContain('every aggregation, down to single readings');
    expect(open).toContain('every location precision, up to coordinates');
  });
});

describe('a user is told', () => {
  const told = (text: string, type: TokenType) =>
    noticesOfPolicy(policyOf(text), type).map(({ level, message }) => `${level}: ${message}`);

  test('that an unrestricted User token can create tokens', () => {
    expect(told('unrestricted', 'User')).toEqual([
      expect.stringMatching(/^warning: .*it can create and change tokens, which outlive its revocation/),
    ]);
  });

  test('that an unrestricted ReadNodeData token reads everything', () => {
    expect(told('unrestricted', 'ReadNodeData')).toEqual([expect.stringMatching(/^warning: .*all data of all/)]);
  });

  test('that a User token without api-path can change things', () => {
    expect(told('node-id: 100', 'User')).toEqual([expect.stringMatching(/^warning: .*Add api-path/)]);
    expect(told('node-id: 100\napi-path: /datum/**', 'User')).toEqual([]);
    expect(told('node-id: 100', 'ReadNodeData')).toEqual([]);
  });

  test.each([
    ['api-path: /datum/**, !/datum/stream', 'warning: api-path: !/datum/stream lets every other path through'],
    ['source-id: /**', 'notice: source-id: /** fits nearly everything'],
    ['api-path: /**', 'notice: api-path: /** fits nearly everything'],
    ['source-id: !/A', 'warning: source-id: !/A: a leading ! means "not" in api-path only'],
    ['source-id: /A/b**', 'warning: source-id: /A/b**: ** crosses slashes only where it stands alone'],
  ])('what is surprising in %s', (text, message) => {
    expect(told(text, 'ReadNodeData')).toEqual([expect.stringContaining(message)]);
  });
});
