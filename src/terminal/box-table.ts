import Table from 'cli-table3';

/** A table in the frame that SolarNetwork's own tool draws: cells may have several lines, and characters that are two wide. */
export function boxTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = new Table({
    head: [...columns],
    colAligns: columns.map((_, column) => (rows.every((row) => /^\d+$/.test(row[column] ?? '')) ? 'right' : 'left')),
    chars: {
      top: '-',
      'top-mid': '+',
      'top-left': '+',
      'top-right': '+',
      bottom: '-',
      'bottom-mid': '+',
      'bottom-left': '+',
      'bottom-right': '+',
      left: '|',
      'left-mid': '+',
      mid: '-',
      'mid-mid': '+',
      right: '|',
      'right-mid': '+',
      middle: '|',
    },
    style: { head: [], border: [], compact: true },
  });
  const [first] = rows;
  if (first === undefined) return `${table.toString()}\n`;
  table.push(...rows.map((row) => [...row]));
  // Between rows there is no line, but there is one below the head.
  const lines = table.toString().split('\n');
  const [top = ''] = lines;
  if (!lines.slice(1, -1).includes(top)) lines.splice(2, 0, top);
  return `${lines.join('\n')}\n`;
}
