import { plainText } from './plain-text.js';

const LONGEST_CELL = 60;
const GAP = '  ';

/** A table in columns, for people. */
export function tableText(headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const cells = [headings, ...rows].map((row) => row.map((cell) => plainText(cell, LONGEST_CELL)));
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => lengthOf(row[column] ?? ''))));
  return cells.map((row) =>
    row
      .map((cell, column) => `${cell}${' '.repeat((widths[column] ?? 0) - lengthOf(cell))}`)
      .join(GAP)
      .trimEnd(),
  );
}

function lengthOf(text: string): number {
  return [...text].length;
}
