import type { AdminHost, Cell } from '../host/host.js';
import { areKept } from '../issuers/registry.js';
import { endOfToken, tokenJson, type ListedToken, type TokenJson } from '../lease/listed-token.js';
import { isPrintedAs, readDescription, type Description } from '../lease/marker.js';
import type { Stop } from '../lease/ports.js';
import { parseBoolean } from '../request/choice.js';
import { formatInstant, type Milliseconds } from '../request/lifetime.js';
import { collectProblems, invalid, valid, type Result } from '../request/problem.js';
import type { Inputs } from '../request/request.js';
import { messageOf, quote } from '../request/shown-text.js';
import { administer, type Opened } from './administer.js';
import { isOfKind, readAdminOrder } from './admin-order.js';
import type { Asked } from './order.js';
import type { Outcome } from './outcome.js';
import { forgeOf, parseScope, placeIn, type Scope } from './sweep-scope.js';

/** Which tokens are shown. */
interface ListWish {
  /** As it was written, or is assumed. */
  readonly repository: string;
  readonly scope: Scope;
  /** The id, and, after a slash, the attempt if one is named. */
  readonly run: string | undefined;
  readonly job: string | undefined;
  readonly expired: boolean | undefined;
  /** Whether tokens without our marker are shown too. */
  readonly all: boolean;
}

/** Lists the tokens that carry our marker. */
export function list(asked: Asked, host: AdminHost, stop: Stop): Promise<Outcome> {
  return administer(
    () => readAdminOrder('list', asked, host, (inputs) => readWish(inputs, host)),
    host,
    stop,
    (opened) => showTokens(opened, host),
  );
}

function readWish(inputs: Inputs, { origin, words }: AdminHost): Result<ListWish> {
  const { problems, take } = collectProblems();
  const repository = inputs('repository')?.trim() ?? (origin.by === 'terminal' ? '' : origin.repository);
  const scope =
    repository === ''
      ? void problems.push({
          input: 'repository',
          message: `it is not given, and there is no repository that this ${words.work} belongs to; set ${words.setting('repository', 'owner/name')}, owner/*, or * for all`,
        })
      : take(parseScope(repository, forgeOf(origin), 'repository'));
  const run = inputs('run')?.trim();
  if (run !== undefined && !/^[^\s/]+(?:\/[^\s/]+)?$/.test(run)) {
    problems.push({
      input: 'run',
      message: `found ${quote(run)}; expected the id of a run, as in 1658821493, or with its attempt, as in 1658821493/2`,
    });
  }
  const job = inputs('job')?.trim();
  const expired = inputs('expired') === undefined ? undefined : take(parseBoolean('expired', inputs, false));
  const all = take(parseBoolean('all', inputs, false));
  if (all === true && (run !== undefined || job !== undefined)) {
    problems.push({
      input: 'all',
      message: `tokens without our marker belong to no run, and ${words.input(run === undefined ? 'job' : 'run')} is given; remove one of the two`,
    });
  }
  if (problems.length > 0 || scope === undefined || all === undefined) return invalid(...problems);
  return valid({ repository, scope, run, job, expired, all });
}

async function showTokens({ order, tokens, ports }: Opened<ListWish>, host: AdminHost): Promise<boolean> {
  const { kind, wish, summary } = order;
  for (const type of kind.types.filter((type) => !areKept(type))) {
    host.say(`note: tokens of type ${type} are signed, and in no list`);
  }
  const own = forgeOf(host.origin);
  const now = ports.clock.now();
  // As text: there may be a great many, and objects take several times the room.
  const shown: string[] = [];
  let seen = 0;
  try {
    for await (const token of tokens.list((why) => host.warn(`The list may lack tokens: ${why}.`))) {
      seen++;
      const description = readDescription(token.description ?? '');
      if (isOfKind(token, kind) && isWanted(token, description, wish, own, now))
        shown.push(JSON.stringify(rowOf(token, description)));
    }
  } catch (error) {
    throw new Error(seen === 0 ? messageOf(error) : `the list broke off after ${seen} tokens: ${messageOf(error)}`, {
      cause: error,
    });
  }
  host.deliver({
    table: {
      title: `${kind.finder.title} tokens`,
      headings: COLUMNS,
      rows: mapped(shown, ({ cells }) => cells.map(({ text }) => text)),
      count: shown.length,
      conclusion: conclusionOf(shown.length, seen, wish),
    },
    values: [['count', String(shown.length)]],
    json: mapped(shown, ({ json }) => json),
    csv: csvOf(shown),
    summary,
  });
  return true;
}

