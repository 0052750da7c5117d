import type { Cell } from './host.js';
import { redact } from './known-secrets.js';
import { plainText } from './plain-text.js';

/**
 * Values as the elements of an array in JSON, each on a line of its own. Shows no secret, and holds nothing that a runner would
 * take for a command: no line begins with `::`, and `##[` stands nowhere.
 */
export function* jsonText(elements: Iterable<unknown>): Generator<string, void> {
  let before = '[';
  for (const element of elements) {
    yield `${before}\n${jsonLine(element)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : '\n]';
}

function jsonLine(element: unknown): string {
  const text = JSON.stringify(element, (_, value: unknown) => (typeof value === 'string' ? redact(value) : value));
  // A # stands in nothing but texts, where any character may be written by its number.
  return text.replaceAll('##[', '##\\u005b').replace(UNSEEN, escaped);
}

/** What JSON leaves as it is, and a terminal or a reader may not. */
const UNSEEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** What a spreadsheet keeps of a cell. */
const LONGEST_CELL = 32_000;

/** Rows as CSV (RFC 4180, but for the ends of lines, which are those of the system's own tools). Shows no secret. */
export function* csvText(rows: Iterable<readonly Cell[]>): Generator<string, void> {
  for (const row of rows) yield `${row.map(csvCell).join(',')}\n`;
}

function csvCell({ text, exact }: Cell): string {
  const plain = exact === true ? redact(text) : withoutFormula(plainText(text, LONGEST_CELL));
  return /[",\r\n]|^[:\s]|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A spreadsheet would compute what begins so. */
function withoutFormula(text: string): string {
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}
