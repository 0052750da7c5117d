import fc from '../../../properties.js';
import { describe, expect, test } from 'vitest';
import { comparePolicies, type AnsweredPolicy } from '../../../../src/issuers/solarnetwork/compare.js';
import {
  findExcluded,
  knownPolicy,
  mergePolicies,
  movesBetween,
} from '../../../../src/issuers/solarnetwork/policy-change.js';
import { AGGREGATIONS, LOCATION_PRECISIONS, type Policy } from '../../../../src/issuers/solarnetwork/policy.js';
import { directionOfAll } from '../../../../src/lease/token-update.js';
import { formatProblem } from '../../../../src/request/problem.js';
import { mergePolicyAsServerDoes, readPolicyAsServerDoes } from '../../../fakes/solarnetwork-policy.js';

/** Policies as grants can ask for them: of two members that exclude each other there is at most one. */
const policies: fc.Arbitrary<Policy> = fc
  .record(
    {
      nodeIds: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
      sourceIds: fc.uniqueArray(fc.constantFrom('/A/**', '/B', '/C/*', '/ü/☀'), { minLength: 1, maxLength: 4 }),
      aggregation: fc.oneof(
        fc.record({ minAggregation: fc.constantFrom(...AGGREGATIONS.keys()) }),
        fc.record({ aggregations: fc.uniqueArray(fc.constantFrom(...AGGREGATIONS.keys()), { minLength: 1 }) }),
      ),
      precision: fc.oneof(
        fc.record({ minLocationPrecision: fc.constantFrom(...LOCATION_PRECISIONS) }),
        fc.record({ locationPrecisions: fc.uniqueArray(fc.constantFrom(...LOCATION_PRECISIONS), { minLength: 1 }) }),
      ),
      nodeMetadataPaths: fc.uniqueArray(fc.constantFrom('/pm/**', '/m/x'), { minLength: 1 }),
      userMetadataPaths: fc.uniqueArray(fc.constantFrom('/pm/**', '/m/x'), { minLength: 1 }),
      apiPaths: fc.uniqueArray(fc.constantFrom('/datum/**', '!/user/**', '/nodes'), { minLength: 1 }),
      refreshAllowed: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map(({ aggregation = {}, precision = {}, ...rest }) => ({ ...rest, ...aggregation, ...precision }));

const wayOf = (before: AnsweredPolicy, after: AnsweredPolicy) => directionOfAll(movesBetween(before, after));

describe('adding to a policy', () => {
  test('makes of it what the server makes of it', () => {
    fc.assert(
      fc.property(policies, policies, (before, addition) => {
        fc.pre(findExcluded({ ...before }, addition).length === 0);
        const sent = readPolicyAsServerDoes(JSON.stringify(addition));
        if (sent.kind !== 'policy') throw new Error('the server refuses what is sent');
        const kept = mergePolicyAsServerDoes(before, sent.policy);
        expect(comparePolicies(mergePolicies({ ...before }, addition), { ...kept })).toEqual([]);
      }),
    );
  });

  test('takes nothing away: the lists only grow', () => {
    fc.assert(
      fc.property(policies, policies, (before, addition) => {
        const merged = mergePolicies({ ...before }, addition);
        for (const [name, value] of [...Object.entries(before), ...Object.entries(addition)]) {
          if (Array.isArray(value)) expect(merged[name]).toEqual(expect.arrayContaining(value));
        }
      }),
    );
  });

  test('of the same again changes nothing', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(comparePolicies({ ...policy }, mergePolicies({ ...policy }, policy))).toEqual([]);
      }),
    );
  });

  test.each<readonly [AnsweredPolicy, Policy, string]>([
    [
      { minAggregation: 'Hour' },
      { aggregations: ['Day'] },
      'grants: the policy of the token has min-aggregation: Hour, and beside it aggregation is not added: the server keeps one of the two and drops the other without a word. Write the whole policy, with replace: true',
    ],
    [
      { aggregations: ['Day', 'Hour'] },
      { minAggregation: 'Hour' },
      'grants: the policy of the token has aggregation: Day, Hour, and beside it min-aggregation is not added: the server keeps one of the two and drops the other without a word. Write the whole policy, with replace: true',
    ],
    [
      { minLocationPrecision: 'Region' },
      { locationPrecisions: ['Country'] },
      'grants: the policy of the token has min-location-precision: Region, and beside it location-precision is not added: the server keeps one of the two and drops the other without a word. Write the whole policy, with replace: true',
    ],
  ])('of what the server would drop without a word is refused: %j and %j', (before, addition, message) => {
    expect(findExcluded(before, addition).map(formatProblem)).toEqual([message]);
  });

  test('of a member that excludes one which is empty is not refused', () => {
    expect(findExcluded({ aggregations: [], minAggregation: null }, { minAggregation: 'Hour' })).toEqual([]);
  });
});

