import { quote } from './shown-text.js';

/** Nobody mistypes a longer word; one of a server's may have any length. */
const LONGEST = 500;

/**
 * The candidate that the user most probably meant: the same but for letter case, or the one with the fewest single-character
 * edits (a swap of neighbours counts as one), at most two. Undefined when none is that near.
 *
 * @param shortest the length from which on a candidate may be two edits away
 */
export function nearest(text: string, candidates: Iterable<string>, shortest = 4): string | undefined {
  return allNear(text, candidates, shortest)[0];
}

/** All candidates that are as near as that, the nearest first; in a time that grows with their characters. */
export function allNear(text: string, candidates: Iterable<string>, shortest = 4): readonly string[] {
  if (text.length > LONGEST) return [];
  const word = text.toLowerCase();
  const near: { readonly candidate: string; readonly edits: number }[] = [];
  for (const candidate of candidates) {
    if (candidate.length > LONGEST) continue;
    const edits = editDistance(word, candidate.toLowerCase());
    // With two edits every word of two letters is near every other.
    const allowed = candidate.length >= shortest ? MOST_EDITS : Math.min(1, Math.floor(candidate.length / 2));
    if (edits <= allowed) near.push({ candidate, edits });
  }
  return near.toSorted((a, b) => a.edits - b.edits).map(({ candidate }) => candidate);
}

const MOST_EDITS = 2;

/** ` Did you mean "insert-row"?`, or nothing. */
export function didYouMean(text: string, candidates: Iterable<string>): string {
  const candidate = nearest(text, candidates);
  return candidate === undefined ? '' : ` Did you mean ${quote(candidate)}?`;
}

/**
 * Optimal string alignment distance, or one more than the most edits that count. Of the table of all prefixes only what is so
 * near the diagonal is looked at: what is further from it takes more edits.
 */
function editDistance(from: string, to: string): number {
  const tooFar = MOST_EDITS + 1;
  const last = to.length - from.length + MOST_EDITS;
  if (last < 0 || last > 2 * MOST_EDITS) return tooFar;
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = [];
  for (let row = 0; row <= from.length; row++) {
    const current: number[] = [];
    for (let place = 0; place <= 2 * MOST_EDITS; place++) {
      const column = row + place - MOST_EDITS;
      if (column < 0 || column > to.length) current.push(tooFar);
      else if (row === 0 || column === 0) current.push(Math.min(row + column, tooFar));
      else {
        const same = from[row - 1] === to[column - 1];
        const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
        current.push(
          Math.min(
            (previous[place + 1] ?? tooFar) + 1,
            (current[place - 1] ?? tooFar) + 1,
            (previous[place] ?? tooFar) + (same ? 0 : 1),
            swapped ? (beforePrevious[place] ?? tooFar) + 1 : tooFar,
          ),
        );
      }
    }
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[last] ?? tooFar, tooFar);
}
