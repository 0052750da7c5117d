import { tell, type AdminHost, type Results } from '../host/host.js';
import { GRACE } from '../host/open-ports.js';
import { loadUpdates } from '../issuers/registry.js';
import { systemClock } from '../lease/clock.js';
import type { IssuedTokens } from '../lease/issued-tokens.js';
import { Refused } from '../lease/issuer.js';
import { endOfToken, tokenJson, type ListedToken } from '../lease/listed-token.js';
import { readDescription } from '../lease/marker.js';
import { neverStops, type Ports, type Stop } from '../lease/ports.js';
import { serverAheadOf } from '../lease/server-clock.js';
import {
  differencesFrom,
  directionOfAll,
  PowerInDoubt,
  showEnd,
  takeSteps,
  type Direction,
  type Progress,
  type StepFailure,
  type TokenUpdate,
  type UnderstoodChange,
  type UpdateDifference,
  type UpdatePlan,
  type UpdateStep,
} from '../lease/token-update.js';
import { CHANGING, CLEARABLE, isEmpty, parseChange, type Change, type KnownOfUpdates } from '../request/change.js';
import { parseBoolean } from '../request/choice.js';
import { formatInstant, YEAR } from '../request/lifetime.js';
import { collectProblems, invalid, valid, type Result } from '../request/problem.js';
import type { Inputs } from '../request/request.js';
import { enumerate, messageOf, quote } from '../request/shown-text.js';
import type { Words } from '../request/words.js';
import { administer, type Opened } from './administer.js';
import { readAdminOrder, type AdminOrder, type Kind } from './admin-order.js';
import type { Asked } from './order.js';
import type { Outcome } from './outcome.js';

/** What is to be changed, in which token. */
interface Wish {
  readonly id: string;
  readonly change: Change;
  readonly understood: UnderstoodChange;
  readonly foreign: boolean;
  readonly dryRun: boolean;
}

type Order = AdminOrder<Wish>;

/**
 * Changes a token that exists, reads it back, and compares it with what was wanted.
 */
export function update(asked: Asked, host: AdminHost, stop: Stop): Promise<Outcome> {
  const pause = createPause(stop);
  return administer(
    () => readAdminOrder('update', asked, host, (inputs, kind) => readWish(inputs, kind, host.words), ['status']),
    host,
    pause.stop,
    (opened) => changeToken(opened, pause, host),
  );
}

/** Takes what some type takes: so that an unknown type does not hide what is wrong whatever the type. */
const ANY_TYPE: KnownOfUpdates = {
  changing: CHANGING,
  changeable: '',
  clearable: CLEARABLE,
  statuses: ['Active', 'Disabled', 'active', 'inactive'],
  expiry: { kind: 'second', longest: YEAR },
};

async function readWish(inputs: Inputs, kind: Kind | undefined, words: Words): Promise<Result<Wish>> {
  const { problems, take } = collectProblems();
  const updates = kind === undefined ? undefined : await loadUpdates(kind.type);
  if (kind !== undefined && updates === undefined) {
    problems.push({
      input: 'type',
      message: `${kind.finder.title} changes nothing in a token that it has made: mint another one, and revoke this one`,
    });
  }
  const id = take(readId(inputs, kind));
  const foreign = take(parseBoolean('foreign', inputs, false));
  const dryRun = take(parseBoolean('dry_run', inputs, false));
  const known = updates ?? ANY_TYPE;
  const read = await parseChange(kind?.finder.title ?? '', known, inputs, systemClock.now(), words);
  problems.push(...read.problems);
  const understood = updates?.understand(read.change, words);
  const grantsUnread = read.problems.some(({ input }) => input === 'grants');
  if (understood?.ok === false) {
    // The issuer saw only those grants that could be read: what it misses in them as a whole may not be missing.
    problems.push(
      ...understood.problems.filter(({ input, at }) => !grantsUnread || input !== 'grants' || at !== undefined),
    );
  }
  if (
    problems.length > 0 ||
    id === undefined ||
    foreign === undefined ||
    dryRun === undefined ||
    understood?.ok !== true
  ) {
    return invalid(...problems);
  }
  return valid({ id, change: read.change, understood: understood.value, foreign, dryRun });
}

