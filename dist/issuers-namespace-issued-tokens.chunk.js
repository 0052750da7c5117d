"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/namespace/issued-tokens.ts
/***/ 6042:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  openIssuedTokens: () => (/* binding */ openIssuedTokens)
});
var _lease_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1102);
var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9643);
var _permissions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6924);
var _protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2332);
var _token_list_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1878);
var _token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8129);
var _tokens_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4176);







function openIssuedTokens(access, context, ports) {
	const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_1__/* .openApi */ .Nd)(access, context, ports);
	const isCredential = context.credential === 'bearer' ? undefined : false;
	async function* list() {
		for await (const token of (0,_token_list_js__WEBPACK_IMPORTED_MODULE_2__/* .listTokens */ .d)(api))
			if (!(0,_tokens_js__WEBPACK_IMPORTED_MODULE_4__.isRevoked)(token))
				yield tokenIn(token, isCredential);
	}
	return {
		list,
		async read(ids) {
			const wanted = new Set(ids);
			const found = new Map();
			let missing = { kind: 'absent' };
			try {
				for await (const token of list()) {
					if (wanted.delete(token.id))
						found.set(token.id, { kind: 'read', token });
					if (wanted.size === 0)
						break;
				}
			}
			catch (error) {
				if (error instanceof _lease_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .Stopped */ .C9)
					throw error;
				missing = { kind: 'unreadable', error };
			}
			return ids.map((id) => found.get(id) ?? missing);
		},
		revoke: (id) => (0,_tokens_js__WEBPACK_IMPORTED_MODULE_4__.revokeToken)(api, id),
		byHand: (id) => (0,_tokens_js__WEBPACK_IMPORTED_MODULE_4__.byHand)({ id }, access.endpoint),
		serverAhead: api.serverAhead,
	};
}
function tokenIn(fields, isCredential) {
	const permissions = permissionsIn(fields);
	const scope = (0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .readScope */ .hx)(fields);
	return {
		id: (0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .idOf */ .TH)(fields),
		type: scope === 'TENANT_MEMBERSHIP_SCOPE' ? 'namespace/user' : 'namespace',
		name: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, 'name') || undefined,
		description: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, 'description') || undefined,
		status: statusIn(fields),
		createdAt: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .instantOf */ .B9)(fields, 'createdAt'),
		expiresAt: (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .instantOf */ .B9)(fields, 'expiresAt') ?? 'never',
		grants: permissions === undefined ? undefined : (0,_permissions_js__WEBPACK_IMPORTED_MODULE_6__/* .grantsOf */ .Rr)(permissions),
		managesTokens: permissions?.some(managesTokens) ?? true,
		isCredential,
	};
}
const STATES = [undefined, 'ACTIVE', 'REVOKED', 'EXPIRED'];
function statusIn(fields) {
	const state = (0,_protobuf_json_js__WEBPACK_IMPORTED_MODULE_5__/* .memberOf */ .C5)(fields, 'state');
	const name = typeof state === 'number' ? STATES[state] : state;
	return typeof name === 'string' && STATES.includes(name) ? name : undefined;
}
function permissionsIn(fields) {
	try {
		return (0,_token_js__WEBPACK_IMPORTED_MODULE_3__/* .readPermissions */ .zi)(fields);
	}
	catch {
		return undefined;
	}
}
function managesTokens({ resourceType, actions }) {
	return resourceType === 'token/revokable' && actions.some((action) => MANAGING.has(action));
}
const MANAGING = new Set([_permissions_js__WEBPACK_IMPORTED_MODULE_6__/* .ALL */ .y2, 'create', 'revoke', 'refresh']);


/***/ }),

};
