import { actorOf, json, refusal, sign, TokenInvalid, unsign } from './datasette.js';
import { createFakeServer, type FakeAnswer, type FakeRequest, type FakeServer, type OnRequest } from './faults.js';

export interface FakeManagedDatasetteOptions {
  /** DATASETTE_SECRET of the server. */
  readonly secret: string;
  /** The actors who have the permission auth-tokens-create. */
  readonly creators: readonly string[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly onRequest?: OnRequest | undefined;
  /** What comes of the body of a form on its way. */
  readonly onTheWay?: ((body: string, path: string) => string) | undefined;
}

/** A row of `_datasette_auth_tokens`. */
export interface Row {
  readonly id: number;
  status: 'A' | 'R' | 'E';
  readonly description: string | null;
  readonly actor: string;
  /** The `_r` of the token; null for none. */
  readonly permissions: Restrictions | null;
  readonly createdAt: number;
  readonly life: number | null;
  usedAt: number | null;
  endedAt: number | null;
}

interface Restrictions {
  a?: string[];
  d?: Record<string, string[]>;
  r?: Record<string, Record<string, string[]>>;
}

export interface FakeManagedDatasette extends FakeServer {
  readonly rows: readonly Row[];
  /** The tokens that work. */
  living(): readonly Row[];
  /** Adds a row as somebody else's form would; an id of its own, the highest and one, as SQLite gives it. */
  add(row: Partial<Pick<Row, 'description' | 'actor' | 'permissions' | 'life' | 'createdAt'>>): Row;
  /** As who has the database can: the plugin itself removes none. */
  delete(id: number): void;
  tokenOf(row: Pick<Row, 'id'>): string;
}

/** The abbreviations of Datasette 1.0a41 that the tests ask for; others are stored as they are written. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  'view-instance': 'vi',
  'view-database': 'vd',
  'view-table': 'vt',
  'insert-row': 'ir',
  'update-row': 'ur',
  'delete-row': 'dr',
  'create-table': 'ct',
};
const FULL = Object.fromEntries(Object.entries(ABBREVIATIONS).map(([name, short]) => [short, name]));

/**
 * Datasette 1.0a41 with datasette-auth-tokens 0.4a13 (views.py, utils.py, templates/): it keeps tokens in a table and answers with
 * pages. It refuses what that one refuses, and makes a token that may do everything for ever of whatever it does not understand.
 */
export async function createFakeManagedDatasette(options: FakeManagedDatasetteOptions): Promise<FakeManagedDatasette> {
  const { secret, now = Date.now, onTheWay = (body: string) => body } = options;
  const rows: Row[] = [];
  const seconds = () => Math.floor(now() / 1000);
  const insert = (row: Omit<Row, 'id'>): Row => {
    // Without AUTOINCREMENT.
    const added = { ...row, id: Math.max(0, ...rows.map(({ id }) => id)) + 1 };
    rows.push(added);
    return added;
  };
  const tokenOf = ({ id }: Pick<Row, 'id'>) => `dsatok_${sign(id, 'dsatok', secret)}`;
  const expire = () => {
    for (const row of rows) {
      if (row.status !== 'A' || row.life === null || row.createdAt + row.life >= seconds()) continue;
      row.status = 'E';
      row.endedAt = seconds();
    }
  };
  const server = await createFakeServer(
    (request) => answerTo({ ...request, body: onTheWay(request.body, request.path) }),
    { onRequest: options.onRequest, now },
  );
  return {
    url: server.url,
    requests: server.requests,
    close: () => server.close(),
    rows,
    living() {
      expire();
      return rows.filter(({ status }) => status === 'A');
    },
    add: ({ description = null, actor = 'somebody', permissions = null, life = 3600, createdAt = seconds() }) =>
      insert({ description, actor, permissions, life, createdAt, status: 'A', usedAt: null, endedAt: null }),
    delete(id) {
      rows.splice(
        rows.findIndex((row) => row.id === id),
        1,
      );
    },
    tokenOf,
  };

  interface Actor {
    readonly id: unknown;
    readonly _r?: unknown;
  }

  function actorOfBearer(authorization: string): Actor | null {
    if (!authorization.startsWith('Bearer dsatok_')) return actorOf(authorization, { secret, now });
    let id: unknown;
    try {
      id = unsign(authorization.slice('Bearer dsatok_'.length), 'dsatok', secret);
    } catch (error) {
      if (error instanceof TokenInvalid) return null;
      throw error;
    }
    expire();
    const row = rows.find((one) => one.id === id);
    if (row?.status !== 'A') return null;
    row.usedAt = seconds();
    const { actor, permissions } = row;
    return {
      id: actor,
      ...{ token: 'dsatok', token_id: row.id },
      ...(permissions === null ? {} : { _r: permissions }),
    };
  }

  function mayCreate(actor: Actor | null): boolean {
    const { _r: restrictions } = actor ?? {};
    const restricted = (restrictions ?? { a: ['auth-tokens-create'] }) as Restrictions;
    return options.creators.some((id) => id === actor?.id) && restricted.a?.includes('auth-tokens-create') === true;
  }

  function answerTo(request: FakeRequest): FakeAnswer {
    const { path, method, headers, query } = request;
    if (headers.cookie !== undefined) throw new Error('a client of the API sends no cookies');
    let actor: Actor | null;
    try {
      actor = actorOfBearer(headers.authorization ?? '');
    } catch (error) {
      if (error instanceof TokenInvalid) return refusal(401, error.message);
      throw error;
    }
    if (path === '/-/actor.json' && method === 'GET') return json(200, { ok: true, actor });
    if (path === '/-/api/tokens' && method === 'GET') return list(actor, query.get('next'));
    if (path === '/-/api/tokens/create') return create(actor, request);
    const id = /^\/-\/api\/tokens\/(\d+)$/.exec(path)?.[1];
    return id === undefined ? errorPage(404, '404') : details(actor, Number(id), request);
  }

  function create(actor: Actor | null, { method, body }: FakeRequest): FakeAnswer {
    if (actor === null || actor.id === '') {
      return refusal(403, 'You must be logged in as an actor with an ID to create a token');
    }
    if (!mayCreate(actor)) return refusal(403, 'You do not have permission to create a token');
    if (method === 'GET') return page('Create an API token', form);
    if (method !== 'POST') return refusal(403, 'Invalid method');
    // Whatever its type is. The last of several fields of one name counts.
    const post = new Map(new URLSearchParams(body));
    const errors: string[] = [];
    const life = lifeIn(post, errors);
    const permissions = permissionsIn([...post.keys()]);
    const row = insert({
      status: 'A',
      description: post.get('description') ?? null,
      actor: String(actor.id),
      permissions,
      createdAt: seconds(),
      life,
      usedAt: null,
      endedAt: null,
    });
    const bits = {
      ...(permissions === null ? {} : { _r: permissions }),
      a: actor.id,
      ...(life === null ? {} : { d: life }),
      t: row.createdAt,
    };
    return page(
      'Create an API token',
      `<p><a href=".">Manage existing tokens</a></p>

<p>This token will allow API access with the same abilities as your current user, <strong>${escaped(String(actor.id))}</strong></p>


  <div>
    <h2>Your API token</h2>
    <form class="core">
      <input type="text" class="copyable" style="width: 40%" value="${tokenOf(row)}">
      <span class="copy-link-wrapper"></span>
    </form>
    <p class="message-warning">For security reasons this token will only appear here once. <strong>Copy it somewhere safe</strong>.</p>
    <!--- show token in a <details> -->
    <details style="margin-top: 1em">
      <summary>Token details</summary>
      <pre>${JSON.stringify(bits, undefined, 4).replace(/[<>&']/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)}</pre>
    </details>
  </div>
  <h2>Create another token</h2>
${errors.map((error) => `    <p class="message-error">${error}</p>\n`).join('')}${form}`,
    );
  }

  function list(actor: Actor | null, next: string | null): FakeAnswer {
    expire();
    // Of all actors: the filter is built and not used.
    const shown = rows.filter(({ id }) => next === null || id <= Number(next)).toSorted((a, b) => b.id - a.id);
    const later = shown[30];
    const at = seconds();
    const time = (stamp: number | null) =>
      stamp === null ? '' : new Date(stamp * 1000).toISOString().replace('.000Z', '');
    const cell = (stamp: number | null) =>
      `<td>${time(stamp)}<br><span class="detail">${stamp === null ? '' : ago(stamp - at)}</span></td>`;
    const rowsShown = shown.slice(0, 30).map(
      ({ id, status, description, actor: owner, permissions, createdAt, life, usedAt, endedAt }) => `
<tr class="token-${status}">
  <td><a href="tokens/${id}">${id}&nbsp;-&nbsp;${STATUS[status]}</a>${description ? `<br><span class="detail">${escaped(description)}</span>` : ''}</td>
  <td>${escaped(owner)} (${escaped(owner)})</td>
  <td>${escaped(permissions === null ? 'All permissions' : permissionsText(permissions))}</td>
  ${cell(createdAt)}
  ${cell(usedAt)}
  <td>${life === null ? '' : `${time(createdAt + life)}<br><span class="detail">${ago(createdAt + life - at)}`}</td>
  ${cell(endedAt)}
</tr>`,
    );
    const first = mayCreate(actor)
      ? '<p><a href="tokens/create">Create an API token</a></p>'
      : '<p>You do not have permission to create API tokens.</p>';
    const headings = ['Token', 'Actor', 'Restrictions', 'Created', 'Last used', 'Expires at', 'Ended'];
    const table =
      rowsShown.length === 0
        ? ''
        : `<table>
<tr>
${headings.map((heading) => `  <th>${heading}</th>\n`).join('')}</tr>
${rowsShown.join('\n')}

</table>`;
    return page(
      'API tokens',
      `${first}\n${table}\n${later === undefined ? '' : `<p style="margin-top: 1em"><a href="?next=${later.id}">Next page</a></p>`}`,
    );
  }

  function details(actor: Actor | null, id: number, { method, body }: FakeRequest): FakeAnswer {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) return errorPage(404, 'Token not found');
    if (actor === null || String(actor.id) !== row.actor) {
      return refusal(403, 'You do not have permission to manage this token');
    }
    if (row.life !== null && row.createdAt + row.life < now() / 1000) row.status = 'E';
    if (method === 'POST') {
      // A field of any other name changes nothing, and is answered alike.
      if (new URLSearchParams(body).get('revoke')) {
        row.status = 'R';
        row.endedAt = seconds();
      }
      return { status: 302, headers: { location: `/-/api/tokens/${id}`, 'content-type': 'text/plain' }, body: '' };
    }
    const { description, permissions, createdAt, life } = row;
    const time = (stamp: number) => new Date(stamp * 1000).toISOString().replace('.000Z', '');
    return page(
      `API token: ${id}`,
      `<p><a href=".">List all tokens</a></p>
<dl>
    ${description ? `\n        <dt>Description</dt>\n        <dd>${escaped(description)}</dd>\n    ` : ''}
    <dt>Token status</dt>
    <dd>${STATUS[row.status]}</dd>
    <dt>Actor</dt>
    <dd>${escaped(row.actor)} (${escaped(row.actor)})</dd>
    <dt>Created</dt>
    <dd>${time(createdAt)}</dd>
    <dt>Last used</dt>
    <dd>${row.usedAt === null ? 'None' : time(row.usedAt)}</dd>
    ${life === null ? '' : `<dt>Expires at</dt>\n    <dd>${time(createdAt + life)}</dd>`}
    <dt>Restrictions</dt>
    <dd><pre>${escaped(permissions === null ? 'None' : permissionsText(permissions))}</pre></dd>
</dl>
`,
    );
  }
}

