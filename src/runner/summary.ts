import { issueFileCommand } from 'core-lib/file-command.js';
import type { SummaryRow } from '../host/host.js';
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