function readId(inputs: Inputs, kind: Kind | undefined): Result<string> {
  const id = inputs('token_id')?.trim();
  if (id === undefined) {
    return invalid({ input: 'token_id', message: 'it is not given; expected the id of the token to change' });
  }
  const ids = kind?.finder.tokenIds;
  if (ids === undefined || ids.matches(id)) return valid(id);
  return invalid({ input: 'token_id', message: `found ${quote(id)}; expected ${ids.form}` });
}

/** Whether the token is what it shall be. */
async function changeToken({ order, tokens, ports }: Opened<Wish>, pause: Pause, host: AdminHost): Promise<boolean> {
  const { wish, found } = order;
  let before: ListedToken;
  let update: TokenUpdate;
  let plan: UpdatePlan;
  try {
    before = await readToChange(order, tokens, ports);
    update = wish.understood.open(found, ports);
    plan = update.plan(before, ports.clock.now() + serverAheadOf({ serverAhead: tokens.serverAhead }));
  } catch (error) {
    host.say('nothing was changed');
    throw error;
  }
  reportPlan(before, plan, host);
  if (plan.steps.length === 0) {
    if (isEmpty(wish.change)) host.warn(NOTHING_ASKED);
    const unchanged = { outcome: 'unchanged', before, after: before } as const;
    deliver(order, update, host, unchanged, 'Nothing to change: the token is as it shall be.');
    return true;
  }
  if (wish.dryRun) {
    const planned = { outcome: 'planned', before, after: plan.wanted } as const;
    deliver(order, update, host, planned, 'Nothing was changed: this was a dry run.');
    return true;
  }
  const count = plan.steps.length;
  const progress = await takeSteps(
    plan,
    ({ what }, index) => host.say(`step ${index + 1} of ${count}: ${what}`),
    ports,
  );
  // From here on a signal hurries, and stops nothing: what was done is looked at.
  pause.begin();
  try {
    if (!pause.isAsked()) ports.deadline.leave(Math.max(ports.deadline.remaining(), GRACE));
    return await conclude({ order, tokens, before, plan, update, progress }, host);
  } finally {
    pause.end();
  }
}

const NOTHING_ASKED =
  'No change is asked for: every input that changes something is empty. An expression was probably empty.';

/** A stop that can be put off. */
interface Pause {
  readonly stop: Stop;
  begin(): void;
  end(): void;
  /** Whether the stop was requested, put off or not. */
  isAsked(): boolean;
}

function createPause(stop: Stop): Pause {
  let current = stop;
  return {
    stop: {
      get signal() {
        return current.signal;
      },
      onRequest: (callback) => current.onRequest(callback),
    },
    begin() {
      current = neverStops;
    },
    end() {
      current = stop;
    },
    isAsked: () => stop.signal !== undefined,
  };
}

/** @throws Refused when it is not there, or nobody may change it this way */
async function readToChange({ kind, wish }: Order, tokens: IssuedTokens, ports: Ports): Promise<ListedToken> {
  const { id } = wish;
  const [read] = await tokens.read([id]);
  switch (read?.kind) {
    case undefined:
    case 'absent':
      throw new Refused(`there is no token ${id}: see whether it was revoked, and whether it is of this account`);
    case 'unreadable':
      throw read.error;
    case 'elsewhere':
      throw new Refused(`${id} is not changed: ${read.reason}`);
    case 'read':
      break;
  }
  const { token } = read;
  if (!kind.types.includes(token.type)) {
    throw new Refused(
      `${id} is a token of type ${token.type}; if it is meant, set ${ports.words.setting('type', token.type)}`,
    );
  }
  if (token.isCredential === true) throw new Refused(`${id} is the credential itself, which is never changed`);
  const { kind: marking } = readDescription(token.description ?? '');
  if (token.isCredential === false || marking === 'marked' || wish.foreign) return token;
  const why =
    marking === 'foreign'
      ? 'no marker of mint-token is at the end of its description'
      : 'its marker is one of a later version of mint-token';
  throw new Refused(
    `${id} is not changed: ${why}, and ${kind.finder.title} does not tell whether it is the credential itself. If it is meant, set ${ports.words.setting('foreign', 'true')}`,
  );
}