const STATUS = { A: 'Active', R: 'Revoked', E: 'Expired' } as const;

/** Null for ever: that is what a duration becomes that is none. */
function lifeIn(post: ReadonlyMap<string, string>, errors: string[]): number | null {
  const unit = post.get('expire_type') ?? '';
  if (unit === '') return null;
  const duration = post.get('expire_duration') ?? '';
  if (!/^\d+$/.test(duration) || Number(duration) === 0) {
    errors.push('Invalid expire duration');
    return null;
  }
  const seconds = { minutes: 60, hours: 3600, days: 86_400 }[unit];
  if (seconds === undefined) {
    errors.push('Invalid expire duration unit');
    return null;
  }
  return Number(duration) * seconds;
}

function permissionsIn(keys: readonly string[]): Restrictions | null {
  const found: Restrictions = {};
  const short = (action: string) => ABBREVIATIONS[action] ?? action;
  const decode = (name: string) => decodeURIComponent(name.replaceAll('+', ' ').replaceAll('~', '%'));
  for (const key of keys) {
    const bits = key.split(':');
    const [kind, first = '', second = '', third = ''] = bits;
    if (kind === 'all' && bits.length === 2) (found.a ??= []).push(short(first));
    else if (kind === 'database' && bits.length === 3) ((found.d ??= {})[decode(first)] ??= []).push(short(second));
    else if (kind === 'resource' && bits.length === 4) {
      const inDatabase = ((found.r ??= {})[decode(first)] ??= {});
      (inDatabase[decode(second)] ??= []).push(short(third));
    }
  }
  return Object.keys(found).length === 0 ? null : found;
}

