/**
 * Text as a person would quote it in a message: JSON's quotes and escapes. Of more than 80 characters the first 20 are shown:
 * a secret that was put into the wrong input is masked by the runner as a whole, and not when a part of it is left out.
 */
export function quote(text: string): string {
  // No more of it is looked at than counts: a text of a server's may be long.
  const characters = [...text.slice(0, 2 * 81)];
  return JSON.stringify(characters.length > 80 ? `${characters.slice(0, 20).join('')}…` : text);
}

/** A value that came as JSON, in a message: of a list or an object, however large it is, no more than that it is one. */
export function showJson(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

/** A text of which no more than `longest` characters are shown, with the number of those that are not. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Half of a surrogate pair is no character.
  const shown = text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
  return `${shown}… (${text.length - shown.length} characters more)`;
}

/** So many items are shown of a list, and so many characters of each. */
const MOST_LISTED = 10;
const LONGEST_LISTED = 100;

/** The first items of a list, in a message, and how many there are besides: `a, b and 58 more`. */
export function enumerate(items: readonly string[], separator = ', ', longest = LONGEST_LISTED): string {
  return enumerateBy(items, (item) => item, separator, longest);
}

/** The same of items that are not worth printing all. */
export function enumerateBy<Item>(
  items: readonly Item[],
  print: (item: Item) => string,
  separator = ', ',
  longest = LONGEST_LISTED,
): string {
  const shown = items.slice(0, MOST_LISTED).map((item) => shorten(print(item), longest));
  const more = items.length - shown.length;
  return more === 0 ? shown.join(separator) : `${shown.join(separator)} and ${more} more`;
}

/** How a message names a single character that was found: quoted, or by its code point when nobody would see it. */
export function showCharacter(character: string): string {
  if (!isInvisible(character)) return quote(character);
  const codePoint = character.codePointAt(0) ?? 0;
  return `the invisible character U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether a text holds a character that nobody sees as what it is: of control or format, a blank other than the plain one. */
export function isInvisible(text: string): boolean {
  // Most text is plain, and classes of Unicode take longer to be made than all of it to be looked at.
  return !/^[ -~]*$/.test(text) && /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(text);
}

/** What an error says, without its stack: for a person. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
