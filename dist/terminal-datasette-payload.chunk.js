"use strict";
exports.ids = [];
exports.modules = {

// ./src/terminal/datasette-payload.ts
/***/ 1932:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  explainPayload: () => (/* binding */ explainPayload)
});
var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);

function explainPayload(token) {
	const body = token.replace(/^dstok_/, '');
	const isCompressed = body.startsWith('.');
	const [payload = ''] = body.slice(isCompressed ? 1 : 0).split('.');
	const bytes = Buffer.from(payload, 'base64url');
	const text = (isCompressed ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateSync)(bytes, { maxOutputLength: 1 << 20 }) : bytes).toString('utf8');
	return ['Decoded:', '', ...JSON.stringify(JSON.parse(text), undefined, 2).split('\n')];
}


/***/ }),

};
