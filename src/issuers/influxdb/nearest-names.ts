import { quote } from '../../request/shown-text.js';
import { allNear } from '../../request/suggestion.js';

/** More of them are no help. */
const MOST = 4;

/** A longer name would not be shown as a whole. */
const LONGEST = 80;

/** With fewer characters in common, everything is near everything. */
const SHORTEST_LIKENESS = 3;

/**
 * The names that the user may have meant, at most four, the likeliest first: a slip of the keyboard away; then such as
 * hold the word or are held by it; then such as begin like it for at least half of it. Letter case does not count.
 */
export function nearestNames(word: string, names: Iterable<string>): readonly string[] {
  const left = new Set([...names].filter((name) => name.length <= LONGEST && name !== word));
  const near: string[] = [];
  const take = (alike: readonly string[]) => {
    near.push(...alike.slice(0, MOST));
    for (const name of alike) left.delete(name);
  };
  take(allNear(word, left));
  for (const isAlike of [holdOneAnother, beginAlike]) {
    const alike = [...left].filter((name) => isAlike(word.toLowerCase(), name.toLowerCase()));
    take(alike.toSorted((a, b) => distanceOfLengths(a) - distanceOfLengths(b)));
  }
  return near.slice(0, MOST);

  function distanceOfLengths(name: string): number {
    return Math.abs(name.length - word.length);
  }
}

/** ` Did you mean "a", "b" or "c"?`, or nothing. */
export function didYouMeanOneOf(word: string, names: Iterable<string>): string {
  const near = nearestNames(word, names).map(quote);
  const last = near.pop();
  if (last === undefined) return '';
  return ` Did you mean ${near.length === 0 ? last : `${near.join(', ')} or ${last}`}?`;
}

function holdOneAnother(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= SHORTEST_LIKENESS && long.includes(short);
}

function beginAlike(word: string, name: string): boolean {
  const start = word.slice(0, Math.max(SHORTEST_LIKENESS, Math.ceil(word.length / 2)));
  return start.length >= SHORTEST_LIKENESS && name.startsWith(start);
}
