"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/influxdb/issued-tokens.ts
/***/ 1025:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  openIssuedTokens: () => (/* binding */ openIssuedTokens)
});
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2247);
var _lease_notice_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7440);
var _lease_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1102);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1560);
var _read_instant_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6118);
var _api_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7871);
var _compare_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3280);
var _owner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3444);
var _permissions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9851);
var _tokens_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6893);










const AT_ONCE = 4;
async function openIssuedTokens(access, named, ports) {
	const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_2__/* .openApi */ .Nd)(access, ports);
	const owner = await (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .requireOwner */ .hd)(named, api);
	const secret = access.authentication.kind === 'secret' ? access.authentication.secret : undefined;
	const { revoke, byHand } = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_6__.tokensOf)(owner, api);
	return {
		list: () => listTokens(owner, secret, api, ports),
		async read(ids) {
			const read = [];
			for (let start = 0; start < ids.length; start += AT_ONCE) {
				const some = ids.slice(start, start + AT_ONCE);
				read.push(...(await Promise.all(some.map((id) => readToken(id, owner, secret, api)))));
			}
			return read;
		},
		revoke,
		byHand: (id) => byHand({ id }),
		serverAhead: api.serverAhead,
	};
}
async function* listTokens(owner, secret, api, ports) {
	const answer = await api.get(`/api/v2/authorizations?orgID=${owner.orgID}`, _tokens_js__WEBPACK_IMPORTED_MODULE_6__.LARGEST_LIST);
	const items = (0,_api_js__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)(answer, 'authorizations');
	const why = await (0,_tokens_js__WEBPACK_IMPORTED_MODULE_6__.whyIncomplete)(items.map(_tokens_js__WEBPACK_IMPORTED_MODULE_6__.listedOf), owner, await (0,_api_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseInactive */ ._o)(api), api);
	if (why !== undefined)
		ports.notify((0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_7__/* .warning */ .$)(`The list may lack tokens: ${why}.`));
	for (const item of items) {
		if (item['orgID'] !== owner.orgID || (owner.userID !== undefined && item['userID'] !== owner.userID))
			continue;
		const token = tokenIn(item, secret);
		if (token === undefined)
			throw new Error(`${answer.what}, with something in its list that has no id`);
		yield token;
	}
}
async function readToken(id, owner, secret, api) {
	if (!(0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .isId */ .eQ)(id))
		return { kind: 'unreadable', error: new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .L(`${JSON.stringify(id)} is no id of InfluxDB`) };
	try {
		const answer = await api.get(`/api/v2/authorizations/${id}`);
		const fields = answer.status === 200 ? (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_8__/* .fieldsOf */ .P)(answer.json) : undefined;
		if (fields?.['id'] === id) {
			const reason = whyElsewhere(fields, owner);
			const token = tokenIn(fields, secret);
			if (reason !== undefined)
				return { kind: 'elsewhere', reason };
			if (token !== undefined)
				return { kind: 'read', token };
		}
		const error = (0,_api_js__WEBPACK_IMPORTED_MODULE_2__/* .serverErrorOf */ .jP)(answer);
		if (answer.status === 404 && error?.message === 'authorization not found')
			return { kind: 'absent' };
		return { kind: 'unreadable', error: (0,_api_js__WEBPACK_IMPORTED_MODULE_2__/* .errorOf */ .Mz)(answer) };
	}
	catch (error) {
		if (error instanceof _lease_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .Stopped */ .C9)
			throw error;
		return { kind: 'unreadable', error };
	}
}
function whyElsewhere(fields, { orgID, userID }) {
	if (fields['orgID'] !== orgID)
		return 'it belongs to another organisation than the one that is named';
	if (userID !== undefined && fields['userID'] !== userID)
		return 'it belongs to another user than the one that is named';
	return undefined;
}
function tokenIn(fields, secret) {
	const { id, description, status, createdAt, token } = fields;
	if (!(0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .isId */ .eQ)(id))
		return undefined;
	const permissions = (0,_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .readAnswered */ .C)(fields['permissions']);
	return {
		id,
		type: 'influxdb',
		name: undefined,
		description: typeof description === 'string' ? description : undefined,
		status: typeof status === 'string' ? status : undefined,
		createdAt: (0,_read_instant_js__WEBPACK_IMPORTED_MODULE_9__/* .readInstant */ .W)(createdAt),
		expiresAt: undefined,
		grants: permissions === undefined ? undefined : (0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .grantsOf */ .Rr)(permissions),
		managesTokens: permissions?.some(({ action, type }) => action === 'write' && (type === 'authorizations' || type === 'instance')) ?? true,
		isCredential: typeof token !== 'string' || token === '' || token === 'redacted' || secret === undefined
			? undefined
			: token === secret,
	};
}


/***/ }),

};
