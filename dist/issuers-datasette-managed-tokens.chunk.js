"use strict";
exports.ids = [];
exports.modules = {

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
