/** Columns as Go's text/tabwriter sets them for influx: cells are filled up with tabs, eight columns wide each, with one at least. */
export function tabTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, ...rows].map((cells) => cells.map(oneLine));
  const widths = columns.map((_, column) => Math.max(...lines.map((cells) => widthOf(cells[column] ?? ''))));
  return lines
    .map((cells) => {
      const filled = cells.map((cell, column) => {
        const stop = (Math.floor((widths[column] ?? 0) / TAB) + 1) * TAB;
        return column === cells.length - 1 ? cell : cell + '\t'.repeat(Math.ceil((stop - widthOf(cell)) / TAB));
      });
      return `${filled.join('')}\n`;
    })
    .join('');
}

const TAB = 8;

/** A line for each, as nsc prints a token: the names are filled up to the longest. */
export function keyedLines(rows: readonly (readonly [name: string, text: string])[]): string {
  const longest = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `${`${name}:`.padEnd(longest + 3)}${oneLine(text)}\n`).join('');
}

/** In characters, as text/tabwriter counts them. */
function widthOf(cell: string): number {
  return [...cell].length;
}

/** What would break the rows. */
function oneLine(cell: string): string {
  return cell.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
