"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/datasette-managed/api.ts
/***/ 1796:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  $x: () => (/* binding */ actorIn),
  M0: () => (/* binding */ saysNotFound),
  Mz: () => (/* binding */ errorOf),
  Nd: () => (/* binding */ openApi),
  W1: () => (/* binding */ ACTOR),
  XM: () => (/* binding */ pathOf),
  b8: () => (/* binding */ askActor),
  c3: () => (/* binding */ refusalIn),
  lY: () => (/* binding */ CREATE),
  rl: () => (/* binding */ LIST)
});
var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8660);
var _http_server_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2349);
var _http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2946);
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2247);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1560);





function openApi({ endpoint, authentication }, ports) {
	if (endpoint === undefined || authentication.kind !== 'secret') {
		throw new Error('Datasette is reached by a URL and a token, and one of them is missing');
	}
	const { secret } = authentication;
	const client = (0,_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .U)({ endpoint, ports });
	const headersOf = (bearer) => ({
		accept: 'application/json',
		...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
	});
	const send = (path, form, bearer, repeat) => client.send({
		method: 'POST',
		path,
		headers: () => ({ ...headersOf(bearer), 'content-type': 'application/x-www-form-urlencoded' }),
		body: form.toString(),
		repeat,
	});
	return {
		endpoint,
		credential: secret,
		client,
		get: (path, bearer) => client.send({ method: 'GET', path, headers: () => headersOf(bearer), repeat: 'safe' }),
		post: (path, form, bearer) => send(path, form, bearer, 'safe'),
		mint: (path, form) => send(path, form, secret, 'mints'),
	};
}
const ACTOR = '/-/actor.json';
const LIST = '/-/api/tokens';
const CREATE = `${LIST}/create`;
const pathOf = (id) => `${LIST}/${id}`;
async function askActor(api, bearer) {
	return actorIn(await api.get(ACTOR, bearer), api);
}
function actorIn(answer, api) {
	const body = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(answer.json);
	const actor = body?.['actor'];
	if (answer.status === 200 && (actor === null || (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(actor) !== undefined))
		return (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(actor) ?? null;
	throw errorOf(answer, api);
}
function refusalIn({ status, json }) {
	const { ok, error } = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(json) ?? {};
	return status >= 400 && ok === false && typeof error === 'string' ? error : undefined;
}
function saysNotFound({ status, text }) {
	return status === 404 && text.includes('>Token not found<');
}
function errorOf(answer, { endpoint }) {
	const { status } = answer;
	const words = (0,_http_server_words_js__WEBPACK_IMPORTED_MODULE_4__/* .serverWords */ .l)({ ...answer, text: '' }, (json) => (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .P)(json)?.['error']);
	const said = words === undefined ? answer.what : `${answer.what}: ${JSON.stringify(words)}`;
	const unavailable = (0,_http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__/* .unavailability */ .Z)(answer);
	if (unavailable !== undefined)
		return new Error(`${said}. ${unavailable}`);
	if (refusalIn(answer) === undefined) {
		const advice = status === 404
			? `There is no such page: either the plugin datasette-auth-tokens is not installed there, or its setting manage_tokens is not true, or the URL is not that of the server: ${endpoint}`
			: `That is not what the plugin datasette-auth-tokens answers here. Check the URL, and any proxy on the way`;
		return new Error(`${said}. ${advice}`);
	}
	const advice = adviceOn(status, words ?? '');
	return new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_2__/* .Refused */ .L(advice === undefined ? said : `${said}. ${advice}`);
}
function adviceOn(status, words) {
	if (status === 401) {
		return 'The server does not accept the credential: it has expired, or was made with the secret of another server';
	}
	if (words.includes('permission to create a token')) {
		return 'The actor of the credential needs the permission auth-tokens-create, and the credential must not be restricted to less';
	}
	if (/permission to (?:manage|revoke) this token/.test(words)) {
		return 'Only a token of the same actor may do that, or one that may revoke all tokens';
	}
	return undefined;
}


/***/ }),

// ./src/issuers/datasette-managed/pages.ts
/***/ 6407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  LD: () => (/* binding */ readList),
  dS: () => (/* binding */ readTokenPage),
  gF: () => (/* binding */ tokensIn),
  jC: () => (/* binding */ readMintedPage)
});
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8746);

