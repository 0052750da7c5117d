import { describe, expect, it } from 'vitest';
import { ALL_AT_MOST, loadedCode, STEPS } from '../../../scripts/loaded-code.mjs';

/** What loads a file that all steps share, of this size, and one of 1.5 KB of its own. */
const measure = (bytes: number) =>
  loadedCode(
    new Map([
      ['shared.js', ' '.repeat(bytes)],
      ...STEPS.map(({ entry, system }) => [`${entry} ${system}`, ' '.repeat(1500)] as const),
    ]),
    ({ entry, system }) => ['shared.js', `${entry} ${system}`],
  );

describe('the code that a step loads', () => {
  it('is that of its files', () => {
    const { sizes, tooLarge } = measure(3000);
    expect(sizes).toMatch(/^mint, influxdb +4\.5 +\d+ +2$/m);
    expect(sizes).toMatch(/^post, datasette +4\.5 +\d+ +2$/m);
    expect(sizes).toMatch(
      new RegExp(String.raw`^all +${(3 + STEPS.length * 1.5).toFixed(1)} +${ALL_AT_MOST} +${STEPS.length + 1}$`, 'm'),
    );
    expect(tooLarge).toEqual([]);
  });

  it('is refused when it is more than is allowed, and so is all of it together', () => {
    const [{ atMost } = { atMost: 0 }] = STEPS;
    expect(measure(atMost * 1000).tooLarge[0]).toMatch(/^mint, datasette: \d+\.5 KB of code, \d+ at most$/);
    expect(measure(ALL_AT_MOST * 1000).tooLarge.at(-1)).toMatch(
      new RegExp(String.raw`^all: \d+\.\d KB of code, ${ALL_AT_MOST} at most$`),
    );
  });
});
