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
