import type { AdminHost } from '../host/host.js';
import type { IssuedTokens, ReadToken } from '../lease/issued-tokens.js';
import { Refused } from '../lease/issuer.js';
import { tokenJson, type ListedToken, type TokenJson } from '../lease/listed-token.js';
import { readDescription } from '../lease/marker.js';
import { Stopped, type Stop } from '../lease/ports.js';
import { parseBoolean } from '../request/choice.js';
import { collectProblems, invalid, valid, type Problem, type Result } from '../request/problem.js';
import type { Inputs } from '../request/request.js';
import { messageOf, quote } from '../request/shown-text.js';
import type { Words } from '../request/words.js';
import { administer, type Opened } from './administer.js';
import { readAdminOrder, type Kind } from './admin-order.js';
import type { Asked } from './order.js';
import type { Outcome } from './outcome.js';

/** Which tokens are to go. */
interface RevokeWish {
  /** Each once. */
  readonly ids: readonly string[];
  /** Whether also one that may be the credential itself, since nobody can tell. */
  readonly foreign: boolean;
}

/** What became of one of them. */
interface Ending {
  readonly id: string;
  readonly kind: 'revoked' | 'gone' | 'failed';
  /** As it was before; undefined when it could not be read. */
  readonly token: ListedToken | undefined;
  /** Why it failed, and what to do; empty when it did not. */
  readonly reason: string;
}

/** Revokes tokens by their ids, each whatever becomes of the others. */
export function revoke(asked: Asked, host: AdminHost, stop: Stop): Promise<Outcome> {
  return administer(
    () => readAdminOrder('revoke', asked, host, readWish),
    host,
    stop,
    (opened) => revokeTokens(opened, host),
  );
}

function readWish(inputs: Inputs, kind: Kind | undefined): Result<RevokeWish> {
  const { problems, take } = collectProblems();
  const ids = take(readIds(inputs('token_id'), kind));
  const foreign = take(parseBoolean('foreign', inputs, false));
  return problems.length > 0 || ids === undefined || foreign === undefined
    ? invalid(...problems)
    : valid({ ids, foreign });
}

function readIds(text: string | undefined, kind: Kind | undefined): Result<readonly string[]> {
  if (text === undefined) {
    return invalid({
      input: 'token_id',
      message: 'it is not given, or blank; expected the id of a token, or several, one a line',
    });
  }
  const tokenIds = kind?.finder.tokenIds;
  const separator = tokenIds?.mayHoldComma === false ? /\n|,/ : /\n/;
  const lines = text
    .split('\n')
    .flatMap((line, index) =>
      line
        .split(separator)
        .map((part) => ({ id: part.trim(), line: index + 1, column: line.indexOf(part.trim()) + 1 })),
    );
  const ids = lines.filter(({ id }) => id !== '');
  const problems: Problem[] = ids
    .filter(({ id }) => tokenIds?.matches(id) === false)
    .map(({ id, line, column }) => ({
      input: 'token_id',
      at: { line, column },
      message: `found ${quote(id)}; expected ${tokenIds?.form ?? 'an id'}${id.includes(',') ? ', one a line' : ''}`,
    }));
  if (ids.length === 0) problems.push({ input: 'token_id', message: `found ${quote(text)}, which names no token` });
  return problems.length > 0 ? invalid(...problems) : valid([...new Set(ids.map(({ id }) => id))]);
}

/** So many requests at once, which every service allows. */
const AT_ONCE = 4;

async function revokeTokens({ order, tokens }: Opened<RevokeWish>, host: AdminHost): Promise<boolean> {
  const { kind, wish, summary } = order;
  const read = await tokens.read(wish.ids);
  const work = wish.ids.map((id, index) => ({ id, read: read[index] ?? { kind: 'absent' as const } }));
  const outcomes: Ending[] = [];
  for (let start = 0; start < work.length; start += AT_ONCE) {
    const some = work.slice(start, start + AT_ONCE);
    const now = await Promise.all(some.map((one) => revokeOne(one, order.wish, kind, tokens, host.words)));
    // As they are known: what comes after may be cut off.
    for (const outcome of now) report(outcome, host);
    outcomes.push(...now);
  }
  const count = (sought: Ending['kind']) => outcomes.filter((outcome) => outcome.kind === sought).length;
  const idsOf = (sought: Ending['kind']) =>
    outcomes.flatMap(({ id, kind }) => (kind === sought ? [id] : [])).join('\n');
  host.deliver({
    table: {
      title: `${kind.finder.title} tokens revoked`,
      headings: ['id', 'name', 'repository', 'run', 'outcome'],
      rows: outcomes.map(rowOf),
      count: outcomes.length,
      conclusion: `${count('revoked')} revoked, ${count('gone')} gone already, ${count('failed')} failed`,
    },
    values: [
      ['revoked', idsOf('revoked')],
      ['gone', idsOf('gone')],
    ],
    json: outcomes.map((outcome) => outcomeJson(outcome, kind)),
    summary,
  });
  return count('failed') === 0;
}

