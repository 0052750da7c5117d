import type { AdminHost } from '../host/host.js';
import { areKept } from '../issuers/registry.js';
import { parseEndpoint } from '../issuers/endpoint.js';
import { endEarlier } from '../lease/clock.js';
import { endOfToken, markerOfToken, type ListedToken } from '../lease/listed-token.js';
import type { Origin } from '../lease/origin.js';
import { Stopped, type Ports, type Stop } from '../lease/ports.js';
import { runKey, type Forge, type OpenRuns, type RunReference, type RunStates } from '../lease/runs.js';
import { parseBoolean } from '../request/choice.js';
import { formatDuration, formatInstant, HOUR, MINUTE, parseDuration, type Milliseconds } from '../request/lifetime.js';
import { collectProblems, invalid, valid, type Result } from '../request/problem.js';
import type { Inputs } from '../request/request.js';
import { messageOf, quote } from '../request/shown-text.js';
import { administer, type Opened } from './administer.js';
import { isOfKind, readAdminOrder } from './admin-order.js';
import type { Asked } from './order.js';
import type { Outcome } from './outcome.js';
import { tellProgress } from './progress.js';
import { carryOut } from './sweep-carry-out.js';
import { needsAttention, type SweepRules } from './sweep-decision.js';
import {
  asPlanned,
  countSwept,
  planSweep,
  runsToAsk,
  sweptTokenJson,
  whyTooMany,
  type SweepCounts,
  type SweepPlan,
  type SweptToken,
  type SweptTokenJson,
} from './sweep-plan.js';
import { forgeOf, parseScope, type Scope } from './sweep-scope.js';

/** How a sweep is to go. */
interface SweepWish {
  readonly scope: Scope;
  readonly grace: Milliseconds;
  readonly mostRevocations: number;
  readonly dryRun: boolean;
  /** Undefined where no run can be asked about. */
  readonly forge: Forge | undefined;
}

const SHORTEST_GRACE = 10 * MINUTE;
const MOST_REVOCATIONS = 50;

/**
 * Revokes what dead runs left: finds leases by their markers, decides on each, shows the plan, and carries out that plan.
 *
 * @param openRuns the way to the forge, whose runs are asked about
 */
export function sweep(asked: Asked, host: AdminHost, openRuns: OpenRuns, stop: Stop): Promise<Outcome> {
  return administer(
    () => readAdminOrder('sweep', asked, host, (inputs) => readWish(inputs, host)),
    host,
    stop,
    (opened) => sweepTokens(opened, host, openRuns),
  );
}

function readWish(inputs: Inputs, host: AdminHost): Result<SweepWish> {
  const { problems, take } = collectProblems();
  const token = inputs('github_token')?.trim();
  if (token !== undefined) host.hide([{ what: 'The GitHub token', text: token }]);
  const dryRun = take(parseBoolean('dry_run', inputs, true));
  const scope = take(readScope(inputs('scope')?.trim(), dryRun ?? true, host));
  const grace = take(readGrace(inputs('grace')));
  const mostRevocations = take(readMostRevocations(inputs('max_revocations')));
  const apiUrl = take(parseEndpoint('GITHUB_API_URL', apiUrlOf(host)));
  if (
    problems.length > 0 ||
    dryRun === undefined ||
    scope === undefined ||
    grace === undefined ||
    mostRevocations === undefined ||
    apiUrl === undefined
  ) {
    return invalid(...problems);
  }
  return valid({ scope, grace, mostRevocations, dryRun, forge: token === undefined ? undefined : { apiUrl, token } });
}

/** `*` holds the leases of everybody who shares the credential's account: they are shown, and never revoked together. */
function readScope(text: string | undefined, dryRun: boolean, { origin, words }: AdminHost): Result<Scope> {
  const own = origin.by === 'terminal' ? '' : origin.repository;
  const wanted = text ?? own;
  if (wanted === '') {
    return invalid({
      input: 'scope',
      message: `it is not given, and there is no repository that this ${words.work} belongs to; set ${words.setting('scope', 'owner/name')}, or owner/* for all of an owner`,
    });
  }
  const scope = parseScope(wanted, forgeOf(origin));
  if (scope.ok && scope.value.kind === 'all' && !dryRun) {
    return invalid({
      input: 'scope',
      message: `found "*", which is for a dry run only: it would sweep the tokens of every repository that shares the credential; name the owner, as in owner/*, or set ${words.setting('dry_run', 'true')}`,
    });
  }
  return scope;
}

function readGrace(text: string | undefined): Result<Milliseconds> {
  const grace = parseDuration('grace', text?.trim() ?? String(HOUR));
  if (!grace.ok) return grace;
  if (grace.value >= SHORTEST_GRACE) return valid(grace.value * 1000);
  return invalid({
    input: 'grace',
    message: `found ${quote(text ?? '')}; expected at least ${formatDuration(SHORTEST_GRACE)}: clocks differ, and a run may end before all of its work has`,
  });
}

