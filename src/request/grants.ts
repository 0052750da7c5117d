import { createColumnCounter } from './column-counter.js';
import {
  decodeJsonString,
  endOfJsonString,
  JsonSyntaxError,
  MALFORMED_STRING,
  readJsonValues,
  type JsonNode,
} from './json-text.js';
import type { Position, Problem } from './problem.js';
import { isInvisible, quote, showCharacter } from './shown-text.js';

/** What the user wrote as `grants`, read but not yet understood: what the words mean is the issuer's business. */
export type Grants =
  | { readonly form: 'lines'; readonly lines: readonly GrantLine[] }
  | { readonly form: 'json'; readonly values: readonly JsonNode[] }
  /** The word, and the lines that stand beside it: hardly any issuer knows what to make of those. */
  | { readonly form: 'unrestricted'; readonly at: Position; readonly beside: readonly GrantLine[] };

/** `RESOURCE: ACTION[, ACTION...]`; neither list is empty. */
export interface GrantLine {
  readonly resource: readonly Word[];
  readonly actions: readonly Word[];
  readonly at: Position;
}

/** A word of a grant. An unquoted `*` means all; a quoted one is a name. */
export interface Word {
  readonly text: string;
  readonly quoted: boolean;
  readonly at: Position;
}

export const isAll = (word: Word): boolean => word.text === '*' && !word.quoted;

const EXAMPLE = 'a grant is one line, RESOURCE: ACTION[, ACTION...]';

/** What could be read, and what could not: the issuer looks at the rest all the same, so that all problems come at once. */
export interface ReadGrants {
  readonly grants: Grants;
  readonly problems: readonly Problem[];
}

/**
 * Reads the grants of a step: lines, or the system's own JSON when the first character that is not blank is `{` or
 * `[`, or the word `unrestricted` on a line of its own.
 */
