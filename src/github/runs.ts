import type * as Octokit from '@actions/github';
import { createClient, type HttpAnswer } from '../http/client.js';
import { HttpFailure } from '../http/failure.js';
import { backoff, isTransient, pause, readRetryAfter, type Outcome } from '../http/retry.js';
import { warning } from '../lease/notice.js';
import type { Ports } from '../lease/ports.js';
import { runKey, type Forge, type RunReference, type Runs, type RunState } from '../lease/runs.js';
import type { Milliseconds } from '../request/lifetime.js';
import { messageOf } from '../request/shown-text.js';
import { fetchBy } from './fetch.js';
import { createGate } from './gate.js';
import { waitAfterRefusal, waitUntilReset } from './limits.js';
import { readRunState } from './run-state.js';

/** GitHub refuses more than a hundred requests at the same time. */
const AT_ONCE = 8;
/** Of a request that meets trouble of the server or on the way there: a run of which nothing is known must not hold up the others. */
const MOST_TRIES = 4;

/**
 * The runs of GitHub, or of a forge that answers as it does: GitHub Enterprise Server.
 *
 * @throws Error when there is no way to the forge: a variable that should name a proxy names none
 */
export async function openRuns({ apiUrl, token }: Forge, ports: Ports): Promise<Runs> {
  const client = createClient({ endpoint: apiUrl, ports });
  const { getOctokit } = await loadOctokit();
  const octokit = getOctokit(token, { baseUrl: apiUrl, log: SILENT });
  const gate = createGate(ports);
  /** What the token lacks in a repository, or everywhere, it lacks for all runs there. */
  const refused = new Map<string, RunState>();

  return {
    async ask(runs, progress) {
      const states = new Map<string, RunState>();
      // Each run goes to one of those that take from it.
      const waiting = runs.values();
      const askInTurn = async () => {
        for (const run of waiting) {
          const state = await stateOf(run);
          if (state === undefined) return;
          states.set(runKey(run), state);
          progress(states.size);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
      return states;
    },
  };

  /** Undefined when there is no time left to ask. */
  async function stateOf(run: RunReference): Promise<RunState | undefined> {
    let refusals = 0;
    let troubles = 0;
    while (await gate.pass()) {
      const known = refused.get(EVERYWHERE) ?? refused.get(run.repository);
      if (known !== undefined) return known;
      const { outcome, data } = await ask(run);
      if (outcome.kind === 'answered') {
        const { answer } = outcome;
        const wait = waitAfterRefusal(answer, refusals + 1, ports.clock.now());
        const reset = waitUntilReset(answer, ports.clock.now());
        if (wait !== undefined) {
          refusals++;
          gate.close(wait, answer.what);
          continue;
        }
        if (reset !== undefined) gate.close(reset, `${answer.what}, the last request that is allowed for now`);
      }
      if (isTrouble(outcome) && ++troubles < MOST_TRIES) {
        await pause(Math.max(backoff(troubles), askedWait(outcome, ports.clock.now())), ports);
        continue;
      }
      return outcome.kind === 'failed'
        ? { kind: 'unknown', reason: outcome.failure.message }
        : settle(run, outcome.answer, data);
    }
    return undefined;
  }

  function settle(run: RunReference, answer: HttpAnswer, data: unknown): RunState {
    const state = readRunState(answer, data, run);
    if (state.kind !== 'unknown' || (answer.status !== 401 && answer.status !== 403)) return state;
    const where = answer.status === 401 ? EVERYWHERE : run.repository;
    if (!refused.has(where)) {
      refused.set(where, state);
      ports.notify(warning(`Whether runs have ended cannot be known: ${state.reason}.`));
    }
    return state;
  }

  /** Sends one request by Octokit; its answer is the client's, whatever Octokit makes of it. */
  async function ask(run: RunReference): Promise<{ readonly outcome: Outcome<HttpAnswer>; readonly data: unknown }> {
    const [owner = '', repo = ''] = run.repository.split('/');
    const sent: Promise<HttpAnswer>[] = [];
    const fetch = fetchBy((request) => {
      const answer = client.send(request);
      sent.push(answer);
      return answer;
    }, apiUrl);
    const made = await octokit.rest.actions
      .getWorkflowRunAttempt({
        owner,
        repo,
        run_id: Number(run.run),
        attempt_number: Number(run.attempt),
        exclude_pull_requests: true,
        headers: { 'x-github-api-version': API_VERSION },
        request: { fetch },
      })
      .then(
        ({ data }) => ({ data }),
        (error: unknown) => ({ error }),
      );
    const [answer] = sent;
    if (answer === undefined) throw new Error('Octokit sent no request', 'error' in made ? { cause: made.error } : {});
    const data = 'data' in made ? made.data : undefined;
    try {
      return { outcome: { kind: 'answered', answer: await answer }, data };
    } catch (error) {
      if (error instanceof HttpFailure) return { outcome: { kind: 'failed', failure: error }, data };
      throw error;
    }
  }
}

/** Loaded after the way was found: it looks at the variables of proxies too, and fails over them without a word on which. */
async function loadOctokit(): Promise<typeof Octokit> {
  try {
    return await import('@actions/github');
  } catch (error) {
    throw new Error(
      `GitHub cannot be asked, since the event in the file of GITHUB_EVENT_PATH is not to be read: ${messageOf(error)}`,
      {
        cause: error,
      },
    );
  }
}

const EVERYWHERE = '*';

/** The newest version that GitHub Enterprise Server knows too: https://docs.github.com/en/rest/about-the-rest-api/api-versions */
const API_VERSION = '2022-11-28';

/** Octokit would print what servers say. */
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Said elsewhere, if it matters.
}

function askedWait(outcome: Outcome<HttpAnswer>, now: Milliseconds): Milliseconds {
  const header = outcome.kind === 'answered' ? outcome.answer.headers['retry-after'] : undefined;
  return readRetryAfter(header, now) ?? 0;
}

function isTrouble(outcome: Outcome<HttpAnswer>): boolean {
  return outcome.kind === 'failed' ? !outcome.failure.lasting : isTransient(outcome.answer.status);
}
