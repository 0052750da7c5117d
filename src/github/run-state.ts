import type { HttpAnswer } from '../http/client.js';
import type { RunReference, RunState } from '../lease/runs.js';
import { messageIn } from './messages.js';

/**
 * What an answer to the question for a try of a run says of it. An answer that is about another run, or does not say all of
 * it, says nothing.
 *
 * @param data the body of an answer 200
 */
export function readRunState(answer: HttpAnswer, data: unknown, asked: RunReference): RunState {
  return answer.status === 200 ? readRun(answer, data, asked) : { kind: 'unknown', reason: whyUnknown(answer, asked) };
}

function readRun({ headers, what }: HttpAnswer, data: unknown, asked: RunReference): RunState {
  const unknown = (why: string): RunState => ({ kind: 'unknown', reason: `${what}, but ${why}` });
  const run = membersOf(data);
  const repository = membersOf(run['repository'])['full_name'];
  if (
    numberText(run['id']) !== asked.run ||
    numberText(run['run_attempt']) !== asked.attempt ||
    repository !== asked.repository
  ) {
    return unknown('not about the run that was asked for');
  }
  const { status, updated_at: updatedAt } = run;
  if (typeof status !== 'string' || !/^[a-z_]{1,30}$/.test(status)) return unknown('without a status of the run');
  if (status !== 'completed') return { kind: 'alive', status };
  const endedAt = typeof updatedAt === 'string' && DATE.test(updatedAt) ? Date.parse(updatedAt) : Number.NaN;
  const askedAt = Date.parse(headers['date'] ?? '');
  if (Number.isNaN(endedAt)) return unknown('without the time when the run ended');
  if (Number.isNaN(askedAt)) return unknown('without its own time');
  return { kind: 'ended', endedAt, askedAt };
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

function whyUnknown(answer: HttpAnswer, { repository, run, attempt }: RunReference): string {
  const words = messageIn(answer);
  const said = words === undefined ? answer.what : `${answer.what} (${words})`;
  switch (answer.status) {
    case 301:
    case 302:
    case 307:
    case 308:
      return `${repository} was renamed or moved: ${said}`;
    case 401:
      return `the GitHub token is not accepted: ${said}`;
    case 403:
      return `the GitHub token lacks a right in ${repository}, such as \`actions: read\`: ${said}`;
    case 404:
      return `try ${attempt} of run ${run} of ${repository} was deleted, or the GitHub token may not see it: ${said}`;
    default:
      return said;
  }
}

type Members = Readonly<Record<string, unknown>>;

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Numbers that JSON cannot hold exactly are read as others: they are not those that are asked for. */
function numberText(value: unknown): string | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
}
