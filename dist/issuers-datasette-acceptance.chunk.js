"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/datasette/acceptance.ts
/***/ 1337:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ tryToken),
  openTrial: () => (/* binding */ openTrial)
});
var _http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8660);
var _http_server_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2349);
var _http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2946);
var _request_json_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8959);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4278);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1560);
var _restrictions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(517);
var _grants_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1726);








const LARGEST_ANSWER = 1_000_000;
const UNRECOGNISED = {
	dstok: 'it is older than Datasette 1.0a36 and the secret is another one, it is a 0.x release, which knows no signed tokens, or something on the way removed the Authorization header',
	dsatok: 'something on the way removed the Authorization header, or another server answered than the one that made the token, with another database',
};
function openTrial(endpoint, ports) {
	const client = (0,_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createClient */ .U)({ endpoint, ports });
	return {
		serverAhead: client.serverAhead,
		tryToken: (token, expected) => tryToken(client, endpoint, token, expected),
	};
}
async function tryToken(client, endpoint, token, expected) {
	const answer = await client.send({
		method: 'GET',
		path: '/-/actor.json',
		headers: () => ({ authorization: `Bearer ${token}`, accept: 'application/json' }),
		largestAnswer: LARGEST_ANSWER,
		repeat: 'safe',
	});
	const body = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .fieldsOf */ .P)(answer.json);
	if (answer.status !== 200 || body === undefined || !('actor' in body))
		throw refusal(answer, token, endpoint);
	const actor = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .fieldsOf */ .P)(body['actor']);
	if (actor === undefined) {
		throw new Error(`${answer.what}, but the server did not recognise the token (its actor is null): ${UNRECOGNISED[expected.kind]}`);
	}
	const show = (value) => quoteWithout(token, value);
	const differences = [];
	if (actor['token'] !== expected.kind) {
		differences.push({ what: 'kind of token', asked: (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(expected.kind), granted: show(actor['token']) });
	}
	if (actor['id'] !== expected.actor) {
		differences.push({ what: 'actor', asked: (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(expected.actor), granted: show(actor['id']) });
	}
	differences.push(...compareRestrictions(expected.restrictions, answer.text.replaceAll(token, '***')));
	return {
		expiresAt: instantOf(actor['token_expires']),
		differences,
		...('token_id' in actor ? { tokenId: actor['token_id'] } : {}),
	};
}
function instantOf(seconds) {
	if (typeof seconds !== 'number' || Number.isNaN(new Date(seconds * 1000).getTime()))
		return undefined;
	return seconds * 1000;
}
function quoteWithout(token, value) {
	return (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .showJson */ .qN)(typeof value === 'string' ? value.replaceAll(token, '***') : value);
}
function refusal(answer, token, endpoint) {
	const said = (0,_http_server_words_js__WEBPACK_IMPORTED_MODULE_7__/* .serverWords */ .l)({ ...answer, text: '' }, (json) => {
		const words = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .fieldsOf */ .P)(json)?.['error'];
		return typeof words === 'string' ? words.replaceAll(token, '***') : undefined;
	});
	const unavailable = (0,_http_unavailable_js__WEBPACK_IMPORTED_MODULE_1__/* .unavailability */ .Z)(answer);
	if (unavailable !== undefined) {
		return new Error(`the token could not be tried: ${answer.what}${said === undefined ? '' : `: ${said}`}. ${unavailable}`);
	}
	if (said === undefined) {
		const advice = adviceOnPath(answer, endpoint) ?? 'check url';
		return new Error(`the server did not accept the token: ${answer.what}, but not as Datasette does; ${advice}`);
	}
	const cause = CAUSES.find(([pattern]) => pattern.test(said))?.[1] ?? adviceOnPath(answer, endpoint);
	return new Error(`the server did not accept the token: ${answer.what}: ${said}${cause === undefined ? '' : `. ${cause}`}`);
}
function adviceOnPath({ status }, endpoint) {
	const { origin, pathname } = new URL(endpoint);
	if (pathname === '/' || status === 401)
		return undefined;
	return `expected in url the part before the database, with the server's base_url where it has one: ${origin} unless ${pathname} is that`;
}
const CAUSES = [
	[/signature/i, 'The secret is not that of this server'],
	[
		/expired/i,
		"The clocks of this machine and of the server differ, or the server's max_signed_tokens_ttl is shorter than the time since the token was made",
	],
	[/not enabled/i, 'The server was started with the setting allow_signed_tokens off'],
];
function compareRestrictions(asked, text) {
	const wanted = asked === undefined ? undefined : (0,_restrictions_js__WEBPACK_IMPORTED_MODULE_3__/* .singleRights */ .y$)(asked);
	const granted = grantedRights(text);
	if (granted === 'unreadable') {
		return [{ what: 'restrictions', asked: showRights(wanted), granted: 'something unreadable' }];
	}
	const same = wanted === undefined || granted === undefined
		? wanted === granted
		: wanted.size === granted.size && [...wanted].every((right) => granted.has(right));
	return same
		? []
		: [{ what: 'restrictions', asked: showRights(wanted, granted), granted: showRights(granted, wanted) }];
}
function grantedRights(text) {
	try {
		const node = memberOf(memberOf((0,_request_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .readJsonValues */ .Bq)(text)[0], 'actor'), '_r');
		if (node === undefined)
			return undefined;
		const read = (0,_grants_js__WEBPACK_IMPORTED_MODULE_4__/* .readGrants */ .o)({ form: 'json', values: [node] });
		return read.ok && read.value.restrictions !== undefined ? (0,_restrictions_js__WEBPACK_IMPORTED_MODULE_3__/* .singleRights */ .y$)(read.value.restrictions) : 'unreadable';
	}
	catch (error) {
		if (error instanceof _request_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .JsonSyntaxError */ .q3)
			return 'unreadable';
		throw error;
	}
}
const MOST_SHOWN = 1000;
function showRights(rights, others) {
	if (rights === undefined)
		return 'no restrictions';
	const inBoth = (right) => Number(others?.has(right) === true);
	const text = [...rights].toSorted((a, b) => inBoth(a) - inBoth(b)).join(' · ');
	return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}… (${rights.size} in all)` : text;
}
function memberOf(node, key) {
	return node?.kind === 'object' ? (0,_request_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(node, key)?.value : undefined;
}


/***/ }),

};