function readMostRevocations(text: string | undefined): Result<number> {
  if (text === undefined) return valid(MOST_REVOCATIONS);
  const written = text.trim();
  if (/^[1-9]\d{0,8}$/.test(written)) return valid(Number(written));
  const hint = /^0+$/.test(written)
    ? '; to revoke nothing, make a dry run'
    : /^-|unlimited|none|all|\*/.test(written)
      ? '; there is no sweep without a limit'
      : '';
  return invalid({
    input: 'max_revocations',
    message: `found ${quote(text)}; expected a whole number from 1 on, as in ${MOST_REVOCATIONS}${hint}`,
  });
}

/** By default that of the forge which the leases of this host come from: GitHub, or GitHub Enterprise Server. */
function apiUrlOf({ origin, surroundings }: AdminHost): string {
  const forge = forgeOf(origin);
  return (
    surroundings.variable('GITHUB_API_URL') ??
    (forge === 'github.com' ? 'https://api.github.com' : `https://${forge}/api/v3`)
  );
}

async function sweepTokens(opened: Opened<SweepWish>, host: AdminHost, openRuns: OpenRuns): Promise<boolean> {
  const { order, tokens, ports } = opened;
  const { kind, wish } = order;
  for (const type of kind.types.filter((type) => !areKept(type))) {
    host.say(`note: tokens of type ${type} are signed, in no list, and end by themselves`);
  }
  const { found, incomplete } = await findTokens(opened, host);
  const rules: SweepRules = {
    // An end counts as past when it is so by both clocks.
    now: ports.clock.now() + Math.min(0, tokens.serverAhead() ?? 0),
    grace: wish.grace,
    scope: wish.scope,
    forge: forgeOf(host.origin),
  };
  const runs = runsToAsk(found, rules);
  const states = await askRuns(runs, wish, host, openRuns, ports);
  const plan = planSweep(found, states, rules);
  const tooMany = whyTooMany(plan, wish.mostRevocations, host.words);
  const done =
    wish.dryRun || tooMany !== undefined
      ? showPlan(plan, tooMany, opened, host)
      : await carryOutPlan(plan, opened, host);
  const unasked = runs.length - states.size;
  if (unasked > 0) {
    host.fail(
      `${unasked} of ${runs.length} runs could not be asked about in time; what they left is kept unless its end is past`,
    );
  }
  if (incomplete !== undefined) host.fail(`The list of tokens may lack some, and those were not swept: ${incomplete}`);
  return done && unasked === 0 && incomplete === undefined;
}

/** Whether the plan may be carried out, or is no more than shown. */
function showPlan(plan: SweepPlan, tooMany: string | undefined, opened: Opened<SweepWish>, host: AdminHost): boolean {
  const { dryRun } = opened.order.wish;
  deliver(asPlanned(plan), opened, host);
  if (tooMany !== undefined) {
    if (dryRun) host.warn(`Without a dry run this would fail: ${tooMany}`);
    else host.fail(tooMany);
  }
  if (dryRun) host.say('nothing was revoked: this was a dry run');
  return dryRun;
}

interface FoundTokens {
  /** Each id once. */
  readonly found: readonly ListedToken[];
  /** Why there may be more; undefined when the list is whole. */
  readonly incomplete: string | undefined;
}

/** @throws Error when the list cannot be had at all */
async function findTokens({ order, tokens }: Opened<SweepWish>, host: AdminHost): Promise<FoundTokens> {
  const found = new Map<string, ListedToken>();
  let incomplete: string | undefined;
  let seen = 0;
  const look = async () => {
    for await (const token of tokens.list((why) => (incomplete = why))) {
      seen++;
      if (isOfKind(token, order.kind) && !found.has(token.id)) found.set(token.id, token);
    }
  };
  try {
    await tellProgress(host, () => `${seen} tokens are listed so far`, look);
  } catch (error) {
    if (error instanceof Stopped || seen === 0) throw error;
    incomplete = `it broke off after ${seen} tokens: ${messageOf(error)}`;
  }
  return { found: [...found.values()], incomplete };
}

/** A run that was not reached in time is missing. */
async function askRuns(
  runs: readonly RunReference[],
  { forge }: SweepWish,
  host: AdminHost,
  openRuns: OpenRuns,
  ports: Ports,
): Promise<RunStates> {
  if (runs.length === 0) return new Map();
  if (forge === undefined) {
    const reason = `no ${host.words.input('github_token')} is given to ask about its run with`;
    return new Map(runs.map((run) => [runKey(run), { kind: 'unknown', reason }]));
  }
  host.say(`asking ${forge.apiUrl} about ${runs.length === 1 ? 'one run' : `${runs.length} runs`}`);
  let known = 0;
  // Time is left to act on what is known by then: else the next sweep would come no further.
  const deadline = endEarlier(ports.deadline, ports.deadline.remaining() / 2);
  return tellProgress(
    host,
    () => `${known} of ${runs.length} runs are known`,
    async () => (await openRuns(forge, { ...ports, deadline })).ask(runs, (count) => (known = count)),
  );
}

