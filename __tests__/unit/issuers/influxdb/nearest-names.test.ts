import fc from '../../../properties.js';
import { describe, expect, test } from 'vitest';
import { didYouMeanOneOf, nearestNames } from '../../../../src/issuers/influxdb/nearest-names.js';

describe('the names that a user may have meant', () => {
  test.for([
    ['a slip of the keyboard', 'metrcis', ['metrics', 'weather'], ['metrics']],
    ['another letter case first', 'METRICS', ['metrics2', 'metrics'], ['metrics', 'metrics2']],
    ['one that holds the word', 'metrics', ['ci-metrics-eu', 'weather'], ['ci-metrics-eu']],
    ['one that the word holds', 'acme-metrics-prod', ['metrics', 'weather'], ['metrics']],
    ['one that begins alike', 'metrics-prod', ['metrics-staging', 'met'], ['met', 'metrics-staging']],
    ['none that is like no part of it', 'metrics-prod', ['meteorology', 'prod2', 'x', ''], []],
    ['no name of one or two letters', 'io', ['iot-center', 'audio'], []],
    ['never the word itself', 'metrics', ['metrics'], []],
  ] as const)('%s', ([, word, names, expected]) => {
    expect(nearestNames(word, names)).toEqual(expected);
  });

  test('at most four, a slip before a part, and the shorter difference first', () => {
    const names = ['metrics-production', 'metrics-eu', 'metrics-us', 'metrics-eu-2', 'metric', 'metrisc'];
    expect(nearestNames('metrics', names)).toEqual(['metric', 'metrisc', 'metrics-eu', 'metrics-us']);
  });

  test('are looked for once, however many names are near, and a name that would be cut is none of them', () => {
    const names = Array.from({ length: 200_000 }, (_, index) => `metrics${String(index).padStart(7, '0')}`);
    expect(nearestNames('metrics0000001', names)).toHaveLength(4);
    expect(nearestNames('metrics', [`metrics${'x'.repeat(10_000_000)}`])).toEqual([]);
  });

  test('are some of those that there are, each once, whatever the names', () => {
    const names = fc.array(fc.oneof(fc.string({ maxLength: 6, unit: 'grapheme' }), fc.stringMatching(/^[ab]{0,5}$/)));
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), names, (word, all) => {
        const near = nearestNames(word, all);
        expect(near.length).toBeLessThanOrEqual(4);
        expect(new Set(near).size).toBe(near.length);
        for (const name of near) expect(all).toContain(name);
      }),
    );
  });
});

test.for([
  [['weather'], ''],
  [['metric'], ' Did you mean "metric"?'],
  [['metric', 'ci-metrics'], ' Did you mean "metric" or "ci-metrics"?'],
  [['metric', 'ci-metrics', 'x\n-metrics'], ' Did you mean "metric", "ci-metrics" or "x\\n-metrics"?'],
] as const)('asked as a question (case %#)', ([names, expected]) => {
  expect(didYouMeanOneOf('metrics', names)).toBe(expected);
});
