import { issueFileCommand, prepareKeyValueMessage } from 'core-lib/file-command.js';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Results, Table } from '../host/host.js';
import { csvText, jsonText } from '../host/results-text.js';
import { tableText } from '../host/table-text.js';
import { messageOf } from '../request/shown-text.js';
import { explainCommandFileError } from './command-file-error.js';
import { say } from './log.js';
import { writeTable } from './summary.js';

const MOST_ROWS = 200;

/** Bytes of an output: GitHub keeps a megabyte of all outputs of a job. What is longer goes into a file. */
const LONGEST_OUTPUT = 256 * 1024;

/**
 * Shows the table in the log and in the job summary, and sets the outputs, all in one write.
 *
 * @param temporaryFolder where files go; undefined when the runner has none
 * @throws Error when the outputs cannot be set
 */
export function deliverResults(
  { table, values, json, csv, summary }: Results,
  temporaryFolder: string | undefined,
): void {
  const rows = firstOf(table.rows, MOST_ROWS);
  for (const line of showTable(table, rows)) say(line);
  const outputs = [
    ...values,
    ...documentOutput('json', jsonText(json), temporaryFolder),
    ...(csv === undefined ? [] : documentOutput('csv', csvText(csv), temporaryFolder)),
  ];
  try {
    issueFileCommand('OUTPUT', outputs.map(([name, value]) => prepareKeyValueMessage(name, value)).join('\n'));
  } catch (error) {
    throw new Error(`the outputs could not be set: ${explainCommandFileError(error)}`, { cause: error });
  }
  if (summary) writeTable(table, rows);
}

function showTable({ headings, count, conclusion }: Table, rows: readonly (readonly string[])[]): readonly string[] {
  const more = count - rows.length;
  return [
    ...(rows.length === 0 ? [] : tableText(headings, rows)),
    ...(more === 0 ? [] : [`and ${more} more`]),
    conclusion,
  ];
}

function firstOf<Item>(items: Iterable<Item>, most: number): readonly Item[] {
  const first: Item[] = [];
  for (const item of items) {
    if (first.length === most) break;
    first.push(item);
  }
  return first;
}

/** As an output, or, where it is too long for one, as a file that another output names. */
function documentOutput(
  name: 'json' | 'csv',
  parts: Iterable<string>,
  folder: string | undefined,
): readonly (readonly [name: string, value: string])[] {
  let held: string[] = [];
  let bytes = 0;
  let written = 0;
  let file: { readonly path: string; readonly descriptor: number } | undefined;
  const write = () => {
    file ??= makeFile(name, folder);
    writeSync(file.descriptor, held.join(''));
    held = [];
    written = bytes;
  };
  try {
    for (const part of parts) {
      bytes += Buffer.byteLength(part);
      held.push(part);
      if (bytes - written > LONGEST_OUTPUT) write();
    }
    if (file !== undefined) write();
  } finally {
    if (file !== undefined) closeSync(file.descriptor);
  }
  return file === undefined ? [[name, held.join('')]] : [[`${name}_file`, file.path]];
}

function makeFile(name: 'json' | 'csv', folder: string | undefined): { path: string; descriptor: number } {
  if (folder === undefined) {
    throw new Error(
      `the output ${name} is longer than ${LONGEST_OUTPUT} bytes, and the runner names no folder for files in RUNNER_TEMP`,
    );
  }
  const { randomBytes } = process.getBuiltinModule('node:crypto');
  const path = join(folder, `mint-token-${randomBytes(8).toString('hex')}.${name}`);
  try {
    return { path, descriptor: openSync(path, 'wx', 0o600) };
  } catch (error) {
    throw new Error(`the file for the output ${name} could not be made: ${messageOf(error)}`, { cause: error });
  }
}
