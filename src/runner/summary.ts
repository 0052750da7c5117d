import { issueFileCommand } from 'core-lib/file-command.js';
import { explainCommandFileError } from './command-file-error.js';
import { annotateWarning, plainText } from './log.js';

export type SummaryRow = readonly [heading: string, values: readonly string[]];

/** Adds a table to the job summary. A summary that cannot be written is said and fails nothing. */
export function writeSummary(title: string, rows: readonly SummaryRow[]): void {
  const lines = [
    `### ${plainMarkdown(title)}`,
    '',
    '| | |',
    '| --- | --- |',
    ...rows
      .filter(([, values]) => values.length > 0)
      .map(([heading, values]) => `| ${plainMarkdown(heading)} | ${values.map(plainMarkdown).join('<br>')} |`),
    '',
  ];
  try {
    issueFileCommand('STEP_SUMMARY', lines.join('\n'));
  } catch (error) {
    annotateWarning(`The job summary could not be written: ${explainCommandFileError(error)}`);
  }
}

/** Text that Markdown shows as it is: every sign that could mean something is written as a character reference. */
export function plainMarkdown(text: string): string {
  // Markdown gives a meaning to signs of ASCII alone; an address becomes a link by what stands around its dots and slashes.
  return plainText(text).replace(/[!-+<>?-@[-`{-~]|:(?=\/)|\.(?=\S)/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