describe('the way that a policy goes', () => {
  test.each<readonly [AnsweredPolicy, AnsweredPolicy, string]>([
    [{ nodeIds: [1, 2] }, { nodeIds: [2, 1] }, 'same'],
    [{}, { nodeIds: [1] }, 'narrower'],
    [{ nodeIds: [1] }, {}, 'wider'],
    [{ nodeIds: [1] }, { nodeIds: [1, 2] }, 'wider'],
    [{ nodeIds: [1, 2] }, { nodeIds: [1] }, 'narrower'],
    [{ nodeIds: [1, 2] }, { nodeIds: [2, 3] }, 'both'],
    [{ nodeIds: [1] }, { nodeIds: [1, 2], sourceIds: ['/A'] }, 'both'],
    // A dropped false lets the signing key be renewed.
    [{ nodeIds: [1], refreshAllowed: false }, { nodeIds: [1] }, 'wider'],
    [{ nodeIds: [1] }, { nodeIds: [1], refreshAllowed: false }, 'narrower'],
    [{ nodeIds: [1], refreshAllowed: true }, { nodeIds: [1] }, 'same'],
    [{ minAggregation: 'Hour' }, { minAggregation: 'Day' }, 'narrower'],
    [{ minAggregation: 'Day' }, { minAggregation: 'Hour' }, 'wider'],
    [{ minAggregation: 'Day' }, { minAggregation: 'DayOfWeek' }, 'same'],
    [{ minAggregation: 'Month' }, { aggregations: ['Month', 'Year', 'RunningTotal'] }, 'same'],
    [{ minAggregation: 'Month' }, { aggregations: ['Month', 'Hour'] }, 'both'],
    [{ minAggregation: 'Hour' }, { aggregations: ['Day'] }, 'narrower'],
    [{ nodeIds: [1], aggregations: ['Day'] }, { nodeIds: [1] }, 'wider'],
    [{ minLocationPrecision: 'Region' }, { minLocationPrecision: 'Block' }, 'wider'],
    [{ minLocationPrecision: 'TimeZone' }, { locationPrecisions: ['Country', 'TimeZone'] }, 'same'],
    // It lets everything through, and yet bars the token from tokens.
    [{}, { minAggregation: 'None' }, 'narrower'],
    [{ minAggregation: 'None' }, { refreshAllowed: true }, 'wider'],
    // What this version does not know.
    [{ nodeIds: [1], minAggregation: 'Fortnight' }, { nodeIds: [1], minAggregation: 'Fortnight' }, 'same'],
    [{ nodeIds: [1], minAggregation: 'Fortnight' }, { nodeIds: [1], minAggregation: 'Day' }, 'both'],
    [{ nodeIds: [1], colours: ['red'] }, { nodeIds: [1] }, 'wider'],
    // The end is told by itself.
    [{ nodeIds: [1], notAfter: 5 }, { nodeIds: [1] }, 'same'],
  ])('%j, then %j: %s', (before, after, way) => {
    expect(wayOf(before, after)).toBe(way);
  });

  const mirrored = { same: 'same', narrower: 'wider', wider: 'narrower', both: 'both' } as const;

  test('back is the other way', () => {
    fc.assert(
      fc.property(policies, policies, (one, other) => {
        expect(wayOf({ ...other }, { ...one })).toBe(mirrored[wayOf({ ...one }, { ...other })]);
      }),
    );
  });

  test('to a policy that lets the same through is none', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(wayOf({ ...policy }, { ...policy })).toBe('same');
      }),
    );
  });

  /** What a policy lets through, tried out one by one. */
  function lets(policy: Policy): ReadonlySet<string> {
    const members = [
      ...[1, 2, 3, 4, 5, 6, 7].map((id) => [`node ${id}`, policy.nodeIds?.includes(id) ?? true] as const),
      ...['/A/**', '/B', '/C/*', '/ü/☀', '/other'].map(
        (id) => [`source ${id}`, policy.sourceIds?.includes(id) ?? true] as const,
      ),
      ...LOCATION_PRECISIONS.map((precision) => {
        const { minLocationPrecision: min, locationPrecisions } = policy;
        const through =
          min === undefined
            ? (locationPrecisions?.includes(precision) ?? true)
            : LOCATION_PRECISIONS.indexOf(precision) >= LOCATION_PRECISIONS.indexOf(min);
        return [precision, through] as const;
      }),
      ['renewal', policy.refreshAllowed !== false] as const,
    ];
    return new Set(members.filter(([, through]) => through).map(([what]) => what));
  }

  test('is told by what it lets through that it did not before, and the other way round', () => {
    const some = policies.map(
      ({ nodeIds, sourceIds, minLocationPrecision, locationPrecisions, refreshAllowed }): Policy => ({
        ...(nodeIds === undefined ? {} : { nodeIds }),
        ...(sourceIds === undefined ? {} : { sourceIds }),
        ...(minLocationPrecision === undefined ? {} : { minLocationPrecision }),
        ...(locationPrecisions === undefined ? {} : { locationPrecisions }),
        ...(refreshAllowed === undefined ? {} : { refreshAllowed }),
        // One that restricts stays, so that nothing changes but what is tried out.
        apiPaths: ['/x'],
      }),
    );
    fc.assert(
      fc.property(some, some, (before, after) => {
        const [was, is] = [lets(before), lets(after)];
        const [adds, takes] = [[...is].some((what) => !was.has(what)), [...was].some((what) => !is.has(what))];
        // A list of all that there is lets no less through than none, as far as can be tried out here.
        fc.pre(![before, after].some(({ locationPrecisions }) => locationPrecisions?.length === 9));
        const expected = adds ? (takes ? 'both' : 'wider') : takes ? 'narrower' : 'same';
        expect(wayOf({ ...before }, { ...after })).toBe(expected);
      }),
    );
  });
});

test('each member that changes is shown as it was and as it will be', () => {
  expect(
    movesBetween(
      { nodeIds: [100, 101], minAggregation: 'Hour', refreshAllowed: false },
      { nodeIds: [100, 101, 107], aggregations: ['Day'] },
    ),
  ).toEqual([
    {
      what: 'min-aggregation and aggregation',
      direction: 'narrower',
      before: 'min-aggregation Hour',
      after: 'aggregation Day',
    },
    { what: 'node-id', direction: 'wider', before: '100, 101', after: '100, 101, 107' },
    { what: 'refresh-allowed', direction: 'wider', before: 'false', after: 'no restriction' },
  ]);
});

test('of an answered policy only what is known is looked at', () => {
  expect(
    knownPolicy({ nodeIds: [1, '2'], sourceIds: 'x', minAggregation: 'Hour', refreshAllowed: 'no', colours: ['red'] }),
  ).toEqual({ nodeIds: [1], minAggregation: 'Hour' });
});