interface Work {
  readonly order: Order;
  readonly tokens: IssuedTokens;
  readonly before: ListedToken;
  readonly plan: UpdatePlan;
  readonly update: TokenUpdate;
  readonly progress: Progress;
}

/** Looks at what came of the steps, and says it. */
async function conclude(work: Work, host: AdminHost): Promise<boolean> {
  const { order, before, plan, update, progress } = work;
  const { id } = order.wish;
  const { failure } = progress;
  const inDoubt = failure?.error instanceof PowerInDoubt;
  // Before it is looked at: every second counts.
  const said = inDoubt ? [await disable(work, undefined)] : [];
  const read = await readBack(work);
  const differences = 'token' in read ? differencesFrom(plan.wanted, read.token, update) : [];
  if (failure === undefined && 'token' in read && differences.length === 0) {
    return tryDeliver(work, host, { outcome: 'updated', before, after: read.token }, `Updated ${id}.`);
  }
  // Of a change that failed half-way the token may be wider than wanted because it is as it was: that is left to the user.
  const isWider =
    'token' in read &&
    differences.some(({ wider }) => wider) &&
    (failure === undefined || differencesFrom(before, read.token, update).some(({ wider }) => wider));
  if (isWider && !inDoubt) said.push(await disable(work, read.token));
  const after = said.length === 0 ? read : await readBack(work);

  host.fail(
    [
      failure === undefined ? sentenceOfSteps(id, progress) : sentenceOfFailure(id, failure, progress),
      'token' in read ? sentenceOfDifferences(differences) : `It could not be read back: ${read.why}`,
      ...said,
    ].join('. '),
  );
  const outcome = { outcome: 'failed', before, ...('token' in after ? { after: after.token } : {}) } as const;
  tryDeliver(work, host, outcome, `The update of ${id} failed.`);
  return false;
}

function sentenceOfSteps(id: string, { done }: Progress): string {
  return `The update of ${id} went through (${listSteps(done)}), and is not what it should be`;
}

function sentenceOfFailure(id: string, { step, begun, error, untried }: StepFailure, { done }: Progress): string {
  const parts = [
    ...(done.length === 0 ? [] : [`done: ${listSteps(done)}`]),
    ...(begun ? [`failed, and possibly done: ${step.what}`] : []),
    ...(begun ? untried : [step, ...untried]).map(({ what }) => `not begun: ${what}`),
  ];
  return `The update of ${id} did not go through (${parts.join('; ')}): ${messageOf(error)}`;
}

function listSteps(steps: readonly UpdateStep[]): string {
  return steps.map(({ what }) => what).join('; ');
}

/** Whether what came of it could be handed on: if not, that is said. */
function tryDeliver({ order, update }: Work, host: AdminHost, came: Came, conclusion: string): boolean {
  try {
    deliver(order, update, host, came, conclusion);
    return true;
  } catch (error) {
    host.fail(`${conclusion} But ${messageOf(error)}`);
    return false;
  }
}

function sentenceOfDifferences(differences: readonly UpdateDifference[]): string {
  if (differences.length === 0) return 'Read back, it is what it should be all the same';
  const list = differences.map(({ what, asked, granted }) => `${what}: asked for ${asked}, and it is ${granted}`);
  return `Read back, it differs in ${enumerate(list, '; ', 1_000)}`;
}

/**
 * Takes the power of a token that may have more than anybody wanted.
 *
 * @returns a sentence about it
 */
