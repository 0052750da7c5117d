import { createClient, type HttpAnswer, type HttpClient } from '../../http/client.js';
import { serverWords } from '../../http/server-words.js';
import { unavailability } from '../../http/unavailable.js';
import type { Difference } from '../../lease/difference.js';
import { JsonSyntaxError, member, readJsonValues, type JsonNode } from '../../request/json-text.js';
import type { Milliseconds } from '../../request/lifetime.js';
import type { Ports } from '../../lease/ports.js';
import { quote, showJson } from '../../request/shown-text.js';
import { fieldsOf } from '../json-fields.js';
import { singleRights, type Restrictions } from './restrictions.js';
import { readGrants } from './grants.js';

/** Bytes: a token says no more of itself than has room in it, and an actor is small. */
const LARGEST_ANSWER = 1_000_000;

/** As the server calls them: signed, or kept by datasette-auth-tokens. */
export type TokenKind = 'dstok' | 'dsatok';

/** Why a server can take the holder of a token for nobody. */
const UNRECOGNISED: Readonly<Record<TokenKind, string>> = {
  dstok:
    'it is older than Datasette 1.0a36 and the secret is another one, it is a 0.x release, which knows no signed tokens, or something on the way removed the Authorization header',
  dsatok:
    'something on the way removed the Authorization header, or another server answered than the one that made the token, with another database',
};

export interface Expected {
  readonly kind: TokenKind;
  readonly actor: string;
  readonly restrictions: Restrictions | undefined;
}

/** The server that tokens are for. */
export interface Trial {
  readonly serverAhead: HttpClient['serverAhead'];
  readonly tryToken: (token: string, expected: Expected) => Promise<Tried>;
}

export interface Tried {
  /** By the word of the server; undefined when it says none. */
  readonly expiresAt: Milliseconds | undefined;
  readonly differences: readonly Difference[];
  /** By which the server keeps the token; undefined where it keeps none. */
  readonly tokenId?: unknown;
}

export function openTrial(endpoint: string, ports: Ports): Trial {
  const client = createClient({ endpoint, ports });
  return {
    serverAhead: client.serverAhead,
    tryToken: (token, expected) => tryToken(client, endpoint, token, expected),
  };
}

/**
 * Tries a token at the server that it is for: `/-/actor.json` needs no permission and tells what the server takes the
 * token for (datasette/app.py; since 1.0a36 an unusable token is answered 401, before it was ignored).
 *
 * @throws Error when the server does not accept the token, with the likely cause
 */
export async function tryToken(
  client: HttpClient,
  endpoint: string,
  token: string,
  expected: Expected,
): Promise<Tried> {
  const answer = await client.send({
    method: 'GET',
    path: '/-/actor.json',
    headers: () => ({ authorization: `Bearer ${token}`, accept: 'application/json' }),
    largestAnswer: LARGEST_ANSWER,
    repeat: 'safe',
  });
  const body = fieldsOf(answer.json);
  if (answer.status !== 200 || body === undefined || !('actor' in body)) throw refusal(answer, token, endpoint);
  const actor = fieldsOf(body['actor']);
  if (actor === undefined) {
    throw new Error(
      `${answer.what}, but the server did not recognise the token (its actor is null): ${UNRECOGNISED[expected.kind]}`,
    );
  }
  const show = (value: unknown) => quoteWithout(token, value);
  const differences: Difference[] = [];
  if (actor['token'] !== expected.kind) {
    differences.push({ what: 'kind of token', asked: quote(expected.kind), granted: show(actor['token']) });
  }
  if (actor['id'] !== expected.actor) {
    differences.push({ what: 'actor', asked: quote(expected.actor), granted: show(actor['id']) });
  }
  differences.push(...compareRestrictions(expected.restrictions, answer.text.replaceAll(token, '***')));
  return {
    expiresAt: instantOf(actor['token_expires']),
    differences,
    ...('token_id' in actor ? { tokenId: actor['token_id'] } : {}),
  };
}

