import { describe, expect, test } from 'vitest';
import type { ListedToken } from '../../../src/lease/listed-token.js';
import { printMarker, readDescription, type Marker } from '../../../src/lease/marker.js';
import { neverStops } from '../../../src/lease/ports.js';
import {
  differencesFrom,
  differencesOfEnd,
  directionOfAll,
  takeSteps,
  withEnd,
  withText,
  type Direction,
  type UpdateStep,
} from '../../../src/lease/token-update.js';
import { createTestStop } from '../../fakes/stop.js';
import fc from '../../properties.js';

const MARKER: Marker = {
  leaseId: '0123456789abcdef0123456789abcdef',
  origin: { repository: 'octo-org/sun', run: '17', attempt: '1', job: 'report' },
  expiresAt: Date.UTC(2030, 0, 1),
  untilExpiry: true,
};
const TOKEN: ListedToken = {
  id: '1',
  type: 'solarnetwork/User',
  name: 'a',
  description: 'b',
  status: 'Active',
  createdAt: 0,
  expiresAt: 5_000,
  grants: {},
  managesTokens: false,
  isCredential: false,
};

test.each<readonly [readonly Direction[], Direction]>([
  [[], 'same'],
  [['same', 'same'], 'same'],
  [['wider', 'same'], 'wider'],
  [['narrower'], 'narrower'],
  [['narrower', 'wider'], 'both'],
  [['both', 'wider'], 'both'],
])('moves that go %j go %s together', (directions, all) => {
  expect(directionOfAll(directions.map((direction) => ({ direction })))).toBe(all);
});

describe('a description', () => {
  const marked = `old text ${printMarker(MARKER)}`;

  test('gets another text before its marker, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const description = withText(marked, text) ?? '';
        expect(readDescription(description)).toEqual({ kind: 'marked', text, marker: MARKER });
      }),
    );
  });

  test('that has no marker gets none', () => {
    expect(withText('made by hand', 'new')).toBe('new');
    expect(withText(undefined, 'new')).toBe('new');
    expect(withEnd('made by hand', 5_000)).toBe('made by hand');
    expect(withEnd(undefined, 5_000)).toBeUndefined();
  });

  test('stays when no text is given', () => {
    expect(withText(marked, undefined)).toBe(marked);
  });

  test('tells another end, and all else as before', () => {
    expect(readDescription(withEnd(marked, 5_250) ?? '')).toEqual({
      kind: 'marked',
      text: 'old text',
      marker: { ...MARKER, expiresAt: 5_250 },
    });
  });

  test('does not get longer than the issuer keeps: then the job goes', () => {
    const text = 'x'.repeat(250);
    const full = `${text} ${printMarker(MARKER)}`;
    const description = withEnd(full, 5_250, full.length + 2) ?? '';
    expect(description.length).toBeLessThanOrEqual(full.length + 2);
    expect(readDescription(description)).toMatchObject({ text, marker: { origin: { job: '' }, expiresAt: 5_250 } });
  });
});

describe('what was read back', () => {
  const update = { compare: () => [], disabling: { status: 'Disabled', disable: () => Promise.resolve() } };

  test('differs in nothing where it says so', () => {
    expect(differencesFrom(TOKEN, { ...TOKEN }, update)).toEqual([]);
    expect(differencesFrom({ ...TOKEN, name: '' }, { ...TOKEN, name: undefined }, update)).toEqual([]);
  });

  test('is wider where it was to be without power, and not where a text differs', () => {
    expect(differencesFrom({ ...TOKEN, status: 'Disabled' }, { ...TOKEN, name: 'x' }, update)).toEqual([
      { what: 'name', asked: '"a"', granted: '"x"', wider: false },
      { what: 'status', asked: '"Disabled"', granted: '"Active"', wider: true },
    ]);
  });

  test.each<readonly [ListedToken['expiresAt'], ListedToken['expiresAt'], boolean | undefined]>([
    [5_000, 5_000, undefined],
    [5_000, 6_000, undefined],
    [5_000, 6_001, true],
    [5_000, 3_999, false],
    [5_000, 'never', true],
    ['never', 5_000, false],
    ['never', 'never', undefined],
    [5_000, undefined, true],
    [undefined, undefined, undefined],
  ])('with the end %s wanted and %s found, and a second of tolerance: wider is %s', (wanted, found, wider) => {
    expect(differencesOfEnd(wanted, found, 1_000).map((difference) => difference.wider)).toEqual(
      wider === undefined ? [] : [wider],
    );
  });
});

describe('steps', () => {
  const steps = (...fates: readonly (Error | 'fine')[]): readonly UpdateStep[] =>
    fates.map((fate, index) => ({
      what: String(index),
      send: () => (fate === 'fine' ? Promise.resolve() : Promise.reject(fate)),
    }));

  test('are taken in order, each told before it is sent', async () => {
    const told: string[] = [];
    const all = steps('fine', 'fine');
    expect(await takeSteps({ steps: all }, ({ what }) => told.push(what), { stop: neverStops })).toEqual({
      done: all,
      failure: undefined,
    });
    expect(told).toEqual(['0', '1']);
  });

  test('end with the first that fails', async () => {
    const error = new Error('no');
    const all = steps('fine', error, 'fine');
    const { done, failure } = await takeSteps({ steps: all }, () => undefined, { stop: neverStops });
    expect(done).toEqual([all[0]]);
    expect(failure).toEqual({ step: all[1], begun: true, error, untried: [all[2]] });
  });

  test('are not begun after a stop was requested', async () => {
    const stop = createTestStop();
    const all = steps('fine', 'fine');
    const { done, failure } = await takeSteps({ steps: all }, () => stop.request('SIGTERM'), { stop });
    expect(done).toEqual([all[0]]);
    expect(failure).toMatchObject({ step: all[1], begun: false });
  });
});