/** Whether all that was planned is done. */
async function carryOutPlan(plan: SweepPlan, opened: Opened<SweepWish>, host: AdminHost): Promise<boolean> {
  const { tokens, ports } = opened;
  const { revoke } = plan;
  host.say(`the plan: ${revoke.length} of ${revoke.length + plan.keep.length} tokens are revoked`);
  for (const { token, decision } of revoke.slice(0, MOST_SHOWN)) {
    host.say(`  ${nameOf(token)}: ${decision.reason}`);
  }
  if (revoke.length > MOST_SHOWN) host.say(`  and ${revoke.length - MOST_SHOWN} more`);
  let done = 0;
  const swept = await tellProgress(
    host,
    () => `${done} of ${revoke.length} tokens are done`,
    () =>
      carryOut(plan, tokens, ports, (one) => {
        done++;
        report(one, host);
      }),
  );
  deliver(swept, opened, host);
  const missed = swept.filter(({ outcome }) => outcome === 'revoke').length;
  if (missed > 0) {
    const why = ports.stop.signal === undefined ? 'in time' : 'before the stop';
    host.fail(
      `${missed} of ${revoke.length} tokens were not reached ${why}, and none of them is touched. The next sweep goes on with them; ${host.words.theInput('timeout')} gives it more time`,
    );
  }
  return missed === 0 && swept.every(({ outcome }) => outcome !== 'failed');
}

/** As soon as it is known: what comes after may be cut off. */
function report({ token, outcome, reason }: SweptToken, host: AdminHost): void {
  if (outcome === 'failed') host.fail(`${nameOf(token)} was not revoked: ${reason}`);
  else if (outcome === 'gone') host.say(`${nameOf(token)} is gone already`);
  else host.say(`${outcome} ${nameOf(token)}: ${reason}`);
}

const MOST_SHOWN = 200;

function deliver(
  swept: readonly SweptToken[],
  { order: { kind, wish, summary } }: Opened<SweepWish>,
  host: AdminHost,
): void {
  const counts = countSwept(swept);
  const attention = swept.filter(needsAttention);
  for (const { token, reason } of attention.slice(0, MOST_SHOWN)) {
    host.say(`needs attention: ${nameOf(token)}: ${reason}`);
  }
  host.deliver({
    table: {
      title: `${kind.finder.title} tokens swept${wish.dryRun ? ' (dry run)' : ''}`,
      headings: ['id', 'type', 'repository', 'run', 'job', 'ends', 'decision', 'reason'],
      rows: rowsOf(swept),
      count: swept.length,
      conclusion: conclusionOf(swept, counts),
    },
    values: Object.entries(counts).map(([name, count]) => [name, String(count)]),
    json: jsonOf(swept),
    summary,
  });
}

function* rowsOf(swept: readonly SweptToken[]): Generator<readonly string[], void> {
  for (const { token, outcome, reason } of swept) {
    const origin = markerOfToken(token)?.origin;
    const end = endOfToken(token);
    yield [
      token.id,
      token.type,
      origin === undefined ? '' : placeOf(origin),
      origin === undefined ? '' : `${origin.run}/${origin.attempt}`,
      origin?.job ?? '',
      end === undefined ? '' : formatInstant(end),
      outcome,
      reason,
    ];
  }
}

function* jsonOf(swept: readonly SweptToken[]): Generator<SweptTokenJson, void> {
  for (const one of swept) yield sweptTokenJson(one);
}

function conclusionOf(swept: readonly SweptToken[], counts: SweepCounts): string {
  const count = (sought: SweptToken['outcome']) => swept.filter(({ outcome }) => outcome === sought).length;
  const parts = [
    `${counts.found} found`,
    ...(count('revoke') > 0 ? [`${count('revoke')} to be revoked`] : []),
    `${counts.revoked} revoked`,
    ...(count('gone') > 0 ? [`${count('gone')} gone already`] : []),
    ...(counts.failed > 0 ? [`${counts.failed} failed`] : []),
    `${counts.kept} kept`,
    ...(counts.needs_attention > 0 ? [`${counts.needs_attention} of them only because nobody could tell`] : []),
  ];
  return parts.join(', ');
}

/** `11acc3aadf3c2000 (nightly import) of octo-org/octo-repo, run 1658821493/2` */
function nameOf(token: ListedToken): string {
  const origin = markerOfToken(token)?.origin;
  const name = token.name === undefined ? '' : ` (${token.name})`;
  return `${token.id}${name}${origin === undefined ? '' : ` of ${placeOf(origin)}, run ${origin.run}/${origin.attempt}`}`;
}

/** The repository, with the forge where that is not GitHub. */
function placeOf({ at, repository }: Origin): string {
  return at === undefined ? repository : `${at}/${repository}`;
}
