"use strict";
exports.ids = [];
exports.modules = {

// ./src/lease/listed-token.ts
/***/ 7069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  am: () => (/* binding */ isSameValue)
});
/* unused harmony exports markerOfToken, endOfToken, isUnchanged, tokenJson */
var _marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2790);
var _request_lifetime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8746);


function markerOfToken({ description }) {
	const read = readDescription(description ?? '');
	return read.kind === 'marked' ? read.marker : undefined;
}
function endOfToken(token) {
	const { expiresAt } = token;
	return expiresAt === undefined ? markerOfToken(token)?.expiresAt : expiresAt === 'never' ? undefined : expiresAt;
}
function isUnchanged(listed, now) {
	return canonical(listed) === canonical(now);
}
function isSameValue(one, other) {
	return canonical(one) === canonical(other);
}
function canonical(value) {
	if (Array.isArray(value))
		return `[${value.map(canonical).toSorted().join(',')}]`;
	if (value === undefined)
		return 'undefined';
	if (typeof value !== 'object' || value === null)
		return JSON.stringify(value);
	const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
	return `{${members.toSorted().join(',')}}`;
}
function tokenJson(token) {
	const { id, type, name, description, status, createdAt, grants } = token;
	const marker = markerOfToken(token);
	const end = endOfToken(token);
	return {
		id,
		type,
		...known({
			name,
			description,
			status,
			created_at: createdAt === undefined ? undefined : formatInstant(createdAt),
			expires_at: end === undefined ? undefined : formatInstant(end),
		}),
		...(grants === undefined ? {} : { grants }),
		...(marker === undefined ? {} : { origin: originJson(marker), lease: marker.leaseId }),
	};
}
function originJson({ origin }) {
	const { at, by, repository, run, attempt, job } = origin;
	return known({ at, by, repository, run, attempt, job });
}
function known(members) {
	const told = {};
	for (const name in members) {
		const value = members[name];
		if (value !== undefined && value !== '')
			told[name] = value;
	}
	return told;
}


/***/ }),

};
