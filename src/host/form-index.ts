/** Forms of secrets, found in a text in a time that grows with the text, and hardly with their number. */
export interface FormIndex {
  /** Whether it is new. */
  add(form: string): boolean;
  /** Those that stand in the text, in the order of addition. */
  within(text: string): readonly string[];
  /** The text as a runner leaves it, which replaces one form after the other in the order of addition. */
  readonly replaceInTurn: (text: string) => string;
  /** The text without its end, if a form begins with that: with as many characters as a form is found by, or more. */
  withoutBeginning(text: string): string;
}

/** So few beginnings are looked for one by one: a system's own search takes less time than a table of all parts of the text. */
const FEW = 64;

const HASHES = 65_536;

/** Of the three characters there. */
function hashAt(text: string, index: number): number {
  return (text.charCodeAt(index) * 961 + text.charCodeAt(index + 1) * 31 + text.charCodeAt(index + 2)) % HASHES;
}

/** @param shortest the length from which on a form is found by its beginning, at least 3; shorter ones should be few */
export function createFormIndex(shortest: number): FormIndex {
  /** The place of each form in the order of addition. */
  const places = new Map<string, number>();
  const byBeginning = new Map<string, string[]>();
  /** By the hash of its first characters, whether one of them may begin so. */
  const mayBegin = new Uint8Array(HASHES);
  /** Those that are too short for it. */
  const short: string[] = [];
  /** Whether there are some that may stand in a text only after a replacement in it. */
  let starred = false;
  let longest = 0;

  /** Those whose beginning stands in the text, from `start` on: few, whatever the text. */
  const begunIn = (text: string, start: number) => {
    if (byBeginning.size <= FEW)
      return [...byBeginning].flatMap(([beginning, forms]) => (text.includes(beginning, start) ? forms : []));
    const begun = new Set<string>();
    for (let index = start; index + shortest <= text.length; index++) {
      // A part is cut out only where one may begin: a list of tokens has millions of places.
      if (mayBegin[hashAt(text, index)] === 0) continue;
      for (const form of byBeginning.get(text.slice(index, index + shortest)) ?? []) begun.add(form);
    }
    return [...begun];
  };
  const placeOf = (form: string) => places.get(form) ?? 0;
  const within = (text: string) =>
    [...short, ...begunIn(text, 0)].filter((form) => text.includes(form)).toSorted((a, b) => placeOf(a) - placeOf(b));

  return {
    add(form) {
      if (places.has(form)) return false;
      places.set(form, places.size);
      longest = Math.max(longest, form.length);
      starred ||= form.includes('*');
      const beginning = form.slice(0, shortest);
      const alike = byBeginning.get(beginning);
      if (form.length >= shortest) mayBegin[hashAt(form, 0)] = 1;
      if (form.length < shortest) short.push(form);
      else if (alike === undefined) byBeginning.set(beginning, [form]);
      else alike.push(form);
      return true;
    },
    within,
    replaceInTurn(text) {
      let rest = text;
      let waiting = within(rest);
      for (let [form] = waiting; form !== undefined; [form] = waiting) {
        rest = rest.replaceAll(form, '***');
        const last = placeOf(form);
        waiting = (starred ? within(rest) : waiting).filter((other) => placeOf(other) > last);
      }
      return rest;
    },
    withoutBeginning(text) {
      const begun = begunIn(text, Math.max(0, text.length - longest));
      const length = begun.reduce((most, form) => Math.max(most, lengthOfBeginning(text, form)), 0);
      return length < shortest ? text : `${text.slice(0, -length)}***`;
    },
  };
}

/** How much of the end of a text is the beginning of a form, which does not stand in it as a whole (Knuth, Morris and Pratt, 1977). */
function lengthOfBeginning(text: string, form: string): number {
  const most = Math.min(text.length, form.length);
  const both = `${form.slice(0, most)}${text.slice(text.length - most)}`;
  // For each character, how much of what ends with it is the beginning of the whole.
  const lengths = new Uint32Array(both.length);
  let length = 0;
  for (let index = 1; index < both.length; index++) {
    while (length > 0 && both[index] !== both[length]) length = lengths[length - 1] ?? 0;
    if (both[index] === both[length]) length++;
    lengths[index] = length;
  }
  while (length > most) length = lengths[length - 1] ?? 0;
  return length;
}
