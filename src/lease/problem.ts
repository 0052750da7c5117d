/** Something wrong with what the user wrote, complete in its message: what was found, what was expected, an example. */
export interface Problem {
  /** The input it stands in, or the environment variable. */
  readonly input: string;
  readonly at?: Position;
  readonly message: string;
}

/** A place in a text of several lines; both count from 1, columns in characters. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A value, or everything that is wrong: the user hears of all problems at once. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Problem[] };

export function valid<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function invalid(...problems: readonly Problem[]): {
  readonly ok: false;
  readonly problems: readonly Problem[];
} {
  return { ok: false, problems };
}

/** Gathers the problems of several results, so that all of them are told at once. */
export function collectProblems(): {
  readonly problems: Problem[];
  /** The value, or undefined after its problems were gathered. */
  readonly take: <Value>(result: Result<Value>) => Value | undefined;
} {
  const problems: Problem[] = [];
  return {
    problems,
    take: (result) => {
      if (result.ok) return result.value;
      problems.push(...result.problems);
      return undefined;
    },
  };
}

/** One line for one problem: `grants, line 2, column 5: found …`. */
export function formatProblem({ input, at, message }: Problem): string {
  const place = at === undefined ? input : `${input}, line ${at.line}, column ${at.column}`;
  return `${place}: ${message}`;
}

/** Something the user should know although nothing is wrong with the input. */
export interface Notice {
  readonly level: 'warning' | 'notice';
  readonly message: string;
}

export const warning = (message: string): Notice => ({ level: 'warning', message });
export const notice = (message: string): Notice => ({ level: 'notice', message });

/**
 * Text as a person would quote it in a message: JSON's quotes and escapes. Of more than 80 characters the first 20 are shown:
 * a secret that was put into the wrong input is masked by the runner as a whole, and not when a part of it is left out.
 */
export function quote(text: string): string {
  const characters = [...text];
  return JSON.stringify(characters.length > 80 ? `${characters.slice(0, 20).join('')}…` : text);
}

/** How a message names a single character that was found: quoted, or by its code point when nobody would see it. */
export function showCharacter(character: string): string {
  if (!isInvisible(character)) return quote(character);
  const codePoint = character.codePointAt(0) ?? 0;
  return `the invisible character U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether a text holds a character that nobody sees as what it is: of control or format, a blank other than the plain one. */
export function isInvisible(text: string): boolean {
  // Most text is plain, and classes of Unicode take longer to be made than all of it to be looked at.
  return !/^[ -~]*$/.test(text) && /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(text);
}

/**
 * The column of an index in a line that begins at `lineStart`, in characters from 1. Indexes are asked for from left to
 * right, and each count goes on from the one before: a line may be as long as the text.
 */
export function createColumnCounter(text: string): (lineStart: number, index: number) => number {
  let counted = 0;
  let column = 1;
  return (lineStart, index) => {
    if (counted < lineStart || index < counted) {
      counted = lineStart;
      column = 1;
    }
    column += [...text.slice(counted, index)].length;
    counted = index;
    return column;
  };
}

/** What an error says, without its stack: for a person. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