function readList(page) {
	if (!page.includes('<h1>API tokens</h1>'))
		throw new Error('it is no list of tokens');
	return {
		rows: page
			.split(/<tr class="token-/)
			.slice(1)
			.map(readRow),
		next: /<a href="\?next=(\d+)">/.exec(page)?.[1],
		mayCreate: page.includes('<a href="tokens/create">'),
	};
}
const FIRST_CELL = /^[A-Z]">\s*<td><a href="tokens\/([1-9]\d{0,15})">\d+&nbsp;-&nbsp;([^<]*)<\/a>(?:<br><span class="detail">([^<]*)<\/span>)?<\/td>/;
function readRow(text) {
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
function readAge(text) {
	if (text === '')
		return 0;
	const parts = AGE.exec(text)
		?.slice(1)
		.map((part) => Number(part ?? 0));
	const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts ?? [];
	return parts === undefined ? undefined : days * _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_ + hours * _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp + minutes * _request_lifetime_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY + seconds;
}
function readTokenPage(page) {
	const id = /<h1>API token: ([1-9]\d{0,15})<\/h1>/.exec(page)?.[1];
	const cell = (title) => {
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
function readMintedPage(page) {
	const tokens = [...page.matchAll(/<input type="text" class="copyable"[^>]* value="([^"]*)"/g)];
	const details = [...page.matchAll(/<pre>(\{[^<]*\})<\/pre>/g)];
	const [token, details0] = [tokens[0]?.[1], details[0]?.[1]];
	if (token === undefined || details0 === undefined || tokens.length > 1 || details.length > 1) {
		throw new Error('the page holds no new token, or more than one');
	}
	return { token, details: unescapeHtml(details0) };
}
function tokensIn(page) {
	return [...new Set(page.match(/\bdsatok_[\w.~-]+/g) ?? [])];
}
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function unescapeHtml(text) {
	return text.replace(/&(?:#(\d{1,6})|(\w+));/g, (entity, code, name) => code === undefined ? (NAMED[name ?? ''] ?? entity) : String.fromCodePoint(Number(code)));
}


/***/ }),

// ./src/issuers/datasette-managed/token.ts
/***/ 8861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ idIn),
  b: () => (/* binding */ isTokenId)
});
var _lease_usable_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(601);

const PREFIX = 'dsatok_';
function idIn(token) {
	if (!token.startsWith(PREFIX) || !(0,_lease_usable_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .isUsableSecret */ .rP)(token))
		return undefined;
	const [body = ''] = token.slice(PREFIX.length).split('.');
	const id = Buffer.from(body, 'base64url').toString('latin1');
	return isTokenId(id) ? id : undefined;
}
function isTokenId(id) {
	return /^[1-9]\d{0,15}$/.test(id) && Number.isSafeInteger(Number(id));
}


/***/ }),

// ./src/issuers/datasette-managed/tokens.ts
/***/ 9204:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  ACTIVE: () => (/* binding */ ACTIVE),
  getToken: () => (/* binding */ getToken),
  listPages: () => (/* binding */ listPages),
  openTokens: () => (/* binding */ openTokens)
});
var _lease_attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2879);
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2247);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8746);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4278);
var _shell_word_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4051);
var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1796);
var _pages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6407);
var _token_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8861);








