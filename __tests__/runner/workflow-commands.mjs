import { TextDecoder } from 'node:util';

/**
 * One command that a process wrote to its stdout or stderr.
 *
 * @typedef {object} WorkflowCommand
 * @property {string} name lower case, except for a token of stop-commands, which keeps its spelling
 * @property {ReadonlyMap<string, string>} properties unescaped
 * @property {string} data unescaped
 */

/** The commands that the runner knows. A line with any other name between colons is a plain line. */
export const commandNames = /** @type {const} */ ([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/**
 * Finds the command in a line, as `src/Runner.Common/ActionCommand.cs` of actions/runner does: `::name k=v,k=v::data` at the
 * start of the line (blanks before it allowed), else `##[name k=v;k=v]data` anywhere in it.
 *
 * @param {string} line
 * @param {string | undefined} stopToken the token of a stop-commands that has not ended, which is a command name too
 * @returns {WorkflowCommand | undefined}
 */
export function parseCommand(line, stopToken) {
  return parseColons(line.trimStart(), stopToken) ?? parseBrackets(line, stopToken);
}

/** @param {string} line @param {string | undefined} stopToken @returns {WorkflowCommand | undefined} */
function parseColons(line, stopToken) {
  if (!line.startsWith('::')) {
    return undefined;
  }
  const end = line.indexOf('::', 2);
  if (end < 0) {
    return undefined;
  }
  return command(line.slice(2, end), line.slice(end + 2), stopToken, ',', unescapeProperty, unescapeData);
}

/** @param {string} line @param {string | undefined} stopToken @returns {WorkflowCommand | undefined} */
function parseBrackets(line, stopToken) {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) {
    return undefined;
  }
  return command(line.slice(start + 3, end), line.slice(end + 1), stopToken, ';', unescapeBrackets, unescapeBrackets);
}

/**
 * @param {string} information name and properties
 * @param {string} data
 * @param {string | undefined} stopToken
 * @param {string} separator
 * @param {(escaped: string) => string} unescapeValue
 * @param {(escaped: string) => string} unescapeText
 * @returns {WorkflowCommand | undefined}
 */
function command(information, data, stopToken, separator, unescapeValue, unescapeText) {
  const blank = information.indexOf(' ');
  const name = blank < 0 ? information : information.slice(0, blank);
  const known = commandNames.find((candidate) => candidate === name.toLowerCase());
  if (known === undefined && name.toLowerCase() !== stopToken?.toLowerCase()) {
    return undefined;
  }
  /** @type {Map<string, string>} */
  const properties = new Map();
  for (const property of blank > 0
    ? information
        .slice(blank + 1)
        .trim()
        .split(separator)
    : []) {
    // The runner splits with RemoveEmptyEntries: a property without a name or without a value is dropped.
    const pair = /^=*([^=]+)=+([^=].*)$/s.exec(property);
    if (pair?.[1] !== undefined && pair[2] !== undefined) {
      properties.set(pair[1], unescapeValue(pair[2]));
    }
  }
  return { name: known ?? name, properties, data: unescapeText(data) };
}

/** @param {string} escaped @returns {string} */
function unescapeData(escaped) {
  return escaped.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

/** @param {string} escaped @returns {string} */
function unescapeProperty(escaped) {
  return escaped
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

/** @param {string} escaped @returns {string} */
function unescapeBrackets(escaped) {
  return escaped
    .replaceAll('%3B', ';')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%5D', ']')
    .replaceAll('%25', '%');
}

/**
 * Cuts a stream of bytes into lines as .NET's `StreamReader.ReadLine` does: LF, CR LF or a CR alone ends a line.
 *
 * @param {(line: string) => void} onLine
 * @returns {{ write: (chunk: Uint8Array) => void, end: () => void }}
 */
export function createLineSplitter(onLine) {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let afterCarriageReturn = false;
  /** @param {string} text */
  const take = (text) => {
    if (text === '') {
      return;
    }
    // A CR at the end of the last chunk has already ended its line: the LF that follows belongs to it.
    rest += afterCarriageReturn && text.startsWith('\n') ? text.slice(1) : text;
    afterCarriageReturn = text.endsWith('\r');
    const lines = rest.split(/\r\n|\r|\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      onLine(line);
    }
  };
  return {
    write: (chunk) => {
      take(decoder.decode(chunk, { stream: true }));
    },
    end: () => {
      take(decoder.decode());
      if (rest !== '') {
        onLine(rest);
        rest = '';
      }
    },
  };
}
