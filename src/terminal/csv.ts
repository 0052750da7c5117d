/** A row as RFC 4180 has it, but for the end of its line: a cell is quoted only where it has to be, as s10k does. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