function openTokens(access, _context, ports) {
	const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .openApi */ .Nd)(access, ports);
	return {
		find: (attempt) => findTokens(api, attempt, ports),
		revoke: (id, leased) => revokeToken(api, id, leased),
		byHand: (token) => byHand(api.endpoint, token),
	};
}
const ACTIVE = 'Active';
const CLOCK_MARGIN = _request_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .HOUR */ .dp;
async function findTokens(api, attempt, { clock }) {
	const ids = [];
	const oldest = (clock.now() - attempt.startedAt) / 1000 + CLOCK_MARGIN;
	let complete = true;
	for await (const { rows, mayCreate } of listPages(api)) {
		complete &&= mayCreate;
		ids.push(...rows.filter((row) => row.status === ACTIVE && (0,_lease_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .isDescribedBy */ .jN)(row.description, attempt)).map(idOf));
		if (rows.some(({ age }) => age !== undefined && age > oldest))
			break;
	}
	return { kind: 'found', ids, complete };
}
const idOf = ({ id }) => id;
async function* listPages(api) {
	let last = Infinity;
	for (let next = ''; next !== undefined;) {
		const answer = await api.get(next === '' ? _api_js__WEBPACK_IMPORTED_MODULE_3__/* .LIST */ .rl : `${_api_js__WEBPACK_IMPORTED_MODULE_3__/* .LIST */ .rl}?next=${next}`, api.credential);
		if (answer.status !== 200)
			throw (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .errorOf */ .Mz)(answer, api);
		const page = readPage(answer.what, () => (0,_pages_js__WEBPACK_IMPORTED_MODULE_4__/* .readList */ .LD)(answer.text));
		for (const { id } of page.rows) {
			if (Number(id) >= last)
				throw new Error(`${answer.what}, with a list of tokens that is not in order`);
			last = Number(id);
		}
		yield page;
		if (page.next !== undefined && Number(page.next) >= last) {
			throw new Error(`${answer.what}, with a page after it that was read before: the list has no end`);
		}
		next = page.next;
	}
}
function readPage(what, read) {
	try {
		return read();
	}
	catch (error) {
		throw new Error(`${what}, but ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error)}`, { cause: error });
	}
}
async function getToken(api, id, bearer) {
	if (!(0,_token_js__WEBPACK_IMPORTED_MODULE_6__/* .isTokenId */ .b)(id))
		throw new Error(`${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(id)} is no id of a token`);
	const answer = await api.get((0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(id), bearer);
	if ((0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .saysNotFound */ .M0)(answer))
		return undefined;
	if (answer.status !== 200)
		throw (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .errorOf */ .Mz)(answer, api);
	const token = readPage(answer.what, () => (0,_pages_js__WEBPACK_IMPORTED_MODULE_4__/* .readTokenPage */ .dS)(answer.text));
	if (token.id !== id)
		throw new Error(`${answer.what}, but with the token ${token.id}`);
	return token;
}
async function revokeToken(api, id, leased) {
	const secret = leased?.secret !== undefined && (0,_token_js__WEBPACK_IMPORTED_MODULE_6__/* .idIn */ .D)(leased.secret) === id ? leased.secret : undefined;
	const bearer = secret ?? api.credential;
	let token;
	try {
		token = await getToken(api, id, bearer);
	}
	catch (error) {
		if (secret !== undefined && error instanceof _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__/* .Refused */ .L && (await isNobodys(api, secret)))
			return 'already-gone';
		throw error;
	}
	if (token?.status !== ACTIVE)
		return 'already-gone';
	if (leased !== undefined)
		refuseForeign(token, leased);
	const answer = await api.post((0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(id), new URLSearchParams({ revoke: '1' }), bearer);
	if (answer.status !== 302)
		throw (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .errorOf */ .Mz)(answer, api);
	const revoked = secret === undefined ? (await getToken(api, id, bearer))?.status !== ACTIVE : await isNobodys(api, secret);
	if (!revoked)
		throw new Error(`${answer.what}, but the token still works`);
	return 'revoked';
}
function refuseForeign({ id, description }, { attempt, delivered }) {
	if ((0,_lease_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .isDescribedBy */ .jN)(description, attempt) || (description === '' && !delivered))
		return;
	throw new Error(`the token ${id} does not bear the marker of this lease, so it was not touched: the row of the one that was minted must have been deleted, and its id given to another token, which whoever holds the first can use too`);
}
async function isNobodys(api, token) {
	const answer = await api.get(_api_js__WEBPACK_IMPORTED_MODULE_3__/* .ACTOR */ .W1, token);
	if (answer.status === 401 && (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .refusalIn */ .c3)(answer) !== undefined)
		return true;
	const actor = (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .actorIn */ .$x)(answer, api);
	if (actor === null)
		return true;
	const anybody = await (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .askActor */ .b8)(api, undefined);
	return JSON.stringify(actor) === JSON.stringify(anybody);
}
function byHand(endpoint, token) {
	const header = '-H "Authorization: Bearer $DATASETTE_TOKEN"';
	const revocation = (id) => `curl --fail-with-body ${header} -d revoke=1 ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)(`${endpoint}${(0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .pathOf */ .XM)(id)}`)}`;
	if ('id' in token)
		return `${revocation(token.id)}  # with DATASETTE_TOKEN set to any token of the same actor`;
	const { leaseId } = token.attempt;
	const search = `curl --fail-with-body -sS ${header} ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)(`${endpoint}${_api_js__WEBPACK_IMPORTED_MODULE_3__/* .LIST */ .rl}`)} | grep ${leaseId} | grep -o 'tokens/[0-9]*'`;
	return `with DATASETTE_TOKEN set to a token of the same actor, (1) find its id, on the first page of the list or on a later one (?next=ID, as the page says): ${search} (2) revoke it, with that id in the place of ID: ${revocation('ID')}`;
}


/***/ }),

};
