"use strict";
exports.ids = [];
exports.modules = {

// ./src/issuers/datasette-managed/access.ts
/***/ 7388:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
  findAccess: () => (/* binding */ findAccess),
  finder: () => (/* binding */ finder)
});
var _request_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1822);
var _request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4278);
var _credential_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6915);
var _endpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(319);
var _token_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8861);





const finder = {
	title: 'Datasette',
	inputs: ['url', 'credential'],
	tokenIds: { matches: _token_js__WEBPACK_IMPORTED_MODULE_0__/* .isTokenId */ .b, form: 'the number of the token, as in 38', mayHoldComma: false },
	findAccess,
};
function findAccess(given, surroundings, words) {
	const { problems, take } = (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collectProblems */ .vX)();
	const endpoint = take(findEndpoint(given, words));
	const credential = take(findBearer(given, surroundings, words));
	if (problems.length > 0 || endpoint === undefined || credential === undefined)
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)(...problems);
	const access = { endpoint, authentication: { kind: 'secret', secret: credential.secret } };
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({
		access,
		sources: [credential.source, `url: ${endpoint}, ${words.fromInput('url')}`],
		notices: [],
		async openIssuedTokens(ports) {
			const { openIssuedTokens } = await Promise.all(/* import() */[__webpack_require__.e(8660), __webpack_require__.e(7700), __webpack_require__.e(5639)]).then(__webpack_require__.bind(__webpack_require__, 5639));
			return openIssuedTokens(access, ports);
		},
	});
}
function findEndpoint(given, words) {
	const text = given('url');
	if (text === undefined) {
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({
			input: 'url',
			message: `the URL of the Datasette server is needed, there is no usual one; set ${words.setting('url', 'https://datasette.example.com')}, with the base_url of the server where it has one`,
		});
	}
	const url = (0,_endpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEndpoint */ .B)('url', text);
	if (!url.ok)
		return url;
	const base = /^(.*?)\/-(?:\/|$)/.exec(url.value)?.[1];
	if (base === undefined)
		return url;
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({ input: 'url', message: `found ${(0,_request_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(url.value)}; expected the part before /-/, as in ${base}` });
}
function findBearer(given, surroundings, words) {
	const text = given('credential');
	if (text === undefined || text.trim() === '') {
		const { emptyCredentialHint } = surroundings;
		const hint = emptyCredentialHint === '' ? '' : ` ${emptyCredentialHint}`;
		return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({
			input: 'credential',
			message: `a Datasette token whose actor may create tokens is needed to mint with, and none is given; set ${words.secretSetting('credential', 'PARENT')}. No environment variable is read for it.${hint}`,
		});
	}
	const secret = (0,_credential_js__WEBPACK_IMPORTED_MODULE_4__/* .parseCredential */ .nx)('credential', text);
	if (!secret.ok)
		return secret;
	surroundings.mask(secret.value);
	return (0,_request_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({ secret: secret.value, source: `credential: ${words.fromInput('credential')}` });
}


/***/ }),

};
