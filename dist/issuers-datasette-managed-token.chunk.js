"use strict";
exports.ids = [];
exports.modules = {

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

};
