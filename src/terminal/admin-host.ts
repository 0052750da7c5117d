import type { AdminHost, Results } from '../host/host.js';
import { csvText, jsonText } from '../host/results-text.js';
import { tableText } from '../host/table-text.js';
import { writeAll } from '../host/write-all.js';
import type { Origin } from '../lease/origin.js';
import { openAskedHost } from './asked-host.js';
import type { Terminal } from './terminal.js';

export const RESULT_OUTPUTS = ['table', 'json', 'csv'] as const;
export type ResultOutput = (typeof RESULT_OUTPUTS)[number];

const STANDARD_OUTPUT = 1;

/** What came of a verb, where the system's own tool has a form for it; undefined where ours is taken. */
export type PrintOwn = (element: unknown, output: 'table' | 'csv') => string;

/** A command that lists tokens, changes or revokes them, and prints what came of it. */
export function openAdminHost(
  terminal: Terminal,
  origin: Origin,
  output: ResultOutput,
  printOwn: PrintOwn | undefined,
): AdminHost {
  const { voice } = terminal;
  return {
    ...openAskedHost(terminal, origin),
    deliver(results) {
      writeParts(textOf(results, output, printOwn));
      voice.say(results.table.conclusion);
    },
  };
}

function* textOf(
  { table, json, csv }: Results,
  output: ResultOutput,
  printOwn: PrintOwn | undefined,
): Generator<string, void> {
  if (output !== 'json' && printOwn !== undefined) {
    for (const element of json) yield printOwn(element, output);
    return;
  }
  switch (output) {
    case 'json':
      yield* jsonText(json);
      yield '\n';
      return;
    case 'csv':
      if (csv !== undefined) yield* csvText(csv);
      return;
    case 'table': {
      const rows = [...table.rows];
      if (rows.length > 0) for (const line of tableText(table.headings, rows)) yield `${line}\n`;
    }
  }
}

/** Characters that are gathered for one write. */
const PIECE = 64 * 1024;

function writeParts(parts: Iterable<string>): void {
  let gathered = '';
  for (const part of parts) {
    gathered += part;
    if (gathered.length < PIECE) continue;
    writeAll(STANDARD_OUTPUT, gathered);
    gathered = '';
  }
  writeAll(STANDARD_OUTPUT, gathered);
}