async function disable({ order, tokens, update }: Work, token: ListedToken | undefined): Promise<string> {
  const { id } = order.wish;
  const { disabling } = update;
  const byHand = `To revoke it: ${tokens.byHand(id)}`;
  if (disabling === undefined) {
    return `It has more power than was wanted, and ${order.kind.finder.title} cannot disable a token. ${byHand}`;
  }
  if (token?.status === disabling.status) return `It has more power than was wanted, and is ${disabling.status}`;
  try {
    await disabling.disable(id);
    return `Since it may have more power than was wanted, it was disabled too (${disabling.status})`;
  } catch (error) {
    return `It may have more power than was wanted, and disabling it failed: ${messageOf(error)}. ${byHand}`;
  }
}

async function readBack({ order, tokens }: Work): Promise<{ readonly token: ListedToken } | { readonly why: string }> {
  try {
    const [read] = await tokens.read([order.wish.id]);
    switch (read?.kind) {
      case 'read':
        return { token: read.token };
      case 'unreadable':
        return { why: messageOf(read.error) };
      case 'elsewhere':
        return { why: read.reason };
      case undefined:
      case 'absent':
        return { why: 'it is not there any more' };
    }
  } catch (error) {
    return { why: messageOf(error) };
  }
}

/** Before anything is done: what is to be changed, and which way it goes. */
function reportPlan(before: ListedToken, { wanted, moves, notices }: UpdatePlan, host: AdminHost): void {
  host.say(`the token ${before.id} of type ${before.type}`);
  for (const [what, was, is] of rowsOf(before, wanted)) {
    if (was !== is && what !== 'Grants') host.say(`  ${what.toLowerCase()}: ${was} -> ${is}`);
  }
  for (const { what, direction, before: was, after } of moves) {
    host.say(`  ${what}: ${was} -> ${after}, ${WAYS[direction]}`);
  }
  const direction = directionOfAll(moves);
  if (direction !== 'same') host.say(`  what it may do becomes ${WAYS[direction]}`);
  for (const notice of notices) tell(host, notice);
}

const WAYS: Readonly<Record<Direction, string>> = {
  same: 'the same',
  narrower: 'narrower',
  wider: 'wider',
  both: 'narrower and wider',
};

type Row = readonly [what: string, before: string, after: string];

function rowsOf(before: ListedToken, after: ListedToken | undefined): readonly Row[] {
  const row = (what: string, show: (token: ListedToken) => string): Row => [
    what,
    show(before),
    after === undefined ? 'not known' : show(after),
  ];
  return [
    row('Name', ({ name }) => name ?? ''),
    row('Description', ({ description }) => description ?? ''),
    row('Status', ({ status }) => status ?? ''),
    row('End', showEndOf),
    row('Grants', ({ grants }) => (grants === undefined ? '' : JSON.stringify(grants))),
  ];
}

function showEndOf(token: ListedToken): string {
  const end = endOfToken(token);
  return end === undefined ? showEnd(token.expiresAt) : formatInstant(end);
}

/** What came of it; `after` is absent where nobody knows. */
interface Came {
  readonly outcome: 'updated' | 'unchanged' | 'planned' | 'failed';
  readonly before: ListedToken;
  readonly after?: ListedToken;
}

function deliver(
  order: Order,
  update: TokenUpdate,
  host: AdminHost,
  { outcome, before, after }: Came,
  conclusion: string,
): void {
  const token = after ?? before;
  const end = endOfToken(token);
  const rows = rowsOf(before, after);
  const results: Results = {
    table: {
      title: `${order.kind.finder.title} token ${before.id}`,
      headings: ['', 'Before', outcome === 'planned' ? 'Planned' : 'After'],
      rows,
      count: rows.length,
      conclusion,
    },
    values: [
      ['token_id', token.id],
      ['name', token.name ?? ''],
      ['type', token.type],
      ['status', token.status ?? ''],
      ['grants', token.grants === undefined ? '' : update.printGrants(token)],
      ['expires_at', end === undefined ? '' : formatInstant(end)],
    ],
    json: [
      {
        ...tokenJson(token),
        outcome,
        before: tokenJson(before),
        ...(after === undefined ? {} : { after: tokenJson(after) }),
      },
    ],
    summary: order.summary,
  };
  host.deliver(results);
}
