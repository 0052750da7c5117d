import { describe, expect, it } from 'vitest';
import { loadedCode, STEPS } from '../../../scripts/loaded-code.mjs';

/** A bundle in which each entry has a file of this size, each issuer one of 1 KB, and all share one of 2 KB. */
function bundleOf(bytes: number) {
  const file = (start: string, size: number) => start.padEnd(size, ' ');
  const files = new Map([
    ['index.js', file('', 1000)],
    ['issuer.js', file('', 1000)],
    ['shared.js', file('', 2000)],
    ['entry.js', file('module.exports = { ...require("./shared.js") }', bytes)],
    ...STEPS.map(({ entry }) => [`${entry}.js`, file('require("./index.js").start()', 500)] as const),
  ]);
  const loadedWith = (module: string) => [module.startsWith('src/entries/') ? 'entry.js' : 'issuer.js'];
  return { files, loadedWith };
}

describe('the code that a step loads', () => {
  it('is that of its entry, of its issuer, and what these load', () => {
    const { sizes, tooLarge } = loadedCode(bundleOf(3000));
    expect(sizes).toMatch(/^mint, influxdb +7\.5 +\d+ +5$/m);
    expect(sizes).toMatch(/^post, datasette +6\.5 +\d+ +4$/m);
    expect(tooLarge).toEqual([]);
  });

  it('is refused when it is more than is allowed, and so is all of it together', () => {
    const [{ atMost } = { atMost: 0 }] = STEPS;
    expect(loadedCode(bundleOf(atMost * 1000)).tooLarge[0]).toMatch(
      /^mint, datasette: \d+\.5 KB of code, \d+ at most$/,
    );
    expect(loadedCode(bundleOf(750_000)).tooLarge.at(-1)).toMatch(/^all: 75\d\.\d KB of code, 750 at most$/);
  });
});
