"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/solarnetwork/issued-tokens.ts
/***/ 9462:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  openIssuedTokens: () => (/* binding */ openIssuedTokens)
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2247);
var _lease_notice_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7440);
var _lease_ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1102);
var _lease_turn_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7275);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1560);
var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5989);
var _compare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8767);
var _token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4877);
var _tokens_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(324);










const MOST_IDS = 50;
function openIssuedTokens(access, ports) {
	const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .openTokenApi */ .oW)(access, ports);
	const turn = (0,_lease_turn_js__WEBPACK_IMPORTED_MODULE_7__/* .createTurn */ .C)(ports.deadline, () => new Error('the time for everything ended while the list of tokens was looked through'));
	return {
		async *list() {
			const { tokens } = await (0,_tokens_js__WEBPACK_IMPORTED_MODULE_6__/* .listTokens */ .dh)(api);
			const why = whyHidden(tokens, api);
			if (why !== undefined)
				ports.notify((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_8__/* .warning */ .$)(`The list may lack tokens: ${why}.`));
			for (const token of tokens) {
				yield listedOf(token, api);
				await turn();
			}
		},
		async read(ids) {
			const read = [];
			for (let start = 0; start < ids.length; start += MOST_IDS) {
				read.push(...(await readTokens(ids.slice(start, start + MOST_IDS), api)));
			}
			return read;
		},
		revoke: (id) => (0,_tokens_js__WEBPACK_IMPORTED_MODULE_6__/* .revokeToken */ .w$)(api, id),
		byHand: (id) => (0,_tokens_js__WEBPACK_IMPORTED_MODULE_6__/* .byHand */ .XL)(api.endpoint, { id }),
		serverAhead: api.serverAhead,
	};
}
async function readTokens(ids, api) {
	try {
		const { tokens } = ids.some((id) => id.includes(','))
			? await (0,_tokens_js__WEBPACK_IMPORTED_MODULE_6__/* .listTokens */ .dh)(api)
			: { tokens: await findTokens(ids, api) };
		const why = whyHidden(tokens, api);
		const missing = why === undefined ? { kind: 'absent' } : { kind: 'unreadable', error: new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__/* .Refused */ .L(why) };
		const byId = new Map(tokens.map((token) => [token.id, token]));
		return ids.map((id) => {
			const token = byId.get(id);
			return token === undefined ? missing : { kind: 'read', token: listedOf(token, api) };
		});
	}
	catch (error) {
		if (error instanceof _lease_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .Stopped */ .C9)
			throw error;
		return ids.map(() => ({ kind: 'unreadable', error }));
	}
}
async function findTokens(ids, api) {
	const parameters = [
		['identifiers', [...new Set([...ids, api.signingToken.id])].join(',')],
		['tokenTypes', 'ReadNodeData,User'],
		['unique', (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()],
	];
	const answer = await api.send({ method: 'GET', path: '/find', parameters, repeat: 'safe' });
	const tokens = (0,_token_js__WEBPACK_IMPORTED_MODULE_5__/* .readTokensIn */ .iC)((0,_json_fields_js__WEBPACK_IMPORTED_MODULE_9__/* .fieldsOf */ .P)((0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .successOf */ .Bu)(answer)?.data)?.['results']);
	if (tokens !== undefined)
		return tokens;
	if ((0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .successOf */ .Bu)(answer) !== undefined)
		throw new Error(`${answer.what}, but not with a list of tokens`);
	throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_1__/* .Refused */ .L((0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .explain */ .WE)(answer, api));
}
function whyHidden(tokens, { signingToken }) {
	const own = tokens.filter(({ id }) => id === signingToken.id);
	if (own.length === 0)
		return `the server shows the credential ${signingToken.id} not even itself`;
	const restricted = own.some(({ policy }) => (0,_compare_js__WEBPACK_IMPORTED_MODULE_4__/* .restrictingMembers */ .OZ)(policy).length > 0);
	return restricted
		? `a policy restricts the credential ${signingToken.id}, and to such a one the server shows itself and no other`
		: undefined;
}
function listedOf(token, { signingToken }) {
	const { id, type, status, name, description, created, policy } = token;
	return {
		id,
		type: type === 'User' || type === 'ReadNodeData' ? `solarnetwork/${type}` : 'solarnetwork',
		name,
		description,
		status: typeof status === 'string' ? status : undefined,
		createdAt: created,
		expiresAt: (0,_token_js__WEBPACK_IMPORTED_MODULE_5__/* .endOfPolicy */ .vJ)(policy) ?? 'never',
		grants: grantsOf(policy),
		managesTokens: type !== 'ReadNodeData' && (0,_compare_js__WEBPACK_IMPORTED_MODULE_4__/* .restrictingMembers */ .OZ)(policy).length === 0,
		isCredential: id === signingToken.id,
	};
}
function grantsOf(policy) {
	const members = Object.entries(policy).filter(([name, value]) => name !== 'notAfter' && isSimple(value));
	return Object.fromEntries(members);
}
function isSimple(value) {
	return Array.isArray(value) ? value.every((item) => typeof item !== 'object') : typeof value !== 'object';
}


/***/ }),

};