export function parseGrants(text: string): ReadGrants {
  if (/^\s*[[{]/.test(text)) return parseJsonGrants(text);
  const lines = text.split('\n').map((source, index) => ({ source: source.replace(/\r$/, ''), line: index + 1 }));
  const written = lines.filter(({ source }) => source.trim() !== '' && !source.trim().startsWith('#'));
  const [first] = written;
  if (first === undefined) {
    return unreadable({
      input: 'grants',
      message: `no grant is given; ${EXAMPLE}. A token is never minted without saying what it may do`,
    });
  }
  const unrestricted = written.find(({ source }) => source.trim() === 'unrestricted');
  const problems: Problem[] = [];
  const grantLines: GrantLine[] = [];
  for (const { source, line } of written) {
    if (line === unrestricted?.line) continue;
    try {
      grantLines.push(readGrantLine(source, line));
    } catch (error) {
      if (!(error instanceof GrantSyntaxError)) throw error;
      problems.push({ input: 'grants', at: error.at, message: error.message });
    }
  }
  if (unrestricted === undefined) return { grants: { form: 'lines', lines: grantLines }, problems };
  const at = { line: unrestricted.line, column: unrestricted.source.indexOf('u') + 1 };
  return { grants: { form: 'unrestricted', at, beside: grantLines }, problems };
}

/** For an issuer to which `unrestricted` says all that there is to say. */
export function besideUnrestricted({ at, beside }: Extract<Grants, { form: 'unrestricted' }>): readonly Problem[] {
  return beside.length === 0
    ? []
    : [{ input: 'grants', at, message: 'unrestricted stands alone, without other grants' }];
}

function parseJsonGrants(text: string): ReadGrants {
  try {
    return { grants: { form: 'json', values: readJsonValues(text) }, problems: [] };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const start = text.trimStart().slice(0, 1);
    return unreadable({
      input: 'grants',
      at: error.at,
      message: `${error.message}. Grants that begin with ${start} are JSON as a whole; a name that begins so is put in double quotes`,
    });
  }
}

function unreadable(problem: Problem): ReadGrants {
  return { grants: { form: 'lines', lines: [] }, problems: [problem] };
}

class GrantSyntaxError extends Error {
  constructor(
    message: string,
    readonly at: Position,
  ) {
    super(message);
  }
}

/** What people may take for a quote: as a part of a name it would give a right on something that is not there. */
const OTHER_QUOTES = /^['`‘’“”„«]/;

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

function readGrantLine(source: string, line: number): GrantLine {
  let index = 0;
  const columnOf = createColumnCounter(source);

  skipBlanks();
  if (/[[{]/.test(source.charAt(index))) {
    fail(
      'found the start of JSON among lines; give JSON alone, without lines or comments before it, or put a name that begins so in double quotes',
    );
  }
  if (source[index] === '-') fail('found -, which begins no grant; a name that begins so is put in double quotes');
  const at = here();
  const resource = readResource();
  const actions = readActions();
  return { resource, actions, at };

  function here(): Position {
    return { line, column: columnOf(0, index) };
  }

  function fail(message: string, at = here()): never {
    throw new GrantSyntaxError(message, at);
  }

  function skipBlanks(): void {
    while (isBlank(source[index])) index++;
  }

  function atColon(): boolean {
    return source[index] === ':' && (index + 1 === source.length || isBlank(source[index + 1]));
  }

  function readResource(): readonly Word[] {
    const words: Word[] = [];
    for (;;) {
      if (atColon()) {
        if (words.length === 0)
          fail('nothing stands before the colon: an expression was probably empty; expected a resource');
        if (isBlank(source[index - 1])) {
          fail(
            'a blank stands before the colon: an expression was probably empty; remove the blank if nothing is missing',
          );
        }
        index++;
        return words;
      }
      if (index === source.length) {
        if (words.length === 1 && words[0]?.text === 'unrestricted') {
          fail(
            words[0].quoted ? 'unrestricted is written without quotes' : 'unrestricted is written once',
            words[0].at,
          );
        }
        fail(`the line ends without a colon and actions; ${EXAMPLE}`);
      }
      if (source[index] === ',')
        fail('found a comma among the words of a resource; a word with a comma is put in double quotes');
      words.push(readWord());
      skipBlanks();
    }
  }

  function readActions(): readonly Word[] {
    const words: Word[] = [];
    skipBlanks();
    for (;;) {
      if (index === source.length || source[index] === ',') {
        fail(
          words.length === 0 && index === source.length
            ? 'no action stands after the colon: an expression was probably empty; expected ACTION[, ACTION...]'
            : 'an action is missing here: an expression was probably empty, or a comma is one too many',
        );
      }
      if (atColon()) failAtSecondColon();
      words.push(readWord());
      skipBlanks();
      if (index === source.length) return words;
      if (atColon()) failAtSecondColon();
      if (source[index] === '#') failAtComment();
      if (source[index] !== ',') {
        fail(
          `found ${quote(source.slice(index))}, expected a comma or the end of the line; a name with blanks is put in double quotes`,
        );
      }
      index++;
      skipBlanks();
    }
  }

  function failAtSecondColon(): never {
    fail(
      'found a second colon; a word with a colon before a blank is put in double quotes, another grant on a new line',
    );
  }

  function failAtComment(): never {
    fail('found # inside a line; a comment stands on a line of its own, and a word with # is put in double quotes');
  }

  /** Not called at a blank, a comma, a colon that ends the resource, or the end. */
  function readWord(): Word {
    const at = here();
    if (source[index] === '"') return { text: readQuoted(at), quoted: true, at };
    if (OTHER_QUOTES.test(source.charAt(index))) {
      fail(
        `found ${source.charAt(index)}; quotes are double quotes, as in "my table", and a name that begins so is put in them`,
      );
    }
    const start = index;
    while (index < source.length && !isBlank(source[index]) && source[index] !== ',' && !atColon()) {
      const character = source.codePointAt(index) ?? 0;
      const text = String.fromCodePoint(character);
      if (text === '"') fail('quotes enclose a whole word; write a quote inside as \\" within double quotes');
      if (text === '#') failAtComment();
      if (isInvisible(text)) {
        fail(`found ${showCharacter(text)}; expected a visible one or a plain blank, or the word in double quotes`);
      }
      index += text.length;
    }
    return { text: source.slice(start, index), quoted: false, at };
  }

  function readQuoted(at: Position): string {
    const end = endOfJsonString(source, index);
    if (end === undefined) return fail('this double quote is never closed', at);
    const text = decodeJsonString(source.slice(index, end));
    if (text === undefined) return fail(MALFORMED_STRING, at);
    index = end;
    if (index < source.length && !isBlank(source[index]) && source[index] !== ',' && !atColon()) {
      fail('quotes enclose a whole word; expected a blank, a comma or a colon after the closing quote');
    }
    if (text === '') fail('the text between the quotes is empty: an expression was probably empty', at);
    return text;
  }
}

/** A name as a word of a grant line: quoted where it would otherwise be read as something else. */
export function printWord(text: string): string {
  const plain =
    text !== '' &&
    text !== '*' &&
    text !== 'unrestricted' &&
    !isInvisible(text) &&
    !/[ ",#]|:$|^[[{-]/.test(text) &&
    !OTHER_QUOTES.test(text);
  return plain ? text : JSON.stringify(text);
}

/** A grant as a line that `parseGrants` reads back as the same words. */
export function printGrantLine(line: {
  readonly resource: readonly Pick<Word, 'text' | 'quoted'>[];
  readonly actions: readonly Pick<Word, 'text' | 'quoted'>[];
}): string {
  const print = (word: Pick<Word, 'text' | 'quoted'>) =>
    word.text === '*' && !word.quoted ? '*' : printWord(word.text);
  return `${line.resource.map(print).join(' ')}: ${line.actions.map(print).join(', ')}`;
}
