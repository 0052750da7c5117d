import type { Seconds } from '../../request/lifetime.js';
import { DAY, HOUR, MINUTE } from '../../request/lifetime.js';

/*
 * The plugin answers people, with pages. Here they are read, by what the templates of 0.4a13 write around each value; the values
 * themselves are escaped, so that none of them can pass for a part of a page.
 */

/** A token as the list has it. */
export interface ListedRow {
  readonly id: string;
  /** `Active`, `Revoked` or `Expired`. */
  readonly status: string;
  /** Empty where there is none. */
  readonly description: string;
  /** The names of its rights by scope, as text for people. */
  readonly restrictions: string;
  readonly ends: boolean;
  /** How long ago it was made, by the server's clock; undefined when that cannot be read. */
  readonly age: Seconds | undefined;
}

export interface ListPage {
  readonly rows: readonly ListedRow[];
  /** For the next page; undefined on the last one. */
  readonly next: string | undefined;
  /** Whether whoever asked is known there and may create tokens. */
  readonly mayCreate: boolean;
}

/** @throws Error when it is no page of the list, or has a row that cannot be read */
export function readList(page: string): ListPage {
  if (!page.includes('<h1>API tokens</h1>')) throw new Error('it is no list of tokens');
  return {
    rows: page
      .split(/<tr class="token-/)
      .slice(1)
      .map(readRow),
    next: /<a href="\?next=(\d+)">/.exec(page)?.[1],
    mayCreate: page.includes('<a href="tokens/create">'),
  };
}

const FIRST_CELL =
  /^[A-Z]">\s*<td><a href="tokens\/([1-9]\d{0,15})">\d+&nbsp;-&nbsp;([^<]*)<\/a>(?:<br><span class="detail">([^<]*)<\/span>)?<\/td>/;

function readRow(text: string): ListedRow {
  const first = FIRST_CELL.exec(text);
  const [, id, status = '', description = ''] = first ?? [];
  const cells = text
    .slice(first?.[0].length ?? 0)
    .split('<td>')
    .slice(1);
  const [, restrictions, created, , expires] = cells;
  if (id === undefined || restrictions === undefined || created === undefined || expires === undefined) {
    throw new Error('a row of the list of tokens cannot be read');
  }
  return {
    id,
    status: unescapeHtml(status),
    description: unescapeHtml(description),
    restrictions: unescapeHtml(/^[^<]*/.exec(restrictions)?.[0] ?? ''),
    ends: !/^\s*<\/td>/.test(expires),
    age: readAge(/<span class="detail">([^<]*)</.exec(created)?.[1] ?? ''),
  };
}

const AGE = /^(?:(\d+) days? ?)?(?:(\d+) hours? ?)?(?:(\d+) mins? ?)?(?:(\d+) secs? ?)?ago$/;

/** `1 day 3 hours 20 mins ago` (utils.py of the plugin); nothing is less than a second ago. */
function readAge(text: string): Seconds | undefined {
  if (text === '') return 0;
  const parts = AGE.exec(text)
    ?.slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts ?? [];
  return parts === undefined ? undefined : days * DAY + hours * HOUR + minutes * MINUTE + seconds;
}

/** A token as its own page has it. */
export interface TokenPage {
  readonly id: string;
  readonly status: string;
  /** Empty where there is none. */
  readonly description: string;
  /** As text for people. */
  readonly restrictions: string;
  readonly ends: boolean;
}

/** @throws Error when it is no page of a token */
export function readTokenPage(page: string): TokenPage {
  const id = /<h1>API token: ([1-9]\d{0,15})<\/h1>/.exec(page)?.[1];
  const cell = (title: string) => {
    const found = new RegExp(`<dt>${title}</dt>\\s*<dd>(?:<pre>)?([^<]*)<`).exec(page)?.[1];
    return found === undefined ? undefined : unescapeHtml(found);
  };
  const status = cell('Token status');
  const restrictions = cell('Restrictions');
  if (id === undefined || status === undefined || restrictions === undefined) {
    throw new Error('it is no page of a token');
  }
  const ends = cell('Expires at') !== undefined;
  return { id, status, description: cell('Description') ?? '', restrictions, ends };
}

/** What the page of a token that was just made says of it. */
export interface MintedPage {
  readonly token: string;
  /** The JSON of what the plugin stored: `a` the actor, `t` when it was made, `d` the life in seconds, `_r` the restrictions. */
  readonly details: string;
}

/** @throws Error when it has not one token and what belongs to it */
export function readMintedPage(page: string): MintedPage {
  const tokens = [...page.matchAll(/<input type="text" class="copyable"[^>]* value="([^"]*)"/g)];
  const details = [...page.matchAll(/<pre>(\{[^<]*\})<\/pre>/g)];
  const [token, details0] = [tokens[0]?.[1], details[0]?.[1]];
  if (token === undefined || details0 === undefined || tokens.length > 1 || details.length > 1) {
    throw new Error('the page holds no new token, or more than one');
  }
  return { token, details: unescapeHtml(details0) };
}

/** All texts of a page that may be tokens. */
export function tokensIn(page: string): readonly string[] {
  return [...new Set(page.match(/\bdsatok_[\w.~-]+/g) ?? [])];
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What the templates escape (MarkupSafe). */
function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|(\w+));/g, (entity, code: string | undefined, name: string | undefined) =>
    code === undefined ? (NAMED[name ?? ''] ?? entity) : String.fromCodePoint(Number(code)),
  );
}
