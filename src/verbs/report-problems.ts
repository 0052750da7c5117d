import type { Teller } from '../host/host.js';
import { formatProblem, type Problem } from '../request/problem.js';

/** GitHub shows ten annotations of a step; more than these nobody reads. */
const MOST_PROBLEMS = 50;

/**
 * Every problem is an annotation of its own, complete in its message.
 *
 * @param consequence what became of it all: `nothing was minted`
 */
export function reportProblems(problems: readonly Problem[], consequence: string, host: Teller): void {
  for (const problem of problems.slice(0, MOST_PROBLEMS))
    host.fail(formatProblem({ ...problem, input: host.words.place(problem.input) }));
  if (problems.length > MOST_PROBLEMS) host.say(`and ${problems.length - MOST_PROBLEMS} problems more`);
  host.say(`${consequence}: ${problems.length === 1 ? 'one problem' : `${problems.length} problems`} with the inputs`);
}