async function revokeOne(
  { id, read }: { readonly id: string; readonly read: ReadToken },
  wish: RevokeWish,
  kind: Kind,
  tokens: IssuedTokens,
  words: Words,
): Promise<Ending> {
  const token = read.kind === 'read' ? read.token : undefined;
  if (read.kind === 'absent') return { id, kind: 'gone', token, reason: '' };
  const refusal = whyNot(read, wish, kind, words);
  if (refusal !== undefined) return { id, kind: 'failed', token, reason: refusal };
  try {
    const done = await tokens.revoke(id);
    return { id, kind: done === 'revoked' ? 'revoked' : 'gone', token, reason: '' };
  } catch (error) {
    const why = error instanceof Stopped ? `${error.message} before it was asked for` : messageOf(error);
    return { id, kind: 'failed', token, reason: `${why}. Revoke it by hand: ${tokens.byHand(id)}` };
  }
}

/** Why a token is not even tried; undefined when it is. */
function whyNot(
  read: Exclude<ReadToken, { kind: 'absent' }>,
  { foreign }: RevokeWish,
  kind: Kind,
  words: Words,
): string | undefined {
  const unless = `if it is not the credential itself, set ${words.setting('foreign', 'true')}`;
  switch (read.kind) {
    case 'elsewhere':
      return read.reason;
    case 'unreadable': {
      if (read.isCredential === true) return CREDENTIAL;
      if (foreign || read.isCredential === false) return undefined;
      const advice = read.error instanceof Refused ? unless : `try again, or, ${unless}`;
      return `it could not be read, so it may be the credential itself: ${messageOf(read.error)}. To revoke it unread: ${advice}`;
    }
    case 'read': {
      const { type, isCredential, description } = read.token;
      if (isCredential === true) return CREDENTIAL;
      if (type !== kind.type) return `it is a token of type ${type}; set ${words.setting('type', type)}`;
      const marked = readDescription(description ?? '').kind === 'marked';
      if (foreign || isCredential === false || marked) return undefined;
      return `no marker of ours is at the end of its description, and ${kind.finder.title} does not tell which token the credential is: ${unless}`;
    }
  }
}

const CREDENTIAL = 'it is the credential itself, which is never revoked';

function report({ id, kind, token, reason }: Ending, host: AdminHost): void {
  const which = token === undefined ? id : `${id}${nameOf(token)}${originOf(token)}`;
  if (kind === 'revoked') host.say(`revoked ${which}`);
  else if (kind === 'gone') host.say(`${which} is gone already`);
  else host.fail(`${which} was not revoked: ${reason}`);
}

function nameOf({ name }: ListedToken): string {
  return name === undefined ? '' : ` (${name})`;
}

function originOf({ description }: ListedToken): string {
  const read = readDescription(description ?? '');
  if (read.kind !== 'marked') return ', which has no marker of ours';
  const { repository, run, attempt } = read.marker.origin;
  return ` of ${repository}, run ${run}/${attempt}`;
}

function rowOf({ id, kind, token }: Ending): readonly string[] {
  const read = readDescription(token?.description ?? '');
  const origin = read.kind === 'marked' ? read.marker.origin : undefined;
  return [
    id,
    token?.name ?? '',
    origin?.repository ?? '',
    origin === undefined ? '' : `${origin.run}/${origin.attempt}`,
    kind,
  ];
}

function outcomeJson(
  { id, kind, token, reason }: Ending,
  { type }: Kind,
): TokenJson & { readonly outcome: Ending['kind']; readonly reason?: string } {
  const json = token === undefined ? { id, type } : tokenJson(token);
  return { ...json, outcome: kind, ...(reason === '' ? {} : { reason }) };
}
