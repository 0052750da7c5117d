"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/influxdb/update.ts
/***/ 2738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  updates: () => (/* binding */ updates)
});
var _http_answered_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5653);
var _lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7069);
var _lease_notice_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7440);
var _lease_token_update_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4341);
var _request_problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4278);
var _json_fields_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1560);
var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7871);
var _compare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3280);
var _permissions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9851);










const updates = {
	changing: ['description', 'clear', 'status'],
	changeable: 'the status and the description; it knows no names and no expiry, and permissions stay as they were granted',
	clearable: ['description'],
	statuses: ['active', 'inactive'],
	expiry: { kind: 'none' },
	understand: (change) => (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .valid */ .rZ)({
		open({ access }, ports) {
			const api = (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .openApi */ .Nd)(access, ports);
			return {
				plan: (token) => planOf(token, change, api, ports),
				compare,
				printGrants: ({ grants }) => JSON.stringify(grants ?? null),
				disabling: { status: INACTIVE, disable: (id) => patch(id, { status: INACTIVE }, api, ports) },
			};
		},
	}),
};
const INACTIVE = 'inactive';
function planOf(token, change, api, ports) {
	const wanted = {
		...token,
		description: (0,_lease_token_update_js__WEBPACK_IMPORTED_MODULE_2__/* .withText */ .ij)(token.description, (0,_lease_token_update_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedText */ .z1)(change, 'description')),
		status: change.status ?? token.status,
	};
	const body = {
		...(wanted.status === token.status ? {} : { status: wanted.status }),
		...((wanted.description ?? '') === (token.description ?? '') ? {} : { description: wanted.description ?? '' }),
	};
	const what = Object.keys(body).join(' and ');
	return {
		wanted,
		steps: what === '' ? [] : [{ what, send: () => patch(token.id, body, api, ports) }],
		moves: [],
		notices: wanted.status === INACTIVE && token.status !== INACTIVE
			? [(0,_lease_notice_js__WEBPACK_IMPORTED_MODULE_7__/* .notice */ .l)('An inactive token can do nothing until it is set to active.')]
			: [],
	};
}
async function patch(id, body, api, ports) {
	const answer = (0,_http_answered_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .maskAnswered */ .s)(await api.patch(`/api/v2/authorizations/${id}`, body), ['token'], ports.maskNew);
	if (answer.status !== 200 || (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_8__/* .fieldsOf */ .P)(answer.json)?.['id'] !== id)
		throw (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .errorOf */ .Mz)(answer);
}
function compare(wanted, found) {
	if ((0,_lease_listed_token_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameValue */ .am)(wanted.grants, found.grants))
		return [];
	const [asked, granted] = [(0,_compare_js__WEBPACK_IMPORTED_MODULE_4__/* .readAnswered */ .C)(wanted.grants), (0,_compare_js__WEBPACK_IMPORTED_MODULE_4__/* .readAnswered */ .C)(found.grants)];
	if (asked === undefined || granted === undefined) {
		return [
			{ what: 'grants', asked: 'those from before', granted: 'something that cannot be understood', wider: true },
		];
	}
	const [added, missing] = [without(granted, asked), without(asked, granted)];
	return [
		...(added.length === 0
			? []
			: [{ what: 'grants', asked: 'those from before', granted: `also ${list(added)}`, wider: true }]),
		...(missing.length === 0 ? [] : [{ what: 'grants', asked: list(missing), granted: 'nothing of it', wider: false }]),
	];
}
function without(permissions, others) {
	const keys = new Set(others.map(_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .keyOf */ .TN));
	return permissions.filter((permission) => !keys.has((0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .keyOf */ .TN)(permission)));
}
function list(permissions) {
	return (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_9__/* .enumerateBy */ .KC)(permissions, (permission) => (0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .hD)((0,_permissions_js__WEBPACK_IMPORTED_MODULE_5__/* .printPath */ .bA)(permission)));
}


/***/ }),

};
