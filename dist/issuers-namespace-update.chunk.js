"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/namespace/update.ts
/***/ 155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  updates: () => (/* binding */ updates)
});
var _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2247);
var _lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7069);
var _lease_marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2790);
var _lease_notice_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7440);
var _lease_token_update_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4341);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8746);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1822);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1560);
var _api_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9643);









const TOLERANCE = _request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__/* .MINUTE */ .pY * 1000;
const updates = {
	changing: ['expires_in', 'expires_at', 'time_zone'],
	changeable: 'the end, and only to a later one',
	clearable: [],
	statuses: [],
	expiry: { kind: 'second', longest: _request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__/* .YEAR */ .UX },
	understand: (change) => (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .valid */ .rZ)({
		open({ access, context }, ports) {
			const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_5__/* .openApi */ .Nd)(access, (0,_api_js__WEBPACK_IMPORTED_MODULE_5__/* .readContext */ .yI)(context ?? {}), ports);
			return {
				plan: (token, now) => planOf(token, now, change, api, ports),
				compare,
				printGrants: ({ grants }) => JSON.stringify(grants ?? null),
			};
		},
	}),
};
function planOf(token, now, { lifetime }, api, { clock }) {
	const unchanged = { wanted: token, steps: [], moves: [], notices: [] };
	if (lifetime === undefined)
		return unchanged;
	const { id, expiresAt: end, description = '' } = token;
	if (typeof end !== 'number') {
		throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .L(`the end of ${id} is ${(0,_lease_token_update_js__WEBPACK_IMPORTED_MODULE_3__/* .showEnd */ .vn)(end)}, and Namespace only moves one that is told to later`);
	}
	const ahead = now - clock.now();
	if (end <= now) {
		throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .L(`${id} ended at ${(0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__/* .formatInstant */ .r4)(end)}, and Namespace brings no token back; mint another one`);
	}
	const wantedEnd = (0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__/* .endOf */ .pJ)(lifetime, now);
	if (wantedEnd <= end && wantedEnd + TOLERANCE >= end)
		return unchanged;
	if (wantedEnd < end) {
		throw new _lease_issuer_js__WEBPACK_IMPORTED_MODULE_0__/* .Refused */ .L(`${id} ends at ${(0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__/* .formatInstant */ .r4)(end)}, and Namespace only moves an end to later, not to ${(0,_request_lifetime_js__WEBPACK_IMPORTED_MODULE_4__/* .formatInstant */ .r4)(wantedEnd)}; revoke the token, and mint another one`);
	}
	return {
		wanted: { ...token, expiresAt: wantedEnd },
		steps: [{ what: 'end', send: () => refresh(id, () => Math.ceil((wantedEnd - clock.now() - ahead) / 1000), api) }],
		moves: [],
		notices: (0,_lease_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .readDescription */ .XF)(description).kind === 'foreign'
			? []
			: [(0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_7__/* .notice */ .l)('The marker in the description keeps the old end: Namespace changes no descriptions.')],
	};
}
async function refresh(tokenId, seconds, api) {
	const answer = await api.call('RefreshRevokableToken', () => ({ tokenId, minimumDuration: `${seconds()}s` }));
	if (answer.status !== 200 || (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_8__/* .fieldsOf */ .P)(answer.json) === undefined)
		throw (0,_api_js__WEBPACK_IMPORTED_MODULE_5__/* .errorOf */ .Mz)(answer, 'refresh', api);
}
function compare(wanted, found) {
	return [
		...((0,_lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameValue */ .am)(wanted.grants, found.grants)
			? []
			: [{ what: 'grants', asked: 'those from before', granted: 'others', wider: true }]),
		...(0,_lease_token_update_js__WEBPACK_IMPORTED_MODULE_3__/* .differencesOfEnd */ .ht)(wanted.expiresAt, found.expiresAt, TOLERANCE),
	];
}


/***/ }),

};