/** Seconds since 1970; undefined when it is no instant of the calendar. */
function instantOf(seconds: unknown): Milliseconds | undefined {
  if (typeof seconds !== 'number' || Number.isNaN(new Date(seconds * 1000).getTime())) return undefined;
  return seconds * 1000;
}

/** What the server said, in short. It is cut: a token that it sends back would lose its end, and no mask would find it. */
function quoteWithout(token: string, value: unknown): string {
  return showJson(typeof value === 'string' ? value.replaceAll(token, '***') : value);
}

function refusal(answer: HttpAnswer, token: string, endpoint: string): Error {
  const said = serverWords({ ...answer, text: '' }, (json) => {
    const words = fieldsOf(json)?.['error'];
    return typeof words === 'string' ? words.replaceAll(token, '***') : undefined;
  });
  const unavailable = unavailability(answer);
  if (unavailable !== undefined) {
    return new Error(
      `the token could not be tried: ${answer.what}${said === undefined ? '' : `: ${said}`}. ${unavailable}`,
    );
  }
  if (said === undefined) {
    const advice = adviceOnPath(answer, endpoint) ?? 'check url';
    return new Error(`the server did not accept the token: ${answer.what}, but not as Datasette does; ${advice}`);
  }
  const cause = CAUSES.find(([pattern]) => pattern.test(said))?.[1] ?? adviceOnPath(answer, endpoint);
  return new Error(
    `the server did not accept the token: ${answer.what}: ${said}${cause === undefined ? '' : `. ${cause}`}`,
  );
}

/** A page of a database refuses, or is missing, where the server itself would tell the actor. */
function adviceOnPath({ status }: HttpAnswer, endpoint: string): string | undefined {
  const { origin, pathname } = new URL(endpoint);
  if (pathname === '/' || status === 401) return undefined;
  return `expected in url the part before the database, with the server's base_url where it has one: ${origin} unless ${pathname} is that`;
}

const CAUSES: readonly (readonly [pattern: RegExp, cause: string])[] = [
  [/signature/i, 'The secret is not that of this server'],
  [
    /expired/i,
    "The clocks of this machine and of the server differ, or the server's max_signed_tokens_ttl is shorter than the time since the token was made",
  ],
  [/not enabled/i, 'The server was started with the setting allow_signed_tokens off'],
];

/** The restrictions of an answer are read from its text: as an object they would lose their order and repeated keys. */
function compareRestrictions(asked: Restrictions | undefined, text: string): readonly Difference[] {
  const wanted = asked === undefined ? undefined : singleRights(asked);
  const granted = grantedRights(text);
  if (granted === 'unreadable') {
    return [{ what: 'restrictions', asked: showRights(wanted), granted: 'something unreadable' }];
  }
  const same =
    wanted === undefined || granted === undefined
      ? wanted === granted
      : wanted.size === granted.size && [...wanted].every((right) => granted.has(right));
  return same
    ? []
    : [{ what: 'restrictions', asked: showRights(wanted, granted), granted: showRights(granted, wanted) }];
}

/** Undefined for a token without restrictions. */
function grantedRights(text: string): ReadonlySet<string> | undefined | 'unreadable' {
  try {
    const node = memberOf(memberOf(readJsonValues(text)[0], 'actor'), '_r');
    if (node === undefined) return undefined;
    const read = readGrants({ form: 'json', values: [node] });
    return read.ok && read.value.restrictions !== undefined ? singleRights(read.value.restrictions) : 'unreadable';
  } catch (error) {
    if (error instanceof JsonSyntaxError) return 'unreadable';
    throw error;
  }
}

const MOST_SHOWN = 1000;

/** What the other side does not have comes first: the rest may be cut off. */
function showRights(rights: ReadonlySet<string> | undefined, others?: ReadonlySet<string>): string {
  if (rights === undefined) return 'no restrictions';
  const inBoth = (right: string) => Number(others?.has(right) === true);
  const text = [...rights].toSorted((a, b) => inBoth(a) - inBoth(b)).join(' · ');
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}… (${rights.size} in all)` : text;
}

function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? member(node, key)?.value : undefined;
}