function permissionsText({ a, d = {}, r = {} }: Restrictions): string {
  const list = (actions: readonly string[]) => actions.map((action) => `- ${FULL[action] ?? action}`);
  return [
    ...(a === undefined ? [] : ['All databases:', ...list(a)]),
    ...Object.entries(d).flatMap(([database, actions]) => [`Database: ${database}`, ...list(actions)]),
    ...Object.entries(r).flatMap(([database, tables]) =>
      Object.entries(tables).flatMap(([table, actions]) => [`Table: ${database}/${table}`, ...list(actions)]),
    ),
  ].join('\n');
}

/** @param delta seconds from now; empty for now */
function ago(delta: number): string {
  const distance = Math.abs(delta);
  const counts = [
    [Math.floor(distance / 86_400), 'day'],
    [Math.floor(distance / 3600) % 24, 'hour'],
    [Math.floor(distance / 60) % 60, 'min'],
    [Math.floor(distance / 3600) % 24 === 0 ? distance % 60 : 0, 'sec'],
  ] as const;
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  if (parts.length === 0) return '';
  return delta >= 0 ? `In ${parts.join(' ')}` : `${parts.join(' ')} ago`;
}

/** MarkupSafe's. */
function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    "'": '&#39;',
    '"': '&#34;',
  };
  return text.replace(/[&<>'"]/g, (character) => entities[character] ?? character);
}

const form = `
<form class="core" action="/-/api/tokens/create" method="post">
  <input type="text" name="description" placeholder="Optional token description" style="width: 40%">
</form>
`;

function page(title: string, content: string, status = 200): FakeAnswer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      vary: 'Cookie, Authorization',
    },
    body: `<!DOCTYPE html>
<html lang="en">
<head>
    <title>${title}</title>
</head>
<body>
<h1>${title}</h1>

${content}
</body>
</html>`,
  };
}

/** Of a page that is not there: HTML, whatever is asked for. */
function errorPage(status: number, message: string): FakeAnswer {
  return page(
    `Error ${status}`,
    `<div style="padding: 1em; margin: 1em 0; border: 3px solid red;">${message}</div>`,
    status,
  );
}
