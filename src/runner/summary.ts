import { issueFileCommand } from 'core-lib/file-command.js';
import type { SummaryRow, Table } from '../host/host.js';
import { explainCommandFileError } from './command-file-error.js';
import { annotateWarning } from './log.js';
import { plainText } from '../host/plain-text.js';

/** GitHub shows no summary that is larger than 1 MiB, and a sign may take six characters. */
const MOST_VALUES = 100;
const LONGEST_VALUE = 1_000;

/** Adds a table to the job summary. A summary that cannot be written is said and fails nothing. */
export function writeSummary(title: string, rows: readonly SummaryRow[]): void {
  const lines = [
    `### ${plainMarkdown(title)}`,
    '',
    '| | |',
    '| --- | --- |',
    ...rows
      .filter(([, values]) => values.length > 0)
      .map(([heading, values]) => `| ${plainMarkdown(heading)} | ${cell(values)} |`),
    '',
  ];
  addToSummary(lines);
}

/** A part of the megabyte that GitHub shows of a summary, in characters of ASCII. */
const LARGEST_TABLE = 500_000;

/**
 * Adds a table with headings.
 *
 * @param rows the first of the table's rows
 */
export function writeTable({ title, headings, count, conclusion }: Table, rows: readonly (readonly string[])[]): void {
  const lines: string[] = [];
  let size = 0;
  for (const row of rows) {
    const line = tableLine(row);
    size += line.length;
    if (size > LARGEST_TABLE) break;
    lines.push(line);
  }
  const more = count - lines.length;
  addToSummary([
    `### ${plainMarkdown(title)}`,
    '',
    ...(lines.length === 0
      ? []
      : [
          tableLine(headings),
          tableLine(
            headings.map(() => '---'),
            String,
          ),
          ...lines,
          '',
        ]),
    ...(more === 0 ? [] : [`and ${more} more`, '']),
    plainMarkdown(conclusion),
    '',
  ]);
}

function tableLine(cells: readonly string[], print: (text: string) => string = plainMarkdown): string {
  return `| ${cells.map(print).join(' | ')} |`;
}

function addToSummary(lines: readonly string[]): void {
  try {
    issueFileCommand('STEP_SUMMARY', lines.join('\n'));
  } catch (error) {
    annotateWarning(`The job summary could not be written: ${explainCommandFileError(error)}`);
  }
}

function cell(values: readonly string[]): string {
  const shown = values.slice(0, MOST_VALUES).map(plainMarkdown);
  const more = values.length - shown.length;
  return [...shown, ...(more === 0 ? [] : [`and ${more} more`])].join('<br>');
}

/** Text that Markdown shows as it is: every sign that could mean something is written as a character reference. */
export function plainMarkdown(text: string): string {
  // Markdown gives a meaning to signs of ASCII alone; an address becomes a link by what stands around its dots and slashes.
  return plainText(text, LONGEST_VALUE).replace(
    /[!-+<>?-@[-`{-~]|:(?=\/)|\.(?=\S)/g,
    (sign) => `&#${sign.charCodeAt(0)};`,
  );
}