function isWanted(
  token: ListedToken,
  description: Description,
  { scope, run, job, expired, all }: ListWish,
  own: string,
  now: Milliseconds,
): boolean {
  if (expired !== undefined && expired !== hasEnded(token, now)) return false;
  switch (description.kind) {
    case 'foreign':
      return all;
    case 'of-later-version':
      // It may be of any repository, run and job.
      return all || (scope.kind === 'all' && run === undefined && job === undefined);
    case 'marked': {
      const { origin } = description.marker;
      const [id = '', attempt] = run?.split('/') ?? [];
      return (
        (scope.kind === 'all' || placeIn(scope, own, origin) === 'inside') &&
        (run === undefined || isPrintedAs(origin.run, 'run', id)) &&
        (attempt === undefined || isPrintedAs(origin.attempt, 'attempt', attempt)) &&
        (job === undefined || isPrintedAs(origin.job, 'job', job))
      );
    }
  }
}

function hasEnded(token: ListedToken, now: Milliseconds): boolean {
  const end = endOfToken(token);
  return end !== undefined && end <= now;
}

const COLUMNS = ['id', 'type', 'name', 'repository', 'run', 'job', 'created', 'ends', 'status', 'grants'] as const;

/** What is shown of a token. */
interface Row {
  readonly cells: readonly Cell[];
  readonly json: TokenJson;
}

function rowOf(token: ListedToken, description: Description): Row {
  return { cells: cellsOf(token, description), json: tokenJson(token) };
}

function cellsOf(token: ListedToken, description: Description): readonly Cell[] {
  const { id, type, name = '', createdAt, status = '', grants } = token;
  const end = endOfToken(token);
  const origin = description.kind === 'marked' ? description.marker.origin : undefined;
  return [
    { text: id, exact: true },
    { text: type },
    { text: name },
    { text: placeOf(description) },
    { text: origin === undefined ? '' : `${origin.run}/${origin.attempt}` },
    { text: origin?.job ?? '' },
    { text: createdAt === undefined ? '' : formatInstant(createdAt) },
    { text: end === undefined ? '' : formatInstant(end) },
    { text: status },
    { text: grants === undefined ? '' : JSON.stringify(grants) },
  ];
}

/** The repository, with the forge where that is not GitHub. */
function placeOf(description: Description): string {
  switch (description.kind) {
    case 'foreign':
      return '(foreign)';
    case 'of-later-version':
      return '(marker of a later version)';
    case 'marked': {
      const { at, repository } = description.marker.origin;
      return at === undefined ? repository : `${at}/${repository}`;
    }
  }
}

function conclusionOf(count: number, seen: number, { repository, all, scope }: ListWish): string {
  const whose = scope.kind === 'all' ? '' : ` of ${repository}`;
  const foreign = all ? ', or without our marker' : '';
  const tokens = count === 0 ? 'no token' : count === 1 ? 'one token' : `${count} tokens`;
  return `${tokens}${whose}${foreign}, among ${seen} that the credential is shown`;
}

function* csvOf(shown: readonly string[]): Generator<readonly Cell[], void> {
  yield COLUMNS.map((text) => ({ text }));
  yield* mapped(shown, ({ cells }) => cells);
}

/** One after the other. */
function* mapped<Part>(rows: readonly string[], part: (row: Row) => Part): Generator<Part, void> {
  for (const row of rows) yield part(JSON.parse(row) as Row);
}
